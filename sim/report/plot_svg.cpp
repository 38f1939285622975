// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/plot_svg.hpp"

#include "sim/report/markup.hpp"

#include <algorithm>
#include <cmath>

namespace meter::sim {

namespace {

constexpr double kWidth = 720.0;
constexpr double kHeight = 210.0;
constexpr double kLeft = 66.0;
constexpr double kRight = 708.0;
constexpr double kTop = 28.0;
constexpr double kBottom = 178.0;
constexpr double kLegendPitch = 112.0;
constexpr int kTimeTicks = 8;
constexpr int kValueTicks = 5;
/// A value that hardly moves is not blown up to fill the plot.
constexpr double kLeastSpan = 0.002;

struct Scale {
    double low = 0.0;
    double high = 1.0;
    double start = 0.0; ///< Where `low` lies on the paper.
    double end = 1.0;

    [[nodiscard]] double at(double value) const {
        return start + (value - low) / (high - low) * (end - start);
    }

    /// Within the frame, whatever the value.
    [[nodiscard]] double inside(double value) const { return at(std::clamp(value, low, high)); }
};

std::string number(double value) {
    return shortNumber(value, 1);
}

struct Extent {
    std::optional<double> low;
    std::optional<double> high;

    void add(double value) {
        low = std::min(low.value_or(value), value);
        high = std::max(high.value_or(value), value);
    }
};

Extent extentOf(const std::vector<PlotLine>& lines) {
    Extent extent;
    for (const PlotLine& line : lines) {
        for (const PlotPoint& point : line.points) {
            if (point.isValid) {
                extent.add(point.low);
                extent.add(point.high);
            }
        }
    }
    return extent;
}

Scale valueScale(const Plot& plot) {
    Extent extent = extentOf(plot.lines);
    for (const std::optional<double>& limit : {plot.low, plot.high}) {
        if (limit) {
            extent.add(*limit);
        }
    }
    double low = extent.low.value_or(0.0);
    double high = extent.high.value_or(1.0);
    const bool hasBothLimits = plot.low && plot.high && *plot.low < *plot.high;
    const double magnitude = std::max(std::fabs(low), std::fabs(high));
    const double leastSpan = hasBothLimits      ? 2.0 * (*plot.high - *plot.low)
                             : magnitude == 0.0 ? 1.0
                                                : kLeastSpan * magnitude;
    const double missing = std::max(leastSpan - (high - low), 0.0);
    const double margin = 0.06 * std::max(high - low, leastSpan);
    const bool isFromZero = low == 0.0 && high > 0.0 && missing == 0.0;
    low -= isFromZero ? 0.0 : 0.5 * missing + margin;
    high += 0.5 * missing + margin;
    return {.low = low, .high = high, .start = kBottom, .end = kTop};
}

/// In which unit time is read.
struct TimeUnit {
    double seconds;
    const char* name;
};

TimeUnit timeUnitFor(double spanS) {
    if (spanS < 1.0) {
        return {0.001, "ms"};
    }
    if (spanS <= 600.0) {
        return {1.0, "s"};
    }
    return spanS <= 7200.0 ? TimeUnit{60.0, "min"} : TimeUnit{3600.0, "h"};
}

std::string text(double x, double y, const char* anchor, const std::string& content) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">" +
           xmlText(content) + "</text>";
}

std::string axes(const Plot& plot, const Scale& time, const Scale& value) {
    std::string grid;
    std::string labels;
    const Ticks values = ticksBetween(value.low, value.high, kValueTicks);
    for (const double tick : values.values) {
        const double y = value.at(tick);
        grid += "M" + number(kLeft) + " " + number(y) + "H" + number(kRight);
        labels += text(kLeft - 6.0, y + 4.0, "end", shortNumber(tick, values.decimals));
    }
    const TimeUnit unit = timeUnitFor(time.high - time.low);
    const Ticks times = ticksBetween(time.low / unit.seconds, time.high / unit.seconds, kTimeTicks);
    for (const double tick : times.values) {
        const double x = time.at(tick * unit.seconds);
        grid += "M" + number(x) + " " + number(kTop) + "V" + number(kBottom);
        labels += text(x, kBottom + 15.0, "middle", shortNumber(tick, times.decimals));
    }
    labels += text(kRight, kBottom + 29.0, "end", std::string("time in ") + unit.name);
    const std::string title = plot.unit.empty() ? plot.title : plot.title + " in " + plot.unit;
    return "<path class=\"grid\" d=\"" + grid + "\"/><path class=\"axis\" d=\"M" + number(kLeft) +
           " " + number(kTop) + "V" + number(kBottom) + "H" + number(kRight) +
           "\"/><g class=\"label\">" + labels + "</g><g class=\"title\">" +
           text(kLeft, 17.0, "start", title) + "</g>";
}

/// What is allowed as an area across, when it is judged as one from top to bottom.
std::string areas(const Plot& plot, const Scale& time, const Scale& value) {
    std::string svg;
    if (plot.judgedFromS && plot.judgedToS) {
        const double left = time.inside(*plot.judgedFromS);
        const double width = std::max(time.inside(*plot.judgedToS) - left, 0.0);
        svg += "<rect class=\"span\" x=\"" + number(left - 1.0) + "\" y=\"" + number(kTop) +
               "\" width=\"" + number(width + 2.0) + "\" height=\"" + number(kBottom - kTop) +
               "\"><title>judged here</title></rect>";
    }
    if (plot.low || plot.high) {
        const double top = plot.high ? value.inside(*plot.high) : kTop;
        const double bottom = plot.low ? value.inside(*plot.low) : kBottom;
        svg += "<rect class=\"allowed\" x=\"" + number(kLeft) + "\" y=\"" + number(top - 0.5) +
               "\" width=\"" + number(kRight - kLeft) + "\" height=\"" +
               number(std::max(bottom - top, 0.0) + 1.0) + "\"><title>allowed</title></rect>";
    }
    return svg;
}

std::string events(const Plot& plot, const Scale& time) {
    std::string svg;
    for (const RunEvent& event : plot.events) {
        const double at = secondsOf(event.at);
        if (at < time.low || at > time.high) {
            continue;
        }
        const std::string x = number(time.at(at));
        svg += "<path class=\"event\" d=\"M" + x + " " + number(kTop) + "V" + number(kBottom) +
               "\"><title>" + xmlText(shortNumber(at, 3) + " s: " + event.text) + "</title></path>";
    }
    return svg;
}

/// One path; a gap where nothing was valid. A point of its own shows as a dot.
std::string curve(const PlotLine& line, const Scale& time, const Scale& value) {
    std::string path;
    bool isDown = false;
    for (const PlotPoint& point : line.points) {
        if (!point.isValid) {
            isDown = false;
            continue;
        }
        const std::string x = number(time.at(point.timeS));
        const std::string low = number(value.at(point.low));
        const std::string high = number(value.at(point.high));
        if (isDown) {
            path += line.isHeld ? "H" + x + "V" + low : "L" + x + " " + low;
        } else {
            path += "M" + x + " " + low + "h0";
        }
        path += low == high ? "" : "V" + high;
        isDown = true;
    }
    return "<path class=\"l" + std::to_string(line.colour % 3) + "\" d=\"" + path + "\"/>";
}

std::string legend(const std::vector<PlotLine>& lines) {
    if (lines.size() < 2) {
        return {};
    }
    std::string svg;
    double x = kRight - kLegendPitch * static_cast<double>(lines.size());
    for (const PlotLine& line : lines) {
        svg += "<path class=\"l" + std::to_string(line.colour % 3) + "\" d=\"M" + number(x) +
               " 13h22\"/><g class=\"label\">" + text(x + 27.0, 17.0, "start", line.name) + "</g>";
        x += kLegendPitch;
    }
    return svg;
}

/// For who cannot see it: what each line spans.
std::string spokenText(const Plot& plot) {
    std::string spoken = plot.title;
    for (const PlotLine& line : plot.lines) {
        const Extent extent = extentOf({line});
        spoken += "; " + line.name + ": ";
        if (extent.low && extent.high) {
            spoken += shortNumber(*extent.low, 3) + " to " + shortNumber(*extent.high, 3) + " " +
                      plot.unit;
        } else {
            spoken += "nothing valid";
        }
    }
    return spoken;
}

} // namespace

