// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded clicks, keys, texts, drags and sizes over the whole window of a running meter: nothing
// crashes or hangs it, or makes two places disagree about a number. METERTWIN_MONKEY_STEPS and
// METERTWIN_MONKEY_SEED say how many and which.
#include "gui/file/shipped_files.hpp"
#include "gui/live/engine_link.hpp"
#include "gui/main_window.hpp"
#include "gui/readings/readings_model.hpp"
#include "gui/readings/snapshot_registers.hpp"
#include "gui/registers/register_model.hpp"
#include "gui/workspace/workspace_table.hpp"
#include "sim/live/meter_series.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <random>

using namespace meter;
using namespace meter::gui;

namespace {

constexpr int kStepsInEveryRun = 400;
/// At step 53 of this one, QMainWindow once took tab bars into use while it was showing them.
constexpr int kSeed = 2;
constexpr int kStepsBetweenLooks = 50;

constexpr std::array kKeys = {Qt::Key_Up,     Qt::Key_Down,  Qt::Key_Left, Qt::Key_Right,
                              Qt::Key_Plus,   Qt::Key_Minus, Qt::Key_Tab,  Qt::Key_Space,
                              Qt::Key_Return, Qt::Key_F,     Qt::Key_D,    Qt::Key_Delete,
                              Qt::Key_Escape, Qt::Key_Home,  Qt::Key_1,    Qt::Key_A};
constexpr std::array kTexts = {"1e9", "NaN", "-99999", "277 V", "0", "A", "70 %", "0.5 lagging"};
constexpr std::array kSizes = {QSize(960, 540), QSize(1024, 768), QSize(1280, 720), QSize(640, 480),
                               QSize(1600, 900)};

class Monkey final {
public:
    Monkey(MainWindow& window, unsigned seed) : m_window(window), m_random(seed) {
        // A menu or dialog that waits for an answer gets none, and goes.
        m_closer.setInterval(20);
        QObject::connect(&m_closer, &QTimer::timeout, [] {
            if (QWidget* popup = QApplication::activePopupWidget()) {
                popup->close();
            }
        });
        m_closer.start();
    }

    void step() {
        closeDialogs();
        if (!m_window.isVisible()) {
            m_window.show(); // It pressed Ctrl+Q.
        }
        QWidget* target = aWidget();
        if (target == nullptr) {
            return;
        }
        switch (upTo(12)) {
        case 0:
            m_window.showWorkspace(upTo(workspaceSpecs().size()));
            break;
        case 1:
            QTest::keyClick(target, kKeys.at(upTo(kKeys.size())));
            break;
        case 2:
            if (auto* line = qobject_cast<QLineEdit*>(target); line != nullptr) {
                line->selectAll();
                QTest::keyClicks(line, QString::fromLatin1(kTexts.at(upTo(kTexts.size()))));
                QTest::keyClick(line, Qt::Key_Return);
            }
            break;
        case 3:
            drag(*target);
            break;
        case 4:
            wheel(*target);
            break;
        case 5:
            QTest::mouseDClick(target, Qt::LeftButton, {}, aPlace(*target));
            break;
        case 6:
            if (upTo(4) == 0) {
                m_window.resize(kSizes.at(upTo(kSizes.size())));
            }
            break;
        case 7:
            triggerAction();
            break;
        default:
            QTest::mouseClick(target, Qt::LeftButton, {}, aPlace(*target));
        }
        QApplication::processEvents();
    }

private:
    std::size_t upTo(std::size_t count) { return m_random() % count; }

    QPoint aPlace(const QWidget& widget) {
        return {static_cast<int>(upTo(static_cast<std::size_t>(std::max(1, widget.width())))),
                static_cast<int>(upTo(static_cast<std::size_t>(std::max(1, widget.height()))))};
    }

    QWidget* aWidget() {
        const auto all = m_window.findChildren<QWidget*>();
        for (int attempt = 0; attempt < 20 && !all.isEmpty(); ++attempt) {
            QWidget* found =
                all.at(static_cast<qsizetype>(upTo(static_cast<std::size_t>(all.size()))));
            if (found->isVisible() && found->isEnabled() && found->width() > 2) {
                return found;
            }
        }
        return nullptr;
    }

