// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/profile_csv.hpp"

#include "core/base/math.hpp"
#include "sim/base/quantity.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/installation/service.hpp"
#include "sim/keys/world_keys.hpp"
#include "sim/scenario/yaml/profile_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace meter::sim {

namespace {

constexpr std::array kLoadQuantities = {ProfileQuantity::Current, ProfileQuantity::Power,
                                        ProfileQuantity::Energy, ProfileQuantity::PowerFactor};
constexpr std::array kSourceQuantities = {ProfileQuantity::Voltage, ProfileQuantity::Frequency};

/// Of usual intervals: what is longer is a gap.
constexpr double kGap = 2.0 * (1.0 + 1e-6);

LoadProfileRow zeroOf(const LoadProfileRow& row) {
    LoadProfileRow none = row;
    none.currentA = {};
    return none;
}

SourceProfileRow zeroOf(const SourceProfileRow& row) {
    SourceProfileRow none = row; // A grid that is not there has its frequency still.
    if (none.voltageV) {
        none.voltageV.emplace();
    }
    return none;
}

/// What gaps become: rows that hold, or zeros in between.
template <typename Row>
void settleGaps(std::vector<Row>& rows,
                const ProfileTimes& times,
                const ProfileRequest& request,
                Errors& warnings) {
    if (!times.usualS || rows.empty()) {
        return;
    }
    std::vector<Row> settled;
    settled.reserve(rows.size());
    std::size_t count = 0;
    double longestS = 0.0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        settled.push_back(rows[i]);
        const double gapS = i + 1 < rows.size() ? rows[i + 1].timeS - rows[i].timeS : 0.0;
        if (gapS <= kGap * *times.usualS) {
            continue;
        }
        ++count;
        longestS = std::max(longestS, gapS);
        if (request.gaps == ProfileGaps::Linear) {
            settled.back().isStep = false;
            continue;
        }
        settled.back().isStep = true;
        if (request.gaps == ProfileGaps::Zero) {
            Row none = zeroOf(rows[i]);
            none.timeS = rows[i].timeS + *times.usualS;
            none.isStep = true;
            settled.push_back(none);
        }
    }
    if (count > 0) {
        constexpr std::array<std::string_view, 3> kWhat = {
            "the last value is held", "the values go on linearly", "the value is 0 there"};
        warnings.push_back(
            {"the profile has " + std::to_string(count) + (count == 1 ? " gap" : " gaps") +
                 " of more than twice its usual interval of " + numberText(*times.usualS) +
                 " s, up to " + numberText(longestS) + " s; " +
                 std::string(kWhat[static_cast<std::size_t>(request.gaps)]) + " (`gaps`)",
             {.file = request.file}});
    }
    rows = std::move(settled);
}

/// RMS voltage of each line conductor against the neutral; of a delta against the star point.
PerPhase<double> phaseVoltages(const Source& source, Service service) {
    PerPhase<double> volts = source.voltageV;
    if (!hasDeltaSource(service)) {
        return volts;
    }
    const double mean = (volts[0] + volts[1] + volts[2]) / 3.0;
    volts.fill(mean / std::sqrt(3.0));
    return volts;
}

/// Turns a row's numbers into currents: I = P / (V · PF) in each phase.
class LoadRowMaker final {
public:
    LoadRowMaker(const ProfileTable& table,
                 const ProfileContext& context,
                 std::optional<ProfileBetween> between)
        : m_table(table)
        , m_service(context.world.installation.service)
        , m_lagging(context.world.load.laggingDeg)
        , m_source(context.source)
        , m_initial(context.world.source) {
        for (const ProfileColumn& column : table.layout.columns) {
            m_hasAngle = m_hasAngle || column.quantity == ProfileQuantity::PowerFactor;
            m_hasPower = m_hasPower || isPower(column);
            m_isEnergy = m_isEnergy || column.quantity == ProfileQuantity::Energy;
        }
        // Loggers tell the mean of an interval, and a value that is held is soon run through.
        m_isHeld = between.value_or(m_hasPower ? ProfileBetween::Hold : ProfileBetween::Linear) ==
                   ProfileBetween::Hold;
        if (table.layout.laggingDeg) {
            m_hasAngle = true;
            m_lagging.fill(*table.layout.laggingDeg);
        }
    }

    [[nodiscard]] LoadProfileRow make(std::size_t index) const;

    /// None of the phases may lack its voltage, or work at a power factor of 0.
    [[nodiscard]] bool isPossible() const { return m_isPossible; }

    [[nodiscard]] bool isInRange() const { return m_isInRange; }

private:
    [[nodiscard]] static bool isPower(const ProfileColumn& column) {
        return column.quantity == ProfileQuantity::Power ||
               column.quantity == ProfileQuantity::Energy;
    }

    [[nodiscard]] double hoursAfter(std::size_t index) const;
    void turnIntoCurrents(const PerPhase<double>& lagging, LoadProfileRow& row) const;

    const ProfileTable& m_table;
    Service m_service;
    PerPhase<double> m_lagging;
    const SourceProfile& m_source;
    const Source& m_initial;
    bool m_hasAngle = false;
    bool m_hasPower = false;
    bool m_isEnergy = false;
    bool m_isHeld = false;
    mutable bool m_isPossible = true;
    mutable bool m_isInRange = true;
};

