// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/class_board.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/lesson/class_seat.hpp"
#include "gui/lesson/lesson_text.hpp"
#include "sim/base/file_text.hpp"
#include "sim/faults/fault_presets.hpp"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTableWidget>
#include <QVBoxLayout>

namespace meter::gui {

namespace {

constexpr int kRefreshMs = 500;
constexpr int kCodeFrom = 1000; ///< Four digits.
constexpr int kCodeTo = 10'000;
constexpr int kTaskColumn = 2;
constexpr QSize kFirstSize = {900, 560};

/// Short enough to be called out; whoever wants more writes a longer one.
QString freshCode() {
    return QString::number(QRandomGenerator::system()->bounded(kCodeFrom, kCodeTo));
}

} // namespace

ClassBoard::ClassBoard(LessonRoom& room, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_room(room)
    , m_address(new QLineEdit(QStringLiteral("127.0.0.1:4711"), this))
    , m_code(new QLineEdit(freshCode(), this))
    , m_lesson(new QComboBox(this))
    , m_open(new QPushButton(tr("&Open the class"), this))
    , m_state(new QLabel(this))
    , m_refusal(newRefusalLabel(this))
    , m_table(new QTableWidget(this))
    , m_handOut(new QPushButton(tr("&Hand the lesson out"), this))
    , m_message(new QLineEdit(this))
    , m_say(new QPushButton(tr("&Send"), this))
    , m_fault(new QComboBox(this))
    , m_makeFault(new QPushButton(tr("&Make the fault"), this)) {
    setWindowTitle(tr("Class"));
    resize(kFirstSize);
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    m_address->setToolTip(tr("127.0.0.1 is this machine alone; for a network write this machine's "
                             "address in it"));
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&Code"), m_code);
    for (const LessonPtr& lesson : m_room.lessons()) {
        m_lesson->addItem(textIn(lesson->title, m_room.language()), textOf(lesson->file));
    }
    form->addRow(tr("&Lesson"), m_lesson);
    layout->addLayout(form);
    layout->addWidget(m_open, 0, Qt::AlignLeft);
    layout->addWidget(m_state);
    layout->addWidget(m_refusal);
    const QStringList heads = {tr("Learner"), tr("Lesson"), tr("Task"),  tr("Points"),
                               tr("Time"),    tr("Keys"),   tr("Glass"), tr("State")};
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(kTaskColumn, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    layout->addWidget(m_table, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("To the chosen learner, or to all:"), this));
    row->addWidget(m_handOut);
    m_fault->setAccessibleName(tr("Fault"));
    for (const sim::FaultPreset& preset : sim::faultPresets()) {
        m_fault->addItem(textOf(std::string(preset.name)));
    }
    row->addWidget(m_fault);
    row->addWidget(m_makeFault);
    row->addStretch();
    layout->addLayout(row);
    auto* words = new QHBoxLayout;
    m_message->setPlaceholderText(tr("A message"));
    m_message->setAccessibleName(m_message->placeholderText());
    words->addWidget(m_message, 1);
    words->addWidget(m_say);
    layout->addLayout(words);
    connect(m_open, &QPushButton::clicked, this, &ClassBoard::open);
    connect(m_handOut, &QPushButton::clicked, this, &ClassBoard::handOut);
    connect(m_say, &QPushButton::clicked, this, [this] {
        if (m_server && !m_message->text().isEmpty()) {
            m_server->say(m_message->text().toStdString(), who());
            m_message->clear();
        }
    });
    connect(m_message, &QLineEdit::returnPressed, m_say, &QPushButton::click);
    connect(m_makeFault, &QPushButton::clicked, this, [this] {
        if (m_server) {
            m_server->makeFault(m_fault->currentText().toStdString(), who());
        }
    });
    connect(&m_timer, &QTimer::timeout, this, &ClassBoard::refresh);
    refresh();
}

ClassBoard::~ClassBoard() = default;

QString ClassBoard::openAddress() const {
    return m_server ? textOf(m_server->address()) : QString();
}

std::string ClassBoard::who() const {
    const int row = m_table->currentRow();
    return row < 0 ? std::string() : m_table->item(row, 0)->text().toStdString();
}

std::optional<sim::live::ClassLesson> ClassBoard::chosen() const {
    const QString file = m_lesson->currentData().toString();
    const sim::Result<std::string> text = sim::textOfFile(QFile::encodeName(file).toStdString());
    return text ? std::optional(sim::live::ClassLesson{
                      .name = QFileInfo(file).fileName().toStdString(), .text = *text})
                : std::nullopt;
}

void ClassBoard::open() {
    const std::optional<sim::live::TcpAddress> address = classAddress(m_address->text());
    if (!address) {
        showRefusal(*m_refusal, tr("Enter the address as HOST:PORT."));
        return;
    }
    auto server = std::make_unique<sim::live::ClassServer>(
        sim::live::ClassOptions{
            .address = *address,
            .code = m_code->text().toStdString(),
            .lesson = chosen(),
            .resultsFolder = QFile::encodeName(m_room.resultsFolder()).toStdString() + "/class"},
        [](const std::string&) {});
    if (const sim::Result<void> started = server->start(); !started) {
        showRefusal(*m_refusal, textOf(started.error().text));
        return;
    }
    showRefusal(*m_refusal, {});
    m_server = std::move(server);
    m_timer.start(kRefreshMs);
    refresh();
}

void ClassBoard::handOut() {
    if (const std::optional<sim::live::ClassLesson> lesson = chosen(); m_server && lesson) {
        m_server->handOut(*lesson, who());
    }
}

void ClassBoard::refresh() {
    const bool isOpen = m_server != nullptr;
    for (QWidget* part : std::initializer_list<QWidget*>{m_handOut, m_say, m_makeFault}) {
        part->setEnabled(isOpen);
    }
    for (QWidget* part : std::initializer_list<QWidget*>{m_open, m_address, m_code}) {
        part->setEnabled(!isOpen);
    }
    if (!isOpen) {
        return;
    }
    m_state->setText(tr("Learners join %1 with the code %2. Results: %3")
                         .arg(openAddress(), m_code->text(),
                              QString(m_room.resultsFolder() + QStringLiteral("/class"))));
    const std::vector<sim::live::ClassSeat> seats = m_server->board();
    m_table->setRowCount(static_cast<int>(seats.size()));
    for (std::size_t place = 0; place < seats.size(); ++place) {
        const sim::live::ClassSeat& seat = seats[place];
        const sim::live::SeatReport& report = seat.report;
        const QString state = seat.resultFile     ? tr("handed in")
                              : !seat.isThere     ? tr("link cut")
                              : report.isFinished ? tr("finished")
                                                  : QString();
        const QStringList cells = {
            textOf(seat.name),         textOf(report.lesson),
            textOf(report.task),       QStringLiteral("%1/%2").arg(report.points).arg(report.of),
            clockText(report.seconds), textOf(report.keys),
            textOf(report.glass),      state};
        for (int column = 0; column < static_cast<int>(cells.size()); ++column) {
            QTableWidgetItem* item = m_table->item(static_cast<int>(place), column);
            if (item == nullptr) {
                item = new QTableWidgetItem;
                m_table->setItem(static_cast<int>(place), column, item);
            }
            if (item->text() != cells[column]) {
                item->setText(cells[column]);
            }
        }
    }
}

} // namespace meter::gui
