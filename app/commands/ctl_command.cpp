// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_values.hpp"
#include "app/commands/command.hpp"
#include "app/serve/bundle_record.hpp"
#include "app/serve/control_exchange.hpp"
#include "app/serve/control_text.hpp"
#include "sim/base/shown_text.hpp"
#include "sim/live/control/json_rpc.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdio>
#include <expected>
#include <memory>
#include <string>
#include <vector>

namespace meter::app {
namespace {

using sim::live::Json;
using Patience = std::chrono::milliseconds;

struct CtlArguments {
    std::string path;
    std::string method = "help";
    std::vector<std::string> words;
    std::string format = "text";
    std::string timeout = "1 min";
    std::string bundle;
};

ExitStatus showError(const Json& error) {
    std::string text = "the answer is not JSON-RPC";
    ExitStatus status = ExitStatus::Failed;
    if (error.is_object()) {
        text = error.value("message", text);
        const int code = error.value("code", 0);
        const bool isOfCall = code == static_cast<int>(sim::live::RpcCode::InvalidParams) ||
                              code == static_cast<int>(sim::live::RpcCode::MethodNotFound);
        status = isOfCall ? ExitStatus::Wrong : status;
        if (error.contains("data") && error["data"].contains("mistakes")) {
            const Json& mistakes = error["data"]["mistakes"];
            for (std::size_t i = 1; i < mistakes.size(); ++i) {
                text += "\nmetertwin-cli: " + mistakes[i].get<std::string>();
            }
        }
    }
    printError({.text = text, .place = {}});
    return status;
}

/// What the twin answers to the method; nothing: its error was shown, and this is the status.
std::expected<Json, ExitStatus>
ask(const CtlArguments& arguments, const Json& params, Patience patience) {
    const Json request = {
        {"jsonrpc", "2.0"}, {"id", 1}, {"method", arguments.method}, {"params", params}};
    const auto answer =
        exchangeControl(arguments.path, sim::live::rpcText(request) + "\n", patience);
    if (!answer) {
        printError(answer.error());
        return std::unexpected(ExitStatus::Failed);
    }
    const Json response = Json::parse(*answer, nullptr, false);
    if (!response.is_object() || !response.contains("result")) {
        const bool hasError = response.is_object() && response.contains("error");
        return std::unexpected(showError(hasError ? response["error"] : Json(nullptr)));
    }
    return response["result"];
}

ExitStatus show(const CtlArguments& arguments, const Json& result) {
    const std::string text = arguments.format == "json"
                                 ? sim::shownJson(result.dump(2)) + "\n"
                                 : sim::shownText(controlResultText(arguments.method, result));
    std::fwrite(text.data(), 1, text.size(), stdout);
    return ExitStatus::Held;
}

/// `record --bundle F.zip`: the twin writes its part into a folder, which is packed here.
ExitStatus recordBundle(const CtlArguments& arguments, Json params, Patience patience) {
    const auto recording = BundleRecording::begin(params);
    if (!recording) {
        printError(recording.error());
        return ExitStatus::Wrong;
    }
    auto result = ask(arguments, params, patience);
    if (!result) {
        return result.error();
    }
    if (const sim::Result<void> packed = recording->pack(arguments.bundle); !packed) {
        printError(packed.error());
        return ExitStatus::Failed;
    }
    (*result)["file"] = arguments.bundle;
    return show(arguments, *result);
}

ExitStatus control(const CtlArguments& arguments) {
    const auto patience = wallDurationOf(arguments.timeout);
    if (!patience) {
        printError({.text = "--timeout: " + patience.error().text, .place = {}});
        return ExitStatus::Wrong;
    }
    if (!arguments.bundle.empty() && arguments.method != "record") {
        printError({.text = "--bundle belongs to `record`, as in: ctl PATH record --bundle F.zip",
                    .place = {}});
        return ExitStatus::Wrong;
    }
    const auto params = controlParameters(arguments.method, arguments.words);
    if (!params) {
        printError(params.error());
        return ExitStatus::Wrong;
    }
    if (!arguments.bundle.empty()) {
        return recordBundle(arguments, *params, *patience);
    }
    const auto result = ask(arguments, *params, *patience);
    return result ? show(arguments, *result) : result.error();
}

} // namespace

void addCtlCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("ctl", "Control a running twin through its control socket");
    const auto arguments = std::make_shared<CtlArguments>();
    command->add_option("path", arguments->path, "The socket: the path given to `serve --control`")
        ->type_name("PATH")
        ->required();
    command->add_option("method", arguments->method, "The method to call; `help` lists them")
        ->type_name("METHOD");
    command->add_option("parameter", arguments->words, "Parameters as key=value, or bare words")
        ->type_name("KEY=VALUE");
    command->add_option("--format", arguments->format, "How to print the result")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->add_option("--timeout", arguments->timeout, "How long to wait for the answer")
        ->type_name("DURATION")
        ->capture_default_str();
    command
        ->add_option("--bundle", arguments->bundle,
                     "With record: everything that repeats it, in one file")
        ->type_name("FILE.zip");
    command->footer("Exit status: 0 done, 1 refused or no twin there, 2 invalid call.\n"
                    "Example:\n"
                    "  metertwin-cli ctl /tmp/twin pause\n"
                    "  metertwin-cli ctl /tmp/twin set source.voltage.B='70 %'\n"
                    "  metertwin-cli ctl /tmp/twin step 2 s\n"
                    "  metertwin-cli ctl /tmp/twin read voltage_bn");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return control(*arguments);
        };
    });
}

} // namespace meter::app
