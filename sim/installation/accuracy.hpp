// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How true the inputs of a meter are: without error, or with those of its accuracy class.

#include <cstdint>

namespace meter::sim {

enum class Accuracy : std::uint8_t { Ideal, Class };

} // namespace meter::sim
