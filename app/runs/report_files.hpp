// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The option --report KIND=FILE of the run command: what is asked for, and the files.

#include "sim/base/result.hpp"
#include "sim/run/run_result.hpp"

#include <span>
#include <string>
#include <vector>

namespace meter::app {

class ReportFiles final {
public:
    /// From "junit=FILE", "html=FILE", "json=FILE". Whether they can be written is for
    /// OutputFiles to say, before anything is played.
    static sim::Result<ReportFiles> create(const std::vector<std::string>& arguments);

    [[nodiscard]] std::vector<std::string> paths() const;

    /// Some report shows more than the verdicts.
    [[nodiscard]] bool wantsDetails() const;

    [[nodiscard]] bool isEmpty() const { return m_files.empty(); }

    /// Replaces the files. All are tried; what failed comes back.
    [[nodiscard]] sim::Errors write(std::span<const sim::RunResult> runs) const;

private:
    struct Kind {
        const char* name = "";
        std::string (*write)(std::span<const sim::RunResult>) = nullptr;
        bool hasDetails = false;
    };

    struct File {
        Kind kind;
        std::string path;
    };

    static sim::Result<File> fileOf(const std::string& argument);

    std::vector<File> m_files;
};

} // namespace meter::app
