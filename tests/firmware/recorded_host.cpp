// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The host's side of the comparison: `record FILE` writes the samples, `run FILE` plays the
// session on them and prints what the meter showed.

#include "tests/firmware/recorded_run.hpp"
#include "tests/support/signals.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using namespace meter;
using namespace meter::test;

constexpr auto kFrameCount = static_cast<std::size_t>(kRecordedSeconds) * kSamplesPerSecond;

/// Unbalanced, distorted, off the nominal frequency: nothing that rounds kindly.
TestSignal recordedSignal() {
    TestSignal signal;
    signal.frequencyHz = 59.93;
    signal.voltage = {{{{1, 277.3, 1.0}, {5, 8.1, 33.0}, {7, 5.5, 210.0}},
                       {{1, 281.9, -118.5}, {3, 4.0, 12.0}, {11, 3.3, 80.0}},
                       {{1, 269.2, 121.1}, {2, 1.7, 300.0}, {13, 2.9, 140.0}}}};
    signal.current = {{{{1, 0.71, -24.0}, {5, 0.19, 190.0}, {7, 0.08, 10.0}},
                       {{1, 0.44, -160.0}, {3, 0.11, 70.0}, {9, 0.03, 5.0}},
                       {{1, 1.02, 95.0}, {5, 0.21, 20.0}, {17, 0.02, 77.0}}}};
    return signal;
}

int record(const char* path) {
    std::FILE* file = std::fopen(path, "wb");
    if (file == nullptr) {
        std::perror(path);
        return EXIT_FAILURE;
    }
    const std::vector<SampleFrame> frames = recordedSignal().frames(0, kFrameCount);
    const std::size_t written =
        std::fwrite(frames.data(), sizeof(SampleFrame), frames.size(), file);
    return std::fclose(file) == 0 && written == frames.size() ? EXIT_SUCCESS : EXIT_FAILURE;
}

class NullPorts final : public NvStorage, public SerialOut, public DisplayOut, public ContactsOut {
public:
    NullPorts() { m_bytes.fill(std::byte{0xFF}); }

    Status read(std::uint32_t offset, std::span<std::byte> into) override {
        std::memcpy(into.data(), m_bytes.data() + offset, into.size());
        return Status::Ok;
    }

    Status write(std::uint32_t offset, std::span<const std::byte> bytes) override {
        std::memcpy(m_bytes.data() + offset, bytes.data(), bytes.size());
        return Status::Ok;
    }

    void send(std::span<const std::byte>) override {}

    void show(const Glass&) override {}

    void setEnergyPulse(bool, SampleTime) override {}

    void setAlarm(bool, SampleTime) override {}

private:
    std::array<std::byte, std::size_t{kNvImageSize} * kNvImageCount> m_bytes{};
};

class FileHost final : public RecordedHost {
public:
    explicit FileHost(std::FILE* file) : m_file(file) {}

    void readFrames(std::span<SampleFrame> frames) override {
        if (std::fread(frames.data(), sizeof(SampleFrame), frames.size(), m_file) !=
            frames.size()) {
            std::fputs("the recording is too short\n", stderr);
            std::exit(EXIT_FAILURE);
        }
    }

    void print(const char* text) override { std::fputs(text, stdout); }

private:
    std::FILE* m_file;
};

int run(const char* path) {
    std::FILE* file = std::fopen(path, "rb");
    if (file == nullptr) {
        std::perror(path);
        return EXIT_FAILURE;
    }
    NullPorts ports;
    FileHost host(file);
    Meter meter({ports, ports, ports, ports}, Factory{});
    runRecorded(meter, host);
    return std::fclose(file);
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::strcmp(argv[1], "record") == 0) {
        return record(argv[2]);
    }
    if (argc == 3 && std::strcmp(argv[1], "run") == 0) {
        return run(argv[2]);
    }
    std::fputs("usage: recorded_host record|run FILE\n", stderr);
    return 2;
}
