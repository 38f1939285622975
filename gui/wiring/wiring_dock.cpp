// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/wiring_dock.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/docks/parameter_edit.hpp"
#include "gui/docks/replay_note.hpp"
#include "gui/docks/world_undo.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/wiring/mistakes_view.hpp"
#include "gui/wiring/site_wiring.hpp"
#include "gui/wiring/wiring_diagram.hpp"
#include "gui/wiring/wiring_forecast.hpp"
#include "sim/keys/world_keys.hpp"
#include "sim/twin/simulation.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 250;
constexpr int kNoPreset = -1;

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString presetTitle(const WiringPreset& preset) {
    return WiringDock::tr("Diagram %1: %2")
        .arg(preset.diagram)
        .arg(QCoreApplication::translate("meter::gui::WiringPresets", preset.title));
}

} // namespace

WiringDock::WiringDock(LiveMeter& meter, QWidget* parent) : QScrollArea(parent), m_meter(meter) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(makeContent());
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    setFocusProxy(m_diagram);
    connect(m_presets, &QComboBox::activated, this, [this](int index) {
        const int which = m_presets->itemData(index).toInt();
        if (which != kNoPreset) {
            const WiringPreset& preset = wiringPresets()[static_cast<std::size_t>(which)];
            carryOutLater(
                [&preset, isSet = m_isMeterSet->isChecked()](sim::Simulation& simulation) {
                    return wire(simulation, preset, isSet);
                });
        }
        m_presets->setCurrentIndex(0);
    });
    connect(m_diagram, &WiringDiagram::edited, this, [this](const WiringEdit& edit) {
        carryOutLater(
            [edit](sim::Simulation& simulation) { return gui::carryOut(simulation, edit); });
    });
    connect(m_site, &SiteWiring::chosen, this, &WiringDock::setLater);
    connect(m_setMeter, &QPushButton::clicked, this, [this] {
        carryOutLater([](sim::Simulation& simulation) { return setMeterAsFitted(simulation); });
    });
    connect(m_mistakes, &MistakesView::mistakeAsked, this,
            [this](const QString& name, const QString& powerFactor) {
                carryOutLater([name = name.toStdString(),
                               factor = powerFactor.toStdString()](sim::Simulation& simulation) {
                    return makeMistake(simulation, name, factor);
                });
            });
    connect(m_mistakes, &MistakesView::putRightAsked, this, [this] {
        carryOutLater([](sim::Simulation& simulation) { return putRight(simulation); });
    });
    connect(&m_meter, &LiveMeter::advanced, this, [this] {
        if (isVisible() && m_sinceRefresh.elapsed() >= kRefreshIntervalMs) {
            refresh();
        }
    });
}

QSize WiringDock::sizeHint() const {
    return {m_diagram->sizeHint().width() + 2 * kDockMargin, widget()->sizeHint().height()};
}

QWidget* WiringDock::makeContent() {
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);
    m_presets = new QComboBox(content);
    m_presets->setAccessibleName(tr("Wire it as a diagram of the guide"));
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_presets->addItem(tr("Wire it as in the guide\u2026"), kNoPreset);
    for (std::size_t index = 0; index < wiringPresets().size(); ++index) {
        m_presets->addItem(presetTitle(wiringPresets()[index]), static_cast<int>(index));
    }
    m_isMeterSet = new QCheckBox(tr("set the &meter too"), content);
    m_isMeterSet->setChecked(true);
    m_isMeterSet->setToolTip(
        tr("Writes system type, CT size, PT ratio and system voltage as a master does"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_presets, 1);
    top->addWidget(m_isMeterSet);
    layout->addLayout(top);
    m_refusal = newRefusalLabel(content);
    layout->addWidget(m_refusal);
    layout->addWidget(new ReplayNote(
        m_meter, tr("A recording is played at the meter's inputs: leads, CTs and PTs do not act."),
        content));
    m_diagram = new WiringDiagram(content);
    layout->addWidget(m_diagram);
    m_site = new SiteWiring(content);
    layout->addWidget(m_site);
    layout->addWidget(makeFitted(content));
    m_forecast = new QLabel(content);
    m_forecast->setTextFormat(Qt::RichText);
    m_forecast->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_forecast);
    m_mistakesHeading = newHeading(tr("Mistakes of installers"), content);
    layout->addWidget(m_mistakesHeading);
    m_mistakes = new MistakesView(content);
    layout->addWidget(m_mistakes, 1);
    return content;
}

