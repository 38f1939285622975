// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/stop_signals.hpp"
#include "app/base/text_values.hpp"
#include "app/clone/clone_profile.hpp"
#include "app/clone/clone_scenario.hpp"
#include "app/commands/command.hpp"
#include "app/master/master_options.hpp"
#include "sim/live/line/traffic_ring.hpp"
#include "sim/scenario/yaml/profile_csv.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
#include "sim/traffic/traffic_text.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace meter::app {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct CloneArguments {
    MasterOptions master;
    std::string out;
    std::string watch;
    std::string every = "1 s";
};

/// How long and how often the load is watched; both 0: not at all.
struct Watch {
    milliseconds length{0};
    milliseconds every{0};
};

std::unexpected<sim::Error> wrong(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

ExitStatus end(ExitStatus status, const sim::Error& error) {
    printError(error);
    return status;
}

sim::Result<Watch> watchOf(const CloneArguments& arguments) {
    if (!arguments.out.ends_with(".yaml") && !arguments.out.ends_with(".yml")) {
        return wrong("--out: '" + arguments.out + "' is not a scenario; its name ends with .yaml");
    }
    if (arguments.watch.empty()) {
        return Watch{};
    }
    const auto length = wallDurationOf(arguments.watch);
    const auto every = wallDurationOf(arguments.every);
    if (!length || !every || every->count() < 1 || *length < *every) {
        return wrong("--watch and --every are times, as in --watch '1 h' --every '1 s'");
    }
    return Watch{.length = *length, .every = *every};
}

CloneLink linkOf(const MasterOptions& options) {
    CloneLink link{.place = options.tcp.value_or(
                       options.rtu.value_or(options.rtuTcp.value_or(options.rfc2217.value_or("")))),
                   .unit = options.unit,
                   .hasLine = options.hasLine(),
                   .baud = options.baud,
                   .parity = Parity::None};
    link.place += ", unit " + std::to_string(options.unit);
    if (options.parity != "none") {
        link.parity = options.parity == "even" ? Parity::Even : Parity::Odd;
    }
    return link;
}

std::filesystem::path profilePath(const std::string& out) {
    return std::filesystem::path(out).replace_extension(".csv");
}

/// Watches the load; false: stopped before its end.
bool watchLoad(ModbusMaster& master, const Watch& watch, CloneProfile& profile, Clone& clone) {
    const StopSignals signals;
    const Clock::time_point begun = Clock::now();
    int lost = 0;
    bool isStopped = false;
    for (milliseconds at{0}; at <= watch.length && !isStopped; at += watch.every) {
        const auto left = std::chrono::ceil<milliseconds>(begun + at - Clock::now());
        isStopped = signals.wait(std::max(left, milliseconds(0)));
        const MeterReading reading =
            isStopped ? MeterReading{} : readMeter(master, profile.requests());
        if (!isStopped && !reading.failure) {
            profile.add(std::chrono::duration<double>(at).count(), reading.values);
        } else if (!isStopped) {
            ++lost;
        }
    }
    if (lost > 0) {
        clone.remarks.push_back(std::to_string(lost) + " moments of the watch had no answer");
    }
    return !isStopped;
}

/// The profile beside the scenario, and in it.
sim::Result<void>
takeProfile(const CloneProfile& profile, const std::string& out, sim::Scenario& scenario) {
    const std::string file = profilePath(out).string();
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream << profile.csv();
    stream.close();
    if (!stream) {
        return wrong("'" + file + "' cannot be written");
    }
    sim::Errors errors;
    scenario.loadProfile =
        sim::readLoadProfile(profile.csv(), file, scenario.world.installation.service, errors);
    if (!errors.empty()) {
        return std::unexpected(errors.front());
    }
    scenario.loadProfileRequest = {.file = file};
    return {};
}

ExitStatus clone(const CloneArguments& arguments) {
    if (const auto judged = judgeMasterOptions(arguments.master, MasterUse::Asks); !judged) {
        return end(ExitStatus::Wrong, judged.error());
    }
    const auto watch = watchOf(arguments);
    if (!watch) {
        return end(ExitStatus::Wrong, watch.error());
    }
    auto master = connectMaster(arguments.master);
    if (!master) {
        return end(ExitStatus::Failed, master.error());
    }
    const auto survey = surveyMeter(*master);
    if (!survey) {
        return end(ExitStatus::Failed, survey.error().error());
    }
    auto made = cloneOf(*survey, linkOf(arguments.master));
    if (!made) {
        return end(ExitStatus::Failed, made.error());
    }
    bool isWhole = true;
    if (watch->length.count() > 0) {
        CloneProfile profile(*survey, made->scenario);
        isWhole = watchLoad(*master, *watch, profile, *made);
        const auto taken = profile.rows() == 0
                               ? wrong("nothing was read while it was watched")
                               : takeProfile(profile, arguments.out, made->scenario);
        if (!taken) {
            return end(ExitStatus::Failed, taken.error());
        }
    }
    std::vector<std::string> comment = {"Read from " + linkOf(arguments.master).place + " at " +
                                        sim::utcText(sim::live::utcNow()) +
                                        ". Not taken over, or not known:"};
    for (const std::string& remark : made->remarks) {
        comment.push_back("- " + remark);
        std::fprintf(stderr, "metertwin-cli: %s\n", remark.c_str());
    }
    if (const auto saved = sim::saveScenario(made->scenario, arguments.out, comment); !saved) {
        return end(ExitStatus::Wrong, saved.error());
    }
    std::printf("%s\n", arguments.out.c_str());
    return isWhole ? ExitStatus::Held : ExitStatus::Failed;
}

} // namespace

void addCloneCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("clone", "Read a meter and write a scenario that reads as it does");
    const auto arguments = std::make_shared<CloneArguments>();
    addMasterOptions(*command, arguments->master);
    command->remove_option(command->get_option("--format"));
    command->add_option("--out", arguments->out, "The scenario to write")
        ->required()
        ->type_name("FILE.yaml");
    command
        ->add_option("--watch", arguments->watch,
                     "Record the load for this long and write it as a profile next to the scenario")
        ->type_name("DURATION");
    command->add_option("--every", arguments->every, "From one row of the profile to the next")
        ->type_name("DURATION")
        ->capture_default_str();
    command->footer(
        "Only reads. Settings, energies and counters are taken over, voltages, "
        "currents and powers of\neach phase within 0.1 % or one count; what cannot be "
        "is reported on stderr and in the file.\nExit status: 0 written, 1 no answer or an "
        "exception, 2 invalid call.\n"
        "Example:\n  metertwin-cli clone --tcp 10.0.0.7:502 --out meter.yaml");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return clone(*arguments);
        };
    });
}

} // namespace meter::app
