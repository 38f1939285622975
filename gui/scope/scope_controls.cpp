// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scope/scope_controls.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/probe/plot_theme.hpp"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr std::array kSpansMs = {10, 20, 50, 100, 200, 500, 1000};
constexpr int kFirstSpan = 2;
constexpr double kLevelMax = 1e7;
constexpr int kMargin = 6;
constexpr int kWideCharacters = 120; ///< Room for trigger and buttons side by side.

QIcon swatch(const QColor& colour, double pixelRatio) {
    constexpr int kSize = 12;
    const auto painted = [&](bool isFilled) {
        QPixmap pixmap(QSize(kSize, kSize) * pixelRatio);
        pixmap.setDevicePixelRatio(pixelRatio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour, 1.5));
        painter.setBrush(isFilled ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(1.5, 1.5, kSize - 3.0, kSize - 3.0), 2.0, 2.0);
        return pixmap;
    };
    QIcon icon;
    icon.addPixmap(painted(true), QIcon::Normal, QIcon::On);
    icon.addPixmap(painted(false), QIcon::Normal, QIcon::Off);
    return icon;
}

} // namespace

ScopeControls::ScopeControls(QWidget* parent)
    : QWidget(parent)
    , m_waveGrid(new QGridLayout)
    , m_rows(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_side(new QComboBox(this))
    , m_triggerWave(new QComboBox(this))
    , m_edge(new QComboBox(this))
    , m_level(new QDoubleSpinBox(this))
    , m_mode(new QComboBox(this))
    , m_span(new QComboBox(this))
    , m_freeze(newToolButton(tr("Freeze"), tr("Hold the picture (Space)"), this))
    , m_cursors(newToolButton(tr("Cursors"), tr("Two lines that measure time and value"), this))
    , m_autoscale(
          newToolButton(tr("Fit"), tr("The whole picture, values just fitting (A)"), this)) {
    makeWaves();
    makeSide();
    makeTrigger();
    makeButtons();

    m_waveGrid->setSpacing(2);
    auto* trigger = new QHBoxLayout;
    trigger->setSpacing(3);
    auto* label = new QLabel(tr("&Trigger"), this);
    label->setBuddy(m_triggerWave);
    trigger->addWidget(label);
    for (QWidget* widget : {static_cast<QWidget*>(m_triggerWave), static_cast<QWidget*>(m_edge),
                            static_cast<QWidget*>(m_level), static_cast<QWidget*>(m_mode)}) {
        trigger->addWidget(widget);
    }
    trigger->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(3);
    for (QWidget* widget : {static_cast<QWidget*>(m_side), static_cast<QWidget*>(m_span),
                            static_cast<QWidget*>(m_freeze), static_cast<QWidget*>(m_cursors),
                            static_cast<QWidget*>(m_autoscale)}) {
        buttons->addWidget(widget);
    }
    buttons->addStretch();
    m_rows->setSpacing(3);
    m_rows->addLayout(buttons);
    m_rows->addLayout(trigger);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, 4, kMargin, 2);
    layout->setSpacing(3);
    layout->addLayout(m_rows);
    layout->addLayout(m_waveGrid);
    m_narrowWidth =
        std::max(trigger->minimumSize().width(), buttons->minimumSize().width()) + 2 * kMargin;
    arrange();
    applyColours();
}

void ScopeControls::makeWaves() {
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        QToolButton* made = newToolButton(
            waveName(wave), tr("Show or hide %1 (key %2)").arg(waveName(wave)).arg(wave + 1), this);
        made->setCheckable(true);
        made->setChecked(true);
        made->setAutoRaise(true);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        made->setAccessibleName(tr("Wave %1").arg(waveName(wave)));
        m_waves.at(wave) = made;
    }
}

void ScopeControls::makeSide() {
    m_side->addItem(tr("At the meter's inputs"));
    m_side->addItem(tr("In the conductors"));
    m_side->setAccessibleName(tr("Whose waves are shown"));
    m_side->setToolTip(
        tr("At the meter's inputs: what the meter measures, in the volts and amperes that it takes "
           "it for; nothing without control power. In the conductors: what is really there, up to "
           "1260 Hz."));
    connect(m_side, &QComboBox::currentIndexChanged, this, &ScopeControls::changed);
}

