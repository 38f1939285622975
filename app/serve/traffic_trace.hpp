// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `--trace FILE`: every frame on the wire, written as it comes. A name that ends with .pcapng
// gets a capture for Wireshark, .txt (and `-`, the standard output) one line a frame.

#include "sim/base/result.hpp"
#include "sim/live/line/traffic_ring.hpp"
#include "sim/traffic/pcapng_writer.hpp"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

namespace meter::app {

class TrafficTrace final {
public:
    /// How often pump() has to be called so that no frame is lost under full load.
    static constexpr std::chrono::milliseconds kInterval{50};

    /// Opens the file and writes its beginning. Nothing is left behind by an error.
    static sim::Result<TrafficTrace> open(const std::string& path,
                                          std::shared_ptr<sim::live::TrafficRing> ring);

    /// Writes what came since the last call, to the very end, and flushes. After an error there
    /// is nothing more to do, and it does nothing.
    sim::Result<void> pump();

    /// Frames that went by unwritten because pump() came too late.
    [[nodiscard]] std::uint64_t lostCount() const { return m_lostCount; }

private:
    struct Closer {
        void operator()(std::FILE* file) const;
    };

    TrafficTrace() = default;
    sim::Result<void> write(const std::string& text);

    std::string m_path;
    std::unique_ptr<std::FILE, Closer> m_file;
    std::shared_ptr<sim::live::TrafficRing> m_ring;
    std::optional<sim::PcapngWriter> m_capture; ///< None: text.
    std::optional<sim::TrafficFrame> m_request; ///< The last one, for its answers.
    std::uint64_t m_next = 1;
    std::uint64_t m_lostCount = 0;
};

} // namespace meter::app
