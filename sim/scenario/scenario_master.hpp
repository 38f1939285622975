// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A master on the simulated line, as a scenario writes it: what it asks whom, how often, and how
// long it waits (docs/scenarios.md, masters). Times are microseconds.

#include "core/settings/settings.hpp"
#include "sim/base/result.hpp"
#include "sim/registers/read_plan.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace meter::sim {

/// Registers by function 3, neighbours in one request.
using MasterRead = std::vector<ReadRequest>;

/// One register by function 6: number, word.
using MasterWrite = std::pair<std::uint16_t, std::uint16_t>;

/// Bytes as they are, CRC included.
using MasterRaw = std::vector<std::byte>;

using MasterStep = std::variant<MasterRead, MasterWrite, MasterRaw>;

struct ScenarioMaster {
    std::string name;
    std::vector<std::uint8_t> units{1};
    std::vector<MasterStep> steps; ///< Of one poll, in their order.
    std::uint64_t startUs = 0;
    std::uint64_t everyUs = 1'000'000;
    std::uint64_t timeoutUs = 300'000;
    int retries = 1;
    std::optional<std::uint16_t> baudRate; ///< None: as the meter is set at the beginning.
    std::optional<Parity> parity;
    std::string text; ///< As written, for files that are written.
    Place place{};
};

/// How the last try of a poll that failed ended.
enum class MasterFailure : std::uint8_t {
    Timeout,   ///< Nothing came.
    Crc,       ///< Something that does not fit its CRC.
    Exception, ///< The meter refused.
    Nonsense,  ///< A good frame of another unit, function or size.
    Collision, ///< Two sent at once.
};

inline constexpr std::array<std::string_view, 5> kMasterFailureNames = {
    "timeout", "crc", "exception", "nonsense", "collision"};

/// What an expectation asks of a master.
struct MasterExpectation {
    enum class What : std::uint8_t { Answered, Failures, Latency, Sees, Finding };

    std::string master;
    What what = What::Answered;
    std::optional<MasterFailure> kind; ///< Of failures; none: of every kind.
    std::optional<double> least;       ///< Of a share in percent, a number, or seconds.
    std::optional<double> most;        ///< Of latency it is not reached.
    std::string rule;                  ///< Of a finding: "J05"; empty: none at all.
};

} // namespace meter::sim
