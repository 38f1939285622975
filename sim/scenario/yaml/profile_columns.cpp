// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/profile_columns.hpp"

#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"
#include "sim/base/time_text.hpp"
#include "sim/keys/value_rule.hpp"
#include "sim/keys/world_keys.hpp"
#include "sim/replay/channel_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace meter::sim {

namespace {

struct QuantityRule {
    std::string_view baseUnit;
    Dimension dimension;
    bool needsUnit;
};

/// In the order of ProfileQuantity.
constexpr std::array<QuantityRule, kProfileQuantityNames.size()> kRules = {{
    {"A", Dimension::Current, false},
    {"W", Dimension::RealPower, true},
    {"Wh", Dimension::RealEnergy, true},
    {"", Dimension::None, false},
    {"V", Dimension::Voltage, false},
    {"Hz", Dimension::Frequency, false},
}};

constexpr std::array<std::string_view, 10> kTimeNames = {
    "time",      "t",    "timestamp",   "datetime", "date",
    "date time", "zeit", "zeitstempel", "hour",     "time stamp"};

const QuantityRule& ruleOf(ProfileQuantity quantity) {
    return kRules[static_cast<std::size_t>(quantity)];
}

std::string nameOf(ProfileQuantity quantity) {
    return std::string(kProfileQuantityNames[static_cast<std::size_t>(quantity)]);
}

/// The unit of a column, from its own row, brackets, or the end of its name: "Load (kW)",
/// "load_kw", "Total kWh".
struct ColumnUnit {
    std::string text;
    bool isWritten = false; ///< As a unit, not as the end of a name.
};

ColumnUnit unitOfColumn(const TableColumn& column) {
    if (!column.unit.empty()) {
        return {.text = column.unit, .isWritten = true};
    }
    const std::string_view name = trimmed(column.name);
    const bool isBracketed = !name.empty() && (name.back() == ')' || name.back() == ']');
    const std::size_t open = name.find_last_of("([");
    if (isBracketed && open != std::string_view::npos) {
        return {.text = std::string(trimmed(name.substr(open + 1, name.size() - open - 2))),
                .isWritten = true};
    }
    const std::size_t sign = name.find_last_of("_ /");
    return {.text = std::string(sign == std::string_view::npos ? name : name.substr(sign + 1))};
}

/// The factor to the base unit; none: it is no unit of this quantity.
std::optional<double> factorOf(std::string_view unit, Dimension dimension) {
    for (const std::string_view symbol : unitSymbols(dimension)) {
        const bool isMegaOrMilli = symbol.starts_with('M') || symbol.starts_with('m');
        const bool isSame = isMegaOrMilli ? symbol == unit : lowered(symbol) == lowered(unit);
        if (isSame) {
            const Result<Quantity> one = parseQuantity("1 " + std::string(symbol));
            return one ? std::optional(one->value) : std::nullopt;
        }
    }
    return std::nullopt;
}

class ColumnFinder final {
public:
    ColumnFinder(const TableReader& table,
                 const ProfileRequest& request,
                 std::span<const ProfileQuantity> wanted,
                 const ProfileContext& context)
        : m_table(table), m_request(request), m_wanted(wanted), m_context(context) {}

    ProfileLayout find();

private:
    void fail(std::string text, int column = 1) {
        m_context.errors.push_back(m_table.error(std::move(text), column));
    }

    void warn(std::string text) {
        m_context.warnings.push_back({std::move(text), {.file = m_request.file}});
    }

    [[nodiscard]] std::optional<std::size_t> indexOf(std::string_view name) const;
    std::optional<std::size_t> named(const std::string& name);
    void findTime();
    void findNamed(ProfileQuantity quantity);
    void findPlain();
    void findPlain(ProfileQuantity quantity);
    void guessOne();
    bool
    settleUnit(const TableColumn& column, const QuantityRule& rule, std::optional<double>& factor);
    void add(ProfileQuantity quantity, std::optional<std::size_t> phase, std::size_t column);
    [[nodiscard]] std::span<const std::string_view> phases(ProfileQuantity quantity) const;
    void checkPhases(ProfileQuantity quantity);
    void tellUnused();
    [[nodiscard]] std::string list() const;

