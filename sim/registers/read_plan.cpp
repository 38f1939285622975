// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/registers/read_plan.hpp"

#include "sim/base/number_text.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/registers/register_value.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace meter::sim {
namespace {

/// From here on a float no longer holds every whole count (2^24).
constexpr double kFloatCountsMax = 16'777'216.0;
constexpr int kReadCountMax = 125;

bool needsScales(const RegisterRow& row) {
    return row.format != RegisterFormat::Float &&
           (row.scale == ScaleKind::Current || row.scale == ScaleKind::Voltage ||
            row.scale == ScaleKind::Power || row.scale == ScaleKind::Energy);
}

RegisterRange rangeOf(const RegisterRow& row) {
    return {row.number, row.words <= 2 ? row.words : 1}; // Of the log, its first entry.
}

ScaleFactors scalesOf(const RegisterWords& known) {
    const auto words = known.words(kScaleFactorFirst, kScaleFactorCount);
    return words ? scaleFactorsFrom(*words) : ScaleFactors{};
}

/// The row that a name is read from, as far as the known words tell.
RegisterRow rowFor(const std::string& name, const RegisterWords& known) {
    const RegisterPair pair = registerPairNamed(name);
    const RegisterRow& integer = pair.integer ? *pair.integer->row : *pair.floating->row;
    if (!pair.floating) {
        return integer;
    }
    const RegisterRow& fine = *pair.floating->row;
    const auto words = known.words(fine.number, fine.words);
    if (!pair.integer || integer.format != RegisterFormat::ULong || !words ||
        (needsScales(integer) && !known.words(kScaleFactorFirst, kScaleFactorCount))) {
        return fine;
    }
    const auto value = meter::valueOf(fine, *words, {});
    const double step = std::pow(10.0, decimalExponentOf(integer, scalesOf(known)));
    return value && *value / step >= kFloatCountsMax ? integer : fine;
}

/// What the value of a name takes: itself, and the scale factors where they matter.
void addNamed(const std::string& name,
              const RegisterWords& known,
              std::vector<RegisterRange>& ranges) {
    const RegisterRow row = rowFor(name, known);
    ranges.push_back(rangeOf(row));
    const RegisterPair pair = registerPairNamed(name);
    const bool isCounter = pair.integer && pair.integer->row->format == RegisterFormat::ULong &&
                           needsScales(*pair.integer->row);
    if (needsScales(row) || isCounter) {
        ranges.push_back({kScaleFactorFirst, kScaleFactorCount});
    }
}

void addNumbered(const ReadRequest& request, std::vector<RegisterRange>& ranges) {
    ranges.push_back({request.number, request.count});
    for (int at = 0; at < request.count; ++at) {
        const auto row = registerRowAt(static_cast<std::uint32_t>(request.number + at));
        if (row != nullptr && needsScales(*row)) {
            ranges.push_back({kScaleFactorFirst, kScaleFactorCount});
            return;
        }
    }
}

/// Where a request may end at the latest: within 125 registers, and not within a value.
int endOf(int first, int end) {
    int last = std::min(end, first + kReadCountMax);
    const RegisterRow* const row = registerRowAt(static_cast<std::uint32_t>(last));
    if (last < end && row != nullptr && row->words == 2 && row->number != last) {
        --last;
    }
    return last;
}

MeterValue rawValue(std::uint16_t number, std::uint16_t word) {
    return {.number = number,
            .name = {},
            .unit = {},
            .value = static_cast<double>(word),
            .decimals = 0,
            .words = {word}};
}

void appendValues(RegisterRange range,
                  const RegisterWords& known,
                  std::vector<MeterValue>& values) {
    const auto words =
        known.words(range.number, range.count).value_or(std::vector<std::uint16_t>{});
    const ScaleFactors scales = scalesOf(known);
    std::size_t at = 0;
    while (at < words.size()) {
        const auto here = static_cast<std::uint16_t>(range.number + at);
        const auto target = namedRegisterAt(here);
        const std::size_t size = target && target->row->words == 2 ? 2 : 1;
        const bool isWhole = target && target->row->number == here && at + size <= words.size();
        const bool isLogEntry = target && target->row->words > 2;
        if (!isWhole && !isLogEntry) {
            values.push_back(rawValue(here, words[at]));
            at += 1;
            continue;
        }
        const std::span<const std::uint16_t> own = std::span(words).subspan(at, size);
        values.push_back({.number = here,
                          .name = std::string(target->text->name),
                          .unit = std::string(target->text->unit),
                          .value = meter::valueOf(*target->row, own, scales),
                          .decimals = target->row->format == RegisterFormat::Float
                                          ? -1
                                          : std::max(0, -decimalExponentOf(*target->row, scales)),
                          .words = {own.begin(), own.end()}});
        at += size;
    }
}

} // namespace

std::vector<ReadRequest> wholeMapRequests() {
    std::vector<ReadRequest> requests;
    for (const RegisterRow& row : kRegisterMap) {
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

void RegisterWords::put(std::uint16_t first, std::span<const std::uint16_t> words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        m_words.insert_or_assign(static_cast<std::uint16_t>(first + i), words[i]);
    }
}

std::optional<std::vector<std::uint16_t>> RegisterWords::words(std::uint16_t first,
                                                               int count) const {
    std::vector<std::uint16_t> words;
    auto at = m_words.find(first);
    for (int i = 0; i < count; ++i, ++at) {
        if (at == m_words.end() || at->first != first + i) {
            return std::nullopt;
        }
        words.push_back(at->second);
    }
    return words;
}

std::vector<RegisterRange> missingRanges(std::span<const ReadRequest> requests,
                                         const RegisterWords& known) {
    std::vector<RegisterRange> wanted;
    for (const ReadRequest& request : requests) {
        request.name.empty() ? addNumbered(request, wanted) : addNamed(request.name, known, wanted);
    }
    std::erase_if(wanted, [&](const RegisterRange& range) {
        return known.words(range.number, range.count).has_value();
    });
    std::ranges::sort(wanted, {}, &RegisterRange::number);
    std::vector<RegisterRange> joined;
    for (const RegisterRange& range : wanted) {
        const int end = range.number + range.count;
        if (!joined.empty() && joined.back().number + joined.back().count >= range.number) {
            joined.back().count = std::max(joined.back().count, end - joined.back().number);
        } else {
            joined.push_back(range);
        }
    }
    std::vector<RegisterRange> cut;
    for (const RegisterRange& range : joined) {
        const int end = range.number + range.count;
        for (int first = range.number; first < end;) {
            const int last = endOf(first, end);
            cut.push_back({static_cast<std::uint16_t>(first), last - first});
            first = last;
        }
    }
    return cut;
}

std::vector<MeterValue> valuesOf(std::span<const ReadRequest> requests,
                                 const RegisterWords& known) {
    std::vector<MeterValue> values;
    for (const ReadRequest& request : requests) {
        const RegisterRange range = request.name.empty()
                                        ? RegisterRange{request.number, request.count}
                                        : rangeOf(rowFor(request.name, known));
        appendValues(range, known, values);
    }
    return values;
}

std::string numberTextOf(const MeterValue& value) {
    if (!value.value) {
        return "invalid";
    }
    // The shortest text of the float that came over the wire, not of its double.
    return value.decimals < 0 ? briefNumberText(static_cast<float>(*value.value))
                              : fixedText(*value.value, value.decimals);
}

} // namespace meter::sim
