// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "sim/base/file_text.hpp"
#include "sim/judge/master_judge.hpp"
#include "sim/report/judge_reports.hpp"
#include "sim/traffic/capture_reader.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <map>
#include <memory>
#include <string>

namespace meter::app {
namespace {

struct JudgeArguments {
    std::string file;
    std::string format = "text";
    std::uint32_t baudRate = 19'200;
    std::string parity = "none";
    std::uint16_t port = 502;
};

using Writer = std::string (*)(const sim::JudgeReport&);

const std::map<std::string, Writer>& writers() {
    static const std::map<std::string, Writer> kWriters = {{"html", &sim::judgeHtml},
                                                           {"json", &sim::judgeJson},
                                                           {"junit", &sim::judgeJunit},
                                                           {"text", &sim::judgeText}};
    return kWriters;
}

const std::map<std::string, Parity>& parities() {
    static const std::map<std::string, Parity> kParities = {
        {"none", Parity::None}, {"even", Parity::Even}, {"odd", Parity::Odd}};
    return kParities;
}

ExitStatus judge(const JudgeArguments& arguments) {
    const auto refuse = [&arguments](const sim::Error& error) {
        printError({.text = arguments.file + ": " + error.text, .place = {}});
        return ExitStatus::Wrong;
    };
    const auto file = sim::textOfFile(arguments.file);
    if (!file) {
        return refuse(file.error());
    }
    const auto frames = sim::trafficOf(*file, arguments.port);
    if (!frames) {
        return refuse(frames.error());
    }
    sim::MasterJudge judge(
        {.baudRate = arguments.baudRate, .parity = parities().at(arguments.parity)});
    for (const sim::TrafficFrame& frame : *frames) {
        judge.onFrame(frame);
    }
    judge.finish();
    const sim::JudgeReport report = judge.report();
    const std::string text = writers().at(arguments.format)(report);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return report.has(sim::JudgeSeverity::Error) ? ExitStatus::Failed : ExitStatus::Held;
}

} // namespace

void addJudgeCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("judge", "Judge the masters in a capture or a trace");
    const auto arguments = std::make_shared<JudgeArguments>();
    command->add_option("file", arguments->file, "A .pcapng or .pcap capture, or a trace (.txt)")
        ->required()
        ->type_name("FILE");
    command->add_option("--format", arguments->format, "text, json, junit or html")
        ->check(CLI::IsMember(writers()))
        ->type_name("FORMAT")
        ->capture_default_str();
    command->add_option("--baud", arguments->baudRate, "Of the serial line, for its times")
        ->check(CLI::Range(1200U, 38'400U))
        ->type_name("RATE")
        ->capture_default_str();
    command->add_option("--parity", arguments->parity, "none, even or odd")
        ->check(CLI::IsMember(parities()))
        ->type_name("PARITY")
        ->capture_default_str();
    command->add_option("--port", arguments->port, "TCP port of the meter in a capture")
        ->check(CLI::Range(1, 65'535))
        ->type_name("PORT")
        ->capture_default_str();
    command->footer("Exit status: 0 no finding of severity error, 1 some, 2 invalid call or file.\n"
                    "Example:\n  metertwin-cli judge yesterday.pcapng --format json");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return judge(*arguments);
        };
    });
}

} // namespace meter::app
