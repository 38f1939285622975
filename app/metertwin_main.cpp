// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// metertwin: the desktop program. A window onto a live meter that serves the same endpoints as
// metertwin-cli serve, and says so on stdout in the same words.

#include "app/base/program_call.hpp"
#include "app/base/stop_signals.hpp"
#include "app/base/text_values.hpp"
#include "app/base/version.hpp"
#include "app/commands/command.hpp"
#include "app/lesson/served_lesson.hpp"
#include "app/serve/serve_options.hpp"
#include "app/serve/tracing.hpp"
#include "gui/language/language.hpp"
#include "gui/live/engine_link.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/main_window.hpp"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QSettings>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <utility>

namespace {

using meter::app::ExitStatus;

constexpr const char* kNoDisplay =
    "metertwin: there is no display to open a window on. Start it in a desktop session, or use "
    "`metertwin-cli serve`, which needs none.\n";

bool hasDisplay() {
    constexpr std::array kVariables = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    return std::ranges::any_of(kVariables, [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    });
}

/// Qt aborts when it cannot reach the display; we end with our own words instead.
void onQtMessage(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message) {
    std::fprintf(stderr, "%s\n", qUtf8Printable(message));
    if (type == QtFatalMsg) {
        std::fputs(kNoDisplay, stderr);
        std::_Exit(static_cast<int>(ExitStatus::Wrong));
    }
}

struct Call {
    meter::sim::live::EngineOptions engine;
    std::vector<meter::sim::Scenario> scenarios;
    std::optional<std::chrono::milliseconds> wallLimit;
    std::optional<std::string> tracePath;
    std::optional<std::string> bundle; ///< Opened as from the menu, in place of a scenario.
};

/// Judges the options; mistakes are printed.
std::optional<Call> callOf(meter::app::ServeOptions options) {
    Call call;
    if (options.scenarioFiles.size() == 1 && options.scenarioFiles.front().ends_with(".zip")) {
        call.bundle = options.scenarioFiles.front();
        options.scenarioFiles.clear();
    }
    auto engine = meter::app::engineOptionsOf(options);
    if (!engine) {
        meter::app::printError(engine.error());
        return std::nullopt;
    }
    call.engine = std::move(*engine);
    call.tracePath = options.tracePath;
    if (options.forDuration) {
        const auto limit = meter::app::wallDurationOf(*options.forDuration);
        if (!limit) {
            meter::app::printError({.text = "--for: " + limit.error().text, .place = {}});
            return std::nullopt;
        }
        call.wallLimit = *limit;
    }
    auto scenarios = meter::app::servedScenarios(options, call.engine);
    if (!scenarios) {
        meter::app::printErrors(scenarios.error());
        return std::nullopt;
    }
    call.scenarios = std::move(*scenarios);
    return call;
}

ExitStatus show(int& argc, char** argv, Call call) {
    const meter::app::StopSignals stopSignals; // Before any thread, which inherits the mask.
    qInstallMessageHandler(&onQtMessage);
    QApplication application(argc, argv);
    qInstallMessageHandler(nullptr);
    QApplication::setApplicationName(QStringLiteral("metertwin"));
    QApplication::setOrganizationName(QStringLiteral("metertwin"));
    QApplication::setDesktopFileName(QStringLiteral("metertwin"));
    QApplication::setApplicationVersion(QString::fromStdString(meter::app::versionText()));

    QSettings settings;
    meter::gui::applyLanguage(meter::gui::chosenLanguage(settings));

    for (const std::string& warning : meter::app::exposureWarnings(call.engine)) {
        std::fprintf(stderr, "metertwin: %s\n", warning.c_str());
    }
    meter::app::Tracing tracing;
    if (const auto opened = tracing.open(call.tracePath, call.engine); !opened) {
        meter::app::printError(opened.error());
        return ExitStatus::Wrong;
    }
    meter::gui::EngineLink link(std::move(call.scenarios), call.engine);
    if (const auto started = link.start(); !started) {
        meter::app::printError(started.error());
        return ExitStatus::Wrong;
    }
    if (const auto mistakes = call.bundle ? link.openScenario(*call.bundle) : meter::sim::Errors{};
        !mistakes.empty()) {
        meter::app::printErrors(mistakes);
        return ExitStatus::Wrong;
    }
    for (const meter::sim::live::Endpoint& endpoint : link.endpoints()) {
        std::printf("%s\n", endpoint.line().c_str());
    }
    std::printf("ready\n");
    std::fflush(stdout);

    meter::gui::LiveMeter liveMeter(link);
    meter::gui::MainWindow window(liveMeter);
    window.restoreLayout(settings);
    window.show();

    const QSocketNotifier stop(stopSignals.descriptor(), QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &window, &QWidget::close);
    if (call.wallLimit) {
        QTimer::singleShot(*call.wallLimit, &window, &QWidget::close);
    }
    QTimer tracePump;
    if (tracing.isOpen()) {
        QObject::connect(&tracePump, &QTimer::timeout, &window, [&tracing] { tracing.pump(); });
        tracePump.start(meter::app::TrafficTrace::kInterval);
    }
    QApplication::exec();
    window.saveLayout(settings);
    link.stop();
    return tracing.end();
}

ExitStatus runProgram(int argc, char** argv) {
    CLI::App program{"A window onto a digital twin of the Leviton Series 4000-R power meter"};
    program.name("metertwin");
    program.set_version_flag("--version", "metertwin " + meter::app::versionText());
    meter::app::ServeOptions options;
    program
        .add_option(
            "scenario", options.scenarioFiles,
            "Scenario files, one per meter; the window shows the first; or one bundle (.zip)")
        ->type_name("SCENARIO");
    meter::app::addServeOptions(program, options);
    program.footer("Without endpoints: Modbus TCP on 127.0.0.1:1502 and a virtual serial port.\n"
                   "Prints one line per endpoint, then 'ready'.\n"
                   "Example:\n  metertwin --tcp 127.0.0.1:1502");
    if (const auto ended = meter::app::parseCall(program, argc, argv)) {
        return *ended;
    }
    std::optional<Call> call = callOf(options);
    if (!call) {
        return ExitStatus::Wrong;
    }
    if (!hasDisplay()) {
        std::fputs(kNoDisplay, stderr);
        return ExitStatus::Wrong;
    }
    return show(argc, argv, std::move(*call));
}

} // namespace

int main(int argc, char** argv) {
    meter::app::openStandardStreams();
    ExitStatus status = ExitStatus::Wrong;
    try {
        status = runProgram(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "metertwin: %s\n", error.what());
    }
    return static_cast<int>(meter::app::afterOutput("metertwin", status));
}
