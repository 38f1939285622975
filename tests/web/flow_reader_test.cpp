// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in for the library for YAML in a page. Expected values: YAML 1.2.2, 7.4 (flow
// styles), of which RFC 8259 (JSON) is a part.
#include "app/web/platform/flow_node.hpp"

#include "tests/support/catch.hpp"

#include <string>

namespace {

/// The tree written out, or the flaw with its place.
std::string written(const YAML::Node& node) {
    if (node.IsScalar()) {
        return "'" + node.Scalar() + "'";
    }
    if (node.IsNull()) {
        return "null";
    }
    std::string text;
    for (const YAML::Item& item : node) {
        text += text.empty() ? "" : " ";
        text += node.IsMap() ? written(item.first) + "=" + written(item.second) : written(item);
    }
    return node.IsMap() ? "{" + text + "}" : "[" + text + "]";
}

std::string read(const std::string& text) {
    const auto node = YAML::readFlow(text);
    return node ? written(*node)
                : std::to_string(node.error().mark.line) + ":" +
                      std::to_string(node.error().mark.column) + " " + node.error().text;
}

} // namespace

TEST_CASE("JSON is read with its escapes") {
    CHECK(read(R"({"a": [1, true, null, "x\n\"\u00e9\ud83d\ude00"]})") ==
          "{'a'=['1' 'true' null 'x\n\"\xC3\xA9\xF0\x9F\x98\x80']}");
}

TEST_CASE("a flow map is read as a link or a master may write it") {
    CHECK(read("{at: 3 s, set: {load.current.A: 5 A}, with: [a, 'it''s']}") ==
          "{'at'='3 s' 'set'={'load.current.A'='5 A'} 'with'=['a' 'it's']}");
}

TEST_CASE("what is not whole is refused with its place") {
    CHECK(read("{a: [1, 2") == "0:9 a comma or the `]` of this list is missing before this");
    CHECK(read("{\"a\": \"b") == "0:6 this quote is never closed");
    CHECK(read("{a: 1}\n x") == "1:1 nothing is expected behind the value");
    CHECK(read("\"\\q\"") == "0:2 there is no such escape in a text");
    CHECK(read("\"\\ud800\"") == "0:7 this is half of a pair of \\u");
    CHECK(read("") == "0:0 a value is missing here");
}

TEST_CASE("what is nested without end is refused") {
    CHECK(read(std::string(100000, '[')).find("nested too deep") != std::string::npos);
    CHECK(read(std::string(100000, '{')).find("nested too deep") != std::string::npos);
}
