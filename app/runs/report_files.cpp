// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/report_files.hpp"

#include "sim/report/html_report.hpp"
#include "sim/report/json_report.hpp"
#include "sim/report/junit_report.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace meter::app {
namespace {

namespace fs = std::filesystem;

sim::Error refusal(std::string text) {
    return {.text = "--report: " + std::move(text), .place = {}};
}

/// Opens without changing what is there; a file that was not there is gone again.
bool isWritable(const std::string& path) {
    std::error_code failure;
    const bool wasThere = fs::exists(path, failure);
    const bool isOpen = std::ofstream(path, std::ios::binary | std::ios::app).is_open();
    if (isOpen && !wasThere) {
        fs::remove(path, failure);
    }
    return isOpen;
}

} // namespace

sim::Result<ReportFiles::File> ReportFiles::fileOf(const std::string& argument) {
    constexpr std::array<Kind, 3> kKinds = {{
        {"junit", sim::junitReport, false},
        {"html", sim::htmlReport, true},
        {"json", sim::jsonReport, true},
    }};
    const std::size_t sign = argument.find('=');
    const std::string kind = argument.substr(0, sign);
    const std::string path = sign == std::string::npos ? "" : argument.substr(sign + 1);
    const auto* const known = std::ranges::find(kKinds, kind, &Kind::name);
    if (known == kKinds.end() || path.empty()) {
        return std::unexpected(
            refusal("'" + argument + "' is none of junit=FILE, html=FILE and json=FILE"));
    }
    return File{.kind = *known, .path = path};
}

sim::Result<ReportFiles> ReportFiles::create(const std::vector<std::string>& arguments) {
    ReportFiles reports;
    for (const std::string& argument : arguments) {
        sim::Result<File> file = fileOf(argument);
        if (!file) {
            return std::unexpected(file.error());
        }
        if (std::ranges::count(reports.m_files, file->path, &File::path) > 0) {
            return std::unexpected(refusal("'" + file->path + "' is named twice"));
        }
        if (!isWritable(file->path)) {
            return std::unexpected(refusal("'" + file->path +
                                           "' cannot be written; is the folder there and "
                                           "writable?"));
        }
        reports.m_files.push_back(std::move(*file));
    }
    return reports;
}

bool ReportFiles::wantsDetails() const {
    return std::ranges::any_of(m_files, [](const File& file) { return file.kind.hasDetails; });
}

sim::Errors ReportFiles::write(std::span<const sim::RunResult> runs) const {
    sim::Errors errors;
    for (const File& file : m_files) {
        std::ofstream stream(file.path, std::ios::binary | std::ios::trunc);
        stream << file.kind.write(runs);
        stream.close();
        if (!stream) {
            errors.push_back(refusal("'" + file.path + "' is incomplete; is the disk full?"));
        }
    }
    return errors;
}

} // namespace meter::app
