// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Packets of a capture file: pcapng and the older pcap, either byte order, as Wireshark, tcpdump
// and the twin itself write them. A file that ends in the middle of a packet gives those before.

#include "sim/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

struct CapturePacket {
    std::int64_t utcUs = 0;
    std::uint16_t linkType = 0;     ///< As at tcpdump.org.
    std::string interface;          ///< Name, or "interface 0".
    std::optional<bool> isOutbound; ///< Where the file tells.
    std::string comment;
    std::span<const std::byte> bytes; ///< In the text that was given.
};

/// True for the first bytes of either kind of file.
[[nodiscard]] bool isCapture(std::string_view file);

/// The packets, in `file`, which outlives them. What is no capture is an error.
[[nodiscard]] Result<std::vector<CapturePacket>> capturePackets(std::string_view file);

} // namespace meter::sim
