// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Telnet (RFC 854 and 855) with the option for COM port control (RFC 2217), as far as both ends
// of it are alike: the codes, the stream taken apart, data and commands put together. Bytes in,
// bytes out; without sockets.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace meter::sim::telnet {

// RFC 854 and 855.
inline constexpr std::uint8_t kSe = 240;
inline constexpr std::uint8_t kNop = 241;
inline constexpr std::uint8_t kAreYouThere = 246;
inline constexpr std::uint8_t kSb = 250;
inline constexpr std::uint8_t kWill = 251;
inline constexpr std::uint8_t kWont = 252;
inline constexpr std::uint8_t kDo = 253;
inline constexpr std::uint8_t kDont = 254;
inline constexpr std::uint8_t kIac = 255;

inline constexpr std::uint8_t kBinary = 0;    ///< Binary transmission (RFC 856).
inline constexpr std::uint8_t kNoGoAhead = 3; ///< Suppress go-ahead (RFC 858).
inline constexpr std::uint8_t kComPort = 44;  ///< COM port control (RFC 2217).

// RFC 2217, clause 3: what a client sends; answers and notices are 100 more.
inline constexpr std::uint8_t kSignature = 0;
inline constexpr std::uint8_t kSetBaudRate = 1;
inline constexpr std::uint8_t kSetDataSize = 2;
inline constexpr std::uint8_t kSetParity = 3;
inline constexpr std::uint8_t kSetStopSize = 4;
inline constexpr std::uint8_t kSetControl = 5;
inline constexpr std::uint8_t kNotifyLineState = 6;
inline constexpr std::uint8_t kNotifyModemState = 7;
inline constexpr std::uint8_t kSuspend = 8;
inline constexpr std::uint8_t kResume = 9;
inline constexpr std::uint8_t kSetLineStateMask = 10;
inline constexpr std::uint8_t kSetModemStateMask = 11;
inline constexpr std::uint8_t kPurge = 12;
inline constexpr std::uint8_t kAnswerOffset = 100;

/// Told in the order of the stream.
class StreamListener {
public:
    virtual void onData(std::byte byte) = 0;                           ///< 255 once.
    virtual void onOption(std::uint8_t verb, std::uint8_t option) = 0; ///< WILL, WONT, DO, DONT.
    /// Option and content, at least the option's byte; longer ones than 64 bytes are cut.
    virtual void onSubnegotiation(std::span<const std::uint8_t> content) = 0;
    virtual void onCommand(std::uint8_t command) = 0; ///< Any other: break, go-ahead …

protected:
    ~StreamListener() = default;
};

/// Whatever arrives, in pieces of any size, it neither fails nor keeps more than 64 bytes.
class Stream final {
public:
    void receive(std::span<const std::byte> bytes, StreamListener& listener);

private:
    enum class State : std::uint8_t { Data, Command, Option, Sub, SubCommand };

    void onCommand(std::uint8_t byte, StreamListener& listener);
    void onSubByte(std::uint8_t byte, StreamListener& listener);

    State m_state = State::Data;
    std::uint8_t m_verb = 0; ///< WILL, WONT, DO, DONT, while its option is awaited.
    std::vector<std::uint8_t> m_sub;
};

/// Data on its way to the other end: 255 is doubled.
void appendData(std::vector<std::byte>& out, std::span<const std::byte> data);

/// A subnegotiation of COM port control: `command` with its value.
void appendComPort(std::vector<std::byte>& out,
                   std::uint8_t command,
                   std::span<const std::uint8_t> value);

} // namespace meter::sim::telnet
