// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/capture_packets.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::uint32_t kSection = 0x0A0D0D0A;
constexpr std::uint32_t kByteOrder = 0x1A2B3C4D;
constexpr std::uint32_t kPcapUs = 0xA1B2C3D4;
constexpr std::uint32_t kPcapNs = 0xA1B23C4D;
constexpr std::uint32_t kInterface = 1;
constexpr std::uint32_t kEnhancedPacket = 6;
constexpr std::uint16_t kOptionComment = 1;
constexpr std::uint16_t kOptionName = 2; ///< Of an interface; of a packet: its flags.
constexpr std::uint16_t kOptionResolution = 9;
constexpr std::size_t kBlockOverhead = 12;
constexpr std::size_t kPacketsMax = 4'000'000;

/// Numbers in the byte order of the file.
class Reader final {
public:
    Reader(Bytes bytes, bool isBig) : m_bytes(bytes), m_isBig(isBig) {}

    [[nodiscard]] bool has(std::size_t count) const { return m_bytes.size() - m_at >= count; }

    [[nodiscard]] std::uint32_t take(std::size_t count) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto byte = std::to_integer<std::uint32_t>(m_bytes[m_at + i]);
            value |= byte << 8U * static_cast<std::uint32_t>(m_isBig ? count - 1 - i : i);
        }
        m_at += count;
        return value;
    }

    [[nodiscard]] Bytes takeBytes(std::size_t count) {
        const Bytes taken = m_bytes.subspan(m_at, count);
        m_at += count;
        return taken;
    }

    void skip(std::size_t count) { m_at += std::min(count, m_bytes.size() - m_at); }

private:
    Bytes m_bytes;
    std::size_t m_at = 0;
    bool m_isBig;
};

std::uint32_t firstWord(Bytes bytes, bool isBig) {
    return bytes.size() < 4 ? 0 : Reader(bytes, isBig).take(4);
}

std::string textOf(Bytes bytes) {
    std::string text(bytes.size(), '\0');
    std::ranges::transform(bytes, text.begin(),
                           [](std::byte byte) { return std::to_integer<char>(byte); });
    return text;
}

/// Calls `use(code, bytes)` for each option.
template <typename Use>
void readOptions(Reader reader, const Use& use) {
    while (reader.has(4)) {
        const auto code = static_cast<std::uint16_t>(reader.take(2));
        const std::uint32_t size = reader.take(2);
        if (code == 0 || !reader.has(size)) {
            return;
        }
        use(code, reader.takeBytes(size));
        reader.skip((4 - size % 4) % 4);
    }
}

struct Interface {
    std::uint16_t linkType = 0;
    std::string name;
    double usPerTick = 1.0;
};

Interface interfaceOf(Reader body, std::size_t index) {
    Interface interface {
        .linkType = static_cast<std::uint16_t>(body.take(2)),
        .name = "interface " + std::to_string(index)
    };
    body.skip(6);
    readOptions(body, [&interface](std::uint16_t code, Bytes value) {
        if (code == kOptionName) {
            interface.name = textOf(value);
        } else if (code == kOptionResolution && !value.empty()) {
            const auto law = std::to_integer<unsigned>(value[0]);
            double ticks = 1.0;
            for (unsigned i = 0; i < (law & 0x7FU); ++i) {
                ticks *= (law & 0x80U) != 0 ? 2.0 : 10.0;
            }
            interface.usPerTick = 1e6 / ticks;
        }
    });
    return interface;
}

