// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/output_files.hpp"

#include "sim/base/whole_file.hpp"

#include <system_error>
#include <utility>

namespace meter::app {
namespace {

namespace fs = std::filesystem;

std::unexpected<sim::Error> refused(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

/// By what is there; of files that are not there yet, by their place.
bool isSame(const fs::path& left, const fs::path& right) {
    std::error_code failure;
    if (fs::exists(left, failure) && fs::exists(right, failure)) {
        return fs::equivalent(left, right, failure);
    }
    return fs::weakly_canonical(fs::absolute(left, failure), failure) ==
           fs::weakly_canonical(fs::absolute(right, failure), failure);
}

} // namespace

void OutputFiles::keep(const fs::path& input) {
    m_known.push_back({.path = input, .option = ""});
}

sim::Result<void> OutputFiles::add(std::string_view option, const fs::path& output) {
    const std::string name(option);
    for (const Known& known : m_known) {
        if (!isSame(known.path, output)) {
            continue;
        }
        if (known.option.empty()) {
            return refused(name + ": '" + output.string() +
                           "' is read by this very call, and would be lost; name another file");
        }
        return refused(known.option == name ? name + ": '" + output.string() + "' is given twice"
                                            : known.option + " and " + name + " both name '" +
                                                  output.string() + "'");
    }
    if (const auto possible = sim::WholeFile::begin(output); !possible) {
        return refused(name + ": " + possible.error().text);
    }
    m_known.push_back({.path = output, .option = name});
    return {};
}

} // namespace meter::app
