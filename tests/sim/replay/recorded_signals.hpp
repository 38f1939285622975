// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Recordings for the tests of the replay, written by the tests themselves: sums of sinusoids in
// closed form (the C library's sine), in a folder that goes with the test.

#include "sim/replay/recording.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <string>
#include <vector>

namespace meter::test {

class Folder final {
public:
    explicit Folder(const std::string& name)
        : m_path(std::filesystem::temp_directory_path() /
                 ("metertwin-replay-" + name + "-" +
                  std::to_string(
                      std::hash<std::string>{}(std::filesystem::current_path().string())))) {
        std::filesystem::create_directories(m_path);
    }

    ~Folder() {
        std::error_code code;
        std::filesystem::remove_all(m_path, code);
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string write(const std::string& name, const std::string& bytes) const {
        const std::filesystem::path file = m_path / name;
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }

    [[nodiscard]] std::string at(const std::string& name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

/// √2·rms·sin(2πft + angle).
inline double sineAt(double timeS, double frequencyHz, double rms, double angleDeg) {
    return std::numbers::sqrt2 * rms *
           std::sin(2.0 * std::numbers::pi * (frequencyHz * timeS + angleDeg / 360.0));
}

inline sim::ChannelPick everything() {
    return [](const sim::Recording& recording) -> sim::Result<std::vector<bool>> {
        return std::vector<bool>(recording.channels.size(), true);
    };
}

/// A balanced wye as a CSV: V, A, current lagging; `angleDeg` of phase A.
struct BalancedCsv {
    double rateHz = 4800.0;
    double durationS = 3.0;
    double frequencyHz = 60.0;
    double voltageV = 277.0;
    double currentA = 50.0;
    double laggingDeg = 30.0;
    double angleDeg = 0.0;

    [[nodiscard]] std::string text() const {
        std::string csv = "time_s,va,vb,vc,ia,ib,ic\n";
        const auto count = static_cast<int>(std::lround(durationS * rateHz));
        for (int n = 0; n < count; ++n) {
            const double timeS = n / rateHz;
            csv += std::to_string(timeS);
            for (int channel = 0; channel < 6; ++channel) {
                const double phaseDeg = angleDeg - 120.0 * (channel % 3);
                const double value =
                    channel < 3 ? sineAt(timeS, frequencyHz, voltageV, phaseDeg)
                                : sineAt(timeS, frequencyHz, currentA, phaseDeg - laggingDeg);
                csv += ',' + std::to_string(value);
            }
            csv += '\n';
        }
        return csv;
    }
};

template <typename Number>
void append(std::string& bytes, Number number) {
    char raw[sizeof(Number)];
    std::memcpy(raw, &number, sizeof(Number)); // The tests run on little-endian machines.
    bytes.append(raw, sizeof(Number));
}

} // namespace meter::test
