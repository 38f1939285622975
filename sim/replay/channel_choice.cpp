// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/channel_choice.hpp"

#include "sim/base/quantity.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace meter::sim {

namespace {

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& letter : result) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return result;
}

std::string listOf(const Recording& recording) {
    constexpr std::size_t kListedMax = 40;
    std::string list;
    for (std::size_t i = 0; i < std::min(recording.channels.size(), kListedMax); ++i) {
        list += (i == 0 ? "" : ", ") + recording.channels[i].name;
    }
    return recording.channels.size() > kListedMax ? list + ", …" : list;
}

std::optional<std::size_t> indexOf(const Recording& recording, const std::string& name) {
    const std::vector<RecordedChannel>& channels = recording.channels;
    const auto place = [&](auto found) {
        return found == channels.end()
                   ? std::optional<std::size_t>{}
                   : std::optional(static_cast<std::size_t>(found - channels.begin()));
    };
    if (auto exact = place(std::ranges::find(channels, name, &RecordedChannel::name))) {
        return exact;
    }
    const std::string low = lowered(trimmed(name));
    if (auto similar = place(std::ranges::find_if(channels, [&](const RecordedChannel& channel) {
            return lowered(channel.name) == low;
        }))) {
        return similar;
    }
    const std::optional<double> number = parseNumber(name);
    for (std::size_t i = 0; number && i < channels.size(); ++i) {
        if (static_cast<double>(i + 1) == *number) {
            return i;
        }
    }
    return std::nullopt;
}

struct Reading {
    std::size_t phase = 0;
    std::string group; ///< The name without its phase: what belongs together shares it.
};

/// Phase names in the order A, B, C; none may be the end of a word such as "BIAS".
constexpr std::array<std::array<std::string_view, 3>, 4> kPhaseWords = {{
    {"l1", "l2", "l3"},
    {"a", "b", "c"},
    {"r", "s", "t"},
    {"1", "2", "3"},
}};

/// Channels whose names tell no phase, but the file does.
constexpr std::string_view kByPhaseAlone = "phase";

bool isLetter(char letter) {
    return letter >= 'a' && letter <= 'z';
}

/// "ia", "LINE SUM ILA", "HV Bus VR", "V_L1", "Ub": a letter of the quantity, maybe an L or
/// signs between, then the phase at the end of the name or of a word.
std::optional<Reading> readingOfName(const std::string& name, ChannelKind kind) {
    const std::string_view letters = kind == ChannelKind::Voltage ? "vu" : "i";
    for (std::size_t at = 0; at < name.size(); ++at) {
        const bool isStart = at == 0 || !isLetter(name[at - 1]);
        if (!isStart || letters.find(name[at]) == std::string_view::npos) {
            continue;
        }
        std::size_t begin = at + 1;
        while (begin < name.size() && (name[begin] == ' ' || name[begin] == '_' ||
                                       name[begin] == '-' || name[begin] == '.')) {
            ++begin;
        }
        for (const auto& words : kPhaseWords) {
            for (std::size_t phase = 0; phase < words.size(); ++phase) {
                for (const std::size_t skip : {std::size_t{0}, std::size_t{1}}) {
                    const std::string_view rest = std::string_view(name).substr(begin);
                    if (skip == 1 && !rest.starts_with('l')) {
                        continue;
                    }
                    const std::string_view tail = rest.substr(skip);
                    std::string_view suffix =
                        tail.substr(std::min(words[phase].size(), tail.size()));
                    if (suffix.starts_with('n') || suffix.starts_with('g')) {
                        suffix.remove_prefix(1); // "van"
                    }
                    const bool ends =
                        suffix.empty() || (!isLetter(suffix.front()) &&
                                           !(suffix.front() >= '0' && suffix.front() <= '9'));
                    if (tail.starts_with(words[phase]) && ends) {
                        return Reading{.phase = phase,
                                       .group = name.substr(0, begin + skip) + "#" +
                                                std::string(suffix)};
                    }
                }
            }
        }
    }
    return std::nullopt;
}

