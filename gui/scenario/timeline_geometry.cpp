// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scenario/timeline_geometry.hpp"

#include "sim/scenario/timeline_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>
#include <variant>

namespace meter::gui {

namespace {

constexpr double kPixelsPerSMin = 0.005; // A day in 432 pixels.
constexpr double kPixelsPerSMax = 5000.0;
constexpr double kTickDistanceMin = 64.0;
constexpr std::size_t kBarCountMax = 2000; ///< More could not be distinguished anyway.
constexpr std::array kTicksS = {0.001, 0.002, 0.005, 0.01,  0.02,  0.05,   0.1,    0.2,    0.5,
                                1.0,   2.0,   5.0,   10.0,  20.0,  30.0,   60.0,   120.0,  300.0,
                                600.0, 1200., 1800., 3600., 7200., 14400., 21600., 43200., 86400.};

BarKind kindOf(const sim::TimelineEntry& entry) {
    if (std::holds_alternative<sim::SetAction>(entry.action)) {
        return entry.rampDuration ? BarKind::Ramp : BarKind::Set;
    }
    if (std::holds_alternative<sim::ApplyAction>(entry.action)) {
        return BarKind::Fault;
    }
    if (std::holds_alternative<sim::PressAction>(entry.action)) {
        return BarKind::Keys;
    }
    if (std::holds_alternative<sim::WriteAction>(entry.action)) {
        return BarKind::Write;
    }
    return std::holds_alternative<sim::PowerAction>(entry.action) ? BarKind::Power : BarKind::Other;
}

double lengthS(const sim::TimelineEntry& entry) {
    return sim::secondsOf(entry.forDuration.value_or(entry.rampDuration.value_or(0)));
}

void addRepetitions(const sim::TimelineEntry& entry,
                    double fromS,
                    double toS,
                    std::vector<TimelineBar>& bars) {
    const double atS = sim::secondsOf(entry.at);
    const double everyS = sim::secondsOf(entry.every.value_or(0));
    const double length = lengthS(entry);
    double round = 0.0;
    if (everyS > 0.0 && fromS > atS + length) {
        round = std::floor((fromS - atS - length) / everyS);
    }
    const double roundMax = everyS > 0.0 ? entry.times.value_or(1'000'000'000) - 1.0 : 0.0;
    for (; round <= roundMax && bars.size() < kBarCountMax; round += 1.0) {
        const double beginS = atS + round * everyS;
        if (beginS > toS) {
            return;
        }
        if (beginS + length >= fromS) {
            bars.push_back({.kind = kindOf(entry),
                            .beginS = beginS,
                            .endS = beginS + length,
                            .lane = 0,
                            .order = static_cast<int>(bars.size()),
                            .text = sim::actionText(entry)});
        }
    }
}

} // namespace

TimelineScale TimelineScale::zoomed(double factor, double x) const {
    const double wanted = std::clamp(pixelsPerS * factor, kPixelsPerSMin, kPixelsPerSMax);
    return {.beginS = secondsAt(x) - x / wanted, .pixelsPerS = wanted};
}

double TimelineScale::tickS() const {
    const auto tick = std::ranges::find_if(
        kTicksS, [this](double step) { return step * pixelsPerS >= kTickDistanceMin; });
    return tick == kTicksS.end() ? kTicksS.back() : *tick;
}

std::vector<TimelineBar> timelineBars(const std::vector<sim::TimelineEntry>& timeline,
                                      double fromS,
                                      double toS,
                                      double gapS) {
    std::vector<TimelineBar> bars;
    for (const sim::TimelineEntry& entry : timeline) {
        if (!std::holds_alternative<sim::SaveAction>(entry.action)) {
            addRepetitions(entry, fromS, toS, bars);
        }
    }
    std::ranges::sort(bars, {},
                      [](const TimelineBar& bar) { return std::pair(bar.beginS, bar.order); });
    std::vector<double> laneEndS;
    for (TimelineBar& bar : bars) {
        const auto free =
            std::ranges::find_if(laneEndS, [&bar](double endS) { return endS <= bar.beginS; });
        bar.lane = static_cast<int>(free - laneEndS.begin());
        const double end = std::max(bar.endS, bar.beginS) + gapS;
        if (free == laneEndS.end()) {
            laneEndS.push_back(end);
        } else {
            *free = end;
        }
    }
    return bars;
}

std::string clockText(double seconds, double tickS) {
    std::array<char, 48> text{};
    if (tickS < 1.0) {
        const int digits = tickS < 0.01 ? 3 : tickS < 0.1 ? 2 : 1;
        std::snprintf(text.data(), text.size(), "%.*f s", digits, seconds);
        return text.data();
    }
    const auto whole = static_cast<long long>(std::llround(seconds));
    if (whole >= 3600) {
        std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60,
                      whole % 60);
    } else {
        std::snprintf(text.data(), text.size(), "%lld:%02lld", whole / 60, whole % 60);
    }
    return text.data();
}

} // namespace meter::gui
