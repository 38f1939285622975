// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/traffic_filter.hpp"

#include "sim/registers/register_names.hpp"
#include "sim/traffic/traffic_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace meter::sim {
namespace {

std::string small(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return result;
}

std::optional<std::uint32_t> wholeNumber(std::string_view text) {
    int base = 10;
    if (text.starts_with("0x")) {
        base = 16;
        text.remove_prefix(2);
    }
    std::uint32_t value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value, base);
    const bool isWhole = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
    return isWhole && !text.empty() ? std::optional(value) : std::nullopt;
}

std::unexpected<Error> wrong(std::string text) {
    return std::unexpected(Error{.text = std::move(text), .place = {}});
}

Result<void>
setByte(std::optional<std::uint8_t>& out, std::string_view key, std::string_view text) {
    const auto value = wholeNumber(text);
    if (!value || *value > 255) {
        return wrong(std::string(key) + ":" + std::string(text) +
                     " is not a number from 0 to 255, as in " + std::string(key) + ":1");
    }
    out = static_cast<std::uint8_t>(*value);
    return {};
}

Result<void> setRegisters(TrafficFilter& filter, std::string_view text) {
    const auto dash = text.find('-');
    const auto first = wholeNumber(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : wholeNumber(text.substr(dash + 1));
    if (first && last && *first >= 1 && *first <= *last) {
        filter.registerFirst = *first;
        filter.registerLast = *last;
        return {};
    }
    const RegisterPair pair = registerPairNamed(text);
    const auto& found = pair.integer ? pair.integer : pair.floating;
    if (!found) {
        return wrong("register:" + std::string(text) +
                     " is not a register, as in register:19, register:257-260 or "
                     "register:voltage_an");
    }
    // A name without its own range stands for all of its places: the words do that.
    filter.words.emplace_back(text);
    return {};
}

Result<void> addKeyed(TrafficFilter& filter, std::string_view key, std::string_view value) {
    if (key == "unit") {
        return setByte(filter.unit, key, value);
    }
    if (key == "function") {
        return setByte(filter.function, key, value);
    }
    if (key == "register") {
        return setRegisters(filter, value);
    }
    if (key == "endpoint") {
        filter.endpoint = value;
        return {};
    }
    return wrong("'" + std::string(key) + ":' is not a filter; there are unit:, function:, " +
                 "register: and endpoint:");
}

bool isInText(const TrafficFilter& filter,
              const TrafficFrame& frame,
              const TrafficMeaning& meaning) {
    if (filter.words.empty()) {
        return true;
    }
    std::string text = small(trafficTextLine(frame, meaning));
    for (const TrafficField& field : meaning.fields) {
        text += small(field.name) + ' ' + small(field.value) + '\n';
    }
    return std::ranges::all_of(filter.words, [&text](const std::string& word) {
        return text.find(word) != std::string::npos;
    });
}

} // namespace

bool TrafficFilter::isEmpty() const {
    return !unit && !function && registerFirst == 0 && !direction && endpoint.empty() &&
           words.empty() && !isTroubleOnly;
}

Result<TrafficFilter> trafficFilterOf(std::string_view text) {
    TrafficFilter filter;
    const std::string line = small(text);
    std::size_t at = 0;
    while ((at = line.find_first_not_of(" \t", at)) != std::string::npos) {
        const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
        const std::string word = line.substr(at, end - at);
        at = end;
        const std::size_t colon = word.find(':');
        const bool isKeyed = colon != std::string::npos && colon > 0 &&
                             word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == colon;
        if (isKeyed) {
            const Result<void> added =
                addKeyed(filter, word.substr(0, colon), word.substr(colon + 1));
            if (!added) {
                return std::unexpected(added.error());
            }
        } else if (word == "errors") {
            filter.isTroubleOnly = true;
        } else if (word == "requests") {
            filter.direction = TrafficDirection::Request;
        } else if (word == "answers") {
            filter.direction = TrafficDirection::Answer;
        } else {
            filter.words.push_back(word);
        }
    }
    return filter;
}

bool isWanted(const TrafficFilter& filter,
              const TrafficFrame& frame,
              const TrafficMeaning& meaning) {
    if ((filter.unit && filter.unit != meaning.unit) ||
        (filter.function && filter.function != meaning.function) ||
        (filter.direction && *filter.direction != frame.direction) ||
        (filter.isTroubleOnly && !isTrouble(frame, meaning))) {
        return false;
    }
    const bool isOverlapping =
        filter.registerFirst == 0 ||
        (meaning.firstRegister != 0 && meaning.firstRegister <= filter.registerLast &&
         filter.registerFirst < meaning.firstRegister + meaning.registerCount);
    const bool isThere = filter.endpoint.empty() ||
                         small(frame.endpoint).find(filter.endpoint) != std::string::npos ||
                         frame.peer.find(filter.endpoint) != std::string::npos;
    return isOverlapping && isThere && isInText(filter, frame, meaning);
}

} // namespace meter::sim