std::optional<Reading> readingOf(const RecordedChannel& channel) {
    const std::string name = lowered(channel.name);
    if (auto reading = readingOfName(name, channel.kind)) {
        return reading;
    }
    const std::string phase = lowered(trimmed(channel.phase));
    for (const auto& words : kPhaseWords) {
        const auto found = std::ranges::find(words, phase);
        if (found != words.end()) {
            return Reading{.phase = static_cast<std::size_t>(found - words.begin()),
                           .group = std::string(kByPhaseAlone)};
        }
    }
    return std::nullopt;
}

/// The first group in the file that has all three phases, else the first with most of them.
void guess(const Recording& recording, ChannelKind kind, std::size_t first, ChannelChoice& choice) {
    struct Group {
        std::array<std::optional<std::size_t>, 3> channels{};
        std::size_t begin = 0;

        [[nodiscard]] std::ptrdiff_t size() const {
            return std::ranges::count_if(channels, [](const auto& one) { return one.has_value(); });
        }
    };

    std::map<std::string, Group> groups;
    for (std::size_t i = 0; i < recording.channels.size(); ++i) {
        if (recording.channels[i].kind != kind) {
            continue;
        }
        if (const std::optional<Reading> reading = readingOf(recording.channels[i])) {
            Group& group = groups.try_emplace(reading->group, Group{.begin = i}).first->second;
            if (!group.channels[reading->phase]) {
                group.channels[reading->phase] = i;
            }
        }
    }
    const Group* best = nullptr;
    for (const auto& [name, group] : groups) {
        const bool isBetter = best == nullptr || group.size() > best->size() ||
                              (group.size() == best->size() && group.begin < best->begin);
        best = isBetter ? &group : best;
    }
    const auto rest = groups.find(std::string(kByPhaseAlone));
    for (std::size_t phase = 0; best != nullptr && phase < 3; ++phase) {
        choice.indices[first + phase] = best->channels[phase];
        if (!best->channels[phase] && rest != groups.end()) {
            choice.indices[first + phase] = rest->second.channels[phase];
        }
    }
}

} // namespace

Result<ChannelChoice> chooseChannels(const Recording& recording, const ChannelNames& names) {
    ChannelChoice choice;
    choice.isGuessed =
        std::ranges::none_of(names, [](const auto& name) { return name.has_value(); });
    if (choice.isGuessed) {
        guess(recording, ChannelKind::Voltage, 0, choice);
        guess(recording, ChannelKind::Current, 3, choice);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!names[i]) {
            continue;
        }
        choice.indices[i] = indexOf(recording, *names[i]);
        if (!choice.indices[i]) {
            return std::unexpected(Error{"the recording has no channel `" + *names[i] + "` for " +
                                             std::string(kReplayNames[i]) + "; it has " +
                                             listOf(recording),
                                         {.file = recording.file}});
        }
        const RecordedChannel& channel = recording.channels[*choice.indices[i]];
        const ChannelKind wrong = i < 3 ? ChannelKind::Current : ChannelKind::Voltage;
        if (channel.kind == wrong) {
            return std::unexpected(Error{"channel `" + channel.name + "` is in " + channel.unit +
                                             ", but " + std::string(kReplayNames[i]) +
                                             (i < 3 ? " is a voltage" : " is a current"),
                                         {.file = recording.file}});
        }
    }
    const bool isEmpty =
        std::ranges::none_of(choice.indices, [](const auto& index) { return index.has_value(); });
    if (isEmpty) {
        return std::unexpected(Error{"no channel looks like a phase's voltage or current; choose "
                                     "them by `channels: {va: …, ia: …}` from " +
                                         listOf(recording),
                                     {.file = recording.file}});
    }
    return choice;
}

} // namespace meter::sim
