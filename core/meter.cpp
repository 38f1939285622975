// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/meter.hpp"

#include "core/base/assert.hpp"
#include "core/modbus/pdu_server.hpp"
#include "core/settings/settings_rules.hpp"

#include <array>
#include <new>

namespace meter {

namespace {

/// Energies reach the storage at least this often (docs/metrology.md, storage).
constexpr std::uint8_t kSaveIntervalS = 15;
constexpr std::uint16_t kCountMax = 32767; ///< Registers 147 and 152 stop here.

std::uint16_t counted(std::uint16_t count) {
    return count < kCountMax ? static_cast<std::uint16_t>(count + 1) : kCountMax;
}

} // namespace

Meter::Meter(const Ports& ports, const Factory& factory) : m_ports(ports), m_factory(factory) {}

// Power ------------------------------------------------------------------------------------------

void Meter::powerUp(SampleTime now) {
    // In place: a temporary of 12 KB is more stack than a microcontroller has.
    ::new (static_cast<void*>(&m_state)) MeterState{};
    m_state.now = now;
    m_state.isPowered = true;
    m_state.isCycleRunning = now % kSamplesPerSecond == 0;
    loadStorage();
    m_state.readings.powerUpCount = counted(m_state.readings.powerUpCount);
    // A failing storage is tried again with every later save; the meter measures all the same.
    static_cast<void>(save());
    m_state.framer.setFormat(m_state.readings.settings.baudRate, m_state.readings.settings.parity);
    m_state.panel.powerUp(now);
    m_ports.contacts.setAlarm(true, now);
    refreshGlass();
}

void Meter::powerFail() {
    if (!m_state.isPowered) {
        return;
    }
    m_state.panel.storePending(*this);
    // Nothing can be done about a failure here: the image of at most 15 s ago stays.
    static_cast<void>(save());
    m_state.realPulses.powerFail(m_state.now, &m_ports.contacts);
    m_state.reactivePulses.powerFail(m_state.now, nullptr);
    m_state.isPowered = false;
    m_state.readings.isMeasuring = false;
    m_state.panel.powerFail();
    setAlarm(true);
    refreshGlass();
}

void Meter::loadStorage() {
    NvContents contents;
    const Status status = m_state.nvStore.load(m_ports.nvStorage, contents);
    if (status == Status::Blank) {
        contents.settings = m_factory.installerSettings;
    }
    // Damaged or unreadable: the factory's defaults, and the display says so.
    m_state.readings.isNvDamaged = status != Status::Ok && status != Status::Blank;
    m_state.readings.energy = contents.energy;
    m_state.readings.demand.max = contents.demandMax;
    m_state.readings.pulses = contents.pulses;
    m_state.readings.energyResetCount = contents.energyResetCount;
    m_state.readings.powerUpCount = contents.powerUpCount;
    m_state.log.powerUp(
        m_state.now, {.entryCount = contents.logEntryCount, .status = contents.logStatus}, status);
    adopt(contents.settings);
}

NvContents Meter::contentsToStore() const {
    const Readings& readings = m_state.readings;
    NvContents contents;
    contents.settings = readings.settings;
    contents.energy = readings.energy;
    contents.demandMax = readings.demand.max;
    contents.pulses = readings.pulses;
    contents.energyResetCount = readings.energyResetCount;
    contents.powerUpCount = readings.powerUpCount;
    const LogRecorder::Stored log = m_state.log.stored(readings.settings);
    contents.logStatus = log.status;
    contents.logEntryCount = log.entryCount;
    return contents;
}

Status Meter::save() {
    m_state.secondsSinceSave = 0;
    const Status saved = m_state.nvStore.save(m_ports.nvStorage, contentsToStore());
    if (saved == Status::Ok) {
        m_state.log.noteStored();
    }
    return saved;
}

// Time -------------------------------------------------------------------------------------------

void Meter::onSamples(std::span<const SampleFrame> frames) {
    while (!frames.empty()) {
        const auto toTick =
            static_cast<std::size_t>(kSamplesPerSecond - m_state.now % kSamplesPerSecond);
        std::size_t count = frames.size() < toTick ? frames.size() : toTick;
        const bool isMeasurable =
            m_state.isPowered && m_factory.bootSystem == BootSystem::Operating;
        if (isMeasurable && m_state.isCycleRunning) {
            count = m_state.cycleMeter.add(frames.first(count), m_state.readings.settings,
                                           m_factory.rules);
        }
        m_state.now += static_cast<SampleTime>(count);
        frames = frames.subspan(count);
        if (isMeasurable && m_state.now % kSamplesPerSecond == 0) {
            onTick();
        }
        runTimers();
    }
}

void Meter::onKnownSamples(std::int32_t count, const KnownSecond& known) {
    METER_ASSERT(m_state.isPowered && m_state.isCycleRunning);
    METER_ASSERT(m_state.now % kSamplesPerSecond + count <= kSamplesPerSecond);
    m_state.now += count;
    if (m_state.now % kSamplesPerSecond == 0) {
        m_state.cycleMeter = known.after;
        takeCycle(known.cycle);
    }
    runTimers();
}

void Meter::onTick() {
    if (!m_state.isCycleRunning) {
        m_state.isCycleRunning = true; // The first whole cycle begins.
        return;
    }
    takeCycle(m_state.cycleMeter.finish(m_state.readings.settings, m_factory.rules));
}

void Meter::takeCycle(const MeasuredCycle& cycle) {
    Readings& readings = m_state.readings;
    movePulses(); // What the contacts did before this tick.
    readings.cycle = cycle;
    countEnergy(readings.cycle);
    takeDemand(readings.cycle);
    movePulses();
    readings.alerts = judgeAlerts(readings.cycle, readings.settings, readings.configuration,
                                  m_factory.rules, m_state.realPulses.isOverrun());
    readings.isMeasuring = true;
    setAlarm((readings.alerts & kPhaseLossAlerts) != 0);
    m_state.panel.onCycle(m_state.now);
    ++m_state.secondsSinceSave;
    if (m_factory.variant == Variant::Logging && m_state.demandMeter.hasClosedSubinterval()) {
        recordLogEntry();
    }
    if (m_state.secondsSinceSave >= kSaveIntervalS) {
        static_cast<void>(save()); // Tried again in 15 s; the older image is whole.
    }
}

void Meter::countEnergy(const MeasuredCycle& cycle) {
    // What a clear in the middle of this cycle left of it (docs/metrology.md, registers: 30078).
    const double fraction = m_state.cycleMeter.energyFraction();
    MeasuredCycle counted = cycle;
    counted.apparentPowerVa *= fraction;
    counted.reactivePowerVar *= fraction;
    m_state.readings.energy.add(counted);

    double realWs = 0.0;
    for (const PhaseQuantities& phase : counted.phase) {
        realWs += phase.realEnergyWs;
    }
    const Settings& settings = m_state.readings.settings;
    const Configuration& configuration = m_state.readings.configuration;
    m_state.realPulses.addCycle(realWs, settings, configuration);
    m_state.reactivePulses.addCycle(counted.reactivePowerVar, settings, configuration);
}

void Meter::takeDemand(const MeasuredCycle& cycle) {
    const PowerTriple powers = {cycle.realPowerW, cycle.reactivePowerVar, cycle.apparentPowerVa};
    m_state.demandMeter.addCycle(powers, m_state.readings.settings, m_state.isSubintervalRequested,
                                 m_state.isMaxResetRequested, m_state.readings.demand);
    const bool mustSave = m_state.isMaxResetRequested;
    m_state.isSubintervalRequested = false;
    m_state.isMaxResetRequested = false;
    if (mustSave) {
        static_cast<void>(save()); // Tried again within 15 s.
    }
}

void Meter::runTimers() {
    if (!m_state.isPowered) {
        return;
    }
    movePulses();
    if (m_state.panel.nextDue() <= m_state.now) {
        m_state.panel.advance(m_state.now, *this);
    }
    refreshGlass();
}

void Meter::movePulses() {
    PulseCounts& counts = m_state.readings.pulses;
    const Configuration& configuration = m_state.readings.configuration;
    if (m_state.realPulses.nextEdge() <= m_state.now) {
        counts.real += m_state.realPulses.advance(m_state.now, configuration, &m_ports.contacts);
    }
    if (m_state.reactivePulses.nextEdge() <= m_state.now) {
        counts.reactive += m_state.reactivePulses.advance(m_state.now, configuration, nullptr);
    }
}

void Meter::setAlarm(bool isClosed) {
    if (isClosed != m_state.isAlarmClosed) {
        m_state.isAlarmClosed = isClosed;
        m_ports.contacts.setAlarm(isClosed, m_state.now);
    }
}

void Meter::refreshGlass() {
    if (!m_state.panel.isDirty()) {
        return;
    }
    m_state.panel.clean();
    const Glass glass = m_state.panel.render(*this, m_state.now);
    if (glass != m_state.shownGlass) {
        m_state.shownGlass = glass;
        m_ports.display.show(glass);
    }
}

void Meter::restore(const MeterState& state) {
    m_state = state;
    m_ports.display.show(m_state.shownGlass);
    m_ports.contacts.setAlarm(m_state.isAlarmClosed, m_state.now);
    m_ports.contacts.setEnergyPulse(m_state.realPulses.isClosed(), m_state.now);
}

// Keys and the wire ------------------------------------------------------------------------------

void Meter::onKey(Key key, bool isDown) {
    if (!m_state.isPowered) {
        return;
    }
    m_state.panel.onKey(key, isDown, m_state.now, *this);
    refreshGlass();
}

void Meter::onByte(std::byte received, std::uint64_t atUs, bool hasLineError) {
    answerFrame(m_state.framer.frameAt(atUs - m_state.framer.timing().characterUs), atUs);
    m_state.framer.onByte(received, atUs, hasLineError);
}

void Meter::onLineIdle(std::uint64_t nowUs) {
    answerFrame(m_state.framer.frameAt(nowUs), nowUs);
}

void Meter::answerFrame(std::span<const std::byte> frame, std::uint64_t nowUs) {
    if (frame.empty()) {
        return;
    }
    std::array<std::byte, modbus::kAduRtuSizeMax> response{};
    const std::span<const std::byte> answer = serveFrame(frame, response);
    if (!answer.empty()) {
        // Half duplex: while it transmits, the meter does not listen.
        m_state.framer.setDeafUntil(nowUs + answer.size() * m_state.framer.timing().characterUs);
        m_ports.serial.send(answer);
    }
}

std::span<const std::byte> Meter::servePdu(std::span<const std::byte> request,
                                           std::span<std::byte> response) {
    if (!m_state.isPowered) {
        return {};
    }
    const std::span<const std::byte> answer = modbus::servePdu(*this, request, response);
    if (!answer.empty()) {
        m_state.panel.onCommunication(m_state.now);
    }
    return answer;
}

std::span<const std::byte> Meter::serveFrame(std::span<const std::byte> frame,
                                             std::span<std::byte> response) {
    if (!m_state.isPowered) {
        return {};
    }
    const std::span<const std::byte> answer =
        modbus::serveFrame(*this, m_state.readings.settings.modbusAddress, frame, response);
    if (!answer.empty()) {
        m_state.panel.onCommunication(m_state.now);
    }
    return answer;
}

// What masters and the person at the keys can do -------------------------------------------------

void Meter::adopt(const Settings& settings) {
    m_state.readings.settings = settings;
    m_state.readings.configuration = configurationOf(settings);
    if (m_state.readings.isMeasuring) { // Before, there are no alerts to answer with.
        m_state.readings.alerts =
            withConfigurationAlert(m_state.readings.alerts, m_state.readings.configuration);
    }
}

Status Meter::applySettings(const Settings& candidate) {
    const Settings before = m_state.readings.settings;
    const Status judged = validate(candidate, before);
    if (judged != Status::Ok || candidate == before) {
        return judged;
    }
    adopt(candidate);
    const Status saved = save();
    if (saved != Status::Ok) {
        adopt(before);
        return saved;
    }
    if (restartsDemand(before, candidate)) {
        m_state.demandMeter.restart(m_state.readings.demand);
    }
    noteLogChange(before, candidate);
    if (candidate.baudRate != before.baudRate || candidate.parity != before.parity) {
        m_state.framer.setFormat(candidate.baudRate, candidate.parity);
    }
    return Status::Ok;
}

void Meter::clearEnergies() {
    m_state.readings.energy.clear();
    m_state.readings.energyResetCount = counted(m_state.readings.energyResetCount);
    m_state.cycleMeter.discardEnergySoFar();
    m_state.realPulses.clear();
    m_state.reactivePulses.clear();
    static_cast<void>(save()); // Tried again within 15 s.
}

void Meter::clearPulseCounts() {
    m_state.readings.pulses = {};
    static_cast<void>(save()); // Tried again within 15 s.
}

void Meter::requestSubinterval() {
    m_state.isSubintervalRequested |= m_state.subintervalGate.tryAct(m_state.now);
}

void Meter::requestMaxDemandReset() {
    m_state.isMaxResetRequested |= m_state.maxResetGate.tryAct(m_state.now);
}

void Meter::setPowerUpCount(std::uint16_t count) {
    m_state.readings.powerUpCount = count;
    static_cast<void>(save()); // Tried again within 15 s.
}

} // namespace meter
