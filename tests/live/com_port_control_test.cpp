// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes are those of RFC 854 (commands), RFC 855 (negotiation) and RFC 2217, clauses 2 and
// 3 (option 44: client's commands 0 to 12, server's 100 more).
#include "sim/live/endpoints/com_port_control.hpp"

#include "sim/base/random.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>

using meter::sim::live::ComPortControl;
using meter::sim::live::ComPortListener;

namespace {

using Octets = std::vector<std::uint8_t>;

struct Heard final : ComPortListener {
    void onData(std::span<const std::byte> bytes) override { append(data, bytes); }

    void onReply(std::span<const std::byte> bytes) override { append(replies, bytes); }

    void onPurge() override { ++purgeCount; }

    void onSuspend(bool isSuspended) override { suspensions += isSuspended ? "s" : "r"; }

    static void append(Octets& to, std::span<const std::byte> bytes) {
        for (const std::byte byte : bytes) {
            to.push_back(std::to_integer<std::uint8_t>(byte));
        }
    }

    Octets data;
    Octets replies;
    int purgeCount = 0;
    std::string suspensions;
};

struct Port {
    Heard heard;
    ComPortControl control{heard};

    /// What is replied to these bytes.
    Octets replyTo(const Octets& bytes) {
        heard.replies.clear();
        control.receive(std::as_bytes(std::span(bytes)));
        return heard.replies;
    }
};

Octets joined(const Octets& first, const Octets& second) {
    Octets bytes(first.size() + second.size());
    const auto middle = std::ranges::copy(first, bytes.begin()).out;
    std::ranges::copy(second, middle);
    return bytes;
}

Octets sub(std::uint8_t command, const Octets& value) {
    return joined(joined({255, 250, 44, command}, value), {255, 240});
}

} // namespace

TEST_CASE("Telnet data passes and a doubled 255 is one byte") {
    Port port;
    CHECK(port.replyTo({1, 3, 255, 255, 0, 13, 10}).empty());
    CHECK(port.heard.data == Octets{1, 3, 255, 0, 13, 10});

    std::vector<std::byte> out;
    const Octets data = {7, 255, 8};
    meter::sim::telnet::appendData(out, std::as_bytes(std::span(data)));
    CHECK(out == std::vector{std::byte{7}, std::byte{255}, std::byte{255}, std::byte{8}});
}

TEST_CASE("A client that wills COM port control is bidden to and told of the modem lines") {
    Port port;
    // DO 44, then NOTIFY-MODEMSTATE: carrier, DSR, CTS.
    CHECK(port.replyTo({255, 251, 44}) == joined({255, 253, 44}, sub(107, {0xB0})));
    CHECK(port.replyTo({255, 251, 44}).empty());
    CHECK(port.replyTo({255, 252, 44}) == Octets{255, 254, 44});
}

TEST_CASE("Binary and suppressed go-ahead are agreed on and other options are not") {
    Port port;
    CHECK(port.replyTo({255, 251, 0}) == Octets{255, 253, 0});
    CHECK(port.replyTo({255, 253, 0}) == Octets{255, 251, 0});
    CHECK(port.replyTo({255, 253, 3}) == Octets{255, 251, 3});
    CHECK(port.replyTo({255, 253, 1}) == Octets{255, 252, 1});
    CHECK(port.replyTo({255, 251, 34}) == Octets{255, 254, 34});
    CHECK(port.replyTo({255, 254, 1}).empty());
}

TEST_CASE("Baud rate and format are set and told back") {
    Port port;
    CHECK(port.replyTo(sub(1, {0, 0, 0x25, 0x80})) == sub(101, {0, 0, 0x25, 0x80}));
    CHECK(port.control.setting().baudRate == 9600U);
    CHECK(port.replyTo(sub(2, {7})) == sub(102, {7}));
    CHECK(port.replyTo(sub(3, {3})) == sub(103, {3}));
    CHECK(port.replyTo(sub(4, {2})) == sub(104, {2}));
    CHECK(port.control.setting().dataBits == 7);
    CHECK(port.control.setting().parity == 3);
    CHECK(port.control.setting().stopBits == 2);
}

