// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/source/environment.hpp"

#include "core/base/assert.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/docks/parameter_edit.hpp"
#include "gui/docks/world_edit.hpp"
#include "gui/live/live_meter.hpp"
#include "sim/keys/world_keys.hpp"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <string>
#include <string_view>

namespace meter::gui {

namespace {

constexpr const char* kServiceKey = "installation.service";
constexpr const char* kPairKey = "installation.control_power.from";
constexpr const char* kAcKey = "installation.control_power";
constexpr const char* kDcKey = "installation.control_power.dc";

std::span<const sim::Choice> choicesOf(const char* key) {
    const sim::WorldKey* known = sim::findWorldKey(key);
    METER_ASSERT(known != nullptr);
    return known->rule.choices;
}

QString wordOf(std::string_view word) {
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

bool isOpen(const QComboBox& box) {
    return box.view()->isVisible();
}

void showData(QComboBox& box, const QVariant& data) {
    if (!isOpen(box)) {
        box.setCurrentIndex(box.findData(data));
    }
}

} // namespace

Environment::Environment(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_service(new QComboBox(this))
    , m_supply(new QComboBox(this))
    , m_pair(new QComboBox(this))
    , m_voltage(new ParameterEdit(meter, {kAcKey}, this))
    , m_power(new QCheckBox(tr("&On"), this))
    , m_ambient(new ParameterEdit(meter, {"installation.ambient"}, this)) {
    makeFields();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kDockGap);
    grid->setVerticalSpacing(kDockGap / 2);
    const auto addRow = [this, grid](const QString& text, QWidget& buddy) {
        auto* label = new QLabel(text, this);
        label->setBuddy(&buddy);
        grid->addWidget(label, grid->rowCount(), 0);
        return grid->rowCount() - 1;
    };
    grid->addWidget(m_service, addRow(tr("Service"), *m_service), 1, 1, 2);
    grid->addWidget(m_supply, addRow(tr("Control power"), *m_supply), 1, 1, 2);
    auto* supply = new QHBoxLayout;
    supply->addWidget(m_voltage, 1);
    supply->addWidget(m_pair, 1);
    supply->addWidget(m_power);
    grid->addLayout(supply, grid->rowCount(), 1, 1, 2);
    grid->addWidget(m_ambient, addRow(tr("Ambient"), *m_ambient), 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);

    connect(m_service, &QComboBox::activated, this,
            [this] { set(kServiceKey, m_service->currentData().toString()); });
    connect(m_supply, &QComboBox::activated, this, &Environment::chooseSupply);
    connect(m_pair, &QComboBox::activated, this, [this] { set(kPairKey, m_pair->currentText()); });
    connect(m_power, &QCheckBox::clicked, &m_meter, &LiveMeter::setControlPower);
    connect(m_voltage, &CommitEdit::refusalChanged, this, &Environment::refusalChanged);
    connect(m_ambient, &CommitEdit::refusalChanged, this, &Environment::refusalChanged);
}

void Environment::makeFields() {
    // In the order of sim::Service.
    const QStringList services = {tr("wye"),
                                  tr("delta"),
                                  tr("split phase"),
                                  tr("single phase"),
                                  tr("delta, corner grounded"),
                                  tr("delta, high leg")};
    const std::span<const sim::Choice> words = choicesOf(kServiceKey);
    METER_ASSERT(words.size() == static_cast<std::size_t>(services.size()));
    for (std::size_t index = 0; index < words.size(); ++index) {
        m_service->addItem(services.at(static_cast<qsizetype>(index)), wordOf(words[index].word));
    }
    m_service->setToolTip(tr("What the grid offers; the leads stay where they are"));
    m_service->setAccessibleName(tr("Service"));
    m_supply->addItem(tr("AC supply of its own"), static_cast<int>(sim::ControlPowerKind::OwnAc));
    m_supply->addItem(tr("DC supply of its own"), static_cast<int>(sim::ControlPowerKind::OwnDc));
    m_supply->addItem(tr("from the service"), static_cast<int>(sim::ControlPowerKind::FromService));
    m_supply->setAccessibleName(tr("Source of the control power"));
    m_pair->setAccessibleName(tr("Conductors of the control power"));
    m_voltage->setAccessibleName(tr("Voltage of the control power"));
    m_power->setToolTip(tr("Switch the meter's control power"));
    m_ambient->setAccessibleName(tr("Ambient temperature"));
    m_ambient->setToolTip(tr("Temperature around the meter"));
    for (QComboBox* box : {m_service, m_supply, m_pair}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(5);
    }
}

void Environment::showWorld(const sim::World& world) {
    const sim::Installation& fitted = world.installation;
    showData(*m_service,
             wordOf(choicesOf(kServiceKey)[static_cast<std::size_t>(fitted.service)].word));
    showData(*m_supply, static_cast<int>(fitted.controlPower.kind));
    const bool isShared = fitted.controlPower.kind == sim::ControlPowerKind::FromService;
    const bool isDc = fitted.controlPower.kind == sim::ControlPowerKind::OwnDc;
    m_voltage->setKeys({isDc ? kDcKey : kAcKey});
    m_voltage->setVisible(!isShared);
    m_pair->setVisible(isShared);
    m_voltage->showWorld(world);
    m_ambient->showWorld(world);
    if (!isOpen(*m_pair)) {
        showPairs(fitted.service);
        const auto code = sim::parameter(world, kPairKey);
        showData(*m_pair, code ? QVariant(*code) : QVariant());
    }
    m_power->setChecked(fitted.isControlPowerOn);
}

/// Those between conductors that the service has.
void Environment::showPairs(sim::Service service) {
    constexpr int kPerConductor = 8; // A code is eight times the one and the other.
    QStringList shown;
    for (int index = 0; index < m_pair->count(); ++index) {
        shown << m_pair->itemText(index);
    }
    QStringList wanted;
    QVariantList codes;
    for (const sim::Choice& choice : choicesOf(kPairKey)) {
        const int code = static_cast<int>(choice.code);
        if (sim::hasConductor(service, static_cast<sim::Conductor>(code / kPerConductor)) &&
            sim::hasConductor(service, static_cast<sim::Conductor>(code % kPerConductor))) {
            wanted << wordOf(choice.word);
            codes << choice.code;
        }
    }
    if (shown == wanted) {
        return;
    }
    m_pair->clear();
    for (qsizetype index = 0; index < wanted.size(); ++index) {
        m_pair->addItem(wanted.at(index), codes.at(index));
    }
}

void Environment::chooseSupply() {
    const sim::World& world = m_meter.snapshot().world;
    const auto kind = static_cast<sim::ControlPowerKind>(m_supply->currentData().toInt());
    if (kind == sim::ControlPowerKind::FromService) {
        showPairs(world.installation.service);
        set(kPairKey, m_pair->itemText(0));
        return;
    }
    const char* const key = kind == sim::ControlPowerKind::OwnDc ? kDcKey : kAcKey;
    set(key, fieldText(key, world.installation.controlPower.voltageV));
}

void Environment::set(const char* key, const QString& text) {
    setParameters(m_meter, {{key, text.toStdString()}}, this,
                  [this](const QString& refusal) { Q_EMIT refusalChanged(refusal); });
}

} // namespace meter::gui
