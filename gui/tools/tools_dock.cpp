// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tools/tools_dock.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/docks/replay_note.hpp"
#include "gui/language/library_text.hpp"
#include "gui/live/live_meter.hpp"
#include "sim/twin/simulation.hpp"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <optional>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 250;
constexpr double kDigitScale = 1.8; ///< Of the font: read from a step away.
constexpr std::array kConductors = {"A", "B", "C", "N"};

} // namespace

ToolsDock::ToolsDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_grid(new QGridLayout)
    , m_clamp(addPoints(false, tr("Conductor in the clamp")))
    , m_from(addPoints(true, tr("First point of the voltmeter")))
    , m_to(addPoints(true, tr("Second point of the voltmeter")))
    , m_rotation(new QComboBox(this)) {
    m_to->setCurrentIndex(m_to->findData(QStringLiteral("N")));
    m_rotation->addItem(tr("conductors A, B, C"), QStringLiteral("A-B-C"));
    m_rotation->addItem(tr("terminals A, B, C"), QStringLiteral("VA-VB-VC"));
    m_rotation->setAccessibleName(tr("Points of the phase-sequence tester"));
    m_grid->setColumnStretch(1, 1);
    addTool(sim::HandTool::Clamp, tr("Clamp"), tr("True RMS of the current in one conductor"),
            {m_clamp});
    addTool(sim::HandTool::Voltmeter, tr("Voltmeter"),
            tr("True RMS between two points: conductors, or terminals of the meter, which lie "
               "behind the fuses"),
            {m_from, m_to});
    addTool(sim::HandTool::Rotation, tr("Phase sequence"), tr("Which phase follows which"),
            {m_rotation});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);
    layout->addWidget(new ReplayNote(
        meter, tr("A recording is played: what was on its conductors is not known."), this));
    layout->addLayout(m_grid);
    auto* note = new QLabel(tr("Hand tools show what is really there. Where the meter reads "
                               "something else, its wiring or its setup is wrong."),
                            this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(note);
    layout->addStretch();
    setFocusProxy(m_clamp);
    connect(&m_meter, &LiveMeter::advanced, this, [this] {
        if (isVisible() && m_sinceRefresh.elapsed() >= kRefreshIntervalMs) {
            refresh();
        }
    });
}

QComboBox* ToolsDock::addPoints(bool withTerminals, const QString& name) {
    auto* box = new QComboBox(this);
    for (const char* conductor : kConductors) {
        box->addItem(tr("conductor %1").arg(QLatin1String(conductor)), QLatin1String(conductor));
    }
    for (const char* terminal : kConductors) {
        if (withTerminals) {
            box->addItem(tr("terminal %1").arg(QLatin1String(terminal)),
                         QString(u'V' + QLatin1String(terminal)));
        }
    }
    box->setAccessibleName(name);
    return box;
}

void ToolsDock::addTool(sim::HandTool tool,
                        const QString& title,
                        const QString& hint,
                        const std::vector<QComboBox*>& boxes) {
    const int row = m_grid->rowCount();
    auto* heading = newHeading(title, this);
    heading->setToolTip(hint);
    m_grid->addWidget(heading, row, 0, 1, 2);
    auto* places = new QVBoxLayout;
    places->setSpacing(2);
    for (QComboBox* box : boxes) {
        box->setToolTip(hint);
        places->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &ToolsDock::refresh);
    }
    m_grid->addLayout(places, row + 1, 0);
    auto* reading = new QLabel(this);
    QFont digits = reading->font();
    digits.setPointSizeF(digits.pointSizeF() * kDigitScale);
    digits.setBold(true);
    reading->setFont(digits);
    reading->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    reading->setAccessibleName(title);
    m_grid->addWidget(reading, row + 1, 1);
    m_readings.at(static_cast<std::size_t>(tool)) = reading;
}

QString ToolsDock::reading(sim::HandTool tool) const {
    return m_readings.at(static_cast<std::size_t>(tool))->text();
}

void ToolsDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

std::array<std::string, ToolsDock::kToolCount> ToolsDock::places() const {
    const auto at = [](const QComboBox& box) {
        return box.currentData().toString().toStdString();
    };
    return {at(*m_clamp), at(*m_from) + '-' + at(*m_to), at(*m_rotation)};
}

void ToolsDock::refresh() {
    m_sinceRefresh.start();
    m_meter.ask(
        this,
        [places = places()](const sim::Simulation& simulation) {
            std::array<std::optional<sim::ToolReading>, kToolCount> readings;
            if (simulation.scenario().replay != nullptr) {
                return readings;
            }
            const sim::World world = simulation.faultyWorld();
            for (std::size_t tool = 0; tool < kToolCount; ++tool) {
                // Nothing for a conductor that the service does not have.
                if (const auto reading = sim::measureWith(static_cast<sim::HandTool>(tool),
                                                          places.at(tool), world)) {
                    readings.at(tool) = *reading;
                }
            }
            return readings;
        },
        [this](const std::array<std::optional<sim::ToolReading>, kToolCount>& readings) {
            for (std::size_t tool = 0; tool < kToolCount; ++tool) {
                const QString text = readings.at(tool) ? libraryText(readings.at(tool)->text)
                                                       : QString(QChar(0x2014));
                m_readings.at(tool)->setText(text);
                m_readings.at(tool)->setAccessibleDescription(text);
            }
        });
}

} // namespace meter::gui
