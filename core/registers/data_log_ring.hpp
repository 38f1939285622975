// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The entries of the data log in non-volatile memory: a ring of slots behind the two images.
// An entry is known by its index, counted from 0 since the log was last reset, and lies in slot
// index mod kNvLogSlotCount. It names its index and carries a checksum: one that was cut, has
// aged, or was overwritten by a later one is absent and never wrong. Little-endian:
//
//   offset  bytes  field
//   0       4      index
//   4       20     the ten columns
//   24      4      CRC-32 of everything before it
//   28      4      not used

#include "core/ports/nv_storage.hpp"
#include "core/settings/settings.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace meter {

using LogEntry = std::array<std::uint16_t, kLogColumnCount>;

/// Ok once the entry was read back as written.
Status writeLogEntry(NvStorage& storage, std::uint32_t index, const LogEntry& entry);

/// Empty: the slot does not hold this entry, or cannot be read.
[[nodiscard]] std::optional<LogEntry> readLogEntry(NvStorage& storage, std::uint32_t index);

} // namespace meter
