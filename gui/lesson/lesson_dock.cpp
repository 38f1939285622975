// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/lesson_dock.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/language/language.hpp"
#include "gui/lesson/begin_page.hpp"
#include "gui/lesson/class_board.hpp"
#include "gui/lesson/class_seat.hpp"
#include "gui/lesson/course_page.hpp"
#include "gui/lesson/lesson_text.hpp"
#include "gui/lesson/result_page.hpp"
#include "gui/lesson/task_page.hpp"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr int kWidthMin = 320;

} // namespace

LessonDock::LessonDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_room(LessonRoom::of(meter))
    , m_language(new QComboBox(this))
    , m_pages(new QStackedWidget(this))
    , m_courses(new CoursePage(m_room, this))
    , m_begin(new BeginPage(m_room, this))
    , m_tasks(new TaskPage(m_room, this))
    , m_result(new ResultPage(m_room, this)) {
    setMinimumWidth(kWidthMin);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kDockMargin, kDockGap, kDockMargin, 0);
    auto* label = new QLabel(tr("Lessons in"), this);
    label->setBuddy(m_language);
    for (const Language& language : languages()) {
        const QString code = QString::fromLatin1(language.code);
        if (!code.isEmpty()) {
            m_language->addItem(QString::fromUtf8(language.name), code);
        }
    }
    row->addWidget(label);
    row->addWidget(m_language);
    row->addStretch();
    auto* lessons = newToolButton(tr("Class"), tr("Hold a class on a network, or join one"), this);
    lessons->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(lessons);
    connect(menu->addAction(tr("&Hold a class\u2026")), &QAction::triggered, this,
            [this] { board().show(); });
    connect(menu->addAction(tr("&Join a class\u2026")), &QAction::triggered, this,
            [this] { seat().show(); });
    lessons->setMenu(menu);
    row->addWidget(lessons);
    layout->addLayout(row);
    for (QWidget* page : std::initializer_list<QWidget*>{m_courses, m_begin, m_tasks, m_result}) {
        m_pages->addWidget(page);
    }
    layout->addWidget(m_pages, 1);
    chooseLanguage();
    connect(m_language, &QComboBox::activated, this,
            [this] { m_room.setLanguage(m_language->currentData().toString()); });
    connect(&m_room, &LessonRoom::languageChanged, this, &LessonDock::chooseLanguage);
    connect(m_courses, &CoursePage::opened, this, &LessonDock::showLesson);
    connect(m_result, &ResultPage::nextAsked, this, [this](const LessonPtr& lesson) {
        m_room.leave();
        showLesson(lesson);
    });
    connect(m_begin, &BeginPage::backAsked, this, &LessonDock::showCourses);
    connect(&m_room, &LessonRoom::chosen, this, &LessonDock::showLesson);
    connect(&m_room, &LessonRoom::left, this, &LessonDock::showCourses);
    connect(&m_room, &LessonRoom::begun, this, &LessonDock::follow);
    connect(&m_room, &LessonRoom::changed, this, &LessonDock::follow);
    follow();
}

ClassBoard& LessonDock::board() {
    m_board = m_board != nullptr ? m_board : new ClassBoard(m_room, this);
    return *m_board;
}

ClassSeat& LessonDock::seat() {
    m_seat = m_seat != nullptr ? m_seat : new ClassSeat(m_room, this);
    return *m_seat;
}

QWidget* LessonDock::current() const {
    return m_pages->currentWidget();
}

void LessonDock::chooseLanguage() {
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_room.language())));
}

void LessonDock::showLesson(const LessonPtr& lesson) {
    m_begin->showLesson(lesson);
    m_pages->setCurrentWidget(m_begin);
}

void LessonDock::showCourses() {
    m_courses->refresh();
    m_pages->setCurrentWidget(m_courses);
}

void LessonDock::follow() {
    const sim::live::LessonView* const view = m_room.view();
    if (view == nullptr) {
        if (current() == m_tasks || current() == m_result) {
            showCourses(); // A scenario was opened in its place.
        }
        return;
    }
    if (view->standing.isFinished) {
        if (current() != m_result) {
            m_result->refresh();
            m_pages->setCurrentWidget(m_result);
        }
    } else if (current() != m_tasks) {
        m_tasks->showAttempt();
        m_pages->setCurrentWidget(m_tasks);
    }
}

} // namespace meter::gui
