// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/bundle/bundle.hpp"

#include "sim/base/sha256.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/bundle/evidence_check.hpp"
#include "sim/device/virtual_meter.hpp"
#include "sim/run/run_evidence.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <system_error>
#include <utility>

namespace meter::sim {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kManifestFile = "bundle.json";
constexpr const char* kScenarioFile = "scenario.yaml";
constexpr const char* kMemoryBefore = "memory-before";

Error firstOf(const Errors& errors) {
    return errors.empty() ? Error{"the scenario cannot be read"} : errors.front();
}

Result<void> copyInto(const fs::path& from, const fs::path& to) {
    std::error_code failure;
    fs::create_directories(to.parent_path(), failure);
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing, failure);
    if (failure) {
        return std::unexpected(
            Error{from.string() + " cannot be copied into the bundle: " + failure.message()});
    }
    return {};
}

/// The scenario as its file in the bundle, with copies of what it refers to beside it.
Result<void> writeScenario(const Scenario& scenario, const fs::path& folder) {
    std::map<std::string, std::string> names;
    std::map<fs::path, std::size_t> folders; // Two files of one name stay two.
    for (const fs::path& file : referredFiles(scenario)) {
        const std::size_t number =
            folders.emplace(file.parent_path(), folders.size()).first->second;
        const std::string name = "files/" + std::to_string(number) + "/" + file.filename().string();
        if (const Result<void> copied = copyInto(file, folder / name); !copied) {
            return copied;
        }
        names[file.string()] = name;
    }
    const Result<std::string> text =
        scenarioText(scenario, [&names](const std::string& file) { return names.at(file); });
    return text ? writeWhole(folder / kScenarioFile, *text) : std::unexpected(text.error());
}

Result<void>
writeManifest(const fs::path& folder, const Scenario& scenario, const BundleSource& source) {
    const Result<std::string> digest = sha256OfFile(folder / kRecordFile);
    if (!digest) {
        return std::unexpected(digest.error());
    }
    const Json manifest = {
        {"format", kBundleFormat},   {"kind", source.kind},
        {"version", source.version}, {"name", scenario.name},
        {"seed", scenario.seed},     {"serial", serialText(scenario.meter.serialNumber)},
        {"scenario", kScenarioFile}, {"record_sha256", *digest}};
    return writeWhole(folder / kManifestFile, manifest.dump(2) + "\n");
}

/// Reads the scenario back and plays it: what it left behind must be the evidence.
Result<void> provePacked(const fs::path& folder, const fs::path& evidence, const fs::path& played) {
    const auto packed = readScenario(folder / kScenarioFile);
    if (!packed) {
        return std::unexpected(firstOf(packed.error()));
    }
    const Result<RunResult> isPlayed = playBundled(*packed, folder / kMemoryBefore, played);
    if (!isPlayed) {
        return std::unexpected(isPlayed.error());
    }
    if (const auto difference = firstDifference(evidence, played)) {
        return std::unexpected(Error{"no bundle was written, since the scenario does not repeat "
                                     "what happened: " +
                                     *difference});
    }
    return {};
}

} // namespace

Result<void>
packBundle(const fs::path& file, const Scenario& scenario, const BundleSource& source) {
    const Result<TemporaryFolder> work = TemporaryFolder::create();
    if (!work) {
        return std::unexpected(work.error());
    }
    const fs::path folder = work->path() / "bundle";
    std::error_code failure;
    fs::create_directories(folder, failure); // What is wrong shows with the first file.
    Result<void> done = writeScenario(scenario, folder);
    if (done && !source.memoryBefore.empty()) {
        done = copyInto(source.memoryBefore, folder / kMemoryBefore);
    }
    if (done) {
        done = provePacked(folder, source.evidence, folder);
    }
    if (done && fs::exists(source.evidence / kTrafficFile, failure)) {
        done = copyInto(source.evidence / kTrafficFile, folder / kTrafficFile);
    }
    if (done) {
        done = writeManifest(folder, scenario, source);
    }
    return done ? packFolder(folder, file) : done;
}

Bundle::Bundle(TemporaryFolder folder) : m_folder(std::move(folder)) {}

Result<Bundle> Bundle::open(const fs::path& file) {
    Result<TemporaryFolder> folder = TemporaryFolder::create();
    if (!folder) {
        return std::unexpected(folder.error());
    }
    if (const Result<void> unpacked = unpackZip(file, folder->path()); !unpacked) {
        return std::unexpected(unpacked.error());
    }
    Bundle bundle(std::move(*folder));
    if (const Result<void> read = bundle.readManifest(file); !read) {
        return std::unexpected(read.error());
    }
    return bundle;
}

Result<void> Bundle::readManifest(const fs::path& file) {
    std::ifstream stream(folder() / kManifestFile, std::ios::binary);
    const Json manifest = Json::parse(stream, nullptr, false);
    if (!manifest.is_object() || !manifest.contains("format") ||
        !manifest["format"].is_number_integer()) {
        return std::unexpected(Error{file.string() + " is not a metertwin bundle: it has no " +
                                     kManifestFile + " that states a format"});
    }
    const auto format = manifest["format"].get<long>();
    if (format != kBundleFormat) {
        return std::unexpected(Error{file.string() + " has the format " + std::to_string(format) +
                                     " and this program plays format " +
                                     std::to_string(kBundleFormat) + "; it was made by metertwin " +
                                     manifest.value("version", "of another version")});
    }
    const auto text = [&manifest](const char* key) {
        const auto found = manifest.find(key);
        return found != manifest.end() && found->is_string() ? found->get<std::string>() : "";
    };
    m_kind = text("kind");
    m_name = text("name");
    m_version = text("version");
    const Result<std::string> digest = sha256OfFile(folder() / kRecordFile);
    if (!digest || *digest != text("record_sha256")) {
        return std::unexpected(
            Error{file.string() + " is damaged: " + kRecordFile + " is missing or was changed"});
    }
    for (const char* const part : {kScenarioFile, kEndFile}) {
        std::error_code failure;
        if (!fs::is_regular_file(folder() / part, failure)) {
            return std::unexpected(Error{file.string() + " is damaged: " + part + " is missing"});
        }
    }
    return {};
}

fs::path Bundle::scenarioFile() const {
    return folder() / kScenarioFile;
}

std::optional<std::string> Bundle::memoryBefore() const {
    const fs::path memory = folder() / kMemoryBefore;
    std::error_code failure;
    return fs::is_directory(memory, failure) ? std::optional(memory.string()) : std::nullopt;
}

Result<Scenario> Bundle::scenario() const {
    auto scenario = readScenario(scenarioFile());
    return scenario ? Result<Scenario>(std::move(*scenario))
                    : std::unexpected(firstOf(scenario.error()));
}

Result<RunResult> Bundle::play() const {
    const Result<Scenario> read = scenario();
    if (!read) {
        return std::unexpected(read.error());
    }
    Result<RunResult> result = playBundled(*read, folder() / kMemoryBefore, std::nullopt);
    if (result) {
        result->file = scenarioFile().string();
    }
    return result;
}

Result<std::optional<std::string>> Bundle::verify() const {
    const Result<Scenario> read = scenario();
    if (!read) {
        return std::unexpected(read.error());
    }
    const Result<TemporaryFolder> played = TemporaryFolder::create();
    if (!played) {
        return std::unexpected(played.error());
    }
    const Result<RunResult> isPlayed = playBundled(*read, folder() / kMemoryBefore, played->path());
    if (!isPlayed) {
        return std::unexpected(isPlayed.error());
    }
    return firstDifference(folder(), played->path());
}

} // namespace meter::sim
