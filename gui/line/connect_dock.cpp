// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/line/connect_dock.hpp"

#include "gui/base/icons.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/line/connect_lines.hpp"
#include "gui/live/live_meter.hpp"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 500;
constexpr int kToolCharacters = 14;

} // namespace

ConnectDock::ConnectDock(LiveMeter& meter, QWidget* parent) : QScrollArea(parent), m_meter(meter) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("How to read the meter"));
    connect(&m_meter, &LiveMeter::scenarioOpened, this, &ConnectDock::refresh);
    connect(&m_meter, &LiveMeter::advanced, this, [this] {
        if (isVisible() && m_sinceRefresh.elapsed() >= kRefreshIntervalMs) {
            refresh();
        }
    });
    refresh();
}

void ConnectDock::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    refresh();
}

void ConnectDock::refresh() {
    m_sinceRefresh.start();
    const unsigned unit = m_meter.snapshot().readings.settings.modbusAddress;
    QStringList lines;
    for (const sim::live::Endpoint& endpoint : m_meter.endpoints()) {
        for (const ConnectLine& each : connectLines(endpoint, unit)) {
            lines << each.line;
        }
    }
    if (lines != m_lines || widget() == nullptr) {
        m_lines = lines;
        fill();
    }
}

void ConnectDock::fill() {
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);
    const unsigned unit = m_meter.snapshot().readings.settings.modbusAddress;
    for (const sim::live::Endpoint& endpoint : m_meter.endpoints()) {
        layout->addWidget(newHeading(QString::fromStdString(endpoint.line()), content));
        for (const ConnectLine& each : connectLines(endpoint, unit)) {
            addLine(*layout, each.tool, each.line);
        }
    }
    if (m_lines.isEmpty()) {
        auto* none =
            new QLabel(tr("Nobody can connect. Add an endpoint in the Line dock."), content);
        none->setWordWrap(true);
        layout->addWidget(none);
    }
    layout->addStretch();
    setWidget(content);
}

void ConnectDock::addLine(QVBoxLayout& layout, const QString& tool, const QString& line) {
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    auto* label = new QLabel(tool);
    label->setMinimumWidth(fontMetrics().averageCharWidth() * kToolCharacters);
    auto* text = new QLineEdit(line);
    text->setReadOnly(true);
    text->setCursorPosition(0);
    text->setToolTip(line);
    text->setAccessibleName(tool);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* copy = new QToolButton;
    copy->setIcon(themedIcon(QStringLiteral("copy"), palette()));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy"));
    copy->setAccessibleName(tr("Copy the line for %1").arg(tool));
    connect(copy, &QToolButton::clicked, copy,
            [line] { QApplication::clipboard()->setText(line); });
    row->addWidget(label);
    row->addWidget(text, 1);
    row->addWidget(copy);
    layout.addLayout(row);
}

} // namespace meter::gui
