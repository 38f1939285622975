// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario among files. The page for browsers, which has no files, links
// app/web/platform/no_files.cpp instead.
#include "sim/base/whole_file.hpp"
#include "sim/replay/replay_signal.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"

#include <system_error>

namespace meter::sim {

namespace {

namespace fs = std::filesystem;

/// A file as a scenario in `folder` names it.
std::string nameFrom(const fs::path& folder, const std::string& file) {
    std::error_code failure;
    const fs::path from = fs::absolute(folder.empty() ? fs::path(".") : folder, failure);
    const fs::path name = fs::absolute(file, failure).lexically_normal();
    const fs::path relative = name.lexically_relative(from.lexically_normal());
    return relative.empty() ? name.string() : relative.string();
}

/// A recording, and the other half of a COMTRADE pair.
void addWithNeighbours(const fs::path& file, std::vector<fs::path>& files) {
    files.push_back(file);
    for (const char* const suffix : {".cfg", ".dat", ".CFG", ".DAT"}) {
        fs::path beside = file;
        beside.replace_extension(suffix);
        const std::string own = file.extension().string();
        const bool isPair = own == ".cfg" || own == ".dat" || own == ".CFG" || own == ".DAT";
        std::error_code failure;
        if (isPair && own != suffix && fs::is_regular_file(beside, failure)) {
            files.push_back(beside);
        }
    }
}

} // namespace

Result<std::string> scenarioText(const Scenario& scenario, const fs::path& folder) {
    return scenarioText(scenario,
                        [&folder](const std::string& file) { return nameFrom(folder, file); });
}

std::vector<fs::path> referredFiles(const Scenario& scenario) {
    std::vector<fs::path> files;
    if (scenario.replay != nullptr) {
        for (const std::string& name : filesOf(scenario.replay->options())) {
            addWithNeighbours(name, files);
        }
    } else {
        for (const ProfileRequest* const profile :
             {&scenario.sourceProfileRequest, &scenario.loadProfileRequest}) {
            if (!profile->file.empty() && !profile->file.starts_with(kBuiltInPrefix)) {
                files.emplace_back(profile->file);
            }
        }
    }
    return files;
}

Result<void> saveScenario(const Scenario& scenario,
                          const fs::path& file,
                          const std::vector<std::string>& comment) {
    const Result<std::string> text = scenarioText(scenario, file.parent_path());
    if (!text) {
        return std::unexpected(text.error());
    }
    std::string whole;
    for (const std::string& line : comment) {
        whole += "# " + line + "\n";
    }
    if (const Result<void> written = writeWhole(file, whole + *text); !written) {
        return std::unexpected(Error{"the scenario " + written.error().text});
    }
    return {};
}

} // namespace meter::sim
