// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/pcapng_writer.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <span>
#include <string_view>

namespace meter::sim {
namespace {

constexpr std::uint32_t kSectionBlock = 0x0A0D0D0A;
constexpr std::uint32_t kByteOrderMagic = 0x1A2B3C4D;
constexpr std::uint32_t kInterfaceBlock = 1;
constexpr std::uint32_t kPacketBlock = 6;
constexpr std::uint16_t kOptionComment = 1;
constexpr std::uint16_t kOptionFlags = 2;       ///< Of a packet.
constexpr std::uint16_t kOptionName = 2;        ///< Of an interface.
constexpr std::uint16_t kOptionResolution = 9;  ///< Of an interface: 6 = µs.
constexpr std::uint16_t kOptionApplication = 4; ///< Of a section.
constexpr std::uint16_t kLinkRawIp = 101;
constexpr std::uint16_t kLinkUpperPdu = 252;
constexpr std::uint16_t kTagDissector = 12; ///< Of Wireshark's upper PDUs.
constexpr std::uint16_t kModbusPort = 502;
constexpr std::uint32_t kSnapLength = 65'535;
constexpr std::size_t kConversationsMax = 65'536; ///< Then old ones are overwritten.

void put16(std::string& out, unsigned value) {
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>((value >> 8U) & 0xFFU);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value & 0xFFFFU);
    put16(out, value >> 16U);
}

void putBig16(std::string& out, unsigned value) {
    out += static_cast<char>((value >> 8U) & 0xFFU);
    out += static_cast<char>(value & 0xFFU);
}

void putBig32(std::string& out, std::uint32_t value) {
    putBig16(out, value >> 16U);
    putBig16(out, value & 0xFFFFU);
}

void pad(std::string& out) {
    out.append((4 - out.size() % 4) % 4, '\0');
}

void putOption(std::string& out, std::uint16_t code, std::string_view value) {
    constexpr std::size_t kOptionSizeMax = 65'535;
    value = value.substr(0, kOptionSizeMax);
    put16(out, code);
    put16(out, static_cast<unsigned>(value.size()));
    out += value;
    pad(out);
}

std::string block(std::uint32_t type, const std::string& body) {
    const auto size = static_cast<std::uint32_t>(body.size() + 12);
    std::string out;
    put32(out, type);
    put32(out, size);
    out += body;
    put32(out, size);
    return out;
}

std::string bytesOf(const TrafficFrame& frame) {
    std::string out(frame.bytes.size(), '\0');
    std::ranges::transform(frame.bytes, out.begin(),
                           [](std::byte byte) { return std::to_integer<char>(byte); });
    return out;
}

std::string interfaceBlock(const TrafficFrame& frame) {
    std::string body;
    put16(body, frame.framing == TrafficFraming::ModbusTcp ? kLinkRawIp : kLinkUpperPdu);
    put16(body, 0);
    put32(body, kSnapLength);
    putOption(body, kOptionName, frame.endpoint);
    putOption(body, kOptionResolution, "\x06");
    put32(body, 0); // End of the options.
    return block(kInterfaceBlock, body);
}

struct NetworkAddress {
    std::array<unsigned char, 16> bytes{}; ///< IPv4 mapped into IPv6.
    bool isFour = false;
    std::uint16_t port = 0;
};

/// "127.0.0.1:1502", "[::1]:1502"; what cannot be read becomes 0.0.0.0.
NetworkAddress addressOf(std::string_view text) {
    NetworkAddress address;
    const auto colon = text.rfind(':');
    std::string host(text.substr(0, colon));
    if (colon != std::string_view::npos) {
        std::from_chars(text.data() + colon + 1, text.data() + text.size(), address.port);
    }
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    }
    if (::inet_pton(AF_INET6, host.c_str(), address.bytes.data()) == 1) {
        const bool isMapped = std::all_of(address.bytes.begin(), address.bytes.begin() + 10,
                                          [](unsigned char byte) { return byte == 0; }) &&
                              address.bytes[10] == 0xFF && address.bytes[11] == 0xFF;
        address.isFour = isMapped;
        return address;
    }
    address.bytes[10] = address.bytes[11] = 0xFF;
    address.isFour = true;
    static_cast<void>(::inet_pton(AF_INET, host.c_str(), address.bytes.data() + 12));
    return address;
}

std::string addressBytes(const NetworkAddress& address, bool isFour) {
    const std::string all(address.bytes.begin(), address.bytes.end());
    return isFour ? all.substr(12) : all;
}

/// Of RFC 1071: the ones' complement of the ones' complement sum of 16-bit words.
unsigned checksumOf(const std::string& bytes) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        sum += i % 2 == 0 ? std::uint32_t{byte} << 8U : byte;
    }
    while (sum > 0xFFFFU) {
        sum = (sum & 0xFFFFU) + (sum >> 16U);
    }
    return ~sum & 0xFFFFU;
}

void setBig16(std::string& out, std::size_t at, unsigned value) {
    out[at] = static_cast<char>((value >> 8U) & 0xFFU);
    out[at + 1] = static_cast<char>(value & 0xFFU);
}

constexpr std::size_t kTcpChecksumAt = 16;
constexpr std::size_t kIpChecksumAt = 10;
constexpr unsigned kProtocolTcp = 6;
constexpr unsigned kHopLimit = 64;

