// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Limits: IEC 62053-22:2003 (class 0.5S), IEC 62053-23:2003 (class 2), ANSI C12.20-2010 (class
// 0.5), the guide's specifications. True powers and numbers of pulses are worked out by hand.

#include "sim/typetest/type_test.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace meter;
using namespace meter::sim;

namespace {

TypeTestPoint pointOf(const std::string& id) {
    const std::vector<TypeTestPoint> points = typeTestPoints();
    const auto found = std::ranges::find(points, id, &TypeTestPoint::id);
    INFO(id);
    REQUIRE(found != points.end());
    return *found;
}

TypeTestResult resultOf(const TypeTestPoint& point, const TypeTestOptions& options) {
    return runTypeTest(std::vector{point}, options).results.front();
}

TypeTestOptions withoutPulses() {
    TypeTestOptions options;
    options.countsPulses = false;
    return options;
}

TypeTestOptions withFault(std::function<void(World&)> fault) {
    TypeTestOptions options = withoutPulses();
    options.meter.fault = std::move(fault);
    return options;
}

void scaleCurrents(World& world, double factor) {
    for (double& currentA : world.load.currentA) {
        currentA *= factor;
    }
}

bool has(const PerPhase<double>& values, double value) {
    return std::ranges::find(values, value) != values.end();
}

constexpr double kLargerThanAnyLimit = 1.04;

} // namespace

TEST_CASE("the table of the type test has the limits of the standards") {
    struct Expected {
        const char* id;
        double current;
        double limit;
    };

    const std::vector<Expected> expected = {{"22-basic-1.1", 0.01, 1.0},
                                            {"22-basic-2.1", 0.05, 0.5},
                                            {"22-basic-2.4", 1.2, 0.5},
                                            {"22-basic-3.1", 0.02, 1.0},
                                            {"22-basic-5.1", 0.1, 0.6},
                                            {"22-basic-6.4", 1.2, 0.6},
                                            {"22-single-1.1", 0.05, 0.6},
                                            {"22-voltage-90-1.1", 0.05, 0.2},
                                            {"22-voltage-90-2.1", 0.1, 0.4},
                                            {"22-frequency-98-2.1", 0.1, 0.2},
                                            {"22-sequence", 0.1, 0.1},
                                            {"22-unbalance", 1.0, 1.0},
                                            {"22-harmonics", 0.6, 0.5},
                                            {"22-burst", 0.5, 1.5},
                                            {"22-temperature-1.1", 0.05, 0.03},
                                            {"22-starting", 0.001, 2.0},
                                            {"23-basic-lag-1.1", 0.02, 2.5},
                                            {"23-basic-lead-4.1", 0.1, 2.0},
                                            {"23-single-1.1", 0.05, 3.0},
                                            {"23-frequency-98-1.1", 0.02, 2.5},
                                            {"23-starting", 0.003, 2.0},
                                            {"c12-load-2.1", 0.015, 0.5},
                                            {"c12-factor-2.1", 0.1, 0.6},
                                            {"guide-current-1.1", 0.05, 0.4},
                                            {"guide-current-1-hot.1", 0.05, 1.075}};
    for (const Expected& row : expected) {
        const TypeTestPoint point = pointOf(row.id);
        INFO(row.id);
        CHECK(point.current == row.current);
        CHECK(point.limit == row.limit);
        CHECK_FALSE(point.clause.empty());
    }
}

TEST_CASE("every point of the type test has an id of its own") {
    std::set<std::string> ids;
    for (const TypeTestPoint& point : typeTestPoints()) {
        INFO(point.id);
        CHECK(ids.insert(point.id).second);
    }
}

TEST_CASE("the angle of a point is that of its factor") {
    CHECK(pointOf("22-basic-5.1").laggingDeg == Approx(60.0));       // cos φ 0.5
    CHECK(pointOf("22-basic-6.1").laggingDeg == Approx(-36.869898)); // cos φ 0.8
    CHECK(pointOf("23-basic-lag-1.1").laggingDeg == Approx(90.0));   // sin φ 1
    CHECK(pointOf("23-basic-lead-4.1").laggingDeg == Approx(-30.0)); // sin φ 0.5
}

