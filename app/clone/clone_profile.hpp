// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the load of a meter was while it was watched, as the CSV of `load.profile`.

#include "app/clone/meter_survey.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace meter::app {

class CloneProfile {
public:
    /// What the fit of the first moment found beside the plain reckoning (of a delta, whose
    /// star point is virtual) holds for all rows.
    CloneProfile(const MeterSurvey& survey, const sim::Scenario& fitted);

    /// The registers that a row takes.
    [[nodiscard]] const std::vector<ReadRequest>& requests() const { return m_requests; }

    void add(double second, const std::vector<MeterValue>& values);

    [[nodiscard]] int rows() const { return m_rows; }

    [[nodiscard]] const std::string& csv() const { return m_text; }

private:
    std::vector<std::string> m_phases; ///< "a", "b", "c", as far as the service has them.
    bool m_isCopied = false;           ///< Phase B carries what A does, back.
    sim::PerPhase<double> m_turnDeg{}; ///< Added to the angles of the load.
    std::vector<ReadRequest> m_requests;
    std::string m_text;
    int m_rows = 0;
};

} // namespace meter::app
