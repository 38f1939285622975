// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Methods on a meter itself: its keys, its registers, its glass.
#include "sim/device/glass_text.hpp"
#include "sim/line/register_reader.hpp"
#include "sim/live/control/control_methods.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/twin/register_write.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim::live {
namespace {

/// In the order of RegisterReading::State.
constexpr std::array<std::string_view, 3> kStateWords = {"valid", "invalid", "no answer"};

std::vector<std::string> allNames() {
    std::vector<std::string> names;
    for (const RegisterText& text : registerTexts()) {
        if (!text.name.empty() && std::ranges::find(names, text.name) == names.end()) {
            names.emplace_back(text.name);
        }
    }
    return names;
}

/// Zero behind the point is a whole number in JSON as well.
Json numberOf(double value) {
    constexpr double kExactMax = 9e15; // Whole numbers that a double holds exactly.
    const auto whole = static_cast<std::int64_t>(std::clamp(value, -kExactMax, kExactMax));
    return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

Json keyStroke(const Json& key, const ControlCall& call) {
    return call.has("hold") ? Json{{"hold", key}, {"for", call.value("hold")}} : key;
}

} // namespace

RpcOutcome pressKeys(ControlCall& call) {
    Json strokes = Json::array();
    if (call.value("keys").is_array()) {
        for (const Json& key : call.value("keys")) {
            strokes.push_back(keyStroke(key, call));
        }
    } else {
        for (const std::string& key : call.words("keys")) {
            strokes.push_back(keyStroke(key, call));
        }
    }
    return performEntry(call, {{"press", strokes}});
}

RpcOutcome readRegisters(ControlCall& call) {
    const std::vector<std::string> names =
        call.has("registers") ? call.words("registers") : allNames();
    RegisterReader reader(call.meter().scenario().meter);
    reader.look(call.meter().meter());
    Json values = Json::object();
    Json details = Json::array();
    for (const std::string& name : names) {
        const Result<RegisterChoice> choice = registerByNameOrNumber(name);
        if (!choice) {
            return wrongParameter(choice.error().text);
        }
        const RegisterReading reading = reader.read(*choice);
        const Json value = reading.isValid() ? numberOf(reading.value) : Json(nullptr);
        const bool isNamed = choice->named.has_value();
        values[name] = value;
        details.push_back({{"register", isNamed ? Json(choice->named->text->name) : Json(nullptr)},
                           {"number", reading.isValid() ? reading.number : choice->number},
                           {"value", value},
                           {"unit", isNamed ? choice->named->text->unit : std::string_view{}},
                           {"state", kStateWords[static_cast<std::size_t>(reading.state)]}});
    }
    Json result = timed(call);
    result["values"] = std::move(values);
    result["registers"] = std::move(details);
    return result;
}

RpcOutcome writeRegisters(ControlCall& call) {
    Json values = call.free();
    if (call.value("registers").is_object()) {
        values.update(call.value("registers"));
    } else if (call.has("registers")) {
        return wrongParameter("`registers` is a map of values, such as {\"129\": 30078}");
    }
    return performEntry(call, {{"write", values}});
}

RpcOutcome showDisplay(ControlCall& call) {
    const Glass& glass = call.meter().meter().glass();
    Json result = timed(call);
    result["text"] = glassText(glass);
    result["label"] = labelText(glass);
    result["value"] = valueText(glass);
    result["icons"] = iconNames(glass);
    return result;
}

RpcOutcome showStatus(ControlCall& call) {
    const Simulation& simulation = call.meter();
    const Readings& readings = simulation.meter().readings();
    const ContactLog::Values& contacts = simulation.contacts().values();
    const LineCounters line = call.twin().lineCounters();
    const Pacing& pacing = call.twin().pace();
    Json result = timed(call);
    result["scenario"] = simulation.scenario().name;
    result["unit"] = readings.settings.modbusAddress;
    result["serial"] = serialText(simulation.scenario().meter.serialNumber);
    result["paused"] = pacing.isPaused();
    result["speed"] = pacing.speed();
    result["stepping"] = secondsOf(call.twin().stepsLeft());
    result["measured_speed"] = pacing.measuredSpeed();
    result["powered"] = simulation.meter().isPowered();
    result["measuring"] = readings.isMeasuring;
    result["alarm"] = contacts.isAlarmClosed ? "closed" : "open";
    result["energy_pulses"] = contacts.energyPulses;
    Json faults = Json::array();
    for (const ActiveFault& fault : simulation.faults()) {
        faults.push_back({{"fault", fault.name},
                          {"begin", secondsOf(fault.begin)},
                          {"end", fault.end ? Json(secondsOf(*fault.end)) : Json(nullptr)}});
    }
    result["faults"] = std::move(faults);
    Json units = Json::array();
    for (const Simulation& meter : call.twin().meters()) {
        units.push_back(meter.meter().readings().settings.modbusAddress);
    }
    result["units"] = std::move(units);
    Json endpoints = Json::array();
    for (const Endpoint& endpoint : call.twin().openEndpoints()) {
        endpoints.push_back(endpoint.line());
    }
    result["endpoints"] = std::move(endpoints);
    result["line"] = {{"requests", line.requests},
                      {"answers", line.answers},
                      {"exceptions", line.exceptions},
                      {"dropped", line.dropped},
                      {"clients", line.clients}};
    return result;
}

} // namespace meter::sim::live
