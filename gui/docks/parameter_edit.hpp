// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A field for one parameter of the world, or for the same parameter of several phases at once.

#include "gui/docks/commit_edit.hpp"
#include "gui/docks/world_edit.hpp"
#include "sim/installation/installation.hpp"

#include <string>
#include <utility>
#include <vector>

namespace meter::gui {

class LiveMeter;

class ParameterEdit final : public CommitEdit {
    Q_OBJECT

public:
    /// `meter` outlives the field. `keys` are set together: "source.voltage.A" …
    ParameterEdit(LiveMeter& meter, std::vector<std::string> keys, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<std::string>& keys() const { return m_keys; }

    void setKeys(std::vector<std::string> keys);

    void prepareWith(Preparation preparation) { m_preparation = std::move(preparation); }

    /// Shows the value of this world; where the keys differ, nothing but a hint.
    void showWorld(const sim::World& world);

private:
    void send(const QString& text);
    void step(int steps);

    LiveMeter& m_meter;
    std::vector<std::string> m_keys;
    Preparation m_preparation;
    std::vector<double> m_values; ///< Shown last, one per key.
};

} // namespace meter::gui