std::optional<CapturePacket>
packetOf(Reader body, bool isBig, const std::vector<Interface>& interfaces) {
    constexpr std::size_t kHeadSize = 20;
    if (!body.has(kHeadSize)) {
        return std::nullopt;
    }
    const std::uint32_t index = body.take(4);
    const std::uint64_t high = body.take(4);
    const std::uint64_t ticks = high << 32U | body.take(4);
    const std::uint32_t size = body.take(4);
    body.skip(4);
    if (!body.has(size) || index >= interfaces.size()) {
        return std::nullopt;
    }
    const Interface& interface = interfaces[index];
    const double us = static_cast<double>(ticks) * interface.usPerTick;
    CapturePacket packet{.utcUs = us < 9e18 ? static_cast<std::int64_t>(us) : 0,
                         .linkType = interface.linkType,
                         .interface = interface.name,
                         .isOutbound = {},
                         .comment = {},
                         .bytes = body.takeBytes(size)};
    body.skip((4 - size % 4) % 4);
    readOptions(body, [&packet, isBig](std::uint16_t code, Bytes value) {
        constexpr std::uint32_t kDirection = 3;
        constexpr std::uint32_t kOutbound = 2;
        if (code == kOptionComment) {
            packet.comment = textOf(value);
        } else if (code == kOptionName && firstWord(value, isBig) % 4 != 0) {
            packet.isOutbound = (firstWord(value, isBig) & kDirection) == kOutbound;
        }
    });
    return packet;
}

std::vector<CapturePacket> blocksOf(Bytes rest) {
    std::vector<CapturePacket> packets;
    std::vector<Interface> interfaces;
    bool isBig = false;
    while (rest.size() >= kBlockOverhead && packets.size() < kPacketsMax) {
        if (firstWord(rest, false) == kSection) {
            isBig = firstWord(rest.subspan(8), true) == kByteOrder;
            interfaces.clear();
        }
        Reader head(rest, isBig);
        const std::uint32_t type = head.take(4);
        const std::uint32_t size = head.take(4);
        if (size < kBlockOverhead || size > rest.size()) {
            break;
        }
        const Reader body(rest.subspan(8, size - kBlockOverhead), isBig);
        if (type == kInterface && body.has(8)) {
            interfaces.push_back(interfaceOf(body, interfaces.size()));
        } else if (type == kEnhancedPacket) {
            if (auto packet = packetOf(body, isBig, interfaces)) {
                packets.push_back(std::move(*packet));
            }
        }
        rest = rest.subspan(size);
    }
    return packets;
}

std::vector<CapturePacket> pcapRecords(Bytes file, bool isBig) {
    constexpr std::size_t kFileHead = 24;
    constexpr std::size_t kRecordHead = 16;
    constexpr std::int64_t kUsPerSecond = 1'000'000;
    std::vector<CapturePacket> packets;
    const std::int64_t ticksPerUs = firstWord(file, isBig) == kPcapNs ? 1000 : 1;
    if (file.size() < kFileHead) {
        return packets;
    }
    const auto linkType = static_cast<std::uint16_t>(firstWord(file.subspan(20), isBig) & 0xFFFFU);
    Reader reader(file.subspan(kFileHead), isBig);
    while (reader.has(kRecordHead) && packets.size() < kPacketsMax) {
        const std::int64_t seconds = reader.take(4);
        const std::int64_t fraction = reader.take(4);
        const std::uint32_t size = reader.take(4);
        reader.skip(4);
        if (!reader.has(size)) {
            break;
        }
        packets.push_back({.utcUs = seconds * kUsPerSecond + fraction / ticksPerUs,
                           .linkType = linkType,
                           .interface = "interface 0",
                           .isOutbound = {},
                           .comment = {},
                           .bytes = reader.takeBytes(size)});
    }
    return packets;
}

bool isPcap(Bytes bytes, bool isBig) {
    const std::uint32_t word = firstWord(bytes, isBig);
    return word == kPcapUs || word == kPcapNs;
}

} // namespace

bool isCapture(std::string_view file) {
    const Bytes bytes = std::as_bytes(std::span(file));
    return firstWord(bytes, false) == kSection || isPcap(bytes, false) || isPcap(bytes, true);
}

Result<std::vector<CapturePacket>> capturePackets(std::string_view file) {
    const Bytes bytes = std::as_bytes(std::span(file));
    if (firstWord(bytes, false) == kSection) {
        return blocksOf(bytes);
    }
    if (isPcap(bytes, false) || isPcap(bytes, true)) {
        return pcapRecords(bytes, isPcap(bytes, true));
    }
    return std::unexpected(Error{"it is neither a pcapng nor a pcap file", {}});
}

} // namespace meter::sim
