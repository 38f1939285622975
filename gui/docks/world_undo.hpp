// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What hands change of source, load and wiring, one thing after another, to be undone and done
// again. Only what was changed goes back; time goes on.

#include "sim/stimulus/world_difference.hpp"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {
class Simulation;
} // namespace meter::sim

namespace meter::gui {

class LiveMeter;

class WorldUndo final : public QObject {
    Q_OBJECT

public:
    /// The one of this meter, made when it is first wanted; lives as long as the meter.
    [[nodiscard]] static WorldUndo& of(LiveMeter& meter);

    /// On the simulation's thread; returns a refusal, empty if it was done.
    using Edit = std::function<QString(sim::Simulation&)>;
    using Answered = std::function<void(const QString& refusal)>;
    /// `answered` gets the refusal with a later snapshot, unless `receiver` is gone by then.
    void carryOut(Edit edit, QObject* receiver, Answered answered);

    [[nodiscard]] QUndoStack& stack() { return m_stack; }

private:
    explicit WorldUndo(LiveMeter& meter);

    LiveMeter& m_meter;
    QUndoStack m_stack;
};

} // namespace meter::gui
