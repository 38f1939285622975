// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "app/master/identity_fields.hpp"
#include "app/master/master_options.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace meter::app {
namespace {

std::string csvField(const std::string& text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + "\"";
}

void print(const IdentityFields& fields, const std::string& format) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    if (format == "csv") {
        std::printf("field,value\n");
    }
    for (const auto& [name, value] : fields) {
        if (format == "json") {
            object[name] = value;
        } else if (format == "csv") {
            std::printf("%s,%s\n", name.c_str(), csvField(value).c_str());
        } else {
            std::printf("%-14s%s\n", name.c_str(), value.c_str());
        }
    }
    if (format == "json") {
        using nlohmann::ordered_json;
        // Whatever bytes a device sends: what is no UTF-8 is shown as replaced.
        std::printf("%s\n",
                    object.dump(2, ' ', false, ordered_json::error_handler_t::replace).c_str());
    }
}

ExitStatus identify(const MasterOptions& options) {
    const auto judged = judgeMasterOptions(options, MasterUse::Asks);
    if (!judged) {
        printError(judged.error());
        return ExitStatus::Wrong;
    }
    auto master = connectMaster(options);
    if (!master) {
        printError(master.error());
        return ExitStatus::Failed;
    }
    MeterIdentity identity;
    ExitStatus status = ExitStatus::Held;
    if (auto report = master->reportId()) {
        identity.report = std::move(*report);
    } else {
        printError(report.error().error());
        status = ExitStatus::Failed;
    }
    // A meter whose reset system runs answers the first question only, so both are asked.
    if (auto objects = master->deviceIdentification()) {
        identity.objects = std::move(*objects);
    } else {
        printError(objects.error().error());
        status = ExitStatus::Failed;
    }
    print(identityFieldsOf(identity), options.format);
    return status;
}

} // namespace

void addIdentifyCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command = program.add_subcommand(
        "identify", "Ask a meter to identify itself (functions 17 and 43/14)");
    const auto options = std::make_shared<MasterOptions>();
    addMasterOptions(*command, *options);
    command->footer("Example:\n  metertwin-cli identify --rtu /dev/ttyUSB0 --baud 9600");
    command->callback([options, &chosen] {
        chosen = [options] {
            return identify(*options);
        };
    });
}

} // namespace meter::app
