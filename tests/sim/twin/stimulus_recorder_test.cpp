// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The law of the recorder: what was done to a live meter, written as a scenario, read again and
// played, gives the same bytes in every register at every second, and the same contacts.

#include "sim/twin/stimulus_recorder.hpp"

#include "core/base/crc16.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/master.hpp"
#include "tests/support/random_life.hpp"

#include <map>

using namespace meter;
using namespace meter::sim;

namespace {

constexpr SampleTime kSecond = kSamplesPerSecond;

/// All registers as a master reads them, and the contacts, by second.
class Witness final {
public:
    void watch(Simulation& simulation) {
        simulation.onSecond([this](const Simulation& current) {
            NvMemory blank;
            Meter copy({.nvStorage = blank,
                        .serial = m_line,
                        .display = m_display,
                        .contacts = m_contacts},
                       current.meter().factory());
            copy.restore(current.meter().state());
            std::vector<std::uint64_t> seen;
            for (const auto& [first, count] :
                 std::vector<std::pair<int, int>>{{1, 120}, {121, 33}, {257, 90}, {7001, 2}}) {
                const test::Words words = test::readByPdu(copy, static_cast<std::uint16_t>(first),
                                                          static_cast<std::uint16_t>(count));
                seen.push_back(words.size());
                seen.insert(seen.end(), words.begin(), words.end());
            }
            const ContactLog::Values& contacts = current.contacts().values();
            for (const auto value :
                 {static_cast<std::uint64_t>(contacts.isAlarmClosed), contacts.energyPulses,
                  static_cast<std::uint64_t>(contacts.lastPulseEdge),
                  static_cast<std::uint64_t>(contacts.lastAlarmEdge)}) {
                seen.push_back(value);
            }
            m_seconds[current.now() / kSecond] = std::move(seen);
        });
    }

    [[nodiscard]] const auto& seconds() const { return m_seconds; }

private:
    LineOut m_line;
    UnwatchedDisplay m_display;
    ContactLog m_contacts;
    std::map<SampleTime, std::vector<std::uint64_t>> m_seconds;
};

Scenario scenarioOf(const std::string& text) {
    auto scenario = readScenarioFromText(text, "base.yaml");
    REQUIRE(scenario.has_value());
    return *scenario;
}

Scenario writtenAndRead(const Scenario& scenario) {
    const Result<std::string> text = scenarioText(scenario, "");
    INFO((text ? *text : text.error().message()));
    REQUIRE(text.has_value());
    const auto read = readScenarioFromText(*text, "recorded.yaml");
    INFO((read ? "" : read.error().front().message()));
    REQUIRE(read.has_value());
    return *read;
}

/// Plays it in one go.
std::map<SampleTime, std::vector<std::uint64_t>> played(const Scenario& scenario) {
    NvMemory memory;
    Simulation simulation(scenario, memory);
    Witness witness;
    witness.watch(simulation);
    simulation.runUntil(*scenario.duration);
    return witness.seconds();
}

SampleTime firstDifference(const std::map<SampleTime, std::vector<std::uint64_t>>& live,
                           const std::map<SampleTime, std::vector<std::uint64_t>>& again) {
    for (const auto& [second, seen] : live) {
        const auto other = again.find(second);
        if (other == again.end() || other->second != seen) {
            return second;
        }
    }
    return live.size() == again.size() ? -1 : -2;
}

std::vector<std::byte> writeRequest(std::uint16_t first, const std::vector<std::uint16_t>& words) {
    std::vector<std::byte> pdu{std::byte{0x10}};
    test::append(pdu, static_cast<std::uint16_t>(first - 1));
    test::append(pdu, static_cast<std::uint16_t>(words.size()));
    pdu.push_back(static_cast<std::byte>(2 * words.size()));
    for (const std::uint16_t word : words) {
        test::append(pdu, word);
    }
    return pdu;
}

void broadcast(Simulation& simulation, const std::vector<std::byte>& pdu) {
    std::vector<std::byte> frame{std::byte{0}};
    frame.insert(frame.end(), pdu.begin(), pdu.end());
    const std::uint16_t crc = crc16(frame);
    frame.push_back(static_cast<std::byte>(crc & 0xFFU));
    frame.push_back(static_cast<std::byte>(crc >> 8U));
    std::array<std::byte, 256> response{};
    static_cast<void>(simulation.serveFrame(frame, response));
}

std::vector<std::byte> singleRequest(std::uint16_t number, std::uint16_t word) {
    std::vector<std::byte> pdu{std::byte{6}};
    test::append(pdu, static_cast<std::uint16_t>(number - 1));
    test::append(pdu, word);
    return pdu;
}

/// Everything that hands, masters and a window do, at random.
class Hands final {
public:
    Hands(unsigned seed, Simulation& simulation) : m_life(seed), m_simulation(simulation) {}

