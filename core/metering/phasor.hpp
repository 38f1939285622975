// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A complex number, without <complex>: fundamental phasors of the metering.

namespace meter {

struct Phasor {
    double real = 0.0;
    double imaginary = 0.0;

    friend constexpr Phasor operator+(Phasor a, Phasor b) {
        return {a.real + b.real, a.imaginary + b.imaginary};
    }

    friend constexpr Phasor operator-(Phasor a, Phasor b) {
        return {a.real - b.real, a.imaginary - b.imaginary};
    }

    friend constexpr Phasor operator*(double factor, Phasor a) {
        return {factor * a.real, factor * a.imaginary};
    }

    friend constexpr Phasor operator*(Phasor a, Phasor b) {
        return {a.real * b.real - a.imaginary * b.imaginary,
                a.real * b.imaginary + a.imaginary * b.real};
    }

    [[nodiscard]] constexpr Phasor conjugate() const { return {real, -imaginary}; }

    [[nodiscard]] constexpr double squaredMagnitude() const {
        return real * real + imaginary * imaginary;
    }
};

} // namespace meter
