// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/stop_signals.hpp"
#include "app/commands/command.hpp"
#include "app/master/bus_scan.hpp"
#include "app/master/master_options.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace meter::app {
namespace {

struct ScanArguments {
    MasterOptions master;
    std::string units = "1-247";
    std::string bauds;
    std::string parities;
};

struct LineSetting {
    int baud = 0;
    std::string parity;
};

/// All that the call asks to be tried.
struct Plan {
    std::vector<int> units;
    std::vector<LineSetting> settings; ///< One of baud 0 over TCP.
};

sim::Result<Plan> planOf(const ScanArguments& arguments) {
    const auto units = unitListOf(arguments.units);
    if (!units) {
        return std::unexpected(units.error());
    }
    if (arguments.master.tcp) {
        return Plan{*units, {LineSetting{}}};
    }
    const auto bauds = arguments.bauds.empty()
                           ? sim::Result<std::vector<int>>(std::vector<int>{arguments.master.baud})
                           : baudListOf(arguments.bauds);
    if (!bauds) {
        return std::unexpected(bauds.error());
    }
    const auto parities = arguments.parities.empty()
                              ? sim::Result<std::vector<std::string>>(
                                    std::vector<std::string>{arguments.master.parity})
                              : parityListOf(arguments.parities);
    if (!parities) {
        return std::unexpected(parities.error());
    }
    Plan plan{*units, {}};
    for (const int baud : *bauds) {
        for (const std::string& parity : *parities) {
            plan.settings.push_back({baud, parity});
        }
    }
    return plan;
}

/// What goes on, on a terminal's last line; nothing elsewhere.
class Progress {
public:
    void show(const LineSetting& setting, int unit, std::size_t foundCount) const {
        if (m_isTerminal) {
            const std::string line =
                setting.baud == 0 ? "" : std::to_string(setting.baud) + " " + setting.parity + ", ";
            std::fprintf(stderr, "\r\033[K%sunit %d … %zu found", line.c_str(), unit, foundCount);
        }
    }

    void clear() const {
        if (m_isTerminal) {
            std::fputs("\r\033[K", stderr);
        }
    }

private:
    bool m_isTerminal = isatty(STDERR_FILENO) != 0;
};

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char letter : text) {
        out += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return out + "\"";
}

std::string identityText(const FoundUnit& unit) {
    std::string text;
    for (const auto& [object, value] : unit.objects) {
        text += (text.empty() ? "" : " ") + value;
    }
    return text;
}

void printFound(const FoundUnit& unit, const std::string& format) {
    const std::string identity = identityText(unit);
    if (format == "csv") {
        std::printf("%d,%s,%s,%s,%s,%s\n", unit.unit,
                    unit.baud == 0 ? "" : std::to_string(unit.baud).c_str(), unit.parity.c_str(),
                    unit.isGarbled ? "garbled" : "answers", quoted(unit.text).c_str(),
                    quoted(identity).c_str());
    } else {
        const std::string line =
            unit.baud == 0 ? "" : "  " + std::to_string(unit.baud) + " " + unit.parity;
        std::string text = unit.text.empty() ? "" : "  " + unit.text;
        text += identity.empty() ? "" : "  [" + identity + "]";
        std::printf("unit %-3d%s%s%s\n", unit.unit, line.c_str(), text.c_str(),
                    unit.isGarbled ? "  answers, and cannot be understood" : "");
    }
    std::fflush(stdout);
}

void printJson(const std::vector<FoundUnit>& units) {
    using nlohmann::ordered_json;
    ordered_json list = ordered_json::array();
    for (const FoundUnit& unit : units) {
        ordered_json one = {{"unit", unit.unit}, {"baud", nullptr}, {"parity", nullptr}};
        if (unit.baud != 0) {
            one["baud"] = unit.baud;
            one["parity"] = unit.parity;
        }
        one["understood"] = !unit.isGarbled;
        one["description"] = unit.text;
        one["identification"] = ordered_json::object();
        for (const auto& [object, text] : unit.objects) {
            one["identification"][std::to_string(object)] = text;
        }
        list.push_back(std::move(one));
    }
    // Whatever bytes a device sends: what is no UTF-8 is shown as replaced.
    std::printf("%s\n", list.dump(2, ' ', false, ordered_json::error_handler_t::replace).c_str());
}

ExitStatus scan(const ScanArguments& arguments) {
    if (const auto judged = judgeMasterOptions(arguments.master); !judged) {
        printError(judged.error());
        return ExitStatus::Wrong;
    }
    const auto plan = planOf(arguments);
    if (!plan) {
        printError(plan.error());
        return ExitStatus::Wrong;
    }
    const StopSignals stopSignals;
    const Progress progress;
    std::vector<FoundUnit> found;
    const std::string& format = arguments.master.format;
    if (format == "csv") {
        std::printf("unit,baud,parity,answer,description,identification\n");
    }
    bool isStopped = false;
    for (std::size_t i = 0; i < plan->settings.size() && !isStopped; ++i) {
        const LineSetting& setting = plan->settings[i];
        MasterOptions options = arguments.master;
        options.unit = plan->units.front();
        if (setting.baud != 0) {
            options.baud = setting.baud;
            options.parity = setting.parity;
        }
        auto master = connectMaster(options);
        const auto done = !master
                              ? sim::Result<void>(std::unexpected(master.error()))
                              : scanUnits(
                                    *master, plan->units,
                                    [&](int unit) {
                                        progress.show(setting, unit, found.size());
                                        isStopped = stopSignals.wait(std::chrono::milliseconds(0));
                                        return !isStopped;
                                    },
                                    [&](FoundUnit one) {
                                        one.baud = setting.baud;
                                        one.parity = setting.parity;
                                        progress.clear();
                                        if (format != "json") {
                                            printFound(one, format);
                                        }
                                        found.push_back(std::move(one));
                                    });
        progress.clear();
        if (!done) {
            printError(done.error());
            return ExitStatus::Failed;
        }
    }
    if (format == "json") {
        printJson(found);
    }
    if (found.empty()) {
        printError({.text = "nobody answers; try --bauds all --parities all on a serial line, or a "
                            "longer --timeout",
                    .place = {}});
    }
    return found.empty() || isStopped ? ExitStatus::Failed : ExitStatus::Held;
}

} // namespace

void addScanCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("scan", "Look for meters on a line or behind a TCP address");
    const auto arguments = std::make_shared<ScanArguments>();
    arguments->master.timeout = "300 ms";
    arguments->master.retries = 0;
    addMasterOptions(*command, arguments->master);
    command->remove_option(command->get_option("--unit"));
    command->add_option("--units", arguments->units, "Which addresses to ask")
        ->type_name("LIST")
        ->capture_default_str();
    command->add_option("--bauds", arguments->bauds, "Baud rates to try, or all")
        ->type_name("LIST");
    command->add_option("--parities", arguments->parities, "Parities to try, or all")
        ->type_name("LIST");
    command->footer("Prints who answers, as it is found. A refusal is an answer too. Exit status: "
                    "0 somebody\nanswers, 1 nobody, 2 wrong call.\n"
                    "Example:\n  metertwin-cli scan --rtu /dev/ttyUSB0 --bauds all --units 1-10");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return scan(*arguments);
        };
    });
}

} // namespace meter::app
