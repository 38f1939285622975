// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/truth/hand_tools.hpp"

#include "sim/base/quantity.hpp"
#include "sim/installation/service.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace meter::sim {

namespace {

constexpr std::array<std::string_view, 3> kTools = {"clamp", "voltmeter", "rotation"};
constexpr std::string_view kConductors = "ABCN";

std::unexpected<Error> refused(std::string text) {
    return std::unexpected(Error{std::move(text)});
}

std::optional<ProbePoint> pointOf(std::string_view text) {
    const bool isTerminal = text.size() == 2 && text.front() == 'V';
    if (isTerminal) {
        text.remove_prefix(1);
    }
    const std::size_t index = text.size() == 1 ? kConductors.find(text.front()) : text.npos;
    if (index == std::string_view::npos) {
        return std::nullopt;
    }
    return ProbePoint{.isTerminal = isTerminal, .index = index};
}

std::vector<ProbePoint> pointsOf(std::string_view text) {
    std::vector<ProbePoint> points;
    while (true) {
        const std::size_t dash = text.find('-');
        const std::optional<ProbePoint> point = pointOf(trimmed(text.substr(0, dash)));
        if (!point) {
            return {};
        }
        points.push_back(*point);
        if (dash == std::string_view::npos) {
            return points;
        }
        text.remove_prefix(dash + 1);
    }
}

/// A hand tool shows a tenth.
std::string tenths(double value, std::string_view unit) {
    const auto rounded = static_cast<long long>(std::llround(value * 10.0));
    return std::to_string(rounded / 10) + "." + std::to_string(rounded % 10) + " " +
           std::string(unit);
}

std::string_view sequenceText(PhaseSequence sequence) {
    constexpr std::array<std::string_view, 3> kTexts = {"A-B-C", "A-C-B", "a phase is missing"};
    return kTexts[static_cast<std::size_t>(sequence)];
}

Result<ToolReading> clampAt(std::string_view at, const World& world) {
    const std::vector<ProbePoint> points = pointsOf(at);
    if (points.size() != 1 || points.front().isTerminal) {
        return refused("a clamp goes around one conductor: A, B, C or N");
    }
    const auto conductor = static_cast<Conductor>(points.front().index);
    if (!isLive(world.installation.service, conductor)) {
        return refused("this service has no conductor " + std::string(at));
    }
    const double value = Conductors(world).currentIn(conductor);
    return ToolReading{
        .tool = HandTool::Clamp, .at = std::string(at), .value = value, .text = tenths(value, "A")};
}

Result<ToolReading> voltageAt(std::string_view at, const World& world) {
    const std::vector<ProbePoint> points = pointsOf(at);
    if (points.size() != 2) {
        return refused("a voltmeter has two probes: write two points such as A-N, or VA-VN for the "
                       "meter's terminals");
    }
    const double value = Conductors(world).voltageBetween(points[0], points[1]);
    return ToolReading{.tool = HandTool::Voltmeter,
                       .at = std::string(at),
                       .value = value,
                       .text = tenths(value, "V")};
}

Result<ToolReading> sequenceAt(std::string_view at, const World& world) {
    const std::vector<ProbePoint> points = pointsOf(at.empty() ? "A-B-C" : at);
    if (points.size() != 3) {
        return refused("a phase-sequence tester has three clips: write three points such as "
                       "A-B-C, or VA-VB-VC for the meter's terminals");
    }
    const PhaseSequence sequence = Conductors(world).sequenceOf({points[0], points[1], points[2]});
    return ToolReading{.tool = HandTool::Rotation,
                       .at = at.empty() ? "A-B-C" : std::string(at),
                       .value = 0.0,
                       .text = std::string(sequenceText(sequence))};
}

} // namespace

std::string_view nameOf(HandTool tool) {
    return kTools[static_cast<std::size_t>(tool)];
}

Result<HandTool> handToolNamed(std::string_view name) {
    for (std::size_t index = 0; index < kTools.size(); ++index) {
        if (kTools[index] == name) {
            return static_cast<HandTool>(index);
        }
    }
    return refused("there is no hand tool `" + std::string(name.substr(0, 60)) +
                   "`; there are clamp, voltmeter and rotation");
}

Result<ToolReading> measureWith(HandTool tool, std::string_view at, const World& world) {
    constexpr std::array kMeasure = {&clampAt, &voltageAt, &sequenceAt};
    return kMeasure[static_cast<std::size_t>(tool)](at, world);
}

} // namespace meter::sim
