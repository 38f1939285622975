// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/channel_choice.hpp"

#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"
#include "sim/replay/channel_names.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace meter::sim {

namespace {

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

struct Group {
    std::size_t family = 0;
    std::array<std::optional<std::size_t>, 3> channels{};
    std::size_t begin = 0;

    [[nodiscard]] std::ptrdiff_t size() const {
        return std::ranges::count_if(channels, [](const auto& one) { return one.has_value(); });
    }
};

/// By family and by the name without its phase.
using Groups = std::map<std::pair<std::size_t, std::string>, Group>;

Groups groupsOf(const Recording& recording, ChannelKind kind) {
    Groups groups;
    for (std::size_t i = 0; i < recording.channels.size(); ++i) {
        if (recording.channels[i].kind != kind) {
            continue;
        }
        for (const PhaseReading& reading : phaseReadings(recording.channels[i])) {
            Group& group = groups
                               .try_emplace({reading.family, reading.group},
                                            Group{.family = reading.family, .begin = i})
                               .first->second;
            if (!group.channels[reading.phase]) {
                group.channels[reading.phase] = i;
            }
        }
    }
    return groups;
}

/// The first group in the file that has all three phases, else the first with most of them. What
/// it lacks may be told by the phase field alone, in the same family of names.
void guess(const Recording& recording, ChannelKind kind, std::size_t first, ChannelChoice& choice) {
    const Groups groups = groupsOf(recording, kind);
    const Group* best = nullptr;
    for (const auto& [key, group] : groups) {
        const bool isBetter = best == nullptr || group.size() > best->size() ||
                              (group.size() == best->size() && group.begin < best->begin);
        best = isBetter ? &group : best;
    }
    if (best == nullptr) {
        return;
    }
    const auto rest = groups.find({best->family, std::string(kByPhaseField)});
    std::size_t count = 0;
    for (std::size_t phase = 0; phase < 3; ++phase) {
        std::optional<std::size_t>& index = choice.indices[first + phase];
        index = best->channels[phase];
        if (!index && rest != groups.end()) {
            index = rest->second.channels[phase];
        }
        count += static_cast<std::size_t>(index.has_value());
    }
    if (count == 2) {
        choice.warnings.push_back(
            {std::string("two of the three ") +
                 (kind == ChannelKind::Voltage ? "voltages" : "currents") + " " +
                 familyText(best->family) +
                 " were found, and the third is dead; if it is there, name it in `channels`",
             {.file = recording.file}});
    }
}

/// Finds the channel of one quantity, and sees that it can be that.
Result<void> choose(const Recording& recording,
                    std::size_t quantity,
                    const std::string& name,
                    bool hasGain,
                    ChannelChoice& choice) {
    const std::string wanted(kReplayNames[quantity]);
    const bool isVoltage = quantity < 3;
    const auto refuse = [&](std::string text) {
        return std::unexpected(Error{std::move(text), {.file = recording.file}});
    };
    const std::optional<std::size_t> index = indexOf(recording, name);
    if (!index) {
        return refuse("the recording has no channel `" + name + "` for " + wanted + "; it has " +
                      listOf(recording));
    }
    const RecordedChannel& channel = recording.channels[*index];
    // A gain says what 1 is: clamps and probes give volts.
    if (!hasGain && channel.kind == (isVoltage ? ChannelKind::Current : ChannelKind::Voltage)) {
        return refuse("channel `" + channel.name + "` is in " + channel.unit + ", but " + wanted +
                      (isVoltage ? " is a voltage" : " is a current"));
    }
    if (channel.kind == ChannelKind::Other && !hasGain) {
        const std::string unit = isVoltage ? "V" : "A";
        if (!channel.unit.empty()) {
            return refuse("channel `" + channel.name + "` is in `" + channel.unit +
                          "`, which is not a unit of " + (isVoltage ? "voltage" : "current") +
                          " (" + unit + ", k" + unit + ", m" + unit + "); write `" + wanted +
                          ": {name: " + channel.name + ", gain: …}` to say what 1 is in " + unit);
        }
        choice.warnings.push_back(
            {"channel `" + channel.name + "` has no unit; its values are taken as " + unit,
             {.file = recording.file}});
    }
    choice.indices[quantity] = index;
    return {};
}

} // namespace

Result<ChannelChoice>
chooseChannels(const Recording& recording, const ChannelNames& names, const GainsGiven& hasGain) {
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
        if (auto done = choose(recording, i, *names[i], hasGain[i], choice); !done) {
            return std::unexpected(done.error());
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

Result<ChannelChoice> chooseOne(const Recording& recording,
                                std::size_t quantity,
                                const std::optional<std::string>& name,
                                bool hasGain) {
    ChannelChoice choice;
    std::optional<std::string> wanted = name;
    if (!wanted) {
        const ChannelKind kind = quantity < 3 ? ChannelKind::Voltage : ChannelKind::Current;
        std::vector<std::size_t> fitting;
        for (std::size_t i = 0; i < recording.channels.size(); ++i) {
            if (recording.channels[i].kind == kind) {
                fitting.push_back(i);
            }
        }
        const bool isOnly = recording.channels.size() == 1;
        if (!isOnly && fitting.size() != 1) {
            return std::unexpected(Error{"the file has several channels; name the one for " +
                                             std::string(kReplayNames[quantity]) +
                                             " by `name`, from " + listOf(recording),
                                         {.file = recording.file}});
        }
        wanted = std::to_string((isOnly ? 0 : fitting.front()) + 1); // By its number.
        choice.isGuessed = true;
    }
    if (auto done = choose(recording, quantity, *wanted, hasGain, choice); !done) {
        return std::unexpected(done.error());
    }
    return choice;
}

} // namespace meter::sim
