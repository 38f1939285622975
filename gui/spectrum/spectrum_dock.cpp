// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/spectrum/spectrum_dock.hpp"

#include "gui/docks/copy_menu.hpp"
#include "gui/docks/replay_note.hpp"
#include "gui/spectrum/spectrum_view.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 400;

QString percent(double share, int decimals) {
    return QLocale().toString(100.0 * share, 'f', decimals) + QStringLiteral("\u00A0%");
}

} // namespace

SpectrumDock::SpectrumDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_probe(WaveformProbe::of(meter))
    , m_what(new QComboBox(this))
    , m_orders(new QComboBox(this))
    , m_fundamental(new QToolButton(this))
    , m_view(new SpectrumView(this))
    , m_order(new QLabel(this))
    , m_figures(new QLabel(this)) {
    m_what->addItems({tr("Voltages"), tr("Currents")});
    m_what->setAccessibleName(tr("Harmonics of"));
    for (const int last : {21, 25, 41}) {
        m_orders->addItem(tr("to order %1").arg(last), last);
    }
    m_orders->setCurrentIndex(1);
    m_orders->setAccessibleName(tr("Highest order shown"));
    m_fundamental->setText(tr("Fundamental"));
    m_fundamental->setToolTip(tr("Show order 1 too: 100 %"));
    m_fundamental->setCheckable(true);
    m_fundamental->setFocusPolicy(Qt::StrongFocus);
    m_view->setAccessibleName(tr("Harmonics, in percent of the fundamental"));
    m_view->setToolTip(
        tr("Bars: at the meter's inputs. Outlines: in the conductors. Hatched: beyond "
           "what 2520 samples a second can tell."));
    for (QLabel* label : {m_order, m_figures}) {
        label->setContentsMargins(6, 2, 6, 2);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    m_order->setTextFormat(Qt::PlainText);
    addPictureMenu(*m_view, meter, QStringLiteral("spectrum"));
    setFocusProxy(m_view);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 6, 4);
    bar->setSpacing(4);
    bar->addWidget(m_what);
    bar->addWidget(m_orders);
    bar->addWidget(m_fundamental);
    bar->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new ReplayNote(
        meter, tr("A recording is played: what was on its conductors is not known."), this));
    auto* legend =
        new QLabel(tr("Bars: at the meter's inputs. Outlines: in the conductors."), this);
    legend->setContentsMargins(6, 0, 6, 2);
    legend->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(legend);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_order);
    layout->addWidget(m_figures);

    const auto applyOrders = [this] {
        m_view->setOrders(m_fundamental->isChecked() ? 1 : 2, m_orders->currentData().toInt());
    };
    applyOrders();
    connect(m_orders, &QComboBox::currentIndexChanged, this, applyOrders);
    connect(m_fundamental, &QToolButton::toggled, this, applyOrders);
    connect(m_what, &QComboBox::currentIndexChanged, this, &SpectrumDock::refresh);
    connect(m_view, &SpectrumView::orderChosen, this, &SpectrumDock::showOrder);
    connect(&m_probe, &WaveformProbe::updated, this, [this] {
        const bool isDue =
            !m_sinceRefresh.isValid() || m_sinceRefresh.elapsed() >= kRefreshIntervalMs;
        if (isVisible() && !window()->isMinimized() && isDue) {
            refresh();
        }
    });
    showOrder();
}

SpectrumDock::~SpectrumDock() {
    m_probe.setViewed(this, false);
}

void SpectrumDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_probe.setViewed(this, true);
}

void SpectrumDock::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_probe.setViewed(this, false);
}

QString SpectrumDock::orderText() const {
    return m_order->text();
}

QString SpectrumDock::figuresText() const {
    return m_figures->text();
}

void SpectrumDock::refresh() {
    m_sinceRefresh.start();
    const Readings& readings = m_probe.meter().snapshot().readings;
    const WorldTruth& truth = m_probe.truth();
    const double hz = frequencyToAnalyse(readings, truth.world.source.frequencyHz);
    const SpectrumOf what =
        m_what->currentIndex() == 0 ? SpectrumOf::Voltages : SpectrumOf::Currents;
    m_spectrum = spectrumOf(m_probe.stretch(), readings.settings, truth, hz, what);
    m_view->setSpectrum(m_spectrum.value_or(Spectrum{}));
    showOrder();
    showFigures();
}

void SpectrumDock::showOrder() {
    const int order = m_view->chosenOrder();
    if (order == 0 || !m_spectrum) {
        m_order->setText(tr("Point at an order, or choose one with the arrow keys"));
        return;
    }
    const QLocale locale;
    QString text = tr("Order %1, %2 Hz:")
                       .arg(order)
                       .arg(locale.toString(order * m_spectrum->frequencyHz, 'f', 1));
    const std::size_t first = m_what->currentIndex() == 0 ? 0 : kPhaseCount;
    const auto index = static_cast<std::size_t>(order);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const WaveSpectrum& spectrum = m_spectrum->phases.at(phase);
        const auto& seen = spectrum.seen.at(index);
        const std::size_t wave = first + phase;
        const QString level = seen ? percent(*seen, 2) + QStringLiteral(", ") +
                                         locale.toString(*seen * spectrum.fundamental, 'f', 2) +
                                         u' ' + waveUnit(wave)
                                   : tr("beyond sampling");
        text += QStringLiteral("  %1 %2").arg(waveName(wave), level);
        const auto& real = spectrum.real.at(index);
        if (real && (*real > 0.0 || !seen)) {
            text += tr(" (there: %1)").arg(percent(*real, 2));
        }
    }
    m_order->setText(text);
    m_view->setAccessibleDescription(text);
}

void SpectrumDock::showFigures() {
    if (!m_spectrum) {
        m_figures->setText(tr("No samples yet"));
        return;
    }
    const QLocale locale;
    const std::size_t first = m_what->currentIndex() == 0 ? 0 : kPhaseCount;
    QString rows = QStringLiteral("<tr><td></td><td>%1&nbsp;&nbsp;</td><td>%2&nbsp;&nbsp;</td>"
                                  "<td>%3</td></tr>")
                       .arg(tr("true RMS"), tr("fundamental"), tr("THD"));
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const WaveSpectrum& spectrum = m_spectrum->phases.at(phase);
        const QString unit = waveUnit(first + phase);
        rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2 %5&nbsp;&nbsp;</td>"
                               "<td>%3 %5&nbsp;&nbsp;</td><td>%4</td></tr>")
                    .arg(waveName(first + phase), locale.toString(spectrum.rms, 'f', 2),
                         locale.toString(spectrum.fundamental, 'f', 2),
                         percent(spectrum.distortion, 2), unit);
    }
    m_figures->setText(QStringLiteral("<table>") + rows + QStringLiteral("</table>"));
}

} // namespace meter::gui
