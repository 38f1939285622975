// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/meter_actions.hpp"

#include "gui/base/icons.hpp"
#include "gui/text/number_text.hpp"

#include <QAbstractItemView>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QToolBar>

#include <array>

namespace meter::gui {

namespace {

constexpr std::array kSpeeds = {1.0, 10.0, 60.0};

} // namespace

MeterActions::MeterActions(LiveMeter& meter, QObject* parent)
    : QObject(parent)
    , m_meter(meter)
    , m_pause(new QAction(tr("&Pause"), this))
    , m_power(new QAction(tr("&Control power"), this)) {
    m_pause->setCheckable(true);
    m_pause->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    m_pause->setToolTip(tr("Hold the meter's time (Ctrl+P)"));
    connect(m_pause, &QAction::triggered, &m_meter, &LiveMeter::setPaused);
    makeSpeeds();
    m_power->setCheckable(true);
    m_power->setToolTip(tr("Switch the meter's control power"));
    connect(m_power, &QAction::triggered, &m_meter, &LiveMeter::setControlPower);
    connect(&m_meter, &LiveMeter::advanced, this, &MeterActions::follow);
    follow(m_meter.snapshot());
}

void MeterActions::makeSpeeds() {
    auto* group = new QActionGroup(this);
    for (std::size_t index = 0; index < kSpeeds.size(); ++index) {
        const double speed = kSpeeds.at(index);
        auto* action = new QAction(speedText(speed), this);
        action->setCheckable(true);
        action->setData(speed);
        action->setShortcut(
            QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + static_cast<int>(index))));
        action->setToolTip(tr("Let the meter's time pass %1 as fast as the wall clock (Ctrl+%2)")
                               .arg(speedText(speed))
                               .arg(index + 1));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, speed] { m_meter.setSpeed(speed); });
        m_speeds.push_back(action);
    }
}

void MeterActions::fill(QMenu& menu) {
    menu.addAction(m_pause);
    menu.addSeparator();
    for (QAction* speed : m_speeds) {
        menu.addAction(speed);
    }
    menu.addSeparator();
    menu.addAction(m_power);
}

void MeterActions::fill(QToolBar& bar) {
    bar.addAction(m_pause);
    for (QAction* speed : m_speeds) {
        bar.addAction(speed);
    }
    bar.addSeparator();
    bar.addAction(m_power);
    m_chooser = new QComboBox(&bar);
    m_chooser->setAccessibleName(tr("Meter that is shown"));
    m_chooser->setToolTip(tr("The meter of the line that the window shows"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_chooserAction = bar.addWidget(m_chooser);
    connect(m_chooser, &QComboBox::activated, this,
            [this](int index) { m_meter.chooseMeter(static_cast<std::size_t>(index)); });
    followMeters(m_meter.snapshot());
}

void MeterActions::setIcons(const QPalette& palette) {
    m_pause->setIcon(themedIcon(
        m_pause->isChecked() ? QStringLiteral("play") : QStringLiteral("pause"), palette));
    m_power->setIcon(themedIcon(QStringLiteral("power"), palette));
}

void MeterActions::follow(const sim::live::Snapshot& snapshot) {
    if (m_pause->isChecked() != snapshot.isPaused) {
        m_pause->setChecked(snapshot.isPaused);
    }
    const QString pauseText = snapshot.isPaused ? tr("&Resume") : tr("&Pause");
    if (m_pause->text() != pauseText) {
        m_pause->setText(pauseText);
        setIcons(QApplication::palette());
    }
    for (QAction* speed : m_speeds) {
        const bool isAsked = speed->data().toDouble() == snapshot.speed;
        if (speed->isChecked() != isAsked) {
            speed->setChecked(isAsked);
        }
    }
    m_power->setChecked(snapshot.world.installation.isControlPowerOn);
    if (m_chooser != nullptr) {
        followMeters(snapshot);
    }
}

void MeterActions::followMeters(const sim::live::Snapshot& snapshot) {
    const auto& meters = *snapshot.meters;
    m_chooserAction->setVisible(meters.size() > 1);
    if (m_chooser->view()->isVisible()) {
        return;
    }
    while (m_chooser->count() > static_cast<int>(meters.size())) {
        m_chooser->removeItem(m_chooser->count() - 1);
    }
    for (std::size_t index = 0; index < meters.size(); ++index) {
        const QString text = tr("%1: %2")
                                 .arg(meters[index].readings.settings.modbusAddress)
                                 .arg(QString::fromStdString(meters[index].name));
        const int place = static_cast<int>(index);
        if (place == m_chooser->count()) {
            m_chooser->addItem(text);
        } else if (m_chooser->itemText(place) != text) {
            m_chooser->setItemText(place, text);
        }
    }
    m_chooser->setCurrentIndex(static_cast<int>(snapshot.meter));
}

} // namespace meter::gui
