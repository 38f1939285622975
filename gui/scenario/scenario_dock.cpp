// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scenario/scenario_dock.hpp"

#include "gui/base/icons.hpp"
#include "gui/docks/copy_menu.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/docks/file_dialog.hpp"
#include "gui/scenario/timeline_view.hpp"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace meter::gui {

namespace {

using State = sim::ExpectationStanding::State;

constexpr std::array kSpeeds = {0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 60.0, 600.0};
constexpr SampleTime kJumpBack = 5 * kSamplesPerSecond;
constexpr double kZoom = 1.6;

QTreeWidget* newList(const QStringList& headings, QWidget* parent) {
    auto* const list = new QTreeWidget(parent);
    list->setHeaderLabels(headings);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->setTextElideMode(Qt::ElideRight);
    return list;
}

QString momentText(SampleTime at) {
    return QString::fromStdString(
        clockText(sim::secondsOf(at), at % kSamplesPerSecond ? 0.01 : 1.0));
}

} // namespace

ScenarioDock::ScenarioDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_timeline(new TimelineView(this))
    , m_summary(new QLabel(this))
    , m_end(new QLabel(this))
    , m_expectations(newList({tr("Expected"), tr("When"), tr("Seen")}, this))
    , m_bookmarks(newList({tr("Bookmark"), tr("When")}, this)) {
    m_expectations->setAccessibleName(tr("Expectations"));
    m_bookmarks->setAccessibleName(tr("Bookmarks"));
    addPictureMenu(*m_timeline, meter, QStringLiteral("timeline"));
    addTableMenu(*m_expectations, meter, QStringLiteral("expectations"));
    addTableMenu(*m_bookmarks, meter, QStringLiteral("bookmarks"));
    m_bookmarks->setToolTip(tr("Double-click or Enter: go back there"));
    auto* const lists = new QSplitter(Qt::Horizontal, this);
    lists->addWidget(m_expectations);
    lists->addWidget(m_bookmarks);
    lists->setStretchFactor(0, 3);
    lists->setStretchFactor(1, 1);
    auto* const parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_timeline);
    parts->addWidget(lists);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);
    layout->addWidget(makeTools());
    layout->addWidget(m_summary);
    layout->addWidget(m_end);
    m_end->hide();
    layout->addWidget(parts, 1);
    connect(m_timeline, &TimelineView::momentAsked, this,
            [this](qint64 sample) { m_meter.carryOut(RewindCommand{sample}); });
    connect(m_timeline, &TimelineView::followingChanged, m_followNow, &QToolButton::setChecked);
    connect(m_bookmarks, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        m_meter.carryOut(RestoreCommand{item->text(0).toStdString()});
    });
    connect(&m_meter, &LiveMeter::advanced, this, &ScenarioDock::follow);
    follow(m_meter.snapshot());
}

QSize ScenarioDock::sizeHint() const {
    return {560, 360};
}

void ScenarioDock::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_play != nullptr) {
        m_play->setIcon({}); // The colours of icon and verdicts are those of the theme.
        follow(m_meter.snapshot());
        showLiveRun();
    }
}

QToolButton* ScenarioDock::addTool(const QString& text, const QString& meaning) {
    auto* const button = new QToolButton(m_tools);
    button->setText(text);
    button->setToolTip(meaning);
    button->setAccessibleName(meaning);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_tools->layout()->addWidget(button);
    return button;
}

