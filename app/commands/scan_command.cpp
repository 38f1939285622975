// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/stop_signals.hpp"
#include "app/commands/command.hpp"
#include "app/master/bus_scan.hpp"
#include "app/master/master_options.hpp"
#include "app/master/scan_text.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <iterator>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace meter::app {
namespace {

struct ScanArguments {
    MasterOptions master;
    std::string units = "1-247";
    std::string bauds;
    std::string parities;
    bool isLineSought = false;
};

struct LineSetting {
    int baud = 0;
    std::string parity;
};

/// All that the call asks to be tried.
struct Plan {
    std::vector<int> units;
    std::vector<LineSetting> settings; ///< One of baud 0 where there is no line.
};

std::unexpected<sim::Error> wrong(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

sim::Result<Plan> planOf(const ScanArguments& arguments) {
    const auto units = unitListOf(arguments.units);
    if (!units) {
        return std::unexpected(units.error());
    }
    if (!arguments.master.hasLine()) {
        return arguments.isLineSought
                   ? sim::Result<Plan>(wrong("--find-line: only a line has a baud rate and a "
                                             "parity to find; name it by --rtu or --rfc2217"))
                   : Plan{*units, {LineSetting{}}};
    }
    const std::string all = arguments.isLineSought ? "all" : "";
    const std::string& baudText = arguments.bauds.empty() ? all : arguments.bauds;
    const std::string& parityText = arguments.parities.empty() ? all : arguments.parities;
    auto bauds = baudText.empty()
                     ? sim::Result<std::vector<int>>(std::vector{arguments.master.baud})
                     : baudListOf(baudText);
    if (!bauds) {
        return std::unexpected(bauds.error());
    }
    const auto parities =
        parityText.empty()
            ? sim::Result<std::vector<std::string>>(std::vector{arguments.master.parity})
            : parityListOf(parityText);
    if (!parities) {
        return std::unexpected(parities.error());
    }
    if (arguments.isLineSought) {
        // What meters are set to most often is tried first.
        constexpr std::array<int, 6> kOften = {19200, 9600, 38400, 4800, 2400, 1200};
        std::ranges::sort(*bauds, {}, [&](int baud) { return std::ranges::find(kOften, baud); });
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

class Scan {
public:
    explicit Scan(const ScanArguments& arguments) : m_arguments(arguments) {}

    /// The units on one setting of the line; all of them, or up to the first that is sound.
    sim::Result<void> run(const LineSetting& setting, const std::vector<int>& units, bool isToOne) {
        MasterOptions options = m_arguments.master;
        options.unit = units.empty() ? 1 : units.front();
        if (setting.baud != 0) {
            options.baud = setting.baud;
            options.parity = setting.parity;
        }
        auto master = connectMaster(options);
        if (!master) {
            return std::unexpected(master.error());
        }
        auto done = scanUnits(
            *master, units,
            [&](int unit) {
                m_progress.show(setting, unit, m_found.size());
                m_isStopped = m_isStopped || m_signals.wait(std::chrono::milliseconds(0));
                return !m_isStopped;
            },
            [&](FoundUnit one) {
                one.baud = setting.baud;
                one.parity = setting.parity;
                const bool isSound = one.state != UnitState::Nonsense;
                // On a line that is still sought, nonsense only says: not this one.
                if (isSound || !isToOne) {
                    keep(std::move(one));
                }
                return !(isSound && isToOne);
            });
        m_progress.clear();
        return done;
    }

    [[nodiscard]] bool isStopped() const { return m_isStopped; }

    [[nodiscard]] const std::vector<FoundUnit>& found() const { return m_found; }

    [[nodiscard]] bool isAnybodySound() const {
        return std::ranges::any_of(
            m_found, [](const FoundUnit& one) { return one.state != UnitState::Nonsense; });
    }

private:
    void keep(FoundUnit one) {
        m_progress.clear();
        const std::string& format = m_arguments.master.format;
        if (format != "json") {
            const std::string line = format == "csv" ? csvOfFound(one) : textOfFound(one);
            std::fwrite(line.data(), 1, line.size(), stdout);
            std::fflush(stdout);
        }
        m_found.push_back(std::move(one));
    }

    const ScanArguments& m_arguments;
    StopSignals m_signals;
    Progress m_progress;
    std::vector<FoundUnit> m_found;
    bool m_isStopped = false;
};

sim::Result<void> scanAll(Scan& scan, const Plan& plan) {
    for (const LineSetting& setting : plan.settings) {
        if (const auto done = scan.run(setting, plan.units, false); !done || scan.isStopped()) {
            return done;
        }
    }
    return {};
}

/// Few units on every setting first: the line is found in a minute where somebody has a low
/// address. The setting at which somebody answers soundly is the line's; the rest is asked there.
sim::Result<void> findLine(Scan& scan, const Plan& plan) {
    constexpr std::size_t kFew = 10;
    const std::size_t few = std::min(kFew, plan.units.size());
    const auto begin = plan.units.begin();
    const auto middle = begin + static_cast<std::ptrdiff_t>(few);
    for (const auto& [from, to] : {std::pair(begin, middle), std::pair(middle, plan.units.end())}) {
        const std::vector<int> part(from, to);
        for (const LineSetting& setting :
             part.empty() ? std::vector<LineSetting>{} : plan.settings) {
            const auto done = scan.run(setting, part, true);
            if (!done || scan.isStopped()) {
                return done;
            }
            if (scan.found().empty()) {
                continue;
            }
            std::vector<int> rest;
            std::ranges::copy_if(plan.units, std::back_inserter(rest),
                                 [&](int unit) { return unit > scan.found().front().unit; });
            return scan.run(setting, rest, false);
        }
    }
    return {};
}

ExitStatus scan(const ScanArguments& arguments) {
    if (const auto judged = judgeMasterOptions(arguments.master, MasterUse::Asks); !judged) {
        printError(judged.error());
        return ExitStatus::Wrong;
    }
    const auto plan = planOf(arguments);
    if (!plan) {
        printError(plan.error());
        return ExitStatus::Wrong;
    }
    if (arguments.master.format == "csv") {
        std::printf("%s", csvHeadOfScan().c_str());
    }
    Scan scan(arguments);
    const auto done = arguments.isLineSought ? findLine(scan, *plan) : scanAll(scan, *plan);
    if (arguments.master.format == "json") {
        std::printf("%s", jsonOfFound(scan.found()).c_str());
    }
    if (!done) {
        printError(done.error());
        return ExitStatus::Failed;
    }
    if (!scan.isAnybodySound()) {
        printError({.text = "no answer; try --find-line on a serial line, or a longer --timeout",
                    .place = {}});
    }
    return !scan.isAnybodySound() || scan.isStopped() ? ExitStatus::Failed : ExitStatus::Held;
}

} // namespace

void addScanCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("scan", "Look for meters on a line or at a TCP address");
    const auto arguments = std::make_shared<ScanArguments>();
    arguments->master.timeout = "300 ms";
    arguments->master.retries = 0;
    addMasterOptions(*command, arguments->master);
    addReadFunction(*command, arguments->master);
    command->remove_option(command->get_option("--unit"));
    command->add_option("--units", arguments->units, "Which addresses to ask")
        ->type_name("LIST")
        ->capture_default_str();
    command->add_option("--bauds", arguments->bauds, "Baud rates to try, or all")
        ->type_name("LIST");
    command->add_option("--parities", arguments->parities, "Parities to try, or all")
        ->type_name("LIST");
    command->add_flag("--find-line", arguments->isLineSought,
                      "Find the baud rate and the parity, of all or of those named");
    command->footer("Prints each answer as it comes: a meter, an exception, or garbage (two meters "
                    "at one\naddress, another baud rate). Exit status: 0 at least one valid "
                    "answer, 1 none, 2 invalid call.\n"
                    "Example:\n  metertwin-cli scan --rtu /dev/ttyUSB0 --find-line --units 1-10");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return scan(*arguments);
        };
    });
}

} // namespace meter::app
