// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace meter {

void assertFailed(const char* file, int line) {
    std::fprintf(stderr, "%s:%d: internal error, please report it\n", file, line);
    std::abort();
}

} // namespace meter
