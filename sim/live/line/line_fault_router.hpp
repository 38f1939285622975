// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where requests of a live line meet the faults of its meters and their wiring: gathers who has a
// say, lets them judge the request and alter the answer. A meter whose line is sound costs a look
// and a copy, however many there are.

#include "sim/line/line_fault_player.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace meter::sim {
class Simulation;
}

namespace meter::sim::live {

class LineFaultRouter final {
public:
    /// `simulations` outlive the desk and do not move.
    explicit LineFaultRouter(std::vector<Simulation>& simulations);
    ~LineFaultRouter();
    /// Pinned: the meters tell it of changes.
    LineFaultRouter(const LineFaultRouter&) = delete;
    LineFaultRouter& operator=(const LineFaultRouter&) = delete;

    /// Before `target` is asked. A meter that would not answer anyway draws no fault.
    [[nodiscard]] LineVerdict judge(Simulation& target, LineRequest request, AnswerPlan& plan);
    /// The same for a whole RTU frame.
    [[nodiscard]] LineVerdict
    judge(Simulation& target, std::span<const std::byte> frame, AnswerPlan& plan);

    /// Behind it, for the request that was judged last: `plan.plain` becomes what really goes
    /// over the line, if it is not empty.
    void shape(Simulation& target, AnswerPlan& plan);

    /// What the master's adapter hears of its own request; empty: nothing.
    [[nodiscard]] std::vector<std::byte> echo(std::span<const std::byte> frame);

    /// Bursts of noise that are due now.
    [[nodiscard]] std::vector<std::vector<std::byte>> takeNoise();

private:
    const std::vector<Simulation*>& faulty();
    void gather(Simulation& target);
    [[nodiscard]] LineVerdict judgeFaults(Simulation& target, AnswerPlan& plan);

    std::vector<Simulation>& m_simulations;
    bool m_hasChanged = true;             ///< Set by the players: faults came or went.
    std::vector<Simulation*> m_faulty;    ///< With faults on their lines, as of the last change.
    std::vector<LineFaultActor> m_actors; ///< With a say in the request.
    std::optional<LineRequest> m_request;
};

} // namespace meter::sim::live
