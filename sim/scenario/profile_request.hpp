// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a scenario says about a profile: which file, which of its columns, what its gaps mean.

#include "sim/grid/source.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meter::sim {

/// A quantity's columns: one for all phases (or their total), or one for each.
struct ProfileColumns {
    std::optional<std::string> all{};
    PerPhase<std::optional<std::string>> each{};

    [[nodiscard]] bool isGiven() const { return all || each[0] || each[1] || each[2]; }

    friend bool operator==(const ProfileColumns&, const ProfileColumns&) = default;
};

enum class ProfileQuantity : std::uint8_t {
    Current,
    Power,
    Energy,
    PowerFactor,
    Voltage,
    Frequency
};
inline constexpr std::array<std::string_view, 6> kProfileQuantityNames = {
    "current", "power", "energy", "pf", "voltage", "frequency"};

/// A gap is more than twice the usual interval.
enum class ProfileGaps : std::uint8_t { Hold, Linear, Zero };
inline constexpr std::array<std::string_view, 3> kProfileGapNames = {"hold", "linear", "zero"};

/// What holds between two rows.
enum class ProfileBetween : std::uint8_t { Linear, Hold };
inline constexpr std::array<std::string_view, 2> kProfileBetweenNames = {"linear", "hold"};

struct ProfileRequest {
    std::string file; ///< Empty: there is no profile.
    std::optional<std::string> time{};
    std::optional<double> everyS{}; ///< Instead of times.
    std::array<ProfileColumns, kProfileQuantityNames.size()> columns{};
    std::optional<std::string> unit{};       ///< Of power or energy whose column tells none.
    std::optional<ProfileBetween> between{}; ///< None: powers and energies are held.
    ProfileGaps gaps = ProfileGaps::Hold;

    [[nodiscard]] const ProfileColumns& of(ProfileQuantity quantity) const {
        return columns[static_cast<std::size_t>(quantity)];
    }

    [[nodiscard]] ProfileColumns& of(ProfileQuantity quantity) {
        return columns[static_cast<std::size_t>(quantity)];
    }

    friend bool operator==(const ProfileRequest&, const ProfileRequest&) = default;
};

} // namespace meter::sim
