// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/capture_reader.hpp"

#include "core/base/byte_order.hpp"
#include "core/modbus/mbap.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "sim/base/calendar.hpp"
#include "sim/traffic/capture_packets.hpp"
#include "sim/traffic/traffic_remarks.hpp"
#include "sim/traffic/traffic_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace meter::sim {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::array kWholeRemarks = {kSlowFetchRemark, kCutFetchRemark, kInFlightRemark,
                                      kSendingRemark,   kTogetherRemark, kEchoRemark};
constexpr std::array kBegunRemarks = {kNotUnderstoodRemark, kNoAnswerRemark};

/// The part of a packet's comment that the endpoint wrote.
std::string remarkIn(std::string_view comment) {
    for (const std::string_view remark : kWholeRemarks) {
        if (comment.ends_with(remark)) {
            return std::string(remark);
        }
    }
    for (const std::string_view remark : kBegunRemarks) {
        if (const auto at = comment.find(remark); at != std::string_view::npos) {
            return std::string(comment.substr(at));
        }
    }
    return {};
}

bool isDropRemark(std::string_view remark) {
    return std::ranges::find(kWholeRemarks, remark) != kWholeRemarks.end() ||
           remark.starts_with(kNotUnderstoodRemark);
}

bool isRequest(const TrafficFrame& frame) {
    if (isDropRemark(frame.remark)) {
        return false;
    }
    if (frame.framing == TrafficFraming::ModbusTcp) {
        return modbus::parseMbap(frame.bytes).verdict == modbus::MbapVerdict::Frame;
    }
    return frame.bytes.size() >= modbus::kAduRtuSizeMin && modbus::hasValidCrc(frame.bytes);
}

/// Numbers the frames and joins answers to requests.
class Joiner final {
public:
    void add(TrafficFrame frame) {
        frame.sequence = m_frames.size() + 1;
        const bool isTcp = frame.framing == TrafficFraming::ModbusTcp;
        const std::uint16_t transaction =
            isTcp && frame.bytes.size() >= 2 ? readBigEndian16(frame.bytes, 0) : std::uint16_t{0};
        auto& open = m_open[{frame.endpoint + ' ' + frame.peer, transaction}];
        if (frame.direction == TrafficDirection::Answer) {
            frame.request = open;
        } else if (isRequest(frame)) {
            open = frame.sequence;
        } else {
            frame.isDropped = true;
        }
        m_frames.push_back(std::move(frame));
    }

    [[nodiscard]] std::vector<TrafficFrame> take() { return std::move(m_frames); }

private:
    std::vector<TrafficFrame> m_frames;
    std::map<std::pair<std::string, std::uint16_t>, std::uint64_t> m_open;
};

// A trace as text ------------------------------------------------------------------------------

std::vector<std::string_view> fieldsOf(std::string_view line) {
    std::vector<std::string_view> fields;
    while (true) {
        const auto tab = line.find('\t');
        fields.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) {
            return fields;
        }
        line.remove_prefix(tab + 1);
    }
}

template <typename Number>
std::optional<Number> numberIn(std::string_view text, int base = 10) {
    Number value{};
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size() && !text.empty()
               ? std::optional(value)
               : std::nullopt;
}

/// "2026-11-23T03:40:52.123456Z".
std::optional<std::int64_t> utcIn(std::string_view text) {
    constexpr std::size_t kSize = 27;
    if (text.size() != kSize) {
        return std::nullopt;
    }
    constexpr std::array<std::pair<std::size_t, std::size_t>, 7> kPlaces = {
        {{0, 4}, {5, 2}, {8, 2}, {11, 2}, {14, 2}, {17, 2}, {20, 6}}};
    std::array<std::int64_t, 7> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto part = numberIn<std::int64_t>(text.substr(kPlaces[i].first, kPlaces[i].second));
        if (!part) {
            return std::nullopt;
        }
        parts[i] = *part;
    }
    const std::optional<std::int64_t> days = daysSince1970(
        static_cast<int>(parts[0]), static_cast<int>(parts[1]), static_cast<int>(parts[2]));
    if (!days) {
        return std::nullopt;
    }
    return (((*days * 24 + parts[3]) * 60 + parts[4]) * 60 + parts[5]) * 1'000'000 + parts[6];
}

