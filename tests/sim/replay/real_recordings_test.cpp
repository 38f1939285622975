// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings of real devices, where somebody has put some: METERTWIN_RECORDINGS names a folder.
// Each of them must be read, or be refused with a reason; without the folder nothing is tested.
#include "sim/replay/replay_signal.hpp"
#include "tests/sim/replay/recorded_signals.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>

using namespace meter::sim;
namespace fs = std::filesystem;

TEST_CASE("real recordings are read or refused with a reason") {
    const char* const folder = std::getenv("METERTWIN_RECORDINGS");
    if (folder == nullptr || !fs::is_directory(folder)) {
        WARN("METERTWIN_RECORDINGS names no folder: no real recording was read");
        return;
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string suffix = entry.path().extension().string();
        if (suffix != ".cfg" && suffix != ".cff" && suffix != ".csv") {
            continue;
        }
        INFO(entry.path().string());
        const auto signal = ReplaySignal::load({.file = entry.path().string()});
        if (!signal) {
            WARN(signal.error().message());
            CHECK_FALSE(signal.error().text.empty());
            continue;
        }
        CHECK((*signal)->length() > 0);
        CHECK((*signal)->notes().size() == 2);
    }
}
