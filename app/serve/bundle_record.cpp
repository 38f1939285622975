// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/bundle_record.hpp"

#include "app/base/version.hpp"
#include "sim/bundle/bundle.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

namespace meter::app {
namespace {

constexpr const char* kScenario = "recorded.yaml";

} // namespace

BundleRecording::BundleRecording(sim::TemporaryFolder folder) : m_folder(std::move(folder)) {}

sim::Result<BundleRecording> BundleRecording::begin(sim::live::Json& params) {
    if (params.contains("file") || params.contains("evidence")) {
        return std::unexpected(sim::Error{
            .text = "--bundle and a file cannot be combined; the scenario is in the bundle",
            .place = {}});
    }
    sim::Result<sim::TemporaryFolder> folder = sim::TemporaryFolder::create();
    if (!folder) {
        return std::unexpected(folder.error());
    }
    params["file"] = (folder->path() / kScenario).string();
    params["evidence"] = folder->path().string();
    return BundleRecording(std::move(*folder));
}

sim::Result<void> BundleRecording::pack(const std::string& file) const {
    const std::filesystem::path& folder = m_folder.path();
    const auto scenario = sim::readScenario(folder / kScenario);
    if (!scenario) {
        return std::unexpected(scenario.error().front());
    }
    const std::filesystem::path memory = folder / "memory-before";
    std::error_code failure;
    return sim::packBundle(
        file, *scenario,
        {.kind = "twin",
         .version = versionText(),
         .evidence = folder,
         .memoryBefore = std::filesystem::exists(memory, failure) ? memory : ""});
}

} // namespace meter::app