/// The interval that begins at a row: until the next row; the usual one at the end and before a
/// gap. Of a single row it is an hour.
double LoadRowMaker::hoursAfter(std::size_t index) const {
    constexpr double kHourS = 3600.0;
    const std::vector<double>& seconds = m_table.times.seconds;
    const std::optional<double>& usualS = m_table.times.usualS;
    if (seconds.size() < 2) {
        return usualS.value_or(kHourS) / kHourS;
    }
    const bool isLast = index + 1 >= seconds.size();
    const std::size_t from = isLast ? seconds.size() - 2 : index;
    const double intervalS = seconds[from + 1] - seconds[from];
    const bool isUsual = usualS && (isLast || intervalS > kGap * *usualS);
    return (isUsual ? *usualS : intervalS) / kHourS;
}

/// Of a row whose currents are still powers.
void LoadRowMaker::turnIntoCurrents(const PerPhase<double>& lagging, LoadProfileRow& row) const {
    Source source = m_initial;
    applyProfile(m_source, samplesOf(row.timeS), source);
    const PerPhase<double> volts = phaseVoltages(source, m_service);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double perAmpere = volts[phase] * sineCosineTurns(lagging[phase] / 360.0).cosine;
        constexpr double kLeast = 1e-6; // Of a volt.
        constexpr double kMostA = 1e6;  // As load.current.
        if (row.currentA[phase] == 0.0) {
            continue;
        }
        m_isPossible = m_isPossible && perAmpere >= kLeast;
        row.currentA[phase] = perAmpere < kLeast ? 0.0 : row.currentA[phase] / perAmpere;
        m_isInRange = m_isInRange && std::fabs(row.currentA[phase]) <= kMostA;
    }
}

LoadProfileRow LoadRowMaker::make(std::size_t index) const {
    LoadProfileRow row;
    row.timeS = m_table.times.seconds[index];
    row.isStep = m_isHeld;
    PerPhase<double> lagging = m_lagging;
    const std::vector<ProfileColumn>& columns = m_table.layout.columns;
    const std::vector<double>& values = m_table.rows[index];
    const auto phases = static_cast<double>(phaseNames(false, m_service).size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            if (!hasPhase(m_service, phase) || columns[i].phase.value_or(phase) != phase) {
                continue;
            }
            if (columns[i].quantity == ProfileQuantity::PowerFactor) {
                lagging[phase] = values[i];
            } else if (isPower(columns[i])) {
                const double share = columns[i].phase ? 1.0 : phases; // Of a total.
                const double hours = m_isEnergy ? hoursAfter(index) : 1.0;
                row.currentA[phase] = values[i] / share / hours; // W for now.
            } else {
                row.currentA[phase] = values[i];
            }
        }
    }
    if (m_hasPower) {
        turnIntoCurrents(lagging, row);
    }
    if (m_hasAngle || m_hasPower) {
        row.laggingDeg = lagging;
    }
    return row;
}

} // namespace

LoadProfile readLoadProfile(const std::string& text,
                            const ProfileRequest& request,
                            const ProfileContext& context) {
    const ProfileTable table = readProfileTable(text, request, kLoadQuantities, context);
    const LoadRowMaker maker(table, context, request.between);
    std::vector<LoadProfileRow> rows;
    rows.reserve(table.rows.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        rows.push_back(maker.make(i));
    }
    if (!maker.isPossible()) {
        context.errors.push_back({"a power needs a voltage and a power factor above 0 to become a "
                                  "current; see `source.voltage` and `pf`",
                                  {.file = request.file}});
        return {};
    }
    if (!maker.isInRange()) {
        context.errors.push_back({"the profile's power needs more than 1000 kA at this voltage; is "
                                  "the unit right?",
                                  {.file = request.file}});
        return {};
    }
    settleGaps(rows, table.times, request, context.warnings);
    return LoadProfile(std::move(rows));
}

SourceProfile readSourceProfile(const std::string& text,
                                const ProfileRequest& request,
                                const ProfileContext& context) {
    const ProfileTable table = readProfileTable(text, request, kSourceQuantities, context);
    std::vector<SourceProfileRow> rows;
    for (std::size_t index = 0; index < table.rows.size(); ++index) {
        SourceProfileRow row = {.timeS = table.times.seconds[index],
                                .isStep = request.between == ProfileBetween::Hold};
        for (std::size_t i = 0; i < table.layout.columns.size(); ++i) {
            const ProfileColumn& column = table.layout.columns[i];
            const double value = table.rows[index][i];
            if (column.quantity == ProfileQuantity::Frequency) {
                row.frequencyHz = value;
                continue;
            }
            if (!row.voltageV) {
                row.voltageV = context.world.source.voltageV;
            }
            for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
                if (hasPhase(context.world.installation.service, phase) &&
                    column.phase.value_or(phase) == phase) {
                    (*row.voltageV)[phase] = value;
                }
            }
        }
        rows.push_back(row);
    }
    settleGaps(rows, table.times, request, context.warnings);
    return SourceProfile(std::move(rows));
}

LoadProfile
readLoadProfile(const std::string& text, const std::string& file, Service service, Errors& errors) {
    World world;
    world.installation.service = service;
    const SourceProfile none;
    Errors warnings;
    return readLoadProfile(
        text, ProfileRequest{.file = file},
        {.world = world, .source = none, .errors = errors, .warnings = warnings});
}

} // namespace meter::sim
