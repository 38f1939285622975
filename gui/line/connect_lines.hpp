// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How to read the meter from here, as lines to be copied: for our own program, mbpoll, pymodbus,
// Node-RED.

#include "sim/live/line/endpoint.hpp"

#include <QString>

#include <vector>

namespace meter::gui {

struct ConnectLine {
    QString tool; ///< "mbpoll".
    QString line;
};

/// For one endpoint and one meter address; lines that do not go with this kind are left out.
[[nodiscard]] std::vector<ConnectLine> connectLines(const sim::live::Endpoint& endpoint,
                                                    unsigned unit);

} // namespace meter::gui
