// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/keys/rope_text.hpp"

#include "sim/base/quantity.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>

namespace meter::sim {

namespace {

constexpr std::string_view kConductors = "ABCN";
constexpr double kPackedFrom = 16777216.0; // 2^24: above the four fields of six bits.
constexpr int kFieldBits = 6;
constexpr int kZero = 32; // In the middle of a field.
constexpr auto kPackedMax = static_cast<std::uint32_t>(kPackedFrom) - 1U;

Error mistake(std::string_view text) {
    return {"`" + std::string(text.substr(0, 60)) +
            "` is not what a rope encloses: A, B, C, N or open, or several such as `[A, -B]` or "
            "`[2 A]`, with at most " +
            std::to_string(kRopeTurnsMax) + " turns of each"};
}

/// "A", "-B", "2 A", "-2A".
struct Item {
    std::size_t conductor = 0;
    int turns = 1;
};

std::optional<Item> itemOf(std::string_view text) {
    text = trimmed(text);
    const bool isNegative = !text.empty() && text.front() == '-';
    text.remove_prefix(isNegative ? 1 : 0);
    Item item;
    text = trimmed(text);
    if (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        item.turns = 0;
        while (!text.empty() && text.front() >= '0' && text.front() <= '9' &&
               item.turns <= kRopeTurnsMax) {
            item.turns = 10 * item.turns + (text.front() - '0');
            text.remove_prefix(1);
        }
        text = trimmed(text);
    }
    const std::size_t place = text.size() == 1 ? kConductors.find(text.front()) : std::string::npos;
    if (place == std::string::npos || item.turns == 0) {
        return std::nullopt;
    }
    item.conductor = place;
    item.turns = isNegative ? -item.turns : item.turns;
    return item;
}

} // namespace

double ropeCode(const Rope& rope) {
    const Conductor conductor = rope.conductor();
    if (rope == Rope(conductor)) {
        return static_cast<double>(conductor);
    }
    std::uint32_t packed = 0;
    for (const std::int8_t turns : rope.turns) {
        packed = (packed << kFieldBits) | static_cast<std::uint32_t>(turns + kZero);
    }
    return kPackedFrom + packed;
}

bool isRopeCode(double code) {
    if (code >= 0.0 && code <= static_cast<double>(Conductor::Open)) {
        return code == std::floor(code);
    }
    if (!(code >= kPackedFrom && code <= kPackedFrom + kPackedMax) || code != std::floor(code)) {
        return false;
    }
    for (const std::int8_t turns : ropeOfCode(code).turns) {
        if (std::abs(turns) > kRopeTurnsMax) {
            return false;
        }
    }
    return true;
}

Rope ropeOfCode(double code) {
    if (code < kPackedFrom) {
        return static_cast<Conductor>(static_cast<int>(code));
    }
    auto packed = static_cast<std::uint32_t>(code - kPackedFrom);
    Rope rope;
    for (std::size_t index = rope.turns.size(); index-- > 0;) {
        constexpr std::uint32_t kMask = (1U << kFieldBits) - 1U;
        rope.turns[index] = static_cast<std::int8_t>(static_cast<int>(packed & kMask) - kZero);
        packed >>= kFieldBits;
    }
    return rope;
}

Result<double> parseRope(std::string_view text) {
    std::string_view rest = trimmed(text);
    if (rest == "open") {
        return ropeCode(Conductor::Open);
    }
    if (rest.starts_with('[') && rest.ends_with(']')) {
        rest = rest.substr(1, rest.size() - 2);
    }
    std::array<int, kConductors.size()> turns{};
    for (bool isLast = false; !isLast;) {
        const std::size_t comma = rest.find(',');
        isLast = comma == std::string_view::npos;
        const std::optional<Item> item = itemOf(rest.substr(0, comma));
        if (!item) {
            return std::unexpected(mistake(text));
        }
        turns[item->conductor] += item->turns;
        if (std::abs(turns[item->conductor]) > kRopeTurnsMax) {
            return std::unexpected(mistake(text));
        }
        rest.remove_prefix(isLast ? 0 : comma + 1);
    }
    Rope rope;
    for (std::size_t index = 0; index < turns.size(); ++index) {
        rope.turns[index] = static_cast<std::int8_t>(turns[index]);
    }
    return ropeCode(rope);
}

std::string ropeText(double code) {
    const Rope rope = ropeOfCode(code);
    if (code < kPackedFrom) {
        return code == static_cast<double>(Conductor::Open)
                   ? "open"
                   : std::string(1, kConductors[static_cast<std::size_t>(code)]);
    }
    std::string text;
    for (std::size_t index = 0; index < rope.turns.size(); ++index) {
        const int turns = rope.turns[index];
        if (turns == 0) {
            continue;
        }
        text += text.empty() ? "[" : ", ";
        text += turns < 0 ? "-" : "";
        text += std::abs(turns) > 1 ? std::to_string(std::abs(turns)) + " " : "";
        text += kConductors[index];
    }
    return text + "]";
}

} // namespace meter::sim
