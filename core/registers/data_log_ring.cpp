// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registers/data_log_ring.hpp"

#include "core/base/byte_order.hpp"
#include "core/base/crc32.hpp"

#include <cstddef>
#include <span>

namespace meter {

namespace {

constexpr std::size_t kColumnsOffset = 4;
constexpr std::size_t kCrcOffset = kColumnsOffset + 2 * kLogColumnCount;
constexpr std::size_t kEntrySize = kCrcOffset + 4;
static_assert(kEntrySize <= kNvLogSlotSize);

using EntryBytes = std::array<std::byte, kEntrySize>;

std::uint32_t offsetOf(std::uint32_t index) {
    return kNvLogOffset + index % kNvLogSlotCount * kNvLogSlotSize;
}

std::uint32_t readLittleEndian32(std::span<const std::byte> bytes, std::size_t offset) {
    return readLittleEndian16(bytes, offset) |
           static_cast<std::uint32_t>(readLittleEndian16(bytes, offset + 2)) << 16U;
}

void writeLittleEndian32(std::span<std::byte> bytes, std::size_t offset, std::uint32_t value) {
    writeLittleEndian16(bytes, offset, static_cast<std::uint16_t>(value));
    writeLittleEndian16(bytes, offset + 2, static_cast<std::uint16_t>(value >> 16U));
}

} // namespace

Status writeLogEntry(NvStorage& storage, std::uint32_t index, const LogEntry& entry) {
    EntryBytes bytes{};
    writeLittleEndian32(bytes, 0, index);
    for (std::size_t column = 0; column < entry.size(); ++column) {
        writeLittleEndian16(bytes, kColumnsOffset + 2 * column, entry[column]);
    }
    writeLittleEndian32(bytes, kCrcOffset, crc32(std::span{bytes}.first(kCrcOffset)));
    if (storage.write(offsetOf(index), bytes) != Status::Ok) {
        return Status::WriteFailed;
    }
    EntryBytes readBack{};
    if (storage.read(offsetOf(index), readBack) != Status::Ok || readBack != bytes) {
        return Status::WriteFailed;
    }
    return Status::Ok;
}

std::optional<LogEntry> readLogEntry(NvStorage& storage, std::uint32_t index) {
    EntryBytes bytes{};
    if (storage.read(offsetOf(index), bytes) != Status::Ok) {
        return std::nullopt;
    }
    const bool isWhole =
        readLittleEndian32(bytes, 0) == index &&
        readLittleEndian32(bytes, kCrcOffset) == crc32(std::span{bytes}.first(kCrcOffset));
    if (!isWhole) {
        return std::nullopt;
    }
    LogEntry entry{};
    for (std::size_t column = 0; column < entry.size(); ++column) {
        entry[column] = readLittleEndian16(bytes, kColumnsOffset + 2 * column);
    }
    return entry;
}

} // namespace meter
