// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries out the line faults of one meter: judges each request, then turns the answer into
// what really goes over the line. Random decisions come from the scenario's seed, each kind
// from a stream of its own, so that one fault never changes what another does. The player is a
// value: a copy goes on as the original would. Without faults an answer costs one copy.

#include "core/modbus/pdu.hpp"
#include "sim/base/random.hpp"
#include "sim/line/answer_plan.hpp"
#include "sim/line/line_fault.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace meter::sim {

enum class LineFraming : std::uint8_t { Rtu, Tcp };

/// A request as it came over the line, whole and sound.
struct LineRequest {
    LineFraming framing = LineFraming::Rtu;
    std::uint16_t transaction = 0; ///< TCP.
    std::uint8_t unit = 0;         ///< Address of the meter that is asked, also by 0 or 255.
    std::span<const std::byte> pdu;
    bool isAnswered = true; ///< No broadcast.
};

class LineFaultPlayer final {
public:
    /// The answer before, for stale ones.
    struct Remembered {
        std::array<std::byte, modbus::kPduSizeMax> pdu{};
        std::size_t size = 0; ///< 0: there was none.
        std::uint16_t transaction = 0;
        std::uint8_t unit = 0;
    };

    /// Meters of one line draw apart, even if their scenarios share a seed.
    LineFaultPlayer(std::uint64_t seed, std::uint32_t serialNumber);

    /// From now on. Without `length` it takes the place of every layer of the kinds it names,
    /// with it it lies over them until it ends.
    void apply(const LineAction& action, SampleTime now, std::optional<SampleTime> length);
    /// Ends all faults of this kind, or of every kind; false if there was none.
    bool clear(std::optional<LineFaultKind> kind);

    /// Something may act now or later; otherwise none of the functions below is needed, but
    /// for remember().
    [[nodiscard]] bool isActive() const { return !m_layers.empty(); }

    /// True if a fault names other meters of the line.
    [[nodiscard]] bool hasForeign() const { return m_hasForeign; }

    [[nodiscard]] const std::vector<LineFaultLayer>& layers() const { return m_layers; }

    /// The faults of this kind that act on the request, counted as done: one at most, but for
    /// delays and garbage, which add up. `isOwn`: it is asked of the meter whose faults these
    /// are. Good until the faults change.
    [[nodiscard]] std::vector<const LineFault*>
    judge(LineFaultKind kind, const LineRequest& request, bool isOwn, SampleTime now);

    /// What decides about faults of a kind.
    [[nodiscard]] Random& random(LineFaultKind kind);

    /// The answer as the meter gave it, for a later stale one.
    void remember(const LineRequest& request, std::span<const std::byte> pdu);

    [[nodiscard]] const Remembered& remembered() const { return m_last; }

    /// Bursts of noise that came since the last call, up to now, those that an open shield lets
    /// in among them.
    [[nodiscard]] std::vector<std::vector<std::byte>> takeNoise(SampleTime now,
                                                                bool isShieldOpen = false);

    /// What decides about characters that the wiring of the line loses.
    [[nodiscard]] Random& wiringRandom() { return m_wiring; }

private:
    void noteForeign();
    [[nodiscard]] LineFaultLayer* layerOf(LineFaultKind kind, SampleTime now);
    [[nodiscard]] bool acts(LineFaultLayer::Rule& rule);

    std::uint64_t m_noiseStream;
    std::vector<LineFaultLayer> m_layers; ///< In the order in which they came.
    std::vector<Random> m_random;         ///< One for each kind.
    Random m_wiring{0};                   ///< What the wiring of the line does.
    Remembered m_last;
    SampleTime m_noiseUntil = 0; ///< Noise up to here was handed out.
    bool m_hasForeign = false;
};

/// One of the players that have a say in a request.
struct LineFaultActor {
    LineFaultPlayer* player = nullptr;
    SampleTime now = 0;
    bool isOwn = true; ///< The request is for the meter whose faults it plays.
};

/// Before the meter is asked: whether it hears, and whether it is made to refuse.
struct LineVerdict {
    bool isMute = false;
    std::optional<std::uint8_t> exception;
};

/// The plan notes what acts.
[[nodiscard]] LineVerdict
judgeRequest(std::span<const LineFaultActor> actors, const LineRequest& request, AnswerPlan& plan);

/// Behind it. `plan.plain` is the answer, whole; `previous` the one before it, if any.
void shapeAnswer(std::span<const LineFaultActor> actors,
                 const LineRequest& request,
                 const LineFaultPlayer::Remembered& previous,
                 AnswerPlan& plan);

/// A refusal as an RTU frame, written into `response`.
std::span<const std::byte>
writeRtuException(std::span<std::byte> response, const LineRequest& request, std::uint8_t code);

/// The request of a whole RTU frame; nothing if its CRC is wrong or it is too short.
[[nodiscard]] std::optional<LineRequest> rtuRequest(std::span<const std::byte> frame);

/// Registers that a request touches, by the guide's numbers; none: a function without.
[[nodiscard]] std::optional<RegisterSpan> registersOf(std::span<const std::byte> pdu);

} // namespace meter::sim
