// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/trainer_view.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/lesson/lesson_text.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/lesson/lesson_session.hpp"
#include "sim/lesson/lesson_steps.hpp"
#include "sim/twin/simulation.hpp"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace meter::gui {

namespace {

constexpr double kMsPerSecond = 1000.0;
constexpr int kStepsHeight = 150;

/// Carries one step out on the twin that runs.
struct StepOrder {
    LessonRoom& room;

    void operator()(const sim::TimelineAction& action) const {
        room.meter().post([action](sim::Simulation& simulation) {
            sim::TimelineEntry entry;
            entry.action = action;
            simulation.perform(entry);
        });
    }

    void operator()(const sim::WaitStep& step) const {
        room.meter().carryOut(StepCommand{step.length});
    }

    void operator()(const sim::AnswerStep& step) const {
        QStringList values;
        const std::vector<std::string> right =
            step.isHidden ? sim::hiddenAnswer(room.view()->drawn) : step.values;
        for (const std::string& value : right) {
            values << textOf(value);
        }
        room.answer(step.task, values);
    }

    void operator()(const sim::MeasureStep& step) const { room.measure(step.tool, step.at); }

    void operator()(const sim::ReadStep& step) const {
        const std::uint8_t own = room.meter().snapshot().readings.settings.modbusAddress;
        room.meter().askLesson(
            &room,
            [step, own](sim::LessonSession& session) {
                for (const sim::ReadStep::Span& span : step.registers) {
                    session.onAsked({.first = span.first,
                                     .count = span.count,
                                     .unit = step.unit.value_or(own),
                                     .isSerial = true});
                }
                return true;
            },
            [](bool) {});
    }

    void operator()(const sim::HintStep& step) const { room.takeHint(step.task); }
};

} // namespace

TrainerView::TrainerView(LessonRoom& room, QWidget* parent)
    : QWidget(parent)
    , m_room(room)
    , m_hidden(new QLabel(this))
    , m_steps(new QListWidget(this))
    , m_step(new QPushButton(tr("Do the next &step"), this))
    , m_reset(new QPushButton(tr("&Reset"), this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kDockGap);
    layout->addWidget(newHeading(tr("Trainer's view: nothing counts"), this));
    m_hidden->setWordWrap(true);
    layout->addWidget(m_hidden);
    m_steps->setFixedHeight(kStepsHeight);
    m_steps->setSelectionMode(QAbstractItemView::NoSelection);
    m_steps->setWordWrap(true);
    m_steps->setAccessibleName(tr("The solution, step by step"));
    layout->addWidget(m_steps);
    auto* row = new QHBoxLayout;
    row->addWidget(m_step);
    row->addWidget(m_reset);
    row->addStretch();
    layout->addLayout(row);
    m_busy.setSingleShot(true);
    connect(&m_busy, &QTimer::timeout, this,
            [this] { m_step->setEnabled(m_done < static_cast<std::size_t>(m_steps->count())); });
    connect(m_step, &QPushButton::clicked, this, &TrainerView::doNext);
    connect(m_reset, &QPushButton::clicked, &m_room, &LessonRoom::again);
    connect(&m_room, &LessonRoom::begun, this, &TrainerView::begin);
    connect(&m_room, &LessonRoom::left, &m_busy, &QTimer::stop);
}

void TrainerView::begin() {
    m_busy.stop();
    m_steps->clear();
    m_done = 0;
    if (m_room.view() == nullptr || !m_room.view()->isDemonstration) {
        return;
    }
    const sim::live::LessonView& view = *m_room.view();
    QStringList names;
    for (const std::string& name : view.drawn) {
        names << textOf(name);
    }
    m_hidden->setText(names.isEmpty() ? tr("No fault is hidden.")
                                      : tr("Hidden: %1").arg(names.join(QStringLiteral(", "))));
    for (const sim::SolutionStep& step : view.lesson->solution) {
        m_steps->addItem(textOf(sim::stepText(step, view.lesson->scenario)));
    }
    m_step->setEnabled(!view.lesson->solution.empty());
}

void TrainerView::doNext() {
    const sim::live::LessonView* const view = m_room.view();
    if (view == nullptr || m_done >= view->lesson->solution.size()) {
        return;
    }
    const sim::SolutionStep step = view->lesson->solution[m_done];
    QListWidgetItem* item = m_steps->item(static_cast<int>(m_done));
    item->setText(QString(QStringLiteral("\u2713 ") + item->text()));
    m_steps->scrollToItem(item, QAbstractItemView::PositionAtCenter);
    ++m_done;
    m_step->setEnabled(false);
    const bool isWait = std::holds_alternative<sim::WaitStep>(step); // That time is skipped.
    const double seconds = isWait ? 0.0 : sim::secondsOf(sim::stepLength(step));
    m_busy.start(static_cast<int>(std::lround(seconds * kMsPerSecond)));
    std::visit(StepOrder{m_room}, step);
}

} // namespace meter::gui
