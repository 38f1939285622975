// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/stop_signals.hpp"
#include "app/base/text_values.hpp"
#include "app/commands/command.hpp"
#include "app/master/master_options.hpp"
#include "app/master/meter_values.hpp"
#include "sim/live/line/traffic_ring.hpp"
#include "sim/traffic/traffic_text.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meter::app {
namespace {

struct WatchArguments {
    MasterOptions master;
    std::vector<std::string> registers;
    std::string interval = "1 s";
    int count = 0; ///< 0: until it is stopped.
};

using Values = std::vector<MeterValue>;

std::string nameOf(const MeterValue& value) {
    return value.name.empty() ? "register_" + std::to_string(value.number) : value.name;
}

/// Prints each round in the chosen form, the changes since the last one marked.
class Printer {
public:
    explicit Printer(std::string format) : m_format(std::move(format)) {}

    void print(const std::string& time, const Values& values) {
        if (m_format == "json") {
            printJson(time, values);
        } else {
            printHead(values);
            m_format == "csv" ? printCsv(time, values) : printText(time, values);
        }
        std::fflush(stdout);
        m_last = values;
    }

    void printFailure(const std::string& time, const sim::Error& error) {
        if (m_format == "json") {
            const nlohmann::ordered_json line = {{"time", time}, {"error", error.text}};
            std::printf("%s\n", line.dump().c_str());
            std::fflush(stdout);
        }
        printError({.text = time + " " + error.text, .place = {}});
    }

private:
    [[nodiscard]] bool isChanged(std::size_t i, const MeterValue& value) const {
        return i < m_last.size() &&
               (m_last[i].number != value.number || m_last[i].value != value.value);
    }

    /// Names, once and when the registers behind them have changed (integer to float).
    void printHead(const Values& values) {
        std::vector<std::string> names;
        std::ranges::transform(values, std::back_inserter(names),
                               [](const MeterValue& value) { return nameOf(value); });
        if (names == m_names) {
            return;
        }
        m_names = std::move(names);
        m_widths.clear();
        std::string line = m_format == "csv" ? "time" : "# time                    ";
        for (const std::string& name : m_names) {
            if (m_format == "csv") {
                line += "," + name;
                continue;
            }
            m_widths.push_back(std::max<std::size_t>(name.size(), 14));
            line += "  " + std::string(m_widths.back() - name.size(), ' ') + name + " ";
        }
        std::printf("%s\n", line.c_str());
    }

    void printText(const std::string& time, const Values& values) const {
        std::string line = time;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const MeterValue& value = values[i];
            std::string text = sim::numberTextOf(value);
            if (value.value && !value.unit.empty()) {
                text += " " + value.unit;
            }
            const std::size_t width = std::max(m_widths[i], text.size());
            line += "  " + std::string(width - text.size(), ' ') + text;
            line += isChanged(i, value) ? "*" : " ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        std::printf("%s\n", line.c_str());
    }

    static void printCsv(const std::string& time, const Values& values) {
        std::string line = time;
        for (const MeterValue& value : values) {
            line += "," + (value.value ? sim::numberTextOf(value) : "");
        }
        std::printf("%s\n", line.c_str());
    }

    void printJson(const std::string& time, const Values& values) const {
        nlohmann::ordered_json line = {{"time", time}};
        line["values"] = nlohmann::ordered_json::parse(jsonLineOfValues(values));
        for (std::size_t i = 0; i < values.size(); ++i) {
            line["values"][i]["changed"] = isChanged(i, values[i]);
        }
        std::printf("%s\n", line.dump().c_str());
    }

    std::string m_format;
    Values m_last;
    std::vector<std::string> m_names;
    std::vector<std::size_t> m_widths;
};

/// Reads once. A connection that never opened is retried; a lost one the master opens
/// itself, since it remembers which answers may still be on their way.
sim::Result<Values> readRound(std::optional<ModbusMaster>& master,
                              const MasterOptions& options,
                              const std::vector<ReadRequest>& requests) {
    if (!master) {
        auto connected = connectMaster(options);
        if (!connected) {
            return std::unexpected(connected.error());
        }
        master.emplace(std::move(*connected));
    }
    MeterReading reading = readMeter(*master, requests);
    if (reading.failure) {
        return std::unexpected(reading.failure->error());
    }
    return std::move(reading.values);
}

ExitStatus watch(const WatchArguments& arguments,
                 const std::vector<ReadRequest>& requests, //
                 std::chrono::milliseconds interval) {
    using Clock = std::chrono::steady_clock;
    const StopSignals stopSignals;
    std::optional<ModbusMaster> master;
    Printer printer(arguments.master.format);
    ExitStatus status = ExitStatus::Held;
    Clock::time_point next = Clock::now();
    for (int round = 0; arguments.count == 0 || round < arguments.count; ++round) {
        const auto wait =
            std::chrono::duration_cast<std::chrono::milliseconds>(next - Clock::now());
        if (stopSignals.wait(std::max(wait, std::chrono::milliseconds(0)))) {
            return status;
        }
        // Rounds that took longer than the interval are not made up for.
        next = std::max(next, Clock::now() - interval) + interval;
        const auto values = readRound(master, arguments.master, requests);
        const std::string time = sim::utcText(sim::live::utcNow());
        if (values) {
            printer.print(time, *values);
        } else {
            printer.printFailure(time, values.error());
            status = ExitStatus::Failed;
        }
    }
    return status;
}

ExitStatus start(const WatchArguments& arguments) {
    const auto refuse = [](const sim::Error& error) {
        printError(error);
        return ExitStatus::Wrong;
    };
    if (const auto judged = judgeMasterOptions(arguments.master, MasterUse::Asks); !judged) {
        return refuse(judged.error());
    }
    const auto interval = wallDurationOf(arguments.interval);
    if (!interval || interval->count() < 1) {
        return refuse({.text = "--interval: '" + arguments.interval +
                               "' is not a time of 1 ms or more, as in 500 ms",
                       .place = {}});
    }
    std::vector<ReadRequest> requests;
    for (const std::string& text : arguments.registers) {
        const auto request = sim::readRequestOf(text);
        if (!request) {
            return refuse(request.error());
        }
        requests.push_back(*request);
    }
    return watch(arguments, requests, *interval);
}

} // namespace

void addWatchCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("watch", "Read registers of a meter repeatedly");
    const auto arguments = std::make_shared<WatchArguments>();
    command->add_option("register", arguments->registers, "Names or numbers, with :COUNT registers")
        ->type_name("NAME|NUMBER[:COUNT]")
        ->required();
    addMasterOptions(*command, arguments->master);
    addReadFunction(*command, arguments->master);
    command->add_option("--interval", arguments->interval, "Interval between readings")
        ->type_name("DURATION")
        ->capture_default_str();
    command->add_option("--count", arguments->count, "End after this many readings; 0 = never")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->footer(
        "One line a reading, with its time in UTC; in text a changed value is marked "
        "by *, in json\n(one object a line) by \"changed\". A lost connection is reported on "
        "stderr and retried.\nExit status: 0 all were read, 1 some were not, 2 invalid call.\n"
        "Example:\n  metertwin-cli watch --tcp 127.0.0.1:1502 voltage_an current_a");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return start(*arguments);
        };
    });
}

} // namespace meter::app
