// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One request of function 43/14 on an open socket or serial port, framed by hand: libmodbus
// takes the length of an answer from a table of functions that does not hold this one.

#include "sim/base/result.hpp"

#include <chrono>
#include <cstdint>
#include <vector>

namespace meter::app {

enum class Framing : std::uint8_t { Tcp, Rtu };

struct ExchangeLink {
    int descriptor = -1;
    Framing framing = Framing::Tcp;
    std::uint8_t unit = 1;
    std::chrono::milliseconds timeout{1000};
};

/// Basic stream access from `firstObject` on. The answer's PDU, function code first: a whole
/// 43/14 answer or a two-byte exception.
sim::Result<std::vector<std::uint8_t>> exchangeIdentity(const ExchangeLink& link,
                                                        std::uint8_t firstObject);

} // namespace meter::app
