// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings as people have them: several rates, holes, sizes that do not fit, uneven times. The
// expected values are those of the closed form that each file was written from.
#include "sim/replay/comtrade_reader.hpp"
#include "sim/replay/csv_waveform_reader.hpp"
#include "sim/replay/replay_signal.hpp"
#include "sim/replay/steady_part.hpp"
#include "tests/sim/replay/recorded_signals.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <utility>

using namespace meter::sim;
using meter::test::append;
using meter::test::everything;
using meter::test::Folder;
using meter::test::sineAt;

namespace {

/// One voltage of 0.01 V a count, 50 Hz.
struct OneVoltage {
    std::string year = "1999";
    std::string channel = "1,VA,A,,V,0.01,0,0,-99999,99998,1,1,P";
    std::string rates = "1\n2400,2400";
    std::string form = "ASCII";

    [[nodiscard]] std::string cfg() const {
        return "S,D," + year + "\n1,1A,0D\n" + channel + "\n50\n" + rates +
               "\n01/01/2020,00:00:00.0\n01/01/2020,00:00:00.0\n" + form + "\n1\n";
    }

    [[nodiscard]] Result<Recording> read(const Folder& folder, const std::string& data) const {
        static_cast<void>(folder.write("a.dat", data));
        return readComtrade(folder.write("a.cfg", cfg()), everything());
    }
};

long countsAt(double timeS) {
    return std::lround(100.0 * sineAt(timeS, 50.0, 230.0, 0.0));
}

std::string asciiRow(int number, double timeS, const std::string& value) {
    return std::to_string(number) + "," + std::to_string(std::lround(1e6 * timeS)) + "," + value +
           "\n";
}

double rmsOf(std::span<const float> samples) {
    double squares = 0.0;
    for (const float sample : samples) {
        squares += static_cast<double>(sample) * static_cast<double>(sample);
    }
    return std::sqrt(squares / static_cast<double>(samples.size()));
}

double rmsOf(const ReplaySignal& signal) {
    double squares = 0.0;
    for (meter::SampleTime n = 0; n < signal.length(); ++n) {
        squares += signal.at(n)[0] * signal.at(n)[0];
    }
    return std::sqrt(squares / static_cast<double>(signal.length()));
}

std::string told(const Errors& warnings) {
    return std::accumulate(
        warnings.begin(), warnings.end(), std::string(),
        [](std::string text, const Error& one) { return std::move(text) + one.text + "\n"; });
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// 4800 S/s for 0.4 s, 50 S/s of crest values, 4800 S/s again.
std::string threeStretches() {
    std::string text;
    int number = 0;
    for (int n = 0; n < 1920; ++n) {
        text += asciiRow(++number, n / 4800.0, std::to_string(countsAt(n / 4800.0)));
    }
    for (int n = 0; n < 36; ++n) {
        text += asciiRow(++number, 0.4 + n / 50.0, "32527");
    }
    for (int n = 0; n < 1920; ++n) {
        text += asciiRow(++number, 1.12 + n / 4800.0, std::to_string(countsAt(1.12 + n / 4800.0)));
    }
    return text;
}

} // namespace

TEST_CASE("a slow stretch takes nothing from the fast one beside it") {
    const Folder folder("stretches");
    OneVoltage file;
    file.rates = "3\n4800,1920\n50,1956\n4800,3876";
    const auto recording = file.read(folder, threeStretches());
    REQUIRE(recording.has_value());
    REQUIRE(recording->segments.size() == 3);
    CHECK(recording->segments[2].beginS == Approx(1.12));
    const auto signal =
        ReplaySignal::load({.file = folder.at("a.cfg"), .isLooped = true, .lengthS = 0.4});
    REQUIRE(signal.has_value());
    // 20 whole cycles of a sine of 230 V.
    CHECK(rmsOf(**signal) == Approx(230.0).epsilon(1e-4));
    CHECK((*signal)->warnings().empty());
    const auto last =
        ReplaySignal::load({.file = folder.at("a.cfg"), .startS = 1.12, .lengthS = 0.4});
    REQUIRE(last.has_value());
    CHECK(rmsOf(**last) == Approx(230.0).epsilon(1e-3));
    const auto whole = ReplaySignal::load({.file = folder.at("a.cfg")});
    REQUIRE(whole.has_value());
    CHECK(contains(told((*whole)->warnings()), "50 samples/s, which hold no wave"));
    const std::vector<std::size_t> channels = {0};
    const auto part = steadiestPart(*recording, channels);
    REQUIRE(part.has_value());
    CHECK(part->startS == Approx(0.0));
    CHECK(part->lengthS == Approx(0.4));
}

TEST_CASE("a short hole is bridged and a long one ends the stretch") {
    const Folder folder("holes");
    const OneVoltage file;
    const auto data = [](int from, int to, const std::string& mark) {
        std::string text;
        for (int n = 0; n < 2400; ++n) {
            text += asciiRow(n + 1, n / 2400.0,
                             n >= from && n < to ? mark : std::to_string(countsAt(n / 2400.0)));
        }
        return text;
    };
    for (const std::string mark : {"99999", ""}) {
        // 12 samples are a quarter of a cycle.
        const auto bridged = file.read(folder, data(1200, 1212, mark));
        REQUIRE(bridged.has_value());
        CHECK(rmsOf(bridged->channels[0].samples) == Approx(230.0).epsilon(1e-5));
        CHECK(bridged->channels[0].holes.empty());
        CHECK(contains(told(bridged->warnings), "12 values are missing, from 0.5 s on; bridged"));
        // Half a second, 25 cycles.
        const auto ended = file.read(folder, data(1200, 2400, mark));
        REQUIRE(ended.has_value());
        CHECK(ended->channels[0].holes == std::vector<SampleRange>{{1200, 2400}});
        CHECK(contains(told(ended->warnings), "the channel is dead there"));
        const auto signal = ReplaySignal::load({.file = folder.at("a.cfg"), .lengthS = 0.5});
        REQUIRE(signal.has_value());
        CHECK(rmsOf(**signal) == Approx(230.0).epsilon(1e-3));
        const auto dead = ReplaySignal::load({.file = folder.at("a.cfg"), .startS = 0.6});
        REQUIRE(dead.has_value());
        CHECK(rmsOf(**dead) == 0.0);
    }
}

TEST_CASE("the marks of missing values are those of the standard and of the limits") {
    const Folder folder("marks");
    const auto missing = [&](const OneVoltage& file, const std::string& mark) {
        std::string text;
        for (int n = 0; n < 2400; ++n) {
            text += asciiRow(n + 1, n / 2400.0, n == 600 ? mark : "0");
        }
        const auto recording = file.read(folder, text);
        REQUIRE(recording.has_value());
        return contains(told(recording->warnings), "missing");
    };
    OneVoltage file;
    CHECK(missing(file, "99999")); // IEEE C37.111-1999, 8.4: values end at 99998.
    CHECK(missing(file, "NaN"));
    CHECK_FALSE(missing(file, "99998"));
    file.channel = "1,VA,A,,V,0.01,0,0,-2147483647,2147483647,1,1,P";
    CHECK_FALSE(missing(file, "99999")); // Its own limits reach further.
    file.year = "1991";
    CHECK_FALSE(missing(file, "99999"));
    file.channel = "1,VA,A,,V,0.01,0,0,-2048,2047";
    CHECK(missing(file, "99999")); // Beyond what the channel can have.
}

TEST_CASE("every binary form has a value that is none") {
    const Folder folder("binary-holes");
    const auto check = [&](const std::string& form, auto mark) {
        using Value = decltype(mark);
        std::string bytes;
        for (int n = 0; n < 2400; ++n) {
            append(bytes, static_cast<std::uint32_t>(n + 1));
            append(bytes, std::uint32_t{0});
            append(bytes, n >= 1200 && n < 1212 ? mark : static_cast<Value>(countsAt(n / 2400.0)));
        }
        OneVoltage file;
        file.form = form;
        const auto recording = file.read(folder, bytes);
        INFO(form);
        REQUIRE(recording.has_value());
        CHECK(rmsOf(recording->channels[0].samples) == Approx(230.0).epsilon(1e-5));
        CHECK(contains(told(recording->warnings), "12 values are missing"));
    };
    check("BINARY", std::int16_t{-32768});
    check("BINARY32", std::int32_t{-2147483647 - 1});
    check("FLOAT32", std::nanf(""));
}

TEST_CASE("a size of the records that does not fit is noticed") {
    const Folder folder("sizes");
    const auto data = [](int words) {
        std::string bytes;
        for (int n = 0; n < 3200; ++n) {
            append(bytes, static_cast<std::uint32_t>(n + 1));
            append(bytes, static_cast<std::uint32_t>(n * 312.5));
            append(bytes,
                   static_cast<std::int16_t>(std::lround(3000.0 * std::sin(0.0981747704 * n))));
            for (int word = 0; word < words; ++word) {
                append(bytes, std::uint16_t{0});
            }
        }
        return bytes;
    };
    OneVoltage file;
    file.channel = "1,IA,A,,A,0.001,0,0,-5000,5000,1,1,P";
    file.rates = "1\n3200,3200";
    file.form = "BINARY";
    const auto wider = file.read(folder, data(1));
    REQUIRE(wider.has_value());
    CHECK(contains(told(wider->warnings), "a record has 12 bytes, not the 10 bytes"));
    CHECK(rmsOf(wider->channels[0].samples) == Approx(3.0 / std::numbers::sqrt2).epsilon(1e-3));
    file.form = "BINARY32"; // The same records: their sizes do not fit four bytes a value.
    const auto narrower = file.read(folder, data(0));
    REQUIRE_FALSE(narrower.has_value());
    CHECK(contains(narrower.error().text, "a record has 10 bytes, not the 12 bytes"));
    file.form = "ASCII";
    CHECK(contains(file.read(folder, data(0)).error().text, "the data are binary"));
    file.form = "BINARY";
    CHECK(contains(file.read(folder, "1,0,5\n2,312,9\n3,625,14\n4,937,19\n").error().text,
                   "the data are text"));
}

TEST_CASE("sample numbers that do not count are told") {
    const Folder folder("numbers");
    const OneVoltage file;
    std::string text;
    for (int n = 0; n < 2400; ++n) {
        text += asciiRow(n < 100 ? n + 1 : n + 6, n / 2400.0, "1");
    }
    const auto recording = file.read(folder, text);
    REQUIRE(recording.has_value());
    CHECK(contains(told(recording->warnings), "106 follows 100 in line 101"));
}

TEST_CASE("uneven times are believed where they can be") {
    const Folder folder("uneven");
    const auto csv = [&](auto timeOf, int count, double noiseS = 0.0) {
        std::string text = "time_s,va\n";
        for (int n = 0; n < count; ++n) {
            std::array<char, 64> row{};
            const double timeS = timeOf(n);
            std::snprintf(row.data(), row.size(), "%.9g,%.6f\n", timeS,
                          sineAt(timeS + noiseS, 50.0, 230.0, 0.0));
            text += row.data();
        }
        return readCsvWaveform(folder.write("a.csv", text), everything());
    };
    // Jitter of 10 us, as in the findings: the samples lie on the wave at their times.
    const auto jitter = csv([](int n) { return n / 5000.0 + ((n * 7919) % 11 - 5) * 2e-6; }, 5000);
    REQUIRE(jitter.has_value());
    CHECK(jitter->segments[0].rateHz == 5000.0);
    CHECK(contains(told(jitter->warnings), "uneven"));
    double worst = 0.0;
    for (std::size_t n = 10; n < 4900; ++n) {
        const double timeS = static_cast<double>(n) / 5000.0 - 10e-6; // The first time is -10 us.
        worst = std::max(worst, std::fabs(static_cast<double>(jitter->channels[0].samples[n]) -
                                          sineAt(timeS, 50.0, 230.0, 0.0)));
    }
    CHECK(worst < 0.003); // Of 325 V: 1e-5.
    // 32-bit floating-point times: evenly sampled, badly written.
    const auto floats =
        csv([](int n) { return static_cast<double>(static_cast<float>(40.0 + n / 5000.0)); }, 5000);
    REQUIRE(floats.has_value());
    CHECK(floats->segments[0].rateHz == Approx(5000.0).epsilon(1e-6));
    CHECK(contains(told(floats->warnings), "32-bit"));
    // Times that stand still: nothing to interpolate by.
    const auto coarse = csv([](int n) { return std::floor(n / 5.0) * 1.00001e-3; }, 5000);
    REQUIRE(coarse.has_value());
    CHECK(contains(told(coarse->warnings), "times repeat"));
    const auto backwards = csv([](int n) { return n < 2500 ? n * 1e-3 : (n - 2000) * 1e-3; }, 5000);
    REQUIRE_FALSE(backwards.has_value());
}

TEST_CASE("the figures of a fault that ends are those of its steady part") {
    const Folder folder("fault");
    std::string text = "time_s,ia\n";
    for (int n = 0; n < 480; ++n) {
        const double t = n / 960.0;
        const double wave = std::sin(2.0 * std::numbers::pi * 60.0 * t);
        const double value = t < 0.07   ? 10.0 * wave
                             : t < 0.12 ? 100.0 * wave + 100.0 * std::exp(-(t - 0.07) / 0.06)
                                        : 0.0;
        text += std::to_string(t) + "," + std::to_string(value) + "\n";
    }
    const auto recording = readCsvWaveform(folder.write("f.csv", text), everything());
    REQUIRE(recording.has_value());
    const std::vector<std::size_t> channels = {0};
    const auto part = steadiestPart(*recording, channels);
    REQUIRE(part.has_value());
    CHECK(part->startS == 0.0);
    CHECK(part->endS() <= 0.07);
    const double hz = frequencyIn(*recording, *part);
    CHECK(hz == Approx(60.0).margin(0.05));
    CHECK(figuresOf(waveformIn(*recording, 0, *part), hz).rms ==
          Approx(10.0 / std::numbers::sqrt2).epsilon(1e-3));
}
