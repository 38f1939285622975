// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the methods of the control socket do, on meters without a socket. The codes of errors
// are those of the JSON-RPC 2.0 specification, section 5.1.
#include "tests/live/controlled_meters.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using meter::sim::live::Json;
using meter::test::ControlledMeters;
using meter::test::liveScenario;

namespace {

int codeOf(const Json& answer) {
    return answer["error"]["code"].get<int>();
}

bool contains(const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("A line that is no JSON gets the parse error and the id null") {
    ControlledMeters twin;
    const Json answer = twin.ask("{nonsense");
    CHECK(codeOf(answer) == -32700);
    CHECK(answer["id"].is_null());
    CHECK(answer["jsonrpc"] == "2.0");
}

TEST_CASE("A request without its parts is invalid and keeps its id") {
    ControlledMeters twin;
    CHECK(codeOf(twin.ask(R"({"jsonrpc":"2.0","id":7})")) == -32600);
    CHECK(twin.ask(R"({"jsonrpc":"2.0","id":7})")["id"] == 7);
    CHECK(codeOf(twin.ask(R"({"id":7,"method":"status"})")) == -32600);
    CHECK(codeOf(twin.ask(R"({"jsonrpc":"2.0","id":7,"method":"status","params":3})")) == -32600);
    CHECK(codeOf(twin.ask("[]")) == -32600);
    CHECK(codeOf(twin.ask("42")) == -32600);
}

TEST_CASE("Values that lie in each other without end are refused") {
    ControlledMeters twin;
    CHECK(codeOf(twin.ask(std::string(60'000, '['))) == -32600);
}

TEST_CASE("A notification is carried out and not answered") {
    ControlledMeters twin;
    const Json answer =
        twin.ask(R"({"jsonrpc":"2.0","method":"set","params":{"source.voltage.B":"100 V"}})");
    CHECK(answer.is_null());
    CHECK(twin.meters()[0].world().source.voltageV[1] == 100.0);
}

TEST_CASE("A method that is not there is named with what was probably meant") {
    ControlledMeters twin;
    const Json answer = twin.ask(R"({"jsonrpc":"2.0","id":"x","method":"stats"})");
    CHECK(codeOf(answer) == -32601);
    CHECK(answer["id"] == "x");
    CHECK(contains(answer["error"]["message"], "did you mean `status`"));
}

TEST_CASE("Help lists every method with its parameters") {
    ControlledMeters twin;
    const Json all = twin.call("help")["methods"];
    std::vector<std::string> names;
    for (const Json& method : all) {
        names.push_back(method["name"]);
    }
    for (const char* const wanted :
         {"get", "set", "apply", "clear", "press", "read", "write", "display", "power", "pause",
          "resume", "speed", "step", "snapshot", "restore", "status", "help"}) {
        INFO(wanted);
        CHECK(std::ranges::find(names, wanted) != names.end());
    }
    const Json one = twin.call("help", R"({"method":"step"})")["methods"];
    REQUIRE(one.size() == 1);
    CHECK(one[0]["params"][0]["name"] == "for");
    CHECK(one[0]["params"][0]["needed"] == true);
}

TEST_CASE("A parameter that a method has not is named with those that it has") {
    ControlledMeters twin;
    CHECK(contains(twin.refusal("step", R"({"fro":1})"), "it takes for"));
    CHECK(contains(twin.refusal("step", "{}"), "`for` is missing"));
}

TEST_CASE("Parameters may come by position") {
    ControlledMeters twin;
    CHECK(twin.call("step", R"(["2 s"])")["time"] == 2.0);
    CHECK(twin.call("step", "[1]")["time"] == 3.0);
}

TEST_CASE("A step lets exactly the asked for time pass") {
    ControlledMeters twin;
    CHECK(twin.call("step", R"({"for":"10 s"})")["time"] == 10.0);
    CHECK(twin.meters()[0].now() == 10 * 2520);
    // Three cycles of 60 Hz are 50 ms: 126 samples of 1/2520 s.
    twin.call("step", R"({"for":"3 cycles"})");
    CHECK(twin.meters()[0].now() == 10 * 2520 + 126);
    CHECK_FALSE(twin.refusal("step", R"({"for":"0 s"})").empty());
    CHECK_FALSE(twin.refusal("step", R"({"for":"-1 s"})").empty());
    CHECK_FALSE(twin.refusal("step", R"({"for":"10 V"})").empty());
}

TEST_CASE("What is set by dotted keys is there to get and reaches the registers") {
    ControlledMeters twin;
    const Json set = twin.call("set", R"({"source.voltage.B":"70 %","load.current":"40 A"})");
    // 70 % of the 277 V that the scenario starts with.
    CHECK(set["values"]["source.voltage.B"] == "193.9 V");
    CHECK(twin.call("get", R"({"keys":"source.voltage.B"})")["numbers"]["source.voltage.B"]
              .get<double>() == Approx(193.9));
    twin.call("step", R"({"for":"3 s"})");
    const Json read = twin.call("read", R"({"registers":["voltage_bn","current_a"]})");
    CHECK(read["values"]["voltage_bn"].get<double>() == Approx(193.9).epsilon(1e-3));
    CHECK(read["values"]["current_a"].get<double>() == Approx(40.0).epsilon(1e-3));
    CHECK(read["registers"][0]["unit"] == "V");
    CHECK(read["registers"][0]["state"] == "valid");
}

TEST_CASE("A key may come beside its value as well") {
    ControlledMeters twin;
    twin.call("set", R"({"key":"source.frequency","value":59.5})");
    CHECK(twin.meters()[0].world().source.frequencyHz == 59.5);
    CHECK(contains(twin.refusal("set", R"({"key":"source.frequency"})"), "`value` is missing"));
}

TEST_CASE("A map of phases sets each of them") {
    ControlledMeters twin;
    twin.call("set", R"({"source.voltage":{"A":"120 V","C":130}})");
    CHECK(twin.meters()[0].world().source.voltageV ==
          meter::sim::PerPhase<double>{120.0, 277.0, 130.0});
}

TEST_CASE("A value that is set for a time goes back") {
    ControlledMeters twin;
    twin.call("set", R"({"source.voltage.A":"0 V","for":"1 s"})");
    twin.call("step", R"({"for":"0.5 s"})");
    CHECK(twin.meters()[0].world().source.voltageV[0] == 0.0);
    twin.call("step", R"({"for":"1 s"})");
    CHECK(twin.meters()[0].world().source.voltageV[0] == 277.0);
}

TEST_CASE("A value is reached linearly on a ramp") {
    ControlledMeters twin;
    twin.call("set", R"({"source.voltage.A":"177 V","ramp":"10 s"})");
    twin.call("step", R"({"for":"5 s"})");
    twin.call("step", R"({"for":"0.1 s"})");
    // Half way down and a hundredth: 277 V less 51 V, as far as the steps of a ramp go.
    const Json got = twin.call("get", R"({"keys":"source.voltage.A"})");
    CHECK(got["numbers"]["source.voltage.A"].get<double>() == Approx(226.0).margin(0.5));
}

TEST_CASE("Wrong keys and values change nothing and all mistakes are told") {
    ControlledMeters twin;
    const Json answer = twin.ask(R"({"jsonrpc":"2.0","id":1,"method":"set",)"
                                 R"("params":{"source.voltge":1,"load.current":"9 V"}})");
    CHECK(codeOf(answer) == -32602);
    CHECK(contains(answer["error"]["message"], "source.voltage"));
    CHECK(answer["error"]["data"]["mistakes"].size() == 2);
    CHECK(twin.meters()[0].world() == liveScenario().world);
}

TEST_CASE("A group of keys is got as a whole") {
    ControlledMeters twin;
    twin.call("set", R"({"source.harmonics.5":"3 %"})");
    const Json values = twin.call("get", R"({"keys":["source"]})")["values"];
    CHECK(values["source.voltage.A"] == "277 V");
    CHECK(values["source.harmonics.B.5.level"] == "3 %");
    CHECK_FALSE(values.contains("load.current.A"));
    CHECK(contains(twin.refusal("get", R"({"keys":"sorce"})"), "unknown key"));
}

TEST_CASE("A fault is laid over the world and ends when it is cleared") {
    ControlledMeters twin;
    twin.call("apply", R"({"fault":"sag","phase":"B","residual":"50 %"})");
    twin.call("step", R"({"for":1})");
    const auto voltage = [&](const std::string& more) {
        return twin
            .call("get",
                  R"({"keys":"source.voltage.B")" + more + "}")["numbers"]["source.voltage.B"]
            .get<double>();
    };
    CHECK(voltage("") == 277.0);
    CHECK(voltage(R"(,"with_faults":true)") == Approx(138.5));
    CHECK(twin.call("status")["faults"][0]["fault"] == "sag");
    CHECK(contains(twin.refusal("clear", R"({"fault":"swell"})"), "those that do: sag"));
    CHECK(twin.call("clear", R"({"fault":"sag"})")["cleared"] == 1);
    CHECK(voltage(R"(,"with_faults":true)") == 277.0);
    CHECK(contains(twin.refusal("apply", R"({"fault":"sagg"})"), "sag"));
}

TEST_CASE("Clearing without a name ends the faults of the world and of the line") {
    ControlledMeters twin;
    twin.call("apply", R"({"fault":"sag","phase":"B","residual":"50 %"})");
    twin.call("line", R"({"drop":"100 %","delay":"50 ms"})");
    CHECK(twin.call("line", "{}")["acting"] == 2);
    CHECK(twin.call("clear", R"({"fault":"all"})")["cleared"] == 3);
    CHECK(twin.call("line", "{}")["acting"] == 0);
    CHECK(twin.call("clear", "{}")["cleared"] == 0);
}

TEST_CASE("Keys reach the panel one after another") {
    ControlledMeters twin;
    twin.call("step", R"({"for":"3 s"})");
    const Json before = twin.call("display");
    twin.call("press", R"({"keys":["plus"]})");
    twin.call("step", R"({"for":"0.5 s"})");
    CHECK(twin.call("display")["text"] != before["text"]);
    CHECK(contains(twin.refusal("press", R"({"keys":"upwards"})"), "not a key of the meter"));
}

TEST_CASE("Registers are written as a master would and refusals are told") {
    ControlledMeters twin;
    twin.call("step", R"({"for":"3 s"})");
    twin.call("write", R"({"demand_subintervals":3})");
    twin.call("step", R"({"for":"1 s"})");
    CHECK(twin.call("read",
                    R"({"registers":"demand_subintervals"})")["values"]["demand_subintervals"] ==
          3);
    // Register 1 is read only: exception 02 (Modbus application protocol, section 7).
    const Json answer =
        twin.ask(R"({"jsonrpc":"2.0","id":1,"method":"write","params":{"registers":{"1":5}}})");
    CHECK(codeOf(answer) == -32000);
    CHECK(contains(answer["error"]["message"], "refused with exception 2"));
}

TEST_CASE("A refused write is told however many were refused before") {
    ControlledMeters twin;
    twin.call("step", R"({"for": "2 s"})"); // It boots.
    // More than the list of what is told to a person keeps.
    for (int i = 0; i < 1200; ++i) {
        const std::string told = twin.refusal("write", R"({"voltage_an": 5})");
        REQUIRE_FALSE(told.empty());
    }
    CHECK(twin.call("write", R"({"demand_subintervals": 2})").contains("time"));
    CHECK_FALSE(twin.refusal("write", R"({"voltage_an": 5})").empty());
}

TEST_CASE("Without power there is no answer and the display is blank") {
    ControlledMeters twin;
    twin.call("step", R"({"for":"2 s"})");
    twin.call("power", R"({"state":"off"})");
    twin.call("step", R"({"for":"2 s"})");
    const Json read = twin.call("read", R"({"registers":"voltage_an"})");
    CHECK(read["values"]["voltage_an"].is_null());
    CHECK(read["registers"][0]["state"] == "no answer");
    CHECK(twin.call("status")["powered"] == false);
    CHECK(twin.call("display")["text"] == "blank");
    twin.call("power", R"({"state":true})");
    twin.call("step", R"({"for":"3 s"})");
    CHECK(twin.call("status")["measuring"] == true);
    CHECK_FALSE(twin.refusal("power", R"({"state":"maybe"})").empty());
}

TEST_CASE("The pace is what was asked for") {
    ControlledMeters twin;
    CHECK(twin.call("pause")["paused"] == true);
    CHECK(twin.pace().isPaused());
    CHECK(twin.call("resume")["paused"] == false);
    CHECK(twin.call("speed", R"({"factor":"12.5"})")["speed"] == 12.5);
    CHECK(twin.call("speed")["speed"] == 12.5);
    for (const char* const wrong : {"0", "-1", "1e9", "\"fast\"", "[]"}) {
        INFO(wrong);
        CHECK(contains(twin.refusal("speed", R"({"factor":)" + std::string(wrong) + "}"),
                       "0.001 to 1000"));
    }
}

TEST_CASE("The unit chooses the meter of a line") {
    meter::sim::Scenario second = liveScenario();
    second.meter.serialNumber += 1;
    second.meter.installerSettings.modbusAddress = 9;
    ControlledMeters twin({liveScenario(), second});
    twin.call("set", R"({"unit":9,"source.frequency":50})");
    CHECK(twin.meters()[0].world().source.frequencyHz == 60.0);
    CHECK(twin.meters()[1].world().source.frequencyHz == 50.0);
    CHECK(twin.call("status", R"({"unit":"9"})")["unit"] == 9);
    CHECK(contains(twin.refusal("status", R"({"unit":3})"), "there are 1, 9"));
}
