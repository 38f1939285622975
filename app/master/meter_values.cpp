// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/meter_values.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace meter::app {
namespace {

/// From here on a float no longer holds every whole count (2^24).
constexpr double kFloatCountsMax = 16'777'216.0;

MeterValue rawValue(std::uint16_t number, std::uint16_t word) {
    return {.number = number,
            .name = {},
            .unit = {},
            .value = static_cast<double>(word),
            .decimals = 0,
            .words = {word}};
}

bool needsScales(const RegisterRow& row) {
    return row.format != RegisterFormat::Float &&
           (row.scale == ScaleKind::Current || row.scale == ScaleKind::Voltage ||
            row.scale == ScaleKind::Power || row.scale == ScaleKind::Energy);
}

} // namespace

sim::Result<std::vector<MeterValue>> MeterReader::read(const ReadRequest& request) {
    if (request.name.empty()) {
        return readRange(request.number, request.count);
    }
    const auto value = readNamed(request.name);
    return value ? sim::Result<std::vector<MeterValue>>({*value}) : std::unexpected(value.error());
}

sim::Result<std::vector<MeterValue>> MeterReader::readRange(std::uint16_t number, int count) {
    const auto words = m_master.read(number, count);
    if (!words) {
        return std::unexpected(words.error());
    }
    std::vector<MeterValue> values;
    std::size_t at = 0;
    while (at < words->size()) {
        const auto here = static_cast<std::uint16_t>(number + at);
        const auto target = namedRegisterAt(here);
        const std::size_t size = target && target->row->words == 2 ? 2 : 1;
        const bool isWhole = target && target->row->number == here && at + size <= words->size();
        const bool isLogEntry = target && target->row->words > 2;
        if (!isWhole && !isLogEntry) {
            values.push_back(rawValue(here, (*words)[at]));
            at += 1;
            continue;
        }
        const auto scales = scalesFor(*target->row);
        if (!scales) {
            return std::unexpected(scales.error());
        }
        const std::span<const std::uint16_t> own = std::span(*words).subspan(at, size);
        values.push_back({.number = here,
                          .name = std::string(target->text->name),
                          .unit = std::string(target->text->unit),
                          .value = valueOf(*target->row, own, *scales),
                          .decimals = target->row->format == RegisterFormat::Float
                                          ? -1
                                          : std::max(0, -decimalExponentOf(*target->row, *scales)),
                          .words = {own.begin(), own.end()}});
        at += size;
    }
    return values;
}

sim::Result<MeterValue> MeterReader::readNamed(const std::string& name) {
    const RegisterPair pair = registerPairNamed(name);
    if (!pair.floating) {
        return readRow(*pair.integer);
    }
    const auto fine = readRow(*pair.floating);
    const bool isCounter = pair.integer && pair.integer->row->format == RegisterFormat::ULong;
    if (!fine || !fine->value || !isCounter) {
        return fine;
    }
    const auto scales = scalesFor(*pair.integer->row);
    if (!scales) {
        return std::unexpected(scales.error());
    }
    const double step = std::pow(10.0, decimalExponentOf(*pair.integer->row, *scales));
    return *fine->value / step < kFloatCountsMax ? fine : readRow(*pair.integer);
}

sim::Result<MeterValue> MeterReader::readRow(const NamedRegister& target) {
    const int count = std::min<int>(target.row->words, 2);
    const auto values = readRange(target.row->number, count);
    return values ? sim::Result<MeterValue>(values->front()) : std::unexpected(values.error());
}

sim::Result<ScaleFactors> MeterReader::scalesFor(const RegisterRow& row) {
    if (!needsScales(row)) {
        return ScaleFactors{};
    }
    if (!m_scales) {
        const auto words = m_master.read(kScaleFactorFirst, kScaleFactorCount);
        if (!words) {
            return std::unexpected(words.error());
        }
        m_scales = scaleFactorsFrom(*words);
    }
    return *m_scales;
}

std::string numberTextOf(const MeterValue& value) {
    if (!value.value) {
        return "invalid";
    }
    std::array<char, 64> buffer{};
    if (value.decimals < 0) {
        // The shortest text of the float that came over the wire, not of its double.
        const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                           static_cast<float>(*value.value));
        return {buffer.data(), written.ptr};
    }
    std::snprintf(buffer.data(), buffer.size(), "%.*f", value.decimals, *value.value);
    return buffer.data();
}

std::vector<ReadRequest> wholeMapRequests() {
    std::vector<ReadRequest> requests;
    for (std::size_t i = 0; i < kRegisterRowCount; ++i) {
        const RegisterRow& row = kRegisterMap[i];
        if (!row.existsIn(Variant::Standard)) {
            continue;
        }
        const bool isNext = !requests.empty() && requests.back().number + requests.back().count ==
                                                     static_cast<int>(row.number);
        if (isNext) {
            requests.back().count += row.words;
        } else {
            requests.push_back({.name = {}, .number = row.number, .count = row.words});
        }
    }
    return requests;
}

std::string textOfValues(const std::vector<MeterValue>& values) {
    std::size_t nameWidth = 0;
    for (const MeterValue& value : values) {
        nameWidth = std::max(nameWidth, value.name.size());
    }
    std::string text;
    for (const MeterValue& value : values) {
        const std::string number = std::to_string(value.number);
        text += number + std::string(number.size() < 6 ? 6 - number.size() : 1, ' ');
        if (nameWidth > 0) {
            text += value.name + std::string(nameWidth - value.name.size() + 2, ' ');
        }
        text += numberTextOf(value);
        if (value.value && !value.unit.empty()) {
            text += " " + value.unit;
        }
        text += "\n";
    }
    return text;
}

namespace {

nlohmann::ordered_json listOf(const std::vector<MeterValue>& values) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const MeterValue& value : values) {
        nlohmann::ordered_json entry = {{"register", value.number}};
        entry["name"] = nullptr;
        if (!value.name.empty()) {
            entry["name"] = value.name;
        }
        entry["value"] = nullptr;
        if (value.value && value.decimals == 0) {
            entry["value"] = static_cast<std::int64_t>(*value.value);
        } else if (value.value) {
            // As the digits say: 277.0 V read in steps of 0.1 V is no 276.99999999999994.
            entry["value"] = nlohmann::ordered_json::parse(numberTextOf(value));
        }
        entry["unit"] = value.unit;
        entry["words"] = value.words;
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace

std::string jsonOfValues(const std::vector<MeterValue>& values) {
    return listOf(values).dump(2) + "\n";
}

std::string jsonLineOfValues(const std::vector<MeterValue>& values) {
    return listOf(values).dump();
}

std::string csvOfValues(const std::vector<MeterValue>& values) {
    std::string text = "register,name,value,unit\n";
    for (const MeterValue& value : values) {
        text += std::to_string(value.number) + "," + value.name + "," +
                (value.value ? numberTextOf(value) : "") + "," + value.unit + "\n";
    }
    return text;
}

} // namespace meter::app
