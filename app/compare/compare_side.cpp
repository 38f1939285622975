// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/compare_side.hpp"

#include "app/base/text_values.hpp"
#include "sim/line/master_pdu.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <string_view>

namespace meter::app {
namespace {

std::unexpected<sim::Error> wrong(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

std::string withUnit(const std::string& number, const std::string& unit) {
    return unit.empty() || number == "invalid" ? number : number + " " + unit;
}

/// A float's last bit, at the most.
double floatGrain(std::optional<double> value) {
    constexpr double kShare = 1.0 / 8'388'608.0;
    return std::abs(value.value_or(0.0)) * kShare;
}

SideValue valueOf(const RequestValues& result) {
    if (!result) {
        const MasterError& failure = result.error();
        const bool isRefusal = failure.kind == MasterError::Kind::Exception;
        return {.value = std::nullopt,
                .shown = isRefusal ? sim::exceptionText(failure.exception) : failure.text,
                .isAnswered = isRefusal,
                .exception = failure.exception,
                .grain = 0.0};
    }
    const MeterValue& first = result->front();
    const bool isFloat = first.decimals < 0;
    return {.value = first.value,
            .shown = withUnit(sim::numberTextOf(first), first.unit),
            .isAnswered = true,
            .exception = 0,
            .grain = isFloat ? floatGrain(first.value) : std::pow(10.0, -first.decimals)};
}

std::string columnOf(const ReadRequest& request) {
    return request.name.empty() ? std::to_string(request.number) : request.name;
}

std::string unitOf(const ReadRequest& request) {
    const auto row = namedRegisterAt(request.number);
    return row ? std::string(row->text->unit) : std::string{};
}

bool hasEnding(const std::string& text, std::string_view first, std::string_view second) {
    return text.ends_with(first) || text.ends_with(second);
}

} // namespace

std::optional<MasterOptions> linkOf(const std::string& text, const MasterOptions& common) {
    struct Kind {
        std::string_view prefix;
        std::optional<std::string> MasterOptions::*place;
    };

    constexpr std::array<Kind, 4> kKinds = {{{"tcp:", &MasterOptions::tcp},
                                             {"rtu:", &MasterOptions::rtu},
                                             {"rtu-tcp:", &MasterOptions::rtuTcp},
                                             {"rfc2217:", &MasterOptions::rfc2217}}};
    for (const Kind& kind : kKinds) {
        if (!text.starts_with(kind.prefix)) {
            continue;
        }
        MasterOptions options = common;
        std::string place = text.substr(kind.prefix.size());
        const auto slash = place.rfind('/');
        int unit = 1;
        const char* const end = place.data() + place.size();
        const auto parsed = slash == std::string::npos
                                ? std::from_chars_result{end, std::errc::invalid_argument}
                                : std::from_chars(place.data() + slash + 1, end, unit);
        // /dev/pts/3 is a device without a unit, where there is one of that name.
        const bool isDevice = kind.place == &MasterOptions::rtu && std::filesystem::exists(place);
        if (parsed.ec == std::errc{} && parsed.ptr == end && !isDevice) {
            place.resize(slash);
        } else {
            unit = 1;
        }
        options.unit = unit;
        options.*kind.place = place;
        return options;
    }
    return std::nullopt;
}

sim::Result<CompareSide> CompareSide::open(const std::string& text, const MasterOptions& common) {
    CompareSide side;
    side.m_name = text;
    if (const auto options = linkOf(text, common)) {
        if (const auto judged = judgeMasterOptions(*options, MasterUse::Asks); !judged) {
            return wrong(text + ": " + judged.error().text);
        }
        auto master = connectMaster(*options);
        if (!master) {
            return std::unexpected(master.error());
        }
        const auto answer = master->read(1, 1);
        if (!answer && answer.error().kind != MasterError::Kind::Exception) {
            return std::unexpected(answer.error().error());
        }
        side.m_link.emplace(std::move(*master));
        return side;
    }
    if (hasEnding(text, ".yaml", ".yml")) {
        auto scenario = sim::readScenario(text);
        if (!scenario) {
            return std::unexpected(scenario.error().front());
        }
        side.m_simulated = std::make_unique<SimulatedMeter>(std::move(*scenario));
        return side;
    }
    if (text.ends_with(".csv")) {
        auto record = RecordTable::read(text);
        if (!record) {
            return std::unexpected(record.error());
        }
        side.m_record = std::move(*record);
        return side;
    }
    return wrong("'" + text +
                 "' is not a meter (tcp:HOST:PORT/UNIT, rtu:DEVICE/UNIT, "
                 "rtu-tcp:HOST:PORT/UNIT, rfc2217:HOST:PORT/UNIT), scenario (.yaml) "
                 "or record (.csv)");
}

ModbusMaster* CompareSide::master() {
    if (m_link) {
        return &*m_link;
    }
    return m_simulated ? &m_simulated->master() : nullptr;
}

void CompareSide::goTo(double second) {
    m_second = second;
    if (m_simulated) {
        m_simulated->runTo(second);
    }
}

std::vector<SideValue> CompareSide::read(const std::vector<ReadRequest>& requests) {
    std::vector<SideValue> values;
    if (!m_record) {
        for (const RequestValues& result : readEach(*master(), requests)) {
            values.push_back(valueOf(result));
        }
        return values;
    }
    for (const ReadRequest& request : requests) {
        const auto value = m_record->value(m_second, columnOf(request));
        values.push_back({.value = value,
                          .shown = withUnit(value ? textOf(*value, 9) : "invalid", unitOf(request)),
                          .isAnswered = true,
                          .exception = 0,
                          .grain = floatGrain(value)});
    }
    return values;
}

} // namespace meter::app
