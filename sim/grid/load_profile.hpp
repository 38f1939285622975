// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A load, and a source, that follow a table of times (docs/scenarios.md, profiles): linear
// between rows or held, the first row before the first, the last one after the last. Copies share
// the rows: a day has thousands of them, a fleet thousands of meters.

#include "core/base/sample_time.hpp"
#include "sim/grid/source.hpp"

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace meter::sim {

/// Rows by time, which do not change.
template <typename Row>
class ProfileRows {
public:
    ProfileRows() = default;

    explicit ProfileRows(std::vector<Row> rows)
        : m_rows(std::make_shared<const std::vector<Row>>(std::move(rows))) {}

    ProfileRows(std::initializer_list<Row> rows) : ProfileRows(std::vector<Row>(rows)) {}

    [[nodiscard]] auto begin() const { return all().begin(); }

    [[nodiscard]] auto end() const { return all().end(); }

    [[nodiscard]] bool empty() const { return all().empty(); }

    [[nodiscard]] std::size_t size() const { return all().size(); }

    [[nodiscard]] const Row& front() const { return all().front(); }

    [[nodiscard]] const Row& back() const { return all().back(); }

    [[nodiscard]] const Row& operator[](std::size_t index) const { return all()[index]; }

private:
    [[nodiscard]] const std::vector<Row>& all() const {
        static const std::vector<Row> kNone;
        return m_rows == nullptr ? kNone : *m_rows;
    }

    std::shared_ptr<const std::vector<Row>> m_rows; ///< Null: none.
};

/// load.profile.
struct LoadProfileRow {
    double timeS = 0.0;
    PerPhase<double> currentA{}; ///< Negative: fed in, the other way round.
    std::optional<PerPhase<double>> laggingDeg{};
    bool isStep = false; ///< Holds until the next row; else the way there is linear.

    friend bool operator==(const LoadProfileRow&, const LoadProfileRow&) = default;
};

class LoadProfile final : public ProfileRows<LoadProfileRow> {
public:
    using ProfileRows::ProfileRows;

    /// The same rows with so many times the current.
    [[nodiscard]] LoadProfile scaled(double factor) const;

    /// What the currents of the rows are multiplied by.
    [[nodiscard]] double factor() const { return m_factor; }

private:
    double m_factor = 1.0;
};

/// source.profile: RMS trends.
struct SourceProfileRow {
    double timeS = 0.0;
    std::optional<PerPhase<double>> voltageV{};
    std::optional<double> frequencyHz{};
    bool isStep = false;

    friend bool operator==(const SourceProfileRow&, const SourceProfileRow&) = default;
};

using SourceProfile = ProfileRows<SourceProfileRow>;

/// Current and angle of the profile at a time; an empty profile changes nothing.
void applyProfile(const LoadProfile& profile, SampleTime at, Load& load);
/// Voltages and frequency, likewise.
void applyProfile(const SourceProfile& profile, SampleTime at, Source& source);

/// The sample of the first row behind a time: where the slope changes next.
[[nodiscard]] std::optional<SampleTime> nextProfileRow(const LoadProfile& profile,
                                                       SampleTime after);
[[nodiscard]] std::optional<SampleTime> nextProfileRow(const SourceProfile& profile,
                                                       SampleTime after);

/// Nothing moves until the next row: the row before `at` is held, or there is none.
[[nodiscard]] bool isProfileStill(const LoadProfile& profile, SampleTime at);
[[nodiscard]] bool isProfileStill(const SourceProfile& profile, SampleTime at);

} // namespace meter::sim
