// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clone/clone_profile.hpp"

#include "app/base/text_values.hpp"
#include "app/clone/clone_fit.hpp"
#include "core/settings/system_type.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace meter::app {
namespace {

constexpr std::array<const char*, kPhaseCount> kPhases = {"a", "b", "c"};
constexpr std::array<const char*, 4> kQuantities = {"current", "real_power", "reactive_power",
                                                    "apparent_power"};
constexpr double kDegrees = 180.0 / std::numbers::pi;
constexpr double kRightAngle = 90.0;
constexpr int kDigits = 7; ///< Of a float.

} // namespace

CloneProfile::CloneProfile(const MeterSurvey& survey, const sim::Scenario& fitted)
    : m_isCopied(fitted.meter.installerSettings.systemType == SystemType::SinglePhaseLl) {
    const SystemTypeTraits& traits = traitsOf(fitted.meter.installerSettings.systemType);
    for (std::size_t i = 0; i < kPhaseCount; ++i) {
        m_turnDeg.at(i) = fitted.world.load.laggingDeg.at(i) - phaseLoadOf(survey, i).laggingDeg;
    }
    for (std::size_t i = 0; i < kPhaseCount; ++i) {
        if (!traits.hasPhase.at(i)) {
            continue;
        }
        m_phases.emplace_back(kPhases.at(i));
        for (const char* const quantity : kQuantities) {
            const auto request = sim::readRequestOf(std::string(quantity) + "_" + kPhases.at(i));
            if (request) {
                m_requests.push_back(*request);
            }
        }
    }
    if (m_isCopied) {
        m_phases.emplace_back("b");
    }
    m_text = "time_s";
    for (const char* const column : {"current", "pf"}) {
        for (const std::string& phase : m_phases) {
            m_text += "," + std::string(column) + "_" + phase;
        }
    }
    m_text += "\n";
}

void CloneProfile::add(double second, const std::vector<MeterValue>& values) {
    MeterSurvey survey;
    for (const MeterValue& value : values) {
        survey.values.insert_or_assign(value.name, value);
    }
    std::string currents;
    std::string factors;
    for (std::size_t i = 0; i < m_phases.size(); ++i) {
        const std::size_t phase = m_isCopied ? 0 : i;
        const PhaseLoad load = phaseLoadOf(survey, phase);
        const double lagging =
            std::clamp(load.laggingDeg + m_turnDeg.at(phase), -kRightAngle, kRightAngle);
        const double factor = std::cos(lagging / kDegrees);
        currents += "," + textOf(load.currentA, kDigits);
        factors += "," + textOf(lagging < 0.0 ? -factor : factor, kDigits);
    }
    m_text += textOf(second, kDigits) + currents + factors + "\n";
    ++m_rows;
}

} // namespace meter::app
