// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One value of two meters, moment by moment: how far they were apart, and of a counter what each
// of them gained.

#include "app/compare/compare_side.hpp"
#include "core/registers/register_map.hpp"
#include "sim/registers/register_value.hpp"

#include <optional>

namespace meter::app {

struct Difference;

/// Energies, pulses, power-ups, resets: they only ever grow.
[[nodiscard]] bool isCounter(const RegisterRow& row);

class MomentTally {
public:
    MomentTally(const ReadRequest& request, const ScaleFactors& scales);

    void add(double second, const SideValue& a, const SideValue& b, double tolerance);

    [[nodiscard]] bool isCounted() const { return m_isCounter; }

    /// Nothing: they were the same. A live counter may be one second apart.
    [[nodiscard]] std::optional<Difference> difference(double tolerance, bool isLive) const;

private:
    struct Moment {
        double second = 0.0;
        SideValue a;
        SideValue b;
    };

    [[nodiscard]] std::optional<Difference> gainDifference(double tolerance, bool isLive) const;
    [[nodiscard]] double allowed(const Moment& moment, double tolerance) const;

    std::string m_subject;
    bool m_isCounter = false;
    bool m_isExact = false; ///< Bits, whole numbers without a unit.
    double m_step = 0.0;    ///< Of one count; 0: not known.
    int m_count = 0;
    int m_differing = 0;
    double m_firstS = 0.0;
    double m_worstExcess = 0.0;
    std::optional<Moment> m_first; ///< With a value on both sides.
    std::optional<Moment> m_last;
    std::optional<Moment> m_worst;
};

} // namespace meter::app
