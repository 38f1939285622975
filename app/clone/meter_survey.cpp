// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clone/meter_survey.hpp"

#include "sim/registers/register_names.hpp"

#include <cmath>
#include <set>
#include <string_view>

namespace meter::app {
namespace {

constexpr std::uint16_t kLogClock = 155; ///< First register of the logging variant.
constexpr std::uint16_t kHole = 60;      ///< Undefined in every variant.

/// Whether a register is there; an error: nobody is.
Answer<bool> isThere(ModbusMaster& master, std::uint16_t number) {
    const auto words = master.read(number, 1);
    if (words) {
        return true;
    }
    return words.error().kind == MasterError::Kind::Exception ? Answer<bool>(false)
                                                              : std::unexpected(words.error());
}

} // namespace

std::optional<double> MeterSurvey::value(const std::string& name) const {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : found->second.value;
}

double MeterSurvey::step(const std::string& name) const {
    const auto integer = registerPairNamed(name).integer;
    return integer ? std::pow(10.0, decimalExponentOf(*integer->row, scales)) : 0.0;
}

std::vector<ReadRequest> surveyRequests() {
    std::vector<ReadRequest> requests;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < kRegisterMap.size(); ++i) {
        const NamedRegister here = namedRegister(i);
        std::string name(here.text->name);
        if (here.row->existsIn(Variant::Standard) &&
            !std::string_view(name).starts_with("reserved") &&
            here.row->quantity != Quantity::Command && seen.insert(name).second) {
            requests.push_back({.name = std::move(name), .number = here.row->number, .count = 1});
        }
    }
    return requests;
}

Answer<MeterSurvey> surveyMeter(ModbusMaster& master) {
    MeterSurvey survey;
    auto report = master.reportId();
    if (!report && report.error().kind != MasterError::Kind::Exception) {
        return std::unexpected(report.error());
    }
    if (report) {
        survey.identity.report = std::move(*report);
    }
    if (auto objects = master.deviceIdentification()) {
        survey.identity.objects = std::move(*objects);
    }
    const auto hasLog = isThere(master, kLogClock);
    const auto fillsHoles = isThere(master, kHole);
    if (!hasLog || !fillsHoles) {
        return std::unexpected(!hasLog ? hasLog.error() : fillsHoles.error());
    }
    survey.fillsHoles = *fillsHoles;
    survey.hasLog = *hasLog && !survey.fillsHoles;
    if (const auto scales = master.read(kScaleFactorFirst, kScaleFactorCount)) {
        survey.scales = scaleFactorsFrom(*scales);
    }
    const auto requests = surveyRequests();
    const auto results = readEach(master, requests);
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (results[i]) {
            survey.values.insert_or_assign(requests[i].name, results[i]->front());
        } else if (results[i].error().kind == MasterError::Kind::Exception) {
            survey.refused.push_back(requests[i].name);
        } else {
            return std::unexpected(results[i].error());
        }
    }
    return survey;
}

} // namespace meter::app
