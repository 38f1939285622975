// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scope/scope_dock.hpp"

#include "gui/docks/copy_menu.hpp"
#include "gui/docks/file_dialog.hpp"
#include "gui/probe/conductor_waves.hpp"
#include "gui/probe/wave_figures.hpp"
#include "gui/scope/samples_export.hpp"
#include "gui/scope/scope_plot.hpp"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace meter::gui {

namespace {

constexpr double kMs = 1000.0;
constexpr qint64 kRmsIntervalMs = 400; ///< Faster digits cannot be read.

} // namespace

ScopeDock::ScopeDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_probe(WaveformProbe::of(meter))
    , m_controls(new ScopeControls(this))
    , m_plot(new ScopePlot(this))
    , m_readout(new QLabel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_controls);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_readout);
    m_readout->setContentsMargins(6, 2, 6, 3);
    m_readout->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readout->setWordWrap(true);
    m_plot->setAccessibleName(m_controls->sideBox().currentText());
    m_plot->setToolTip(tr("Wheel: zoom the time, with Ctrl the values. Drag: move. Double click: "
                          "show all."));
    addPictureMenu(*m_plot, meter, QStringLiteral("scope"));
    auto* save = new QAction(tr("Save samples\u2026"), m_plot);
    m_plot->addAction(save);
    connect(save, &QAction::triggered, this, &ScopeDock::askForSamples);
    setFocusProxy(m_plot);

    connect(&m_probe, &WaveformProbe::updated, this, &ScopeDock::follow);
    connect(m_controls, &ScopeControls::changed, this, &ScopeDock::applyControls);
    connect(m_controls, &ScopeControls::frozen, this, &ScopeDock::freeze);
    connect(&m_controls->cursorsButton(), &QToolButton::toggled, m_plot,
            &ScopePlot::setCursorsShown);
    connect(&m_controls->autoscaleButton(), &QToolButton::clicked, m_plot, &ScopePlot::autoscale);
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        connect(&m_controls->waveButton(wave), &QToolButton::toggled, m_plot,
                [this, wave](bool isOn) { m_plot->setWaveShown(wave, isOn); });
    }
    connect(m_plot, &ScopePlot::cursorsMoved, this, &ScopeDock::showReadout);
    connect(m_plot, &ScopePlot::levelDragged, m_controls, &ScopeControls::setLevel);
    connect(m_plot, &ScopePlot::freezeToggled, &m_controls->freezeButton(), &QToolButton::toggle);
    connect(m_plot, &ScopePlot::waveToggled, this,
            [this](std::size_t wave) { m_controls->waveButton(wave).toggle(); });
    showReadout();
}

ScopeDock::~ScopeDock() {
    m_probe.setViewed(this, false);
}

QString ScopeDock::readout() const {
    return m_readout->text();
}

void ScopeDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_sinceRms.invalidate();
    m_probe.setViewed(this, true);
}

void ScopeDock::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_probe.setViewed(this, false);
}

void ScopeDock::follow() {
    if (!isVisible() || window()->isMinimized() || m_controls->isFrozen()) {
        return;
    }
    const SampleTime before = m_stretch.end();
    const bool wasEmpty = m_stretch.frames.empty();
    m_settings = m_probe.meter().snapshot().readings.settings;
    m_stretch = stretchNow();
    const bool isEmpty = m_stretch.frames.empty();
    // What is really there may change while time stands still.
    const bool isNew = m_stretch.end() != before || wasEmpty != isEmpty ||
                       m_controls->side() == ScopeSide::Conductors;
    if (isNew) {
        sweep();
        if (isEmpty || !m_sinceRms.isValid() || m_sinceRms.elapsed() >= kRmsIntervalMs) {
            showRms();
        }
    }
}

sim::live::WaveformStretch ScopeDock::stretchNow() const {
    if (m_controls->side() == ScopeSide::Inputs) {
        return m_probe.stretch();
    }
    const WorldTruth& truth = m_probe.truth();
    const bool isKnown = truth.isKnown && !truth.isReplayed;
    return isKnown ? conductorStretch(truth.world, m_settings, m_probe.meter().snapshot().now,
                                      sim::live::kTapFrameCountMax / 2)
                   : sim::live::WaveformStretch{};
}

