// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a user writes to open an endpoint.

#include "sim/live/line/endpoint.hpp"

#include <QString>

#include <array>
#include <expected>

namespace meter::gui {

inline constexpr std::array kEndpointTypes = {
    sim::live::EndpointType::ModbusTcp, sim::live::EndpointType::RtuOverTcp,
    sim::live::EndpointType::Rfc2217, sim::live::EndpointType::Pty,
    sim::live::EndpointType::Serial};

[[nodiscard]] QString endpointTypeText(sim::live::EndpointType type);
/// What such an endpoint is opened at: "127.0.0.1:1502", "auto", "/dev/ttyUSB0".
[[nodiscard]] QString exampleAddress(sim::live::EndpointType type);
/// "host:port" or a port alone; a path. The error says what would be right.
[[nodiscard]] std::expected<sim::live::EndpointRequest, QString>
endpointRequest(sim::live::EndpointType type, const QString& address);

} // namespace meter::gui
