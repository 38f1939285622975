// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/written_file.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace meter::app {

sim::Result<void> writeWhole(const std::string& path, std::string_view text) {
    namespace fs = std::filesystem;
    std::error_code code;
    const fs::file_status status = fs::symlink_status(path, code);
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        return std::unexpected(sim::Error{path + " is not a plain file, and is left alone", {}});
    }
    const std::string beside = path + ".new";
    std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
    stream << text;
    stream.close();
    if (!stream) {
        fs::remove(beside, code);
        return std::unexpected(sim::Error{path + " cannot be written", {}});
    }
    fs::rename(beside, path, code);
    if (code) {
        fs::remove(beside, code);
        return std::unexpected(sim::Error{path + " cannot be written: " + code.message(), {}});
    }
    return {};
}

} // namespace meter::app
