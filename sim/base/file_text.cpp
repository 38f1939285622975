// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/file_text.hpp"

#include <array>
#include <fstream>
#include <system_error>

namespace meter::sim {

Result<std::string> textOfFile(const std::filesystem::path& path) {
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    if (!std::filesystem::exists(status)) {
        return std::unexpected(Error{"there is no file " + path.string()});
    }
    if (!std::filesystem::is_regular_file(status)) {
        return std::unexpected(Error{path.string() + " is not a file"});
    }
    std::ifstream stream(path, std::ios::binary);
    std::string text;
    std::array<char, 65536> buffer{};
    while (stream && text.size() <= kTextFileSizeMax) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (!stream.eof() || text.size() > kTextFileSizeMax) {
        return std::unexpected(Error{path.string() + " cannot be read, or is too large"});
    }
    return text;
}

} // namespace meter::sim
