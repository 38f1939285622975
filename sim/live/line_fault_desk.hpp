// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where requests of a live line meet the faults of its meters: gathers who has a say, lets them
// judge the request and alter the answer. A meter whose line is sound costs a look and a copy.

#include "sim/line/line_fault_player.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace meter::sim {
class Simulation;
}

namespace meter::sim::live {

class LineFaultDesk final {
public:
    /// `simulations` outlive the desk and do not move.
    explicit LineFaultDesk(std::vector<Simulation>& simulations) : m_simulations(simulations) {}

    /// Before `target` is asked. A meter that would not answer anyway draws no fault.
    [[nodiscard]] LineVerdict judge(Simulation& target, LineRequest request, AnswerPlan& plan);
    /// The same for a whole RTU frame.
    [[nodiscard]] LineVerdict
    judge(Simulation& target, std::span<const std::byte> frame, AnswerPlan& plan);

    /// Behind it, for the request that was judged last: `plan.plain` becomes what really goes
    /// over the line, if it is not empty.
    void shape(Simulation& target, AnswerPlan& plan);

    /// Bursts of noise that are due now.
    [[nodiscard]] std::vector<std::vector<std::byte>> takeNoise();

private:
    void gather(Simulation& target);

    std::vector<Simulation>& m_simulations;
    std::vector<LineFaultActor> m_actors; ///< With a say in the request.
    std::optional<LineRequest> m_request;
};

/// A refusal as an RTU frame, written into `response`.
std::span<const std::byte>
writeRtuException(std::span<std::byte> response, const LineRequest& request, std::uint8_t code);

} // namespace meter::sim::live
