// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/traffic/traffic_dock.hpp"

#include "gui/docks/copy_menu.hpp"
#include "gui/docks/file_dialog.hpp"
#include "gui/traffic/traffic_export.hpp"
#include "sim/traffic/traffic_text.hpp"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

namespace meter::gui {
namespace {

constexpr int kLetters[TrafficModel::ColumnCount] = {16, 10, 5, 28, 18, 5, 9, 44, 24};
constexpr int kMeaningLetters = 40; ///< That are in sight at least, where there is any room.

constexpr int kRefreshIntervalMs = 200;

QToolButton*
makeButton(const QString& text, const QString& hint, bool isCheckable, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(hint);
    button->setCheckable(isCheckable);
    button->setAutoRaise(true);
    return button;
}

} // namespace

TrafficDock::TrafficDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_model(new TrafficModel(meter.traffic(), this))
    , m_filter(new QLineEdit(this))
    , m_pause(makeButton(tr("Pause"), tr("Let the table stand still; nothing is lost"), true, this))
    , m_follow(makeButton(tr("Follow"), tr("Keep the newest frame in sight"), true, this))
    , m_clear(makeButton(tr("Clear"), tr("Forget the frames so far"), false, this))
    , m_export(makeButton(
          tr("Export…"), tr("Write what is shown to a file: text or pcapng"), false, this))
    , m_status(new QLabel(this))
    , m_table(new QTableView(this))
    , m_detail(new QTreeWidget(this))
    , m_timer(new QTimer(this)) {
    makeBar();
    makeTable();
    addTableMenu(*m_table, meter, QStringLiteral("traffic"));
    addTableMenu(*m_detail, meter, QStringLiteral("frame"));
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_filter, 1);
    for (QToolButton* button : {m_pause, m_follow, m_clear, m_export}) {
        bar->addWidget(button);
    }
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 0);
    layout->addLayout(bar);
    layout->addWidget(m_status);
    layout->addWidget(splitter, 1);
    m_status->hide();
    connect(m_timer, &QTimer::timeout, this, &TrafficDock::refresh);
    m_timer->start(kRefreshIntervalMs);
    refresh();
}

void TrafficDock::makeBar() {
    m_filter->setClearButtonEnabled(true);
    m_filter->setPlaceholderText(
        tr("Filter: unit:1 function:3 register:voltage_an endpoint:tcp requests answers errors …"));
    m_filter->setAccessibleName(tr("Filter of the traffic"));
    m_follow->setChecked(true);
    connect(m_filter, &QLineEdit::textChanged, this, &TrafficDock::applyFilter);
    connect(m_clear, &QToolButton::clicked, this, &TrafficDock::clear);
    connect(m_export, &QToolButton::clicked, this, &TrafficDock::chooseFile);
    connect(m_follow, &QToolButton::toggled, this, [this](bool isOn) {
        if (isOn) {
            m_table->scrollToBottom();
        }
    });
}

void TrafficDock::makeTable() {
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Frames on the wire"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    // Rows of one height: the view must not look at each of them.
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    QHeaderView* const header = m_table->horizontalHeader();
    for (int column = 0; column < TrafficModel::ColumnCount; ++column) {
        header->resizeSection(column, kLetters[column] * fontMetrics().averageCharWidth() + 10);
    }
    header->setSectionResizeMode(TrafficModel::Meaning, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    setFocusProxy(m_table);
    m_detail->setHeaderLabels({tr("Field"), tr("Value"), tr("Bytes")});
    m_detail->setRootIsDecorated(false);
    m_detail->setAccessibleName(tr("Fields of the chosen frame"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TrafficDock::showDetail);
}

bool TrafficDock::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::Resize) {
        giveRoomToMeaning();
    }
    return QWidget::eventFilter(watched, event);
}

