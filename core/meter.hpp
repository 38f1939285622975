// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The whole instrument, and the only class that a firmware's main needs. Samples, bytes and
// keys go in with their time; frames, a picture of the glass and contacts come out through
// four ports. All mutable state is one trivially copyable value (MeterState): a snapshot is a
// copy, and several meters live in one process without knowing of each other.

#include "core/access/meter_control.hpp"
#include "core/meter_state.hpp"
#include "core/ports/contacts_out.hpp"
#include "core/ports/display_out.hpp"
#include "core/ports/nv_storage.hpp"
#include "core/ports/serial_out.hpp"
#include "core/registers/data_log.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace meter {

struct Ports {
    NvStorage& nvStorage;
    SerialOut& serial;
    DisplayOut& display;
    ContactsOut& contacts;
};

class Meter final : private MeterControl {
public:
    Meter(const Ports& ports, const Factory& factory);
    /// Pinned: a part refers to the whole. The state is what is copied.
    Meter(const Meter&) = delete;
    Meter& operator=(const Meter&) = delete;

    /// Control power came at this sample: loads the settings, counts the power-up. Until the
    /// end of the first whole 1 s cycle the meter is silent and its alarm contact closed.
    void powerUp(SampleTime now);
    /// Early warning of a power failure: saves, blanks the glass, closes the alarm contact.
    void powerFail();

    [[nodiscard]] bool isPowered() const { return m_state.isPowered; }

    /// The heartbeat. Time advances by frames.size() samples; 1 s cycles end where the sample
    /// time is a multiple of 2520, whatever happened to the power.
    void onSamples(std::span<const SampleFrame> frames);

    /// What a whole second of samples made of a cycle meter.
    struct KnownSecond {
        CycleMeter after{};
        MeasuredCycle cycle{};
    };

    /// Samples that need not be looked at: time advances by `count`, at most to the next whole
    /// second. For a host that goes through a whole second like this because onSamples() with
    /// the samples of that second would come to the same.
    void onKnownSamples(std::int32_t count, const KnownSecond& known);

    void onKey(Key key, bool isDown);

    /// Serial receive with strict RTU timing (t1.5, t3.5); answers go to the serial port.
    /// The time is that of the end of the character.
    void onByte(std::byte received, std::uint64_t atUs, bool hasLineError = false);
    void onLineIdle(std::uint64_t nowUs);

    /// One request PDU addressed to this meter → response PDU, written into `response` (at
    /// least kPduSizeMax bytes). Empty: no answer (no power, booting).
    std::span<const std::byte> servePdu(std::span<const std::byte> request,
                                        std::span<std::byte> response);
    /// One whole RTU frame with address and CRC → the frame to send back, empty = silence.
    /// Broadcasts act and are not answered. `response`: at least kAduRtuSizeMax bytes.
    std::span<const std::byte> serveFrame(std::span<const std::byte> frame,
                                          std::span<std::byte> response);

    [[nodiscard]] const Readings& readings() const override { return m_state.readings; }

    [[nodiscard]] const Factory& factory() const override { return m_factory; }

    [[nodiscard]] const Glass& glass() const { return m_state.shownGlass; }

    [[nodiscard]] SampleTime now() const { return m_state.now; }

    [[nodiscard]] const MeterState& state() const { return m_state; }

    /// Back to an earlier state; the ports are told what they must show now.
    void restore(const MeterState& state);

private:
    /// Registers 155–178 and 8000–13759 of the logging variant.
    class LogAccess final : public DataLog {
    public:
        explicit LogAccess(Meter& meter) : m_meter(meter) {}

        [[nodiscard]] std::uint16_t read(std::uint16_t number) override;
        [[nodiscard]] bool accepts(std::uint16_t firstNumber,
                                   std::span<const std::uint16_t> words) const override;
        void write(std::uint16_t firstNumber, std::span<const std::uint16_t> words) override;
        void restart() override;

    private:
        Meter& m_meter;
    };

    Status applySettings(const Settings& candidate) override;
    void clearEnergies() override;
    void clearPulseCounts() override;
    void requestSubinterval() override;
    void requestMaxDemandReset() override;
    void setPowerUpCount(std::uint16_t count) override;

    [[nodiscard]] DataLog* dataLog() override;

    void loadStorage();
    void adopt(const Settings& settings);
    [[nodiscard]] NvContents contentsToStore() const;
    Status save();
    void onTick();
    void takeCycle(const MeasuredCycle& cycle);
    void countEnergy(const MeasuredCycle& cycle);
    void takeDemand(const MeasuredCycle& cycle);
    void recordLogEntry();
    void noteLogChange(const Settings& before, const Settings& after);
    void runTimers();
    void movePulses();
    void setAlarm(bool isClosed);
    void refreshGlass();
    void answerFrame(std::span<const std::byte> frame, std::uint64_t nowUs);

    Ports m_ports;
    Factory m_factory;
    MeterState m_state;
    LogAccess m_logAccess{*this};
};

} // namespace meter
