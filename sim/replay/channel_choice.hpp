// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which of a recording's channels are the six conductor quantities: by the names that a person
// gives, or guessed from units, phases and names.

#include "sim/replay/recording.hpp"

#include <array>
#include <optional>
#include <string>

namespace meter::sim {

inline constexpr std::size_t kReplayQuantities = 6;
inline constexpr std::array<std::string_view, kReplayQuantities> kReplayNames = {"va", "vb", "vc",
                                                                                 "ia", "ib", "ic"};

/// A name of a channel, or its number in the file; none: to be guessed, if nothing is named.
using ChannelNames = std::array<std::optional<std::string>, kReplayQuantities>;

struct ChannelChoice {
    std::array<std::optional<std::size_t>, kReplayQuantities> indices{}; ///< None: dead.
    bool isGuessed = false;
    Errors warnings; ///< What looks as if the guess were incomplete.
};

/// Quantities whose gain the scenario tells: their unit may be any, as a clamp's is V.
using GainsGiven = std::array<bool, kReplayQuantities>;

/// With any name given, what is not named is dead. Errors name what there is.
[[nodiscard]] Result<ChannelChoice> chooseChannels(const Recording& recording,
                                                   const ChannelNames& names,
                                                   const GainsGiven& hasGain = {});

/// The channel for one quantity in a file of its own: by its name, else the only one there is
/// (of the right kind, if there are more).
[[nodiscard]] Result<ChannelChoice> chooseOne(const Recording& recording,
                                              std::size_t quantity,
                                              const std::optional<std::string>& name,
                                              bool hasGain);

} // namespace meter::sim