Ticks ticksBetween(double low, double high, int count) {
    Ticks ticks;
    if (!(high > low) || !std::isfinite(high - low)) {
        ticks.values = {low};
        return ticks;
    }
    const double least = (high - low) / count;
    double power = 1.0;
    while (power > least) {
        power /= 10.0;
        ++ticks.decimals;
    }
    while (power * 10.0 <= least) {
        power *= 10.0;
        ticks.decimals = std::max(ticks.decimals - 1, 0);
    }
    // power ≤ least < 10 · power: the next of 2, 5 and 10 times.
    for (const double multiple : {1.0, 2.0, 5.0, 10.0}) {
        ticks.step = multiple * power;
        if (ticks.step >= least) {
            break;
        }
    }
    const double first = std::ceil(low / ticks.step);
    const double last = std::floor(high / ticks.step);
    for (int i = 0; i <= count && first + i <= last; ++i) {
        ticks.values.push_back((first + i) * ticks.step);
    }
    return ticks;
}

PlotLine lineOf(const RegisterSeries& series, std::size_t colour) {
    PlotLine line{.name = series.name, .colour = colour, .isHeld = true, .points = {}};
    for (std::size_t i = 0; i < series.steps.size(); ++i) {
        const RegisterSeries::Step& step = series.steps[i];
        const auto second = series.firstS + static_cast<std::int64_t>(i) * series.stepS;
        line.points.push_back({.timeS = static_cast<double>(second),
                               .low = step.low,
                               .high = step.high,
                               .isValid = step.isValid});
    }
    return line;
}

std::string plotSvg(const Plot& plot) {
    const double toS = std::max(plot.toS, plot.fromS + 1e-3);
    const Scale time{.low = plot.fromS, .high = toS, .start = kLeft, .end = kRight};
    const Scale value = valueScale(plot);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" role=\"img\" "
                      "viewBox=\"0 0 " +
                      number(kWidth) + " " + number(kHeight) + "\" aria-label=\"" +
                      xmlText(spokenText(plot)) + "\">";
    svg += areas(plot, time, value) + axes(plot, time, value) + events(plot, time);
    for (const PlotLine& line : plot.lines) {
        svg += curve(line, time, value);
    }
    return svg + legend(plot.lines) + "</svg>";
}

} // namespace meter::sim
