// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happened to the meter between two snapshots, in sentences.

#include "sim/live/engine.hpp"

#include <QString>
#include <QStringList>

namespace meter::gui {

[[nodiscard]] QStringList eventsBetween(const sim::live::Snapshot& before,
                                        const sim::live::Snapshot& after);

} // namespace meter::gui
