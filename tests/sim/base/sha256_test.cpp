// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The examples of FIPS 180-2, appendix B, the digest of nothing (NIST's test vectors), RFC 4231.
#include "sim/base/sha256.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <string_view>

namespace meter::sim {

namespace {

std::string digestOf(std::string_view text) {
    Sha256 digest;
    digest.add(std::as_bytes(std::span(text)));
    return hexText(digest.finish());
}

} // namespace

TEST_CASE("sha256: the examples of FIPS 180-2 appendix B", "[base]") {
    CHECK(hexText(sha256("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hexText(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hexText(sha256(std::string(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("texts of one block have the digests of the standard") {
    CHECK(digestOf("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(digestOf("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a text whose length needs a second block has the digest of the standard") {
    CHECK(digestOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("a million letters have the digest of the standard in parts of any size") {
    const std::string letters(1'000'000, 'a');
    Sha256 digest;
    for (std::size_t at = 0, size = 1; at < letters.size(); at += size, size = size % 977 + 1) {
        const std::string_view part = std::string_view(letters).substr(at, size);
        digest.add(std::as_bytes(std::span(part)));
    }
    CHECK(hexText(digest.finish()) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("hmac: the examples of RFC 4231", "[base]") {
    CHECK(hexText(hmacSha256("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hexText(hmacSha256(std::string(131, '\xaa'),
                             "Test Using Larger Than Block-Size Key - Hash Key First")) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

} // namespace meter::sim
