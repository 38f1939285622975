// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/nv_store.hpp"

#include "core/base/assert.hpp"
#include "core/base/crc32.hpp"
#include "core/settings/settings_rules.hpp"

#include <bit>
#include <type_traits>

namespace meter {

namespace {

using Image = std::array<std::byte, kNvUsedSize>;

constexpr std::uint32_t kMagic = 0x524B3453; // "S4KR", little-endian.
constexpr std::uint16_t kFormatVersion = 1;
constexpr std::byte kEndMark{0x5A};
constexpr std::byte kErased{0xFF};
constexpr std::size_t kCrcOffset = kNvUsedSize - 5;
constexpr std::size_t kEndMarkOffset = kNvUsedSize - 1;

static_assert(kNvUsedSize <= kNvImageSize);
static_assert(std::is_trivially_copyable_v<NvContents> && std::is_trivially_copyable_v<NvStore>);

struct Header {
    std::uint32_t magic = kMagic;
    std::uint16_t formatVersion = kFormatVersion;
    std::uint16_t size = kNvUsedSize;
    std::uint32_t sequence = 0;
};

class Writer {
public:
    constexpr explicit Writer(std::span<std::byte> bytes) : m_bytes(bytes) {}

    template <typename Value>
        requires std::is_unsigned_v<Value>
    constexpr void operator()(const Value& value) {
        for (std::size_t index = 0; index < sizeof(Value); ++index) {
            m_bytes[m_offset + index] = static_cast<std::byte>(value >> (8U * index));
        }
        m_offset += sizeof(Value);
    }

    template <typename Value>
        requires std::is_enum_v<Value>
    constexpr void operator()(const Value& value) {
        (*this)(static_cast<std::underlying_type_t<Value>>(value));
    }

    constexpr void operator()(const double& value) { (*this)(std::bit_cast<std::uint64_t>(value)); }

    [[nodiscard]] constexpr std::size_t offset() const { return m_offset; }

private:
    std::span<std::byte> m_bytes;
    std::size_t m_offset = 0;
};

class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    template <typename Value>
        requires std::is_unsigned_v<Value>
    void operator()(Value& value) {
        std::uint64_t gathered = 0;
        for (std::size_t index = 0; index < sizeof(Value); ++index) {
            gathered |= std::to_integer<std::uint64_t>(m_bytes[m_offset + index]) << (8U * index);
        }
        value = static_cast<Value>(gathered);
        m_offset += sizeof(Value);
    }

    template <typename Value>
        requires std::is_enum_v<Value>
    void operator()(Value& value) {
        std::underlying_type_t<Value> number{};
        (*this)(number);
        value = static_cast<Value>(number);
    }

