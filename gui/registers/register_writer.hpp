// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes a register as a Modbus master would, from the window: the value as somebody wrote it
// ("400 A", "3L", a bare word), the meter's own answer back.

#include <QString>

#include <cstdint>
#include <functional>

class QObject;

namespace meter::sim {
class Simulation;
}

namespace meter::gui {

class LiveMeter;

/// Empty: the meter took it; else a sentence that says why not.
[[nodiscard]] QString
writeRegister(sim::Simulation& simulation, std::uint16_t number, const QString& text, bool isRaw);

void writeRegister(LiveMeter& meter,
                   std::uint16_t number,
                   const QString& text,
                   bool isRaw,
                   QObject* receiver,
                   std::function<void(const QString& refusal)> answer);

} // namespace meter::gui