TEST_CASE("a mistake in a table of points is told with its line and column") {
    const std::string header = "id,standard,clause,quantity,test,system,currents,setting,"
                               "voltage_percent,frequency_percent,ambient_c,comparison,limit,unit,"
                               "title\n";
    const std::string right = "a,s,c,real,basic,40,1,1,100,100,25,at_most,0.5,%,t\n";
    REQUIRE(readTypeTestPoints(header + right).has_value());
    const std::vector<std::pair<std::string, std::string>> mistakes = {
        {"a,s,c,rael,basic,40,1,1,100,100,25,at_most,0.5,%,t", "quantity 'rael'"},
        {"a,s,c,real,basics,40,1,1,100,100,25,at_most,0.5,%,t", "test 'basics'"},
        {"a,s,c,real,basic,41,1,1,100,100,25,at_most,0.5,%,t", "system '41'"},
        {"a,s,c,real,basic,40,1 x,1,100,100,25,at_most,0.5,%,t", "currents '1 x'"},
        {"a,s,c,real,basic,40,1,2,100,100,25,at_most,0.5,%,t", "setting '2'"},
        {"a,s,c,real,basic,40,1,1,100,100,25,most,0.5,%,t", "comparison 'most'"},
        {"a,s,c,real,basic,40,1,1,100,100,25,at_most,,%,t", "limit ''"},
        {"a,s,c,real", "columns"}};
    for (const auto& [line, text] : mistakes) {
        const auto points = readTypeTestPoints(header + right + line + "\n");
        INFO(line);
        REQUIRE_FALSE(points.has_value());
        CHECK(points.error().text.find(text) != std::string::npos);
        CHECK(points.error().place.line == 3);
    }
    CHECK_FALSE(readTypeTestPoints("id,limit\n").has_value());
}

TEST_CASE("true powers are those of the closed form") {
    // √3 · 480 V · 1500 A = 1 247 076.6 VA.
    CHECK(truePowerOf({}).realW == Approx(1247076.581));
    CHECK(truePowerOf({.laggingDeg = 60.0}).realW == Approx(623538.291));
    CHECK(truePowerOf({.laggingDeg = -60.0}).reactiveVar == Approx(1080000.0));
    CHECK(truePowerOf({.system = SystemType::Delta}).realW == Approx(1247076.581));
    CHECK(truePowerOf({.system = SystemType::SplitPhase}).realW == Approx(360000.0));
    CHECK(truePowerOf({.system = SystemType::SinglePhaseLl}).realW == Approx(360000.0));
    CHECK(truePowerOf({.system = SystemType::SinglePhaseLn}).realW == Approx(415692.194));
    // IEC 62053-22: U5 10 % and I5 40 % in phase make 1.04 of the fundamental's power.
    CHECK(truePowerOf({.fifthVoltage = 0.1, .fifthCurrent = 0.4}).realW ==
          Approx(1.04 * 1247076.581));
    // √2 · I for half of the time.
    CHECK(truePowerOf({.isBurst = true}).realW == Approx(1247076.581 / std::sqrt(2.0)));
    CHECK(truePowerOf({.hasVoltage = {true, false, true}}).realW == Approx(831384.388));
}

TEST_CASE("the ideal meter uses little of any limit") {
    const TypeTestReport report = runTypeTest(typeTestPoints(), withoutPulses());
    CHECK(report.hasPassed());
    CHECK(report.count(TypeTestVerdict::NotApplicable) == 8);
    for (const TypeTestResult& result : report.results) {
        INFO(result.point.id << ": " << result.measured << " " << result.remark);
        // Edges of the contact come at whole samples, 0.4 ms apart.
        const double most = result.point.kind == TypeTestKind::Closure ? 80.0 : 2.0;
        CHECK(result.usedPercent().value_or(0.0) <= most);
    }
}

TEST_CASE("counted pulses are those of the true energy") {
    // A tenth of 0.5 % are 2000 pulses: 57.7 s at 1 247 076.6 W, in steps of 5 s 60 s. Those
    // bring 20 784.6 Wh: 2078 pulses of 10 Wh, 0.0222 % less.
    const TypeTestResult result = resultOf(pointOf("22-basic-2.3"), {});
    CHECK(result.verdict == TypeTestVerdict::Pass);
    CHECK(result.durationS == 60.0);
    CHECK(result.pulsePercent.value() == Approx(-0.0222).margin(0.0001));
    CHECK(result.pulseQuantumPercent == Approx(0.0481).margin(0.0001));
    // Counts of 0.1 kWh: 207 of them.
    CHECK(result.integerPercent.value() == Approx(-0.4070).margin(0.0001));
}

TEST_CASE("pulses that the guide's rule leaves no room for are not judged") {
    // Guide, register 145: 1.8e6 · 10 Wh ÷ 50 ms is just the 360 kW of 240 V and 1500 A; Imax is
    // 432 kW.
    const TypeTestResult result = resultOf(pointOf("22-type-12-1.3"), {});
    CHECK(result.verdict == TypeTestVerdict::Pass);
    CHECK_FALSE(result.pulsePercent.has_value());
    CHECK(result.remark.find("cannot keep up") != std::string::npos);
}

TEST_CASE("a gain error beyond the limit fails the basic error and no influence") {
    const TypeTestOptions options = withFault([](World& world) { scaleCurrents(world, 1.0055); });
    CHECK(resultOf(pointOf("22-basic-2.1"), options).verdict == TypeTestVerdict::Fail);
    CHECK(resultOf(pointOf("22-basic-2.1"), options).measured == Approx(0.55).margin(0.001));
    CHECK(resultOf(pointOf("22-basic-5.1"), options).verdict == TypeTestVerdict::Pass);
    CHECK(resultOf(pointOf("guide-current-1.1"), options).verdict == TypeTestVerdict::Fail);
    CHECK(resultOf(pointOf("guide-voltage.1"), options).verdict == TypeTestVerdict::Pass);
    // 0.55 % of the error under reference conditions is all that an influence changes.
    CHECK(resultOf(pointOf("22-voltage-90-1.1"), options).verdict == TypeTestVerdict::Pass);
}