    void drag(QWidget& target) {
        const QPoint from = aPlace(target);
        const QPoint to = aPlace(target);
        QTest::mousePress(&target, Qt::LeftButton, {}, from);
        QTest::mouseMove(&target, (from + to) / 2);
        QTest::mouseMove(&target, to);
        QTest::mouseRelease(&target, Qt::LeftButton, {}, to);
    }

    void wheel(QWidget& target) {
        const QPointF place(aPlace(target));
        QWheelEvent event(place, target.mapToGlobal(place), {}, {0, upTo(2) == 0 ? 120 : -120},
                          Qt::NoButton, upTo(3) == 0 ? Qt::ControlModifier : Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&target, &event);
    }

    /// Whatever a menu offers, but for other languages and the end.
    void triggerAction() {
        const auto actions = m_window.findChildren<QAction*>();
        if (actions.isEmpty()) {
            return;
        }
        QAction* action =
            actions.at(static_cast<qsizetype>(upTo(static_cast<std::size_t>(actions.size()))));
        const bool isLeftOut = action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Q) ||
                               action->menu() != nullptr || !action->isEnabled();
        if (!isLeftOut) {
            action->trigger();
        }
    }

    void closeDialogs() {
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (qobject_cast<QDialog*>(top) != nullptr && top->isVisible()) {
                top->close();
            }
        }
    }

    MainWindow& m_window;
    std::mt19937 m_random; // The same numbers everywhere; std's distributions are not.
    QTimer m_closer;
};

/// Readings and Registers say the same about each register that both have.
void checkNumbers(const LiveMeter& meter) {
    const Factory factory = meter.identity().factory;
    ReadingsModel readings;
    readings.setReadings(meter.snapshot(), factory);
    RegisterModel registers;
    registers.setWords(registerWords(meter.snapshot(), factory));
    std::map<int, QString> values;
    for (int row = 0; row < registers.rowCount(); ++row) {
        values[registers.index(row, RegisterModel::Number).data().toInt()] =
            registers.index(row, RegisterModel::Value).data().toString();
    }
    for (int row = 0; row < readings.rowCount(); ++row) {
        const QString shown = readings.index(row, ReadingsModel::Value).data().toString();
        const QString number = readings.index(row, ReadingsModel::Register).data().toString();
        const int first = number.section(QChar(0x2013), 0, 0).toInt();
        const QString label = readings.index(row, ReadingsModel::Label).data().toString();
        CAPTURE(label.toStdString(), number.toStdString());
        if (label == QStringLiteral("Alerts")) { // By name here, with its number there.
            CHECK((values[first] == QStringLiteral("0") || values[first].endsWith(shown) ||
                   shown.isEmpty()));
        } else {
            CHECK(values[first] == shown);
        }
    }
}

/// What is shipped, beside this program: what is saved over it hurts nobody.
void copyResources() {
    const std::filesystem::path copy =
        QCoreApplication::applicationDirPath().toStdString() + "/share/metertwin";
    std::filesystem::remove_all(copy);
    std::filesystem::create_directories(copy);
    std::filesystem::copy(METERTWIN_RESOURCES, copy, std::filesystem::copy_options::recursive);
}

int fromEnvironment(const char* name, int otherwise) {
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : otherwise;
}

} // namespace

TEST_CASE("seeded clicks and keys neither crash nor hang the window") {
    const QTemporaryDir home; // Whatever it saves.
    qputenv("HOME", home.path().toLocal8Bit());
    copyResources();
    REQUIRE(shippedFolder(QStringLiteral("scenarios"))
                .startsWith(QCoreApplication::applicationDirPath()));
    auto meters = sim::live::meterSeries(sim::builtInScenario(), 3);
    REQUIRE(meters.has_value());
    sim::live::EngineOptions options;
    options.tcp = sim::live::TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
    options.ptyLink.reset();
    EngineLink link(std::move(*meters), options);
    REQUIRE(link.start().has_value());
    LiveMeter meter(link);
    MainWindow window(meter);
    window.resize(1280, 800);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    const int steps = fromEnvironment("METERTWIN_MONKEY_STEPS", kStepsInEveryRun);
    Monkey monkey(window, static_cast<unsigned>(fromEnvironment("METERTWIN_MONKEY_SEED", kSeed)));
    for (int step = 0; step < steps; ++step) {
        CAPTURE(step);
        monkey.step();
        if (step % kStepsBetweenLooks == 0) {
            meter.refresh();
            checkNumbers(meter);
        }
    }
    CHECK(window.findChildren<QWidget*>().size() > 100);
    link.stop();
}
