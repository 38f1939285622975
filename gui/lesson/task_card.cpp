// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/task_card.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/lesson/lesson_remarks.hpp"
#include "gui/lesson/lesson_text.hpp"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meter::gui {

namespace {

using State = sim::TaskStanding::State;

constexpr double kTextFactor = 1.15; ///< What is to be done is larger than the rest.

QLabel* addText(QFrame& card, const QString& text, const QColor& colour = {}) {
    auto* label = new QLabel(text, &card);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (colour.isValid()) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, colour);
        label->setPalette(palette);
    }
    card.layout()->addWidget(label);
    return label;
}

} // namespace

QString TaskCard::keyOf(const LessonRoom& room, std::size_t task) {
    const sim::live::LessonView* const view = room.view();
    if (view == nullptr || task >= view->standing.tasks.size()) {
        return {};
    }
    const sim::TaskStanding& standing = view->standing.tasks[task];
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9")
        .arg(textOf(view->lesson->digest), room.language(), textOf(standing.note))
        .arg(view->attempt.number)
        .arg(task)
        .arg(static_cast<int>(standing.state))
        .arg(standing.hints)
        .arg(standing.answers.size())
        .arg(view->standing.current.value_or(task));
}

TaskCard::TaskCard(LessonRoom& room, std::size_t task, QWidget* parent)
    : QFrame(parent)
    , m_room(room)
    , m_isExam(room.view()->isExamRunning())
    , m_language(room.language()) {
    const sim::live::LessonView& view = *room.view();
    const sim::Task& wanted = view.lesson->tasks[task];
    const sim::TaskStanding& standing = view.standing.tasks[task];
    m_task = wanted.id;
    setFrameShape(QFrame::StyledPanel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);
    QLabel* text = addText(*this, textIn(wanted.text, m_language));
    QFont large = text->font();
    large.setPointSizeF(large.pointSizeF() * kTextFactor);
    large.setBold(true);
    text->setFont(large);
    if (view.lesson->isStrict && view.standing.current && *view.standing.current != task &&
        !standing.isSettled()) {
        addText(*this, tr("Its turn comes after the tasks above."));
        return;
    }
    addAnswer(wanted, standing);
    addHints(wanted, standing);
    addFeedback(wanted, standing);
    addButtons(wanted, standing);
}

void TaskCard::addAnswer(const sim::Task& task, const sim::TaskStanding& standing) {
    if (!task.ask) {
        return;
    }
    if (m_isExam && !standing.answers.empty()) {
        addText(*this, tr("Recorded: %1").arg(textOf(standing.answers.back())));
        return;
    }
    if (standing.isSettled()) {
        return;
    }
    if (task.ask->evidence) {
        addText(*this, tr("Measure first; the reading is your evidence."));
    }
    m_answer = new AnswerField(*task.ask, m_language, this);
    layout()->addWidget(m_answer);
    connect(m_answer, &AnswerField::given, &m_room,
            [room = &m_room, id = m_task](const QStringList& values) { room->answer(id, values); });
    if (!m_isExam && !standing.answers.empty()) {
        addText(*this,
                tr("Not right: %1. Tries left: %2. A wrong answer costs a third of the points.")
                    .arg(textOf(standing.answers.back()))
                    .arg(standing.triesLeft),
                refusalColour(palette()));
    }
}

void TaskCard::addHints(const sim::Task& task, const sim::TaskStanding& standing) {
    const auto taken = std::min(static_cast<std::size_t>(standing.hints), task.hints.size());
    for (std::size_t hint = 0; hint < taken; ++hint) {
        addText(*this,
                tr("Hint %1: %2").arg(hint + 1).arg(textIn(task.hints[hint].text, m_language)));
    }
}

void TaskCard::addFeedback(const sim::Task& task, const sim::TaskStanding& standing) {
    if (m_isExam) {
        return;
    }
    if (!standing.note.empty() && !standing.isSettled()) {
        addText(*this, tr("This does not count: %1").arg(remarkText(standing.note)),
                refusalColour(palette()));
    }
    if (!standing.isSettled()) {
        return;
    }
    if (standing.state == State::Done) {
        addText(*this, tr("\u2713 Done: %1 of %2 points.").arg(standing.points).arg(standing.of),
                successColour(palette()));
    } else {
        addText(*this,
                standing.state == State::Wrong ? tr("Not right, and there are no tries left.")
                                               : tr("Given up."),
                refusalColour(palette()));
    }
    addText(*this, textIn(task.explain, m_language));
}

void TaskCard::addButtons(const sim::Task& task, const sim::TaskStanding& standing) {
    if (m_isExam || standing.isSettled()) {
        return;
    }
    auto* row = new QHBoxLayout;
    const auto taken = static_cast<std::size_t>(standing.hints);
    if (taken < task.hints.size()) {
        m_hint = new QPushButton(tr("&Hint (%n point(s))", nullptr, task.hints[taken].costs), this);
        m_hint->setToolTip(tr("Costs points"));
        connect(m_hint, &QPushButton::clicked, &m_room,
                [room = &m_room, id = m_task] { room->takeHint(id); });
        row->addWidget(m_hint);
    }
    m_giveUp = new QPushButton(tr("Give this task &up"), this);
    m_giveUp->setToolTip(tr("Explains it; its points are lost"));
    connect(m_giveUp, &QPushButton::clicked, &m_room,
            [room = &m_room, id = m_task] { room->giveUp(id); });
    row->addWidget(m_giveUp);
    row->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

} // namespace meter::gui
