// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/traffic/traffic_export.hpp"

#include "sim/traffic/pcapng_writer.hpp"
#include "sim/traffic/traffic_text.hpp"

#include <QSaveFile>

#include <optional>
#include <string>
#include <vector>

namespace meter::gui {
namespace {

constexpr std::size_t kFramesAtOnce = 4096;

} // namespace

sim::Result<void> exportTraffic(const sim::live::TrafficRing& ring,
                                const sim::TrafficFilter& filter,
                                const QString& path) {
    QSaveFile file(path);
    const auto failed = [&file, &path] {
        return std::unexpected(sim::Error{
            .text = path.toStdString() + " cannot be written: " + file.errorString().toStdString(),
            .place = {}});
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return failed();
    }
    const bool isCapture = path.endsWith(QLatin1String(".pcapng"), Qt::CaseInsensitive);
    sim::PcapngWriter capture;
    std::string text =
        isCapture ? sim::PcapngWriter::header("metertwin") : sim::trafficTextHeader();
    std::optional<sim::TrafficFrame> request;
    const std::uint64_t end = ring.range().end; // What comes meanwhile is not waited for.
    std::uint64_t next = 0;
    while (next < end) {
        const std::vector<sim::TrafficFrame> frames = ring.fetch(next, kFramesAtOnce);
        if (frames.empty()) {
            break;
        }
        for (const sim::TrafficFrame& frame : frames) {
            if (frame.direction == sim::TrafficDirection::Request) {
                request = frame;
            }
            const bool isKnown = request && frame.request == request->sequence;
            const sim::TrafficMeaning meaning =
                sim::meaningOf(frame, isKnown ? &*request : nullptr);
            if (sim::isWanted(filter, frame, meaning)) {
                text += isCapture ? capture.blocks(frame, meaning)
                                  : sim::trafficTextLine(frame, meaning);
            }
        }
        next = frames.back().sequence + 1;
        if (file.write(text.data(), static_cast<qint64>(text.size())) < 0) {
            return failed();
        }
        text.clear();
    }
    if (file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit()) {
        return failed();
    }
    return {};
}

} // namespace meter::gui
