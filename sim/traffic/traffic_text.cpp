// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/traffic_text.hpp"

#include "sim/base/sim_time.hpp"

#include <array>
#include <cstdio>

namespace meter::sim {
namespace {

struct Date {
    std::int64_t year;
    std::int64_t month;
    std::int64_t day;
};

/// Days since 1970-01-01 → the Gregorian date, counted in eras of 400 years from 1 March.
Date dateOf(std::int64_t days) {
    constexpr std::int64_t kDaysPerEra = 146'097;
    constexpr std::int64_t kDaysTo1970 = 719'468; // From 0000-03-01.
    const std::int64_t shifted = days + kDaysTo1970;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - kDaysPerEra + 1) / kDaysPerEra;
    const std::int64_t dayOfEra = shifted - era * kDaysPerEra;
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    const std::int64_t month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * monthFromMarch + 2) / 5 + 1};
}

} // namespace

std::string utcText(std::int64_t utcUs) {
    constexpr std::int64_t kUsPerDay = 86'400'000'000;
    std::int64_t days = utcUs / kUsPerDay;
    std::int64_t rest = utcUs % kUsPerDay;
    if (rest < 0) {
        rest += kUsPerDay;
        --days;
    }
    const Date date = dateOf(days);
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "%04lld-%02lld-%02lldT%02lld:%02lld:%02lld.%06lldZ",
                  static_cast<long long>(date.year), static_cast<long long>(date.month),
                  static_cast<long long>(date.day), static_cast<long long>(rest / 3'600'000'000),
                  static_cast<long long>(rest / 60'000'000 % 60),
                  static_cast<long long>(rest / 1'000'000 % 60),
                  static_cast<long long>(rest % 1'000'000));
    return text.data();
}

std::string trafficTextHeader() {
    return "#number\ttime_utc\tmeter_s\tendpoint\tpeer\tdirection\tunit\tfunction\tmeaning\t"
           "remark\tbytes\n";
}

std::string trafficTextLine(const TrafficFrame& frame, const TrafficMeaning& meaning) {
    std::array<char, 48> meterTime{};
    std::snprintf(meterTime.data(), meterTime.size(), "%.6f", secondsOf(frame.meterTime));
    std::string line = std::to_string(frame.sequence);
    const auto add = [&line](std::string_view field) {
        line.append("\t").append(field);
    };
    add(utcText(frame.utcUs));
    add(meterTime.data());
    add(frame.endpoint);
    add(frame.peer);
    add(frame.direction == TrafficDirection::Request ? "request" : "answer");
    add(meaning.unit ? std::to_string(*meaning.unit) : "");
    add(meaning.function ? std::to_string(*meaning.function) : "");
    add(meaning.text);
    add(frame.remark);
    add(hexText(frame.bytes));
    return line + "\n";
}

} // namespace meter::sim
