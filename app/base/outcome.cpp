// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/outcome.hpp"

#include "sim/base/shown_text.hpp"

#include <cstdio>

namespace meter::app {

void printError(const sim::Error& error) {
    const char* const prefix = error.place.file.empty() ? "metertwin-cli: " : "";
    std::fprintf(stderr, "%s%s\n", prefix, sim::shownText(error.message()).c_str());
}

void printErrors(const sim::Errors& errors) {
    for (const sim::Error& error : errors) {
        printError(error);
    }
}

} // namespace meter::app