std::optional<std::vector<std::byte>> bytesIn(std::string_view hex) {
    std::vector<std::byte> bytes;
    while (!hex.empty()) {
        const auto space = hex.find(' ');
        const auto value = numberIn<unsigned char>(hex.substr(0, space), 16);
        if (!value) {
            return std::nullopt;
        }
        bytes.push_back(std::byte{*value});
        hex.remove_prefix(space == std::string_view::npos ? hex.size() : space + 1);
    }
    return bytes;
}

std::optional<double> secondsIn(std::string_view text) {
    double value = 0.0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    return parsed.ec == std::errc{} && std::abs(value) < 1e12 ? std::optional(value) : std::nullopt;
}

std::optional<TrafficFrame> frameIn(std::string_view line) {
    constexpr std::size_t kFieldCount = 11;
    const std::vector<std::string_view> fields = fieldsOf(line);
    if (fields.size() != kFieldCount) {
        return std::nullopt;
    }
    const auto utc = utcIn(fields[1]);
    const auto meterTime = secondsIn(fields[2]);
    auto bytes = bytesIn(fields[10]);
    const bool isAnswer = fields[5] == "answer";
    if (!utc || !meterTime || !bytes || (!isAnswer && fields[5] != "request")) {
        return std::nullopt;
    }
    TrafficFrame frame;
    frame.utcUs = *utc;
    frame.meterTime = std::llround(*meterTime * kSamplesPerSecond);
    frame.endpoint = fields[3];
    frame.peer = fields[4];
    frame.framing = framingOf(frame.endpoint, frame.peer);
    frame.direction = isAnswer ? TrafficDirection::Answer : TrafficDirection::Request;
    frame.remark = fields[9];
    frame.bytes = std::move(*bytes);
    return frame;
}

Result<std::vector<TrafficFrame>> framesOfTrace(std::string_view file) {
    Joiner joiner;
    int lineNumber = 0;
    while (!file.empty()) {
        const auto end = file.find('\n');
        const std::string_view line = file.substr(0, end);
        file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
        ++lineNumber;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        auto frame = frameIn(line);
        if (!frame) {
            return std::unexpected(
                Error{"line " + std::to_string(lineNumber) + " is not a line of a trace", {}});
        }
        joiner.add(std::move(*frame));
    }
    return joiner.take();
}

// A capture --------------------------------------------------------------------------------------

struct Segment {
    std::string source; ///< Address and port.
    std::string target;
    std::uint16_t sourcePort = 0;
    std::uint16_t targetPort = 0;
    std::uint32_t sequence = 0;
    bool isStart = false; ///< SYN.
    Bytes data;
};

constexpr std::uint16_t kLinkEthernet = 1;
constexpr std::uint16_t kLinkUpperPdu = 252;

struct LinkHeader {
    std::uint16_t type;
    std::size_t size;
};

constexpr std::array kLinkHeaders = {
    LinkHeader{0, 4},    LinkHeader{kLinkEthernet, 14}, LinkHeader{12, 0},  LinkHeader{101, 0},
    LinkHeader{108, 4},  LinkHeader{113, 16},           LinkHeader{228, 0}, LinkHeader{229, 0},
    LinkHeader{276, 20},
};

std::string addressText(Bytes bytes) {
    std::string text;
    if (bytes.size() == 4) {
        for (const std::byte byte : bytes) {
            text += (text.empty() ? "" : ".") + std::to_string(std::to_integer<int>(byte));
        }
        return text;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text += i % 2 == 0 && i > 0 ? ":" : "";
        text += kDigits[std::to_integer<std::size_t>(bytes[i]) >> 4U];
        text += kDigits[std::to_integer<std::size_t>(bytes[i]) & 15U];
    }
    return "[" + text + "]";
}

