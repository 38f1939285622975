// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/moment_tally.hpp"

#include "app/base/text_values.hpp"
#include "app/compare/comparison.hpp"
#include "sim/registers/register_names.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace meter::app {
namespace {

constexpr double kPercent = 100.0;
constexpr int kDigits = 3;

bool isOneOf(Quantity quantity, std::initializer_list<Quantity> list) {
    return std::ranges::find(list, quantity) != list.end();
}

std::string gainText(double gain, const std::string& shown) {
    const auto space = shown.find(' ');
    return "gained " + textOf(gain, 6) + (space == std::string::npos ? "" : shown.substr(space));
}

} // namespace

bool isCounter(const RegisterRow& row) {
    return isOneOf(row.quantity, {Quantity::RealEnergy, Quantity::ApparentEnergy,
                                  Quantity::ReactiveEnergy, Quantity::RealEnergyOfPhase,
                                  Quantity::PulseCounterReal, Quantity::PulseCounterReactive,
                                  Quantity::EnergyResetCount, Quantity::PowerUpCount});
}

MomentTally::MomentTally(const ReadRequest& request, const ScaleFactors& scales)
    : m_subject(request.name.empty() ? "register " + std::to_string(request.number)
                                     : request.name) {
    const auto named = request.name.empty() ? namedRegisterAt(request.number)
                                            : registerPairNamed(request.name).integer;
    if (!named) {
        return;
    }
    const RegisterRow& row = *named->row;
    m_isCounter = isCounter(row);
    m_isExact = !m_isCounter && row.scale == ScaleKind::None && row.format == RegisterFormat::UInt;
    if (row.format != RegisterFormat::Float) {
        m_step = std::pow(10.0, decimalExponentOf(row, scales));
    }
}

double MomentTally::allowed(const Moment& moment, double tolerance) const {
    if (m_isExact) {
        return 0.0;
    }
    return std::max(m_step,
                    tolerance * std::max(std::abs(*moment.a.value), std::abs(*moment.b.value)));
}

void MomentTally::add(double second, const SideValue& a, const SideValue& b, double tolerance) {
    const Moment moment{.second = second, .a = a, .b = b};
    ++m_count;
    const bool hasBoth = a.value && b.value;
    double excess = 0.0;
    if (hasBoth) {
        m_first = m_first ? m_first : std::optional(moment);
        m_last = moment;
        const double apart = std::abs(*a.value - *b.value);
        excess = m_isCounter || apart <= allowed(moment, tolerance) ? 0.0 : apart;
    } else if (a.value || b.value || a.shown != b.shown) {
        excess = std::numeric_limits<double>::infinity();
    }
    if (excess > 0.0) {
        m_firstS = m_differing == 0 ? second : m_firstS;
        ++m_differing;
        if (excess > m_worstExcess) {
            m_worstExcess = excess;
            m_worst = moment;
        }
    }
}

std::optional<Difference> MomentTally::difference(double tolerance, bool isLive) const {
    if (m_differing == 0) {
        return m_isCounter ? gainDifference(tolerance, isLive) : std::nullopt;
    }
    std::string detail;
    if (std::isfinite(m_worstExcess)) {
        const double greater = std::max(std::abs(*m_worst->a.value), std::abs(*m_worst->b.value));
        detail = m_isExact ? "" : textOf(m_worstExcess / greater * kPercent, kDigits) + " % ";
    }
    detail += "at " + textOf(m_worst->second, 6) + " s, in " + std::to_string(m_differing) +
              " of " + std::to_string(m_count) + " moments, from " + textOf(m_firstS, 6) + " s on";
    return Difference{.aspect = {},
                      .subject = m_subject,
                      .a = m_worst->a.shown,
                      .b = m_worst->b.shown,
                      .detail = std::move(detail)};
}

std::optional<Difference> MomentTally::gainDifference(double tolerance, bool isLive) const {
    if (!m_first || !m_last || m_last->second <= m_first->second) {
        return std::nullopt;
    }
    const double gainA = *m_last->a.value - *m_first->a.value;
    const double gainB = *m_last->b.value - *m_first->b.value;
    const double greater = std::max(std::abs(gainA), std::abs(gainB));
    const double span = m_last->second - m_first->second;
    const double grain = 2.0 * (m_last->a.grain + m_last->b.grain);
    const double oneSecond = isLive ? greater / span : 0.0;
    if (std::abs(gainA - gainB) <= tolerance * greater + grain + oneSecond) {
        return std::nullopt;
    }
    return Difference{.aspect = {},
                      .subject = m_subject,
                      .a = gainText(gainA, m_last->a.shown),
                      .b = gainText(gainB, m_last->b.shown),
                      .detail = "in " + textOf(span, 6) + " s"};
}

} // namespace meter::app
