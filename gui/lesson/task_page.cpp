// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/task_page.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/lesson/hand_tools_view.hpp"
#include "gui/lesson/lesson_remarks.hpp"
#include "gui/lesson/lesson_text.hpp"
#include "gui/lesson/site_switches.hpp"
#include "gui/lesson/task_card.hpp"
#include "gui/lesson/trainer_view.hpp"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace meter::gui {

namespace {

using State = sim::TaskStanding::State;

constexpr int kWaitMinutes = 15;
constexpr double kTitleFactor = 1.25;

QString markOf(const sim::TaskStanding& standing, bool isExam) {
    if (isExam) {
        return standing.answers.empty() ? QStringLiteral("\u25cb") : QStringLiteral("\u25cf");
    }
    switch (standing.state) {
    case State::Open:
        return QStringLiteral("\u25cb");
    case State::Done:
        return QStringLiteral("\u2713");
    case State::GivenUp:
    case State::Wrong:
        return QStringLiteral("\u2717");
    }
    return {};
}

void enlarge(QLabel& label, double factor) {
    QFont font = label.font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * factor);
    label.setFont(font);
}

} // namespace

TaskPage::TaskPage(LessonRoom& room, QWidget* parent)
    : QWidget(parent)
    , m_room(room)
    , m_title(new QLabel(this))
    , m_points(new QLabel(this))
    , m_clock(new QLabel(this))
    , m_sheet(new QLabel(this))
    , m_tasks(new QListWidget(this))
    , m_cardPlace(new QVBoxLayout)
    , m_losses(newRefusalLabel(this))
    , m_refusal(newRefusalLabel(this))
    , m_tools(new HandToolsView(room, this))
    , m_switches(new SiteSwitches(room.meter(), this))
    , m_trainer(new TrainerView(room, this))
    , m_next(new QPushButton(tr("&Next task"), this))
    , m_wait(new QPushButton(tr("Wait %1 minutes").arg(kWaitMinutes), this))
    , m_handIn(new QPushButton(this))
    , m_leave(new QPushButton(tr("&All lessons"), this)) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);
    m_title->setWordWrap(true);
    enlarge(*m_title, kTitleFactor);
    m_sheet->setWordWrap(true);
    m_sheet->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tasks->setAccessibleName(tr("Tasks"));
    m_tasks->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tasks->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tasks->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layout->addWidget(m_title);
    auto* head = new QHBoxLayout;
    head->addWidget(m_points);
    head->addStretch();
    head->addWidget(m_clock);
    layout->addLayout(head);
    layout->addWidget(m_sheet);
    layout->addWidget(m_trainer);
    layout->addWidget(m_tasks);
    layout->addLayout(m_cardPlace);
    layout->addWidget(m_next, 0, Qt::AlignLeft);
    layout->addWidget(m_refusal);
    layout->addWidget(m_losses);
    layout->addWidget(m_tools);
    layout->addWidget(m_switches);
    layout->addStretch();
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kDockMargin, 0, kDockMargin, kDockMargin);
    foot->addWidget(m_leave);
    foot->addWidget(m_wait);
    foot->addStretch();
    foot->addWidget(m_handIn);
    outer->addLayout(foot);

    connect(m_tasks, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            choose(static_cast<std::size_t>(row));
        }
    });
    connect(m_next, &QPushButton::clicked, this, [this] {
        const int next = m_next->property("task").toInt();
        m_tasks->setCurrentRow(next);
    });
    connect(m_wait, &QPushButton::clicked, this, [this] { m_room.waitMinutes(kWaitMinutes); });
    connect(m_handIn, &QPushButton::clicked, this, &TaskPage::askBeforeHandIn);
    connect(m_leave, &QPushButton::clicked, &m_room, &LessonRoom::leave);
    connect(&m_room, &LessonRoom::changed, this, &TaskPage::refresh);
    connect(&m_room, &LessonRoom::languageChanged, this, &TaskPage::refresh);
    connect(&m_room, &LessonRoom::refused, this,
            [this](const QString& reason) { showRefusal(*m_refusal, reason); });
    connect(&m_room, &LessonRoom::answered, this, [this] { showRefusal(*m_refusal, {}); });
    connect(&m_room, &LessonRoom::measured, this, [this] { showRefusal(*m_refusal, {}); });
}

void TaskPage::showAttempt() {
    m_task = 0;
    m_cardKey.clear();
    m_isHandInAsked = false;
    showRefusal(*m_refusal, {});
    m_tasks->clear();
    refresh();
}

void TaskPage::choose(std::size_t task) {
    m_task = task;
    m_room.setTask(task);
    refresh();
}

void TaskPage::refresh() {
    const sim::live::LessonView* const view = m_room.view();
    if (view == nullptr || view->standing.isFinished) {
        return;
    }
    showHead(*view);
    fillTasks(*view);
    showCard(*view);
    showNext(*view);
}