TEST_CASE("each point fails for a meter with the fault that it looks for") {
    struct Fault {
        const char* id;
        std::function<void(World&)> fault;
    };

    const auto when = [](auto condition) {
        return [condition](World& world) {
            scaleCurrents(world, condition(world) ? kLargerThanAnyLimit : 1.0);
        };
    };
    const std::vector<Fault> faults = {
        {"22-basic-5.1",
         [](World& world) {
             world.load.laggingDeg.fill(59.7);
         }},
        {"23-basic-lag-5.1",
         [](World& world) {
             world.load.laggingDeg.fill(16.0);
         }},
        {"22-single-1.1", when([](const World& world) { return world.load.currentA[1] > 0.0; })},
        {"22-single-balanced",
         when([](const World& world) { return has(world.load.currentA, 0.0); })},
        {"22-voltage-90-1.1",
         when([](const World& world) { return world.source.voltageV[0] < 270.0; })},
        {"22-frequency-102-1.1",
         when([](const World& world) { return world.source.frequencyHz > 61.0; })},
        {"22-sequence", when([](const World& world) { return world.source.angleDeg[1] > 0.0; })},
        {"22-unbalance", when([](const World& world) { return has(world.source.voltageV, 0.0); })},
        {"22-supply-voltage",
         when([](const World& world) { return world.installation.controlPower.voltageV > 121.0; })},
        {"22-supply-phase", when([](const World& world) {
             return world.installation.controlPower.from == Conductor::C;
         })},
        {"22-harmonics", when([](const World& world) { return !world.load.harmonics[0].empty(); })},
        // 0.5 · 1500 A · √2 = 1060.7 A while it is on.
        {"22-burst", when([](const World& world) { return world.load.currentA[0] > 1000.0; })},
        {"22-temperature-1.1",
         when([](const World& world) { return world.installation.ambientC > 60.0; })},
        {"22-starting",
         [](World& world) {
             scaleCurrents(world, 0.2);
         }},
        {"22-no-load",
         [](World& world) {
             world.load.currentA.fill(2.0);
         }},
        {"guide-frequency.2",
         [](World& world) {
             world.source.frequencyHz += 0.02;
         }},
        {"guide-voltage.2",
         [](World& world) {
             world.source.voltageV[1] *= 0.99;
         }},
        {"guide-closure-100", [](World& world) {
             world.load.currentA.fill(0.0);
         }}};
    for (const Fault& fault : faults) {
        INFO(fault.id);
        const TypeTestPoint point = pointOf(fault.id);
        CHECK(resultOf(point, withoutPulses()).verdict == TypeTestVerdict::Pass);
        CHECK(resultOf(point, withFault(fault.fault)).verdict == TypeTestVerdict::Fail);
    }
}

TEST_CASE("a meter without control power fails whatever is asked of it") {
    const TypeTestOptions options =
        withFault([](World& world) { world.installation.isControlPowerOn = false; });
    for (const char* const id : {"22-basic-2.1", "22-single-1.1", "22-sequence", "22-no-load",
                                 "22-starting", "22-constant", "22-repeatability.1", "23-no-load",
                                 "guide-voltage.1", "guide-closure-10"}) {
        INFO(id);
        const TypeTestResult result = resultOf(pointOf(id), options);
        CHECK(result.verdict == TypeTestVerdict::Fail);
        CHECK_FALSE(result.remark.empty());
    }
}

TEST_CASE("class meters of twenty serial numbers pass") {
    std::vector<TypeTestPoint> points;
    for (const char* const id : {"22-basic-1.1",        "22-basic-2.4",          "22-basic-5.1",
                                 "22-basic-6.4",        "22-request-1.1",        "22-single-1.4",
                                 "22-single-2.3",       "22-single-balanced",    "22-unbalance",
                                 "22-temperature-1.1",  "23-basic-lag-4.1",      "23-basic-lag-5.1",
                                 "23-single-2.1",       "23-temperature-2.1",    "c12-load-2.7",
                                 "c12-factor-2.1",      "guide-current-1.1",     "guide-voltage.2",
                                 "guide-voltage-hot.1", "guide-current-2-cold.1"}) {
        points.push_back(pointOf(id));
    }
    TypeTestOptions options = withoutPulses();
    options.meter.accuracy = Accuracy::Class;
    constexpr std::uint32_t kStep = 0x0C0F'FEE1; // Spreads them over all serial numbers.
    std::set<double> errors;
    for (std::uint32_t index = 0; index < 20; ++index) {
        options.meter.serialNumber = index * kStep;
        const TypeTestReport report = runTypeTest(points, options);
        INFO(report.serialNumber);
        CHECK(report.hasPassed());
        errors.insert(report.results.front().measured);
    }
    CHECK(errors.size() == 20);
}