    const TableReader& m_table;
    const ProfileRequest& m_request;
    std::span<const ProfileQuantity> m_wanted;
    const ProfileContext& m_context;
    ProfileLayout m_layout;
};

std::string ColumnFinder::list() const {
    std::string text;
    for (const TableColumn& column : m_table.columns()) {
        text += (text.empty() ? "" : ", ") + column.name;
    }
    return text;
}

std::optional<std::size_t> ColumnFinder::indexOf(std::string_view name) const {
    const std::vector<TableColumn>& columns = m_table.columns();
    const std::string low = lowered(trimmed(name));
    const auto exact = std::ranges::find(columns, name, &TableColumn::name);
    if (exact != columns.end()) {
        return static_cast<std::size_t>(exact - columns.begin());
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (lowered(trimmed(columns[i].name)) == low) {
            return i;
        }
    }
    const std::optional<double> number = parseNumber(name);
    for (std::size_t i = 0; number && i < columns.size(); ++i) {
        if (static_cast<double>(i + 1) == *number) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> ColumnFinder::named(const std::string& name) {
    const std::optional<std::size_t> index = indexOf(name);
    if (!index) {
        std::vector<std::string_view> known;
        for (const TableColumn& column : m_table.columns()) {
            known.push_back(column.name);
        }
        fail("the table has no column `" + name + "`; " + didYouMean(name, known));
    }
    return index;
}

void ColumnFinder::findTime() {
    const std::vector<TableColumn>& columns = m_table.columns();
    if (m_request.time) {
        m_layout.timeColumn = named(*m_request.time);
    } else if (!m_request.everyS) {
        for (std::size_t i = 0; i < columns.size() && !m_layout.timeColumn; ++i) {
            const std::string name = lowered(columns[i].name);
            const ColumnUnit unit = unitOfColumn(columns[i]);
            const std::size_t sign = name.find_last_of("_ ([");
            const std::string stem(trimmed(std::string_view(name).substr(0, sign)));
            const bool isStem = std::ranges::find(kTimeNames, stem) != kTimeNames.end();
            const bool isTime = std::ranges::find(kTimeNames, name) != kTimeNames.end() ||
                                (isStem && (unit.isWritten || secondsOfUnit(unit.text))) ||
                                (!columns[i].unit.empty() && secondsOfUnit(columns[i].unit));
            m_layout.timeColumn = isTime ? std::optional(i) : std::nullopt;
        }
        if (!m_layout.timeColumn && !m_table.hasHeader()) {
            m_layout.timeColumn = 0;
            warn("the table has no header; its first column is taken as the time");
        }
        if (!m_layout.timeColumn) {
            fail("no column is a time, such as `time_s`; say which one by `time`, or the interval "
                 "by `every`; the table has " +
                 list());
        }
    }
    if (m_layout.timeColumn) {
        const ColumnUnit unit = unitOfColumn(columns[*m_layout.timeColumn]);
        m_layout.timeUnit = {.seconds = secondsOfUnit(unit.text),
                             .text = unit.isWritten ? unit.text : ""};
    }
}

/// A power and an energy need a unit: that of the column, or `unit` where it tells none.
bool ColumnFinder::settleUnit(const TableColumn& column,
                              const QuantityRule& rule,
                              std::optional<double>& factor) {
    const std::string symbols = wordList(unitSymbols(rule.dimension));
    if (!m_request.unit) {
        if (!factor) {
            fail("column `" + column.name +
                 "` has no unit; write `unit`, or put it into the header: " + symbols);
        }
        return factor.has_value();
    }
    const std::optional<double> written = factorOf(*m_request.unit, rule.dimension);
    if (!written) {
        fail("`unit: " + *m_request.unit + "` is not known here; choose " + symbols);
        return false;
    }
    if (factor && *factor != *written) {
        fail("column `" + column.name + "` tells another unit than `unit: " + *m_request.unit +
             "`; leave `unit` out");
        return false;
    }
    factor = written;
    return true;
}

void ColumnFinder::add(ProfileQuantity quantity,
                       std::optional<std::size_t> phase,
                       std::size_t column) {
    const QuantityRule& rule = ruleOf(quantity);
    ProfileColumn one = {.quantity = quantity, .phase = phase, .column = column};
    if (rule.dimension != Dimension::None) {
        const TableColumn& source = m_table.columns()[column];
        const ColumnUnit unit = unitOfColumn(source);
        std::optional<double> factor = factorOf(unit.text, rule.dimension);
        if (!factor && unit.isWritten) {
            fail("column `" + source.name + "` is in `" + unit.text + "`, which is not a unit of " +
                 nameOf(quantity) + "; these are: " + wordList(unitSymbols(rule.dimension)));
            return;
        }
        if (rule.needsUnit && !settleUnit(source, rule, factor)) {
            return;
        }
        one.factor = factor.value_or(1.0);
    }
    m_layout.columns.push_back(one);
}

std::span<const std::string_view> ColumnFinder::phases(ProfileQuantity quantity) const {
    const bool isSource = quantity == ProfileQuantity::Voltage;
    return phaseNames(isSource, m_context.world.installation.service);
}

void ColumnFinder::findNamed(ProfileQuantity quantity) {
    const ProfileColumns& columns = m_request.of(quantity);
    if (columns.all) {
        // `1` is a power factor before it is the first column.
        const bool isName = std::ranges::find(m_table.columns(), *columns.all,
                                              &TableColumn::name) != m_table.columns().end();
        if (quantity == ProfileQuantity::PowerFactor && !isName) {
            if (const Result<double> degrees = parsePowerFactor(*columns.all)) {
                m_layout.laggingDeg = *degrees;
                return;
            }
        }
        if (const auto index = named(*columns.all)) {
            add(quantity, std::nullopt, *index);
        }
        return;
    }
    for (std::size_t phase = 0; phase < phases(quantity).size(); ++phase) {
        if (!columns.each[phase]) {
            fail("`" + nameOf(quantity) + "` names no column for " +
                 std::string(phases(quantity)[phase]) +
                 "; name one for each phase, or one for all");
            return;
        }
        if (const auto index = named(*columns.each[phase])) {
            add(quantity, phase, *index);
        }
    }
}

/// current, or current_a …; pf, or pf_a …: whatever their case.
void ColumnFinder::findPlain(ProfileQuantity quantity) {
    constexpr std::string_view kLetters = "abc";
    const std::string stem = nameOf(quantity);
    for (std::size_t i = 0; i < m_table.columns().size(); ++i) {
        const std::string name = lowered(m_table.columns()[i].name);
        if (name == stem) {
            add(quantity, std::nullopt, i);
        }
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            if (name != stem + "_" + kLetters[phase]) {
                continue;
            }
            if (phase >= phases(quantity).size()) {
                fail("a " + std::string(sim::nameOf(m_context.world.installation.service)) +
                     " service has no phase for `" + m_table.columns()[i].name + "`");
                continue;
            }
            add(quantity, phase, i);
        }
    }
}

/// Of current, power and energy the first that has such columns: they say the same thing.
void ColumnFinder::findPlain() {
    bool hasLoad = false;
    for (const ProfileQuantity quantity : m_wanted) {
        const bool isLoad = quantity <= ProfileQuantity::Energy;
        if (m_request.of(quantity).isGiven() || (isLoad && hasLoad)) {
            continue;
        }
        const std::size_t before = m_layout.columns.size();
        findPlain(quantity);
        hasLoad = hasLoad || (isLoad && m_layout.columns.size() > before);
    }
}

/// The one column whose unit is that of power, energy, current …
void ColumnFinder::guessOne() {
    for (const ProfileQuantity quantity :
         {ProfileQuantity::Power, ProfileQuantity::Energy, ProfileQuantity::Current,
          ProfileQuantity::Voltage, ProfileQuantity::Frequency}) {
        if (std::ranges::find(m_wanted, quantity) == m_wanted.end()) {
            continue;
        }
        std::vector<std::size_t> fitting;
        for (std::size_t i = 0; i < m_table.columns().size(); ++i) {
            if (i != m_layout.timeColumn &&
                factorOf(unitOfColumn(m_table.columns()[i]).text, ruleOf(quantity).dimension)) {
                fitting.push_back(i);
            }
        }
        if (fitting.size() == 1) {
            warn("column `" + m_table.columns()[fitting[0]].name + "` is taken as " +
                 nameOf(quantity));
            add(quantity, std::nullopt, fitting[0]);
            return;
        }
    }
}

void ColumnFinder::checkPhases(ProfileQuantity quantity) {
    std::size_t common = 0;
    std::size_t each = 0;
    for (const ProfileColumn& column : m_layout.columns) {
        if (column.quantity == quantity) {
            (column.phase ? each : common) += 1;
        }
    }
    const bool isComplete = (common == 1 && each == 0) ||
                            (common == 0 && each == phases(quantity).size()) ||
                            (common == 0 && each == 0);
    if (!isComplete) {
        const std::string name = nameOf(quantity);
        fail("the header takes `" + name + "`, or one `" + name + "_a` … for each phase");
    }
}

void ColumnFinder::tellUnused() {
    std::string unused;
    for (std::size_t i = 0; i < m_table.columns().size(); ++i) {
        const bool isUsed = i == m_layout.timeColumn ||
                            std::ranges::find(m_layout.columns, i, &ProfileColumn::column) !=
                                m_layout.columns.end();
        unused += isUsed ? "" : (unused.empty() ? "`" : ", `") + m_table.columns()[i].name + "`";
    }
    if (!unused.empty()) {
        warn("columns of the profile that are not used: " + unused);
    }
}

ProfileLayout ColumnFinder::find() {
    const std::size_t errorsBefore = m_context.errors.size();
    findTime();
    bool isNamed = false;
    for (const ProfileQuantity quantity : m_wanted) {
        if (m_request.of(quantity).isGiven()) {
            findNamed(quantity);
            isNamed = isNamed || quantity != ProfileQuantity::PowerFactor;
        }
    }
    if (!isNamed) {
        findPlain();
    }
    const auto isValue = [](const ProfileColumn& column) {
        return column.quantity != ProfileQuantity::PowerFactor;
    };
    if (m_context.errors.size() == errorsBefore &&
        std::ranges::none_of(m_layout.columns, isValue)) {
        guessOne();
    }
    if (m_context.errors.size() > errorsBefore) {
        return std::move(m_layout);
    }
    if (std::ranges::none_of(m_layout.columns, isValue)) {
        fail("no column is clearly a " + nameOf(m_wanted.front()) + "; choose one by `" +
             nameOf(m_wanted.front()) + "` or `" + nameOf(m_wanted[1]) + "`; the table has " +
             list());
    }
    for (const ProfileQuantity quantity : m_wanted) {
        checkPhases(quantity);
    }
    tellUnused();
    return std::move(m_layout);
}

} // namespace

ProfileLayout profileLayoutOf(const TableReader& table,
                              const ProfileRequest& request,
                              std::span<const ProfileQuantity> wanted,
                              const ProfileContext& context) {
    return ColumnFinder(table, request, wanted, context).find();
}

} // namespace meter::sim
