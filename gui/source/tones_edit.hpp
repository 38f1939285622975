// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tones of the voltages between their harmonics, for all phases at once: "175 Hz 2 %, 330 Hz
// 1 %". An empty line takes them away.

#include "gui/docks/commit_edit.hpp"
#include "gui/docks/world_edit.hpp"
#include "sim/installation/installation.hpp"

#include <optional>
#include <vector>

namespace meter::gui {

class LiveMeter;

/// The line as changes to a world with these tones: those it does not name go. None: it is not
/// written as tones are.
[[nodiscard]] std::optional<ParameterTexts>
tonesFrom(const QString& line, const std::vector<sim::Interharmonic>& before);

/// The line that stands for these tones.
[[nodiscard]] QString tonesText(const std::vector<sim::Interharmonic>& tones);

class TonesEdit final : public CommitEdit {
    Q_OBJECT

public:
    /// `meter` outlives the field.
    explicit TonesEdit(LiveMeter& meter, QWidget* parent = nullptr);

    void showWorld(const sim::World& world);

private:
    void send(const QString& line);

    LiveMeter& m_meter;
};

} // namespace meter::gui
