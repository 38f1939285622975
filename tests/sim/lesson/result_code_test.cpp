// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/result_code.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace meter::sim;

// The vectors of RFC 4648, 10, without padding; `?` `>` and the like are what base64url alters.
TEST_CASE("A code is the file in base64url without padding") {
    CHECK(resultCode("") == "metertwin-result-1.");
    CHECK(resultCode("f") == "metertwin-result-1.Zg");
    CHECK(resultCode("fo") == "metertwin-result-1.Zm8");
    CHECK(resultCode("foobar") == "metertwin-result-1.Zm9vYmFy");
    CHECK(resultCode("\xFB\xFF") == "metertwin-result-1.-_8");
}

TEST_CASE("A code that a mail program has broken into lines gives the same file") {
    const std::string file = "{\"learner\": \"Zoë\", \"points\": 40}\n";
    std::string code = resultCode(file);
    CHECK(textOfResultCode(code).value() == file);
    code.insert(30, "\r\n  ");
    CHECK(textOfResultCode("\n " + code + " \n").value() == file);
}

TEST_CASE("A file that is no code stays what it is") {
    CHECK(textOfResultCode("{\"learner\": 1}").value() == "{\"learner\": 1}");
    CHECK(textOfResultCode("").value().empty());
}

TEST_CASE("A code with a letter that cannot be in it is refused") {
    const auto text = textOfResultCode("metertwin-result-1.Zm9v*mFy");
    REQUIRE_FALSE(text.has_value());
    CHECK(text.error().text == "`*` does not belong in the code of a result; copy it whole");
}
