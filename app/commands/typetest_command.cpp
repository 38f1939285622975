// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "app/runs/output_files.hpp"
#include "app/runs/progress_bar.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/typetest/type_test_report.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace meter::app {
namespace {

struct TypeTestArguments {
    std::optional<std::string> serial; ///< None: the ideal meter.
    std::vector<std::string> reports;
};

using ReportWriter = std::string (*)(const sim::TypeTestReport&);

/// A report file, judged before anything is measured: a wrong path costs no time.
struct ReportFile {
    std::string path;
    ReportWriter write = nullptr;
};

sim::Error refusal(std::string text) {
    return {.text = std::move(text), .place = {}};
}

sim::Result<std::uint32_t> serialOf(const std::string& text) {
    constexpr std::size_t kDigits = 8;
    constexpr int kHexadecimal = 16;
    std::uint32_t serial = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, serial, kHexadecimal);
    if (text.size() != kDigits || read.ec != std::errc{} || read.ptr != end) {
        return std::unexpected(
            refusal("--serial: '" + text + "' is not 8 hex digits; 4E36C14C would be"));
    }
    return serial;
}

sim::Result<std::vector<ReportFile>> openReports(const std::vector<std::string>& reports) {
    std::vector<ReportFile> files;
    OutputFiles outputs;
    for (const std::string& report : reports) {
        const std::size_t sign = report.find('=');
        const std::string kind = report.substr(0, sign);
        ReportFile file;
        file.path = sign == std::string::npos ? "" : report.substr(sign + 1);
        if (kind == "html") {
            file.write = sim::typeTestHtml;
        } else if (kind == "csv") {
            file.write = sim::typeTestCsv;
        }
        if (file.write == nullptr || file.path.empty()) {
            return std::unexpected(
                refusal("--report: '" + report + "' is neither html=FILE nor csv=FILE"));
        }
        if (const sim::Result<void> judged = outputs.add("--report", file.path); !judged) {
            return std::unexpected(judged.error());
        }
        files.push_back(std::move(file));
    }
    return files;
}

ExitStatus runTypeTest(const TypeTestArguments& arguments) {
    sim::TypeTestOptions options;
    if (arguments.serial) {
        const sim::Result<std::uint32_t> serial = serialOf(*arguments.serial);
        if (!serial) {
            printError(serial.error());
            return ExitStatus::Wrong;
        }
        options.meter.accuracy = sim::Accuracy::Class;
        options.meter.serialNumber = *serial;
    }
    sim::Result<std::vector<ReportFile>> files = openReports(arguments.reports);
    if (!files) {
        printError(files.error());
        return ExitStatus::Wrong;
    }
    ProgressBar bar;
    options.onProgress = [&bar](const sim::TypeTestProgress& progress) {
        const double share =
            static_cast<double>(progress.doneCount) / static_cast<double>(progress.pointCount);
        bar.show(progress.playedS, progress.playedS / share); // As if all points took as long.
    };
    const sim::TypeTestReport report = sim::runTypeTest(sim::typeTestPoints(), options);
    bar.clear();
    std::printf("%s", sim::typeTestText(report).c_str());
    for (const ReportFile& file : *files) {
        if (const auto written = sim::writeWhole(file.path, file.write(report)); !written) {
            printError(refusal("--report: " + written.error().text));
            return ExitStatus::Wrong;
        }
    }
    return report.hasPassed() ? ExitStatus::Held : ExitStatus::Failed;
}

} // namespace

void addTypeTestCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("typetest", "Run the accuracy tests of the meter's standards");
    const auto arguments = std::make_shared<TypeTestArguments>();
    command
        ->add_option("--serial", arguments->serial,
                     "Test the class meter of this serial number; default: the ideal meter")
        ->type_name("HEX");
    command->add_option("--report", arguments->reports, "html=FILE or csv=FILE")
        ->type_name("KIND=FILE");
    command->footer("Exit status: 0 all points passed, 1 some did not, 2 invalid call or file.\n"
                    "Example:\n  metertwin-cli typetest --serial 4E36C14C --report html=type.html");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return runTypeTest(*arguments);
        };
    });
}

} // namespace meter::app