/// Six waves in a row, and everything else in another, where the dock is wide.
void ScopeControls::arrange() {
    const bool isWide = width() >= fontMetrics().averageCharWidth() * kWideCharacters;
    if (m_isWide == isWide) {
        return;
    }
    m_isWide = isWide;
    m_rows->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        const bool isSecondRow = !isWide && isCurrent(wave);
        m_waveGrid->addWidget(m_waves.at(wave), isSecondRow ? 1 : 0,
                              static_cast<int>(isWide ? wave : phaseOf(wave)));
    }
}

/// That of the narrow arrangement: a wide one must not keep the dock from becoming narrow.
QSize ScopeControls::minimumSizeHint() const {
    return {m_narrowWidth, QWidget::minimumSizeHint().height()};
}

void ScopeControls::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ScopeControls::makeTrigger() {
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        m_triggerWave->addItem(waveName(wave));
    }
    m_triggerWave->setAccessibleName(tr("Wave that triggers"));
    m_edge->addItem(tr("\u2197 rising"));
    m_edge->addItem(tr("\u2198 falling"));
    m_edge->setAccessibleName(tr("Edge that triggers"));
    m_level->setRange(-kLevelMax, kLevelMax);
    m_level->setDecimals(1);
    m_level->setKeyboardTracking(false);
    m_level->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("-0000000.0 V")));
    m_level->setAccessibleName(tr("Level of the trigger"));
    m_level->setToolTip(tr("Level of the trigger; or drag its line at the left of the picture"));
    m_mode->addItem(tr("Auto"));
    m_mode->addItem(tr("Normal"));
    m_mode->setAccessibleName(tr("What happens without a trigger"));
    m_mode->setToolTip(tr("Auto: runs on without a trigger. Normal: waits for one."));
    showUnit();
    connect(m_triggerWave, &QComboBox::currentIndexChanged, this, [this] {
        showUnit();
        Q_EMIT changed();
    });
    connect(m_edge, &QComboBox::currentIndexChanged, this, &ScopeControls::changed);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &ScopeControls::changed);
    connect(m_level, &QDoubleSpinBox::valueChanged, this, &ScopeControls::changed);
}

void ScopeControls::makeButtons() {
    const QLocale locale;
    for (const int span : kSpansMs) {
        m_span->addItem(tr("%1 ms").arg(locale.toString(span)), span / 1000.0);
    }
    m_span->setCurrentIndex(kFirstSpan);
    m_span->setAccessibleName(tr("Time base: width of the picture"));
    m_span->setToolTip(tr("Width of the picture"));
    m_freeze->setCheckable(true);
    m_cursors->setCheckable(true);
    connect(m_span, &QComboBox::currentIndexChanged, this, &ScopeControls::changed);
    connect(m_freeze, &QToolButton::toggled, this, &ScopeControls::frozen);
}

void ScopeControls::applyColours() {
    const bool isDark = plotTheme(palette()).isDark;
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        m_waves.at(wave)->setIcon(swatch(phaseColour(phaseOf(wave), isDark), devicePixelRatioF()));
    }
}

void ScopeControls::showUnit() {
    const auto wave = static_cast<std::size_t>(m_triggerWave->currentIndex());
    m_level->setSuffix(QString(u' ' + waveUnit(wave)));
}

SweepSettings ScopeControls::settings() const {
    return {.spanS = m_span->currentData().toDouble(),
            .triggerWave = static_cast<std::size_t>(m_triggerWave->currentIndex()),
            .level = m_level->value(),
            .edge = m_edge->currentIndex() == 0 ? Edge::Rising : Edge::Falling};
}

SweepMode ScopeControls::mode() const {
    return m_mode->currentIndex() == 0 ? SweepMode::Auto : SweepMode::Normal;
}

bool ScopeControls::isFrozen() const {
    return m_freeze->isChecked();
}

ScopeSide ScopeControls::side() const {
    return m_side->currentIndex() == 0 ? ScopeSide::Inputs : ScopeSide::Conductors;
}

void ScopeControls::setLevel(double level) {
    m_level->setValue(level);
}

void ScopeControls::setRms(std::size_t wave, std::optional<double> rms) {
    QString text = waveName(wave);
    if (rms) {
        const int decimals = *rms < 10.0 ? 3 : *rms < 100.0 ? 2 : 1;
        text +=
            QStringLiteral("  %1 %2").arg(QLocale().toString(*rms, 'f', decimals), waveUnit(wave));
    }
    if (m_waves.at(wave)->text() != text) {
        m_waves.at(wave)->setText(text);
    }
}

void ScopeControls::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_waves[0] != nullptr) {
        applyColours();
    }
}

} // namespace meter::gui
