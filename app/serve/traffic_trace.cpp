// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/traffic_trace.hpp"

#include "app/base/version.hpp"
#include "sim/traffic/traffic_text.hpp"

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

namespace meter::app {
namespace {

constexpr std::size_t kFramesAtOnce = 4096;

} // namespace

void TrafficTrace::Closer::operator()(std::FILE* file) const {
    if (file != stdout) {
        std::fclose(file);
    }
}

sim::Result<TrafficTrace> TrafficTrace::open(const std::string& path,
                                             std::shared_ptr<sim::live::TrafficRing> ring) {
    const bool isCapture = path.ends_with(".pcapng");
    if (!isCapture && !path.ends_with(".txt") && path != "-") {
        return std::unexpected(
            sim::Error{.text = "--trace: '" + path +
                               "' ends neither in .txt (one line a frame) nor in .pcapng (for "
                               "Wireshark); '-' is the standard output",
                       .place = {}});
    }
    TrafficTrace trace;
    trace.m_path = path;
    trace.m_file.reset(path == "-" ? stdout : std::fopen(path.c_str(), "wbe"));
    if (!trace.m_file) {
        return std::unexpected(
            sim::Error{.text = "--trace: '" + path + "' cannot be written: " + std::strerror(errno),
                       .place = {}});
    }
    trace.m_ring = std::move(ring);
    trace.m_next = trace.m_ring->range().end;
    std::string beginning = sim::trafficTextHeader();
    if (isCapture) {
        trace.m_capture.emplace();
        beginning = sim::PcapngWriter::header("metertwin " + versionText());
    }
    if (path == "-") {
        return trace; // Its header would come before the line `ready`.
    }
    if (const sim::Result<void> written = trace.write(beginning); !written) {
        return std::unexpected(written.error());
    }
    return trace;
}

sim::Result<void> TrafficTrace::write(const std::string& text) {
    const bool isWritten = std::fwrite(text.data(), 1, text.size(), m_file.get()) == text.size() &&
                           std::fflush(m_file.get()) == 0;
    if (isWritten) {
        return {};
    }
    const int reason = errno;
    m_file.reset();
    return std::unexpected(sim::Error{.text = "--trace: writing to '" + m_path + "' failed, the " +
                                              "trace ends here: " + std::strerror(reason),
                                      .place = {}});
}

sim::Result<void> TrafficTrace::pump() {
    const std::uint64_t end = m_ring->range().end;
    while (m_file && m_next < end) {
        const std::vector<sim::TrafficFrame> frames = m_ring->fetch(m_next, kFramesAtOnce);
        if (frames.empty()) {
            break;
        }
        m_lostCount += frames.front().sequence - m_next;
        std::string text;
        for (const sim::TrafficFrame& frame : frames) {
            if (frame.direction == sim::TrafficDirection::Request) {
                m_request = frame;
            }
            const bool isKnown = m_request && frame.request == m_request->sequence;
            const sim::TrafficMeaning meaning =
                sim::meaningOf(frame, isKnown ? &*m_request : nullptr);
            text += m_capture ? m_capture->blocks(frame, meaning)
                              : sim::trafficTextLine(frame, meaning);
        }
        m_next = frames.back().sequence + 1;
        if (const sim::Result<void> written = write(text); !written) {
            return written;
        }
    }
    return {};
}

} // namespace meter::app
