// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The point map as text: registers.csv and docs/registers.md.
#include "sim/registers/register_names.hpp"

#include <array>

namespace meter {

namespace {

constexpr std::string_view kCsvHeader =
    "register,words,access,nv,format,unit,scale,range,name,valid_in,variant,description";

/// RFC 4180: quotes where a comma or a quote would be misread.
std::string csvField(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char character : text) {
        quoted += character;
        if (character == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

/// Per-phase values of phase A exist in all types, in delta against the virtual star point: the
/// point map names that type last there.
bool isDeltaLast(const RegisterRow& row) {
    switch (row.quantity) {
    case Quantity::RealPower:
    case Quantity::ReactivePower:
    case Quantity::ApparentPower:
    case Quantity::PowerFactor:
    case Quantity::RealEnergyOfPhase:
        return row.index == 0;
    default:
        return false;
    }
}

std::string_view accessText(const RegisterRow& row) {
    return row.isWritable() ? "R/W" : "R";
}

std::string_view nonVolatileText(const RegisterRow& row) {
    return row.isNonVolatile() ? "NV" : "";
}

std::string numbersText(const RegisterRow& row) {
    std::string text = std::to_string(row.number);
    if (row.words > 1) {
        text.append("–").append(std::to_string(row.number + row.words - 1));
    }
    return text;
}

void appendMarkdownRow(std::string& page, const NamedRegister& entry) {
    const RegisterRow& row = *entry.row;
    const std::array<std::string, 9> cells = {
        numbersText(row),
        std::string("`").append(entry.text->name).append("`"),
        std::string(accessText(row)).append(row.isNonVolatile() ? " NV" : ""),
        std::string(formatText(row.format)),
        std::string(entry.text->unit),
        std::string(scaleText(row.scale)),
        std::string(entry.text->range),
        validInText(row),
        std::string(entry.text->description),
    };
    for (const std::string& cell : cells) {
        page += "| ";
        for (const char character : cell) {
            page += character == '|' ? std::string("\\|") : std::string(1, character);
        }
        page += ' ';
    }
    page += "|\n";
}

struct Section {
    std::uint16_t firstNumber;
    std::string_view title;
};

constexpr std::array<Section, 6> kSections = {{
    {1, "Measurements as integers"},
    {129, "Configuration and status"},
    {155, "Data log (logging variant only)"},
    {257, "Measurements as floats"},
    {7001, "Version"},
    {8000, "Log buffer (logging variant only)"},
}};

constexpr std::string_view kPageHead = R"(# Registers

This page is written by the program: `metertwin-cli registers --format markdown`. Do not edit it.

The number of a register is the guide's; its protocol address is one less. Functions 03 and 04
read the same registers, 06 and 16 write those marked R/W. Two-word values have the most
significant word first. An integer × 10^scale is the value in its unit: scale I, V, W and E stand
for registers 138–141, a number is fixed. What the system type does not have reads 0x8000
(16 bit), 0x80000000 (ULong) or 0x7FC00000 (Float). NV: kept without power.
)";

} // namespace

std::string_view formatText(RegisterFormat format) {
    switch (format) {
    case RegisterFormat::UInt:
        return "UInt";
    case RegisterFormat::SInt:
        return "SInt";
    case RegisterFormat::ULong:
        return "ULong";
    default:
        return "Float";
    }
}

std::string_view scaleText(ScaleKind scale) {
    switch (scale) {
    case ScaleKind::Current:
        return "I";
    case ScaleKind::Voltage:
        return "V";
    case ScaleKind::Power:
        return "W";
    case ScaleKind::Energy:
        return "E";
    case ScaleKind::Hundredths:
        return "0.01";
    case ScaleKind::TenThousandths:
        return "0.0001";
    default:
        return "";
    }
}

std::string validInText(const RegisterRow& row) {
    std::string text;
    const auto append = [&](const SystemTypeTraits& traits) {
        if (row.isValidIn(traits)) {
            text.append(text.empty() ? "" : " ");
            text.append(std::to_string(static_cast<int>(traits.type)));
        }
    };
    for (const SystemTypeTraits& traits : kSystemTypes) {
        if (traits.type != SystemType::Delta || !isDeltaLast(row)) {
            append(traits);
        }
    }
    if (isDeltaLast(row)) {
        append(traitsOf(SystemType::Delta));
    }
    return text;
}

std::string registersCsv() {
    std::string csv(kCsvHeader);
    csv += "\r\n";
    for (std::size_t i = 0; i < kRegisterMap.size(); ++i) {
        const auto [row, text] = namedRegister(i);
        const std::array<std::string, 12> fields = {
            std::to_string(row->number),
            std::to_string(row->words),
            std::string(accessText(*row)),
            std::string(nonVolatileText(*row)),
            std::string(formatText(row->format)),
            std::string(text->unit),
            std::string(scaleText(row->scale)),
            std::string(text->range),
            std::string(text->name),
            validInText(*row),
            row->variant() == Variant::Logging ? "log" : "all",
            std::string(text->description),
        };
        for (std::size_t field = 0; field < fields.size(); ++field) {
            csv.append(field == 0 ? "" : ",").append(csvField(fields[field]));
        }
        csv += "\r\n";
    }
    return csv;
}

std::string registersMarkdown() {
    std::string page(kPageHead);
    std::size_t section = 0;
    for (std::size_t i = 0; i < kRegisterMap.size(); ++i) {
        const NamedRegister entry = namedRegister(i);
        if (section < kSections.size() && entry.row->number >= kSections[section].firstNumber) {
            page.append("\n## ").append(kSections[section++].title);
            page += "\n\n| register | name | access | format | unit | scale | range | valid in "
                    "system types | description |\n|---|---|---|---|---|---|---|---|---|\n";
        }
        appendMarkdownRow(page, entry);
    }
    return page;
}

} // namespace meter
