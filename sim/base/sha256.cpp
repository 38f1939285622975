// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/sha256.hpp"

#include <bit>
#include <cstddef>

namespace meter::sim {

namespace {

constexpr std::size_t kBlockSize = 64;

/// FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first
/// 64 primes.
constexpr std::array<std::uint32_t, 64> kRounds = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using State = std::array<std::uint32_t, 8>;

constexpr State kStart = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                          0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

std::uint32_t byteAt(std::string_view bytes, std::size_t index) {
    return static_cast<unsigned char>(bytes[index]);
}

/// FIPS 180-4, 6.2.2.
void addBlock(State& state, std::string_view block) {
    std::array<std::uint32_t, 64> schedule{};
    for (std::size_t i = 0; i < 16; ++i) {
        schedule[i] = (byteAt(block, 4 * i) << 24U) | (byteAt(block, 4 * i + 1) << 16U) |
                      (byteAt(block, 4 * i + 2) << 8U) | byteAt(block, 4 * i + 3);
    }
    for (std::size_t i = 16; i < schedule.size(); ++i) {
        const std::uint32_t near = schedule[i - 15];
        const std::uint32_t far = schedule[i - 2];
        const std::uint32_t small0 = std::rotr(near, 7) ^ std::rotr(near, 18) ^ (near >> 3U);
        const std::uint32_t small1 = std::rotr(far, 17) ^ std::rotr(far, 19) ^ (far >> 10U);
        schedule[i] = schedule[i - 16] + small0 + schedule[i - 7] + small1;
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < schedule.size(); ++i) {
        const std::uint32_t big1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const std::uint32_t choose = (e & f) ^ (~e & g);
        const std::uint32_t first = h + big1 + choose + kRounds[i] + schedule[i];
        const std::uint32_t big0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const std::uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + big0 + majority;
    }
    const State worked = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i) {
        state[i] += worked[i];
    }
}

std::string_view viewOf(const Sha256& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

} // namespace

Sha256 sha256(std::string_view bytes) {
    const std::uint64_t bitCount = bytes.size() * 8ULL;
    State state = kStart;
    while (bytes.size() >= kBlockSize) {
        addBlock(state, bytes.substr(0, kBlockSize));
        bytes.remove_prefix(kBlockSize);
    }
    std::string tail(bytes);
    tail += '\x80';
    while (tail.size() % kBlockSize != kBlockSize - 8) {
        tail += '\0';
    }
    for (int shift = 56; shift >= 0; shift -= 8) {
        tail += static_cast<char>((bitCount >> static_cast<unsigned>(shift)) & 0xFFU);
    }
    for (std::size_t at = 0; at < tail.size(); at += kBlockSize) {
        addBlock(state, std::string_view(tail).substr(at, kBlockSize));
    }
    Sha256 digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) {
        digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24U - 8U * (i % 4)));
    }
    return digest;
}

Sha256 hmacSha256(std::string_view key, std::string_view message) {
    std::string padded(key);
    if (padded.size() > kBlockSize) {
        const Sha256 shortened = sha256(padded);
        padded = std::string(viewOf(shortened));
    }
    padded.resize(kBlockSize, '\0');
    std::string inner;
    std::string outer;
    for (const char byte : padded) {
        inner += static_cast<char>(byte ^ 0x36);
        outer += static_cast<char>(byte ^ 0x5C);
    }
    const Sha256 hashed = sha256(inner + std::string(message));
    return sha256(outer + std::string(viewOf(hashed)));
}

std::string hexText(const Sha256& digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 0xFU];
    }
    return text;
}

} // namespace meter::sim
