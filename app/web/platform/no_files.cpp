// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What reads and writes files elsewhere: here it reads what the page was handed over with.
#include "app/web/platform/page_files.hpp"
#include "core/base/assert.hpp"
#include "sim/base/file_text.hpp"
#include "sim/device/virtual_meter.hpp"
#include "sim/replay/comtrade_reader.hpp"
#include "sim/replay/csv_waveform_reader.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"

namespace meter {

void assertFailed(const char* /*file*/, int /*line*/) {
    __builtin_trap();
}

std::map<std::string, std::string>& web::pageFiles() {
    static std::map<std::string, std::string> files;
    return files;
}

namespace sim {

Result<std::string> textOfFile(const std::filesystem::path& path) {
    const auto found = web::pageFiles().find(path.filename().string());
    if (found == web::pageFiles().end()) {
        return std::unexpected(
            Error{path.filename().string() + " is not in this page, which reads no other files"});
    }
    return found->second;
}

Result<Recording> readComtrade(const std::string& file, const ChannelPick& /*pick*/) {
    return std::unexpected(Error{file + " cannot be read: a page has no files"});
}

Result<Recording>
readCsvWaveform(const std::string& file, const ChannelPick& pick, const ReadOptions& /*options*/) {
    return readComtrade(file, pick);
}

std::vector<std::filesystem::path> referredFiles(const Scenario& /*scenario*/) {
    return {};
}

Result<std::string> scenarioText(const Scenario& scenario,
                                 const std::filesystem::path& /*folder*/) {
    return scenarioText(scenario, [](const std::string& file) { return file; });
}

// Without a directory nothing is ever saved.

Status NvMemory::save(std::uint32_t /*image*/, std::span<const std::byte> /*content*/) {
    return Status::WriteFailed;
}

Status NvMemory::saveLog(std::span<const std::byte> /*log*/) {
    return Status::WriteFailed;
}

Status NvMemory::saveLogPart(std::uint32_t /*offset*/, std::span<const std::byte> /*bytes*/) {
    return Status::WriteFailed;
}

Result<void> NvMemory::attach(const std::filesystem::path& directory,
                              std::uint32_t /*serialNumber*/,
                              bool /*isReset*/) {
    return std::unexpected(Error{"a page has no files: no folder " + directory.string()});
}

} // namespace sim

} // namespace meter
