// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The worked example of a port: four small classes, and a main that feeds the meter. Runs on
// an emulated Cortex-M4, is fed recorded samples, and counts what a sample costs.

#include "core/base/assert.hpp"
#include "tests/firmware/port/semihosting.hpp"
#include "tests/firmware/port/stack_depth.hpp"
#include "tests/firmware/recorded_run.hpp"

#include <array>
#include <cstring>
#include <new>

namespace meter {

void assertFailed(const char* file, int) {
    port::print("assertion failed in ");
    port::print(file);
    port::print("\n");
    port::exitWith(4);
}

} // namespace meter

namespace {

using namespace meter;

/// Stands for a serial EEPROM or a flash sector: outside the meter's RAM budget.
class ExternalMemory final : public NvStorage {
public:
    Status read(std::uint32_t offset, std::span<std::byte> into) override {
        std::memcpy(into.data(), at(offset), into.size());
        return Status::Ok;
    }

    Status write(std::uint32_t offset, std::span<const std::byte> bytes) override {
        std::memcpy(at(offset), bytes.data(), bytes.size());
        return Status::Ok;
    }

    void erase() { std::memset(at(0), 0xFF, std::size_t{kNvImageSize} * kNvImageCount); }

private:
    /// The upper half of the board's SSRAM.
    static std::byte* at(std::uint32_t offset) {
        return reinterpret_cast<std::byte*>(0x2020'0000U + offset);
    }
};

class SilentSerial final : public SerialOut {
public:
    void send(std::span<const std::byte>) override {}
};

class SilentDisplay final : public DisplayOut {
public:
    void show(const Glass&) override {}
};

class SilentContacts final : public ContactsOut {
public:
    void setEnergyPulse(bool, SampleTime) override {}

    void setAlarm(bool, SampleTime) override {}
};

/// SysTick counts down at 25 MHz; with -icount shift=0 an instruction takes 1 ns of emulated
/// time, so a tick is 40 instructions.
class InstructionCounter {
public:
    void start() {
        m_registers[1] = kReloadMax;
        m_registers[2] = 0;
        m_registers[0] = 5; // Enabled, processor clock, no interrupt.
    }

    [[nodiscard]] std::uint32_t ticks() const { return m_registers[2]; }

    static constexpr std::uint32_t kReloadMax = 0x00FF'FFFF;
    static constexpr std::uint32_t kInstructionsPerTick = 40;

private:
    volatile std::uint32_t* m_registers = reinterpret_cast<volatile std::uint32_t*>(0xE000'E010U);
};

class SemihostedRecording final : public test::RecordedHost {
public:
    explicit SemihostedRecording(int handle) : m_handle(handle) { m_counter.start(); }

    void readFrames(std::span<SampleFrame> frames) override {
        stopCounting();
        if (!port::readAll(m_handle, std::as_writable_bytes(frames))) {
            port::print("the recording is too short\n");
            port::exitWith(5);
        }
        m_samples += static_cast<std::uint32_t>(frames.size());
        m_from = m_counter.ticks();
        m_isCounting = true;
    }

    void print(const char* text) override {
        stopCounting();
        port::print(text);
    }

    [[nodiscard]] std::uint32_t instructionsPerSample() const {
        return static_cast<std::uint32_t>(m_ticks * InstructionCounter::kInstructionsPerTick /
                                          m_samples);
    }

private:
    void stopCounting() {
        if (m_isCounting) {
            m_ticks += (m_from - m_counter.ticks()) & InstructionCounter::kReloadMax;
            m_isCounting = false;
        }
    }

    int m_handle;
    InstructionCounter m_counter{};
    std::uint64_t m_ticks = 0;
    std::uint32_t m_samples = 0;
    std::uint32_t m_from = 0;
    bool m_isCounting = false;
};

void printNumber(const char* label, std::uint32_t number) {
    std::array<char, 12> digits{};
    std::size_t index = digits.size() - 1;
    do {
        digits[--index] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number != 0);
    port::print(label);
    port::print(digits.data() + index);
    port::print("\n");
}

ExternalMemory externalMemory;
SilentSerial serial;
SilentDisplay display;
SilentContacts contacts;

} // namespace

/// The meter itself has static storage: its constructor must not need the stack.
alignas(Meter) static std::byte meterStorage[sizeof(Meter)];

int main() {
    externalMemory.erase();
    const int handle = port::openForReading("samples.bin");
    if (handle < 0) {
        port::print("samples.bin cannot be opened\n");
        return 6;
    }
    auto* meter = new (meterStorage) Meter({externalMemory, serial, display, contacts}, Factory{});
    SemihostedRecording recording(handle);
    test::runRecorded(*meter, recording);
    printNumber("# state_bytes ", sizeof(MeterState));
    printNumber("# stack_bytes ", port::stackDepthBytes());
    printNumber("# instructions_per_sample ", recording.instructionsPerSample());
    return 0;
}