void ScopeDock::askForSamples() {
    askForFile(m_probe.meter(), *this,
               {.id = "samples",
                .title = tr("Save samples"),
                .filter = tr("COMTRADE in one file (*.cff);;COMTRADE (*.cfg);;"
                             "Comma-separated values (*.csv)"),
                .suffix = QStringLiteral("cff"),
                .ending = QStringLiteral("-samples")},
               [this](const QString& file) {
                   const sim::Result<void> saved = saveSamples(file);
                   m_readout->setText(saved ? tr("Saved %1").arg(file)
                                            : QString::fromStdString(saved.error().text));
               });
}

sim::Result<void> ScopeDock::saveSamples(const QString& file) const {
    sim::Installation scales = m_probe.truth().world.installation;
    if (m_controls->side() == ScopeSide::Conductors) { // Made by what the meter is set to.
        scales.ctRatingA = m_settings.ctPrimaryA;
        scales.ptRating = m_settings.ptRatioHundredths / 100.0;
    }
    const MeterIdentity identity = m_probe.meter().identity();
    return exportSamples(m_stretch, scales,
                         {.station = identity.scenarioName,
                          .serialNumber = identity.factory.serialNumber,
                          .nominalFrequencyHz = m_probe.truth().world.source.frequencyHz},
                         QFile::encodeName(file).toStdString());
}

QString ScopeDock::emptyText() const {
    return m_controls->side() == ScopeSide::Conductors && m_probe.truth().isReplayed
               ? tr("A recording is played: what was on its conductors is not known.")
               : tr("No samples yet");
}

void ScopeDock::freeze(bool isFrozen) {
    if (!isFrozen) {
        m_plot->setSpan(m_controls->settings().spanS);
        follow();
        return;
    }
    sweep(); // All of the two seconds, to move about in.
}

void ScopeDock::applyControls() {
    const SweepSettings wanted = m_controls->settings();
    m_plot->setSpan(wanted.spanS);
    m_plot->setTrigger(wanted.triggerWave, wanted.level);
    if (!m_controls->isFrozen()) {
        m_stretch = stretchNow();
        showRms();
    }
    m_plot->setAccessibleName(m_controls->sideBox().currentText());
    sweep();
    showReadout();
}

void ScopeDock::sweep() {
    const SweepExtent extent =
        m_controls->isFrozen() ? SweepExtent::WholeStretch : SweepExtent::Picture;
    const Sweep next = sweepOf(m_stretch, m_settings, m_controls->settings(), extent);
    const bool isWaiting = !next.isTriggered && m_controls->mode() == SweepMode::Normal;
    if (!isWaiting || m_controls->isFrozen()) {
        m_plot->showSweep(next);
    }
    if (!m_plot->areCursorsShown()) {
        m_readout->setText(next.isEmpty()     ? emptyText()
                           : next.isTriggered ? tr("Triggered")
                           : isWaiting        ? tr("Waiting for a trigger")
                                              : tr("No trigger: nothing crosses the level"));
    }
}

void ScopeDock::showRms() {
    m_sinceRms.start();
    const LiveMeter& meter = m_probe.meter();
    const double hz =
        frequencyToAnalyse(meter.snapshot().readings, m_probe.truth().world.source.frequencyHz);
    const auto figures = figuresOf(m_stretch, m_settings, hz);
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        m_controls->setRms(wave, figures ? std::optional(figures->at(wave).rms) : std::nullopt);
    }
}

void ScopeDock::showReadout() {
    if (!m_plot->areCursorsShown()) {
        return;
    }
    const QLocale locale;
    // Rounded first, so that no −0.00 is shown.
    const auto number = [&locale](double value) {
        return locale.toString(std::round(value * 100.0) / 100.0 + 0.0, 'f', 2);
    };
    const double first = m_plot->cursorS(0);
    const double second = m_plot->cursorS(1);
    const std::size_t wave = m_controls->settings().triggerWave;
    const double firstValue = m_plot->sweep().valueAt(wave, first);
    const double secondValue = m_plot->sweep().valueAt(wave, second);
    const double distance = std::abs(second - first);
    const QString unit = waveUnit(wave);
    const QString frequency = distance > 0.0 ? number(1.0 / distance) : QString(QChar(0x2014));
    m_readout->setText(tr("1: %1 ms, %2 %6   2: %3 ms, %4 %6   \u0394T %5 ms")
                           .arg(number(first * kMs), number(firstValue), number(second * kMs),
                                number(secondValue), number(distance * kMs), unit) +
                       tr("   1/\u0394T %1 Hz   \u0394%2 %3 %4")
                           .arg(frequency, waveName(wave), number(secondValue - firstValue), unit));
}

} // namespace meter::gui
