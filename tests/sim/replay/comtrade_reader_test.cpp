// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/comtrade_reader.hpp"

#include "tests/sim/replay/recorded_signals.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>

using namespace meter::sim;
using meter::test::append;
using meter::test::everything;
using meter::test::Folder;

namespace {

/// The layout of IEEE C37.111 written out by hand: two analog channels, one digital; ten
/// samples whose numbers are 100·n and −n.
struct Parts {
    std::string year = ",1999";
    std::string counts = "3,2A,1D";
    std::string first = "1,VA,A,,kV,0.5,1,0,-32767,32767,200,1,P";
    std::string second = "2,IA,A,,A,2,0,0,-32767,32767,400,5,S";
    std::string nominal = "60";
    std::string rates = "1\n1000,10";
    std::string dates = "01/02/2024,10:00:00.000000\n01/02/2024,10:00:00.005000";
    std::string form = "ASCII";
    std::string tail = "1\n";

    [[nodiscard]] std::string cfg() const {
        return "Station,7" + year + "\n" + counts + "\n" + first + "\n" + second +
               "\n1,Trip,,,0\n" + nominal + "\n" + rates + "\n" + dates + "\n" + form + "\n" + tail;
    }
};

std::string asciiData(int count = 10) {
    std::string text;
    for (int n = 1; n <= count; ++n) {
        text += std::to_string(n) + "," + std::to_string(1000 * (n - 1)) + "," +
                std::to_string(100 * n) + "," + std::to_string(-n) + ",1\r\n";
    }
    return text;
}

template <typename Value>
std::string binaryData(int count = 10) {
    std::string bytes;
    for (int n = 1; n <= count; ++n) {
        append(bytes, static_cast<std::uint32_t>(n));
        append(bytes, static_cast<std::uint32_t>(1000 * (n - 1)));
        append(bytes, static_cast<Value>(100 * n));
        append(bytes, static_cast<Value>(-n));
        append(bytes, std::uint16_t{1});
    }
    return bytes;
}

Result<Recording> readBack(const Folder& folder, const Parts& parts, const std::string& data) {
    static_cast<void>(folder.write("a.dat", data));
    return readComtrade(folder.write("a.cfg", parts.cfg()), everything());
}

/// VA: (0.5·100·n + 1) kV, primary. IA: 2·(−n) A secondary, times 400 ÷ 5.
void requireValues(const Result<Recording>& recording, std::size_t count = 10) {
    if (!recording) {
        FAIL(recording.error().message());
    }
    REQUIRE(recording->sampleCount == count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto n = static_cast<float>(i + 1);
        CHECK(recording->channels[0].samples[i] == (50.0F * n + 1.0F) * 1000.0F);
        CHECK(recording->channels[1].samples[i] == -160.0F * n);
    }
    REQUIRE(recording->segments.size() == 1);
    CHECK(recording->segments[0].rateHz == 1000.0);
}

} // namespace

TEST_CASE("the four forms of COMTRADE data give the same values") {
    const Folder folder("forms");
    Parts parts;
    requireValues(readBack(folder, parts, asciiData()));
    parts.form = "BINARY";
    requireValues(readBack(folder, parts, binaryData<std::int16_t>()));
    parts.year = ",2013";
    parts.form = "binary32";
    requireValues(readBack(folder, parts, binaryData<std::int32_t>()));
    parts.form = "float32";
    const auto recording = readBack(folder, parts, binaryData<float>());
    requireValues(recording);
    CHECK(recording->warnings.empty());
    CHECK(recording->nominalFrequencyHz == 60.0);
    CHECK(recording->digitalCount == 1);
    CHECK(recording->channels[0].unit == "V");
}

