// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/comparison.hpp"

#include "app/compare/moment_tally.hpp"
#include "app/master/identity_fields.hpp"
#include "sim/registers/register_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace meter::app {
namespace {

/// Holes of the map, where a meter says what it does with registers that it has not.
constexpr std::array<std::uint16_t, 5> kHoles = {53, 155, 347, 7002, 9000};

bool isOneOf(Quantity quantity, std::initializer_list<Quantity> list) {
    return std::ranges::find(list, quantity) != list.end();
}

Aspect aspectOf(const RegisterRow& row) {
    if (row.quantity == Quantity::ScaleFactor) {
        return Aspect::Scales;
    }
    if (isCounter(row)) {
        return Aspect::Counters;
    }
    const bool isSetting =
        row.isWritable() ||
        isOneOf(row.quantity, {Quantity::MaxSystemPower, Quantity::PulseDuration,
                               Quantity::OutputConfiguration, Quantity::OsVersion});
    return isSetting ? Aspect::Configuration : Aspect::Readings;
}

bool isCompared(const RegisterRow& row) {
    return row.existsIn(Variant::Standard) &&
           !isOneOf(row.quantity, {Quantity::Command, Quantity::ReservedZero,
                                   Quantity::ReservedInvalid, Quantity::ReservedWritable});
}

/// Every name once, of these aspects.
std::vector<ReadRequest> namesOf(std::initializer_list<Aspect> aspects) {
    std::vector<ReadRequest> requests;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < kRegisterMap.size(); ++i) {
        const NamedRegister here = namedRegister(i);
        const std::string name(here.text->name);
        const bool isWanted = std::ranges::find(aspects, aspectOf(*here.row)) != aspects.end();
        if (isCompared(*here.row) && isWanted && seen.insert(name).second) {
            requests.push_back({.name = name, .number = here.row->number, .count = 1});
        }
    }
    return requests;
}

MeterIdentity identityOf(ModbusMaster& master) {
    MeterIdentity identity;
    if (auto report = master.reportId()) {
        identity.report = std::move(*report);
    }
    if (auto objects = master.deviceIdentification()) {
        identity.objects = std::move(*objects);
    }
    return identity;
}

class Comparer {
public:
    Comparer(CompareSide& a, CompareSide& b, const CompareOptions& options)
        : m_a(a), m_b(b), m_options(options) {
        m_result.nameA = a.name();
        m_result.nameB = b.name();
        m_result.counts.assign(kAspectCount, 0);
    }

    /// What stands still, at the first moment.
    void compareStanding() {
        if (m_a.master() == nullptr || m_b.master() == nullptr) {
            return; // A record has neither identity nor settings nor holes.
        }
        compareIdentity();
        compareWords({Aspect::Configuration}, Aspect::Configuration);
        compareWords({Aspect::Scales}, Aspect::Scales);
        compareRegisters();
    }

    void compareMoment(const std::vector<ReadRequest>& requests, double second) {
        const auto a = m_a.read(requests);
        const auto b = m_b.read(requests);
        ++m_result.moments;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            const auto at = m_tallies.try_emplace(i, requests[i], m_scaleStep).first;
            at->second.add(second, a[i], b[i], m_options.tolerance);
        }
    }

    Comparison finish(bool isLive) {
        std::array<bool, kAspectCount> hasAny{};
        for (auto& [index, tally] : m_tallies) {
            const Aspect aspect = tally.isCounted() ? Aspect::Counters : Aspect::Readings;
            hasAny.at(static_cast<std::size_t>(aspect)) = true;
            ++m_result.counts[static_cast<std::size_t>(aspect)];
            if (auto found = tally.difference(m_options.tolerance, isLive)) {
                found->aspect = aspect;
                m_result.differences.push_back(std::move(*found));
            }
        }
        for (const Aspect aspect : {Aspect::Readings, Aspect::Counters}) {
            if (hasAny.at(static_cast<std::size_t>(aspect))) {
                m_result.compared.push_back(aspect);
            }
        }
        return std::move(m_result);
    }

    /// Counts of a step of 1 of each integer, by its scale, as side A has it.
    void readScales() {
        ModbusMaster* const master = m_a.master() != nullptr ? m_a.master() : m_b.master();
        if (master == nullptr) {
            return;
        }
        if (const auto words = master->read(kScaleFactorFirst, kScaleFactorCount)) {
            m_scaleStep = scaleFactorsFrom(*words);
        }
    }

