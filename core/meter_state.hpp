// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All mutable state of a meter as one value: a snapshot is a copy, and a firmware's RAM need is
// sizeof(MeterState) and little more.

#include "core/access/readings.hpp"
#include "core/metering/cycle_meter.hpp"
#include "core/metering/demand.hpp"
#include "core/metering/pulse_output.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "core/panel/panel.hpp"
#include "core/registers/data_log_recorder.hpp"
#include "core/storage/nv_store.hpp"

#include <cstdint>
#include <type_traits>

namespace meter {

struct MeterState {
    SampleTime now = 0;
    bool isPowered = false;
    bool isCycleRunning = false; ///< False from power-up to the next whole second.
    bool isAlarmClosed = true;   ///< N.C.
    bool isSubintervalRequested = false;
    bool isMaxResetRequested = false;
    std::uint8_t secondsSinceSave = 0;
    Readings readings{};
    CycleMeter cycleMeter{};
    DemandMeter demandMeter{};
    CommandGate subintervalGate{};
    CommandGate maxResetGate{};
    PulseOutput realPulses{};
    PulseOutput reactivePulses{};
    NvStore nvStore{};
    LogRecorder log{}; ///< Idle in the standard variant.
    modbus::RtuFramer framer{};
    Panel panel{};
    Glass shownGlass{};
};

static_assert(std::is_trivially_copyable_v<MeterState>);

} // namespace meter
