// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A meter without measurement: readings are set by the test, settings follow the real rules,
// commands are counted, storage can be made to fail.

#include "core/access/meter_control.hpp"
#include "core/registers/data_log.hpp"
#include "core/settings/settings_rules.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace meter::test {

/// A data log that remembers words; dates are not judged, pages are.
class FakeDataLog final : public DataLog {
public:
    [[nodiscard]] std::uint16_t read(std::uint16_t number) override {
        ++readCount;
        if (number >= kLogBufferFirst) {
            return static_cast<std::uint16_t>(number - kLogBufferFirst);
        }
        return words.contains(number) ? words[number] : std::uint16_t{0};
    }

    [[nodiscard]] bool accepts(std::uint16_t firstNumber,
                               std::span<const std::uint16_t> candidate) const override {
        for (std::size_t i = 0; i < candidate.size(); ++i) {
            if (firstNumber + i == kLogPage && candidate[i] > 10) {
                return false;
            }
        }
        return true;
    }

    void write(std::uint16_t firstNumber, std::span<const std::uint16_t> candidate) override {
        for (std::size_t i = 0; i < candidate.size(); ++i) {
            words[static_cast<std::uint16_t>(firstNumber + i)] = candidate[i];
        }
    }

    void restart() override { ++restartCount; }

    std::map<std::uint16_t, std::uint16_t> words;
    int readCount = 0;
    int restartCount = 0;
};

class FakeMeterControl final : public MeterControl {
public:
    FakeMeterControl() {
        values.configuration = configurationOf(values.settings);
        values.isMeasuring = true;
    }

    [[nodiscard]] const Readings& readings() const override { return values; }

    [[nodiscard]] const Factory& factory() const override { return factoryValues; }

    Status applySettings(const Settings& candidate) override {
        if (storageStatus != Status::Ok) {
            return storageStatus;
        }
        const Status status = validate(candidate, values.settings);
        if (status == Status::Ok) {
            ++applyCount;
            values.settings = candidate;
            values.configuration = configurationOf(candidate);
        }
        return status;
    }

    void clearEnergies() override {
        ++clearEnergiesCount;
        values.energy = {};
        ++values.energyResetCount;
    }

    void clearPulseCounts() override { ++clearPulsesCount; }

    void requestSubinterval() override { ++subintervalCount; }

    void requestMaxDemandReset() override { ++maxDemandResetCount; }

    void setPowerUpCount(std::uint16_t count) override { values.powerUpCount = count; }

    [[nodiscard]] DataLog* dataLog() override { return hasLog ? &log : nullptr; }

    /// Sets what a setup before the test would have set.
    void configure(const Settings& settings) {
        values.settings = settings;
        values.configuration = configurationOf(settings);
    }

    [[nodiscard]] int commandCount() const {
        return clearEnergiesCount + clearPulsesCount + subintervalCount + maxDemandResetCount;
    }

    Readings values;
    Factory factoryValues;
    Status storageStatus = Status::Ok;
    bool hasLog = false;
    FakeDataLog log;
    int applyCount = 0;
    int clearEnergiesCount = 0;
    int clearPulsesCount = 0;
    int subintervalCount = 0;
    int maxDemandResetCount = 0;
};

} // namespace meter::test
