// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/profile_csv.hpp"

#include "core/base/sample_time.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/grid/load_profile.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <string>
#include <string_view>

using namespace meter::sim;
using meter::kSamplesPerSecond;
using meter::SampleTime;

namespace {

struct Mistake {
    std::string_view csv;
    int line;
    int column;
    std::string_view words;
};

} // namespace

TEST_CASE("a profile of one current applies to every phase that there is") {
    Errors errors;
    const LoadProfile profile = readLoadProfile("time_s,current\n0,10\n\n60, 20.5 \r\n", "p.csv",
                                                Service::SplitPhase, errors);
    CHECK(errors.empty());
    REQUIRE(profile.size() == 2);
    CHECK(profile[1].timeS == 60.0);
    CHECK(profile[1].currentA == PerPhase<double>{20.5, 20.5, 0.0});
    CHECK_FALSE(profile[0].laggingDeg.has_value());
}

TEST_CASE("a profile has currents and power factors of each phase") {
    Errors errors;
    const LoadProfile profile =
        readLoadProfile("time_s,current_a,current_b,current_c,pf_a,pf_b,pf_c\n"
                        "0,1,2,3,0.5,-0.5,1 \n10,1,2,3,0.5 leading,0.5 lagging,0\n",
                        "p.csv", Service::Wye, errors);
    CHECK(errors.empty());
    REQUIRE(profile.size() == 2);
    CHECK(profile[0].currentA == PerPhase<double>{1.0, 2.0, 3.0});
    CHECK(profile[0].laggingDeg.value()[0] == Approx(60.0)); // acos 0.5
    CHECK(profile[0].laggingDeg.value()[1] == Approx(-60.0));
    CHECK(profile[0].laggingDeg.value()[2] == 0.0);
    CHECK(profile[1].laggingDeg.value()[0] == Approx(-60.0));
    CHECK(profile[1].laggingDeg.value()[2] == Approx(90.0));
}

TEST_CASE("mistakes of a profile are told with line and column") {
    // Places were counted by hand.
    constexpr std::array kMistakes = {
        Mistake{"", 1, 1, "the file is empty"},
        Mistake{"time_s,current\n", 1, 1, "at least one row"},
        Mistake{"time_s,curent\n0,1\n", 1, 1, "no column is clearly a current"},
        Mistake{"tme,current\n1,0\n", 1, 1, "no column is a time"},
        Mistake{"time_s,current_a\n0,1\n", 1, 1, "for each phase"},
        Mistake{"time_s,current,pf_a\n0,1,1\n", 1, 1, "takes `pf`"},
        Mistake{"time_s,current\n0,1\n0,2\n", 3, 1, "times must rise"},
        Mistake{"time_s,current\n0,1\n5, x\n", 3, 4, "is not a number"},
        Mistake{"time_s,current\n0,-1\n", 2, 3, "is not a number from 0"},
        Mistake{"time_s,current\n0,1,2\n", 2, 1, "has 3 values"},
        Mistake{"time_s,current,pf\n0,1,2\n", 2, 5, "a power factor is a number in 0…1"},
    };
    for (const Mistake& mistake : kMistakes) {
        INFO(mistake.csv);
        Errors errors;
        static_cast<void>(readLoadProfile(std::string(mistake.csv), "p.csv", Service::Wye, errors));
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].place.file == "p.csv");
        CHECK(errors[0].place.line == mistake.line);
        CHECK(errors[0].place.column == mistake.column);
        CHECK(errors[0].text.find(mistake.words) != std::string::npos);
    }
}

TEST_CASE("a column of a phase that the service does not have is refused") {
    Errors errors;
    static_cast<void>(readLoadProfile("time_s,current_a,current_b\n0,1,2\n", "p.csv",
                                      Service::SinglePhase, errors));
    REQUIRE_FALSE(errors.empty());
    CHECK(errors[0].place.line == 1);
    CHECK(errors[0].text.find("has no phase for `current_b`") != std::string::npos);
}

TEST_CASE("a file of another kind ends with few errors") {
    Errors errors;
    std::string text = "time_s,current\n";
    for (int i = 0; i < 100000; ++i) {
        text += "rubbish\n";
    }
    static_cast<void>(readLoadProfile(text, "p.csv", Service::Wye, errors));
    CHECK(errors.size() > 0);
    CHECK(errors.size() < 100);
}

namespace {

/// A wye of 230 V.
struct Office {
    World world;
    SourceProfile source;
    Errors errors;
    Errors warnings;

    Office() { world.source.voltageV.fill(230.0); }

