// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/lcd_svg.hpp"

#include "sim/device/glass_text.hpp"
#include "sim/report/markup.hpp"
#include "sim/report/segment_outlines.hpp"

#include <array>
#include <cstddef>

namespace meter::sim {

namespace {

// The drawing board: 1118 × 520 units, as the places of the annunciators below.
constexpr double kSlant = 0.08; ///< Of the digits, as usual on such glasses.

struct Row {
    double left;
    double top;
    double height;
    double pitch;
};

constexpr Row kLabelRow = {52.0, 108.0, 132.0, 115.0};
constexpr Row kValueRow = {102.0, 284.0, 198.0, 136.0};

struct IconPlace {
    Icon icon;
    double x;
    double y;
    double width;
    double height;
    const char* text; ///< Null: a picture.
};

constexpr std::array<IconPlace, static_cast<std::size_t>(Icon::Count)> kIconPlaces = {{
    {Icon::Heart, 36.0, 30.0, 48.0, 46.0, nullptr},
    {Icon::Wrench, 106.0, 28.0, 50.0, 50.0, nullptr},
    {Icon::Lock, 178.0, 28.0, 48.0, 48.0, nullptr},
    {Icon::Communication, 248.0, 30.0, 50.0, 46.0, nullptr},
    {Icon::PhaseA, 352.0, 36.0, 30.0, 36.0, "A"},
    {Icon::PhaseB, 404.0, 36.0, 30.0, 36.0, "B"},
    {Icon::PhaseC, 456.0, 36.0, 30.0, 36.0, "C"},
    {Icon::Average, 522.0, 38.0, 110.0, 31.0, "3 avg"},
    {Icon::Demand, 664.0, 38.0, 170.0, 31.0, "DEMAND"},
    {Icon::Max, 866.0, 38.0, 84.0, 31.0, "MAX"},
    {Icon::Volt, 958.0, 116.0, 24.0, 27.0, "V"},
    {Icon::Ampere, 1006.0, 116.0, 24.0, 27.0, "A"},
    {Icon::Hertz, 1052.0, 116.0, 44.0, 27.0, "Hz"},
    {Icon::Kilo, 912.0, 290.0, 20.0, 27.0, "k"},
    {Icon::Mega, 912.0, 342.0, 30.0, 27.0, "M"},
    {Icon::Watt, 958.0, 290.0, 36.0, 27.0, "W"},
    {Icon::Var, 958.0, 394.0, 76.0, 27.0, "VAR"},
    {Icon::Va, 958.0, 342.0, 50.0, 27.0, "VA"},
    {Icon::WattHour, 1022.0, 290.0, 62.0, 27.0, "Wh"},
    {Icon::VarHour, 958.0, 446.0, 104.0, 27.0, "VARh"},
    {Icon::VaHour, 1022.0, 342.0, 76.0, 27.0, "VAh"},
}};

/// In a box of 100 × 100; even-odd.
const char* pictureOf(Icon icon) {
    switch (icon) {
    case Icon::Heart:
        return "M50 92C20 66 4 50 4 31C4 15 16 6 28 6C38 6 46 12 50 21C54 12 62 6 72 6"
               "C84 6 96 15 96 31C96 50 80 66 50 92Z";
    case Icon::Wrench: // An open-end spanner that leans to the right.
        return "M69 4L57 16L60 32L68 40L84 43L96 31A27 27 0 0 1 62 57L25 94"
               "A11 11 0 0 1 6 75L43 38A27 27 0 0 1 69 4Z";
    case Icon::Lock:
        return "M12 44H24V30A26 26 0 0 1 76 30V44H88V96H12ZM37 44H63V30A13 13 0 0 0 37 30Z"
               "M46 66V86H54V66A7 7 0 1 0 46 66Z";
    default: // Communication: two arrows.
        return "M2 17H62V2L98 25L62 48V33H2ZM98 67H38V52L2 75L38 98V83H98Z";
    }
}

/// One sub-path, from the cell to the board: scaled, and slanted about its foot.
std::string subPath(const Outline& outline, const Row& row, std::size_t cell) {
    std::string text;
    for (const OutlinePoint& point : outline) {
        const double x = row.left + row.pitch * static_cast<double>(cell) +
                         row.height * (point.x + kSlant * (1.0 - point.y));
        text += text.empty() ? "M" : "L";
        text += shortNumber(x, 1) + " " + shortNumber(row.top + row.height * point.y, 1);
    }
    return text + "Z";
}

std::string digitPaths(const Glass& glass) {
    std::string paths;
    for (std::size_t cell = 0; cell < kLabelCells; ++cell) {
        for (int segment = 0; segment < 14; ++segment) {
            if (((glass.label[cell] >> static_cast<unsigned>(segment)) & 1U) != 0U) {
                paths += subPath(labelSegmentOutline(segment), kLabelRow, cell);
            }
        }
    }
    for (std::size_t cell = 0; cell < kValueCells; ++cell) {
        // The digit that is being edited blinks: a still picture shows it lit.
        const bool isSelected = cell == glass.blinkingCell;
        const unsigned segments = isSelected ? glass.blinkingSegments : glass.value[cell];
        for (int segment = 0; segment < 7; ++segment) {
            if (((segments >> static_cast<unsigned>(segment)) & 1U) != 0U) {
                paths += subPath(valueSegmentOutline(segment), kValueRow, cell);
            }
        }
    }
    if (glass.isMinus) {
        paths += "M38 371H84V395H38Z";
    }
    return paths;
}

std::string points(const Glass& glass) {
    std::string circles;
    for (std::size_t cell = 0; cell < kValueCells; ++cell) {
        if (((glass.points >> cell) & 1U) != 0U) {
            const double x = kValueRow.left + kValueRow.pitch * static_cast<double>(cell) +
                             0.5 * (kValueRow.height * kValueCellWidth + kValueRow.pitch);
            circles += "<circle cx=\"" + shortNumber(x, 1) + "\" cy=\"471\" r=\"11\"/>";
        }
    }
    return circles;
}

std::string annunciators(const Glass& glass) {
    std::string text;
    for (const IconPlace& place : kIconPlaces) {
        if (!glass.has(place.icon)) {
            continue;
        }
        const std::string x = shortNumber(place.x, 1);
        if (place.text == nullptr) {
            text += "<path fill-rule=\"evenodd\" transform=\"translate(" + x + " " +
                    shortNumber(place.y, 1) + ") scale(" + shortNumber(place.height / 100.0, 2) +
                    ")\" d=\"" + pictureOf(place.icon) + "\"/>";
            continue;
        }
        // A font's capitals are 0.73 of its size; the length is given, as fonts differ.
        text += "<text x=\"" + x + "\" y=\"" + shortNumber(place.y + place.height, 1) +
                "\" font-size=\"" + shortNumber(place.height / 0.73, 1) + "\" textLength=\"" +
                shortNumber(place.width, 1) + "\" lengthAdjust=\"spacingAndGlyphs\">" + place.text +
                "</text>";
    }
    return text;
}

} // namespace

std::string lcdSvg(const Glass& glass) {
    const std::string name = xmlText("Display: " + glassText(glass));
    const char* background = "#262e3e";
    if (glass.isPowered) {
        background = glass.isBacklightBright ? "#1c6bf0" : "#183a8c";
    }
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lcd\" role=\"img\" "
                      "viewBox=\"0 0 1118 520\" aria-label=\"" +
                      name + "\"><title>" + name +
                      "</title><rect width=\"1118\" height=\"520\" rx=\"14\" fill=\"" + background +
                      "\"/>";
    if (glass.isPowered) {
        svg +=
            "<g fill=\"#fff\" font-family=\"DejaVu Sans,Verdana,sans-serif\" font-weight=\"bold\">"
            "<path d=\"" +
            digitPaths(glass) + "\"/>" + points(glass) + annunciators(glass) + "</g>";
    }
    return svg + "</svg>";
}

} // namespace meter::sim
