// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/metrics/metrics_text.hpp"

#include "sim/base/quantity.hpp"
#include "sim/line/register_reader.hpp"
#include "sim/twin/simulation.hpp"

#include <array>
#include <string_view>

namespace meter::sim::live {
namespace {

/// In the order of RequestOutcome.
constexpr std::array<std::string_view, 3> kOutcomes = {"answer", "exception", "silence"};

struct MeterMetric {
    const char* name;
    const char* help;
    const char* type;
    const char* registerName;
};

constexpr std::array kMeterMetrics = {
    MeterMetric{"metertwin_real_energy_kwh", "Real energy, as register real_energy.", "gauge",
                "real_energy"},
    MeterMetric{"metertwin_real_power_kw", "Total real power, as register real_power_total.",
                "gauge", "real_power_total"},
    MeterMetric{"metertwin_alerts", "Alert bits, as register alerts.", "gauge", "alerts"},
};

void head(std::string& text, const char* name, const char* help, const char* type) {
    text += std::string("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

void single(std::string& text, const char* name, const std::string& value) {
    text += std::string(name) + ' ' + value + '\n';
}

void addMeters(std::string& text, const std::vector<Simulation>& meters) {
    for (const MeterMetric& metric : kMeterMetrics) {
        head(text, metric.name, metric.help, metric.type);
        const Result<RegisterChoice> choice = registerByNameOrNumber(metric.registerName);
        if (!choice) {
            continue;
        }
        for (const Simulation& meter : meters) {
            RegisterReader reader(meter.scenario().meter);
            reader.look(meter.meter());
            const RegisterReading reading = reader.read(*choice);
            if (reading.isValid()) {
                text += std::string(metric.name) + "{unit=\"" +
                        std::to_string(meter.meter().readings().settings.modbusAddress) +
                        "\",serial=\"" + serialText(meter.scenario().meter.serialNumber) + "\"} " +
                        numberText(reading.value) + '\n';
            }
        }
    }
}

void addRequests(std::string& text, const RequestTally& tally) {
    constexpr const char* kName = "metertwin_requests_total";
    head(text, kName, "Requests by unit address, function code and outcome.", "counter");
    for (const auto& [key, count] : tally) {
        text += std::string(kName) + "{unit=\"" + std::to_string(key.unit) + "\",function=\"" +
                std::to_string(key.function) + "\",result=\"" +
                std::string(kOutcomes[static_cast<std::size_t>(key.outcome)]) + "\"} " +
                std::to_string(count) + '\n';
    }
}

} // namespace

std::string metricsText(ControlledTwin& twin) {
    std::string text;
    head(text, "metertwin_up", "1 while the twin runs.", "gauge");
    single(text, "metertwin_up", "1");
    head(text, "metertwin_meter_seconds_total", "The meters' own time.", "counter");
    single(text, "metertwin_meter_seconds_total",
           numberText(secondsOf(twin.meters().front().now())));
    head(text, "metertwin_connections", "Masters that are connected over TCP.", "gauge");
    single(text, "metertwin_connections", std::to_string(twin.lineCounters().clients));
    if (const RequestTally* const tally = twin.requests()) {
        addRequests(text, *tally);
    }
    addMeters(text, twin.meters());
    return text;
}

} // namespace meter::sim::live
