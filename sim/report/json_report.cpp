// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/json_report.hpp"

#include "sim/base/quantity.hpp"
#include "sim/device/glass_text.hpp"
#include "sim/report/markup.hpp"
#include "sim/report/master_reports.hpp"

#include <cstddef>
#include <string_view>

namespace meter::sim {

namespace {

const char* boolText(bool value) {
    return value ? "true" : "false";
}

std::string secondsText(SampleTime time) {
    return shortNumber(secondsOf(time), 6);
}

std::string optionalNumber(const std::optional<double>& value) {
    return value ? numberText(*value) : "null";
}

/// Members of an object or elements of a list, each on a line of its own.
class Lines final {
public:
    explicit Lines(std::size_t depth) : m_indent(2 * depth, ' ') {}

    void add(const std::string& text) {
        m_text += m_text.empty() ? "\n" : ",\n";
        m_text += m_indent + text;
    }

    void member(std::string_view name, const std::string& value) {
        add(jsonText(name) + ": " + value);
    }

    [[nodiscard]] std::string within(char open, char close) const {
        if (m_text.empty()) {
            return {open, close};
        }
        return open + m_text + "\n" + m_indent.substr(2) + close;
    }

private:
    std::string m_indent;
    std::string m_text;
};

/// A value that came as a float has no more digits than a float needs.
std::string valueText(double value) {
    const auto single = static_cast<float>(value);
    return static_cast<double>(single) == value ? numberText(single) : numberText(value);
}

/// [second, least, greatest] of each step; null where nothing was valid.
std::string stepsText(const RegisterSeries& series) {
    std::string text;
    for (std::size_t i = 0; i < series.steps.size(); ++i) {
        const RegisterSeries::Step& step = series.steps[i];
        const auto second = series.firstS + static_cast<std::int64_t>(i) * series.stepS;
        text += (text.empty() ? "[" : ", [") + std::to_string(second) + ", ";
        text +=
            step.isValid ? valueText(step.low) + ", " + valueText(step.high) + "]" : "null, null]";
    }
    return "[" + text + "]";
}

std::string seriesText(const RegisterSeries& series, std::size_t depth) {
    Lines lines(depth);
    lines.member("register", jsonText(series.name));
    lines.member("unit", jsonText(series.unit));
    lines.member("step_s", std::to_string(series.stepS));
    lines.member("values", stepsText(series));
    return lines.within('{', '}');
}

void addDetail(const ExpectationDetail& detail, Lines& lines) {
    lines.member("from_s", secondsText(detail.from));
    lines.member("to_s", secondsText(detail.to));
    lines.member("low", optionalNumber(detail.low));
    lines.member("high", optionalNumber(detail.high));
    lines.member("display", jsonText(glassText(detail.glass)));
    lines.member("alarm", detail.isAlarmClosed ? "\"closed\"" : "\"open\"");
    lines.member("energy_pulses", std::to_string(detail.energyPulses));
    if (detail.judged) {
        lines.member("trace", seriesText(*detail.judged, 6));
    }
}

std::string expectationText(const ExpectationResult& expectation) {
    Lines lines(5);
    lines.member("text", jsonText(expectation.text));
    lines.member("file", jsonText(expectation.place.file));
    lines.member("line", std::to_string(expectation.place.line));
    lines.member("column", std::to_string(expectation.place.column));
    lines.member("held", boolText(expectation.hasHeld));
    lines.member("at_s", secondsText(expectation.at));
    lines.member("seen", jsonText(expectation.seen));
    if (expectation.detail) {
        addDetail(*expectation.detail, lines);
    }
    return lines.within('{', '}');
}

std::string runText(const RunResult& run) {
    Lines expectations(4);
    for (const ExpectationResult& expectation : run.expectations) {
        expectations.add(expectationText(expectation));
    }
    Lines messages(4);
    for (const RunEvent& message : run.messages) {
        messages.add("{\"at_s\": " + secondsText(message.at) +
                     ", \"text\": " + jsonText(message.text) + "}");
    }
    Lines lines(3);
    lines.member("name", jsonText(run.name));
    lines.member("file", jsonText(run.file));
    lines.member("seed", std::to_string(run.seed));
    lines.member("duration_s", secondsText(run.duration));
    lines.member("held", boolText(run.hasHeld()));
    lines.member("stopped", boolText(run.wasStopped));
    lines.member("error", run.error ? jsonText(run.error->message()) : "null");
    lines.member("failures", std::to_string(run.failureCount()));
    lines.member("messages", messages.within('[', ']'));
    lines.member("expectations", expectations.within('[', ']'));
    if (!run.masters.empty()) {
        lines.member("masters", mastersJson(run.masters));
    }
    return lines.within('{', '}');
}

} // namespace

std::string jsonReport(std::span<const RunResult> runs) {
    bool hasHeld = true;
    Lines scenarios(2);
    for (const RunResult& run : runs) {
        hasHeld = hasHeld && run.hasHeld();
        scenarios.add(runText(run));
    }
    Lines lines(1);
    lines.member("format", "1");
    lines.member("held", boolText(hasHeld));
    lines.member("scenarios", scenarios.within('[', ']'));
    return lines.within('{', '}') + "\n";
}

} // namespace meter::sim
