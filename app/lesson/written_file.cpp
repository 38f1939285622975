// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/written_file.hpp"

#include "sim/base/whole_file.hpp"

namespace meter::app {

sim::Result<void> writeWhole(const std::string& path, std::string_view text) {
    return sim::writeWhole(path, text);
}

} // namespace meter::app
