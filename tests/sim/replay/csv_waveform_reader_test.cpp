// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/csv_waveform_reader.hpp"

#include "sim/replay/replay_signal.hpp"
#include "tests/sim/replay/recorded_signals.hpp"
#include "tests/support/catch.hpp"

#include <utility>

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
    CHECK(placeOf("note,va\nx,1\ny,2\n") == std::pair(1, 1)); // No time, no rate.
    CHECK(placeOf("time_s,va,va\n0,1,1\n") == std::pair(1, 0));
    CHECK(placeOf("time_s,va\n0,1\n0.1,x\n") == std::pair(3, 5));
    CHECK(placeOf("time_s,va\n0,1\n0.1,1,2\n") == std::pair(3, 0));
    CHECK(placeOf("time_s,va\n0,1\n1,1\n2,1\n3,1\n4,1\n1,1\n5,1\n6,1\n7,1\n") == std::pair(7, 1));
    CHECK(placeOf("") == std::pair(0, 0));
}

TEST_CASE("a unit in a table is applied, and one that is not understood is refused") {
    const Folder folder("csv-units");
    const auto valueOf = [&](const std::string& head) {
        std::string text = head + "\n";
        for (int n = 0; n < 10; ++n) {
            text += std::to_string(n) + ",0.5\n";
        }
        const auto recording = readCsvWaveform(folder.write("a.csv", text), everything());
        REQUIRE(recording.has_value());
        return std::pair(recording->channels[0].samples[0], recording->segments[0].rateHz);
    };
    // 0.5 kV are 500 V; ten samples a millisecond apart are 1000 a second.
    CHECK(valueOf("time_s,va") == std::pair(0.5F, 1.0));
    CHECK(valueOf("time_ms,va_kV") == std::pair(500.0F, 1000.0));
    CHECK(valueOf("Time (ms),va [kV]") == std::pair(500.0F, 1000.0));
    CHECK(valueOf("t [us],ia (mA)") == std::pair(0.0005F, 1e6));
    CHECK(valueOf("Time,va\n(ms),(mV)") == std::pair(0.0005F, 1000.0));
    CHECK(valueOf("TIME,CH1\nsecond,Volt") == std::pair(0.5F, 1.0));
    const std::string odd = folder.write("b.csv", "t,va [furlong]\n0,1\n1,2\n2,3\n");
    const auto refused =
        ReplaySignal::load({.file = odd, .channels = {"va [furlong]", {}, {}, {}, {}, {}}});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().text.find("`furlong`, which is not a unit") != std::string::npos);
    const std::string strange = folder.write("c.csv", "time [furlong],va\n0,1\n1,2\n2,3\n");
    CHECK_FALSE(readCsvWaveform(strange, everything()).has_value());
}

TEST_CASE("a table without times has the rate that is said") {
    const Folder folder("csv-rate");
    std::string text = "va;ia\n";
    for (int n = 0; n < 20; ++n) {
        text += std::to_string(n) + ",5;" + (n == 3 ? "" : "1") + "\n";
    }
    const std::string file = folder.write("a.csv", text);
    const auto refused = readCsvWaveform(file, everything());
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().text.find("`rate: 10 kHz`") != std::string::npos);
    const auto recording = readCsvWaveform(file, everything(), {.rateHz = 10e3});
    REQUIRE(recording.has_value());
    CHECK(recording->segments[0].rateHz == 10e3);
    CHECK(recording->channels[0].samples[19] == 19.5F);
    CHECK(recording->warnings.size() == 1); // The empty cell: bridged.
}

TEST_CASE("a numbered table has the rate that its head tells") {
    const Folder folder("csv-rigol");
    std::string text = "X,CH1,CH2,Start,Increment,\nSequence,Volt,Volt,-6.0e-03,1.0e-04\n";
    for (int n = 0; n < 30; ++n) {
        text += std::to_string(n) + ",1,2,,\n";
    }
    const auto recording = readCsvWaveform(folder.write("a.csv", text), everything());
    REQUIRE(recording.has_value());
    CHECK(recording->segments[0].rateHz == Approx(1e4));
    REQUIRE(recording->channels.size() == 2);
    CHECK(recording->channels[1].kind == ChannelKind::Voltage);
}

TEST_CASE("each channel may have a file, a gain and an offset of its own") {
    const Folder folder("csv-files");
    const auto scope = [&](const std::string& name, double scale) {
        std::string text = "TIME,CH1\nsecond,Volt\n";
        for (int n = 0; n < 2520; ++n) {
            text += std::to_string(n / 2520.0) + "," + std::to_string(n % 2 == 0 ? scale : -scale) +
                    "\n";
        }
        return folder.write(name, text);
    };
    ReplayOptions options;
    options.tunings[0] = {.file = scope("ch1.csv", 1.0), .gain = 100.0, .offset = 2.0};
    options.tunings[3] = {.file = scope("ch2.csv", 0.5)};
    options.rateHz = 2520.0;
    const auto refused = ReplaySignal::load(options);
    REQUIRE_FALSE(refused.has_value()); // CH1 is in V, and ia is a current.
    CHECK(refused.error().text.find("is in V, but ia is a current") != std::string::npos);
    options.tunings[3].gain = 10.0; // A clamp of 10 A a volt.
    options.tunings[3].offset = -5.0;
    const auto signal = ReplaySignal::load(options);
    if (!signal) {
        FAIL(signal.error().message());
    }
    // The mean of either: the offset. The rest lies above half the rate and is filtered.
    double volts = 0.0;
    double amperes = 0.0;
    for (meter::SampleTime n = 500; n < 2000; ++n) {
        volts += (*signal)->at(n)[0];
        amperes += (*signal)->at(n)[3];
    }
    CHECK(volts / 1500.0 == Approx(2.0).epsilon(1e-3));
    CHECK(amperes / 1500.0 == Approx(-5.0).epsilon(1e-3));
    CHECK(filesOf(options).size() == 2);
}
