// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/com_port_control.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace meter::sim::live {
namespace {

using namespace telnet;

constexpr std::uint64_t kSupportedOptions = 1ULL << kBinary | 1ULL << kNoGoAhead | 1ULL << kComPort;

constexpr std::uint8_t kPurgeTransmit = 2; ///< 1 receive buffer, 2 transmit buffer, 3 both.
/// Carrier, data set ready, clear to send: a line that is there.
constexpr std::uint8_t kModemLines = 0x80 | 0x20 | 0x10;
/// Transmit holding and shift registers empty.
constexpr std::uint8_t kLineIdle = 0x40 | 0x20;
constexpr std::string_view kOurSignature = "metertwin";

std::uint64_t bitOf(std::uint8_t option) {
    return option < 64 ? 1ULL << option : 0;
}

} // namespace

void ComPortControl::receive(std::span<const std::byte> bytes) {
    m_stream.receive(bytes, *this);
    flushData();
}

void ComPortControl::onData(std::byte byte) {
    m_data.push_back(byte);
}

void ComPortControl::flushData() {
    if (!m_data.empty()) {
        m_listener.onData(m_data);
        m_data.clear();
    }
}

void ComPortControl::onCommand(std::uint8_t command) {
    if (command == kAreYouThere) {
        flushData();
        const std::array answer = {std::byte{kIac}, std::byte{kNop}};
        m_listener.onReply(answer);
    }
    // All others (break, interrupt, go-ahead …) mean nothing to a meter.
}

void ComPortControl::onOption(std::uint8_t verb, std::uint8_t option) {
    // Only changes are answered, so that two ends never agree for ever (RFC 1143).
    const bool isTheirs = verb == kWill || verb == kWont;
    const bool isOn = verb == kWill || verb == kDo;
    std::uint64_t& options = isTheirs ? m_theirs : m_ours;
    const bool wasOn = (options & bitOf(option)) != 0;
    const bool isSupported = (kSupportedOptions & bitOf(option)) != 0;
    if (isOn && !isSupported) {
        const std::array refusal = {std::byte{kIac}, std::byte{isTheirs ? kDont : kWont},
                                    std::byte{option}};
        m_listener.onReply(refusal);
        return;
    }
    if (isOn == wasOn) {
        return;
    }
    options ^= bitOf(option);
    const std::uint8_t yes = isTheirs ? kDo : kWill;
    const std::uint8_t no = isTheirs ? kDont : kWont;
    const std::array answer = {std::byte{kIac}, std::byte{isOn ? yes : no}, std::byte{option}};
    m_listener.onReply(answer);
    if (isOn && isTheirs && option == kComPort) {
        notifyModemState();
    }
}

void ComPortControl::onSubnegotiation(std::span<const std::uint8_t> content) {
    if (content.size() < 2 || content[0] != kComPort) {
        return;
    }
    flushData(); // What came before was said under the old setting.
    onComPort(content[1], content.subspan(2));
}

void ComPortControl::onComPort(std::uint8_t command, std::span<const std::uint8_t> value) {
    const std::uint8_t first = value.empty() ? std::uint8_t{0} : value[0];
    switch (command) {
    case kSignature:
        if (value.empty()) {
            const std::vector<std::uint8_t> text(kOurSignature.begin(), kOurSignature.end());
            reply(command, text);
        }
        break;
    case kSetBaudRate:
        onBaudRate(value);
        break;
    case kSetDataSize:
    case kSetParity:
    case kSetStopSize:
        onFormat(command, first);
        break;
    case kSetControl:
        onControl(first);
        break;
    case kSuspend:
    case kResume:
        m_listener.onSuspend(command == kSuspend);
        break;
    case kSetLineStateMask: {
        reply(command, std::array{first});
        reply(kNotifyLineState, std::array{static_cast<std::uint8_t>(kLineIdle & first)});
        break;
    }
    case kSetModemStateMask:
        m_modemMask = first;
        reply(command, std::array{first});
        notifyModemState();
        break;
    case kPurge:
        if ((first & kPurgeTransmit) != 0) {
            m_listener.onPurge();
        }
        reply(command, std::array{first});
        break;
    default:
        break; // Not of the standard: nobody waits for an answer.
    }
}

void ComPortControl::onBaudRate(std::span<const std::uint8_t> value) {
    constexpr std::size_t kRateSize = 4;
    if (value.size() == kRateSize) {
        std::uint32_t rate = 0;
        for (const std::uint8_t byte : value) {
            rate = rate << 8U | byte;
        }
        if (rate != 0) {
            m_setting.baudRate = rate;
        }
    }
    const std::uint32_t now = m_setting.baudRate.value_or(m_defaults.baudRate);
    reply(kSetBaudRate,
          std::array{static_cast<std::uint8_t>(now >> 24U), static_cast<std::uint8_t>(now >> 16U),
                     static_cast<std::uint8_t>(now >> 8U), static_cast<std::uint8_t>(now)});
}

void ComPortControl::onFormat(std::uint8_t command, std::uint8_t value) {
    struct Format {
        std::uint8_t command;
        std::uint8_t lowest;
        std::uint8_t highest;
        std::uint8_t initial;
        std::optional<std::uint8_t>& value;
    };

    // A value outside its range, 0 among them, asks for what is set.
    const std::array formats = {
        Format{kSetDataSize, 5, 8, 8, m_setting.dataBits},
        Format{kSetParity, 1, 5, m_defaults.parity, m_setting.parity},
        Format{kSetStopSize, 1, 3, 1, m_setting.stopBits},
    };
    for (const Format& format : formats) {
        if (format.command != command) {
            continue;
        }
        if (value >= format.lowest && value <= format.highest) {
            format.value = value;
        }
        reply(command, std::array{format.value.value_or(format.initial)});
    }
}

void ComPortControl::onControl(std::uint8_t value) {
    struct Control {
        std::uint8_t query;
        std::uint8_t lowest;
        std::uint8_t highest;
        std::uint8_t& state;
    };

    const std::array controls = {
        Control{0, 1, 3, m_flowControl},    Control{4, 5, 6, m_breakState},
        Control{7, 8, 9, m_dtrState},       Control{10, 11, 12, m_rtsState},
        Control{13, 14, 16, m_inboundFlow},
    };
    for (const Control& control : controls) {
        if (value < control.query || value > control.highest) {
            continue;
        }
        if (value >= control.lowest) {
            control.state = value; // Accepted and reported; two wires have no such lines.
        }
        reply(kSetControl, std::array{control.state});
        return;
    }
    reply(kSetControl, std::array{m_flowControl}); // Flow by DCD, DTR, DSR: none of it here.
}

void ComPortControl::reply(std::uint8_t command, std::span<const std::uint8_t> value) {
    std::vector<std::byte> out;
    appendComPort(out, static_cast<std::uint8_t>(command + kAnswerOffset), value);
    m_listener.onReply(out);
}

void ComPortControl::notifyModemState() {
    reply(kNotifyModemState, std::array{static_cast<std::uint8_t>(kModemLines & m_modemMask)});
}

} // namespace meter::sim::live
