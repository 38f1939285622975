// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "app/page/page_text.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace meter::app {

void addPageCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command = program.add_subcommand(
        "page", "Print scenarios and lessons in the form that the page for browsers takes");
    const auto files = std::make_shared<std::vector<std::string>>();
    const auto address = std::make_shared<std::string>();
    command->add_option("FILE", *files, "Scenarios and lessons (*.lesson.yaml)")->required();
    command->add_option("--link", *address,
                        "Print a link to the page at this address with the scenario in it");
    command->footer("Examples:\n"
                    "  metertwin-cli page scenario.yaml lesson.lesson.yaml > texts.json\n"
                    "  metertwin-cli page scenario.yaml --link https://example.org/metertwin.html");
    command->callback([files, address, &chosen] {
        chosen = [files, address] {
            const auto text = address->empty() ? pageJson(*files) : pageLinks(*files, *address);
            if (!text) {
                for (const sim::Error& error : text.error()) {
                    std::fprintf(stderr, "%s\n", error.message().c_str());
                }
                return ExitStatus::Wrong;
            }
            std::fwrite(text->data(), 1, text->size(), stdout);
            return ExitStatus::Held;
        };
    });
}

} // namespace meter::app
