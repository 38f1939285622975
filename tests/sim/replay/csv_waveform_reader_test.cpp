// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/csv_waveform_reader.hpp"

#include "tests/sim/replay/recorded_signals.hpp"
#include "tests/support/catch.hpp"

using namespace meter::sim;
using meter::test::everything;
using meter::test::Folder;

namespace {

std::string rows(const std::string& separator) {
    std::string text;
    for (int n = 0; n < 20; ++n) {
        text += "0.0" + std::string(n < 10 ? "0" : "") + std::to_string(n) + separator +
                std::to_string(n) + separator + "-" + std::to_string(n) + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("a CSV gives its columns and the rate of its times") {
    const Folder folder("csv");
    for (const std::string separator : {",", ";", "\t"}) {
        const std::string text =
            "# from a scope\ntime_s" + separator + "va" + separator + "ia\n" + rows(separator);
        const auto recording = readCsvWaveform(folder.write("a.csv", text), everything());
        REQUIRE(recording.has_value());
        CHECK(recording->sampleCount == 20);
        REQUIRE(recording->segments.size() == 1);
        CHECK(recording->segments[0].rateHz == 1000.0);
        CHECK(recording->channels[0].kind == ChannelKind::Voltage);
        CHECK(recording->channels[1].samples[19] == -19.0F);
    }
}

TEST_CASE("mistakes in a CSV waveform have a place") {
    const Folder folder("csv-mistakes");
    const auto placeOf = [&](const std::string& text) {
        const auto recording = readCsvWaveform(folder.write("a.csv", text), everything());
        REQUIRE_FALSE(recording.has_value());
        return std::pair(recording.error().place.line, recording.error().place.column);
    };
    CHECK(placeOf("t,va\n0,1\n") == std::pair(1, 1));
    CHECK(placeOf("time_s,va,va\n0,1,1\n") == std::pair(1, 0));
    CHECK(placeOf("time_s,va\n0,1\n0.1,x\n") == std::pair(3, 5));
    CHECK(placeOf("time_s,va\n0,1\n0.1,1,2\n") == std::pair(3, 0));
    CHECK(placeOf("time_s,va\n0,1\n0.1,1\n0.1,1\n") == std::pair(4, 1));
    CHECK(placeOf("") == std::pair(0, 0));
}