/// The columns that matter least give way first, so that what was said is always in sight.
void TrafficDock::giveRoomToMeaning() {
    constexpr std::array kLeastFirst = {TrafficModel::Peer,     TrafficModel::Time,
                                        TrafficModel::Endpoint, TrafficModel::Remark,
                                        TrafficModel::Function, TrafficModel::MeterTime};
    const int letter = fontMetrics().averageCharWidth();
    int needed = kMeaningLetters * letter;
    for (int column = 0; column < TrafficModel::ColumnCount; ++column) {
        needed += column == TrafficModel::Meaning ? 0 : kLetters[column] * letter + 10;
    }
    const int room = m_table->viewport()->width();
    for (const TrafficModel::Column column : kLeastFirst) {
        const bool isHidden = needed > room;
        m_table->setColumnHidden(column, isHidden);
        needed -= isHidden ? kLetters[column] * letter + 10 : 0;
    }
}

void TrafficDock::say(const QString& text) {
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
}

void TrafficDock::applyFilter() {
    const auto filter = sim::trafficFilterOf(m_filter->text().toStdString());
    if (!filter) {
        return say(QString::fromStdString(filter.error().text));
    }
    say({});
    m_model->setFilter(*filter);
    refresh();
}

void TrafficDock::refresh() {
    m_model->setRing(m_meter.traffic());
    if (m_pause->isChecked() || (!isVisible() && m_model->rowCount() > 0)) {
        return;
    }
    const int before = m_model->rowCount();
    const bool hasMore = m_model->refresh();
    if (m_follow->isChecked() && m_model->rowCount() != before) {
        m_table->scrollToBottom();
    }
    m_timer->setInterval(hasMore ? 0 : kRefreshIntervalMs);
}

void TrafficDock::showDetail() {
    m_detail->clear();
    const auto row = m_model->row(m_table->currentIndex().row());
    if (!row) {
        return;
    }
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const auto add = [&](const QString& name, const QString& value, const QString& bytes) {
        auto* item = new QTreeWidgetItem(m_detail, {name, value, bytes});
        item->setFont(2, fixed);
    };
    const auto& [frame, meaning] = *row;
    add(tr("wall time"), QString::fromStdString(sim::utcText(frame.utcUs)), {});
    add(tr("meaning"), QString::fromStdString(meaning.text), {});
    if (!frame.remark.empty()) {
        add(tr("remark"), QString::fromStdString(frame.remark), {});
    }
    for (const sim::TrafficField& field : meaning.fields) {
        const auto bytes = std::span(frame.bytes).subspan(field.offset, field.size);
        add(QString::fromStdString(field.name), QString::fromStdString(field.value),
            QString::fromStdString(sim::hexText(bytes)));
    }
    add(tr("all bytes"), tr("%n byte(s)", nullptr, static_cast<int>(frame.bytes.size())),
        QString::fromStdString(sim::hexText(frame.bytes)));
    m_detail->resizeColumnToContents(0);
    m_detail->resizeColumnToContents(1);
}

void TrafficDock::clear() {
    if (const auto ring = m_meter.traffic()) {
        ring->clear();
    }
    m_detail->clear();
    m_model->refresh();
}

void TrafficDock::exportTo(const QString& path) {
    const auto ring = m_meter.traffic();
    if (!ring || path.isEmpty()) {
        return;
    }
    const sim::Result<void> written = exportTraffic(*ring, m_model->filter(), path);
    say(written ? tr("Written to %1").arg(path) : QString::fromStdString(written.error().text));
}

void TrafficDock::chooseFile() {
    askForFile(m_meter, *this,
               {.id = "traffic",
                .title = tr("Export the traffic"),
                .filter = tr("Capture for Wireshark (*.pcapng)") + QStringLiteral(";;") +
                          tr("Text (*.txt)"),
                .suffix = QStringLiteral("pcapng"),
                .ending = QStringLiteral("-traffic")},
               [this](const QString& file) { exportTo(file); });
}

} // namespace meter::gui
