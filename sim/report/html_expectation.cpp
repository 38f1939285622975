// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/html_expectation.hpp"

#include "sim/device/glass_text.hpp"
#include "sim/report/lcd_svg.hpp"
#include "sim/report/markup.hpp"
#include "sim/run/run_details.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace meter::sim {

namespace {

std::string secondsText(SampleTime time) {
    return shortNumber(secondsOf(time), 6) + " s";
}

/// What registers of one unit are together.
std::string titleOf(const RegisterSeries& series) {
    if (series.name.starts_with("voltage_")) {
        return "Voltages";
    }
    return series.name.starts_with("current_") ? "Currents" : series.name;
}

Plot frameOf(const ExpectationDetail& detail, const RunResult& run) {
    Plot frame;
    frame.fromS = std::max(secondsOf(detail.from) - kSecondsBefore, 0.0);
    frame.toS = std::min(secondsOf(detail.to) + kSecondsAfter, secondsOf(run.duration));
    frame.judgedFromS = secondsOf(detail.from);
    frame.judgedToS = secondsOf(detail.to);
    if (run.overview) {
        frame.events = run.overview->events;
    }
    return frame;
}

std::string figure(const std::string& content, const std::string& caption = {}) {
    return "<figure>" + content +
           (caption.empty() ? "" : "<figcaption>" + xmlText(caption) + "</figcaption>") +
           "</figure>\n";
}

std::string registerPlots(const ExpectationDetail& detail, const RunResult& run) {
    std::string html;
    const Plot frame = frameOf(detail, run);
    if (detail.judged) {
        Plot plot = frame;
        plot.title = detail.judged->name;
        plot.unit = detail.judged->unit;
        plot.low = detail.low;
        plot.high = detail.high;
        plot.lines.push_back(lineOf(*detail.judged, 0));
        html += figure(plotSvg(plot));
    }
    return html + plotsByUnit(detail.context, frame);
}

bool isSilent(const Waveform& waveform) {
    return std::ranges::all_of(waveform.frames, [](const SampleFrame& frame) {
        const auto isZero = [](std::int32_t counts) {
            return counts == 0;
        };
        return std::ranges::all_of(frame.voltage, isZero) &&
               std::ranges::all_of(frame.current, isZero);
    });
}

enum class Input : std::uint8_t { Voltage, Current };

std::string waveformPlot(const Waveform& waveform, Input input) {
    const bool isVoltage = input == Input::Voltage;
    const double perCount = isVoltage ? kVoltsPerCount : kRatingPerCount * waveform.ctRatingA;
    const auto count = static_cast<SampleTime>(waveform.frames.size());
    Plot plot;
    plot.title = isVoltage ? "Terminals" : "Current inputs";
    plot.unit = isVoltage ? "V" : "A";
    plot.fromS = -secondsOf(count);
    plot.toS = 0.0;
    constexpr std::array<const char*, kPhaseCount> kNames = {"A", "B", "C"};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        PlotLine line{.name = kNames[phase], .colour = phase, .isHeld = false, .points = {}};
        for (SampleTime i = 0; i < count; ++i) {
            const SampleFrame& frame = waveform.frames[static_cast<std::size_t>(i)];
            const std::int32_t counts = isVoltage ? frame.voltage[phase] : frame.current[phase];
            const double value = counts * perCount;
            line.points.push_back(
                {.timeS = secondsOf(i - count), .low = value, .high = value, .isValid = true});
        }
        plot.lines.push_back(std::move(line));
    }
    return plotSvg(plot);
}

std::string waveforms(const Waveform& waveform) {
    if (waveform.frames.empty() || isSilent(waveform)) {
        return "<p class=\"facts\">Nothing was on the inputs, or the meter had no power to "
               "sample them.</p>\n";
    }
    const std::string until = "The last cycles before " + secondsText(waveform.end);
    return figure(waveformPlot(waveform, Input::Voltage), until + ", against terminal N") +
           figure(waveformPlot(waveform, Input::Current),
                  until + ", in amperes of the CTs that are fitted");
}

std::string moment(const ExpectationResult& expectation, const ExpectationDetail& detail) {
    std::string html = "<h3>At " + secondsText(expectation.at) + "</h3>\n<div class=\"moment\">" +
                       figure(lcdSvg(detail.glass), glassText(detail.glass));
    html += "<table><tbody><tr><th>Seen</th><td>" + xmlText(expectation.seen) +
            "</td></tr><tr><th>Alarm contact</th><td>" +
            (detail.isAlarmClosed ? "closed" : "open") +
            "</td></tr><tr><th>Energy pulses</th><td>" + std::to_string(detail.energyPulses) +
            "</td></tr><tr><th>Written at</th><td><code>" + xmlText(expectation.place.file) + ":" +
            std::to_string(expectation.place.line) + "</code></td></tr></tbody></table>";
    return html + "</div>\n<div class=\"plots\">\n" + waveforms(detail.waveform) + "</div>\n";
}

} // namespace

std::string markHtml(bool hasHeld) {
    return hasHeld ? "<span class=\"mark\">✓ held</span>" : "<span class=\"mark\">✗ failed</span>";
}

std::string scenarioId(std::size_t scenario) {
    return "s" + std::to_string(scenario + 1);
}

std::string expectationId(std::size_t scenario, std::size_t expectation) {
    return scenarioId(scenario) + "e" + std::to_string(expectation + 1);
}

std::string plotsByUnit(std::span<const RegisterSeries> series, const Plot& frame) {
    std::string html;
    std::vector<std::string> done;
    for (const RegisterSeries& first : series) {
        if (std::ranges::count(done, first.unit) > 0) {
            continue;
        }
        done.push_back(first.unit);
        Plot plot = frame;
        plot.title = titleOf(first);
        plot.unit = first.unit;
        for (const RegisterSeries& other : series) {
            if (other.unit == first.unit) {
                plot.lines.push_back(lineOf(other, plot.lines.size()));
            }
        }
        html += figure(plotSvg(plot));
    }
    return html;
}

std::string expectationHtml(const RunResult& run, std::size_t index, const std::string& id) {
    const ExpectationResult& expectation = run.expectations[index];
    std::string html = "<details id=\"" + id + "\"" +
                       (expectation.hasHeld ? "" : " class=\"failed\" open") + "><summary>" +
                       markHtml(expectation.hasHeld) + " <code>" + xmlText(expectation.text) +
                       "</code> <span class=\"seen\">seen " + xmlText(expectation.seen) + " at " +
                       secondsText(expectation.at) + "</span></summary>\n<div class=\"inside\">\n";
    if (expectation.detail) {
        html += "<div class=\"plots\">\n" + registerPlots(*expectation.detail, run) + "</div>\n" +
                moment(expectation, *expectation.detail);
    } else {
        html += "<p class=\"facts\">Only the first " + std::to_string(kDetailedExpectationsMax) +
                " expectations of a scenario have plots.</p>\n";
    }
    return html + "</div>\n</details>\n";
}

} // namespace meter::sim
