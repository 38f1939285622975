// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_standing.hpp"

#include <array>

namespace meter::sim {

std::string_view nameOf(TaskStanding::State state) {
    constexpr std::array<std::string_view, 4> kNames = {"open", "done", "given-up", "wrong"};
    return kNames[static_cast<std::size_t>(state)];
}

} // namespace meter::sim
