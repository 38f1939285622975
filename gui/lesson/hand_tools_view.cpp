// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/hand_tools_view.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/lesson/lesson_text.hpp"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace meter::gui {

namespace {

constexpr std::size_t kShown = 6; ///< Readings.

struct Tool {
    sim::HandTool tool;
    const char* name;
    const char* places; ///< With blanks between them.
};

// Conductors by their letter; with V before it, the meter's terminal.
constexpr std::array kTools = {
    Tool{sim::HandTool::Clamp, QT_TRANSLATE_NOOP("meter::gui::HandToolsView", "Clamp"), "A B C N"},
    Tool{sim::HandTool::Voltmeter, QT_TRANSLATE_NOOP("meter::gui::HandToolsView", "Voltmeter"),
         "A-N B-N C-N A-B B-C C-A VA-VN VB-VN VC-VN VA-VB VB-VC VC-VA A-VA B-VB C-VC N-VN"},
    Tool{sim::HandTool::Rotation, QT_TRANSLATE_NOOP("meter::gui::HandToolsView", "Phase sequence"),
         "A-B-C VA-VB-VC"}};

} // namespace

HandToolsView::HandToolsView(LessonRoom& room, QWidget* parent)
    : QWidget(parent)
    , m_room(room)
    , m_tool(new QComboBox(this))
    , m_place(new QComboBox(this))
    , m_measure(new QPushButton(tr("&Measure"), this))
    , m_readings(new QLabel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kDockGap);
    layout->addWidget(newHeading(tr("Hand tools"), this));
    auto* row = new QHBoxLayout;
    for (const Tool& tool : kTools) {
        m_tool->addItem(tr(tool.name));
    }
    m_tool->setAccessibleName(tr("Hand tool"));
    m_place->setAccessibleName(tr("Where to measure"));
    m_place->setToolTip(tr("A, B, C, N: the conductors; VA, VB, VC, VN: the meter's terminals"));
    row->addWidget(m_tool);
    row->addWidget(m_place);
    row->addWidget(m_measure);
    row->addStretch();
    layout->addLayout(row);
    m_readings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_readings);
    fillPlaces();
    showReadings();
    connect(m_tool, &QComboBox::currentIndexChanged, this, &HandToolsView::fillPlaces);
    connect(m_measure, &QPushButton::clicked, this, [this] {
        m_room.measure(kTools.at(static_cast<std::size_t>(m_tool->currentIndex())).tool,
                       m_place->currentText().toStdString());
    });
    connect(&m_room, &LessonRoom::measured, this, &HandToolsView::showReadings);
    connect(&m_room, &LessonRoom::begun, this, &HandToolsView::showReadings);
}

QString HandToolsView::readings() const {
    return m_readings->text();
}

void HandToolsView::fillPlaces() {
    const Tool& tool = kTools.at(static_cast<std::size_t>(m_tool->currentIndex()));
    m_place->clear();
    m_place->addItems(QString::fromLatin1(tool.places).split(QLatin1Char(' ')));
}

void HandToolsView::showReadings() {
    QStringList lines;
    for (const sim::ToolReading& reading : m_room.readings()) {
        const auto tool = std::ranges::find(kTools, reading.tool, &Tool::tool);
        lines << QStringLiteral("%1 %2: %3")
                     .arg(tr(tool->name), textOf(reading.at), textOf(reading.text));
        if (static_cast<std::size_t>(lines.size()) == kShown) {
            break;
        }
    }
    m_readings->setText(lines.join(QLatin1Char('\n')));
    m_readings->setVisible(!lines.isEmpty());
}

} // namespace meter::gui