std::optional<Segment> tcpIn(Bytes ip) {
    constexpr std::uint8_t kTcp = 6;
    constexpr std::size_t kHeadSix = 40;
    constexpr std::size_t kHeadFour = 20;
    if (ip.size() < kHeadFour) {
        return std::nullopt;
    }
    const bool isFour = byteAt(ip, 0) >> 4U == 4;
    const std::size_t head = isFour ? std::size_t{byteAt(ip, 0) & 15U} * 4 : kHeadSix;
    const std::size_t total = isFour ? readBigEndian16(ip, 2) : kHeadSix + readBigEndian16(ip, 4);
    const bool isWhole = ip.size() >= std::max(head, std::size_t{kHeadFour}) && total <= ip.size();
    if (!isWhole || byteAt(ip, isFour ? 9 : 6) != kTcp || total < head + kHeadFour) {
        return std::nullopt;
    }
    const Bytes tcp = ip.subspan(head, total - head);
    const std::size_t tcpHead = std::size_t{static_cast<std::size_t>(byteAt(tcp, 12)) >> 4U} * 4;
    if (tcpHead < kHeadFour || tcpHead > tcp.size()) {
        return std::nullopt;
    }
    const std::size_t addressSize = isFour ? 4 : 16;
    const std::size_t sourceAt = isFour ? 12 : 8;
    Segment segment;
    segment.sourcePort = readBigEndian16(tcp, 0);
    segment.targetPort = readBigEndian16(tcp, 2);
    segment.source =
        addressText(ip.subspan(sourceAt, addressSize)) + ':' + std::to_string(segment.sourcePort);
    segment.target = addressText(ip.subspan(sourceAt + addressSize, addressSize)) + ':' +
                     std::to_string(segment.targetPort);
    segment.sequence = std::uint32_t{readBigEndian16(tcp, 4)} << 16U | readBigEndian16(tcp, 6);
    segment.isStart = (byteAt(tcp, 13) & 2U) != 0;
    segment.data = tcp.subspan(tcpHead);
    return segment;
}

std::optional<Segment> segmentIn(const CapturePacket& packet) {
    constexpr std::size_t kTagSize = 4;
    constexpr std::uint16_t kVlan = 0x8100;
    const auto link = std::ranges::find(kLinkHeaders, packet.linkType, &LinkHeader::type);
    if (link == kLinkHeaders.end() || packet.bytes.size() < link->size) {
        return std::nullopt;
    }
    std::size_t head = link->size;
    if (packet.linkType == kLinkEthernet && readBigEndian16(packet.bytes, 12) == kVlan) {
        head += kTagSize;
    }
    return packet.bytes.size() > head ? tcpIn(packet.bytes.subspan(head)) : std::nullopt;
}

/// One direction of a connection.
struct Stream {
    std::optional<std::uint32_t> next; ///< Sequence number.
    std::vector<std::byte> rest;       ///< Of a frame that is not whole.
};

class CaptureFrames final {
public:
    explicit CaptureFrames(std::uint16_t port) : m_port(port) {}

    void add(const CapturePacket& packet) {
        if (packet.linkType == kLinkUpperPdu) {
            addUpperPdu(packet);
        } else if (const auto segment = segmentIn(packet)) {
            addSegment(packet, *segment);
        }
    }

    [[nodiscard]] std::vector<TrafficFrame> take() { return m_joiner.take(); }

private:
    /// Tags up to one of type 0, then the frame.
    void addUpperPdu(const CapturePacket& packet) {
        Bytes rest = packet.bytes;
        while (rest.size() >= 4 && readBigEndian16(rest, 0) != 0) {
            rest = rest.subspan(std::min<std::size_t>(rest.size(), 4U + readBigEndian16(rest, 2)));
        }
        if (rest.size() < 4) {
            return;
        }
        TrafficFrame frame = frameOf(packet, rest.subspan(4));
        frame.endpoint = packet.interface;
        frame.framing = TrafficFraming::Rtu;
        frame.direction = packet.isOutbound.value_or(false) ? TrafficDirection::Answer
                                                            : TrafficDirection::Request;
        m_joiner.add(std::move(frame));
    }

