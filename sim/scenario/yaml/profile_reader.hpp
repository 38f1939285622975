// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The keys `load.profile` and `source.profile`: a file's name, or a map that says which of its
// columns are what. The tables are read when the whole scenario is known, since a power needs the
// voltage to become a current.

#include "sim/scenario/profile_request.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

#include <optional>

namespace meter::sim {

/// A request and where it stands.
struct WrittenProfile {
    ProfileRequest request;
    YAML::Node at;
    YamlInput* input = nullptr;
    bool isRight = true; ///< As far as the scenario goes.
};

/// The last ones of an `extends` chain.
struct WrittenProfiles {
    std::optional<WrittenProfile> load;
    std::optional<WrittenProfile> source;
};

[[nodiscard]] WrittenProfile
readProfileKeys(YamlInput& input, const YAML::Node& node, bool isOfSource);

/// Mistakes go to `errors`; what there is to tell besides to the scenario's warnings.
void loadProfiles(const WrittenProfiles& written,
                  const FileText& fileText,
                  Scenario& scenario,
                  Errors& errors);

} // namespace meter::sim
