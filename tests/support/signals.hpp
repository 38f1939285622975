// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Test signals as closed forms: each input is a sum of sinusoids, sampled with the C library's
// sine and rounded to counts. What RMS, P and Q must be follows from the same numbers by the
// formulas of IEEE 1459, independently of the code under test.

#include "core/metering/sample_frame.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace meter::test {

struct Tone {
    double order = 1.0;    ///< Multiple of the fundamental; 0 = DC.
    double rms = 0.0;      ///< V at the terminal, or fraction of the CT's rating.
    double angleDeg = 0.0; ///< √2·rms·sin(order·ωt + angle).
};

using Tones = std::vector<Tone>;

struct TestSignal {
    double frequencyHz = 60.0;
    std::array<Tones, 3> voltage;
    std::array<Tones, 3> current;

    [[nodiscard]] std::vector<SampleFrame> frames(std::int64_t from, std::size_t count) const {
        std::vector<SampleFrame> result(count);
        for (std::size_t n = 0; n < count; ++n) {
            const double seconds =
                static_cast<double>(from + static_cast<std::int64_t>(n)) / kSamplesPerSecond;
            for (std::size_t phase = 0; phase < 3; ++phase) {
                result[n].voltage[phase] = counts(voltage[phase], seconds, kVoltsPerCount);
                result[n].current[phase] = counts(current[phase], seconds, kRatingPerCount);
            }
        }
        return result;
    }

private:
    [[nodiscard]] std::int32_t counts(const Tones& tones, double seconds, double perCount) const {
        double value = 0.0;
        for (const Tone& tone : tones) {
            const double angle = tone.angleDeg * std::numbers::pi / 180.0;
            const double phase = 2.0 * std::numbers::pi * tone.order * frequencyHz * seconds;
            value +=
                tone.order == 0.0 ? tone.rms : std::sqrt(2.0) * tone.rms * std::sin(phase + angle);
        }
        return static_cast<std::int32_t>(std::lround(value / perCount));
    }
};

inline double rmsOf(const Tones& tones) {
    double square = 0.0;
    for (const Tone& tone : tones) {
        square += tone.rms * tone.rms;
    }
    return std::sqrt(square);
}

/// Σ V_h·I_h·cos(angle difference), or sin: IEEE 1459, P and the fundamental Q1.
inline double realPowerOf(const Tones& voltage, const Tones& current) {
    double power = 0.0;
    for (const Tone& v : voltage) {
        for (const Tone& i : current) {
            if (v.order == i.order) {
                const double angle = (v.angleDeg - i.angleDeg) * std::numbers::pi / 180.0;
                power += v.rms * i.rms * (v.order == 0.0 ? 1.0 : std::cos(angle));
            }
        }
    }
    return power;
}

inline double fundamentalReactiveOf(const Tones& voltage, const Tones& current) {
    const double angle = (voltage[0].angleDeg - current[0].angleDeg) * std::numbers::pi / 180.0;
    return voltage[0].rms * current[0].rms * std::sin(angle);
}

/// The voltage between two inputs, tone by tone (the tones must have the same orders).
inline Tones differenceOf(const Tones& plus, const Tones& minus) {
    Tones result;
    for (std::size_t index = 0; index < plus.size(); ++index) {
        const double a = plus[index].angleDeg * std::numbers::pi / 180.0;
        const double b = minus[index].angleDeg * std::numbers::pi / 180.0;
        const double x = plus[index].rms * std::cos(a) - minus[index].rms * std::cos(b);
        const double y = plus[index].rms * std::sin(a) - minus[index].rms * std::sin(b);
        result.push_back(
            {plus[index].order, std::hypot(x, y), std::atan2(y, x) * 180.0 / std::numbers::pi});
    }
    return result;
}

} // namespace meter::test
