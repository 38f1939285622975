// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/phasors/phasors_dock.hpp"

#include "gui/docks/copy_menu.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/phasors/phasor_diagram.hpp"
#include "gui/phasors/phasor_model.hpp"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 200;
constexpr int kSideBySideWidth = 330;

double largest(const PerWave<PhasorRms>& phasors, bool ofCurrents) {
    double found = 0.0;
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        found = isCurrent(wave) == ofCurrents ? std::max(found, std::abs(phasors.at(wave))) : found;
    }
    return found;
}

QString sequenceRow(const QString& name, const QString& sequence) {
    return QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>").arg(name, sequence);
}

} // namespace

QString
sequenceText(const PerWave<PhasorRms>& phasors, const PerWave<bool>& isThere, bool ofCurrents) {
    const std::size_t first = ofCurrents ? kPhaseCount : 0;
    const auto begin = isThere.begin() + static_cast<std::ptrdiff_t>(first);
    const auto count = std::count(begin, begin + kPhaseCount, true);
    if (count > 0 && count < static_cast<std::ptrdiff_t>(kPhaseCount)) {
        return PhasorsDock::tr("none: fewer than three phases");
    }
    const SequenceComponents parts =
        sequenceOf({phasors.at(first), phasors.at(first + 1), phasors.at(first + 2)});
    const double positive = std::abs(parts.positive);
    const double negative = std::abs(parts.negative);
    const double main = std::max(positive, negative);
    if (!(main > 0.0)) {
        return QString(QChar(0x2014));
    }
    const QLocale locale;
    const auto percent = [&](const PhasorRms& part) {
        return locale.toString(100.0 * std::abs(part) / main, 'f', 1);
    };
    const QString order = positive >= negative ? QStringLiteral("ABC") : QStringLiteral("ACB");
    return PhasorsDock::tr("%1, + %2\u00A0%, \u2212 %3\u00A0%, 0 %4\u00A0%")
        .arg(order, percent(parts.positive), percent(parts.negative), percent(parts.zero));
}

PhasorsDock::PhasorsDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_probe(WaveformProbe::of(meter))
    , m_model(new PhasorModel(this))
    , m_real(new PhasorDiagram(tr("In the conductors"), this))
    , m_seen(new PhasorDiagram(tr("At the meter's inputs"), this))
    , m_diagrams(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_note(new QLabel(this))
    , m_sequences(new QLabel(this))
    , m_table(new QTableView(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_diagrams->setSpacing(1);
    m_diagrams->addWidget(m_real);
    m_diagrams->addWidget(m_seen);
    layout->addLayout(m_diagrams, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_sequences);
    layout->addWidget(m_table);
    m_note->setContentsMargins(6, 3, 6, 3);
    m_note->setWordWrap(true);
    m_note->hide();
    m_sequences->setContentsMargins(6, 3, 6, 3);
    m_sequences->setTextFormat(Qt::RichText);
    m_sequences->setToolTip(tr("Phase sequence, and positive, negative and zero sequence in "
                               "percent of the larger of the first two"));
    m_seen->setToolTip(tr("Thick: voltages. Thin: currents. Dashed: what is in the conductors."));
    m_real->setToolTip(tr("Thick: voltages. Thin: currents. Voltage A is at 0\u00B0."));

    addPictureMenu(*m_real, meter, QStringLiteral("phasors"));
    addPictureMenu(*m_seen, meter, QStringLiteral("phasors"));
    addTableMenu(*m_table, meter, QStringLiteral("phasors"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Phasors in the conductors and at the meter's inputs"));
    styleTable(*m_table);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // What differs stands where it is seen at any width; the numbers behind it may scroll.
    m_table->horizontalHeader()->moveSection(PhasorModel::Verdict, PhasorModel::Real);
    const int rows = static_cast<int>(kWaveCount) * (fontMetrics().height() + 4);
    m_table->setFixedHeight(rows + m_table->horizontalHeader()->sizeHint().height() + 4 +
                            m_table->horizontalScrollBar()->sizeHint().height());
    setFocusProxy(m_table);
    connect(&m_probe, &WaveformProbe::updated, this, [this] {
        const bool isDue =
            !m_sinceRefresh.isValid() || m_sinceRefresh.elapsed() >= kRefreshIntervalMs;
        if (isVisible() && !window()->isMinimized() && isDue) {
            refresh();
        }
    });
}

PhasorsDock::~PhasorsDock() {
    m_probe.setViewed(this, false);
}

void PhasorsDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_probe.setViewed(this, true);
}

void PhasorsDock::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_probe.setViewed(this, false);
}

void PhasorsDock::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_diagrams->setDirection(width() >= kSideBySideWidth ? QBoxLayout::LeftToRight
                                                         : QBoxLayout::TopToBottom);
}

QString PhasorsDock::sequences() const {
    return m_sequences->text();
}

void PhasorsDock::refresh() {
    m_sinceRefresh.start();
    const Readings& readings = m_probe.meter().snapshot().readings;
    const WorldTruth& truth = m_probe.truth();
    const double hz = frequencyToAnalyse(readings, truth.world.source.frequencyHz);
    m_scene = sceneOf(truth, figuresOf(m_probe.stretch(), readings.settings, hz));
    m_model->setScene(m_scene);
    showDiagrams();
    PerWave<bool> isMeasured{};
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        isMeasured.at(wave) =
            m_scene.isSeenKnown && traitsOf(readings.settings.systemType).hasPhase[phaseOf(wave)];
    }
    m_sequences->setText(
        QStringLiteral("<table style='white-space:nowrap'>") +
        sequenceRow(tr("V, conductors"), sequenceText(m_scene.real, m_scene.isReal, false)) +
        sequenceRow(tr("V, inputs"), sequenceText(m_scene.seen, isMeasured, false)) +
        sequenceRow(tr("I, conductors"), sequenceText(m_scene.real, m_scene.isReal, true)) +
        sequenceRow(tr("I, inputs"), sequenceText(m_scene.seen, isMeasured, true)) +
        QStringLiteral("</table>"));
    m_note->setVisible(truth.isReplayed);
    m_note->setText(tr("A recording is played: what was on its conductors is not known."));
}

void PhasorsDock::showDiagrams() {
    PhasorPicture real;
    real.phasors = m_scene.real;
    real.isShown = m_scene.isReal;
    real.voltageMax = std::max(largest(m_scene.real, false), largest(m_scene.seen, false));
    real.currentMax = std::max(largest(m_scene.real, true), largest(m_scene.seen, true));
    PhasorPicture seen = real; // One scale for both.
    seen.phasors = m_scene.seen;
    seen.isShown.fill(m_scene.isSeenKnown);
    seen.ghosts = m_scene.real;
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        const Match match = m_scene.matches.at(wave).match;
        seen.isGhostShown.at(wave) = match != Match::Right && match != Match::Unknown;
    }
    m_real->setPicture(real);
    m_seen->setPicture(seen);
}

} // namespace meter::gui
