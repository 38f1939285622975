// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `ctl record --bundle`: a running twin writes its part into a folder (the method `record` with
// `evidence`), and this side, which nobody waits for, plays it and packs it.

#include "sim/bundle/zip_file.hpp"
#include "sim/live/control/json_rpc.hpp"

#include <string>

namespace meter::app {

class BundleRecording final {
public:
    /// Adds to the parameters of `record` where the twin is to write.
    static sim::Result<BundleRecording> begin(sim::live::Json& params);

    /// After the twin has answered.
    [[nodiscard]] sim::Result<void> pack(const std::string& file) const;

private:
    explicit BundleRecording(sim::TemporaryFolder folder);

    sim::TemporaryFolder m_folder;
};

} // namespace meter::app
