// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Between a line of meters and the ring of its traffic: notes each request with what came of it,
// then what goes out, and what was dropped. Does nothing while the ring is off.

#include "core/modbus/mbap.hpp"
#include "sim/line/answer_plan.hpp"
#include "sim/live/line/traffic_ring.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

namespace meter::sim {
class Simulation;
} // namespace meter::sim

namespace meter::sim::live {

struct LineClient;

class TrafficTap final {
public:
    void setRing(std::shared_ptr<TrafficRing> ring) { m_ring = std::move(ring); }

    [[nodiscard]] bool isOn() const { return m_ring && m_ring->isEnabled(); }

    /// What an exchange is between: who asks, what is planned for it, the meter that is meant
    /// (null: none) and any meter of the line, for the time of day that meters have.
    struct Parties {
        const LineClient& client;
        const AnswerPlan& plan;
        const Simulation* target;
        const Simulation& clock;
    };

    /// Lives while a request is served; notes at its end what came of it.
    class Exchange final {
    public:
        Exchange(TrafficTap& tap, const Parties& parties, std::span<const std::byte> frame);
        Exchange(TrafficTap& tap,
                 const Parties& parties,
                 const modbus::MbapHeader& header,
                 std::span<const std::byte> pdu);
        ~Exchange();
        Exchange(const Exchange&) = delete;
        Exchange& operator=(const Exchange&) = delete;

    private:
        TrafficTap& m_tap;
        Parties m_parties;
        std::int64_t m_begunUs; ///< 0: not noted.
        std::array<std::byte, modbus::kMbapHeaderSize> m_header{};
        std::size_t m_headerSize = 0;
        std::span<const std::byte> m_body;
    };

    void drop(const LineClient& client,
              std::span<const std::byte> bytes,
              std::string_view why,
              const Simulation& clock);

private:
    void note(const Parties& parties,
              std::int64_t begunUs,
              std::span<const std::byte> head,
              std::span<const std::byte> body);

    std::shared_ptr<TrafficRing> m_ring;
};

} // namespace meter::sim::live
