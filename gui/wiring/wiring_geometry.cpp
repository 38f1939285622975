// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/wiring_geometry.hpp"

#include "sim/installation/service.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace meter::gui {

namespace {

using sim::Conductor;

// In units; a unit is about a pixel at the usual size.
constexpr double kWidth = 460.0;
constexpr double kHeight = 310.0;
constexpr double kConductorLeft = 34.0;
constexpr double kConductorRight = 426.0;
constexpr double kFirstConductorY = 28.0;
constexpr double kConductorPitch = 30.0;
constexpr double kOpenY = 152.0;
constexpr double kDisconnectY = 170.0;
constexpr double kFuseY = 190.0;
constexpr double kPtY = 211.0;
constexpr double kTerminalY = 232.0;
constexpr QRectF kMeter = {24.0, 222.0, 412.0, 80.0};
constexpr std::array<double, kWiringHandleCount> kHandleX = {62.0,  102.0, 142.0, 182.0,
                                                             262.0, 322.0, 382.0};
constexpr double kRopeHalfWidth = 8.0;
constexpr double kRopeHalfHeight = 12.0;
constexpr double kReach = 15.0;     ///< Around a handle.
constexpr double kPartReach = 10.0; ///< Around a fuse or a pole of the disconnect.

std::vector<Conductor> conductorsOf(sim::Service service, bool isForRope) {
    std::vector<Conductor> all;
    for (const Conductor each : {Conductor::A, Conductor::B, Conductor::C, Conductor::N}) {
        if (sim::isLive(service, each) && !(isForRope && each == Conductor::N)) {
            all.push_back(each);
        }
    }
    return all;
}

} // namespace

double WiringGeometry::yOf(Conductor conductor) const {
    return conductor == Conductor::Open ? openY
                                        : conductorY.at(static_cast<std::size_t>(conductor));
}

QPointF WiringGeometry::handle(std::size_t which, Conductor on) const {
    return {handleX.at(which), yOf(on)};
}

Conductor WiringGeometry::conductorAt(double y, sim::Service service) const {
    Conductor nearest = Conductor::Open;
    double distance = 0.6 * kConductorPitch * scale;
    for (const Conductor each : conductorsOf(service, false)) {
        if (std::fabs(yOf(each) - y) < distance) {
            nearest = each;
            distance = std::fabs(yOf(each) - y);
        }
    }
    return nearest;
}

QSizeF wiringDiagramSize() {
    return {kWidth, kHeight};
}

WiringGeometry wiringGeometry(const QRectF& area) {
    WiringGeometry geometry;
    geometry.scale = std::min(area.width() / kWidth, area.height() / kHeight);
    const double scale = geometry.scale;
    geometry.origin = {area.x() + 0.5 * (area.width() - kWidth * scale),
                       area.y() + 0.5 * (area.height() - kHeight * scale)};
    const QPointF origin = geometry.origin;
    geometry.bounds = {origin, QSizeF(kWidth * scale, kHeight * scale)};
    geometry.conductorLeft = origin.x() + kConductorLeft * scale;
    geometry.conductorRight = origin.x() + kConductorRight * scale;
    for (std::size_t index = 0; index < geometry.conductorY.size(); ++index) {
        geometry.conductorY[index] =
            origin.y() + (kFirstConductorY + kConductorPitch * static_cast<double>(index)) * scale;
    }
    geometry.openY = origin.y() + kOpenY * scale;
    geometry.disconnectY = origin.y() + kDisconnectY * scale;
    geometry.fuseY = origin.y() + kFuseY * scale;
    geometry.ptY = origin.y() + kPtY * scale;
    geometry.terminalY = origin.y() + kTerminalY * scale;
    geometry.meter = {origin.x() + kMeter.x() * scale, origin.y() + kMeter.y() * scale,
                      kMeter.width() * scale, kMeter.height() * scale};
    for (std::size_t index = 0; index < kWiringHandleCount; ++index) {
        geometry.handleX[index] = origin.x() + kHandleX[index] * scale;
    }
    geometry.rope = {kRopeHalfWidth * scale, kRopeHalfHeight * scale};
    return geometry;
}

Conductor conductorOf(const sim::Installation& installation, std::size_t handle) {
    const Conductor on = isRope(handle) ? installation.ctLeads.at(indexOfHandle(handle)).conductor()
                                        : installation.voltageLeads.at(indexOfHandle(handle));
    return sim::isLive(installation.service, on) ? on : Conductor::Open;
}

std::optional<std::size_t> fuseAt(const WiringGeometry& geometry, const QPointF& position) {
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        const QPointF at = QPointF(geometry.handleX[index], geometry.fuseY) - position;
        if (std::hypot(at.x(), at.y()) <= kPartReach * geometry.scale) {
            return index;
        }
    }
    return std::nullopt;
}

bool isDisconnectAt(const WiringGeometry& geometry, const QPointF& position) {
    const double reach = kPartReach * geometry.scale;
    return std::fabs(position.y() - geometry.disconnectY) <= 0.9 * reach &&
           position.x() >= geometry.handleX[0] - 1.6 * reach &&
           position.x() <= geometry.handleX[2] + reach;
}

std::optional<std::size_t> handleAt(const WiringGeometry& geometry,
                                    const sim::Installation& installation,
                                    const QPointF& position) {
    for (std::size_t handle = 0; handle < kWiringHandleCount; ++handle) {
        const QPointF at = geometry.handle(handle, conductorOf(installation, handle)) - position;
        if (std::hypot(at.x(), at.y()) <= kReach * geometry.scale) {
            return handle;
        }
    }
    return std::nullopt;
}

Conductor nextConductor(Conductor from, int steps, sim::Service service, bool isForRope) {
    std::vector<Conductor> order = conductorsOf(service, isForRope);
    order.push_back(Conductor::Open);
    const auto at = std::ranges::find(order, from);
    const auto here =
        at == order.end() ? static_cast<std::ptrdiff_t>(order.size()) - 1 : at - order.begin();
    const std::ptrdiff_t next =
        std::clamp<std::ptrdiff_t>(here + steps, 0, static_cast<std::ptrdiff_t>(order.size()) - 1);
    return order[static_cast<std::size_t>(next)];
}

} // namespace meter::gui
