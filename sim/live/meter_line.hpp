// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meters behind every endpoint: finds the one a request is for, by its unit address, lets
// it answer and counts. Addresses are read at each request, since a person at the keys may
// change them.

#include "sim/live/engine.hpp"
#include "sim/live/line_setting.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace meter::sim::live {

class MeterLine final {
public:
    /// `simulations` outlive the line and do not move.
    explicit MeterLine(std::vector<Simulation>& simulations) : m_simulations(simulations) {}

    /// Modbus TCP. Empty: no answer (no power, booting). A unit that is not there is answered
    /// by the gateway exception 0x0B; 0 and 255 are the meter when it is the only one.
    std::span<const std::byte>
    servePdu(std::uint8_t unit, std::span<const std::byte> request, std::span<std::byte> response);

    /// A whole RTU frame. Empty: silence. With `master`, only meters that understand it hear.
    std::span<const std::byte> serveFrame(std::span<const std::byte> frame,
                                          std::span<std::byte> response,
                                          const std::optional<MasterSetting>& master);

    void countDropped() { ++m_counters.dropped; }

    void addClient() { ++m_counters.clients; }

    void removeClient() { --m_counters.clients; }

    [[nodiscard]] const LineCounters& counters() const { return m_counters; }

    /// Of the first meter: the meters of a line agree in baud rate and parity.
    [[nodiscard]] const Settings& settings() const;
    [[nodiscard]] bool isPaced() const;
    /// Nothing if at least one meter understands.
    [[nodiscard]] std::optional<std::string> mismatch(const MasterSetting& master) const;

private:
    [[nodiscard]] Simulation* unitAt(std::uint8_t unit);
    void count(std::span<const std::byte> answer, std::size_t functionIndex);

    std::vector<Simulation>& m_simulations;
    LineCounters m_counters;
};

} // namespace meter::sim::live
