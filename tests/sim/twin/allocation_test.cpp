// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Once a simulation is under way, a second of it allocates nothing: every operator new of this
// program is counted.

#include "sim/twin/simulation.hpp"
#include "tests/support/catch.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>

namespace {

std::int64_t allocationCount = 0; // NOLINT(*-avoid-non-const-global-variables)

void* counted(std::size_t size) {
    ++allocationCount;
    void* const room = std::malloc(size); // NOLINT(*-no-malloc)
    if (room == nullptr) {
        std::abort();
    }
    return room;
}

} // namespace

void* operator new(std::size_t size) {
    return counted(size);
}

void* operator new[](std::size_t size) {
    return counted(size);
}

// std::stable_sort asks for its room this way.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return counted(size);
}

void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return counted(size);
}

void* operator new(std::size_t size, std::align_val_t alignment) {
    ++allocationCount;
    const auto step = static_cast<std::size_t>(alignment);
    void* const room = std::aligned_alloc(step, (size + step - 1) / step * step);
    if (room == nullptr) {
        std::abort();
    }
    return room;
}

void operator delete(void* room, std::align_val_t) noexcept {
    std::free(room); // NOLINT(*-no-malloc)
}

void operator delete(void* room, std::size_t, std::align_val_t) noexcept {
    std::free(room); // NOLINT(*-no-malloc)
}

void operator delete(void* room) noexcept {
    std::free(room); // NOLINT(*-no-malloc)
}

void operator delete(void* room, std::size_t) noexcept {
    std::free(room); // NOLINT(*-no-malloc)
}

void operator delete[](void* room) noexcept {
    std::free(room); // NOLINT(*-no-malloc)
}

void operator delete[](void* room, std::size_t) noexcept {
    std::free(room); // NOLINT(*-no-malloc)
}

namespace meter::test {

namespace {

std::int64_t allocationsOfAMinute(const sim::Scenario& scenario) {
    constexpr int kWarmUpS = 100; // More than KnownSeconds keeps.
    constexpr int kMinuteS = 60;
    sim::NvMemory memory;
    sim::Simulation simulation(scenario, memory);
    simulation.step(std::int64_t{kWarmUpS} * kSamplesPerSecond);
    const std::int64_t before = allocationCount;
    simulation.step(std::int64_t{kMinuteS} * kSamplesPerSecond);
    return allocationCount - before;
}

sim::Scenario loadedScenario(double frequencyHz) {
    sim::Scenario scenario;
    scenario.world.source.frequencyHz = frequencyHz;
    scenario.world.source.harmonics[0] = {{.order = 5, .level = 0.05, .angleDeg = 20.0}};
    scenario.world.load.currentA = {80.0, 75.0, 70.0};
    return scenario;
}

} // namespace

TEST_CASE("allocations are counted") {
    const std::int64_t before = allocationCount;
    const auto memory = std::make_unique<sim::NvMemory>();
    CHECK(allocationCount > before);
}

TEST_CASE("a steady second allocates nothing, computed or known") {
    CHECK(allocationsOfAMinute(loadedScenario(59.9)) == 0);
    CHECK(allocationsOfAMinute(loadedScenario(60.0)) == 0);
}

TEST_CASE("a second with noise, flicker and interharmonics allocates nothing") {
    sim::Scenario scenario = loadedScenario(59.9);
    scenario.world.source.noise = {0.002, 0.002, 0.002};
    scenario.world.source.flicker.depth = 0.04;
    scenario.world.source.interharmonics[1] = {
        {.frequencyHz = 81.5, .level = 0.02, .angleDeg = 0.0}};
    CHECK(allocationsOfAMinute(scenario) == 0);
}

} // namespace meter::test