TEST_CASE("dialects of real configurations are understood") {
    const Folder folder("dialects");
    Parts parts;
    SECTION("1991 without factors") {
        parts.year = "";
        parts.first = "1,VA,A,,kV,0.5,1,0,-32767,32767";
        parts.second = "2,IA,A,,ampere,-160,0,0,-32767,32767";
        std::string data = asciiData();
        const auto recording = readBack(folder, parts, data);
        REQUIRE(recording.has_value());
        CHECK(recording->channels[1].samples[0] == 160.0F); // −160 · −1, a negative multiplier.
        CHECK(recording->channels[0].samples[9] == 501'000.0F);
        return;
    }
    SECTION("counts with blanks and letters") {
        parts.counts = "3A, 2A , 1D";
    }
    SECTION("an impossible date") {
        parts.dates = "09/44/2025,25:61:00.0\n1/1/07,0:0:0";
    }
    SECTION("a lower-case p and s") {
        parts.first = "1,VA,A,,kV,0.5,1,0,-32767,32767,200,1,p";
        parts.second = "2,IA,A,,A,2,0,,,,400,5,s";
    }
    SECTION("no rate but times") {
        parts.rates = "0\n0,10";
    }
    SECTION("a nominal frequency of zero") {
        parts.nominal = "0";
    }
    SECTION("nothing behind the form") {
        parts.tail = "";
    }
    SECTION("a DOS end of file") {
        parts.tail = "1\n\x1A";
        requireValues(readBack(folder, parts, asciiData() + "\x1A\x1A"));
    }
    requireValues(readBack(folder, parts, asciiData()));
}

TEST_CASE("the times may be empty where there is a rate") {
    const Folder folder("times");
    std::string data;
    for (int n = 1; n <= 10; ++n) {
        data +=
            std::to_string(n) + ",," + std::to_string(100 * n) + "," + std::to_string(-n) + ",0\n";
    }
    requireValues(readBack(folder, {}, data));
}

TEST_CASE("samples more or less than told are read and told") {
    const Folder folder("counts");
    Parts parts;
    parts.form = "BINARY";
    const std::string data = binaryData<std::int16_t>();
    const auto fewer = readBack(folder, parts, binaryData<std::int16_t>(9));
    requireValues(fewer, 9);
    CHECK(fewer->warnings.size() == 1);
    const auto more = readBack(folder, parts, binaryData<std::int16_t>(12));
    requireValues(more, 12); // They go on counting.
    CHECK(more->warnings.size() == 1);
    const auto padded = readBack(folder, parts, data + std::string(70, '\0'));
    requireValues(padded, 10);
    CHECK(padded->warnings.size() == 1);
    const auto cut = readBack(folder, parts, data.substr(0, data.size() - 3));
    requireValues(cut, 9);
    CHECK(cut->warnings.size() == 2); // The cut record, and the number of samples.
}

TEST_CASE("several rates follow one another in time") {
    const Folder folder("rates");
    Parts parts;
    parts.rates = "2\n1000,4\n500,10";
    const auto recording = readBack(folder, parts, asciiData());
    REQUIRE(recording.has_value());
    REQUIRE(recording->segments.size() == 2);
    CHECK(recording->segments[1].begin == 4);
    CHECK(recording->segments[1].beginS == Approx(0.004));
    CHECK(recording->durationS() == Approx(0.004 + 6 / 500.0));
}

TEST_CASE("a combined file holds configuration and data") {
    const Folder folder("combined");
    Parts parts;
    for (const std::string colon : {":", ""}) {
        const std::string text = "--- file type" + colon + " CFG ---\n" + parts.cfg() +
                                 "--- file type" + colon + " INF ---\n" + "--- file type" + colon +
                                 " HDR ---\nA fault.\n--- file type" + colon + " DAT ASCII ---\n" +
                                 asciiData();
        requireValues(readComtrade(folder.write("a.cff", text), everything()));
    }
    parts.form = "BINARY";
    const std::string data = binaryData<std::int16_t>();
    const std::string text = "--- file type: CFG ---\r\n" + parts.cfg() +
                             "--- file type: DAT BINARY: " + std::to_string(data.size()) +
                             " ---\r\n" + data + "behind";
    requireValues(readComtrade(folder.write("b.cff", text), everything()));
}

TEST_CASE("what cannot be read is refused with its place") {
    const Folder folder("refused");
    const auto refusal = [&](const Parts& parts, const std::string& data) {
        const auto recording = readBack(folder, parts, data);
        REQUIRE_FALSE(recording.has_value());
        return recording.error();
    };
    Parts parts;
    CHECK(refusal(parts, "1,0,5\n2,0,5\n").place.line == 1);
    CHECK(refusal(parts, asciiData(3) + "4,0,x,1,0\n").place.line == 4);
    CHECK(refusal(parts, asciiData(3)).text.find("only 3 samples") != std::string::npos);
    parts.counts = "1,0A,1D";
    CHECK(refusal(parts, "").text.find("digital channels only") != std::string::npos);
    parts = {};
    parts.second = "2,IA,A,,A,two,0,0";
    CHECK(refusal(parts, "").place.line == 4);
    parts = {};
    parts.form = "BINARY64";
    CHECK(refusal(parts, "").place.line == 11);
    parts = {};
    parts.counts = "30,29A,1D";
    CHECK(refusal(parts, "").place.line == 5);
}

TEST_CASE("whatever bytes a recording holds it is read or refused") {
    const Folder folder("mutated");
    std::uint64_t state = 0x9E3779B97F4A7C15U;
    const auto below = [&state](std::size_t limit) {
        state ^= state << 13U;
        state ^= state >> 7U;
        state ^= state << 17U;
        return static_cast<std::size_t>(state % limit);
    };
    const auto mutate = [&below](std::string text) {
        for (std::size_t i = 1 + below(3); i > 0 && !text.empty(); --i) {
            const std::size_t at = below(text.size());
            switch (below(4)) {
            case 0:
                text[at] = static_cast<char>(below(256));
                break;
            case 1:
                text.erase(at, below(20));
                break;
            case 2:
                text.insert(at, text.substr(below(text.size()), below(20)));
                break;
            default:
                text.insert(at, "9999999999");
                break;
            }
        }
        return text;
    };
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        Parts parts;
        parts.form = i % 2 == 0 ? "ASCII" : "BINARY";
        static_cast<void>(
            folder.write("a.dat", mutate(i % 2 == 0 ? asciiData() : binaryData<std::int16_t>())));
        const auto recording =
            readComtrade(folder.write("a.cfg", mutate(parts.cfg())), everything());
        if (!recording) {
            ++refused;
            CHECK_FALSE(recording.error().text.empty());
            CHECK_FALSE(recording.error().place.file.empty());
            continue;
        }
        for (const RecordedChannel& channel : recording->channels) {
            CHECK(channel.samples.size() == recording->sampleCount);
        }
        CHECK(recording->segments.back().end <= recording->sampleCount);
    }
    CHECK(refused > 50);
    CHECK(refused < 350);
}
