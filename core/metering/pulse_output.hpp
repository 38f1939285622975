// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One pulse output: energy in, closures of a N.O. contact out (guide, registers 43–46, 144,
// 145; docs/metrology.md). Pulses wait until the contact has been open for as long as it
// was closed before. Edges are scheduled on exact time in fifths of a sample, the finest that
// 10 ms = 25.2 samples needs: rounding each edge to a sample would cost 3 % of the capacity.
// An edge is reported at the first sample at or after its exact time.

#include "core/base/sample_time.hpp"
#include "core/metering/energy_counters.hpp"
#include "core/ports/contacts_out.hpp"
#include "core/settings/configuration.hpp"
#include "core/settings/settings.hpp"

#include <cstdint>
#include <limits>

namespace meter {

struct PulseCounts {
    std::uint32_t real = 0;     ///< Registers 43/44: closures of the real-energy contact.
    std::uint32_t reactive = 0; ///< 45/46: the internal VARh output.
};

class PulseOutput {
public:
    /// At the tick: the energy of the cycle that ended becomes waiting pulses and a fraction
    /// towards the next. Edges due before the tick were advanced over; call advance() for the
    /// tick itself right after it.
    void addCycle(double energyWs, const Settings& settings, const Configuration& configuration);

    /// Moves the contact up to and including sample `now`. Returns the number of closures.
    /// `contacts` may be null: the internal VARh output has no contact.
    std::uint32_t
    advance(SampleTime now, const Configuration& configuration, ContactsOut* contacts);

    /// Earliest sample at which advance() has something to do; kNever while idle.
    [[nodiscard]] SampleTime nextEdge() const;

    [[nodiscard]] bool isClosed() const { return m_isClosed; }

    /// Alert 14: more than one second's capacity was waiting, and the backlog is not gone yet.
    [[nodiscard]] bool isOverrun() const { return m_isOverrun; }

    /// Pulses that wait for the contact; the one that is closed now is not among them.
    [[nodiscard]] std::uint64_t backlog() const { return m_waitingCount; }

    /// The energy accumulators were cleared: drops the backlog and the fraction. A closure
    /// that has begun is finished.
    void clear();
    /// The contact falls open; backlog and fraction are not kept over a loss of power.
    void powerFail(SampleTime now, ContactsOut* contacts);

    static constexpr SampleTime kNever = std::numeric_limits<SampleTime>::max();

private:
    [[nodiscard]] std::int64_t closingFifths() const;
    void close(const Configuration& configuration);
    void open();

    EnergyCounter m_energy{};          ///< Of the waiting pulses and the fraction.
    std::uint64_t m_pulseEnergyWs = 0; ///< Weight of a waiting pulse.
    std::uint64_t m_waitingCount = 0;  ///< m_energy in whole pulses.
    std::int64_t m_edgeFifths = 0;     ///< Closed: when it opens. Open: earliest closing.
    std::int64_t m_closureFifths = 0;  ///< Length of the closure that runs or ran last.
    std::int64_t m_arrivalFifths = 0;  ///< When the first of the waiting pulses came.
    bool m_isClosed = false;
    bool m_isOverrun = false;
    bool m_isArrivalUndated = false; ///< Pulses came while none waited; dated by advance().
};

} // namespace meter
