// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE list of what a control socket can be asked for: names, parameters, what they mean, and
// who does it. `help`, the checks of parameters, the client's short forms and the document all
// come from it.

#include "sim/live/control/control_call.hpp"

#include <span>
#include <string_view>

namespace meter::sim::live {

struct ControlParameter {
    std::string_view name;
    std::string_view type; ///< "text", "time", "list of texts" …: what it takes.
    std::string_view meaning;
    bool isNeeded = false;
    bool isList = false;
};

struct ControlMethod {
    std::string_view name;
    std::string_view meaning;
    std::span<const ControlParameter> parameters; ///< The first one is what bare words mean.
    std::string_view freeKeys;                    ///< What other names are; empty: mistakes.
    bool isOfOneMeter = false;                    ///< Takes `unit`.
    std::string_view example;                     ///< For the command line: "step 10 s".
    RpcOutcome (*run)(ControlCall& call);
};

[[nodiscard]] std::span<const ControlMethod> controlMethods();
[[nodiscard]] const ControlMethod* findControlMethod(std::string_view name);

/// Names that a twin knows and a method's list has not: `unit` of those for one meter.
[[nodiscard]] std::span<const ControlParameter> commonParameters();

/// Checks the request and carries it out. The outcome comes at once, or when a step is over.
void runControlMethod(ControlledTwin& twin,
                      const RpcRequest& request,
                      const ControlCall::Asker& asker);

// By what they act on; see the table for their meaning.
[[nodiscard]] RpcOutcome getParameters(ControlCall& call);
[[nodiscard]] RpcOutcome setParameters(ControlCall& call);
[[nodiscard]] RpcOutcome applyFaultNow(ControlCall& call);
[[nodiscard]] RpcOutcome clearFaultsNow(ControlCall& call);
[[nodiscard]] RpcOutcome switchPower(ControlCall& call);
[[nodiscard]] RpcOutcome disturbLine(ControlCall& call);

[[nodiscard]] RpcOutcome pressKeys(ControlCall& call);
[[nodiscard]] RpcOutcome readRegisters(ControlCall& call);
[[nodiscard]] RpcOutcome writeRegisters(ControlCall& call);
[[nodiscard]] RpcOutcome showDisplay(ControlCall& call);
[[nodiscard]] RpcOutcome showStatus(ControlCall& call);

[[nodiscard]] RpcOutcome pauseTime(ControlCall& call);
[[nodiscard]] RpcOutcome resumeTime(ControlCall& call);
[[nodiscard]] RpcOutcome setSpeedOfTime(ControlCall& call);
[[nodiscard]] RpcOutcome stepTime(ControlCall& call);
[[nodiscard]] RpcOutcome cancelSteps(ControlCall& call);
[[nodiscard]] RpcOutcome saveBookmark(ControlCall& call);
[[nodiscard]] RpcOutcome restoreBookmark(ControlCall& call);
[[nodiscard]] RpcOutcome rewindTime(ControlCall& call);
[[nodiscard]] RpcOutcome listBookmarks(ControlCall& call);
[[nodiscard]] RpcOutcome listExpectations(ControlCall& call);
[[nodiscard]] RpcOutcome judgeMasters(ControlCall& call);
[[nodiscard]] RpcOutcome recordScenario(ControlCall& call);

[[nodiscard]] RpcOutcome showLesson(ControlCall& call);
[[nodiscard]] RpcOutcome answerTask(ControlCall& call);
[[nodiscard]] RpcOutcome takeHint(ControlCall& call);
[[nodiscard]] RpcOutcome giveTaskUp(ControlCall& call);
[[nodiscard]] RpcOutcome measureByHand(ControlCall& call);
[[nodiscard]] RpcOutcome handLessonIn(ControlCall& call);

/// Performs one entry of a timeline, a JSON object without `at`, and says when.
[[nodiscard]] RpcOutcome performEntry(ControlCall& call, const Json& entry);

} // namespace meter::sim::live
