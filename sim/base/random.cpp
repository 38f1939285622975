// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/random.hpp"

namespace meter::sim {

namespace {

constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15U;

std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

std::int64_t sumOfQuarters(std::uint64_t bits) {
    return static_cast<std::int64_t>((bits & 0xFFFFU) + ((bits >> 16U) & 0xFFFFU) +
                                     ((bits >> 32U) & 0xFFFFU) + (bits >> 48U));
}

} // namespace

std::uint64_t streamOf(std::uint64_t seed, std::string_view purpose) {
    std::uint64_t hash = 0xCBF29CE484222325U; // FNV-1a
    for (const char letter : purpose) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    }
    return mixed(mixed(seed + kGolden) ^ hash);
}

std::uint64_t Random::next() {
    m_state += kGolden;
    return mixed(m_state);
}

double Random::uniform() {
    return static_cast<double>(next() >> 11U) * 0x1p-53;
}

double Random::uniform(double low, double high) {
    return low + (high - low) * uniform();
}

std::uint64_t Random::below(std::uint64_t limit) {
    // The bias of the remainder is below limit/2⁶⁴: of no account for the small limits here.
    return limit == 0 ? 0 : next() % limit;
}

bool Random::chance(double probability) {
    return uniform() < probability;
}

double gaussianAt(std::uint64_t stream, std::int64_t index) {
    const std::uint64_t start = stream + 3U * static_cast<std::uint64_t>(index) * kGolden;
    const std::int64_t sum = sumOfQuarters(mixed(start)) + sumOfQuarters(mixed(start + kGolden)) +
                             sumOfQuarters(mixed(start + 2U * kGolden));
    constexpr std::int64_t kTwiceMean = 12 * 65535;
    return static_cast<double>(2 * sum - kTwiceMean) * 0x1p-17;
}

} // namespace meter::sim