QWidget* WiringDock::makeFitted(QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kDockGap);
    auto* row = new QHBoxLayout;
    m_ctRating = new ParameterEdit(m_meter, {"installation.ct_rating"}, box);
    m_ctRating->setAccessibleName(tr("Rating of the CTs fitted"));
    m_ptRating = new ParameterEdit(m_meter, {"installation.pt_rating"}, box);
    m_ptRating->setAccessibleName(tr("Ratio of the PTs fitted"));
    auto* ctLabel = new QLabel(tr("&CTs fitted"), box);
    ctLabel->setBuddy(m_ctRating);
    auto* ptLabel = new QLabel(tr("PT &ratio fitted"), box);
    ptLabel->setBuddy(m_ptRating);
    row->addWidget(ctLabel);
    row->addWidget(m_ctRating, 1);
    row->addSpacing(kDockMargin);
    row->addWidget(ptLabel);
    row->addWidget(m_ptRating, 1);
    layout->addLayout(row);
    for (ParameterEdit* field : {m_ctRating, m_ptRating}) {
        field->prepareWith(&takeOverWiring);
        connect(field, &CommitEdit::refusalChanged, this,
                [this](const QString& refusal) { showRefusal(*m_refusal, refusal); });
    }
    auto* hintRow = new QHBoxLayout;
    m_hint = new QLabel(box);
    m_hint->setWordWrap(true);
    m_setMeter = new QPushButton(tr("Set the &meter"), box);
    m_setMeter->setToolTip(tr("Writes what is fitted into the meter, as a master does"));
    hintRow->addWidget(m_hint, 1);
    hintRow->addWidget(m_setMeter, 0, Qt::AlignTop);
    layout->addLayout(hintRow);
    return box;
}

void WiringDock::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    refresh();
}

void WiringDock::refresh() {
    m_sinceRefresh.start();
    m_meter.ask(
        this,
        [](sim::Simulation& simulation) {
            return Look{.world = simulation.world(),
                        .faulty = simulation.faultyWorld(),
                        .settings = simulation.meter().readings().settings,
                        .mistake = madeMistake(simulation)};
        },
        [this](const Look& look) { showLook(look); });
}

void WiringDock::carryOutLater(Edit edit) {
    if (const QString refusal = m_meter.lessonRefusal(sim::DeskRight::Wiring); !refusal.isEmpty()) {
        showRefusal(*m_refusal, refusal);
        return;
    }
    WorldUndo::of(m_meter).carryOut(std::move(edit), this, [this](const QString& refusal) {
        showRefusal(*m_refusal, refusal);
        refresh();
    });
}

void WiringDock::setLater(const ParameterTexts& values) {
    carryOutLater([values](sim::Simulation& simulation) {
        takeOverWiring(simulation); // What a fault holds would stay as it is.
        const sim::Result<void> done = applyTexts(simulation, values);
        return done ? QString() : QString::fromStdString(done.error().text);
    });
}

/// In a lesson nothing here tells what is wrong, or does it in one click.
void WiringDock::showHelp(bool isHelp) {
    const std::initializer_list<QWidget*> help = {m_presets,  m_isMeterSet,      m_hint,
                                                  m_forecast, m_mistakesHeading, m_mistakes};
    for (QWidget* part : help) {
        part->setVisible(isHelp);
    }
    if (!isHelp) {
        m_setMeter->hide();
    }
}

void WiringDock::showLook(const Look& look) {
    const bool isHelp = m_meter.lesson() == nullptr || !m_meter.lesson()->isDeskClosed();
    showHelp(isHelp);
    m_diagram->showWiring(look.faulty.installation, look.settings);
    m_site->showWorld(look.faulty, isHelp);
    m_ctRating->showWorld(look.faulty);
    m_ptRating->showWorld(look.faulty);
    if (!isHelp) {
        return;
    }
    showHint(look);
    showForecast(look);
    m_mistakes->showWorld(look.world, look.settings, look.mistake);
}