QWidget* ScenarioDock::makeTools() {
    m_tools = new QWidget(this);
    auto* const row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    QToolButton* const back = addTool(tr("−5 s"), tr("Go back by five seconds"));
    connect(back, &QToolButton::clicked, this, [this] {
        const SampleTime now = m_meter.snapshot().now;
        m_meter.carryOut(RewindCommand{std::max<SampleTime>(0, now - kJumpBack)});
    });
    m_play = addTool({}, tr("Pause"));
    connect(m_play, &QToolButton::clicked, this, [this] { m_meter.setPaused(!m_isPaused); });
    addSteps();
    addSpeeds();
    row->addStretch(1);
    QToolButton* const mark = addTool(tr("Bookmark"), tr("Set a bookmark now"));
    connect(mark, &QToolButton::clicked, this, &ScenarioDock::addBookmark);
    QToolButton* const record =
        addTool(tr("Save what was done…"), tr("Write a scenario that repeats all that was done"));
    connect(record, &QToolButton::clicked, this, &ScenarioDock::saveRecording);
    row->addStretch(1);
    m_followNow = addTool(tr("Now"), tr("Keep now in view"));
    m_followNow->setCheckable(true);
    m_followNow->setChecked(true);
    connect(m_followNow, &QToolButton::clicked, m_timeline, &TimelineView::setFollowing);
    QToolButton* const all = addTool(tr("All"), tr("Fit the whole scenario into the view"));
    connect(all, &QToolButton::clicked, m_timeline, &TimelineView::fitAll);
    QToolButton* const narrower = addTool(QStringLiteral("−"), tr("Show more time"));
    connect(narrower, &QToolButton::clicked, this, [this] { m_timeline->zoom(1.0 / kZoom); });
    QToolButton* const wider = addTool(QStringLiteral("+"), tr("Show less time"));
    connect(wider, &QToolButton::clicked, this, [this] { m_timeline->zoom(kZoom); });
    return m_tools;
}

void ScenarioDock::addSteps() {
    struct Step {
        SampleTime samples; ///< 0: one cycle of the grid, whatever its frequency.
        QString text;
    };

    for (const Step& step : {Step{0, tr("+1 cycle")}, Step{kSamplesPerSecond / 10, tr("+0.1 s")},
                             Step{kSamplesPerSecond, tr("+1 s")}}) {
        QToolButton* const button = addTool(step.text, tr("Stop, and go on by %1").arg(step.text));
        connect(button, &QToolButton::clicked, this, [this, samples = step.samples] {
            const double hertz = m_meter.snapshot().world.source.frequencyHz;
            const SampleTime cycle = hertz > 0.0 ? sim::samplesOf(1.0 / hertz) : 1;
            m_meter.setPaused(true);
            m_meter.carryOut(StepCommand{samples > 0 ? samples : std::max<SampleTime>(1, cycle)});
        });
    }
}

void ScenarioDock::addSpeeds() {
    m_speed = new QComboBox(m_tools);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Meter seconds per second"));
    for (const double speed : kSpeeds) {
        m_speed->addItem(QStringLiteral("×%1").arg(speed), speed);
    }
    m_tools->layout()->addWidget(m_speed);
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { m_meter.setSpeed(m_speed->itemData(index).toDouble()); });
}

void ScenarioDock::follow(const sim::live::Snapshot& snapshot) {
    if (m_play->icon().isNull() || m_isPaused != snapshot.isPaused) {
        m_isPaused = snapshot.isPaused;
        m_play->setIcon(
            themedIcon(m_isPaused ? QStringLiteral("play") : QStringLiteral("pause"), palette()));
        m_play->setToolTip(m_isPaused ? tr("Play") : tr("Pause"));
        m_play->setAccessibleName(m_play->toolTip());
    }
    const int index = m_speed->findData(snapshot.speed);
    if (index != m_speed->currentIndex() && !m_speed->view()->isVisible()) {
        m_speed->setCurrentIndex(index);
    }
    if (!isVisible() && m_liveRun) {
        return;
    }
    m_timeline->show(snapshot.liveRun, snapshot.now);
    showEnd(snapshot);
    if (m_liveRun != snapshot.liveRun) {
        m_liveRun = snapshot.liveRun;
        showLiveRun();
    }
}

/// Nothing more will happen; time goes on all the same.
void ScenarioDock::showEnd(const sim::live::Snapshot& snapshot) {
    const sim::Scenario* scenario = snapshot.liveRun ? snapshot.liveRun->scenario.get() : nullptr;
    const bool isOver = scenario != nullptr && scenario->duration &&
                        (!scenario->timeline.empty() || !scenario->expect.empty()) &&
                        snapshot.now >= *scenario->duration;
    m_end->setVisible(isOver);
    if (isOver) {
        m_end->setText(
            tr("The scenario was over at %1; time goes on.").arg(momentText(*scenario->duration)));
    }
}

