// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A dotted key taken apart: which row of the world's table, which phases, and for spectra
// which order. Where no service is given, any name that some service has is accepted.

#include "sim/keys/world_keys.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

struct ParameterPath {
    const WorldKey* key = nullptr; ///< One of the two is set.
    const SpectrumKey* spectrum = nullptr;
    double order = 0.0;               ///< Spectra: harmonic order or frequency in Hz.
    bool isAngle = false;             ///< Spectra: the angle, not the level.
    std::optional<std::size_t> index; ///< None: all that there are.
    std::size_t count = 1;            ///< Phases or terminals that there are.

    [[nodiscard]] std::vector<std::size_t> indices() const;
    /// "B", "BC"; empty for a key without phases.
    [[nodiscard]] std::string indexName(std::size_t which, Service service) const;
    /// The key of exactly this one value.
    [[nodiscard]] std::string leaf(std::size_t which, Service service) const;
};

Result<ParameterPath> resolveParameter(std::string_view dottedKey, std::optional<Service> service);

/// Phase of a spectrum by name; source phases of a delta are AB, BC, CA.
[[nodiscard]] std::optional<std::size_t>
spectrumPhase(const SpectrumKey& spectrum, std::string_view name, Service service);
[[nodiscard]] std::span<const std::string_view> spectrumPhaseNames(const SpectrumKey& spectrum,
                                                                   Service service);

} // namespace meter::sim
