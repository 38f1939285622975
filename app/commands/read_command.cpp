// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "app/master/master_options.hpp"
#include "app/master/meter_values.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace meter::app {
namespace {

struct ReadArguments {
    MasterOptions master;
    std::vector<std::string> registers;
};

sim::Result<std::vector<ReadRequest>> requestsOf(const std::vector<std::string>& registers) {
    if (registers.empty()) {
        return sim::wholeMapRequests();
    }
    std::vector<ReadRequest> requests;
    for (const std::string& text : registers) {
        const auto request = sim::readRequestOf(text);
        if (!request) {
            return std::unexpected(request.error());
        }
        requests.push_back(*request);
    }
    return requests;
}

void print(const std::vector<MeterValue>& values, const std::string& format) {
    std::string text;
    if (format == "json") {
        text = jsonOfValues(values);
    } else {
        text = format == "csv" ? csvOfValues(values) : textOfValues(values);
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
}

ExitStatus readRegisters(const ReadArguments& arguments) {
    const auto judged = judgeMasterOptions(arguments.master, MasterUse::Asks);
    if (!judged) {
        printError(judged.error());
        return ExitStatus::Wrong;
    }
    const auto requests = requestsOf(arguments.registers);
    if (!requests) {
        printError(requests.error());
        return ExitStatus::Wrong;
    }
    auto master = connectMaster(arguments.master);
    if (!master) {
        printError(master.error());
        return ExitStatus::Failed;
    }
    const MeterReading reading = readMeter(*master, *requests);
    if (reading.failure) {
        printError(reading.failure->error());
    }
    // What was read before a failure is still worth showing; the status tells the rest.
    print(reading.values, arguments.master.format);
    return reading.failure ? ExitStatus::Failed : ExitStatus::Held;
}

} // namespace

void addReadCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("read", "Read registers of a meter as a Modbus master");
    const auto arguments = std::make_shared<ReadArguments>();
    command
        ->add_option("register", arguments->registers,
                     "Names or numbers, with :COUNT registers; none = the whole map")
        ->type_name("NAME|NUMBER[:COUNT]");
    addMasterOptions(*command, arguments->master);
    addReadFunction(*command, arguments->master);
    command->footer(
        "Values are in the units of the point map; 'invalid' is what the meter reports for a "
        "value\nthat it does not have. Adjacent registers share one request. Exit status: "
        "0 read, 1 no answer or an exception, 2 invalid call.\n"
        "Example:\n  metertwin-cli read --tcp 127.0.0.1:1502 voltage_an 26 257:10");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return readRegisters(*arguments);
        };
    });
}

} // namespace meter::app
