// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/type_plate.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>

using namespace meter::gui;

// Code 39, ISO/IEC 16388: nine elements a character, three of them wide; one narrow space
// between characters; '*' at both ends.

TEST_CASE("every character of the bar code has nine elements and three wide ones") {
    std::set<std::vector<int>> seen;
    for (const char16_t digit : std::u16string_view(u"0123456789ABCDEF")) {
        const std::vector<int> code = code39(QString(QChar(digit)));
        REQUIRE(code.size() == 9 + 1 + 9 + 1 + 9);
        const std::vector<int> character(code.begin() + 10, code.begin() + 19);
        CHECK(std::ranges::count(character, 2) == 3);
        seen.insert(character);
    }
    CHECK(seen.size() == 16);
}

TEST_CASE("the bar code begins with the standard's start character") {
    const std::vector<int> code = code39(QStringLiteral("4E36C14C"));
    REQUIRE(code.size() == 10 * 9 + 9);
    CHECK(std::vector<int>(code.begin(), code.begin() + 9) ==
          std::vector<int>{1, 2, 1, 1, 2, 1, 2, 1, 1});
    CHECK(std::accumulate(code.begin(), code.end(), 0) == 10 * 12 + 9);
}

TEST_CASE("a text that Code 39 cannot carry here gives no bars") {
    CHECK(code39(QStringLiteral("4e!")).empty());
}