private:
    void differ(Aspect aspect, std::string subject, std::string a, std::string b) {
        m_result.differences.push_back({.aspect = aspect,
                                        .subject = std::move(subject),
                                        .a = std::move(a),
                                        .b = std::move(b),
                                        .detail = {}});
    }

    void begin(Aspect aspect, std::size_t count) {
        m_result.compared.push_back(aspect);
        m_result.counts[static_cast<std::size_t>(aspect)] = static_cast<int>(count);
    }

    void compareIdentity() {
        std::map<std::string, std::array<std::string, 2>> fields;
        for (const auto& [name, text] : identityFieldsOf(identityOf(*m_a.master()))) {
            fields[name][0] = text;
        }
        for (const auto& [name, text] : identityFieldsOf(identityOf(*m_b.master()))) {
            fields[name][1] = text;
        }
        begin(Aspect::Identity, fields.size());
        for (const auto& [name, texts] : fields) {
            if (texts[0] != texts[1]) {
                differ(Aspect::Identity, name, texts[0].empty() ? "nothing" : texts[0],
                       texts[1].empty() ? "nothing" : texts[1]);
            }
        }
    }

    void compareWords(std::initializer_list<Aspect> aspects, Aspect aspect) {
        const auto requests = namesOf(aspects);
        begin(aspect, requests.size());
        const auto a = m_a.read(requests);
        const auto b = m_b.read(requests);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            // compareRegisters reports a register that only one side has.
            if (a[i].exception == 0 && b[i].exception == 0 && a[i].shown != b[i].shown) {
                differ(aspect, requests[i].name, a[i].shown, b[i].shown);
            }
        }
    }

    void compareRegisters() {
        std::vector<ReadRequest> requests;
        for (const RegisterRow& row : kRegisterMap) {
            if (row.existsIn(Variant::Standard)) {
                requests.push_back({.name = {}, .number = row.number, .count = row.words});
            }
        }
        for (const std::uint16_t hole : kHoles) {
            requests.push_back({.name = {}, .number = hole, .count = 1});
        }
        begin(Aspect::Registers, requests.size());
        const auto a = m_a.read(requests);
        const auto b = m_b.read(requests);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            const auto shown = [](const SideValue& value) {
                return value.exception != 0 || !value.isAnswered ? value.shown
                                                                 : std::string("is there");
            };
            if (shown(a[i]) != shown(b[i])) {
                differ(Aspect::Registers, "register " + std::to_string(requests[i].number),
                       shown(a[i]), shown(b[i]));
            }
        }
    }

    CompareSide& m_a;
    CompareSide& m_b;
    const CompareOptions& m_options;
    ScaleFactors m_scaleStep{};
    std::map<std::size_t, MomentTally> m_tallies; ///< By request.
    Comparison m_result;
};

/// What is read at every moment: what was named, or all that moves and both sides have.
std::vector<ReadRequest>
momentRequests(const CompareSide& a, const CompareSide& b, const CompareOptions& options) {
    auto requests = options.registers;
    const bool isAll = requests.empty();
    if (isAll) {
        requests = namesOf({Aspect::Readings, Aspect::Counters});
    }
    for (const RecordTable* const record : {a.record(), b.record()}) {
        if (record != nullptr && isAll) {
            std::erase_if(requests, [&](const ReadRequest& request) {
                return std::ranges::find(record->columns(), request.name) ==
                       record->columns().end();
            });
        }
    }
    return requests;
}

} // namespace

const char* nameOf(Aspect aspect) {
    constexpr std::array<const char*, kAspectCount> kNames = {
        "identity", "configuration", "scales", "registers", "readings", "counters"};
    return kNames.at(static_cast<std::size_t>(aspect));
}

sim::Result<Comparison> compareSides(CompareSide& a,
                                     CompareSide& b,
                                     const CompareOptions& options,
                                     const std::function<bool(double)>& waitUntil) {
    const bool isLive = a.isLive() || b.isLive();
    const auto requests = momentRequests(a, b, options);
    if (requests.empty()) {
        return std::unexpected(
            sim::Error{.text = "the two have no register in common", .place = {}});
    }
    double lengthS = options.lengthS;
    for (const RecordTable* const record : {a.record(), b.record()}) {
        lengthS = record != nullptr ? std::min(lengthS, record->endS()) : lengthS;
    }
    Comparer comparer(a, b, options);
    const int count = static_cast<int>(lengthS / options.everyS + 1e-9);
    for (int i = 1; i <= count; ++i) {
        const double second = i * options.everyS;
        if (isLive && waitUntil(second)) {
            break;
        }
        a.goTo(second);
        b.goTo(second);
        const auto lacksRow = [&](const CompareSide& side) {
            return side.record() != nullptr && !side.record()->hasRow(second);
        };
        if (lacksRow(a) || lacksRow(b)) {
            continue;
        }
        if (i == 1) {
            comparer.readScales();
            comparer.compareStanding();
        }
        comparer.compareMoment(requests, second);
    }
    auto result = comparer.finish(isLive);
    if (result.moments == 0) {
        return std::unexpected(
            sim::Error{.text = "there was no moment at which both could be read", .place = {}});
    }
    return result;
}

} // namespace meter::app
