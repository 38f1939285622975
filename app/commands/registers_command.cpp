// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "app/export/map_export.hpp"
#include "app/export/program_export.hpp"
#include "sim/registers/register_names.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace meter::app {
namespace {

constexpr int kUnitMax = 247;

void printTable() {
    std::printf("%-8s %-5s %-4s %-6s %-7s %-6s %s\n", "register", "words", "r/w", "format", "unit",
                "scale", "name");
    for (std::size_t i = 0; i < kRegisterMap.size(); ++i) {
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
    for (std::size_t i = 0; i < kRegisterMap.size(); ++i) {
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

struct TextFormat {
    const char* name;
    std::string (*text)(const ExportTarget& target);
};

constexpr std::array<TextFormat, 14> kTextFormats = {{
    {"csv",
     [](const ExportTarget&) {
         return registersCsv();
     }},
    {"md",
     [](const ExportTarget&) {
         return registersMarkdown();
     }},
    {"markdown",
     [](const ExportTarget&) {
         return registersMarkdown();
     }},
    {"mbpoll", &mbpollLines},
    {"telegraf", &telegrafConfiguration},
    {"home-assistant", &homeAssistantConfiguration},
    {"node-red", &nodeRedFlow},
    {"thingsboard", &thingsboardConnector},
    {"evcc", &evccMeter},
    {"prometheus", &modbusExporterConfiguration},
    {"openems", &openemsMeter},
    {"mbmd", &mbmdMeter},
    {"kepware", &kepwareTags},
    {"ignition", &ignitionTags},
}};

std::vector<std::string> formatNames() {
    std::vector<std::string> names = {"table", "json"};
    for (const TextFormat& format : kTextFormats) {
        names.emplace_back(format.name);
    }
    return names;
}

struct ListArguments {
    std::string format = "table";
    std::string tcp = "127.0.0.1:1502";
    int unit = 1;
};

ExitStatus listRegisters(const ListArguments& arguments) {
    const auto address = hostPortOf(arguments.tcp);
    if (!address) {
        printError({.text = "--tcp: " + address.error().text, .place = {}});
        return ExitStatus::Wrong;
    }
    if (arguments.format == "table") {
        printTable();
    } else if (arguments.format == "json") {
        printJson();
    }
    const ExportTarget target{*address, arguments.unit};
    for (const TextFormat& format : kTextFormats) {
        if (arguments.format == format.name) {
            const std::string text = format.text(target);
            std::fwrite(text.data(), 1, text.size(), stdout);
        }
    }
    return ExitStatus::Held;
}

} // namespace

void addRegistersCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command = program.add_subcommand("registers", "List the meter's point map");
    const auto arguments = std::make_shared<ListArguments>();
    command->add_option("--format", arguments->format, "How to print it, or for which program")
        ->check(CLI::IsMember(formatNames()))
        ->capture_default_str();
    command->add_option("--tcp", arguments->tcp, "Where the meter is, for other programs")
        ->type_name("HOST:PORT")
        ->capture_default_str();
    command->add_option("--unit", arguments->unit, "Its Modbus address, for other programs")
        ->check(CLI::Range(1, kUnitMax))
        ->capture_default_str();
    command->footer("Example:\n  metertwin-cli registers --format telegraf --tcp 10.0.0.7:502");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return listRegisters(*arguments);
        };
    });
}

} // namespace meter::app
