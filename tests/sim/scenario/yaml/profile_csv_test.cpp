// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/profile_csv.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <string>
#include <string_view>

using namespace meter::sim;

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
        Mistake{"time_s,curent\n0,1\n", 1, 8, "did you mean `current`?"},
        Mistake{"current,time_s\n1,0\n", 1, 1, "first column is `time_s`"},
        Mistake{"time_s,current_a\n0,1\n", 1, 1, "for each phase"},
        Mistake{"time_s,current,pf_a\n0,1,1\n", 1, 1, "takes `pf`"},
        Mistake{"time_s,current\n0,1\n0,2\n", 3, 1, "times must rise"},
        Mistake{"time_s,current\n0,1\n5, x\n", 3, 4, "is not a number"},
        Mistake{"time_s,current\n0,-1\n", 2, 3, "is not a number from 0"},
        Mistake{"time_s,current\n0,1,2\n", 2, 1, "has 3 values"},
        Mistake{"time_s,current,pf\n0,1,2\n", 2, 5, "power factor is a number in 0…1"},
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
    CHECK(errors[0].place.column == 18);
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
