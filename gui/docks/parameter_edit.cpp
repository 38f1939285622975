// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/docks/parameter_edit.hpp"

#include "gui/live/live_meter.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace meter::gui {

namespace {

constexpr int kFrame = 14; ///< Of a field around its text.

struct Step {
    std::string_view prefix; ///< Of the key.
    double size;             ///< In base units.
};

/// What one press of an arrow key changes.
constexpr Step kSteps[] = {
    {"source.voltage", 1.0},        {"source.frequency", 0.01},   {"source.noise", 0.001},
    {"source.flicker.depth", 1e-3}, {"source.flicker.rate", 0.1}, {"load.pf", 0.01},
};

/// Power that flows back has no power factor as scenarios write it.
bool isFeedingBack(const sim::World& world, const std::string& key) {
    constexpr std::string_view kPowerFactor = "load.pf";
    if (!key.starts_with(kPowerFactor)) {
        return false;
    }
    const auto degrees = sim::parameter(world, "load.phase" + key.substr(kPowerFactor.size()));
    return degrees && std::fabs(*degrees) > 90.0;
}

double stepOf(const std::string& key) {
    const auto* const found = std::ranges::find_if(
        kSteps, [&key](const Step& step) { return key.starts_with(step.prefix); });
    return found == std::end(kSteps) ? 1.0 : found->size;
}

} // namespace

ParameterEdit::ParameterEdit(LiveMeter& meter, std::vector<std::string> keys, QWidget* parent)
    : CommitEdit(parent), m_meter(meter), m_keys(std::move(keys)) {
    setAlignment(Qt::AlignRight);
    setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.8888 lagging")) + kFrame);
    connect(this, &CommitEdit::committed, this, &ParameterEdit::send);
    connect(this, &CommitEdit::stepped, this, &ParameterEdit::step);
}

void ParameterEdit::setKeys(std::vector<std::string> keys) {
    if (keys != m_keys) {
        m_keys = std::move(keys);
        revert();
    }
}

void ParameterEdit::showWorld(const sim::World& world) {
    std::vector<double> values;
    for (const std::string& key : m_keys) {
        const std::optional<double> value = sim::parameter(world, key);
        if (!value) { // Of phases that the service does not have.
            return;
        }
        values.push_back(*value);
    }
    if (values == m_values) {
        return;
    }
    m_values = std::move(values);
    const bool isOne =
        std::ranges::all_of(m_values, [this](double value) { return value == m_values.front(); });
    const bool isBack = isFeedingBack(world, m_keys.front());
    setPlaceholderText(isBack ? tr("feeds back") : isOne ? QString() : tr("differ"));
    follow(isOne && !isBack ? fieldText(m_keys.front(), m_values.front()) : QString());
}

void ParameterEdit::send(const QString& text) {
    ParameterTexts texts;
    for (const std::string& key : m_keys) {
        texts.push_back({key, text.toStdString()});
    }
    m_values.clear(); // Whatever comes of it is shown afresh.
    setParameters(
        m_meter, std::move(texts), this, [this](const QString& refusal) { setRefusal(refusal); },
        m_preparation);
}

void ParameterEdit::step(int steps) {
    if (isBeingEdited() || m_values.size() != m_keys.size()) {
        return;
    }
    ParameterTexts texts;
    for (std::size_t index = 0; index < m_keys.size(); ++index) {
        const double size = stepOf(m_keys[index]);
        // On the grid of the steps, so that 276.4 V goes to 277 V and not to 277.4 V.
        const double target = (std::round(m_values[index] / size) + steps) * size;
        texts.push_back({m_keys[index], fieldText(m_keys[index], target).toStdString()});
    }
    setParameters(
        m_meter, std::move(texts), this, [](const QString& /*atTheLimit*/) {}, m_preparation);
}

} // namespace meter::gui
