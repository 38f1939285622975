// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/sha256.hpp"

#include <algorithm>
#include <bit>

namespace meter::sim {
namespace {

/// FIPS 180-4, 4.2.2: the first 32 bits of the fractions of the cube roots of the primes.
constexpr std::array<std::uint32_t, 64> kConstants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::size_t kHmacBlockSize = 64;

std::string_view viewOf(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

} // namespace

/// 6.2.2, the letters a to h being state[0] to state[7].
void Sha256::takeBlock(std::span<const std::byte> block) {
    std::array<std::uint32_t, kConstants.size()> words{};
    for (std::size_t t = 0; t < 16; ++t) {
        for (std::size_t i = 0; i < 4; ++i) {
            words[t] = (words[t] << 8U) | std::to_integer<std::uint32_t>(block[4 * t + i]);
        }
    }
    for (std::size_t t = 16; t < words.size(); ++t) {
        const std::uint32_t early = words[t - 15];
        const std::uint32_t late = words[t - 2];
        words[t] = (std::rotr(late, 17) ^ std::rotr(late, 19) ^ (late >> 10U)) + words[t - 7] +
                   (std::rotr(early, 7) ^ std::rotr(early, 18) ^ (early >> 3U)) + words[t - 16];
    }
    std::array<std::uint32_t, 8> state = m_state;
    for (std::size_t t = 0; t < words.size(); ++t) {
        const std::uint32_t e = state[4];
        const std::uint32_t choice = (e & state[5]) ^ (~e & state[6]);
        const std::uint32_t first = state[7] +
                                    (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                    choice + kConstants[t] + words[t];
        const std::uint32_t a = state[0];
        const std::uint32_t majority = (a & state[1]) ^ (a & state[2]) ^ (state[1] & state[2]);
        const std::uint32_t second =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + majority;
        std::ranges::rotate(state, state.end() - 1);
        state[4] += first;
        state[0] = first + second;
    }
    for (std::size_t i = 0; i < state.size(); ++i) {
        m_state[i] += state[i];
    }
}

void Sha256::add(std::span<const std::byte> bytes) {
    m_total += bytes.size();
    while (!bytes.empty()) {
        const std::size_t count = std::min(bytes.size(), kBlockSize - m_filled);
        std::ranges::copy(bytes.first(count),
                          m_block.begin() + static_cast<std::ptrdiff_t>(m_filled));
        m_filled += count;
        bytes = bytes.subspan(count);
        if (m_filled == kBlockSize) {
            takeBlock(m_block);
            m_filled = 0;
        }
    }
}

Digest Sha256::finish() {
    const std::uint64_t bits = m_total * 8;
    const std::array one = {std::byte{0x80}};
    const std::array zero = {std::byte{0}};
    add(one);
    while (m_filled != kBlockSize - 8) {
        add(zero);
    }
    std::array<std::byte, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) {
        length[i] = static_cast<std::byte>(bits >> (8 * (length.size() - 1 - i)));
    }
    add(length);
    Digest digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) {
        digest[i] = static_cast<std::uint8_t>(m_state[i / 4] >> (24U - 8U * (i % 4)));
    }
    return digest;
}

Digest sha256(std::string_view bytes) {
    Sha256 digest;
    digest.add(std::as_bytes(std::span(bytes)));
    return digest.finish();
}

Digest hmacSha256(std::string_view key, std::string_view message) {
    std::string padded(key);
    if (padded.size() > kHmacBlockSize) {
        const Digest shortened = sha256(padded);
        padded = std::string(viewOf(shortened));
    }
    padded.resize(kHmacBlockSize, '\0');
    std::string inner;
    std::string outer;
    for (const char byte : padded) {
        inner += static_cast<char>(byte ^ 0x36);
        outer += static_cast<char>(byte ^ 0x5C);
    }
    const Digest hashed = sha256(inner + std::string(message));
    return sha256(outer + std::string(viewOf(hashed)));
}

std::string hexText(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 0xFU];
    }
    return text;
}

} // namespace meter::sim
