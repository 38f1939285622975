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
#include "gui/lesson/lesson_stage.hpp"
#include "gui/live/careful_start.hpp"
#include "gui/live/engine_link.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/main_window.hpp"
#include "gui/window_host.hpp"
#include "sim/base/shown_text.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

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
    /// Opened as from the menu, in place of a scenario: a bundle, a recording.
    std::optional<std::string> document;
    bool isPlain = false; ///< Nothing was named: the window begins with its start page.
    QStringList troubles; ///< What was asked for and cannot be had.
    std::optional<std::string> lesson; ///< Its first page is shown.
    std::optional<std::string> learner;
};

constexpr const char* kProgram = "metertwin";

void print(const meter::sim::Error& error) {
    std::fprintf(stderr, "%s: %s\n", kProgram, meter::sim::shownText(error.message()).c_str());
}

void note(const meter::sim::Errors& errors, QStringList& troubles) {
    for (const meter::sim::Error& error : errors) {
        print(error);
        troubles << QString::fromStdString(error.message());
    }
}

bool isScenario(const std::string& file) {
    return file.ends_with(".yaml") || file.ends_with(".yml");
}

/// Judges the options; mistakes of them are printed. One of a file does not keep the window shut.
std::optional<Call> callOf(meter::app::ServeOptions options) {
    Call call;
    call.isPlain = options.scenarioFiles.empty() && !options.lessonFile;
    if (options.scenarioFiles.size() == 1 && !isScenario(options.scenarioFiles.front())) {
        call.document = options.scenarioFiles.front();
        options.scenarioFiles.clear();
    }
    if (options.scenarioFiles.size() == 1 &&
        options.scenarioFiles.front().ends_with(meter::sim::kLessonEnding)) {
        call.lesson = options.scenarioFiles.front();
        options.scenarioFiles.clear();
    }
    if (options.resultFile || options.attempt) {
        meter::app::printError({.text = "--result and --attempt are options of `metertwin-cli "
                                        "serve`; the window keeps the results of a learner itself",
                                .place = {}});
        return std::nullopt;
    }
    call.lesson = options.lessonFile ? std::exchange(options.lessonFile, std::nullopt)
                                     : std::move(call.lesson);
    call.learner = std::exchange(options.learner, std::nullopt);
    auto engine = meter::app::engineOptionsOf(options);
    if (!engine) {
        print(engine.error());
        return std::nullopt;
    }
    call.engine = std::move(*engine);
    call.tracePath = options.tracePath;
    if (options.forDuration) {
        const auto limit = meter::app::wallDurationOf(*options.forDuration);
        if (!limit) {
            print({.text = "--for: " + limit.error().text, .place = {}});
            return std::nullopt;
        }
        call.wallLimit = *limit;
    }
    auto scenarios = meter::app::servedScenarios(options, call.engine);
    if (scenarios) {
        call.scenarios = std::move(*scenarios);
    } else {
        note(scenarios.error(), call.troubles);
        call.scenarios = {meter::sim::builtInScenario()};
    }
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

    meter::gui::applyLanguage(meter::gui::chosenLanguage(QSettings()));

    for (const std::string& warning : meter::app::exposureWarnings(call.engine)) {
        std::fprintf(stderr, "%s: %s\n", kProgram, warning.c_str());
    }
    meter::app::Tracing tracing;
    if (const auto opened = tracing.open(call.tracePath, call.engine); !opened) {
        note({opened.error()}, call.troubles);
    }
    const meter::gui::CarefulStart start = meter::gui::startCarefully(call.scenarios, call.engine);
    for (const QString& trouble : start.troubles) {
        std::fprintf(stderr, "%s: %s\n", kProgram, qUtf8Printable(trouble));
    }
    if (!start.link) {
        return ExitStatus::Wrong; // Not even a meter that nobody can reach.
    }
    call.troubles << start.troubles;
    meter::gui::EngineLink& link = *start.link;
    if (call.document) {
        note(link.openScenario(*call.document), call.troubles);
    }
    for (const meter::sim::live::Endpoint& endpoint : link.endpoints()) {
        std::printf("%s\n", endpoint.line().c_str());
    }
    std::printf("ready\n");
    std::fflush(stdout);

    meter::gui::LiveMeter liveMeter(link);
    meter::gui::WindowHost host(liveMeter);
    if (call.isPlain) {
        host.window().showStartPage();
    }
    host.show();
    host.window().showTroubles(call.troubles);
    if (call.learner) {
        meter::gui::LessonRoom::of(liveMeter).setLearner(QString::fromStdString(*call.learner));
    }
    if (call.lesson) {
        host.window().lessons().choose(QString::fromStdString(*call.lesson));
    }

    const QSocketNotifier stop(stopSignals.descriptor(), QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &host, &meter::gui::WindowHost::close);
    if (call.wallLimit) {
        QTimer::singleShot(*call.wallLimit, &host, &meter::gui::WindowHost::close);
    }
    QTimer tracePump;
    if (tracing.isOpen()) {
        QObject::connect(&tracePump, &QTimer::timeout, &host, [&tracing] { tracing.pump(); });
        tracePump.start(meter::app::TrafficTrace::kInterval);
    }
    QApplication::exec();
    host.saveLayout();
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
            "Scenario files, one per meter; or one bundle (.zip) or recording (.cfg, .cff, .csv)")
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
