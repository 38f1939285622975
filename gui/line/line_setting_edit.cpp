// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/line/line_setting_edit.hpp"

#include "sim/twin/simulation.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace meter::gui {

namespace {

constexpr int kAddressMax = 247;

} // namespace

LineSettingEdit::LineSettingEdit(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_address(new QSpinBox(this))
    , m_baud(new QComboBox(this))
    , m_parity(new QComboBox(this)) {
    m_address->setRange(1, kAddressMax);
    m_address->setKeyboardTracking(false);
    m_address->setAccessibleName(tr("Modbus address of the meter"));
    for (const std::uint16_t baudRate : kBaudRates) {
        m_baud->addItem(QString::number(baudRate), static_cast<int>(baudRate));
    }
    m_baud->setAccessibleName(tr("Baud rate of the meter"));
    m_parity->addItem(tr("odd"), static_cast<int>(Parity::Odd));
    m_parity->addItem(tr("even"), static_cast<int>(Parity::Even));
    m_parity->addItem(tr("none"), static_cast<int>(Parity::None));
    m_parity->setAccessibleName(tr("Parity of the meter"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new QLabel(tr("Meter: address"), this));
    layout->addWidget(m_address);
    layout->addWidget(m_baud);
    layout->addWidget(new QLabel(tr("baud, parity"), this));
    layout->addWidget(m_parity);
    layout->addStretch();
    connect(m_address, &QSpinBox::valueChanged, this, &LineSettingEdit::apply);
    connect(m_baud, &QComboBox::activated, this, &LineSettingEdit::apply);
    connect(m_parity, &QComboBox::activated, this, &LineSettingEdit::apply);
    connect(&m_meter, &LiveMeter::advanced, this, [this](const sim::live::Snapshot& snapshot) {
        if (isVisible()) {
            follow(snapshot);
        }
    });
    follow(m_meter.snapshot());
}

void LineSettingEdit::follow(const sim::live::Snapshot& snapshot) {
    const Settings& settings = snapshot.readings.settings;
    if (m_shown == settings) {
        return; // What is being edited is left alone.
    }
    m_shown = settings;
    m_isFollowing = true;
    m_address->setValue(settings.modbusAddress);
    m_baud->setCurrentIndex(m_baud->findData(static_cast<int>(settings.baudRate)));
    m_parity->setCurrentIndex(m_parity->findData(static_cast<int>(settings.parity)));
    m_isFollowing = false;
}

void LineSettingEdit::apply() {
    // In a lesson it is done with the meter's keys.
    const bool isLesson = m_meter.lesson() != nullptr && m_meter.lesson()->isDeskClosed();
    if (m_isFollowing || isLesson) {
        return;
    }
    m_meter.post([address = m_address->value(), baudRate = m_baud->currentData().toInt(),
                  parity = static_cast<Parity>(m_parity->currentData().toInt())](
                     sim::Simulation& simulation) {
        simulation.setLineSetting(static_cast<std::uint8_t>(address),
                                  static_cast<std::uint16_t>(baudRate), parity);
    });
}

} // namespace meter::gui
