// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A learner at the window: opens a lesson, presses keys of the front, drags leads, answers,
// hands in, all by mouse and keyboard.

#include "gui/dock_frame.hpp"
#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/language/language.hpp"
#include "gui/lesson/answer_field.hpp"
#include "gui/lesson/begin_page.hpp"
#include "gui/lesson/course_page.hpp"
#include "gui/lesson/hand_tools_view.hpp"
#include "gui/lesson/lesson_dock.hpp"
#include "gui/lesson/lesson_stage.hpp"
#include "gui/lesson/result_page.hpp"
#include "gui/lesson/site_switches.hpp"
#include "gui/lesson/task_card.hpp"
#include "gui/lesson/task_page.hpp"
#include "gui/main_window.hpp"
#include "gui/meter_view.hpp"
#include "gui/wiring/wiring_diagram.hpp"
#include "sim/base/sim_time.hpp"
#include "tests/gui/lesson_link.hpp"
#include "tests/support/catch.hpp"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

namespace meter::gui {

/// Settings and results of its own, and a language, for as long as it lives.
class Learner final {
public:
    explicit Learner(const QString& language) {
        REQUIRE(m_folder.isValid());
        QCoreApplication::setOrganizationName(QStringLiteral("metertwin-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings settings;
        settings.clear();
        settings.setValue(QStringLiteral("lessons/results"), folder());
        applyLanguage(language);
    }

    ~Learner() {
        for (QTranslator* each : QApplication::instance()->findChildren<QTranslator*>()) {
            delete each; // It uninstalls itself.
        }
    }

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("results")); }

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

struct LessonDesk {
    explicit LessonDesk(QSize size = {1280, 720}) {
        window.resize(size);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        window.lessons().learnAction().trigger();
        settle();
    }

    [[nodiscard]] LessonDock& dock() {
        auto* content = window.dock(QStringLiteral("lesson"))->content();
        REQUIRE(content != nullptr);
        return *qobject_cast<LessonDock*>(content);
    }

    [[nodiscard]] TaskPage& page() { return dock().taskPage(); }

    [[nodiscard]] const sim::live::LessonView& view() {
        REQUIRE(meter.lesson() != nullptr);
        return *meter.lesson();
    }

    /// What was asked is answered, and seen.
    void settle() {
        meter.refresh();
        meter.refresh();
        QApplication::processEvents();
    }

    void pass(double seconds) {
        link.advance(sim::samplesOf(seconds));
        settle();
    }

    void click(QAbstractButton& button) {
        REQUIRE(button.isVisible());
        REQUIRE(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
        settle();
    }

    /// From the list to the first task.
    void begin(const QString& search, const QString& name) {
        CoursePage& courses = dock().courses();
        REQUIRE(courses.isVisible());
        courses.search().setFocus();
        QTest::keyClicks(&courses.search(), search);
        QTreeWidget& list = courses.list();
        QTreeWidgetItem* const found = list.currentItem(); // The first that fits.
        REQUIRE(found != nullptr);
        REQUIRE_FALSE(found->isHidden());
        list.scrollToItem(found);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(found).center());
        REQUIRE(list.currentItem() == found);
        click(courses.openButton());
        BeginPage& first = dock().beginPage();
        REQUIRE(first.isVisible());
        if (first.nameField().text() != name) {
            first.nameField().clear();
            QTest::keyClicks(&first.nameField(), name);
            QTest::keyClick(&first.nameField(), Qt::Key_Tab);
        }
        click(first.beginButton());
        REQUIRE(page().isVisible());
    }

    void press(Key key) {
        static constexpr std::array kKeys = {Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Left,
                                             Qt::Key_Right};
        FaceplateWidget& front = window.meterView().faceplate();
        const Qt::Key code = kKeys.at(static_cast<std::size_t>(key));
        QTest::keyPress(&front, code);
        link.advance(kSamplesPerSecond / 10);
        QTest::keyRelease(&front, code);
        link.advance(kSamplesPerSecond * 3 / 20);
    }

    /// The presses and waits of the lesson's solution, on the keys of the front.
    void playKeys() {
        for (const sim::SolutionStep& step : view().lesson->solution) {
            if (const auto* const wait = std::get_if<sim::WaitStep>(&step)) {
                link.advance(wait->length);
            }
            const auto* const action = std::get_if<sim::TimelineAction>(&step);
            const auto* const keys =
                action == nullptr ? nullptr : std::get_if<sim::PressAction>(action);
            for (std::size_t i = 0; keys != nullptr && i < keys->presses.size(); ++i) {
                press(keys->presses[i].key);
            }
        }
        pass(4.0);
    }

    void choose(std::size_t task) {
        QListWidget& list = page().tasks();
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Home);
        for (std::size_t row = 0; row < task; ++row) {
            QTest::keyClick(&list, Qt::Key_Down);
        }
        settle();
        REQUIRE(list.currentRow() == static_cast<int>(task));
        REQUIRE(page().card() != nullptr);
    }

    void handIn() {
        click(page().handInButton());
        CHECK_FALSE(view().standing.isFinished); // One click is not enough.
        click(page().handInButton());
        settle();
        REQUIRE(view().standing.isFinished);
        REQUIRE(dock().resultPage().isVisible());
    }

    /// Every lead and rope to its own conductor, by dragging its end.
    void wireRight() {
        auto* diagram = window.findChild<WiringDiagram*>();
        REQUIRE(diagram != nullptr);
        for (std::size_t handle = 0; handle < kWiringHandleCount; ++handle) {
            settle();
            const auto own = static_cast<sim::Conductor>(indexOfHandle(handle));
            const sim::Conductor on = conductorOf(diagram->picture().installation, handle);
            if (on == own) {
                continue;
            }
            const WiringGeometry geometry = diagram->geometryOfParts();
            const QPoint from = geometry.handle(handle, on).toPoint();
            const QPoint to = geometry.handle(handle, own).toPoint();
            QTest::mousePress(diagram, Qt::LeftButton, {}, from);
            QTest::mouseMove(diagram, (from + to) / 2);
            QTest::mouseMove(diagram, to);
            QTest::mouseRelease(diagram, Qt::LeftButton, {}, to);
            settle();
        }
    }

    LessonLink link;
    LiveMeter meter{link};
    MainWindow window{meter};
};

} // namespace meter::gui
