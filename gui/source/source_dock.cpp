// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/source/source_dock.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/docks/parameter_edit.hpp"
#include "gui/docks/replay_note.hpp"
#include "gui/docks/world_edit.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/source/environment.hpp"
#include "gui/source/harmonics_editor.hpp"
#include "gui/source/phase_grid.hpp"
#include "gui/source/tones_edit.hpp"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 100;
constexpr const char* kContext = "meter::gui::SourceDock";

std::vector<PhaseRow> sourceRows() {
    return {
        {QT_TRANSLATE_NOOP("meter::gui::SourceDock", "Voltage"), "source.voltage"},
        {QT_TRANSLATE_NOOP("meter::gui::SourceDock", "Angle"), "source.angle", false},
        {QT_TRANSLATE_NOOP("meter::gui::SourceDock", "Noise"), "source.noise"},
        {QT_TRANSLATE_NOOP("meter::gui::SourceDock", "DC offset"), "source.offset"},
    };
}

std::vector<PhaseRow> loadRows() {
    return {
        {QT_TRANSLATE_NOOP("meter::gui::SourceDock", "Current"), "load.current"},
        {QT_TRANSLATE_NOOP("meter::gui::SourceDock", "Power factor"), "load.pf"},
        {QT_TRANSLATE_NOOP("meter::gui::SourceDock", "Lags by"), "load.phase"},
        {QT_TRANSLATE_NOOP("meter::gui::SourceDock", "DC offset"), "load.offset"},
    };
}

} // namespace

SourceDock::SourceDock(LiveMeter& meter, QWidget* parent) : QScrollArea(parent), m_meter(meter) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(makeContent());
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    setFocusProxy(m_frequency);
    connect(&m_meter, &LiveMeter::advanced, this, [this] {
        if (isVisible() && m_sinceRefresh.elapsed() >= kRefreshIntervalMs) {
            refresh();
        }
    });
    refresh();
}

QSize SourceDock::sizeHint() const {
    return {minimumWidth() + 4 * kDockMargin, widget()->sizeHint().height()};
}

QWidget* SourceDock::makeContent() {
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);

    auto* top = new QHBoxLayout;
    m_frequency = new ParameterEdit(m_meter, {"source.frequency"}, content);
    auto* label = new QLabel(tr("Fre&quency"), content);
    label->setBuddy(m_frequency);
    m_frequency->setAccessibleName(tr("Frequency"));
    m_linked = new QCheckBox(tr("&Link phases"), content);
    m_linked->setToolTip(tr("One field sets all phases"));
    top->addWidget(label);
    top->addWidget(m_frequency, 1);
    top->addStretch(1);
    top->addWidget(m_linked);
    layout->addLayout(top);
    m_refusal = newRefusalLabel(content);
    layout->addWidget(m_refusal);
    auto* replayed = new ReplayNote(
        m_meter,
        tr("A recording is played: what is set here does not reach the meter until another "
           "scenario is opened."),
        content);
    layout->addWidget(replayed);

    layout->addWidget(newHeading(tr("Source"), content));
    m_source = new PhaseGrid(m_meter, sourceRows(), kContext, content);
    layout->addWidget(m_source);
    layout->addWidget(newHeading(tr("Load"), content));
    m_load = new PhaseGrid(m_meter, loadRows(), kContext, content);
    layout->addWidget(m_load);
    const int labelWidth = std::max(m_source->labelWidth(), m_load->labelWidth());
    m_source->setLabelWidth(labelWidth);
    m_load->setLabelWidth(labelWidth);
    layout->addWidget(newHeading(tr("Harmonics"), content));
    m_harmonics = new HarmonicsEditor(m_meter, content);
    layout->addWidget(m_harmonics);
    layout->addWidget(newHeading(tr("Interharmonics"), content));
    m_tones = new TonesEdit(m_meter, content);
    layout->addWidget(m_tones);
    layout->addWidget(newHeading(tr("Flicker"), content));
    layout->addWidget(makeFlicker());
    layout->addWidget(newHeading(tr("Installation"), content));
    m_environment = new Environment(m_meter, content);
    layout->addWidget(m_environment);
    layout->addStretch();

    connect(m_linked, &QCheckBox::toggled, m_source, &PhaseGrid::setLinked);
    connect(m_linked, &QCheckBox::toggled, m_load, &PhaseGrid::setLinked);
    connect(m_linked, &QCheckBox::toggled, this, &SourceDock::refresh);
    const auto follow = [this](bool isPlayed) {
        for (QWidget* replacedByIt :
             {static_cast<QWidget*>(m_source), static_cast<QWidget*>(m_load),
              static_cast<QWidget*>(m_harmonics), static_cast<QWidget*>(m_tones),
              static_cast<QWidget*>(m_frequency), m_flickerDepth->parentWidget()}) {
            replacedByIt->setEnabled(!isPlayed);
        }
    };
    connect(replayed, &ReplayNote::changed, this, follow);
    follow(!replayed->isHidden());
    const auto showOurs = [this](const QString& refusal) {
        showRefusal(*m_refusal, refusal);
    };
    connect(m_source, &PhaseGrid::refusalChanged, this, showOurs);
    connect(m_load, &PhaseGrid::refusalChanged, this, showOurs);
    const std::initializer_list<CommitEdit*> fields = {m_frequency, m_flickerDepth, m_flickerRate,
                                                       m_tones};
    for (CommitEdit* field : fields) {
        connect(field, &CommitEdit::refusalChanged, this, showOurs);
    }
    connect(m_environment, &Environment::refusalChanged, this, showOurs);
    return content;
}

QWidget* SourceDock::makeFlicker() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_flickerDepth = new ParameterEdit(m_meter, {"source.flicker.depth"}, box);
    m_flickerDepth->setAccessibleName(tr("Depth of the flicker"));
    m_flickerDepth->setToolTip(tr("Peak to peak, of the nominal voltage"));
    m_flickerRate = new ParameterEdit(m_meter, {"source.flicker.rate"}, box);
    m_flickerRate->setAccessibleName(tr("Rate of the flicker"));
    m_flickerShape = new QComboBox(box);
    m_flickerShape->addItem(tr("sine"), QStringLiteral("sine"));
    m_flickerShape->addItem(tr("square"), QStringLiteral("square"));
    m_flickerShape->setAccessibleName(tr("Shape of the flicker"));
    row->addWidget(m_flickerDepth, 1);
    row->addWidget(m_flickerRate, 1);
    row->addWidget(m_flickerShape, 1);
    connect(m_flickerShape, &QComboBox::activated, this, [this] {
        setParameters(
            m_meter,
            {{"source.flicker.shape", m_flickerShape->currentData().toString().toStdString()}},
            this, [this](const QString& refusal) { showRefusal(*m_refusal, refusal); });
    });
    return box;
}

void SourceDock::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    refresh();
}

void SourceDock::refresh() {
    m_sinceRefresh.start();
    const sim::World& world = m_meter.snapshot().world;
    m_frequency->showWorld(world);
    m_source->showWorld(world);
    m_load->showWorld(world);
    m_harmonics->showWorld(world);
    m_tones->showWorld(world);
    m_environment->showWorld(world);
    m_flickerDepth->showWorld(world);
    m_flickerRate->showWorld(world);
    if (!m_flickerShape->view()->isVisible()) {
        m_flickerShape->setCurrentIndex(static_cast<int>(world.source.flicker.shape));
    }
}

} // namespace meter::gui
