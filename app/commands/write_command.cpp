// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_values.hpp"
#include "app/commands/command.hpp"
#include "app/master/master_options.hpp"
#include "app/master/register_request.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace meter::app {
namespace {

struct WriteArguments {
    MasterOptions master;
    std::vector<std::string> assignments;
};

void print(const std::vector<WriteRequest>& written, const std::string& format) {
    if (format == "csv") {
        std::printf("register,name,value,unit\n");
    }
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const WriteRequest& request : written) {
        const std::string value = textOf(request.value);
        if (format == "json") {
            list.push_back({{"register", request.number},
                            {"name", request.name},
                            {"value", request.value},
                            {"unit", request.unit},
                            {"word", request.word}});
        } else if (format == "csv") {
            std::printf("%u,%s,%s,%s\n", request.number, request.name.c_str(), value.c_str(),
                        request.unit.c_str());
        } else {
            std::printf("%-6u%s = %s%s%s\n", request.number, request.name.c_str(), value.c_str(),
                        request.unit.empty() ? "" : " ", request.unit.c_str());
        }
    }
    if (format == "json") {
        std::printf("%s\n", list.dump(2).c_str());
    }
}

ExitStatus writeRegisters(const WriteArguments& arguments) {
    const auto judged = judgeMasterOptions(arguments.master);
    if (!judged) {
        printError(judged.error());
        return ExitStatus::Wrong;
    }
    std::vector<WriteRequest> requests;
    for (const std::string& text : arguments.assignments) {
        const auto request = writeRequestOf(text);
        if (!request) {
            printError(request.error());
            return ExitStatus::Wrong;
        }
        requests.push_back(*request);
    }
    auto master = connectMaster(arguments.master);
    if (!master) {
        printError(master.error());
        return ExitStatus::Failed;
    }
    ExitStatus status = ExitStatus::Held;
    std::vector<WriteRequest> written;
    for (const WriteRequest& request : requests) {
        const std::array<std::uint16_t, 1> words = {request.word};
        const auto outcome = master->write(request.number, words);
        if (!outcome) {
            const std::string subject =
                request.name.empty() ? std::to_string(request.number) : request.name;
            printError({.text = "writing " + subject + " = " + textOf(request.value) +
                                " failed: " + outcome.error().text,
                        .place = {}});
            status = ExitStatus::Failed;
            break;
        }
        written.push_back(request);
    }
    print(written, arguments.master.format);
    return status;
}

} // namespace

void addWriteCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("write", "Write registers of a meter as a Modbus master");
    const auto arguments = std::make_shared<WriteArguments>();
    command
        ->add_option("assignment", arguments->assignments,
                     "Names or numbers with their values, in the units of the point map")
        ->required()
        ->type_name("NAME=VALUE");
    addMasterOptions(*command, arguments->master);
    command->footer("One request each, in the order given; the first that fails ends it.\n"
                    "Exit status: 0 written, 1 no or a refusing answer, 2 wrong call.\n"
                    "Example:\n  metertwin-cli write --tcp 127.0.0.1:1502 ct_primary=400 "
                    "command=30078");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return writeRegisters(*arguments);
        };
    });
}

} // namespace meter::app
