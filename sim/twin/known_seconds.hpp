// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Saves what need not be computed again. What a second of samples makes of a cycle meter follows
// from three things alone: the state it is in, the settings, the samples. Under a signal that
// repeats each second the meter comes back to a state in which it was: not to that of the second
// before, since each second starts from the frequency that the last one measured, whose last bits
// go round in a circle of some ten to twenty seconds. From then on the seconds follow each other
// as they did. State and settings are compared bit by bit before each second that is left out;
// that the samples are the same the synthesis says, whose phase is exactly periodic then. The
// rules of a meter never change: forget() when another one comes.

#include "core/meter.hpp"
#include "sim/grid/waveform_synthesis.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace meter::sim {

class KnownSeconds final {
public:
    using Signal = WaveformSynthesis::RepeatedSignal;

    /// At a whole second, before one that nothing from outside will interrupt. What it will come
    /// to, if that is known: then the samples need not be made. Else the second is to be
    /// computed, and ended() comes behind it. Holds until the next call.
    [[nodiscard]] const Meter::KnownSecond* begin(const Signal& signal, const MeterState& meter);
    void ended(const MeterState& meter);

    void forget() {
        m_seconds.clear();
        m_isUnderWay = false;
    }

private:
    struct Second {
        CycleMeter before{};
        double beforeHz = 0.0; ///< What the last one measured: tells most states apart at once.
        Meter::KnownSecond known{};
    };

    [[nodiscard]] bool isWanted(const Second& second, const MeterState& meter) const;

    Signal m_signal;
    Settings m_settings{};
    std::vector<Second> m_seconds; ///< One after the other; the last one may be under way.
    bool m_isUnderWay = false;
    std::size_t m_next = 0; ///< The one that is likely to come.
};

} // namespace meter::sim
