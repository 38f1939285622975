// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A whole meter that measures, made once and set back to the same state before each input: fast
// enough for a hundred thousand inputs a second.

#include "core/meter.hpp"
#include "tests/support/faulty_nv_memory.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace meter::test {

class MeasuringMeter final : private SerialOut, private DisplayOut, private ContactsOut {
public:
    MeasuringMeter();
    MeasuringMeter(const MeasuringMeter&) = delete;
    MeasuringMeter& operator=(const MeasuringMeter&) = delete;

    /// Back to a factory-fresh meter that has measured for two seconds.
    void reset();

    [[nodiscard]] Meter& meter() { return m_meter; }

    [[nodiscard]] const std::vector<std::byte>& lastSent() const { return m_lastSent; }

    [[nodiscard]] std::size_t sentCount() const { return m_sentCount; }

    /// What a refused request must leave as it was.
    struct Kept {
        Settings settings;
        std::uint16_t energyResetCount = 0;
        std::uint16_t powerUpCount = 0;
        std::uint64_t energyUnits = 0;
        bool isSubintervalRequested = false;
        bool isMaxResetRequested = false;
        std::uint64_t memoryWrites = 0;

        friend bool operator==(const Kept&, const Kept&) = default;
    };

    [[nodiscard]] Kept kept() const;

private:
    void send(std::span<const std::byte> frame) override;

    void show(const Glass&) override {}

    void setEnergyPulse(bool, SampleTime) override {}

    void setAlarm(bool, SampleTime) override {}

    FaultyNvMemory m_memory;
    Meter m_meter;
    MeterState m_fresh;
    std::vector<std::byte> m_lastSent;
    std::size_t m_sentCount = 0;
};

/// The only one: a libFuzzer target is a function without a place for it.
MeasuringMeter& theMeter();

} // namespace meter::test
