// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/shown_text.hpp"

#include "tests/support/catch.hpp"

#include <string>

using meter::sim::shownJson;
using meter::sim::shownLine;
using meter::sim::shownText;

TEST_CASE("what would steer a terminal is shown as what it is") {
    CHECK(shownText("\x1b[31mRED\x1b[2J") == "\\x1b[31mRED\\x1b[2J");
    CHECK(shownText("a\rb\x07\x7f") == "a\\x0db\\x07\\x7f");
    CHECK(shownText(std::string("a\0b", 3)) == "a\\x00b");
    CHECK(shownText("\xC2\x9B"
                    "31m") == "\\u{9b}31m");           // CSI as one character.
    CHECK(shownText("\xE2\x80\xAE|") == "\\u{202e}|"); // Turns the direction of writing.
    CHECK(shownText("\xFF\xC3(\xE2\x82") == "\\xff\\xc3(\\xe2\\x82"); // No UTF-8.
}

TEST_CASE("what people write is shown as it is") {
    const std::string text = "Umspannwerk Süd – 230 V, 50 %, 测试 \xF0\x9F\x94\x8C\n\tand so on";
    CHECK(shownText(text) == text);
    CHECK(shownLine("one\ntwo\tthree") == "one two three");
}

TEST_CASE("JSON with hidden characters stays the same value") {
    CHECK(shownJson("{\n \"a\": \"x\x7f\xC2\x9B\xE2\x80\xAEy\\u001b\"}") ==
          "{\n \"a\": \"x\\u007f\\u009b\\u202ey\\u001b\"}");
}
