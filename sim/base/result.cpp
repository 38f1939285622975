// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/result.hpp"

namespace meter::sim {

std::string Error::message() const {
    std::string prefix = place.file;
    if (place.line > 0) {
        prefix += prefix.empty() ? "line " : ":";
        prefix += std::to_string(place.line);
        if (place.column > 0) {
            prefix += ':';
            prefix += std::to_string(place.column);
        }
    }
    return prefix.empty() ? text : prefix + ": " + text;
}

} // namespace meter::sim