    void operator()(double& value) {
        std::uint64_t bits = 0;
        (*this)(bits);
        value = std::bit_cast<double>(bits);
    }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_offset = 0;
};

template <typename Archive, typename HeaderType>
constexpr void passHeader(Archive& archive, HeaderType& header) {
    archive(header.magic);
    archive(header.formatVersion);
    archive(header.size);
    archive(header.sequence);
}

template <typename Archive, typename SettingsType>
constexpr void passSettings(Archive& archive, SettingsType& settings) {
    archive(settings.systemType);
    archive(settings.displayUnits);
    archive(settings.parity);
    archive(settings.modbusAddress);
    archive(settings.baudRate);
    archive(settings.ctPrimaryA);
    archive(settings.ptRatioHundredths);
    archive(settings.systemVoltageV);
    archive(settings.phaseLossVoltagePercent);
    archive(settings.phaseLossImbalancePercent);
    archive(settings.pulseEnergyWh);
    archive(settings.demandSubintervals);
    archive(settings.demandSubintervalLengthS);
    archive(settings.logConfiguration);
    for (auto& pointer : settings.logPointers) {
        archive(pointer);
    }
    archive(settings.setupPassword);
    archive(settings.resetPassword);
}

/// The one list of what an image holds, for writing and reading alike. A new field changes
/// kFormatVersion.
template <typename Archive, typename ContentsType>
constexpr void passContents(Archive& archive, ContentsType& contents) {
    passSettings(archive, contents.settings);
    archive(contents.energy.real.units);
    for (auto& phase : contents.energy.realOfPhase) {
        archive(phase.units);
    }
    archive(contents.energy.apparent.units);
    archive(contents.energy.reactive.units);
    for (auto& demand : contents.demandMax) {
        archive(demand);
    }
    archive(contents.pulses.real);
    archive(contents.pulses.reactive);
    archive(contents.energyResetCount);
    archive(contents.powerUpCount);
    archive(contents.logStatus);
    archive(contents.logEntryCount);
}

constexpr std::size_t sizeOfEverything() {
    Image image{};
    Writer writer{image};
    const Header header{};
    const NvContents contents{};
    passHeader(writer, header);
    passContents(writer, contents);
    return writer.offset() + sizeof(std::uint32_t) + sizeof(kEndMark);
}

static_assert(sizeOfEverything() == kNvUsedSize, "adjust kNvUsedSize to the list of fields");

std::uint32_t offsetOf(std::size_t index) {
    return static_cast<std::uint32_t>(index) * kNvImageSize;
}

Header headerOf(std::span<const std::byte> image) {
    Header header;
    Reader reader{image};
    passHeader(reader, header);
    return header;
}

NvContents contentsOf(std::span<const std::byte> image) {
    Header header;
    NvContents contents;
    Reader reader{image};
    passHeader(reader, header);
    passContents(reader, contents);
    return contents;
}

std::uint32_t storedCrcOf(std::span<const std::byte> image) {
    std::uint32_t crc = 0;
    Reader reader{image.subspan(kCrcOffset)};
    reader(crc);
    return crc;
}

void compose(Image& image, std::uint32_t sequence, const NvContents& contents) {
    Writer writer{image};
    Header header;
    header.sequence = sequence;
    passHeader(writer, header);
    passContents(writer, contents);
    METER_ASSERT(writer.offset() == kCrcOffset);
    writer(crc32(std::span{image}.first(kCrcOffset)));
    image[kEndMarkOffset] = kEndMark;
}

NvImageState readImage(NvStorage& storage, std::size_t index, Image& image) {
    if (storage.read(offsetOf(index), image) != Status::Ok) {
        return NvImageState::Unreadable;
    }
    return judgeNvImage(image);
}

/// Newer by serial-number arithmetic, so that the sequence may roll over.
bool isNewer(std::uint32_t sequence, std::uint32_t than) {
    return static_cast<std::int32_t>(sequence - than) > 0;
}

/// Why no image can be used. The first save ever goes to image 0 and to erased memory: only
/// if that was cut is there no image without one having been lost. Then nothing was ever
/// reported as stored, and the meter is as blank as it left the factory.
Status statusWithoutImage(NvImageState first, NvImageState second) {
    if (first == NvImageState::Unreadable && second == NvImageState::Unreadable) {
        return Status::ReadFailed;
    }
    const bool wasNeverWhole = first == NvImageState::Blank || first == NvImageState::Unfinished;
    return wasNeverWhole && second == NvImageState::Blank ? Status::Blank : Status::Damaged;
}

} // namespace

NvImageState judgeNvImage(std::span<const std::byte> image) {
    METER_ASSERT(image.size() >= kNvUsedSize);
    const std::span<const std::byte> used = image.first(kNvUsedSize);
    bool isBlank = true;
    for (const std::byte byte : used) {
        isBlank = isBlank && byte == kErased;
    }
    if (isBlank) {
        return NvImageState::Blank;
    }
    const Header header = headerOf(used);
    const bool isWhole = used[kEndMarkOffset] == kEndMark && header.magic == kMagic &&
                         header.formatVersion == kFormatVersion && header.size == kNvUsedSize &&
                         storedCrcOf(used) == crc32(used.first(kCrcOffset)) &&
                         checkRanges(contentsOf(used).settings) == Status::Ok;
    if (isWhole) {
        return NvImageState::Whole;
    }
    return used[kEndMarkOffset] == kErased ? NvImageState::Unfinished : NvImageState::Damaged;
}

Status NvStore::load(NvStorage& storage, NvContents& contents) {
    *this = NvStore{};
    bool hasImage = false;
    Image image{};
    for (std::size_t index = 0; index < kNvImageCount; ++index) {
        m_imageStates[index] = readImage(storage, index, image);
        if (m_imageStates[index] != NvImageState::Whole) {
            continue;
        }
        const std::uint32_t sequence = headerOf(image).sequence;
        if (!hasImage || isNewer(sequence, m_sequence)) {
            hasImage = true;
            m_sequence = sequence;
            m_newerIndex = static_cast<std::uint8_t>(index);
            contents = contentsOf(image);
        }
    }
    return hasImage ? Status::Ok : statusWithoutImage(m_imageStates[0], m_imageStates[1]);
}

Status NvStore::save(NvStorage& storage, const NvContents& contents) {
    const std::size_t index = m_newerIndex == 0 ? 1 : 0;
    Image image{};
    compose(image, m_sequence + 1U, contents);
    if (storage.write(offsetOf(index), image) != Status::Ok) {
        return Status::WriteFailed;
    }
    Image readBack{};
    if (storage.read(offsetOf(index), readBack) != Status::Ok || readBack != image) {
        return Status::WriteFailed;
    }
    ++m_sequence;
    m_newerIndex = static_cast<std::uint8_t>(index);
    return Status::Ok;
}

} // namespace meter
