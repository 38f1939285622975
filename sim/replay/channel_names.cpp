// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/channel_names.hpp"

#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"

#include <algorithm>
#include <array>

namespace meter::sim {

namespace {

using Family = std::array<std::string_view, 3>;

/// In the order A, B, C; the first family wins where a name fits into several.
constexpr std::array<Family, 9> kFamilies = {{
    {"l1", "l2", "l3"},
    {"a", "b", "c"},
    {"r", "s", "t"},
    {"1", "2", "3"},
    {"u", "v", "w"},
    {"r", "y", "b"},
    {"r", "w", "b"},
    {"red", "yellow", "blue"},
    {"red", "white", "blue"},
}};

constexpr std::array<std::string_view, 7> kVoltageWords = {"v",    "u",    "volt",   "volts",
                                                           "vrms", "urms", "voltage"};
constexpr std::array<std::string_view, 7> kCurrentWords = {"i",    "amp",  "amps",   "ampere",
                                                           "irms", "arms", "current"};

bool isLetter(char letter) {
    return letter >= 'a' && letter <= 'z';
}

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool isWordSign(char letter) {
    return letter == ' ' || letter == '_' || letter == '-' || letter == '.';
}

/// "a", "b1": letters and digits between signs.
std::vector<std::string> wordsOf(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char letter : name) {
        if (isLetter(letter) || isDigit(letter)) {
            words.back() += letter;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

std::string_view quantityLetters(ChannelKind kind) {
    return kind == ChannelKind::Voltage ? "vu" : "i";
}

/// All families whose name begins at `at`, behind it maybe an n or g ("van"), then the word's end.
void readPhaseAt(std::string_view name, std::size_t begin, std::vector<PhaseReading>& readings) {
    for (std::size_t family = 0; family < kFamilies.size(); ++family) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            const std::string_view word = kFamilies[family][phase];
            for (const std::size_t skip : {std::size_t{0}, std::size_t{1}}) {
                const std::string_view rest = name.substr(begin);
                if ((skip == 1 && !rest.starts_with('l')) || !rest.substr(skip).starts_with(word)) {
                    continue;
                }
                std::string_view suffix = rest.substr(skip + word.size());
                if (suffix.starts_with('n') || suffix.starts_with('g')) {
                    suffix.remove_prefix(1);
                }
                if (suffix.empty() || (!isLetter(suffix.front()) && !isDigit(suffix.front()))) {
                    readings.push_back({.family = family,
                                        .phase = phase,
                                        .group = std::string(name.substr(0, begin + skip)) + "#" +
                                                 std::string(suffix)});
                }
            }
        }
    }
}

/// "ia", "LINE SUM ILA", "HV Bus VR", "V_L1", "Ub": a letter of the quantity, maybe an L or
/// signs between, then the phase at the end of the name or of a word.
std::vector<PhaseReading> readLetters(std::string_view name, std::string_view letters) {
    std::vector<PhaseReading> readings;
    for (std::size_t at = 0; at < name.size() && readings.empty(); ++at) {
        const bool isStart = at == 0 || !isLetter(name[at - 1]);
        if (!isStart || letters.find(name[at]) == std::string_view::npos) {
            continue;
        }
        std::size_t begin = at + 1;
        while (begin < name.size() && isWordSign(name[begin])) {
            ++begin;
        }
        readPhaseAt(name, begin, readings);
    }
    return readings;
}

bool isKindWord(const std::string& word) {
    return std::ranges::find(kVoltageWords, word) != kVoltageWords.end() ||
           std::ranges::find(kCurrentWords, word) != kCurrentWords.end();
}

/// A single letter or digit is a phase only beside a word that says so: "Bus 1 V" has none.
bool mayBePhase(const std::vector<std::string>& words, std::size_t at) {
    constexpr std::array<std::string_view, 4> kBefore = {"phase", "ph", "line", "l"};
    if (words[at].size() > 1) {
        return true;
    }
    const bool isNamed = at > 0 && std::ranges::find(kBefore, words[at - 1]) != kBefore.end();
    const bool isBeside = (at > 0 && isKindWord(words[at - 1])) ||
                          (at + 1 < words.size() && isKindWord(words[at + 1]));
    return isNamed || (isBeside && isLetter(words[at][0]));
}

/// "Voltage_L1", "phase A voltage", "current red": the first word that is a phase.
std::vector<PhaseReading> readWords(std::string_view name) {
    std::vector<PhaseReading> readings;
    const std::vector<std::string> words = wordsOf(name);
    for (std::size_t at = 0; at < words.size() && words.size() > 1 && readings.empty(); ++at) {
        std::string group = "words";
        for (std::size_t other = 0; other < words.size(); ++other) {
            group += other == at ? "#" : " " + words[other];
        }
        if (!mayBePhase(words, at)) {
            continue;
        }
        for (std::size_t family = 0; family < kFamilies.size(); ++family) {
            const auto found = std::ranges::find(kFamilies[family], words[at]);
            if (found != kFamilies[family].end()) {
                readings.push_back(
                    {.family = family,
                     .phase = static_cast<std::size_t>(found - kFamilies[family].begin()),
                     .group = group});
            }
        }
    }
    return readings;
}

bool isAmpereNumber(std::string_view name) {
    return name.size() == 2 && name[0] == 'a' && name[1] >= '1' && name[1] <= '3';
}

ChannelKind kindOfName(const std::string& name, bool areAmperesNumbered) {
    for (const std::string& word : wordsOf(name)) {
        if (std::ranges::find(kVoltageWords, word) != kVoltageWords.end()) {
            return ChannelKind::Voltage;
        }
        if (std::ranges::find(kCurrentWords, word) != kCurrentWords.end()) {
            return ChannelKind::Current;
        }
    }
    if (!readLetters(name, quantityLetters(ChannelKind::Voltage)).empty()) {
        return ChannelKind::Voltage;
    }
    const bool isCurrent = !readLetters(name, quantityLetters(ChannelKind::Current)).empty() ||
                           (areAmperesNumbered && isAmpereNumber(name));
    return isCurrent ? ChannelKind::Current : ChannelKind::Other;
}

bool isPhaseWord(std::string_view word) {
    const std::string low = lowered(word);
    return std::ranges::any_of(kFamilies, [&](const Family& family) {
        return std::ranges::find(family, low) != family.end();
    });
}

} // namespace

std::vector<PhaseReading> phaseReadings(const RecordedChannel& channel) {
    const std::string name = lowered(channel.name);
    if (auto readings = readLetters(name, quantityLetters(channel.kind)); !readings.empty()) {
        return readings;
    }
    if (channel.kind == ChannelKind::Current && isAmpereNumber(name)) {
        return readLetters(name, "a");
    }
    if (auto readings = readWords(name); !readings.empty()) {
        return readings;
    }
    std::vector<PhaseReading> readings;
    const std::string phase = lowered(trimmed(channel.phase));
    for (std::size_t family = 0; family < kFamilies.size(); ++family) {
        const auto found = std::ranges::find(kFamilies[family], phase);
        if (found != kFamilies[family].end()) {
            readings.push_back(
                {.family = family,
                 .phase = static_cast<std::size_t>(found - kFamilies[family].begin()),
                 .group = std::string(kByPhaseField)});
        }
    }
    return readings;
}

std::string familyText(std::size_t family) {
    std::string text;
    for (const std::string_view word : kFamilies[family]) {
        for (const char letter : word) {
            text += isLetter(letter) ? static_cast<char>(letter - 'a' + 'A') : letter;
        }
        text += '-';
    }
    text.pop_back();
    return text;
}

NamedUnit unitInName(std::string_view name) {
    const std::string_view text = trimmed(name);
    const bool isBracketed = text.size() > 2 && (text.back() == ']' || text.back() == ')');
    if (isBracketed) {
        const std::size_t open = text.rfind(text.back() == ']' ? '[' : '(');
        if (open != std::string_view::npos) {
            const std::string_view unit = trimmed(text.substr(open + 1, text.size() - open - 2));
            if (!unit.empty() && !isPhaseWord(unit)) {
                return {.name = std::string(trimmed(text.substr(0, open))),
                        .unit = std::string(unit)};
            }
        }
        // "(V)" beside a name that has its phase is a unit, though V is a phase of U-V-W.
        if (open != std::string_view::npos && text.size() - open == 3) {
            return {.name = std::string(trimmed(text.substr(0, open))),
                    .unit = std::string(text.substr(open + 1, 1))};
        }
        return {.name = std::string(text), .unit = {}};
    }
    const std::size_t sign = text.find_last_of("_ /");
    if (sign == std::string_view::npos || sign == 0 || sign + 1 == text.size()) {
        return {.name = std::string(text), .unit = {}};
    }
    const std::string_view word = text.substr(sign + 1);
    const std::string rest(trimmed(text.substr(0, sign)));
    const char last = word.back();
    const bool isUnitLike =
        meaningOfUnit(word).kind != ChannelKind::Other ||
        (word.size() == 2 && (last == 'V' || last == 'A') && !isDigit(word.front()));
    const std::string low = lowered(rest);
    const bool hasPhase =
        !readLetters(low, "vui").empty() || !readWords(low).empty() || low.starts_with("ch");
    const bool isWord = isKindWord(lowered(word));
    const bool isPhase = isPhaseWord(word) || !readLetters(lowered(text), "vui").empty();
    if (!isUnitLike || (isPhase && !hasPhase) || (isWord && word.size() > 1)) {
        return {.name = std::string(text), .unit = {}}; // "phase_A_voltage" and "v_a" are names.
    }
    return {.name = rest, .unit = std::string(word)};
}

void takeKindsFromNames(Recording& recording) {
    const bool areAmperesNumbered =
        std::ranges::any_of(recording.channels, [](const RecordedChannel& channel) {
            const std::string name = lowered(channel.name);
            return name == "v1" || name == "u1";
        });
    std::string volts;
    std::string amperes;
    for (RecordedChannel& channel : recording.channels) {
        if (channel.kind != ChannelKind::Other || !channel.unit.empty()) {
            continue;
        }
        channel.kind = kindOfName(lowered(channel.name), areAmperesNumbered);
        if (channel.kind == ChannelKind::Other) {
            continue;
        }
        const bool isVoltage = channel.kind == ChannelKind::Voltage;
        channel.unit = isVoltage ? "V" : "A";
        (isVoltage ? volts : amperes) += " `" + channel.name + "`";
    }
    if (!volts.empty() || !amperes.empty()) {
        recording.warnings.push_back({"channels without a unit are taken by their names:" +
                                          (volts.empty() ? "" : volts + " in V") +
                                          (volts.empty() || amperes.empty() ? "" : ",") +
                                          (amperes.empty() ? "" : amperes + " in A"),
                                      {.file = recording.file}});
    }
}

} // namespace meter::sim
