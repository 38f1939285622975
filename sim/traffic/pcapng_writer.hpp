// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Traffic as a capture file that Wireshark opens and decodes (pcapng, little endian). One
// interface per endpoint, named as `serve` prints it:
//   Modbus TCP    link type 101 (raw IP): TCP segments made up from the addresses, with running
//                 sequence numbers and right checksums. Port 502 stands for the one that the
//                 twin listens on, since that is where Modbus/TCP is looked for.
//   RTU, also     link type 252 (Wireshark upper PDU), handed to the dissector "mbrtu", which
//   over TCP      needs no settings then. It tells requests from answers by their length, where
//                 that is possible.
// Each packet carries its direction and, as a comment, what the frame means.

#include "sim/traffic/traffic_meaning.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>

namespace meter::sim {

class PcapngWriter final {
public:
    /// The beginning of a file.
    [[nodiscard]] static std::string header(const std::string& program);
    /// The blocks of one frame; the first one of an endpoint brings its interface along.
    [[nodiscard]] std::string blocks(const TrafficFrame& frame, const TrafficMeaning& meaning);

private:
    /// Next sequence numbers of both sides of a connection.
    struct Conversation {
        std::uint32_t fromClient = 1;
        std::uint32_t fromServer = 1;
    };

    [[nodiscard]] std::string segment(const TrafficFrame& frame);

    std::map<std::string, std::uint32_t> m_interfaces;   ///< By endpoint.
    std::map<std::string, Conversation> m_conversations; ///< By endpoint and peer.
};

} // namespace meter::sim
