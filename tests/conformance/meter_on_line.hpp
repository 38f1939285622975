// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A whole simulated meter on a simulated line with a master: requests are written in hex without
// CRC, answers come back so. The real path from the start bit to the register and back.

#include "core/base/crc16.hpp"
#include "sim/line/line_master.hpp"
#include "sim/twin/meter_station.hpp"
#include "tests/support/hex.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::test {

inline constexpr sim::LineUs kSecondUs = 1'000'000;
/// Longer than any answer at 1200 baud: 255 characters of 11 bits take 2.34 s.
inline constexpr sim::LineUs kTimeoutUs = 3 * kSecondUs;

inline std::vector<std::byte> withCrc(std::vector<std::byte> frame) {
    const std::uint16_t crc = crc16(frame);
    frame.push_back(static_cast<std::byte>(crc & 0xFFU));
    frame.push_back(static_cast<std::byte>(crc >> 8U));
    return frame;
}

inline std::vector<std::byte> frameOf(std::string_view hex) {
    return withCrc(fromHex(hex));
}

inline bool hasCrc(std::span<const std::byte> frame) {
    return modbus::hasValidCrc(frame);
}

/// A wye of 277 V and 50 A at 25° lagging, and a service of 480 V.
inline sim::Scenario wyeScenario(std::uint8_t address = 1) {
    sim::Scenario scenario;
    scenario.meter.installerSettings.modbusAddress = address;
    scenario.meter.installerSettings.systemVoltageV = 480;
    scenario.world.load.currentA = {50.0, 50.0, 50.0};
    scenario.world.load.laggingDeg = {25.0, 25.0, 25.0};
    return scenario;
}

/// One meter of a line, with its own memory.
struct OneMeter {
    OneMeter(sim::SerialLine& line, sim::Scenario scenario, sim::LineUs answerDelayUs)
        : simulation(std::move(scenario), memory), station(line, simulation, answerDelayUs) {}

    sim::NvMemory memory;
    sim::Simulation simulation;
    sim::MeterStation station;
};

class MeterOnLine {
public:
    explicit MeterOnLine(sim::Scenario scenario, sim::LineUs answerDelayUs)
        : MeterOnLine(std::move(scenario), answerDelayUs, std::nullopt) {}

    explicit MeterOnLine(sim::Scenario scenario = wyeScenario()) : MeterOnLine(scenario, 0) {}

    /// With a master that is set in another way than the meter.
    MeterOnLine(const sim::Scenario& scenario,
                sim::LineUs answerDelayUs,
                std::optional<sim::LineFormat> masterFormat)
        : one(line, scenario, answerDelayUs)
        , master(line, masterFormat.value_or(sim::lineFormatOf(scenario.meter.installerSettings))) {
        wait(3 * kSecondUs); // Two whole seconds until it measures.
    }

    void wait(sim::LineUs durationUs) {
        line.runUntil(line.now() + durationUs);
        one.station.followLine();
    }

    /// The answer without its CRC; "" is silence; a wrong CRC is told.
    std::string ask(std::string_view frameWithoutCrc) {
        return ask(std::span<const std::byte>(fromHex(frameWithoutCrc)));
    }

    std::string ask(std::span<const std::byte> frameWithoutCrc) {
        const std::optional<sim::LineReply> reply =
            master.exchange(withCrc({frameWithoutCrc.begin(), frameWithoutCrc.end()}), kTimeoutUs);
        if (!reply) {
            return "";
        }
        const std::span<const std::byte> frame(reply->frame);
        return hasCrc(frame) ? toHex(frame.first(frame.size() - 2)) : "wrong CRC";
    }

    /// Registers by function 3; empty: refused or silence.
    std::vector<std::uint16_t> read(std::uint16_t number, std::uint16_t count) {
        const auto reply = master.exchange(readFrame(number, count), kTimeoutUs);
        std::vector<std::uint16_t> words;
        if (!reply || !hasCrc(reply->frame) || reply->frame[1] != std::byte{3}) {
            return words;
        }
        for (std::size_t i = 3; i + 3 < reply->frame.size(); i += 2) {
            words.push_back(
                static_cast<std::uint16_t>(std::to_integer<unsigned>(reply->frame[i]) << 8U |
                                           std::to_integer<unsigned>(reply->frame[i + 1])));
        }
        return words;
    }

    /// Function 6: "" if it was echoed, else what came.
    std::string write(std::uint16_t number, std::uint16_t value) {
        const std::vector<std::byte> request = requestOf(6, number, value);
        const std::string answer = ask(request);
        return answer == toHex(request) ? "" : answer.empty() ? "silence" : answer;
    }

    [[nodiscard]] std::vector<std::byte> readFrame(std::uint16_t number,
                                                   std::uint16_t count) const {
        return withCrc(requestOf(3, number, count));
    }

    [[nodiscard]] Meter& meter() { return one.simulation.meter(); }

    sim::SerialLine line;
    OneMeter one;
    sim::LineMaster master;

private:
    [[nodiscard]] std::vector<std::byte>
    requestOf(unsigned function, std::uint16_t number, unsigned word) const {
        const unsigned address = number - 1U;
        std::vector<std::byte> bytes;
        for (const unsigned value :
             {1U, function, address >> 8U, address & 0xFFU, word >> 8U, word & 0xFFU}) {
            bytes.push_back(static_cast<std::byte>(value));
        }
        return bytes;
    }
};

} // namespace meter::test
