// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What survives a loss of power at any instant: two alternating images, each with a sequence
// number, a CRC-32 and an end mark. A save overwrites the older one, so that the newer one
// stays whole whatever happens. Serialised field by field, little-endian: the same bytes on
// every machine.
//
//   offset  bytes  field
//   0       4      magic "S4KR"
//   4       2      format version
//   6       2      size of the image
//   8       4      sequence number; the higher of two whole images is the newer
//   12      …      contents, in the order of NvContents
//   size−5  4      CRC-32 of everything before it
//   size−1  1      end mark 0x5A, the last byte to be written

#include "core/base/status.hpp"
#include "core/metering/demand.hpp"
#include "core/metering/energy_counters.hpp"
#include "core/metering/pulse_output.hpp"
#include "core/ports/nv_storage.hpp"
#include "core/settings/settings.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace meter {

/// Bytes of an image that are in use.
inline constexpr std::uint32_t kNvUsedSize = 159;

struct NvContents {
    Settings settings{};
    EnergyCounters energy{}; ///< Whole units; the fractions are not stored.
    PowerTriple demandMax{};
    PulseCounts pulses{};
    std::uint16_t energyResetCount = 0; ///< 147.
    std::uint16_t powerUpCount = 0;     ///< 152.
    std::uint16_t logStatus = 0;        ///< 160, logging variant.
    std::uint32_t logEntryCount = 0;    ///< 161 shows its low 16 bits.
};

enum class NvImageState : std::uint8_t {
    Blank,      ///< Erased, never written.
    Unfinished, ///< Begun on erased memory, cut before its end: it never was an image.
    Whole,
    Damaged,
    Unreadable, ///< The storage refused.
};

class NvStore {
public:
    /// Ok: the newer whole image. Blank: nothing was ever stored. Damaged: something was, and
    /// no image is whole. ReadFailed: neither image can be read. `contents` changes only if Ok.
    /// Comes before the first save.
    Status load(NvStorage& storage, NvContents& contents);

    /// Ok once the image was read back as written. A failure leaves the newer image whole, and
    /// the next save tries the same place again.
    Status save(NvStorage& storage, const NvContents& contents);

    /// As the last load found it.
    [[nodiscard]] NvImageState imageState(std::size_t index) const { return m_imageStates[index]; }

private:
    std::array<NvImageState, kNvImageCount> m_imageStates{};
    std::uint32_t m_sequence = 0;
    std::uint8_t m_newerIndex = kNvImageCount - 1; ///< The first save writes image 0.
};

/// State of one image as read from memory (at least its first kNvUsedSize bytes).
[[nodiscard]] NvImageState judgeNvImage(std::span<const std::byte> image);

} // namespace meter