    void act() {
        switch (m_life.below(9)) {
        case 0:
        case 1:
            key();
            break;
        case 2:
        case 3:
            write();
            break;
        case 4:
        case 5:
            set();
            break;
        case 6:
            fault();
            break;
        case 7:
            power();
            break;
        default:
            perform();
            break;
        }
    }

    int below(int count) { return m_life.below(count); }

private:
    void key() {
        const auto which = static_cast<Key>(m_life.below(4));
        bool& isDown = m_isDown[which];
        isDown = !isDown;
        m_simulation.onKey(which, isDown);
    }

    void write() {
        static const std::vector<std::vector<std::byte>> kRequests =
            {
                singleRequest(131, 400),          singleRequest(131, 5001), // Refused.
                singleRequest(129, 30078),        singleRequest(150, 10),
                singleRequest(142, 20),           writeRequest(142, {15, 30}),
                writeRequest(131, {400, 0, 100}), // 132 is read-only: refused as a whole.
                writeRequest(149, {2, 10}),       writeRequest(131, {200}),
                singleRequest(144, 100),
            };
        const auto& request =
            kRequests[static_cast<std::size_t>(m_life.below(static_cast<int>(kRequests.size())))];
        if (m_life.below(4) == 0) {
            broadcast(m_simulation, request);
            return;
        }
        std::array<std::byte, 256> response{};
        static_cast<void>(m_simulation.servePdu(request, response));
    }

    void set() {
        World world = m_simulation.world();
        const auto phase = static_cast<std::size_t>(m_life.below(3));
        switch (m_life.below(7)) {
        case 0:
            world.source.voltageV[phase] = m_life.uniform(50.0, 330.0);
            break;
        case 1:
            world.load.currentA[phase] = m_life.uniform(0.0, 400.0);
            break;
        case 2:
            world.load.laggingDeg[phase] = m_life.uniform(-180.0, 180.0);
            break;
        case 3:
            world.source.frequencyHz = m_life.uniform(46.0, 64.0);
            break;
        case 4:
            world.load.harmonics[phase] = {{.order = 5, .level = m_life.uniform(0.0, 0.5)},
                                           {.order = 11, .level = 0.02, .angleDeg = 33.3}};
            break;
        case 5: {
            static constexpr std::array kServices = {Service::Wye, Service::Delta,
                                                     Service::SplitPhase, Service::HighLegDelta};
            world.installation.service = kServices[static_cast<std::size_t>(m_life.below(4))];
            break;
        }
        default:
            std::swap(world.installation.ctLeads[0], world.installation.ctLeads[phase]);
            world.installation.ctReversed[phase] = !world.installation.ctReversed[phase];
            break;
        }
        m_simulation.setWorld(world);
    }

    void fault() {
        static const std::vector<std::string> kNames = {"sag",        "motor-start",   "ct-swap",
                                                        "half-wave",  "notching",      "flicker",
                                                        "phase-jump", "frequency-ramp"};
        if (m_life.below(3) == 0) {
            m_simulation.clearFaults(m_life.below(2) == 0 ? "" : "sag");
            return;
        }
        const std::string& name =
            kNames[static_cast<std::size_t>(m_life.below(static_cast<int>(kNames.size())))];
        std::vector<FaultText> parameters;
        if (name == "ct-swap") {
            parameters = {{.name = "pair", .value = "A,B"}};
        } else if (name == "frequency-ramp") {
            parameters = {{.name = "to", .value = "57.3 Hz"}};
        } else if (name == "sag" && m_life.below(2) == 0) {
            parameters = {{.name = "residual", .value = "61.7 %"},
                          {.name = "type", .value = "D"},
                          {.name = "phase", .value = "B"}};
        }
        const std::optional<SampleTime> length =
            m_life.below(2) == 0 ? std::optional<SampleTime>(1 + m_life.below(9000)) : std::nullopt;
        World initial = m_simulation.scenario().world;
        initial.installation.service = m_simulation.world().installation.service;
        const FaultReading reading = readFault(name, parameters, length, initial, 60.0);
        if (reading.mistakes.empty()) {
            m_simulation.applyFault(reading.action);
        }
    }

    void power() {
        World world = m_simulation.world();
        world.installation.isControlPowerOn = !world.installation.isControlPowerOn;
        m_simulation.setWorld(world);
    }

