// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file that is written whole or not at all: beside its place, then renamed, so that nobody
// ever sees a half one and what was there stays until the new one is complete. What is no plain
// file (a link, a device, a pipe, a folder) is refused and left alone. Traces of a live twin and
// the meters' memory (sim/device) have writers of their own.

#include "sim/base/result.hpp"

#include <filesystem>
#include <fstream>
#include <string_view>

namespace meter::sim {

class WholeFile final {
public:
    /// Opens a new file beside `target`. An error leaves nothing behind and names the reason.
    [[nodiscard]] static Result<WholeFile> begin(const std::filesystem::path& target);
    WholeFile(WholeFile&& other) noexcept;
    WholeFile& operator=(WholeFile&&) = delete;
    ~WholeFile(); ///< What was not committed is removed.

    [[nodiscard]] std::ofstream& stream() { return m_stream; }

    [[nodiscard]] const std::filesystem::path& target() const { return m_target; }

    /// Where the bytes are until commit().
    [[nodiscard]] const std::filesystem::path& part() const { return m_part; }

    /// Puts it into its place with all that was written; an error if anything was not.
    [[nodiscard]] Result<void> commit();

    /// Puts it into its place now, where others may read it as it grows; what is written later
    /// goes to the same file. The stream stays open.
    [[nodiscard]] Result<void> publish();

private:
    WholeFile() = default;
    [[nodiscard]] Result<void> moveIntoPlace();
    void discard();

    std::filesystem::path m_target;
    std::filesystem::path m_part; ///< Empty: nothing to remove.
    std::ofstream m_stream;
};

/// Refuses a name at which something stands that is no plain file.
[[nodiscard]] Result<void> judgeTarget(const std::filesystem::path& target);

/// Replaces a file as a whole. An error: the old one is as it was.
[[nodiscard]] Result<void> writeWhole(const std::filesystem::path& target,
                                      std::string_view content);

} // namespace meter::sim
