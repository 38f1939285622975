// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meters behind every endpoint: finds the one a request is for, by its unit address, lets
// it answer and counts. Addresses are read at each request, since a person at the keys may
// change them.

#include "core/modbus/mbap.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "sim/lesson/lesson_event.hpp"
#include "sim/line/answer_plan.hpp"
#include "sim/live/line/endpoint.hpp"
#include "sim/live/line/line_fault_router.hpp"
#include "sim/live/line/line_setting.hpp"
#include "sim/live/line/request_tally.hpp"
#include "sim/live/line/traffic_tap.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace meter::sim {
class Simulation;
} // namespace meter::sim

namespace meter::sim::live {

/// Who asks, and through what.
struct LineClient {
    std::string_view endpoint;        ///< "modbus-tcp 127.0.0.1:1502".
    std::string_view peer;            ///< "127.0.0.1:40112"; empty on a serial line.
    LineCounters* counters = nullptr; ///< Of the endpoint, counted as well.
    std::int64_t answerDelayUs = 0;   ///< Until an answer begins, where the endpoint knows.
    Simulation* meter = nullptr;      ///< The only one behind the endpoint; null: the line.
    double characterUs = 0.0;         ///< On its line; 0: it has none, or no pace.
    std::int64_t requestUs = 0;       ///< Since the first byte of the request came.
    std::int64_t pauseMaxUs = 0;      ///< The longest between two of its bytes.
};

class MeterLine final {
public:
    /// `simulations` outlive the line and do not move.
    explicit MeterLine(std::vector<Simulation>& simulations)
        : m_simulations(simulations), m_faults(simulations) {
        learnAddresses();
    }

    /// Who answers at which address: to be called whenever the meters went forward.
    void learnAddresses();

    /// Modbus TCP, header included both ways. Silence: no power, booting. A unit that is not
    /// there is answered by the gateway exception 0x0B; 0 and 255 are the meter when it is the
    /// only one, unless the meter's rule makes 0 a broadcast. Several meters of one address all
    /// act, and their answers collide: 0x0B, or no frame. The plan is good until the next question.
    const AnswerPlan& answerTcp(const LineClient& client,
                                const modbus::MbapHeader& header,
                                std::span<const std::byte> pdu);

    /// A whole RTU frame. With `master`, only meters that understand it hear.
    const AnswerPlan& answerRtu(const LineClient& client,
                                std::span<const std::byte> frame,
                                const std::optional<MasterSetting>& master);

    /// What came in and is no request: garbage, a bad CRC, another protocol.
    void drop(const LineClient& client, std::span<const std::byte> bytes, std::string_view why);

    /// Something that a client did, but for requests.
    void noteEvent(const LineClient& client, std::string_view what);

    /// Noise of the line's faults that is due, for serial lines that nobody talks on.
    [[nodiscard]] std::vector<std::vector<std::byte>> takeNoise() { return m_faults.takeNoise(); }

    void addClient() { ++m_counters.clients; }

    void removeClient() { --m_counters.clients; }

    [[nodiscard]] const LineCounters& counters() const { return m_counters; }

    [[nodiscard]] const RequestTally& tally() const { return m_tally; }

    /// Called with each read that a meter answered with values.
    void onAnswered(std::function<void(const AskedEvent&)> observer) {
        m_onAnswered = std::move(observer);
    }

    void setTraffic(std::shared_ptr<TrafficRing> ring) { m_tap.setRing(std::move(ring)); }

    /// Of the first meter: the meters of a line agree in baud rate and parity.
    [[nodiscard]] const Settings& settings() const;
    [[nodiscard]] bool isPaced() const;
    /// Nothing if at least one meter understands.
    [[nodiscard]] std::optional<std::string> mismatch(const MasterSetting& master) const;

private:
    [[nodiscard]] std::span<Simulation> members() const;
    [[nodiscard]] Simulation* unitAt(std::uint8_t unit);
    [[nodiscard]] Simulation* knownAt(std::uint8_t unit) const;
    [[nodiscard]] Simulation* targetOf(std::uint8_t unit);
    [[nodiscard]] Simulation* targetOf(const LineClient& client, std::uint8_t unit);
    void notifyAnswered(std::span<const std::byte> request,
                        std::span<const std::byte> answer,
                        std::uint8_t unit,
                        bool isSerial);
    [[nodiscard]] bool isGateway() const;
    void broadcast(std::span<const std::byte> frame, const std::optional<MasterSetting>& master);
    void countBroadcast(const LineClient& client);
    std::vector<std::byte> letAllAct(std::span<const std::byte> frame,
                                     const std::optional<MasterSetting>& master);
    [[nodiscard]] static std::span<const std::byte> failedAnswer(std::span<std::byte> response,
                                                                 std::span<const std::byte> pdu);
    void
    count(const LineClient& client, std::span<const std::byte> answer, std::size_t functionIndex);

    std::vector<Simulation>& m_simulations;
    std::array<Simulation*, 256> m_byUnit{}; ///< The first of each address.
    std::array<bool, 256> m_isShared{};      ///< Several meters have the address.
    LineCounters m_counters;
    RequestTally m_tally;
    LineFaultRouter m_faults;
    AnswerPlan m_plan;
    std::vector<std::byte> m_collided; ///< What the plan's answer lies in then.
    TrafficTap m_tap;
    std::function<void(const AskedEvent&)> m_onAnswered;
    std::array<std::byte, modbus::kAduTcpSizeMax> m_adu{}; ///< What the plan's answer lies in.
};

} // namespace meter::sim::live
