// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A repro bundle: one .zip with everything that repeats a run or a live twin's life bit for bit,
// on any machine: the scenario with the files it refers to, the memory that the meter began
// with, what it left behind (run_evidence.hpp), and the traffic of a live one. A bundle is
// played before it is written, so that one that exists repeats.

#include "sim/bundle/zip_file.hpp"
#include "sim/run/run_result.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace meter::sim {

inline constexpr int kBundleFormat = 1;
inline constexpr const char* kTrafficFile = "traffic.pcapng";

/// What is to be packed.
struct BundleSource {
    std::string kind;    ///< "run", or "twin": something that was live.
    std::string version; ///< Of this program.
    /// What was left behind: files of run_evidence.hpp; of a twin without a record; traffic.
    std::filesystem::path evidence;
    std::filesystem::path memoryBefore; ///< Images that the meter began with; empty: none.
};

/// An error if the scenario does not repeat the evidence: the sentence tells the first place.
Result<void>
packBundle(const std::filesystem::path& file, const Scenario& scenario, const BundleSource& source);

/// A bundle, unpacked for as long as this lives.
class Bundle final {
public:
    /// Errors: damaged, no bundle, or of a format that this program does not know.
    static Result<Bundle> open(const std::filesystem::path& file);

    [[nodiscard]] std::filesystem::path scenarioFile() const;
    /// As for --state; nothing: the meter began with a blank memory.
    [[nodiscard]] std::optional<std::string> memoryBefore() const;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }

    [[nodiscard]] const std::string& name() const { return m_name; }

    [[nodiscard]] const std::string& version() const { return m_version; }

    [[nodiscard]] const std::string& kind() const { return m_kind; }

    /// Plays it and judges its expectations.
    [[nodiscard]] Result<RunResult> play() const;
    /// Plays it; nothing: every byte is the same; else the first place that differs.
    [[nodiscard]] Result<std::optional<std::string>> verify() const;

private:
    explicit Bundle(TemporaryFolder folder);
    [[nodiscard]] Result<Scenario> scenario() const;
    Result<void> readManifest(const std::filesystem::path& file);

    TemporaryFolder m_folder;
    std::string m_kind;
    std::string m_name;
    std::string m_version;
};

} // namespace meter::sim
