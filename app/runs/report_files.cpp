// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/report_files.hpp"

#include "sim/base/whole_file.hpp"
#include "sim/report/html_report.hpp"
#include "sim/report/json_report.hpp"
#include "sim/report/junit_report.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::app {
namespace {

sim::Error refusal(std::string text) {
    return {.text = "--report: " + std::move(text), .place = {}};
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
        reports.m_files.push_back(std::move(*file));
    }
    return reports;
}

std::vector<std::string> ReportFiles::paths() const {
    std::vector<std::string> paths;
    for (const File& file : m_files) {
        paths.push_back(file.path);
    }
    return paths;
}

bool ReportFiles::wantsDetails() const {
    return std::ranges::any_of(m_files, [](const File& file) { return file.kind.hasDetails; });
}

sim::Errors ReportFiles::write(std::span<const sim::RunResult> runs) const {
    sim::Errors errors;
    for (const File& file : m_files) {
        if (const auto written = sim::writeWhole(file.path, file.kind.write(runs)); !written) {
            errors.push_back(refusal(written.error().text));
        }
    }
    return errors;
}

} // namespace meter::app