void ScenarioDock::showLiveRun() {
    if (!m_liveRun) {
        return;
    }
    showSummary();
    const auto rowOf = [](QTreeWidget& list, std::size_t row) {
        const int index = static_cast<int>(row);
        return index < list.topLevelItemCount() ? list.topLevelItem(index)
                                                : new QTreeWidgetItem(&list);
    };
    for (std::size_t i = 0; i < m_liveRun->standings.size(); ++i) {
        const sim::ExpectationStanding& one = m_liveRun->standings[i];
        QTreeWidgetItem& item = *rowOf(*m_expectations, i);
        const bool isHeld = one.state == State::Held;
        const bool isOpen = one.state == State::Pending;
        const QString sign = isOpen   ? QStringLiteral("○ ")
                             : isHeld ? QStringLiteral("✓ ")
                                      : QStringLiteral("✗ ");
        item.setText(0, sign + QString::fromStdString(one.text));
        item.setToolTip(0, QString::fromStdString(one.text));
        item.setText(1, momentText(one.to));
        item.setText(2, QString::fromStdString(one.seen));
        item.setForeground(0, isOpen   ? palette().text()
                              : isHeld ? QBrush(successColour(palette()))
                                       : QBrush(refusalColour(palette())));
    }
    for (std::size_t i = 0; i < m_liveRun->bookmarks.size(); ++i) {
        QTreeWidgetItem& item = *rowOf(*m_bookmarks, i);
        item.setText(0, QString::fromStdString(m_liveRun->bookmarks[i].name));
        item.setText(1, momentText(m_liveRun->bookmarks[i].at));
    }
    for (QTreeWidget* const list : {m_expectations, m_bookmarks}) {
        const std::size_t count =
            list == m_expectations ? m_liveRun->standings.size() : m_liveRun->bookmarks.size();
        while (list->topLevelItemCount() > static_cast<int>(count)) {
            delete list->takeTopLevelItem(list->topLevelItemCount() - 1);
        }
    }
}

void ScenarioDock::showSummary() {
    std::array<int, 3> counts{};
    for (const sim::ExpectationStanding& one : m_liveRun->standings) {
        ++counts[static_cast<std::size_t>(one.state)];
    }
    QStringList parts = {QString::fromStdString(m_liveRun->scenario->name)};
    if (!m_liveRun->standings.empty()) {
        parts << tr("%1 held, %2 failed, %3 to come").arg(counts[1]).arg(counts[2]).arg(counts[0]);
    }
    if (!m_liveRun->faults.empty()) {
        QStringList names;
        for (const sim::ActiveFault& fault : m_liveRun->faults) {
            names << QString::fromStdString(fault.name);
        }
        parts << tr("acting: %1").arg(names.join(QStringLiteral(", ")));
    }
    m_summary->setText(parts.join(QStringLiteral("  ·  ")));
    m_summary->setTextFormat(Qt::PlainText);
}

void ScenarioDock::addBookmark() {
    int number = 1;
    const auto isTaken = [&] {
        const std::string name = tr("Bookmark %1").arg(number).toStdString();
        return m_liveRun && std::ranges::any_of(m_liveRun->bookmarks,
                                                [&](const auto& one) { return one.name == name; });
    };
    while (isTaken()) {
        ++number;
    }
    m_meter.carryOut(BookmarkCommand{tr("Bookmark %1").arg(number).toStdString()});
}

void ScenarioDock::saveRecording() {
    askForFile(m_meter, *this,
               {.id = "recording",
                .title = tr("Save what was done"),
                .filter = tr("Scenarios (*.yaml)"),
                .suffix = QStringLiteral("yaml"),
                .ending = QStringLiteral("-done")},
               [this](const QString& file) {
                   m_meter.carryOut(RecordCommand{QFile::encodeName(file).toStdString()});
               });
}

} // namespace meter::gui