void TaskPage::showHead(const sim::live::LessonView& view) {
    const QString language = m_room.language();
    const bool isExam = view.isExamRunning();
    m_title->setText(textIn(view.lesson->title, language));
    const QString sheet = textIn(view.lesson->sheet, language);
    m_sheet->setText(sheet.isEmpty() ? QString() : tr("Job sheet: %1").arg(sheet));
    m_sheet->setVisible(!sheet.isEmpty());
    m_points->setText(isExam
                          ? tr("%1 points in all").arg(view.standing.of)
                          : tr("%1 of %2 points").arg(view.standing.points).arg(view.standing.of));
    m_clock->setText(view.secondsLeft ? tr("%1 left").arg(clockText(*view.secondsLeft))
                                      : QString());
    m_leave->setVisible(!isExam);
    m_wait->setVisible(isExam);
    if (!m_isHandInAsked) {
        m_handIn->setText(isExam ? tr("&Leave the site\u2026") : tr("Hand &in\u2026"));
    }
    m_handIn->setVisible(!view.isDemonstration);
    m_trainer->setVisible(view.isDemonstration);
    m_switches->setVisible(view.mayUse(sim::DeskRight::Disconnect));
    QStringList losses;
    for (const sim::LessonLoss& loss : view.standing.lost) {
        losses << (loss.isFailure
                       ? tr("Failed: %1").arg(remarkText(loss.why))
                       : tr("\u2212%1 points: %2").arg(loss.points).arg(remarkText(loss.why)));
    }
    const QString lost = isExam ? QString() : losses.join(QLatin1Char('\n'));
    if (m_losses->text() != lost) {
        showRefusal(*m_losses, lost);
    }
}

void TaskPage::fillTasks(const sim::live::LessonView& view) {
    const QString language = m_room.language();
    const bool isExam = view.isExamRunning();
    const QSignalBlocker blocker(m_tasks);
    const auto count = static_cast<int>(view.standing.tasks.size());
    if (m_tasks->count() != count) {
        m_tasks->clear();
        for (int row = 0; row < count; ++row) {
            m_tasks->addItem(QString());
        }
        m_tasks->setCurrentRow(static_cast<int>(m_task));
    }
    for (int row = 0; row < count; ++row) {
        const auto place = static_cast<std::size_t>(row);
        const sim::TaskStanding& standing = view.standing.tasks[place];
        QListWidgetItem* item = m_tasks->item(row);
        const QString text = textIn(view.lesson->tasks[place].text, language);
        const QString line =
            QStringLiteral("%1  %2. %3").arg(markOf(standing, isExam)).arg(row + 1).arg(text);
        if (item->text() != line) {
            item->setText(line);
            item->setToolTip(text);
            const bool isRight = !isExam && standing.state == State::Done;
            const bool isWrong = !isExam && standing.isSettled() && !isRight;
            item->setForeground(isRight   ? successColour(palette())
                                : isWrong ? refusalColour(palette())
                                          : palette().color(QPalette::Text));
        }
    }
    const int height = m_tasks->sizeHintForRow(0) * count + 2 * m_tasks->frameWidth();
    if (m_tasks->height() != height) {
        m_tasks->setFixedHeight(height);
    }
}

void TaskPage::showCard(const sim::live::LessonView& view) {
    m_task = std::min(m_task, view.standing.tasks.size() - 1);
    const QString key = TaskCard::keyOf(m_room, m_task);
    if (key == m_cardKey) {
        return;
    }
    m_cardKey = key;
    const QStringList draft = m_card != nullptr && m_card->answerField() != nullptr &&
                                      m_card->property("task").toULongLong() == m_task
                                  ? m_card->answerField()->values()
                                  : QStringList();
    if (m_card != nullptr) {
        m_cardPlace->removeWidget(m_card);
        m_card->hide();
        m_card->deleteLater();
    }
    m_card = new TaskCard(m_room, m_task, this);
    m_card->setProperty("task", QVariant::fromValue<qulonglong>(m_task));
    if (m_card->answerField() != nullptr && !draft.isEmpty()) {
        m_card->answerField()->setValues(draft);
    }
    m_cardPlace->addWidget(m_card);
}

void TaskPage::showNext(const sim::live::LessonView& view) {
    const std::vector<sim::TaskStanding>& tasks = view.standing.tasks;
    const auto isOpen = [&](std::size_t task) {
        return view.isExamRunning() ? true : !tasks[task].isSettled();
    };
    std::optional<std::size_t> next;
    for (std::size_t step = 1; step < tasks.size() && !next; ++step) {
        const std::size_t task = (m_task + step) % tasks.size();
        if (isOpen(task)) {
            next = task;
        }
    }
    m_next->setVisible(next.has_value());
    m_next->setProperty("task", static_cast<int>(next.value_or(0)));
}

/// A second click within the page: no dialog that stops the clock from being seen.
void TaskPage::askBeforeHandIn() {
    if (m_isHandInAsked) {
        m_room.handIn();
        return;
    }
    m_isHandInAsked = true;
    m_handIn->setText(tr("Yes, hand it in: nothing counts after that"));
}

} // namespace meter::gui
