// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_values.hpp"
#include "app/commands/command.hpp"
#include "app/master/master_options.hpp"
#include "app/master/write_request.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meter::app {
namespace {

struct WriteArguments {
    MasterOptions master;
    std::vector<std::string> assignments;
    int function = 0; ///< 6 or 16; 0: 6 for a single register, 16 for neighbours.
    bool isVerified = false;
};

using Requests = std::vector<WriteRequest>;

void print(const Requests& written, const std::string& format) {
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

/// Names for a message: "ct_primary, pt_ratio".
std::string namesOf(std::span<const WriteRequest> requests) {
    std::string text;
    for (const WriteRequest& request : requests) {
        text +=
            (text.empty() ? "" : ", ") +
            (request.name.empty() ? "register " + std::to_string(request.number) : request.name);
    }
    return text;
}

/// All of the list, or every mistake in it.
std::optional<Requests> requestsOf(const std::vector<std::string>& assignments) {
    Requests requests;
    bool isRight = true;
    for (const std::string& text : assignments) {
        const auto request = writeRequestOf(text);
        if (request) {
            requests.push_back(*request);
        } else {
            printError(request.error());
            isRight = false;
        }
    }
    return isRight ? std::optional(requests) : std::nullopt;
}

Answer<void> send(ModbusMaster& master, const WriteBlock& block, int function) {
    const bool isSingle = function == 6 || (function == 0 && block.words.size() == 1);
    return isSingle ? master.writeSingle(block.number, block.words.front())
                    : master.writeMultiple(block.number, block.words);
}

void reportFailure(const WriteBlock& block,
                   const MasterError& failure,
                   const Requests& all,
                   std::size_t writtenCount) {
    const bool isOne = block.requests.size() == 1;
    std::string text = "writing " + namesOf(block.requests) +
                       (isOne ? " = " + textOf(block.requests.front().value) : "") +
                       " failed: " + failure.text;
    if (failure.kind == MasterError::Kind::Exception) {
        for (const WriteRequest& request : block.requests) {
            const std::string range = rangeTextOf(request);
            text += range.empty() ? "" : "; " + range;
        }
    }
    printError({.text = std::move(text), .place = {}});
    if (all.size() > 1) {
        const std::span<const WriteRequest> list(all);
        const std::string written = namesOf(list.first(writtenCount));
        printError({.text = "written: " + (written.empty() ? "nothing" : written) +
                            "; not written: " + namesOf(list.subspan(writtenCount)),
                    .place = {}});
    }
}

/// What was written, in its order; stops at the first that is not confirmed.
Requests writeAll(ModbusMaster& master, const Requests& requests, int function) {
    Requests written;
    for (const WriteBlock& block : writeBlocksOf(requests, function != 6)) {
        if (const auto sent = send(master, block, function); !sent) {
            reportFailure(block, sent.error(), requests, written.size());
            break;
        }
        written.insert(written.end(), block.requests.begin(), block.requests.end());
    }
    return written;
}

/// Reads back what was written; the last word counts where a register stands twice in the list.
bool verify(ModbusMaster& master, const Requests& written) {
    bool isSame = true;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const WriteRequest& request = written[i];
        const bool isOld =
            std::any_of(written.begin() + static_cast<std::ptrdiff_t>(i) + 1, written.end(),
                        [&](const WriteRequest& later) { return later.number == request.number; });
        if (isOld) {
            continue;
        }
        const auto words = master.read(request.number, 1);
        if (!words) {
            printError({.text = "verifying " + namesOf({&request, 1}) + ": " + words.error().text,
                        .place = {}});
            return false;
        }
        if (words->front() != request.word) {
            printError({.text = "verifying " + namesOf({&request, 1}) + ": written was " +
                                std::to_string(request.word) + ", the register reads " +
                                std::to_string(words->front()),
                        .place = {}});
            isSame = false;
        }
    }
    return isSame;
}

ExitStatus writeRegisters(const WriteArguments& arguments) {
    const MasterUse use = arguments.isVerified ? MasterUse::Asks : MasterUse::Writes;
    const auto judged = judgeMasterOptions(arguments.master, use);
    if (!judged) {
        printError(judged.error());
        return ExitStatus::Wrong;
    }
    const auto requests = requestsOf(arguments.assignments);
    if (!requests) {
        return ExitStatus::Wrong;
    }
    auto master = connectMaster(arguments.master);
    if (!master) {
        printError(master.error());
        return ExitStatus::Failed;
    }
    const Requests written = writeAll(*master, *requests, arguments.function);
    const bool isVerified = !arguments.isVerified || verify(*master, written);
    print(written, arguments.master.format);
    const bool isDone = isVerified && written.size() == requests->size();
    return isDone ? ExitStatus::Held : ExitStatus::Failed;
}

} // namespace

void addWriteCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("write", "Write registers of a meter as a Modbus master");
    const auto arguments = std::make_shared<WriteArguments>();
    command
        ->add_option("assignment", arguments->assignments,
                     "Names with values in their unit, or numbers with words")
        ->required()
        ->type_name("NAME=VALUE");
    addMasterOptions(*command, arguments->master);
    command
        ->add_option("--function", arguments->function,
                     "6 writes each register by itself, 16 all by function 16")
        ->check(CLI::IsMember({6, 16}))
        ->default_str("6 for one register, 16 for neighbours");
    command->add_flag("--verify", arguments->isVerified,
                      "Read back what was written; a different value is a failure");
    command->footer(
        "A name takes its value in its unit (pt_ratio=2, ct_primary='400 A'), a number "
        "the word of\nthe register (133=200). The whole list is checked first; "
        "adjacent registers share one request, in\nthe order given; the first that fails "
        "ends it, and what was written is reported.\n"
        "Exit status: 0 written, 1 no answer or an exception, 2 invalid call.\n"
        "Example:\n  metertwin-cli write --tcp 127.0.0.1:1502 ct_primary=400 "
        "command=30078");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return writeRegisters(*arguments);
        };
    });
}

} // namespace meter::app
