// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/stop_signals.hpp"
#include "app/base/text_values.hpp"
#include "app/commands/command.hpp"
#include "app/compare/comparison.hpp"
#include "app/compare/comparison_report.hpp"
#include "app/master/master_options.hpp"
#include "sim/base/quantity.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::app {
namespace {

struct CompareArguments {
    MasterOptions master;
    std::string a;
    std::string b;
    std::vector<std::string> registers;
    std::string length = "60 s";
    std::string every = "1 s";
    std::string tolerance = "0.5 %";
    std::vector<std::string> reports;
};

struct ReportKind {
    const char* name;
    std::string (*text)(const Comparison&);
};

struct Report {
    const ReportKind* kind;
    std::string path;
};

/// All that the call asks for.
struct Plan {
    CompareOptions options;
    std::vector<Report> reports;
};

std::unexpected<sim::Error> wrong(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

sim::Result<Report> reportOf(const std::string& argument) {
    static constexpr std::array<ReportKind, 3> kKinds = {
        {{"junit", &junitOfComparison}, {"html", &htmlOfComparison}, {"json", &jsonOfComparison}}};
    const auto sign = argument.find('=');
    const auto* const kind = std::ranges::find(kKinds, argument.substr(0, sign), &ReportKind::name);
    if (sign == std::string::npos || sign + 1 == argument.size() || kind == kKinds.end()) {
        return wrong("--report: '" + argument + "' is none of junit=FILE, html=FILE and json=FILE");
    }
    const std::string path = argument.substr(sign + 1);
    if (!std::ofstream(path, std::ios::binary | std::ios::app)) {
        return wrong("--report: '" + path +
                     "' cannot be written; does the folder exist, and is it writable?");
    }
    return Report{.kind = kind, .path = path};
}

sim::Result<double> secondsOf(const char* option, const std::string& text) {
    const auto time = wallDurationOf(text);
    if (!time || time->count() < 1) {
        return wrong(std::string(option) + ": '" + text + "' is not a time, as in 60 s");
    }
    return std::chrono::duration<double>(*time).count();
}

sim::Result<double> shareOf(const std::string& text) {
    constexpr double kPercent = 100.0;
    const auto quantity = sim::parseQuantity(text);
    const bool isShare = quantity && (quantity->dimension == sim::Dimension::Percent ||
                                      quantity->dimension == sim::Dimension::None);
    if (!isShare || quantity->value < 0.0 || quantity->value > kPercent) {
        return wrong("--tolerance: '" + text + "' is not a percentage, as in 0.5 %");
    }
    return quantity->value / kPercent;
}

sim::Result<Plan> planOf(const CompareArguments& arguments) {
    Plan plan;
    for (const std::string& text : arguments.registers) {
        const auto request = sim::readRequestOf(text);
        if (!request) {
            return std::unexpected(request.error());
        }
        plan.options.registers.push_back(*request);
    }
    const auto length = secondsOf("--for", arguments.length);
    const auto every = secondsOf("--every", arguments.every);
    const auto tolerance = shareOf(arguments.tolerance);
    if (!length || !every || !tolerance) {
        return std::unexpected(!length ? length.error()
                                       : (!every ? every.error() : tolerance.error()));
    }
    if (*every > *length) {
        return wrong("--every: '" + arguments.every + "' is longer than --for, '" +
                     arguments.length + "'");
    }
    plan.options.lengthS = *length;
    plan.options.everyS = *every;
    plan.options.tolerance = *tolerance;
    for (const std::string& text : arguments.reports) {
        const auto report = reportOf(text);
        if (!report) {
            return std::unexpected(report.error());
        }
        plan.reports.push_back(*report);
    }
    return plan;
}

bool writeReports(const std::vector<Report>& reports, const Comparison& comparison) {
    bool isWhole = true;
    for (const Report& report : reports) {
        std::ofstream stream(report.path, std::ios::binary | std::ios::trunc);
        stream << report.kind->text(comparison);
        stream.close();
        if (!stream) {
            printError({.text = "--report: '" + report.path + "' is incomplete; is the disk full?",
                        .place = {}});
            isWhole = false;
        }
    }
    return isWhole;
}

ExitStatus compare(const CompareArguments& arguments) {
    using Clock = std::chrono::steady_clock;
    const auto refuse = [](const sim::Error& error) {
        printError(error);
        return ExitStatus::Wrong;
    };
    const auto plan = planOf(arguments);
    if (!plan) {
        return refuse(plan.error());
    }
    auto a = CompareSide::open(arguments.a, arguments.master);
    if (!a) {
        return refuse(a.error());
    }
    auto b = CompareSide::open(arguments.b, arguments.master);
    if (!b) {
        return refuse(b.error());
    }
    const StopSignals signals;
    bool isStopped = false;
    const Clock::time_point begun = Clock::now();
    const auto result = compareSides(*a, *b, plan->options, [&](double second) {
        const auto at = begun + std::chrono::duration_cast<Clock::duration>(
                                    std::chrono::duration<double>(second));
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(at - Clock::now());
        isStopped = signals.wait(std::max(left, std::chrono::milliseconds(0)));
        return isStopped;
    });
    if (!result) {
        return refuse(result.error());
    }
    const std::string text =
        arguments.master.format == "json" ? jsonOfComparison(*result) : textOfComparison(*result);
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (!writeReports(plan->reports, *result)) {
        return ExitStatus::Wrong;
    }
    return isStopped || !result->differences.empty() ? ExitStatus::Failed : ExitStatus::Held;
}

} // namespace

void addCompareCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("compare", "Compare two meters, scenarios or records");
    const auto arguments = std::make_shared<CompareArguments>();
    command
        ->add_option("a", arguments->a, "tcp:HOST:PORT/UNIT, rtu:DEVICE/UNIT, FILE.yaml, FILE.csv")
        ->required()
        ->type_name("A");
    command->add_option("b", arguments->b, "The same")->required()->type_name("B");
    addLinkSettings(*command, arguments->master);
    command->add_option("--registers", arguments->registers, "What is read; none = all that moves")
        ->delimiter(',')
        ->type_name("NAME|NUMBER[:COUNT]");
    command->add_option("--for", arguments->length, "How long they are compared")
        ->type_name("DURATION")
        ->capture_default_str();
    command->add_option("--every", arguments->every, "From one moment to the next")
        ->type_name("DURATION")
        ->capture_default_str();
    command
        ->add_option("--tolerance", arguments->tolerance,
                     "How far readings may be apart; one count at least")
        ->type_name("PERCENT")
        ->capture_default_str();
    command->add_option("--report", arguments->reports, "junit=FILE, html=FILE or json=FILE")
        ->type_name("KIND=FILE");
    command->footer("Identity, configuration, scales, registers that are there, readings at the "
                    "same moments, and\nwhat the counters gained. A scenario or record is "
                    "compared at the same second since its\nstart. Exit status: 0 the same, 1 "
                    "they differ, 2 invalid call or no answer.\n"
                    "Example:\n  metertwin-cli compare tcp:10.0.0.7:502/1 clone.yaml --for '10 s'");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return compare(*arguments);
        };
    });
}

} // namespace meter::app
