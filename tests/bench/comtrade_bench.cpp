// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast COMTRADE BINARY is read: 12 analog channels and 16 digital ones into memory, and a
// file of 1 GB passed on block by block, with the memory that it took.

#include "sim/replay/comtrade_data.hpp"
#include "sim/replay/comtrade_header.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace meter::sim;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kChannels = 12;
constexpr std::size_t kRecordBytes = 8 + 2 * kChannels + 2;
constexpr double kAim = 100e6; ///< Channel-samples a second into memory.

ComtradeHeader headerOf(std::size_t records) {
    std::string text = "bench,1,1999\n28,12A,16D\n";
    for (std::size_t i = 1; i <= kChannels; ++i) {
        text +=
            std::to_string(i) + ",V" + std::to_string(i) + ",A,,V,0.01,0,0,-32767,32767,1,1,P\n";
    }
    for (int i = 1; i <= 16; ++i) {
        text += std::to_string(i) + ",D" + std::to_string(i) + ",,,0\n";
    }
    text += "50\n1\n10000," + std::to_string(records) +
            "\n01/01/2024,00:00:00.0\n01/01/2024,00:00:00.0\nBINARY\n1\n";
    Result<ComtradeHeader> header = parseComtradeHeader(text, "bench.cfg", 1);
    if (!header) {
        std::fprintf(stderr, "%s\n", header.error().message().c_str());
        std::exit(1);
    }
    return std::move(*header);
}

void append(std::string& bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) {
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    }
}

std::string recordsOf(std::size_t first, std::size_t count) {
    std::string bytes;
    bytes.reserve(count * kRecordBytes);
    for (std::size_t record = first; record < first + count; ++record) {
        append(bytes, static_cast<std::uint32_t>(record + 1), 4);
        append(bytes, static_cast<std::uint32_t>(record * 100), 4);
        for (std::size_t channel = 0; channel < kChannels; ++channel) {
            append(bytes, static_cast<std::uint32_t>((record * 37 + channel * 911) % 30000), 2);
        }
        append(bytes, 0, 2);
    }
    return bytes;
}

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Channel-samples a second; the best of some rounds counts, since others share the machine.
double intoMemory() {
    constexpr std::size_t kRecords = 1'000'000;
    const std::string bytes = recordsOf(0, kRecords);
    double best = 0.0;
    for (int round = 0; round < 5; ++round) {
        std::istringstream stream(bytes);
        ComtradeHeader header = headerOf(kRecords);
        const Clock::time_point start = Clock::now();
        const Result<void> done =
            readComtradeData(stream, {.file = "bench.dat", .byteCountMax = bytes.size()},
                             std::vector<bool>(kChannels, true), header);
        const double spent = secondsSince(start);
        if (!done || header.recording.sampleCount != kRecords) {
            std::fprintf(stderr, "not read\n");
            std::exit(1);
        }
        best = std::max(best, static_cast<double>(kRecords * kChannels) / spent);
    }
    return best;
}

long peakKilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

void streamed(const std::filesystem::path& file) {
    constexpr std::size_t kPiece = 100'000;
    constexpr std::size_t kRecords = 300 * kPiece; // 1.02 GB
    {
        std::ofstream out(file, std::ios::binary);
        for (std::size_t first = 0; first < kRecords; first += kPiece) {
            out << recordsOf(first, kPiece);
        }
    }
    const long before = peakKilobytes();
    std::ifstream stream(file, std::ios::binary);
    ComtradeHeader header = headerOf(kRecords);
    std::size_t values = 0;
    const Clock::time_point start = Clock::now();
    const Result<void> done =
        readComtradeData(stream, {.file = file.string(), .byteCountMax = kRecords * kRecordBytes},
                         std::vector<bool>(kChannels, true), header, [&](auto columns) {
                             for (const auto& column : columns) {
                                 values += column.size();
                             }
                         });
    const double spent = secondsSince(start);
    std::filesystem::remove(file);
    if (!done || values != kRecords * kChannels) {
        std::fprintf(stderr, "not read\n");
        std::exit(1);
    }
    std::printf("%.2f GB passed on: %.0f million channel-samples a second, %.1f MB more memory\n",
                static_cast<double>(kRecords * kRecordBytes) / 1e9,
                static_cast<double>(values) / spent / 1e6,
                static_cast<double>(peakKilobytes() - before) / 1024.0);
}

} // namespace

int main(int count, char** arguments) {
    // First, while the program's memory is still small.
    streamed(count > 1 ? arguments[1] : std::filesystem::temp_directory_path() / "bench.dat");
    const double rate = intoMemory();
    std::printf("into memory: %.0f million channel-samples a second, %.2f of the aim\n", rate / 1e6,
                rate / kAim);
    return 0;
}
