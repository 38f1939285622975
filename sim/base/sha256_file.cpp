// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/sha256.hpp"

#include <fstream>
#include <vector>

namespace meter::sim {

Result<std::string> sha256OfFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return std::unexpected(Error{file.string() + " cannot be read"});
    }
    Sha256 digest;
    std::vector<char> buffer(1U << 16U);
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        digest.add(
            std::as_bytes(std::span(buffer)).first(static_cast<std::size_t>(stream.gcount())));
    }
    return hexText(digest.finish());
}

} // namespace meter::sim
