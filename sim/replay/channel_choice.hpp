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
};

/// With any name given, what is not named is dead. Errors name what there is.
[[nodiscard]] Result<ChannelChoice> chooseChannels(const Recording& recording,
                                                   const ChannelNames& names);

} // namespace meter::sim
