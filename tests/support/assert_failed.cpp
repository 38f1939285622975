// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace meter {

[[gnu::weak]] void assertFailed(const char* file, int line) {
    std::fprintf(stderr, "%s:%d: assertion failed\n", file, line);
    std::abort();
}

} // namespace meter
