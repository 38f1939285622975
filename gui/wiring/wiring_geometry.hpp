// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where everything of the wiring diagram is, as numbers: conductors run from left (grid) to
// right (load), the meter is below, leads go straight down. Pure, so that tests can measure it.

#include "sim/installation/installation.hpp"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <array>
#include <optional>

namespace meter::gui {

/// What can be taken hold of: four voltage leads, three ropes.
inline constexpr std::size_t kWiringHandleCount = sim::kTerminalCount + kPhaseCount;

[[nodiscard]] constexpr bool isRope(std::size_t handle) {
    return handle >= sim::kTerminalCount;
}

/// Terminal of a lead, input of a rope.
[[nodiscard]] constexpr std::size_t indexOfHandle(std::size_t handle) {
    return isRope(handle) ? handle - sim::kTerminalCount : handle;
}

struct WiringGeometry {
    double scale = 1.0; ///< Pixels per unit.
    QPointF origin;
    QRectF bounds; ///< All of it, in pixels.
    double conductorLeft = 0.0;
    double conductorRight = 0.0;
    std::array<double, sim::kTerminalCount> conductorY{}; ///< A, B, C, N; all have a place.
    double openY = 0.0;                                   ///< Where the ends of open leads are.
    QRectF meter;
    double disconnectY = 0.0; ///< The switch in the voltage leads,
    double fuseY = 0.0;       ///< their fuses,
    double ptY = 0.0;         ///< and their PTs, if there are any.
    std::array<double, kWiringHandleCount> handleX{};
    double terminalY = 0.0;
    QSizeF rope; ///< Half axes of the ring around a conductor.

    [[nodiscard]] double yOf(sim::Conductor conductor) const;
    [[nodiscard]] QPointF handle(std::size_t which, sim::Conductor on) const;
    /// Where a lead or rope that is let go at this height goes: the nearest conductor of the
    /// service, or open when it is farther away than half the way to the next.
    [[nodiscard]] sim::Conductor conductorAt(double y, sim::Service service) const;
};

[[nodiscard]] QSizeF wiringDiagramSize(); ///< In units.
[[nodiscard]] WiringGeometry wiringGeometry(const QRectF& area);

/// The conductor that a handle really is on: one that the service lacks counts as open.
[[nodiscard]] sim::Conductor conductorOf(const sim::Installation& installation, std::size_t handle);
/// The fuse of a voltage lead: A, B or C.
[[nodiscard]] std::optional<std::size_t> fuseAt(const WiringGeometry& geometry,
                                                const QPointF& position);
[[nodiscard]] bool isDisconnectAt(const WiringGeometry& geometry, const QPointF& position);
[[nodiscard]] std::optional<std::size_t> handleAt(const WiringGeometry& geometry,
                                                  const sim::Installation& installation,
                                                  const QPointF& position);
/// The next one in the order A, B, C, N (if the service has them), open; steps may be negative.
[[nodiscard]] sim::Conductor
nextConductor(sim::Conductor from, int steps, sim::Service service, bool isForRope);

} // namespace meter::gui
