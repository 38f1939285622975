// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_values.hpp"
#include "app/commands/command.hpp"
#include "app/serve/control_text.hpp"
#include "sim/live/base/system_error.hpp"
#include "sim/live/control/control_socket.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <memory>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <vector>

namespace meter::app {
namespace {

using sim::live::Json;
using Clock = std::chrono::steady_clock;

struct CtlArguments {
    std::string path;
    std::string method = "help";
    std::vector<std::string> words;
    std::string format = "text";
    std::string timeout = "1 min";
};

/// Sends the line and fetches one.
sim::Result<std::string>
exchange(const std::string& path, const std::string& line, std::chrono::milliseconds patience) {
    const auto twin = sim::live::connectControl(path);
    if (!twin) {
        return std::unexpected(sim::Error{.text = twin.error().text +
                                                  "; is `metertwin-cli serve --control " + path +
                                                  "` running?",
                                          .place = {}});
    }
    std::size_t sent = 0;
    while (sent < line.size()) {
        const ssize_t size =
            ::send(twin->get(), line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
        if (size < 0 && errno != EINTR) {
            return std::unexpected(sim::live::systemError("the twin did not take the request"));
        }
        sent += static_cast<std::size_t>(std::max<ssize_t>(size, 0));
    }
    const Clock::time_point end = Clock::now() + patience;
    std::string answer;
    while (!answer.ends_with('\n')) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        pollfd state{twin->get(), POLLIN, 0};
        const int ready = ::poll(&state, 1, static_cast<int>(std::max<long>(0, left.count())));
        if (ready < 0 && errno == EINTR) {
            continue;
        }
        std::array<char, 4096> chunk{};
        const ssize_t size = ready <= 0 ? 0 : ::read(twin->get(), chunk.data(), chunk.size());
        if (size <= 0) {
            return std::unexpected(sim::Error{
                .text = ready == 0 ? "the twin did not answer in time; --timeout gives it more"
                                   : "the twin ended the connection without an answer",
                .place = {}});
        }
        answer.append(chunk.data(), static_cast<std::size_t>(size));
    }
    return answer;
}

ExitStatus showError(const Json& error) {
    std::string text = "the answer is no JSON-RPC";
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

ExitStatus control(const CtlArguments& arguments) {
    const auto patience = wallDurationOf(arguments.timeout);
    if (!patience) {
        printError({.text = "--timeout: " + patience.error().text, .place = {}});
        return ExitStatus::Wrong;
    }
    const auto params = controlParameters(arguments.method, arguments.words);
    if (!params) {
        printError(params.error());
        return ExitStatus::Wrong;
    }
    const Json request = {
        {"jsonrpc", "2.0"}, {"id", 1}, {"method", arguments.method}, {"params", *params}};
    const auto answer = exchange(arguments.path, sim::live::rpcText(request) + "\n", *patience);
    if (!answer) {
        printError(answer.error());
        return ExitStatus::Failed;
    }
    const Json response = Json::parse(*answer, nullptr, false);
    if (!response.is_object() || !response.contains("result")) {
        const bool hasError = response.is_object() && response.contains("error");
        return showError(hasError ? response["error"] : Json(nullptr));
    }
    const std::string text = arguments.format == "json"
                                 ? response["result"].dump(2) + "\n"
                                 : controlResultText(arguments.method, response["result"]);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return ExitStatus::Held;
}

} // namespace

void addCtlCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("ctl", "Steer a running twin through its control socket");
    const auto arguments = std::make_shared<CtlArguments>();
    command->add_option("path", arguments->path, "The socket: what `serve --control` was given")
        ->type_name("PATH")
        ->required();
    command->add_option("method", arguments->method, "What to do; `help` lists all")
        ->type_name("METHOD");
    command->add_option("parameter", arguments->words, "Parameters as key=value, or bare words")
        ->type_name("KEY=VALUE");
    command->add_option("--format", arguments->format, "How to print the result")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->add_option("--timeout", arguments->timeout, "How long to wait for the answer")
        ->type_name("DURATION")
        ->capture_default_str();
    command->footer("Exit status: 0 done, 1 refused or no twin there, 2 the call is wrong.\n"
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
