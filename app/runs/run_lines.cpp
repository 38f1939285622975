// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/run_lines.hpp"

#include "app/base/outcome.hpp"
#include "app/base/text_values.hpp"
#include "sim/base/shown_text.hpp"
#include "sim/base/sim_time.hpp"

#include <cstdio>

namespace meter::app {

void printResult(const ScenarioRun& run) {
    const sim::RunResult& result = run.result;
    for (const sim::ExpectationResult& expectation : result.expectations) {
        if (!expectation.hasHeld) {
            const sim::Error line{.text = "failed at " + textOf(sim::secondsOf(expectation.at)) +
                                          " s: " + expectation.text + ": seen " + expectation.seen,
                                  .place = expectation.place};
            std::printf("%s\n", sim::shownLine(line.message()).c_str());
        }
    }
    const std::size_t count = result.expectations.size();
    const double playedS = sim::secondsOf(result.duration);
    std::printf("%-4s %s: %zu of %zu expectations held, %s s in %.2f s%s\n",
                result.hasHeld() ? "ok" : "FAIL", sim::shownLine(run.file).c_str(),
                count - result.failureCount(), count, textOf(playedS, 12).c_str(), run.wallS,
                result.wasStopped ? ", stopped before its end" : "");
}

void printMessages(const ScenarioRun& run) {
    for (const sim::RunEvent& message : run.result.messages) {
        printError({.text = "at " + textOf(sim::secondsOf(message.at)) + " s: " + message.text,
                    .place = {.file = run.file}});
    }
}

} // namespace meter::app
