// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_values.hpp"
#include "app/base/version.hpp"
#include "app/commands/command.hpp"
#include "app/runs/progress_bar.hpp"
#include "app/runs/report_files.hpp"
#include "app/runs/run_lines.hpp"
#include "app/runs/scenario_runs.hpp"
#include "sim/bundle/bundle.hpp"
#include "sim/keys/value_rule.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meter::app {
namespace {

namespace fs = std::filesystem;

constexpr int kJobsMax = 64;
constexpr double kWaveformTimeMaxS = 1e9;

struct RunArguments {
    ScenarioRunOptions options;
    std::string speed = "max";
    std::vector<std::string> reports;
    std::string bundle;
    std::string waveforms;
    std::string waveformsForm = "binary32";
    std::string waveformsFrom;
    std::string waveformsFor;
};

sim::Result<SampleTime> timeOption(const std::string& name, const std::string& text) {
    const sim::ValueRule rule = {
        .dimension = sim::Dimension::Time, .min = 0.0, .max = kWaveformTimeMaxS};
    const sim::Result<double> seconds = sim::parseValue(rule, text, {});
    if (!seconds) {
        return std::unexpected(sim::Error{.text = name + ": " + seconds.error().text, .place = {}});
    }
    return sim::samplesOf(*seconds);
}

/// What the options about waveforms ask for together.
sim::Result<void> judgeWaveforms(RunArguments& arguments) {
    const auto refuse = [](std::string text) {
        return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
    };
    if (arguments.waveforms.empty()) {
        const bool isAsked = !arguments.waveformsFrom.empty() || !arguments.waveformsFor.empty();
        return isAsked ? refuse("--waveforms-from and --waveforms-for need --waveforms FILE")
                       : sim::Result<void>{};
    }
    if (arguments.options.files.size() > 1) {
        return refuse("--waveforms records one scenario, and '" + arguments.options.files[1] +
                      "' is another; a time is written without a space, such as 9s");
    }
    sim::WaveformRequest request;
    request.file = arguments.waveforms;
    request.form = arguments.waveformsForm == "float32" ? sim::WaveformForm::Float32
                                                        : sim::WaveformForm::Binary32;
    if (!arguments.waveformsFrom.empty()) {
        const auto from = timeOption("--waveforms-from", arguments.waveformsFrom);
        if (!from) {
            return std::unexpected(from.error());
        }
        request.from = *from;
    }
    if (!arguments.waveformsFor.empty()) {
        const auto length = timeOption("--waveforms-for", arguments.waveformsFor);
        if (!length) {
            return std::unexpected(length.error());
        }
        request.length = *length;
    }
    arguments.options.waveforms = request;
    return {};
}

sim::Result<void> judgeArguments(RunArguments& arguments) {
    const auto refuse = [](std::string text) {
        return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
    };
    if (arguments.speed != "max") {
        const auto speed = numberOf(arguments.speed);
        if (!speed || *speed <= 0.0) {
            return refuse("--speed: '" + arguments.speed + "' is neither max nor a number above 0");
        }
        arguments.options.speed = *speed;
    }
    if (!arguments.options.columns.empty() && !arguments.options.record) {
        return refuse("--columns needs --record FILE.csv, the file that gets them");
    }
    if (!arguments.bundle.empty() && arguments.options.files.size() > 1) {
        return refuse("--bundle packs one scenario, and '" + arguments.options.files[1] +
                      "' is another; run them one by one");
    }
    return judgeWaveforms(arguments);
}

/// False if one could not be written; said on stderr.
bool writeReports(const ReportFiles& reports, std::vector<ScenarioRun> runs) {
    std::vector<sim::RunResult> results;
    results.reserve(runs.size());
    for (ScenarioRun& run : runs) {
        results.push_back(std::move(run.result));
    }
    const sim::Errors errors = reports.write(results);
    printErrors(errors);
    return errors.empty();
}

/// What repeats the run, packed. Nothing if no bundle was asked for.
sim::Result<void>
packRun(const RunArguments& arguments, const ScenarioRun& run, const fs::path& evidence) {
    if (arguments.bundle.empty() || run.result.error) {
        return {};
    }
    if (run.result.wasStopped) {
        return std::unexpected(sim::Error{
            .text = "--bundle: the run was stopped, so there is no bundle", .place = {}});
    }
    const auto scenario = sim::readScenario(run.file);
    if (!scenario) {
        return std::unexpected(scenario.error().front());
    }
    return sim::packBundle(
        arguments.bundle, *scenario,
        {.kind = "run", .version = versionText(), .evidence = evidence, .memoryBefore = {}});
}

/// All that the call writes beside the record.
std::vector<std::pair<std::string, std::string>> outputsOf(const RunArguments& arguments,
                                                           const ReportFiles& reports) {
    std::vector<std::pair<std::string, std::string>> outputs;
    for (const std::string& path : reports.paths()) {
        outputs.emplace_back("--report", path);
    }
    if (!arguments.waveforms.empty()) {
        outputs.emplace_back("--waveforms", arguments.waveforms);
        const fs::path data = fs::path(arguments.waveforms).replace_extension(".dat");
        if (arguments.waveforms.ends_with(".cfg")) {
            outputs.emplace_back("--waveforms", data.string());
        }
    }
    if (!arguments.bundle.empty()) {
        outputs.emplace_back("--bundle", arguments.bundle);
    }
    return outputs;
}

ExitStatus runAll(RunArguments arguments) {
    const sim::Result<void> judged = judgeArguments(arguments);
    const sim::Result<ReportFiles> reports =
        judged ? ReportFiles::create(arguments.reports) : std::unexpected(judged.error());
    if (!reports) {
        printError(reports.error());
        return ExitStatus::Wrong;
    }
    const auto evidence = arguments.bundle.empty()
                              ? sim::Result<std::optional<sim::TemporaryFolder>>(std::nullopt)
                              : sim::TemporaryFolder::create();
    if (!evidence) {
        printError(evidence.error());
        return ExitStatus::Wrong;
    }
    if (*evidence) {
        arguments.options.evidence = (*evidence)->path().string();
    }
    arguments.options.keepsDetails = reports->wantsDetails();
    arguments.options.outputs = outputsOf(arguments, *reports);
    ProgressBar bar;
    auto runs = runScenarios(arguments.options, bar);
    bar.clear();
    if (!runs) {
        printErrors(runs.error());
        return ExitStatus::Wrong;
    }
    std::size_t held = 0;
    bool isCarriedOut = true;
    for (const ScenarioRun& run : *runs) {
        if (run.result.error) {
            printError(*run.result.error);
            isCarriedOut = false;
            continue;
        }
        printMessages(run);
        printResult(run);
        held += run.result.hasHeld() ? 1U : 0U;
    }
    const bool haveAllHeld = held == runs->size();
    std::printf("%zu of %zu scenarios held\n", held, runs->size());
    bool areWritten = true;
    if (*evidence) {
        const sim::Result<void> packed = packRun(arguments, runs->front(), (*evidence)->path());
        if (!packed) {
            printError(packed.error());
            areWritten = false;
        }
    }
    areWritten = writeReports(*reports, std::move(*runs)) && areWritten;
    if (!isCarriedOut || !areWritten) {
        return ExitStatus::Wrong;
    }
    return haveAllHeld ? ExitStatus::Held : ExitStatus::Failed;
}

} // namespace

void addRunCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command = program.add_subcommand(
        "run", "Play scenarios in virtual time and check their expectations");
    const auto arguments = std::make_shared<RunArguments>();
    ScenarioRunOptions& options = arguments->options;
    command->add_option("scenario", options.files, "Scenario files")
        ->required()
        ->type_name("SCENARIO");
    command->add_option("--speed", arguments->speed, "max, 1, or meter seconds per second")
        ->type_name("max|1|N")
        ->capture_default_str();
    command->add_option("--record", options.record, "CSV to write; a folder for several scenarios")
        ->type_name("FILE.csv");
    command->add_option("--columns", options.columns, "Registers to record, in this order")
        ->delimiter(',')
        ->type_name("a,b,…");
    command
        ->add_option("--report", arguments->reports,
                     "junit=FILE, html=FILE or json=FILE; may be given several times")
        ->type_name("KIND=FILE");
    command
        ->add_option("--waveforms", arguments->waveforms,
                     "The inputs' samples: COMTRADE 2013 (.cfg, .cff) or CSV (.csv)")
        ->type_name("FILE");
    command->add_option("--waveforms-form", arguments->waveformsForm, "Of COMTRADE data")
        ->check(CLI::IsMember({"binary32", "float32"}))
        ->capture_default_str();
    command->add_option("--waveforms-from", arguments->waveformsFrom, "From this meter time on")
        ->type_name("TIME");
    command
        ->add_option("--waveforms-for", arguments->waveformsFor, "Duration; to the end by default")
        ->type_name("TIME");
    command
        ->add_option("--bundle", arguments->bundle, "Everything that repeats the run, in one file")
        ->type_name("FILE.zip");
    command->add_option("--jobs", options.jobs, "Scenarios to play in parallel")
        ->check(CLI::Range(1, kJobsMax))
        ->capture_default_str();
    command->footer(
        "Exit status: 0 all expectations held, 1 some did not, 2 invalid call or file.\n"
        "Example:\n  metertwin-cli run sag.yaml --record trace.csv --report html=sag.html");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return runAll(*arguments);
        };
    });
}

} // namespace meter::app
