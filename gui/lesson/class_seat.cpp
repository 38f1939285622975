// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/class_seat.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/faults/fault_orders.hpp"
#include "gui/lesson/lesson_text.hpp"
#include "sim/live/classroom/seat_report.hpp"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace meter::gui {

std::optional<sim::live::TcpAddress> classAddress(const QString& text) {
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const std::uint16_t port = text.mid(colon + 1).toUShort(&isNumber);
    if (colon <= 0 || !isNumber) {
        return std::nullopt;
    }
    return sim::live::TcpAddress{
        .host = text.left(colon).trimmed().toStdString(), .port = port, .isDefault = false};
}

ClassSeat::ClassSeat(LessonRoom& room, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_room(room)
    , m_address(new QLineEdit(QStringLiteral("127.0.0.1:4711"), this))
    , m_code(new QLineEdit(this))
    , m_name(new QLineEdit(room.learner(), this))
    , m_join(new QPushButton(tr("&Join"), this))
    , m_refusal(newRefusalLabel(this))
    , m_state(new QLabel(this))
    , m_message(new QLabel(this)) {
    setWindowTitle(tr("Join a class"));
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&Code"), m_code);
    form->addRow(tr("&Name"), m_name);
    layout->addLayout(form);
    layout->addWidget(m_join);
    layout->addWidget(m_refusal);
    m_state->setWordWrap(true);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    layout->addWidget(m_state);
    layout->addWidget(m_message);
    layout->addStretch();
    connect(m_join, &QPushButton::clicked, this, &ClassSeat::join);
    connect(m_code, &QLineEdit::returnPressed, this, &ClassSeat::join);
    connect(&m_room.meter(), &LiveMeter::advanced, this, &ClassSeat::follow);
    connect(&m_room, &LessonRoom::resultReady, this, &ClassSeat::handIn);
}

ClassSeat::~ClassSeat() = default;

QString ClassSeat::state() const {
    return m_state->text();
}

void ClassSeat::join() {
    const std::optional<sim::live::TcpAddress> address = classAddress(m_address->text());
    const QString name = m_name->text().simplified();
    if (!address || name.isEmpty() || m_code->text().isEmpty()) {
        showRefusal(*m_refusal, tr("Enter the address as HOST:PORT, the code, and your name."));
        return;
    }
    auto client = std::make_unique<sim::live::ClassClient>(sim::live::JoinOptions{
        .address = *address, .code = m_code->text().toStdString(), .learner = name.toStdString()});
    const sim::Result<void> joined = client->start();
    if (!joined) {
        showRefusal(*m_refusal, textOf(joined.error().text));
        return;
    }
    showRefusal(*m_refusal, {});
    m_client = std::move(client);
    m_room.setLearner(textOf(m_client->name()));
    m_join->setEnabled(false);
}

void ClassSeat::follow(const sim::live::Snapshot& snapshot) {
    if (!m_client) {
        return;
    }
    const bool isLinked = m_client->isLinked();
    m_state->setText(isLinked ? tr("In the class as %1.").arg(textOf(m_client->name()))
                              : tr("The link is cut. Go on: what you hand in is sent as soon as "
                                   "it is there again."));
    m_client->report(sim::live::seatReportOf(snapshot));
    for (const sim::live::ClassWord& word : m_client->takeWords()) {
        hear(word);
    }
}

void ClassSeat::hear(const sim::live::ClassWord& word) {
    if (const auto* const lesson = std::get_if<sim::live::ClassLesson>(&word)) {
        if (m_room.view() == nullptr || !m_room.view()->isExamRunning()) {
            m_room.chooseText(lesson->text, textOf(lesson->name));
        }
    } else if (const auto* const message = std::get_if<sim::live::ClassMessage>(&word)) {
        m_message->setText(tr("The trainer says: %1").arg(textOf(message->text)));
        show();
        raise();
    } else if (const auto* const fault = std::get_if<sim::live::ClassFault>(&word)) {
        m_room.meter().post([name = fault->name](sim::Simulation& simulation) {
            static_cast<void>(
                carryOut(simulation, FaultOrder{.name = name, .parameters = {}, .duration = {}}));
        });
    }
}

void ClassSeat::handIn() {
    if (m_client && m_room.result()) {
        m_client->handIn({.lesson = m_room.result()->result.lessonId,
                          .text = m_room.resultText().toStdString()});
    }
}

} // namespace meter::gui
