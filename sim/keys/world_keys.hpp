// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE table of the world's keys: path, what it accepts, how it is read and set. Scenario
// reader, timeline, control socket and documentation all come from it.

#include "sim/installation/installation.hpp"
#include "sim/keys/value_rule.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace meter::sim {

/// What the last part of a key counts: nothing, phases, terminals …
enum class Indexing {
    One,
    SourcePhase, ///< A B C, or AB BC CA of a delta's voltages.
    LoadPhase,   ///< A B C.
    Terminal,    ///< A B C N of the meter; there whatever the service is.
    CtInput,     ///< A B C of the meter; likewise.
};

struct WorldKey {
    std::string_view path; ///< "source.voltage", without the phase.
    Indexing indexing;
    ValueRule rule;
    double (*get)(const World&, std::size_t);
    void (*set)(World&, std::size_t, double);
    std::string_view meaning;
    /// Not for scenarios: what a written form ("{dc: 125 V}") is broken down into.
    bool isInternal = false;
};

[[nodiscard]] std::span<const WorldKey> worldKeys();
[[nodiscard]] const WorldKey* findWorldKey(std::string_view path);

/// Harmonics or interharmonics of one side.
struct SpectrumKey {
    std::string_view path; ///< "source.harmonics".
    PerPhase<std::vector<Harmonic>>* (*harmonics)(World&);
    PerPhase<std::vector<Interharmonic>>* (*interharmonics)(World&);
};

[[nodiscard]] std::span<const SpectrumKey> spectrumKeys();

[[nodiscard]] const ValueRule& levelRule();
[[nodiscard]] const ValueRule& angleRule();
[[nodiscard]] const ValueRule& orderRule();
[[nodiscard]] const ValueRule& interharmonicFrequencyRule();

[[nodiscard]] std::span<const Choice> serviceChoices();
[[nodiscard]] bool isDelta(Service service);
[[nodiscard]] bool hasPhase(Service service, std::size_t phase);
[[nodiscard]] bool hasConductor(Service service, Conductor conductor);
[[nodiscard]] std::string_view nameOf(Service service);

/// The names that a key's index has in a service, in order.
[[nodiscard]] std::span<const std::string_view> indexNames(const WorldKey& key, Service service);
[[nodiscard]] std::span<const std::string_view> phaseNames(bool isLineToLine, Service service);

/// Place of a name among names.
[[nodiscard]] std::optional<std::size_t> indexOfPhase(std::string_view name,
                                                      std::span<const std::string_view> names);

/// Index of a phase, terminal or input by name; none if the service does not have it.
[[nodiscard]] std::optional<std::size_t>
indexOf(const WorldKey& key, Service service, std::string_view name);

} // namespace meter::sim
