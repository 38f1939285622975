// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words of writes. Register 133 is the PT ratio in steps of 0.01, and "entering 200 yields 2:1"
// (guide); register 131 is the CT size in ampere.
#include "sim/registers/register_units.hpp"

#include "tests/support/catch.hpp"

#include <string_view>

using meter::sim::registerByNameOrNumber;
using meter::sim::registerWord;

namespace {

int wordFor(std::string_view name, std::string_view value) {
    const auto word = registerWord(*registerByNameOrNumber(name), value);
    return word ? *word : -1;
}

} // namespace

TEST_CASE("A number takes the word of the register and a name the value in its unit") {
    CHECK(wordFor("133", "200") == 200);
    CHECK(wordFor("pt_ratio", "2") == 200);
    CHECK(wordFor("pt_ratio", "200") == 20'000);
    CHECK(wordFor("133", "2.5") == -1); // Not a word.
    CHECK(wordFor("131", "400") == 400);
    CHECK(wordFor("131", "400 A") == 400);
    CHECK(wordFor("131", "0.4 kA") == 400);
    CHECK(wordFor("131", "400 V") == -1);
    CHECK(wordFor("129", "30078") == 30'078);
}
