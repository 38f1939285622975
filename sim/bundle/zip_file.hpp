// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A folder as one .zip file and back, by minizip. What goes in comes out in the order of the
// names and with the date 1980-01-01, so that the same folder gives the same bytes. What comes
// out of a foreign file is bounded, and stays inside its folder.

#include "sim/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace meter::sim {

inline constexpr std::uint64_t kUnpackedSizeMax = std::uint64_t{4} << 30U; ///< Bytes, all files.
inline constexpr std::size_t kUnpackedFilesMax = 10'000;

/// Replaces `zip` as a whole: written beside it, then renamed.
Result<void> packFolder(const std::filesystem::path& folder, const std::filesystem::path& zip);

/// Into an empty folder. Every file is checked against its CRC.
Result<void> unpackZip(const std::filesystem::path& zip, const std::filesystem::path& folder);

/// A folder of one's own below the system's temporary one, gone with the object.
class TemporaryFolder final {
public:
    static Result<TemporaryFolder> create();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    explicit TemporaryFolder(std::filesystem::path path);
    void remove();

    std::filesystem::path m_path;
};

} // namespace meter::sim