/// Header before the TCP segment.
std::string ipHeader(const std::string& source, const std::string& target, std::size_t size) {
    std::string header;
    if (source.size() == 16) {
        putBig32(header, 0x60000000U);
        putBig16(header, static_cast<unsigned>(size));
        header += static_cast<char>(kProtocolTcp);
        header += static_cast<char>(kHopLimit);
        return header + source + target;
    }
    constexpr std::size_t kHeaderSize = 20;
    putBig16(header, 0x4500U);
    putBig16(header, static_cast<unsigned>(kHeaderSize + size));
    putBig32(header, 0x00004000U); // Do not fragment.
    header += static_cast<char>(kHopLimit);
    header += static_cast<char>(kProtocolTcp);
    putBig16(header, 0);
    header += source + target;
    setBig16(header, kIpChecksumAt, checksumOf(header));
    return header;
}

/// Tags with big-endian type and length, then the frame.
std::string upperPdu(const TrafficFrame& frame) {
    constexpr std::string_view kDissector("mbrtu\0\0\0", 8);
    std::string out;
    putBig16(out, kTagDissector);
    putBig16(out, static_cast<unsigned>(kDissector.size()));
    out += kDissector;
    putBig32(out, 0); // End of the tags.
    return out + bytesOf(frame);
}

std::string commentOf(const TrafficFrame& frame, const TrafficMeaning& meaning) {
    std::string text = meaning.text;
    if (!frame.remark.empty()) {
        text += (text.empty() ? "" : "; ") + frame.remark;
    }
    return text;
}

} // namespace

std::string PcapngWriter::header(const std::string& program) {
    std::string body;
    put32(body, kByteOrderMagic);
    put16(body, 1);
    put16(body, 0);
    put32(body, 0xFFFFFFFFU); // Length of the section: not stated.
    put32(body, 0xFFFFFFFFU);
    putOption(body, kOptionApplication, program);
    put32(body, 0);
    return block(kSectionBlock, body);
}

std::string PcapngWriter::segment(const TrafficFrame& frame) {
    constexpr unsigned kFlagsData = 0x5018;  // 20 bytes of header; PSH and ACK.
    constexpr unsigned kFlagsReset = 0x5014; // RST and ACK.
    if (m_conversations.size() >= kConversationsMax) {
        m_conversations.clear();
    }
    Conversation& numbers = m_conversations[frame.endpoint + ' ' + frame.peer];
    const bool isRequest = frame.direction == TrafficDirection::Request;
    const NetworkAddress client = addressOf(frame.peer);
    NetworkAddress server =
        addressOf(std::string_view(frame.endpoint).substr(frame.endpoint.find(' ') + 1));
    server.port = kModbusPort;
    const bool isFour = client.isFour && server.isFour;
    const std::string source = addressBytes(isRequest ? client : server, isFour);
    const std::string target = addressBytes(isRequest ? server : client, isFour);

    std::uint32_t& sent = isRequest ? numbers.fromClient : numbers.fromServer;
    std::string tcp;
    putBig16(tcp, isRequest ? client.port : server.port);
    putBig16(tcp, isRequest ? server.port : client.port);
    putBig32(tcp, sent);
    putBig32(tcp, isRequest ? numbers.fromServer : numbers.fromClient);
    putBig16(tcp, frame.bytes.empty() ? kFlagsReset : kFlagsData);
    putBig16(tcp, 0xFFFF); // Window.
    putBig32(tcp, 0);      // Checksum, urgent pointer.
    tcp += bytesOf(frame);
    sent += static_cast<std::uint32_t>(frame.bytes.size());

    std::string pseudoHeader = source + target;
    putBig32(pseudoHeader, static_cast<std::uint32_t>(tcp.size()));
    putBig32(pseudoHeader, kProtocolTcp);
    setBig16(tcp, kTcpChecksumAt, checksumOf(pseudoHeader + tcp));
    return ipHeader(source, target, tcp.size()) + tcp;
}

std::string PcapngWriter::blocks(const TrafficFrame& frame, const TrafficMeaning& meaning) {
    constexpr std::uint32_t kInbound = 1;
    constexpr std::uint32_t kOutbound = 2;
    std::string out;
    const auto [found, isNew] =
        m_interfaces.try_emplace(frame.endpoint, static_cast<std::uint32_t>(m_interfaces.size()));
    if (isNew) {
        out = interfaceBlock(frame);
    }
    const std::string packet =
        frame.framing == TrafficFraming::ModbusTcp ? segment(frame) : upperPdu(frame);
    const auto time = static_cast<std::uint64_t>(frame.utcUs);
    std::string body;
    put32(body, found->second);
    put32(body, static_cast<std::uint32_t>(time >> 32U));
    put32(body, static_cast<std::uint32_t>(time & 0xFFFFFFFFU));
    put32(body, static_cast<std::uint32_t>(packet.size()));
    put32(body, static_cast<std::uint32_t>(packet.size()));
    body += packet;
    pad(body);
    std::string flags;
    put32(flags, frame.direction == TrafficDirection::Request ? kInbound : kOutbound);
    putOption(body, kOptionFlags, flags);
    putOption(body, kOptionComment, commentOf(frame, meaning));
    put32(body, 0);
    return out + block(kPacketBlock, body);
}

} // namespace meter::sim
