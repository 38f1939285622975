// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files that a call reads and those that it is to write: judged together before anything
// begins, so that no output takes the place of an input or of another output, however they are
// spelled.

#include "sim/base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace meter::app {

class OutputFiles final {
public:
    /// Something that is read, and so is never written over.
    void keep(const std::filesystem::path& input);

    /// Something that `option` is to write. Refused if it is kept or named already, if it is no
    /// plain file, or cannot be written; nothing is left behind in any case.
    [[nodiscard]] sim::Result<void> add(std::string_view option,
                                        const std::filesystem::path& output);

private:
    struct Known {
        std::filesystem::path path;
        std::string option; ///< Empty: it is read.
    };

    std::vector<Known> m_known;
};

} // namespace meter::app
