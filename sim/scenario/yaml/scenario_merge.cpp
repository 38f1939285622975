// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/scenario_merge.hpp"

#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace meter::sim {

namespace {

namespace fs = std::filesystem;

/// A top-level key with its value, and the comments and blank lines above it.
struct Block {
    std::string key; ///< Empty: what stands before the first key.
    std::string above;
    std::string body;
};

using Blocks = std::vector<Block>;

/// The key that a line begins a block with; empty: it belongs to the block before.
std::string keyOf(std::string_view line) {
    const bool isInside = line.empty() || std::string_view(" \t#-}]{[%.\r").contains(line.front());
    const std::size_t colon = line.find(':');
    if (isInside || colon == std::string_view::npos) {
        return {};
    }
    std::string key(line.substr(0, colon));
    std::erase_if(key, [](char letter) { return letter == '"' || letter == '\''; });
    return key;
}

bool isCommentOrBlank(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    return first == std::string_view::npos || line[first] == '#';
}

Blocks blocksOf(const std::string& text) {
    Blocks blocks(1);
    std::string pending; // Comments that belong to whatever follows.
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        const std::string_view line(text.data() + begin, end - begin);
        begin = end;
        // An indented comment is part of the block that it stands in.
        if (isCommentOrBlank(line) && !line.starts_with(' ')) {
            pending += line;
        } else if (const std::string key = keyOf(line); !key.empty()) {
            blocks.push_back({.key = key, .above = std::exchange(pending, {}), .body = {}});
            blocks.back().body += line;
        } else {
            blocks.back().body += std::exchange(pending, {});
            blocks.back().body += line;
        }
    }
    blocks.push_back({.key = {}, .above = pending, .body = {}});
    return blocks;
}

const Block* find(const Blocks& blocks, std::string_view key) {
    const auto found = std::ranges::find(blocks, key, &Block::key);
    return found == blocks.end() ? nullptr : &*found;
}

bool isSame(const Block* one, const Block* other) {
    return (one == nullptr) == (other == nullptr) && (one == nullptr || one->body == other->body);
}

/// `renewed`: keys that are written anew in any case.
std::string merged(const Blocks& original,
                   const Blocks& before,
                   const Blocks& after,
                   std::span<const std::string_view> renewed) {
    std::string text;
    std::string tail = original.back().above;
    for (std::size_t i = 0; i + 1 < original.size(); ++i) {
        const Block& block = original[i];
        const Block* const now = find(after, block.key);
        const bool isKept =
            block.key.empty() || (isSame(find(before, block.key), now) &&
                                  std::ranges::find(renewed, block.key) == renewed.end());
        text += block.above;
        text += isKept ? block.body : now != nullptr ? now->body : std::string();
    }
    for (const Block& block : after) {
        const bool isNew = !block.key.empty() && find(original, block.key) == nullptr &&
                           !isSame(find(before, block.key), &block);
        if (isNew) {
            text += "\n" + block.body;
        }
    }
    return text + tail;
}

} // namespace

Result<std::string> mergedScenarioText(const std::string& original,
                                       const Scenario& before,
                                       const Scenario& after,
                                       const fs::path& file) {
    const Result<std::string> was = scenarioText(before, file.parent_path());
    const Result<std::string> is = scenarioText(after, file.parent_path());
    if (!was || !is) {
        return std::unexpected(!was ? was.error() : is.error());
    }
    const Blocks blocks = blocksOf(original);
    // What refers to other blocks (percents of a voltage) or to files may have to follow them.
    constexpr std::array<std::string_view, 5> kFollowing = {"timeline", "expect", "masters", "load",
                                                            "replay"};
    for (std::size_t count = 0; count <= kFollowing.size(); ++count) {
        const std::string text =
            merged(blocks, blocksOf(*was), blocksOf(*is), std::span(kFollowing).first(count));
        const auto read = readScenarioFromText(text, file.string());
        const Result<std::string> again =
            read ? scenarioText(*read, file.parent_path()) : Result<std::string>(std::string());
        if (again && *again == *is) {
            return text;
        }
    }
    return std::unexpected(Error{"what was changed cannot be told in the words of the file", {}});
}

} // namespace meter::sim