TEST_CASE("Asking for what was never set tells the meter's setting") {
    Port port;
    port.control.setDefaults({19200, 3});
    CHECK(port.replyTo(sub(1, {0, 0, 0, 0})) == sub(101, {0, 0, 0x4B, 0x00}));
    CHECK(port.replyTo(sub(2, {0})) == sub(102, {8}));
    CHECK(port.replyTo(sub(3, {0})) == sub(103, {3}));
    CHECK(port.replyTo(sub(4, {0})) == sub(104, {1}));
    CHECK_FALSE(port.control.setting().baudRate.has_value());
}

TEST_CASE("A baud rate with a byte 255 in it is understood and told") {
    Port port;
    // 65 280 = 0x0000FF00: the 255 is doubled both ways.
    CHECK(port.replyTo({255, 250, 44, 1, 0, 0, 255, 255, 0, 255, 240}) ==
          Octets{255, 250, 44, 101, 0, 0, 255, 255, 0, 255, 240});
    CHECK(port.control.setting().baudRate == 65'280U);
}

TEST_CASE("Control lines and masks and purging are answered") {
    Port port;
    CHECK(port.replyTo(sub(5, {0})) == sub(105, {1}));
    CHECK(port.replyTo(sub(5, {9})) == sub(105, {9}));
    CHECK(port.replyTo(sub(5, {7})) == sub(105, {9}));
    CHECK(port.replyTo(sub(5, {12})) == sub(105, {12}));
    CHECK(port.replyTo(sub(12, {1})) == sub(112, {1}));
    CHECK(port.heard.purgeCount == 0);
    CHECK(port.replyTo(sub(12, {3})) == sub(112, {3}));
    CHECK(port.heard.purgeCount == 1);
    CHECK(port.replyTo(sub(11, {0x10})) == joined(sub(111, {0x10}), sub(107, {0x10})));
    static_cast<void>(port.replyTo(sub(8, {})));
    static_cast<void>(port.replyTo(sub(9, {})));
    CHECK(port.heard.suspensions == "sr");
    const std::string name = "metertwin";
    CHECK(port.replyTo(sub(0, {})) == sub(100, Octets(name.begin(), name.end())));
}

TEST_CASE("Whatever cuts the stream it is taken apart alike") {
    const Octets stream = {1,    255,  255, 2,   255, 251, 44,  255, 250, 44, 1,   0,   0,
                           0x25, 0x80, 255, 240, 3,   255, 250, 44,  3,   2,  255, 240, 4};
    Port whole;
    const Octets replies = whole.replyTo(stream);
    for (std::size_t cut = 1; cut < stream.size(); ++cut) {
        Port split;
        split.control.receive(std::as_bytes(std::span(stream).first(cut)));
        split.control.receive(std::as_bytes(std::span(stream).subspan(cut)));
        CHECK(split.heard.replies == replies);
        CHECK(split.heard.data == Octets{1, 255, 2, 3, 4});
        CHECK(split.control.setting().baudRate == 9600U);
    }
}

TEST_CASE("A broken Telnet stream is survived and what follows is understood") {
    Port port;
    // A command without end, then a new one; one that is far too long; an empty one.
    CHECK(port.replyTo({255, 250, 44, 1, 0, 0, 255, 250, 44, 3, 2, 255, 240}) == sub(103, {2}));
    CHECK(port.replyTo(sub(0, Octets(100'000, 'x'))).empty());
    CHECK(port.replyTo({255, 250, 255, 240, 255, 250, 44, 255, 240}).empty());
    CHECK(port.replyTo(sub(1, {1, 2})) == sub(101, {0, 0, 0x4B, 0}));
    CHECK(port.replyTo({255, 246}) == Octets{255, 241});
    CHECK(port.replyTo(sub(77, {1})).empty());

    // Nothing of chance does harm, and a whole command behind it counts.
    meter::sim::Random random(2217);
    for (int i = 0; i < 2000; ++i) {
        Octets noise(random.below(60));
        for (std::uint8_t& byte : noise) {
            const bool isSpecial = random.chance(0.5);
            byte =
                static_cast<std::uint8_t>(isSpecial ? 240 + random.below(16) : random.below(256));
        }
        static_cast<void>(port.replyTo(noise));
        static_cast<void>(port.replyTo({0, 255, 240, 255, 241}));
        static_cast<void>(port.replyTo({0, 255, 240, 255, 241}));
        REQUIRE(port.replyTo(sub(4, {2})) == sub(104, {2}));
    }
}
