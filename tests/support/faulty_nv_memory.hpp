// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Non-volatile memory in RAM that misbehaves on request: refuses a write, loses power in the
// middle of one, forgets to write, cannot be read, or has aged. Copyable: a copy is the state
// at that instant.

#include "core/ports/nv_storage.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace meter {

class FaultyNvMemory final : public NvStorage {
public:
    static constexpr std::size_t kSize = std::size_t{kNvImageSize} * kNvImageCount;

    FaultyNvMemory() { m_bytes.fill(std::byte{0xFF}); }

    Status read(std::uint32_t offset, std::span<std::byte> into) override {
        const std::size_t image = offset / kNvImageSize;
        if (m_isUnreadable.at(image)) {
            return Status::ReadFailed;
        }
        for (std::size_t index = 0; index < into.size(); ++index) {
            into[index] = m_bytes.at(offset + index);
        }
        return Status::Ok;
    }

    Status write(std::uint32_t offset, std::span<const std::byte> bytes) override {
        ++m_writeCount;
        if (m_writeCount == m_refusedWrite) {
            return Status::WriteFailed;
        }
        if (m_isWriteLost) {
            return Status::Ok;
        }
        for (std::size_t index = 0; index < bytes.size(); ++index) {
            if (m_bytesUntilCut == 0) {
                return Status::WriteFailed;
            }
            --m_bytesUntilCut;
            m_bytes.at(offset + index) = bytes[index];
        }
        return Status::Ok;
    }

    /// The power goes after this many more bytes; nothing is written until it is back.
    void cutAfterBytes(std::uint64_t count) { m_bytesUntilCut = count; }

    void restorePower() { m_bytesUntilCut = kUncut; }

    /// The n-th write from now on, counted from 1, is refused; 0 refuses none.
    void refuseWrite(std::uint64_t number) {
        m_refusedWrite = number == 0 ? 0 : m_writeCount + number;
    }

    void loseWrites(bool isLost) { m_isWriteLost = isLost; }

    void makeUnreadable(std::size_t image, bool isUnreadable) {
        m_isUnreadable.at(image) = isUnreadable;
    }

    void flipBit(std::size_t image, std::size_t bit) {
        m_bytes.at(image * kNvImageSize + bit / 8U) ^= std::byte{1} << (bit % 8U);
    }

    void erase(std::size_t image) { std::ranges::fill(this->image(image), std::byte{0xFF}); }

    [[nodiscard]] std::span<std::byte> image(std::size_t image) {
        return std::span{m_bytes}.subspan(image * kNvImageSize, kNvImageSize);
    }

    [[nodiscard]] std::uint64_t writeCount() const { return m_writeCount; }

private:
    static constexpr std::uint64_t kUncut = std::numeric_limits<std::uint64_t>::max();

    std::array<std::byte, kSize> m_bytes{};
    std::array<bool, kNvImageCount> m_isUnreadable{};
    std::uint64_t m_writeCount = 0;
    std::uint64_t m_refusedWrite = 0;
    std::uint64_t m_bytesUntilCut = kUncut;
    bool m_isWriteLost = false;
};

} // namespace meter
