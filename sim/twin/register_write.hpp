// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes registers as a Modbus master does, through the same path: function 06 for a single
// one, function 16 for numbers that follow each other.

#include "core/meter.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace meter::sim {

using RegisterValue = std::pair<std::uint16_t, std::uint16_t>; ///< Number of the guide, value.

/// One sentence for each request that the meter refused or did not answer.
[[nodiscard]] std::vector<std::string> writeAsMaster(Meter& meter,
                                                     std::span<const RegisterValue> registers);

/// What a request asks to be written, with the numbers of the guide; none: it writes nothing.
[[nodiscard]] std::optional<WriteAction> writeOf(std::span<const std::byte> request);

/// An answer that is there and no exception.
[[nodiscard]] bool isAccepted(std::span<const std::byte> answer);

/// A frame to everybody that this meter takes, although nobody answers.
[[nodiscard]] bool isBroadcastHeard(const Meter& meter, std::span<const std::byte> frame);

} // namespace meter::sim