    /// As the control socket and the window do it: in the words of the timeline.
    void perform() {
        TimelineEntry entry;
        switch (m_life.below(3)) {
        case 0:
            entry.action = SetAction{.values = {{"load.current.A", m_life.uniform(1.0, 300.0)}}};
            entry.rampDuration = 1 + m_life.below(9000);
            break;
        case 1:
            entry.action = SetAction{.values = {{"source.frequency", m_life.uniform(50.0, 60.0)}}};
            entry.forDuration = 1 + m_life.below(9000);
            break;
        default:
            entry.action = PressAction{.presses = {{.key = Key::Plus}, {.key = Key::Right}}};
            break;
        }
        m_simulation.perform(entry);
    }

    test::RandomLife m_life;
    Simulation& m_simulation;
    std::map<Key, bool> m_isDown;
};

constexpr const char* kBases[] = {
    R"(metertwin: 1
name: steady
seed: 5
duration: forever
meter: {ct: 400 A, voltage: 480 V, demand: {length: 10 s}, pulse_energy: 100 Wh}
source: {voltage: 277 V, noise: 0.1 %}
load: {current: 200 A, pf: 0.9 lagging}
)",
    R"(metertwin: 1
name: moving
seed: 6
duration: forever
meter: {ct: 400 A, voltage: 480 V, accuracy: class}
installation: {control_power: {from: A-N}}
load: {profile: "builtin:factory-day.csv"}
timeline:
  - {at: 3 s, set: {source.voltage.B: 70 %}, for: 1 s, every: 4 s}
  - {at: 5.5 s, set: {source.frequency: 61 Hz, source.angle.C: 110 deg}, ramp: 6 s}
  - {at: 7 s, apply: frequency-ramp, to: 58 Hz, back: 2}
  - {at: 9 s, press: [right, plus], every: 3 s}
)"};

} // namespace

TEST_CASE("a live run at random is repeated bit for bit by its written scenario") {
    for (const char* const base : kBases) {
        for (const unsigned seed : test::seedsToTry()) {
            INFO("seed " << seed << " of " << base);
            NvMemory memory;
            Simulation live(scenarioOf(base), memory);
            StimulusRecorder recorder;
            recorder.begin(live);
            Witness witness;
            witness.watch(live);
            Hands hands(seed, live);
            while (live.now() < 25 * kSecond) {
                live.step(hands.below(5) == 0 ? hands.below(3) : hands.below(1500));
                hands.act();
            }
            live.runUntil(30 * kSecond);
            CHECK(recorder.count() > 40);
            CHECK(recorder.notes().empty());
            const Scenario recorded = writtenAndRead(recorder.scenario());
            CHECK(recorded.duration == 30 * kSecond);
            const Result<std::string> text = scenarioText(recorded, "");
            INFO(*text);
            CHECK(firstDifference(witness.seconds(), played(recorded)) == -1);
        }
    }
}

TEST_CASE("one sample later is not the same run") {
    NvMemory memory;
    Simulation live(scenarioOf(kBases[0]), memory);
    StimulusRecorder recorder;
    recorder.begin(live);
    Witness witness;
    witness.watch(live);
    live.runUntil(2 * kSecond + 100);
    World world = live.world();
    world.source.voltageV[1] = 200.0;
    live.setWorld(world);
    live.runUntil(5 * kSecond);
    Scenario recorded = recorder.scenario();
    CHECK(firstDifference(witness.seconds(), played(recorded)) == -1);
    recorded.timeline.front().at += 1;
    CHECK(firstDifference(witness.seconds(), played(recorded)) == 3);
}

TEST_CASE("a key that went down and up is written as held") {
    NvMemory memory;
    Simulation live(scenarioOf(kBases[0]), memory);
    StimulusRecorder recorder;
    recorder.begin(live);
    live.runUntil(2520);
    live.onKey(Key::Right, true);
    live.runUntil(3780);
    live.onKey(Key::Right, false);
    live.runUntil(5040);
    live.onKey(Key::Plus, true);
    live.onKey(Key::Minus, true);
    const std::string text = *scenarioText(recorder.scenario(), "");
    CHECK(text.find("{at: 1 s, press: [{hold: right, for: 0.5 s}]}") != std::string::npos);
    CHECK(text.find("{at: 2 s, press: [{down: plus}]}") != std::string::npos);
    CHECK(text.find("{at: 2 s, press: [{down: minus}]}") != std::string::npos);
}

