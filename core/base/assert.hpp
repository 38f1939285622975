// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one macro: programmer errors stop the program in every build. The host says how:
// a desktop prints and aborts, firmware notes the place and resets.

namespace meter {

[[noreturn]] void assertFailed(const char* file, int line);

} // namespace meter

#define METER_ASSERT(condition)                                                                    \
    ((condition) ? static_cast<void>(0) : ::meter::assertFailed(__FILE__, __LINE__))