void WiringDock::showHint(const Look& look) {
    const sim::Installation& fitted = look.faulty.installation;
    QStringList lines;
    if (!fits(look.settings.systemType, fitted)) {
        lines << tr("A %1 service is wired, but the meter is set to %2: it needs %3.")
                     .arg(textOf(sim::nameOf(fitted.service)),
                          textOf(systemTypeText(look.settings.systemType)),
                          textOf(systemTypeText(systemTypeFor(fitted.service))));
    }
    const QLocale locale;
    if (std::fabs(fitted.ctRatingA - look.settings.ctPrimaryA) > 0.5) {
        lines << tr("CTs of %1 A are fitted, but the meter is set to %2 A.")
                     .arg(locale.toString(fitted.ctRatingA))
                     .arg(look.settings.ctPrimaryA);
    }
    const double ptSet = look.settings.ptRatioHundredths / 100.0;
    if (std::fabs(fitted.ptRating - ptSet) > 0.005) {
        lines << tr("PTs of %1:1 are fitted, but the meter is set to %2:1.")
                     .arg(locale.toString(fitted.ptRating), locale.toString(ptSet));
    }
    const bool isRight = lines.isEmpty();
    QPalette coloured = m_hint->palette();
    coloured.setColor(QPalette::WindowText,
                      isRight ? successColour(palette()) : refusalColour(palette()));
    if (coloured != m_hint->palette()) {
        m_hint->setPalette(coloured);
    }
    const QString text =
        isRight ? tr("The meter is set to what is fitted.") : lines.join(QLatin1Char('\n'));
    if (m_hint->text() != text) {
        m_hint->setText(text);
    }
    m_setMeter->setVisible(!isRight);
}

void WiringDock::showForecast(const Look& look) {
    m_forecast->setVisible(!isReplayed(m_meter.snapshot())); // It is worked out from the source.
    sim::World right = look.faulty;
    right.installation = rightInstallation(look.faulty.installation, look.settings);
    const Forecast seen = forecastOf(look.faulty, look.settings);
    const Forecast truth = forecastOf(right, look.settings);
    const QLocale locale;
    const QString wrong = refusalColour(palette()).name();
    const auto cell = [&](double is, double was, int decimals) {
        const QString number = locale.toString(is, 'f', decimals);
        const bool isOff = std::fabs(is - was) > 0.005 * std::fmax(std::fabs(was), 0.02);
        return QString(QStringLiteral("<td align='right' style='padding-left:14px'>") +
                       (isOff
                            ? QStringLiteral("<font color='%1'><b>%2</b></font>").arg(wrong, number)
                            : number) +
                       QStringLiteral("</td>"));
    };
    const QString none = QStringLiteral("<td align='right'>\u2014</td>");
    QString table = QStringLiteral("<table cellspacing='0' cellpadding='1'><tr><td><b>") +
                    tr("The meter will read") + QStringLiteral("</b></td>");
    for (const QString& head : {tr("V"), tr("A"), tr("kW"), tr("PF")}) {
        table += QStringLiteral("<td align='right' style='padding-left:14px'>") + head +
                 QStringLiteral("</td>");
    }
    table += QStringLiteral("</tr>");
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const PhaseForecast& is = seen.phases[phase];
        const PhaseForecast& was = truth.phases[phase];
        if (is.isThere) {
            table += QStringLiteral("<tr><td>") +
                     tr("Phase %1").arg(QLatin1Char(static_cast<char>('A' + phase))) +
                     QStringLiteral("</td>") +
                     (is.hasVoltage ? cell(is.voltageV, was.voltageV, 1) : none) +
                     cell(is.currentA, was.currentA, 1) +
                     cell(is.realPowerW / 1000.0, was.realPowerW / 1000.0, 2) +
                     cell(is.powerFactor, was.powerFactor, 3) + QStringLiteral("</tr>");
        }
    }
    for (std::size_t pair = 0; pair < kPhaseCount; ++pair) {
        if (const auto& is = seen.lines[pair]) {
            table += QStringLiteral("<tr><td>") + linePairName(pair) + QStringLiteral("</td>") +
                     cell(*is, truth.lines[pair].value_or(0.0), 1) + QStringLiteral("</tr>");
        }
    }
    table += QStringLiteral("<tr><td>") + tr("Total") + QStringLiteral("</td><td></td><td></td>") +
             cell(seen.realPowerW / 1000.0, truth.realPowerW / 1000.0, 2) +
             cell(seen.powerFactor, truth.powerFactor, 3) + QStringLiteral("</tr>") +
             QStringLiteral("<tr><td>") + tr("if it were wired right") +
             QStringLiteral("</td><td></td><td></td>") +
             cell(truth.realPowerW / 1000.0, truth.realPowerW / 1000.0, 2) +
             cell(truth.powerFactor, truth.powerFactor, 3) + QStringLiteral("</tr></table>");
    if (m_forecast->text() != table) {
        m_forecast->setText(table);
    }
}

} // namespace meter::gui
