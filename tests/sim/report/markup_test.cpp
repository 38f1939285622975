// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// XML 1.0 (what a document may hold), RFC 8259 (JSON) and RFC 3629 (UTF-8).

#include "sim/report/markup.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace meter::sim;

TEST_CASE("text for XML has no bare markup and keeps its line ends in attributes") {
    CHECK(xmlText("a<b> & \"c\"\n") == "a&lt;b&gt; &amp; &quot;c&quot;&#10;");
    CHECK(xmlText("Δ 25 °C ✓") == "Δ 25 °C ✓");
}

TEST_CASE("what XML and UTF-8 forbid becomes the replacement character") {
    const std::string bad = "\xEF\xBF\xBD";
    CHECK(cleanText("a\x01z") == "a" + bad + "z");
    CHECK(cleanText("a\xFFz") == "a" + bad + "z");
    CHECK(cleanText("\xC0\xAF") == bad + bad);                     // A slash in too long a form.
    CHECK(cleanText("\xED\xA0\x80") == bad + bad + bad);           // A surrogate.
    CHECK(cleanText("\xE2\x82") == bad + bad);                     // Cut short.
    CHECK(cleanText("\xEF\xBF\xBF") == bad + bad + bad);           // U+FFFF.
    CHECK(cleanText("\xF4\x90\x80\x80") == bad + bad + bad + bad); // Above U+10FFFF.
    CHECK(cleanText("\xF0\x9F\x98\x80") == "\xF0\x9F\x98\x80");
    CHECK(cleanText("\t\n") == "\t\n");
}

TEST_CASE("text for JSON is quoted and escaped") {
    CHECK(jsonText("a\"b\\c\nd\te") == R"("a\"b\\c\nd\te")");
    CHECK(jsonText(std::string("\0", 1)) == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("numbers are short") {
    CHECK(shortNumber(12.0, 3) == "12");
    CHECK(shortNumber(12.50, 3) == "12.5");
    CHECK(shortNumber(-0.0001, 3) == "0");
    CHECK(shortNumber(1000.0, 0) == "1000");
    CHECK(shortNumber(-2.25, 1) == "-2.2"); // To even: to_chars rounds what is exact.
}
