// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/control/control_call.hpp"

#include "sim/base/quantity.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "sim/scenario/yaml/timeline_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr double kDurationMaxS = 1e9;
constexpr std::array<std::string_view, 4> kOnWords = {"true", "on", "yes", "1"};
constexpr std::array<std::string_view, 4> kOffWords = {"false", "off", "no", "0"};

std::unexpected<Error> wrong(std::string_view name, const std::string& text) {
    return std::unexpected(Error{"`" + std::string(name) + "`: " + text, {}});
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ',' || c == ' ') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    std::erase(words, std::string{});
    return words;
}

} // namespace

std::optional<std::string> plainText(const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_boolean()) {
        return value.get<bool>() ? "true" : "false";
    }
    if (value.is_number_float()) {
        return numberText(value.get<double>());
    }
    if (value.is_number()) {
        return rpcText(value);
    }
    return std::nullopt;
}

ControlCall::ControlCall(ControlledTwin& twin, Simulation& meter, Json named, Json free)
    : m_twin(twin), m_meter(meter), m_named(std::move(named)), m_free(std::move(free)) {}

bool ControlCall::has(std::string_view name) const {
    return !value(name).is_null();
}

const Json& ControlCall::value(std::string_view name) const {
    static const Json kNothing = nullptr;
    const auto found = m_named.find(name);
    return found == m_named.end() ? kNothing : *found;
}

std::optional<std::string> ControlCall::text(std::string_view name) const {
    return plainText(value(name));
}

std::vector<std::string> ControlCall::words(std::string_view name) const {
    const Json& given = value(name);
    if (!given.is_array()) {
        return wordsOf(plainText(given).value_or(""));
    }
    std::vector<std::string> words;
    for (const Json& one : given) {
        words.push_back(plainText(one).value_or(rpcText(one)));
    }
    return words;
}

Result<SampleTime> ControlCall::duration(std::string_view name) const {
    const Result<SampleTime> time = this->time(name);
    if (!time || *time <= 0) {
        return wrong(name, "write a time of one sample (1/2520 s) or more, such as \"10 s\", "
                           "\"3 cycles\" or 0.5");
    }
    return time;
}

Result<SampleTime> ControlCall::time(std::string_view name) const {
    const Result<Quantity> given = parseQuantity(text(name).value_or(""));
    const double hertz = nominalFrequencyHz(m_meter.scenario());
    double seconds = -1.0;
    if (given && given->dimension == Dimension::Cycles && hertz > 0.0) {
        seconds = given->value / hertz;
    } else if (given &&
               (given->dimension == Dimension::Time || given->dimension == Dimension::None)) {
        seconds = given->value;
    }
    if (!(seconds >= 0.0 && seconds <= kDurationMaxS)) {
        return wrong(name, "write a time, such as \"10 s\", \"3 cycles\" or 0.5");
    }
    return samplesOf(seconds);
}

Result<double> ControlCall::number(std::string_view name) const {
    if (const auto number = parseNumber(text(name).value_or(""))) {
        return *number;
    }
    return wrong(name, "write a number");
}

Result<bool> ControlCall::isOn(std::string_view name, bool defaultValue) const {
    if (!has(name)) {
        return defaultValue;
    }
    const std::string word = text(name).value_or("");
    if (std::ranges::find(kOnWords, word) != kOnWords.end()) {
        return true;
    }
    if (std::ranges::find(kOffWords, word) != kOffWords.end()) {
        return false;
    }
    return wrong(name, "write true or false");
}

RpcOutcome ControlCall::answerLater(Later work) {
    m_later = std::move(work);
    return nullptr;
}

RpcOutcome wrongParameter(std::string text) {
    return std::unexpected(RpcError{.code = RpcCode::InvalidParams, .text = std::move(text)});
}

RpcOutcome wrongParameters(const Errors& mistakes) {
    RpcError error = {.code = RpcCode::InvalidParams, .text = "this cannot be done"};
    Json all = Json::array();
    for (const Error& mistake : mistakes) {
        all.push_back(mistake.text);
    }
    if (!mistakes.empty()) {
        error.text = mistakes.front().text;
        error.data = {{"mistakes", all}};
    }
    return std::unexpected(std::move(error));
}

RpcOutcome refused(std::string text) {
    return std::unexpected(RpcError{.code = RpcCode::Refused, .text = std::move(text)});
}

Json timed(const ControlCall& call) {
    return {{"time", secondsOf(call.meter().now())}};
}

} // namespace meter::sim::live
