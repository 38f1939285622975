// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "sim/registers/register_names.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace meter::app {
namespace {

void printTable() {
    std::printf("%-8s %-5s %-4s %-6s %-7s %-6s %s\n", "register", "words", "r/w", "format", "unit",
                "scale", "name");
    for (std::size_t i = 0; i < kRegisterRowCount; ++i) {
        const auto [row, text] = namedRegister(i);
        std::printf("%-8u %-5u %-4s %-6s %-7s %-6s %s%s\n", row->number, row->words,
                    row->isWritable() ? "R/W" : "R", std::string(formatText(row->format)).c_str(),
                    std::string(text->unit).c_str(), std::string(scaleText(row->scale)).c_str(),
                    std::string(text->name).c_str(),
                    row->variant() == Variant::Logging ? " (logging variant)" : "");
    }
}

void printJson() {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < kRegisterRowCount; ++i) {
        const auto [row, text] = namedRegister(i);
        list.push_back({{"register", row->number},
                        {"words", row->words},
                        {"access", row->isWritable() ? "R/W" : "R"},
                        {"nv", row->isNonVolatile()},
                        {"format", formatText(row->format)},
                        {"unit", text->unit},
                        {"scale", scaleText(row->scale)},
                        {"range", text->range},
                        {"name", text->name},
                        {"valid_in", validInText(*row)},
                        {"variant", row->variant() == Variant::Logging ? "log" : "all"},
                        {"description", text->description}});
    }
    std::printf("%s\n", list.dump(2).c_str());
}

ExitStatus listRegisters(const std::string& format) {
    if (format == "json") {
        printJson();
    } else if (format == "table") {
        printTable();
    } else {
        const std::string text = format == "csv" ? registersCsv() : registersMarkdown();
        std::fwrite(text.data(), 1, text.size(), stdout);
    }
    return ExitStatus::Held;
}

} // namespace

void addRegistersCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command = program.add_subcommand("registers", "List the meter's point map");
    const auto format = std::make_shared<std::string>("table");
    command->add_option("--format", *format, "How to print it")
        ->check(CLI::IsMember({"table", "csv", "json", "markdown"}))
        ->capture_default_str();
    command->footer("Example:\n  metertwin-cli registers --format csv");
    command->callback([format, &chosen] {
        chosen = [format] {
            return listRegisters(*format);
        };
    });
}

} // namespace meter::app
