// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The service that is there, what the meter is supplied from, and how warm it is around it. The
// CTs and PTs that are fitted stand with the wiring.

#include "sim/installation/installation.hpp"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace meter::gui {

class LiveMeter;
class ParameterEdit;

class Environment final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the widget.
    explicit Environment(LiveMeter& meter, QWidget* parent = nullptr);

    void showWorld(const sim::World& world);

    [[nodiscard]] QComboBox& service() const { return *m_service; }

    [[nodiscard]] QComboBox& supply() const { return *m_supply; }

    [[nodiscard]] QComboBox& pair() const { return *m_pair; }

    [[nodiscard]] ParameterEdit& supplyVoltage() const { return *m_voltage; }

    [[nodiscard]] QCheckBox& power() const { return *m_power; }

    [[nodiscard]] ParameterEdit& ambient() const { return *m_ambient; }

Q_SIGNALS:
    void refusalChanged(const QString& refusal); ///< Empty: it was done.

private:
    void makeFields();
    void chooseSupply();
    void set(const char* key, const QString& text);
    void showPairs(sim::Service service);

    LiveMeter& m_meter;
    QComboBox* m_service;
    QComboBox* m_supply;
    QComboBox* m_pair;
    ParameterEdit* m_voltage;
    QCheckBox* m_power;
    ParameterEdit* m_ambient;
};

} // namespace meter::gui