    LoadProfile read(const std::string& text, const ProfileRequest& request = {.file = "p.csv"}) {
        errors.clear();
        warnings.clear();
        return readLoadProfile(
            text, request,
            {.world = world, .source = source, .errors = errors, .warnings = warnings});
    }

    [[nodiscard]] std::string told() const {
        std::string text;
        for (const Errors* const list : {&errors, &warnings}) {
            for (const Error& one : *list) {
                text += one.text + "\n";
            }
        }
        return text;
    }
};

ProfileRequest requestOf(ProfileQuantity quantity, const std::string& column) {
    ProfileRequest request = {.file = "p.csv"};
    request.of(quantity).all = column;
    return request;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a profile is read in the dialects of loggers and spreadsheets") {
    Office office;
    for (const std::string text :
         {"time_s;current\n0;10\n60;20,5\n", "\"time_s\",\"current\"\n0,10\n60,20.5\n",
          "time_s\tcurrent\n0\t10\n60\t20,5\n", "# logger 7\ntime_s,current\n0,10\n60,20.5\n",
          "Time_s,Current\n0,10\n60,20.5\n", "time_s,note,current\n0,ok,10\n60,ok,20.5\n",
          "\xEF\xBB\xBFtime_s,current\r\n0,10\r\n60,20.5\r\n", "Time (min),current\n0,10\n1,20.5\n",
          "time_s,Current (mA)\n0,10000\n60,20500\n"}) {
        INFO(text);
        const LoadProfile profile = office.read(text);
        INFO(office.told());
        REQUIRE(office.errors.empty());
        REQUIRE(profile.size() == 2);
        CHECK(profile[1].timeS == 60.0);
        CHECK(profile[1].currentA == PerPhase<double>{20.5, 20.5, 20.5});
    }
}

TEST_CASE("power becomes current by voltage and power factor, with its sign") {
    Office office;
    ProfileRequest request = requestOf(ProfileQuantity::Power, "Load (kW)");
    request.of(ProfileQuantity::PowerFactor).all = "0.8 lagging";
    request.between = ProfileBetween::Linear;
    const LoadProfile profile = office.read(
        "Timestamp,Load (kW)\n2024-12-31T23:00Z,5.52\n2025-01-01T00:00Z,-2.76\n", request);
    INFO(office.told());
    REQUIRE(office.errors.empty());
    REQUIRE(profile.size() == 2);
    CHECK(profile[1].timeS == 3600.0);
    // 5520 W / 3 phases / 230 V / 0.8 = 10 A; half of it fed in.
    CHECK(profile[0].currentA[2] == Approx(10.0));
    CHECK(profile[1].currentA[2] == Approx(-5.0));
    CHECK(profile[0].laggingDeg.value()[0] == Approx(36.8698976)); // acos 0.8
    Load load;
    applyProfile(profile, 3600 * SampleTime{kSamplesPerSecond}, load);
    CHECK(load.currentA[0] == Approx(5.0));
    CHECK(load.laggingDeg[0] == Approx(36.8698976 - 180.0)); // The same current, turned round.
    // A third of the way down it passes zero: linear, with its sign.
    applyProfile(profile, 2400 * SampleTime{kSamplesPerSecond}, load);
    CHECK(load.currentA[0] == Approx(0.0).margin(1e-9));
    request.between.reset();
    CHECK(office.read("time_s,Load (kW)\n0,5.52\n60,0\n", request)[0].isStep); // The mean of it.
    CHECK_FALSE(office.read("time_s,current\n0,5\n60,0\n")[0].isStep);
    static_cast<void>(office.read("time_s,Load\n0,5\n", requestOf(ProfileQuantity::Power, "Load")));
    CHECK(contains(office.told(), "column `Load` has no unit"));
    static_cast<void>(
        office.read("time_s,Load (hp)\n0,5\n", requestOf(ProfileQuantity::Power, "Load (hp)")));
    CHECK(contains(office.told(), "is in `hp`, which is not a unit of power"));
}

TEST_CASE("power of each phase and of a delta") {
    Office office;
    ProfileRequest request = {.file = "p.csv"};
    request.of(ProfileQuantity::Power).each = {"Pa", "Pb", "Pc"};
    request.unit = "kW";
    const LoadProfile profile = office.read("time_s,Pa,Pb,Pc\n0,2.3,4.6,0\n", request);
    INFO(office.told());
    REQUIRE(profile.size() == 1);
    CHECK(profile[0].currentA[0] == Approx(10.0));
    CHECK(profile[0].currentA[1] == Approx(20.0));
    CHECK(profile[0].currentA[2] == 0.0);
    office.world.installation.service = Service::Delta;
    office.world.source.voltageV.fill(480.0);
    const LoadProfile delta = office.read("time_s,P (kW)\n0,83.1384\n");
    REQUIRE(delta.size() == 1);
    CHECK(delta[0].currentA[0] == Approx(100.0).epsilon(1e-5)); // 83138.4 W / (√3 · 480 V)
    CHECK(contains(office.told(), "`P (kW)` is taken as power"));
}

TEST_CASE("energy of an interval is its power, held until the next") {
    Office office;
    const LoadProfile profile =
        office.read("Time;Verbrauch [kWh]\n00:00;1,38\n00:15;2,76\n00:30;0\n00:45;1,38\n",
                    requestOf(ProfileQuantity::Energy, "Verbrauch [kWh]"));
    INFO(office.told());
    REQUIRE(profile.size() == 4);
    // 1.38 kWh in a quarter of an hour are 5.52 kW, 8 A in each phase of 230 V.
    CHECK(profile[0].currentA[1] == Approx(8.0));
    CHECK(profile[1].currentA[1] == Approx(16.0));
    CHECK(profile[0].isStep);
    Load load;
    applyProfile(profile, 899 * SampleTime{kSamplesPerSecond}, load);
    CHECK(load.currentA[1] == Approx(8.0));
}

TEST_CASE("energy belongs to its own interval, however long, and before a gap to the usual one") {
    Office office;
    // Of 1.38 kWh: a quarter of an hour 8 A, half an hour 4 A; the gap is longer than that.
    const LoadProfile profile = office.read("Time,E (kWh)\n00:00,1.38\n00:15,1.38\n00:45,1.38\n"
                                            "01:00,1.38\n01:15,1.38\n02:15,1.38\n02:30,1.38\n");
    REQUIRE(profile.size() == 7);
    CHECK(profile[0].currentA[0] == Approx(8.0));
    CHECK(profile[1].currentA[0] == Approx(4.0));
    CHECK(profile[2].currentA[0] == Approx(8.0));
    CHECK(profile[4].currentA[0] == Approx(8.0));
    CHECK(profile[6].currentA[0] == Approx(8.0));
    CHECK(contains(office.told(), "has 1 gap"));
}

TEST_CASE("power meets the voltage of its own time") {
    Office office;
    office.source = {{.timeS = 0.0, .voltageV = PerPhase<double>{230.0, 230.0, 230.0}},
                     {.timeS = 100.0, .voltageV = PerPhase<double>{200.0, 230.0, 230.0}}};
    const LoadProfile profile = office.read("time_s,P (W)\n0,6900\n50,6900\n200,6900\n",
                                            requestOf(ProfileQuantity::Power, "P (W)"));
    INFO(office.told());
    REQUIRE(profile.size() == 3);
    CHECK(profile[0].currentA[0] == Approx(10.0));
    CHECK(profile[1].currentA[0] == Approx(2300.0 / 215.0)); // Half way down.
    CHECK(profile[2].currentA[0] == Approx(11.5));
    CHECK(profile[2].currentA[1] == Approx(10.0));
}

TEST_CASE("nothing of a profile is taken for something else") {
    Office office;

    struct Doubt {
        std::string text;
        std::string words;
    };

    const std::array doubts = {
        Doubt{"Time (fortnights),current\n0,1\n1,2\n", "`fortnights` is not a unit of time"},
        Doubt{"Time,current\n0,1\n00:15,2\n", "is another kind of time"},
        Doubt{"Time,current\n0,1\n60,2\n", "have no unit and are taken as seconds"},
        Doubt{"time_s,P (MW)\n0,5000\n", "needs more than 1000 kA"},
        Doubt{"time_s,power\n0,1\n", "column `power` has no unit"},
        Doubt{"time_s,Load (kvar)\n0,1\n", "no column is clearly a current"},
    };
    for (const Doubt& doubt : doubts) {
        INFO(doubt.text);
        static_cast<void>(office.read(doubt.text));
        INFO(office.told());
        CHECK(contains(office.told(), doubt.words));
    }
    ProfileRequest request = requestOf(ProfileQuantity::Power, "Load (kW)");
    request.unit = "W";
    static_cast<void>(office.read("time_s,Load (kW)\n0,1\n", request));
    CHECK(contains(office.told(), "tells another unit than `unit: W`"));
    // A named power factor is not looked for again, and of current and power the first counts.
    ProfileRequest factor = {.file = "p.csv"};
    factor.of(ProfileQuantity::PowerFactor).all = "pf";
    const LoadProfile both = office.read("time_s,current,power,pf\n0,4,99,0.5\n", factor);
    INFO(office.told());
    REQUIRE(both.size() == 1);
    CHECK(both[0].currentA[0] == 4.0);
    CHECK(both[0].laggingDeg.value()[0] == Approx(60.0));
    CHECK(contains(office.told(), "not used: `power`"));
}

TEST_CASE("a gap is held, bridged or zero, and told") {
    Office office;
    const std::string text = "time_s,current\n0,10\n60,10\n120,10\n180,10\n1200,20\n1260,20\n";
    const auto at = [&](ProfileGaps gaps, int seconds) {
        const LoadProfile profile = office.read(text, {.file = "p.csv", .gaps = gaps});
        Load load;
        applyProfile(profile, seconds * SampleTime{kSamplesPerSecond}, load);
        return load.currentA[0];
    };
    CHECK(at(ProfileGaps::Hold, 690) == 10.0);
    CHECK(contains(office.told(), "has 1 gap of more than twice its usual interval of 60 s, up to "
                                  "1020 s; the last value is held"));
    CHECK(at(ProfileGaps::Linear, 690) == Approx(15.0));
    CHECK(at(ProfileGaps::Zero, 690) == 0.0);
    CHECK(at(ProfileGaps::Zero, 239) == 10.0);
    CHECK(at(ProfileGaps::Zero, 1200) == 20.0);
    // Rows set by hand keep no interval: nothing is a gap.
    const LoadProfile free = office.read("time_s,current\n0,0\n1,5\n100,10\n5000,0\n");
    CHECK(office.warnings.empty());
    Load load;
    applyProfile(free, 2550 * SampleTime{kSamplesPerSecond}, load);
    CHECK(load.currentA[0] == Approx(5.0));
    // An empty cell is a row that is not there.
    CHECK(office.read("time_s,current\n0,1\n60,\n120,3\n").size() == 2);
    CHECK(contains(office.told(), "1 row of the profile has an empty value: left out"));
}

TEST_CASE("times of a profile are dates, clock and Unix times, or an interval") {
    Office office;
    const auto timesOf = [&](const std::string& first, const std::string& second) {
        const LoadProfile profile =
            office.read("Time,current\n" + first + ",1\n" + second + ",2\n");
        INFO(office.told());
        REQUIRE(profile.size() == 2);
        return profile[1].timeS - profile[0].timeS;
    };
    CHECK(timesOf("2024-02-28 23:45", "2024-02-29 00:15") == 1800.0);
    CHECK(timesOf("2024-10-27T02:45+02:00", "2024-10-27T02:00+01:00") == 900.0); // Winter time.
    CHECK(timesOf("23:45", "00:15") == 1800.0);
    CHECK(timesOf("1700000000", "1700000900") == 900.0);
    CHECK(timesOf("1700000000000", "1700000900000") == 900.0);
    CHECK(timesOf("12/31/2024 11:30 PM", "01/01/2025 12:30 AM") == 3600.0);
    static_cast<void>(office.read("Time,current\n2024-10-27 02:45,1\n2024-10-27 02:00,2\n"));
    CHECK(contains(office.told(), "write the zone"));
    ProfileRequest request = {.file = "p.csv", .everyS = 900.0};
    const LoadProfile even = office.read("current\n1\n2\n3\n", request);
    REQUIRE(even.size() == 3);
    CHECK(even[2].timeS == 1800.0);
}

TEST_CASE("trends of voltage and frequency") {
    Office office;
    const SourceProfile profile =
        readSourceProfile("time_s,V_A,V_B,V_C,Hz\n0,230,231,232,50\n600,240,231,232,50.1\n",
                          [] {
                              ProfileRequest request = {.file = "v.csv"};
                              request.of(ProfileQuantity::Voltage).each = {"V_A", "V_B", "V_C"};
                              request.of(ProfileQuantity::Frequency).all = "Hz";
                              return request;
                          }(),
                          {.world = office.world,
                           .source = {},
                           .errors = office.errors,
                           .warnings = office.warnings});
    INFO(office.told());
    REQUIRE(profile.size() == 2);
    Source source;
    applyProfile(profile, 300 * SampleTime{kSamplesPerSecond}, source);
    CHECK(source.voltageV[0] == Approx(235.0));
    CHECK(source.voltageV[2] == 232.0);
    CHECK(source.frequencyHz == Approx(50.05));
}
