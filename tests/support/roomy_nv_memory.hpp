// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Non-volatile memory with room for the data log, in RAM; can lose power in the middle of a
// write, and refuse to write to the images or to the log.

#include "core/ports/nv_storage.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace meter::test {

class RoomyNvMemory final : public NvStorage {
public:
    Status read(std::uint32_t offset, std::span<std::byte> into) override {
        for (std::size_t i = 0; i < into.size(); ++i) {
            into[i] = bytes.at(offset + i);
        }
        return Status::Ok;
    }

    Status write(std::uint32_t offset, std::span<const std::byte> from) override {
        if (offset < kNvLogOffset ? refusesImages : refusesLog) {
            return Status::WriteFailed;
        }
        (offset < kNvLogOffset ? imageWrites : logWrites) += 1;
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (bytesUntilCut == 0) {
                return Status::WriteFailed;
            }
            --bytesUntilCut;
            bytes.at(offset + i) = from[i];
        }
        return Status::Ok;
    }

    void restorePower() { bytesUntilCut = std::numeric_limits<std::uint64_t>::max(); }

    std::vector<std::byte> bytes = std::vector<std::byte>(kNvSizeMax, std::byte{0xFF});
    std::uint64_t bytesUntilCut = std::numeric_limits<std::uint64_t>::max();
    int imageWrites = 0;
    int logWrites = 0;
    bool refusesImages = false;
    bool refusesLog = false;
};

} // namespace meter::test