TEST_CASE("only writes that were accepted are kept and in one piece") {
    NvMemory memory;
    Simulation live(scenarioOf(kBases[0]), memory);
    StimulusRecorder recorder;
    recorder.begin(live);
    live.runUntil(2 * kSecond + 7);
    std::array<std::byte, 256> response{};
    static_cast<void>(live.servePdu(writeRequest(142, {15, 30}), response));
    static_cast<void>(live.servePdu(singleRequest(142, 16), response));
    static_cast<void>(live.servePdu(singleRequest(142, 100), response)); // Beyond 99 %: refused.
    static_cast<void>(live.servePdu(test::readRequest(1, 10), response));
    broadcast(live, singleRequest(143, 31));
    const Scenario recorded = recorder.scenario();
    REQUIRE(recorded.timeline.size() == 3);
    using Registers = decltype(WriteAction::registers);
    CHECK(std::get<WriteAction>(recorded.timeline[0].action).registers ==
          Registers{{142, 15}, {143, 30}});
    CHECK(std::get<WriteAction>(recorded.timeline[1].action).registers == Registers{{142, 16}});
    CHECK(std::get<WriteAction>(recorded.timeline[2].action).registers == Registers{{143, 31}});
    CHECK(recorded.timeline[2].at == 2 * kSecond + 7);
}

TEST_CASE("what a rewind undoes is no longer recorded") {
    NvMemory memory;
    Simulation live(scenarioOf(kBases[0]), memory);
    StimulusRecorder recorder;
    recorder.begin(live);
    Witness witness;
    live.runUntil(2 * kSecond);
    live.onKey(Key::Right, true);
    live.runUntil(2 * kSecond + 300);
    const auto saved = live.snapshot();
    live.onKey(Key::Right, false);
    live.clearFaults("");
    live.runUntil(4 * kSecond);
    CHECK(recorder.count() == 2);
    live.restore(*saved);
    CHECK(recorder.count() == 1);
    live.onKey(Key::Left, true);
    live.runUntil(3 * kSecond);
    const Scenario recorded = recorder.scenario();
    REQUIRE(recorded.timeline.size() == 2);
    CHECK(recorded.timeline[1].at == 2 * kSecond + 300);
    CHECK(recorded.duration == 3 * kSecond);
}

TEST_CASE("what a scenario cannot say is told") {
    NvMemory memory;
    Simulation live(scenarioOf(kBases[0]), memory);
    StimulusRecorder recorder;
    recorder.begin(live);
    live.runUntil(kSecond);
    World world = live.world();
    world.source.frequencyHz = 1000.0;
    live.setWorld(world);
    CHECK(live.world().source.frequencyHz == 1000.0);
    REQUIRE(recorder.notes().size() == 1);
    CHECK(recorder.notes().front().find("at 1 s") == 0);
}

TEST_CASE("a recording that begins late or on a used memory says so") {
    NvMemory memory;
    {
        Simulation first(scenarioOf(kBases[0]), memory);
        first.runUntil(3 * kSecond);
        first.meter().powerFail();
    }
    Simulation live(scenarioOf(kBases[0]), memory);
    StimulusRecorder early;
    early.begin(live);
    REQUIRE(early.notes().size() == 1);
    CHECK(early.notes().front().find("stored") != std::string::npos);
    early.end();
    live.runUntil(kSecond);
    live.onKey(Key::Right, true);
    StimulusRecorder late;
    late.begin(live);
    REQUIRE(late.notes().size() == 1);
    CHECK(late.notes().front().find("began at 1 s") != std::string::npos);
}

TEST_CASE("a line setting past the keys acts and is kept and is told as what no scenario holds") {
    NvMemory memory;
    Simulation simulation(scenarioOf("metertwin: 1\nname: x\n"), memory);
    simulation.runUntil(2 * kSecond);
    StimulusRecorder recorder;
    recorder.begin(simulation);
    simulation.setLineSetting(77, 9600, Parity::Even);
    World world = simulation.world();
    world.installation.isControlPowerOn = false;
    simulation.setWorld(world);
    simulation.runUntil(3 * kSecond);
    world.installation.isControlPowerOn = true;
    simulation.setWorld(world);
    simulation.runUntil(6 * kSecond);
    const Settings& settings = simulation.meter().readings().settings;
    CHECK(settings.modbusAddress == 77);
    CHECK(settings.baudRate == 9600);
    CHECK(settings.parity == Parity::Even);
    REQUIRE(recorder.notes().size() == 1);
    CHECK(recorder.notes().front().starts_with("at 2 s address, baud rate or parity"));
    recorder.end();
}
