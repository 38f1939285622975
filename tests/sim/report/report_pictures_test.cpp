// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of a report as numbers.

#include "core/panel/segment_font.hpp"
#include "sim/report/lcd_svg.hpp"
#include "sim/report/plot_svg.hpp"
#include "sim/report/segment_outlines.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

using namespace meter;
using namespace meter::sim;

namespace {

std::size_t countOf(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

/// The path of the digits: each lit segment is one closed sub-path.
std::size_t segmentsIn(const std::string& svg) {
    const std::size_t begin = svg.find("<path d=\"");
    REQUIRE(begin != std::string::npos);
    return countOf(svg.substr(begin, svg.find("\"/>", begin) - begin), "Z");
}

} // namespace

TEST_CASE("every segment lies in its cell and none is where another is") {
    const auto isInside = [](const Outline& outline, double width) {
        return std::ranges::all_of(outline, [width](const OutlinePoint& point) {
            return point.x >= 0.0 && point.x <= width && point.y >= 0.0 && point.y <= 1.0;
        });
    };
    const auto centreOf = [](const Outline& outline) {
        OutlinePoint sum;
        for (const OutlinePoint& point : outline) {
            sum.x += point.x / static_cast<double>(outline.size());
            sum.y += point.y / static_cast<double>(outline.size());
        }
        return sum;
    };
    for (int segment = 0; segment < 14; ++segment) {
        const Outline outline = labelSegmentOutline(segment);
        CHECK(isInside(outline, kLabelCellWidth));
        for (int other = 0; other < segment; ++other) {
            const OutlinePoint here = centreOf(outline);
            const OutlinePoint there = centreOf(labelSegmentOutline(other));
            const double apart =
                (here.x - there.x) * (here.x - there.x) + (here.y - there.y) * (here.y - there.y);
            CHECK(apart > 0.01);
        }
    }
    for (int segment = 0; segment < 7; ++segment) {
        CHECK(isInside(valueSegmentOutline(segment), kValueCellWidth));
    }
}

TEST_CASE("segments lie where the order of the glass says") {
    // Glass: a b c d e f g1 g2 h i j k l m; a is the top, b the upper right.
    CHECK(labelSegmentOutline(0).front().y == 0.0);
    CHECK(labelSegmentOutline(1).front().x == Approx(kLabelCellWidth));
    CHECK(labelSegmentOutline(3).front().y == 1.0);
    CHECK(valueSegmentOutline(4).front().x == 0.0); // e: left,
    CHECK(valueSegmentOutline(4).front().y > 0.5);  // below.
    CHECK(valueSegmentOutline(6).front().y == 0.5);
    CHECK(labelSegmentOutline(8).front().x < 0.5 * kLabelCellWidth);  // h: left
    CHECK(labelSegmentOutline(13).front().x > 0.5 * kLabelCellWidth); // m: right,
    CHECK(labelSegmentOutline(13).front().y > 0.5);                   // below.
}

TEST_CASE("the picture of a glass has its segments and words and says what it shows") {
    Glass glass;
    glass.isPowered = true;
    glass.value[4] = valueSegments('1');
    glass.value[5] = valueSegments('8');
    glass.points = 1U << 4U;
    glass.set(Icon::Kilo, true);
    glass.set(Icon::WattHour, true);
    const std::string svg = lcdSvg(glass);
    CHECK(segmentsIn(svg) == 2 + 7); // One has two segments and eight has seven.
    CHECK(countOf(svg, "<circle") == 1);
    CHECK(svg.find(">Wh</text>") != std::string::npos);
    CHECK(svg.find("VARh") == std::string::npos);
    CHECK(svg.find("aria-label=\"Display: 1.8 [k Wh]\"") != std::string::npos);
}

TEST_CASE("a glass without power is dark") {
    const std::string svg = lcdSvg(Glass{});
    CHECK(svg.find("Display: blank") != std::string::npos);
    CHECK(svg.find("<path") == std::string::npos);
}

TEST_CASE("scales are marked at round values") {
    // 0…97 in about four steps: 25 is no 1, 2 or 5 so that it is 50.
    CHECK(ticksBetween(0.0, 97.0, 4).values == std::vector<double>{0.0, 50.0});
    CHECK(ticksBetween(3.0, 21.0, 4).values == std::vector<double>{5.0, 10.0, 15.0, 20.0});
    CHECK(ticksBetween(-1.0, 1.0, 4).step == 0.5);
    CHECK(ticksBetween(5.0, 5.0, 4).values == std::vector<double>{5.0});
    CHECK(ticksBetween(1e9, 1e9 + 1e-6, 4).values.size() <= 6);
}

TEST_CASE("a plot draws gaps as gaps and says its extent") {
    RegisterSeries series{.name = "voltage_an", .unit = "V", .firstS = 1, .stepS = 1, .steps = {}};
    for (const double value : {277.0, 278.0, 0.0, 194.0, 195.0}) {
        series.steps.push_back({.low = value, .high = value, .isValid = value > 0.0});
    }
    Plot plot;
    plot.title = "Voltages";
    plot.unit = "V";
    plot.fromS = 0.0;
    plot.toS = 6.0;
    plot.lines.push_back(lineOf(series, 0));
    const std::string svg = plotSvg(plot);
    const std::size_t begin = svg.find("<path class=\"l0\"");
    REQUIRE(begin != std::string::npos);
    const std::string path = svg.substr(begin, svg.find("/>", begin) - begin);
    CHECK(countOf(path, "M") == 2); // Before and behind the gap.
    CHECK(svg.find("voltage_an: 194 to 278 V") != std::string::npos);
    CHECK(plotSvg(plot) == svg);
}
