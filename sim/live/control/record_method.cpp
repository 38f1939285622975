// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `record`: a scenario that repeats what was done; for a bundle also what it left behind.
#include "sim/base/whole_file.hpp"
#include "sim/live/control/control_methods.hpp"
#include "sim/live/history/live_run.hpp"
#include "sim/live/line/traffic_ring.hpp"
#include "sim/run/run_evidence.hpp"
#include "sim/traffic/pcapng_writer.hpp"

#include <filesystem>
#include <optional>
#include <system_error>

namespace meter::sim::live {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFramesAtOnce = 4096;

std::string captureOf(const TrafficRing& ring) {
    std::string text = PcapngWriter::header("metertwin");
    PcapngWriter writer;
    std::optional<TrafficFrame> request;
    const TrafficRing::Range range = ring.range();
    for (std::uint64_t next = range.first; next < range.end;) {
        const std::vector<TrafficFrame> frames = ring.fetch(next, kFramesAtOnce);
        if (frames.empty()) {
            break;
        }
        for (const TrafficFrame& frame : frames) {
            if (frame.direction == TrafficDirection::Request) {
                request = frame;
            }
            const bool isKnown = request && frame.request == request->sequence;
            text += writer.blocks(frame, meaningOf(frame, isKnown ? &*request : nullptr));
        }
        next = frames.back().sequence + 1;
    }
    return text;
}

/// The meter's memory at the beginning, as files like those of --state.
Result<void> writeMemoryBefore(const Simulation& meter, const fs::path& folder) {
    const std::vector<std::byte>& found = meter.memory().bytesFound();
    if (found.empty()) {
        return {};
    }
    NvMemory copy;
    const Result<void> attached = copy.attach(folder, meter.scenario().meter.serialNumber, true);
    if (attached && copy.setBytes(found) != Status::Ok) {
        return std::unexpected(Error{copy.messages().back()});
    }
    return attached;
}

Result<void> writeEvidence(ControlCall& call, const fs::path& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure); // What is wrong shows with the first file.
    Result<void> done = writeEndState(folder, call.meter());
    if (done) {
        done = writeMemoryBefore(call.meter(), folder / "memory-before");
    }
    const std::shared_ptr<TrafficRing> traffic = call.twin().traffic();
    if (done && traffic) {
        done = writeWhole(folder / "traffic.pcapng", captureOf(*traffic));
    }
    return done;
}

} // namespace

RpcOutcome recordScenario(ControlCall& call) {
    const std::string file = call.text("file").value_or("");
    const std::string evidence = call.text("evidence").value_or("");
    if (file.empty()) {
        return wrongParameter("`file` is missing: where to write the scenario, a YAML file");
    }
    if (!evidence.empty()) {
        // What was done at this very sample acts with the next one, as it does in a timeline.
        call.twin().liveRun().advance(1);
    }
    const auto index = static_cast<std::size_t>(&call.meter() - call.twin().meters().data());
    Result<void> done = call.twin().liveRun().saveRepeating(index, file);
    if (done && !evidence.empty()) {
        done = writeEvidence(call, evidence);
    }
    if (!done) {
        return refused(done.error().message());
    }
    Json result = timed(call);
    result["file"] = file;
    return result;
}

} // namespace meter::sim::live