    void addSegment(const CapturePacket& packet, const Segment& segment) {
        const bool isAnswer = segment.sourcePort == m_port;
        if (!isAnswer && segment.targetPort != m_port) {
            return;
        }
        TrafficFrame like = frameOf(packet, {});
        like.endpoint = "modbus-tcp " + (isAnswer ? segment.source : segment.target);
        like.peer = isAnswer ? segment.target : segment.source;
        like.framing = TrafficFraming::ModbusTcp;
        like.direction = isAnswer ? TrafficDirection::Answer : TrafficDirection::Request;
        Stream& stream = m_streams[segment.source + ' ' + segment.target];
        if (segment.isStart) {
            stream = {};
            return;
        }
        if (segment.data.empty()) {
            if (isDropRemark(like.remark)) {
                m_joiner.add(std::move(like));
            }
            return;
        }
        const auto size = static_cast<std::uint32_t>(segment.data.size());
        if (stream.next && static_cast<std::int32_t>(segment.sequence - *stream.next) < 0) {
            return; // Sent once more.
        }
        if (stream.next && *stream.next != segment.sequence) {
            stream.rest.clear(); // The capture has a hole here.
        }
        stream.next = segment.sequence + size;
        stream.rest.insert(stream.rest.end(), segment.data.begin(), segment.data.end());
        takeFrames(stream.rest, like);
    }

    void takeFrames(std::vector<std::byte>& rest, const TrafficFrame& like) {
        std::size_t used = 0;
        while (used < rest.size()) {
            const Bytes left = Bytes(rest).subspan(used);
            const modbus::MbapResult found = modbus::parseMbap(left);
            if (found.verdict == modbus::MbapVerdict::NeedMore) {
                break;
            }
            const bool isLost = found.verdict == modbus::MbapVerdict::Close || found.size == 0;
            const Bytes whole = left.first(isLost ? left.size() : found.size);
            TrafficFrame frame = like;
            frame.bytes.assign(whole.begin(), whole.end());
            m_joiner.add(std::move(frame));
            used += whole.size();
        }
        rest.erase(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(used));
    }

    static TrafficFrame frameOf(const CapturePacket& packet, Bytes bytes) {
        TrafficFrame frame;
        frame.utcUs = packet.utcUs;
        frame.remark = remarkIn(packet.comment);
        frame.bytes.assign(bytes.begin(), bytes.end());
        return frame;
    }

    std::uint16_t m_port;
    Joiner m_joiner;
    std::map<std::string, Stream> m_streams;
};

Result<std::vector<TrafficFrame>> framesOfCapture(std::string_view file, std::uint16_t port) {
    const auto packets = capturePackets(file);
    if (!packets) {
        return std::unexpected(packets.error());
    }
    CaptureFrames frames(port);
    for (const CapturePacket& packet : *packets) {
        frames.add(packet);
    }
    std::vector<TrafficFrame> taken = frames.take();
    if (taken.empty()) {
        return std::unexpected(Error{"none of its " + std::to_string(packets->size()) +
                                         " packets is Modbus on port " + std::to_string(port),
                                     {}});
    }
    return taken;
}

} // namespace

Result<std::vector<TrafficFrame>> trafficOf(std::string_view file, std::uint16_t port) {
    if (isCapture(file)) {
        return framesOfCapture(file, port);
    }
    if (!file.starts_with(std::string_view(trafficTextHeader()).substr(0, 8))) {
        return std::unexpected(
            Error{"it is neither a capture (pcapng, pcap) nor a trace of the twin", {}});
    }
    auto frames = framesOfTrace(file);
    if (frames && frames->empty()) {
        return std::unexpected(Error{"it holds no frame", {}});
    }
    return frames;
}

} // namespace meter::sim
