// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/masters_on_line.hpp"

#include "sim/base/quantity.hpp"
#include "sim/line/line_time.hpp"
#include "sim/line/register_reader.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace meter::sim {

namespace {

constexpr LineUs kUsPerSecond = 1'000'000;

LineFormat formatOf(const ScenarioMaster& master, const Settings& meter) {
    LineFormat format = lineFormatOf(meter);
    format.baudRate = master.baudRate.value_or(meter.baudRate);
    format.parity = master.parity.value_or(meter.parity);
    return format;
}

std::string unitText(const std::string& text, const std::string& unit) {
    return unit.empty() ? text : text + " " + unit;
}

std::string msText(LineUs us) {
    return numberText(static_cast<double>(us) / 1000.0) + " ms";
}

/// `unit`: what 1 in the expectation stands for.
bool isWithin(const MasterExpectation& asked, double seen, double unit = 1.0) {
    return (!asked.least || seen >= *asked.least * unit) &&
           (!asked.most || seen <= *asked.most * unit);
}

std::string findingsText(const JudgeReport& report) {
    std::string text;
    for (const JudgeFinding& finding : report.findings) {
        text += (text.empty() ? "" : ", ") + finding.rule + " (" + finding.title + ")";
    }
    return text.empty() ? "no finding" : text;
}

/// `none`: advice is no fault.
Verdict judgeFindings(const MasterExpectation& asked, const JudgeReport& report) {
    const bool isFaultless =
        !report.has(JudgeSeverity::Error) && !report.has(JudgeSeverity::Warning);
    const bool holds = asked.rule.empty() ? isFaultless : report.finding(asked.rule) != nullptr;
    return {holds, findingsText(report)};
}

} // namespace

MastersOnLine::MastersOnLine(const Scenario& scenario, Simulation& simulation)
    : m_simulation(simulation), m_station(m_line, simulation, 0) {
    for (const ScenarioMaster& plan : scenario.masters) {
        const std::size_t index = m_masters.size();
        PollingMaster& master =
            m_masters.emplace_back(m_line, plan, formatOf(plan, scenario.meter.installerSettings));
        master.setScales([this] {
            const Configuration& now = m_simulation.meter().readings().configuration;
            return ScaleFactors{now.scaleCurrent, now.scaleVoltage, now.scalePower,
                                now.scaleEnergy};
        });
        master.onPollEnd([this, index](const PollEnd& end) { onPollEnd(index, end); });
    }
    for (const Expectation& expectation : scenario.expect) {
        Window window;
        if (expectation.ofMaster) {
            const auto named =
                std::ranges::find(m_masters, expectation.ofMaster->master,
                                  [](const PollingMaster& master) { return master.plan().name; });
            window = {.master = static_cast<std::size_t>(named - m_masters.begin()),
                      .fromUs = usAt(expectation.from),
                      .toUs = usAt(expectation.to)};
        }
        m_windows.push_back(window);
    }
    m_line.onCharacter([this](const SerialLine::Character& character) {
        if (character.isGarbled && character.sender != SerialLine::kNoise) {
            for (PollingMaster& master : m_masters) {
                master.onCollision();
            }
        }
    });
}

void MastersOnLine::runUntil(SampleTime time) {
    const LineUs endUs = usAt(time);
    while (true) {
        LineUs dueUs = endUs;
        for (const PollingMaster& master : m_masters) {
            dueUs = std::min(dueUs, master.dueUs());
        }
        if (!m_line.runOneUntil(dueUs)) {
            if (m_line.now() >= endUs) {
                break;
            }
            m_station.followLine();
            for (PollingMaster& master : m_masters) {
                master.act(m_line.now());
            }
        }
    }
    m_station.followLine();
    m_simulation.runUntil(time);
}

void MastersOnLine::onPollEnd(std::size_t master, const PollEnd& end) {
    for (Window& window : m_windows) {
        if (window.master != master || end.beginUs < window.fromUs || end.endUs > window.toUs) {
            continue;
        }
        if (end.failure) {
            ++window.failed[static_cast<std::size_t>(*end.failure)];
        } else {
            ++window.answered;
            window.latencyMaxUs = std::max(window.latencyMaxUs, end.endUs - end.beginUs);
        }
    }
}

Verdict MastersOnLine::verdictOf(const Expectation& expectation, std::size_t index) const {
    const Window& window = m_windows[index];
    const PollingMaster& master = m_masters[window.master];
    switch (expectation.ofMaster->what) {
    case MasterExpectation::What::Sees:
        return judgeSeen(expectation, master);
    case MasterExpectation::What::Finding:
        return judgeFindings(*expectation.ofMaster, master.verdict());
    default:
        return judgeWindow(*expectation.ofMaster, window);
    }
}

Verdict MastersOnLine::judgeWindow(const MasterExpectation& asked, const Window& window) const {
    constexpr double kPercent = 100.0;
    std::uint64_t failed = 0;
    for (const std::uint64_t count : window.failed) {
        failed += count;
    }
    const std::uint64_t polls = window.answered + failed;
    const std::string ofPolls = " of " + std::to_string(polls) + " polls";
    if (asked.what == MasterExpectation::What::Failures) {
        const std::uint64_t counted =
            asked.kind ? window.failed[static_cast<std::size_t>(*asked.kind)] : failed;
        return {isWithin(asked, static_cast<double>(counted)),
                std::to_string(counted) + ofPolls + " failed"};
    }
    if (asked.what == MasterExpectation::What::Latency) {
        const double seconds = static_cast<double>(window.latencyMaxUs) / kUsPerSecond;
        return {window.answered > 0 && seconds < asked.most.value_or(0.0),
                window.answered == 0 ? "no poll was answered"
                                     : msText(window.latencyMaxUs) + " at most"};
    }
    if (polls == 0) {
        return {false, "no poll ended in this span"};
    }
    // A percent of the polls is not rounded: 57 of 100 are 57 %.
    return {isWithin(asked, kPercent * static_cast<double>(window.answered),
                     static_cast<double>(polls)),
            std::to_string(window.answered) + ofPolls + " answered"};
}

Verdict MastersOnLine::judgeSeen(const Expectation& expectation,
                                 const PollingMaster& master) const {
    const MeterValue* const got = master.valueOf(expectation.name);
    if (got == nullptr || !got->value) {
        const bool isWanted = expectation.isValid == false;
        return {isWanted, got == nullptr ? "nothing yet" : "invalid"};
    }
    return {expectation.isValid != false && holdsNumerically(expectation, *got->value),
            unitText(numberTextOf(*got), got->unit)};
}

std::vector<MasterSeen> MastersOnLine::seenBy(const PollingMaster& master) const {
    RegisterReader reader(m_simulation.meter().factory());
    reader.look(m_simulation.meter());
    std::vector<MasterSeen> seen;
    for (const MeterValue& value : master.values()) {
        MasterSeen one;
        one.name = value.name.empty() ? std::to_string(value.number) : value.name;
        one.unit = value.unit;
        one.seen = numberTextOf(value);
        if (const auto choice = registerByNameOrNumber(std::to_string(value.number))) {
            const RegisterReading held = reader.read(*choice);
            one.held = held.isValid() ? readingText(held) : "invalid";
        }
        seen.push_back(std::move(one));
    }
    return seen;
}

std::vector<MasterRecord> MastersOnLine::takeRecords() {
    std::vector<MasterRecord> records;
    for (PollingMaster& master : m_masters) {
        master.finish();
        MasterRecord record = master.record();
        record.seen = seenBy(master);
        record.verdict = master.verdict();
        records.push_back(std::move(record));
    }
    return records;
}

} // namespace meter::sim
