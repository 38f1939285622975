// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/com_port_client.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

using namespace meter;
using app::ComPortClient;
using test::fromHex;
using test::toHex;

// Bytes are those of RFC 854, 855 and 2217.

TEST_CASE("a client offers the options and sets its port") {
    const ComPortClient client(9600, 'E');
    CHECK(toHex(client.greeting()) == "FF FB 00 FF FD 00 FF FB 03 FF FD 03 FF FB 2C");
    // SET-BAUDRATE 9600, SET-DATASIZE 8, SET-PARITY 3 even, SET-STOPSIZE 1, SET-CONTROL 1 none,
    // PURGE-DATA 3 both.
    CHECK(toHex(client.settings()) == "FF FA 2C 01 00 00 25 80 FF F0 "
                                      "FF FA 2C 02 08 FF F0 "
                                      "FF FA 2C 03 03 FF F0 "
                                      "FF FA 2C 04 01 FF F0 "
                                      "FF FA 2C 05 01 FF F0 "
                                      "FF FA 2C 0C 03 FF F0");
}

TEST_CASE("the byte 255 is doubled and taken back") {
    std::vector<std::byte> encoded;
    sim::telnet::appendData(encoded, fromHex("01 FF 02"));
    CHECK(toHex(encoded) == "01 FF FF 02");
    ComPortClient client(9600, 'N');
    CHECK(toHex(client.receive(fromHex("01 FF"))) == "01");
    CHECK(toHex(client.receive(fromHex("FF 02"))) == "FF 02");
}

TEST_CASE("a server that sets its port otherwise is known") {
    ComPortClient client(9600, 'E');
    CHECK(client.receive(fromHex("FF FD 2C FF FA 2C 65 00 00 4B 00 FF F0")).empty());
    CHECK(client.isAgreed() == true);
    CHECK_FALSE(client.isSet());
    CHECK(client.receive(fromHex("FF FA 2C 66 08 FF F0 FF FA 2C 67 03 FF F0 FF FA 2C 68 01 FF F0"))
              .empty());
    CHECK(client.isSet());
    CHECK(client.difference() == "baud rate 19200 instead of 9600");
}

TEST_CASE("a server's answer that never ends costs only itself") {
    ComPortClient client(9600, 'N');
    // IAC is followed by IAC or SE within a subnegotiation (RFC 855): DO counts, the rest is void.
    CHECK(toHex(client.receive(fromHex("FF FA 2C 65 00 00 FF FD 2C 01"))) == "01");
    CHECK(client.isAgreed() == true);
}

TEST_CASE("wishes of the server that are not ours are refused") {
    ComPortClient client(9600, 'N');
    CHECK(client.receive(fromHex("FF FD 18 FF FB 01 FF FB 00")).empty());
    CHECK(toHex(client.takeReplies()) == "FF FC 18 FF FE 01");
    CHECK(client.takeReplies().empty());
    CHECK_FALSE(client.isAgreed().has_value());
    CHECK(client.receive(fromHex("FF FE 2C")).empty());
    CHECK(client.isAgreed() == false);
}
