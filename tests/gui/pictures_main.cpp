// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of README and docs: the start page and each workspace, light and dark, of a
// running meter. docs/images/make calls it: metertwin_pictures FOLDER
#include "gui/base/appearance.hpp"
#include "gui/dock_frame.hpp"
#include "gui/live/engine_link.hpp"
#include "gui/main_window.hpp"
#include "gui/workspace/workspace_table.hpp"
#include "sim/live/meter_series.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPixmap>

#include <array>
#include <cstdio>
#include <utility>

using namespace meter::gui;

namespace {

constexpr QSize kSize = {1280, 800};
constexpr int kSettleMs = 2500; ///< Until views that look now and then have looked.

constexpr std::array kThemes = {std::pair("light", Appearance::Light),
                                std::pair("dark", Appearance::Dark)};

void settle(int milliseconds) {
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

bool save(MainWindow& window, const QDir& folder, const QString& name) {
    settle(kSettleMs);
    const QString file = folder.filePath(name + QStringLiteral(".png"));
    const bool isSaved = window.grab().save(file);
    std::printf("%s %s\n", isSaved ? "wrote" : "could not write", qUtf8Printable(file));
    return isSaved;
}

} // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2 || !QDir(arguments[1]).exists()) {
        std::fputs("metertwin_pictures FOLDER\n", stderr);
        return 2;
    }
    const QDir folder(arguments[1]);
    auto meters = meter::sim::live::meterSeries(meter::sim::builtInScenario(), 3);
    if (!meters) {
        return 1;
    }
    meter::sim::live::EngineOptions options;
    options.ptyLink.reset(); // Its path is this machine's.
    EngineLink link(std::move(*meters), options);
    if (const auto started = link.start(); !started) {
        std::fprintf(stderr, "%s\n", started.error().message().c_str());
        return 1;
    }
    LiveMeter meter(link);
    bool isDone = true;
    for (const auto& [theme, appearance] : kThemes) {
        applyAppearance(appearance);
        MainWindow window(meter);
        window.resize(kSize);
        window.show();
        const QString ending = QStringLiteral("-") + QLatin1String(theme);
        for (std::size_t index = 0; index < workspaceSpecs().size(); ++index) {
            window.showWorkspace(index);
            isDone = save(window, folder, QLatin1String(workspaceSpecs()[index].name) + ending) &&
                     isDone;
        }
        window.showStartPage();
        isDone = save(window, folder, QStringLiteral("start") + ending) && isDone;
    }
    link.stop();
    return isDone ? 0 : 1;
}
