// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Going back is exact: a random life (rewired recordings, faults, faults of the line, swapped
// meters, keys, power cuts) is lived once; then its second part again from a kept state. What
// can be seen at every whole second and at the end must be the same bits.

#include "sim/line/line_fault_player.hpp"
#include "sim/live/history/live_run.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/sim/replay/recorded_signals.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"
#include "tests/support/random_life.hpp"
#include "tests/support/twin_witness.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meter::test {

namespace {

using sim::Scenario;
using sim::Simulation;
using sim::TimelineEntry;

constexpr SampleTime kSecond = kSamplesPerSecond;
constexpr SampleTime kEnd = 26 * kSecond;

constexpr std::string_view kHead =
    "metertwin: 1\nname: life\nduration: forever\n"
    "meter: {serial: 11111111, ct: 100 A, voltage: 480 V, pulse_energy: 10 Wh, accuracy: class,\n"
    "  demand: {length: 10 s}, energies: {real: 12 kWh}}\n";

struct Kind {
    std::string_view text;
    std::size_t deedCount; ///< A recording has no source and no load to set.
};

constexpr std::array<Kind, 2> kWorlds = {
    {{"source: {voltage: 277 V, noise: 0.2 %}\nload: {current: 80 A, pf: 0.8 lagging}\n"
      "installation: {control_power: {from: A-N}}\n",
      26},
     {"replay: {file: life.csv, loop: true}\ninstallation: {control_power: {from: A-N}}\n", 21}}};

/// What a life is made of, in the words of a timeline; each begins with its action.
constexpr std::array<std::string_view, 26> kDeeds = {
    "set: {installation.voltage_leads.A: B, installation.voltage_leads.B: A}",
    "set: {installation.voltage_leads.A: A, installation.voltage_leads.B: B}",
    "set: {installation.voltage_leads.C: open}, for: 1.3 s",
    "set: {installation.ct_leads.A: C}, for: 2.1 s",
    "set: {installation.ct_reversed.B: true}",
    "set: {installation.ct_rating: 50 A}, for: 3 s",
    "set: {installation.ambient: 60 C}, ramp: 4 s",
    "set: {installation.ambient: 5 C}",
    "set: {source.voltage.B: 120 V}, for: 1.7 s",
    "set: {source.frequency: 57 Hz}, ramp: 3 s",
    "set: {load.current.C: 20 A}",
    "apply: ct-swap, pair: [A, B], for: 2.2 s",
    "apply: ct-reverse, input: C",
    "apply: sag, residual: 60 %, for: 0.4 s",
    "apply: frequency-ramp, to: 58 Hz",
    "clear: all",
    "line: {drop: 50 %, corrupt: {probability: 40 %}}",
    "line: {exception: {code: 6, count: 2}}, for: 2 s",
    "swap: {serial: 22222222, ct: 200 A, energies: {real: 30 kWh}}",
    "swap: {serial: 11111111, accuracy: ideal}",
    "swap: {serial: 33333333, variant: S4000-R-LOG, demand: {length: 11 s}}",
    "press: [right, plus, {hold: left, for: 1.2 s}]",
    "press: [{down: minus}]",
    "press: [{up: minus}]",
    "power: off, for: 0.9 s",
    "write: {131: 200}",
};

struct Act {
    SampleTime at = 0;
    TimelineEntry entry;
};

Scenario read(const std::string& text, const Folder& folder) {
    const auto scenario = sim::readScenario(folder.write("life.yaml", text));
    INFO(text << (scenario ? std::string{} : scenario.error().front().message()));
    REQUIRE(scenario.has_value());
    return *scenario;
}

std::vector<TimelineEntry> knownDeeds(const Kind& world, const Folder& folder) {
    std::vector<TimelineEntry> known;
    for (const std::string_view act : kDeeds) {
        const std::string text = std::string(kHead) + std::string(world.text) +
                                 "timeline: [{at: 0 s, " + std::string(act) + "}]\n";
        const auto scenario = sim::readScenario(folder.write("act.yaml", text));
        if (scenario) {
            known.push_back(scenario->timeline.front());
        }
    }
    REQUIRE(known.size() == world.deedCount);
    return known;
}

std::vector<Act> randomLife(unsigned seed, const std::vector<TimelineEntry>& known) {
    RandomLife life(seed);
    std::vector<Act> acts;
    for (int count = 40; count > 0; --count) {
        const auto which = static_cast<std::size_t>(life.below(static_cast<int>(known.size())));
        acts.push_back({.at = life.below(static_cast<int>(kEnd)), .entry = known[which]});
    }
    std::ranges::sort(acts, {}, &Act::at);
    return acts;
}

/// One request on the line: what the faults make of its answer.
std::uint64_t answerOf(Simulation& twin) {
    static const std::vector<std::byte> kRequest = fromHex("03 00 00 00 01");
    static const std::vector<std::byte> kAnswer = fromHex("01 03 02 12 34 B5 33");
    sim::AnswerPlan plan;
    const sim::LineRequest request = {.unit = 1, .pdu = kRequest};
    const std::array<sim::LineFaultActor, 1> actors = {
        {{.player = &twin.lineFaultPlayer(), .now = twin.now(), .isOwn = true}}};
    const sim::LineVerdict verdict = sim::judgeRequest(actors, request, plan);
    std::uint64_t seen = verdict.isMute ? 1U : verdict.exception.value_or(0) * 2U;
    plan.plain = kAnswer;
    sim::shapeAnswer(actors, request, twin.lineFaultPlayer().remembered(), plan);
    for (const sim::AnswerPiece& piece : plan.pieces) {
        for (const std::byte byte : piece.bytes) {
            seen = seen * 31U + std::to_integer<unsigned>(byte);
        }
        seen = seen * 31U + 7U;
    }
    return seen;
}

/// What was seen, by the sample.
using Life = std::map<SampleTime, Sight>;

struct Twin {
    explicit Twin(const Scenario& scenario) : simulation(scenario, memory) {}

    /// Lives on to a time; the acts before the present time were done.
    Life live(const std::vector<Act>& acts, SampleTime end) {
        Life life;
        std::size_t next = done;
        while (simulation.now() < end) {
            const SampleTime second = (simulation.now() / kSecond + 1) * kSecond;
            const SampleTime act = next < acts.size() ? acts[next].at : kEnd;
            simulation.runUntil(std::min({second, act, end}));
            if (simulation.now() == second) {
                life[second] = sightOf(simulation, memory);
                life[second].push_back(answerOf(simulation));
            }
            for (;
                 next < acts.size() && acts[next].at <= simulation.now() && simulation.now() < end;
                 ++next) {
                simulation.perform(acts[next].entry);
            }
        }
        done = next;
        life.try_emplace(end, sightOf(simulation, memory));
        return life;
    }

    sim::NvMemory memory;
    Simulation simulation;
    std::size_t done = 0; ///< Deeds.
};

std::string recordedText() {
    return BalancedCsv{.durationS = 2.0, .currentA = 70.0}.text();
}

/// The first second at which two lives differ; -1: they are the same from `from` on.
SampleTime firstDifference(const Life& one, const Life& other, SampleTime from) {
    for (auto known = one.upper_bound(from); known != one.end(); ++known) {
        const bool isOnlyStop = known->first % kSecond != 0; // Where one of the two was left.
        const auto again = other.find(known->first);
        if (again == other.end() ? !isOnlyStop : again->second != known->second) {
            return known->first;
        }
    }
    return -1;
}

} // namespace

TEST_CASE("a life that is lived again from a kept state is the same bit for bit") {
    const Folder folder("rewind");
    static_cast<void>(folder.write("life.csv", recordedText()));
    for (const Kind& world : kWorlds) {
        const Scenario scenario = read(std::string(kHead) + std::string(world.text), folder);
        const std::vector<TimelineEntry> known = knownDeeds(world, folder);
        for (const unsigned seed : seedsToTry()) {
            const std::vector<Act> acts = randomLife(seed, known);
            RandomLife chance(seed + 1000);
            const SampleTime first = chance.below(static_cast<int>(kEnd / 2));
            const SampleTime second = first + chance.below(static_cast<int>(kEnd / 2));
            INFO("seed " << seed << ", back to " << first << " and " << second << ", "
                         << world.text);
            Twin twin(scenario);
            Life life = twin.live(acts, first);
            const auto early = twin.simulation.snapshot();
            const std::size_t earlyDone = twin.done;
            life.merge(twin.live(acts, second));
            const auto late = twin.simulation.snapshot();
            const std::size_t lateDone = twin.done;
            life.merge(twin.live(acts, kEnd));

            twin.simulation.restore(*early);
            twin.done = earlyDone;
            CHECK(sightOf(twin.simulation, twin.memory) == life[first]);
            CHECK(firstDifference(life, twin.live(acts, kEnd), first) == -1);
            twin.simulation.restore(*late);
            twin.done = lateDone;
            CHECK(sightOf(twin.simulation, twin.memory) == life[second]);
            CHECK(firstDifference(life, twin.live(acts, kEnd), second) == -1);

            Twin straight(scenario);
            CHECK(firstDifference(life, straight.live(acts, kEnd), 0) == -1);
        }
    }
}

TEST_CASE("a live run that went back is where it was at that time") {
    const Folder folder("rewind-live");
    static_cast<void>(folder.write("life.csv", recordedText()));
    for (const Kind& world : kWorlds) {
        const Scenario scenario = read(std::string(kHead) + std::string(world.text), folder);
        const std::vector<TimelineEntry> known = knownDeeds(world, folder);
        for (const unsigned seed : seedsToTry()) {
            const std::vector<Act> acts = randomLife(seed, known);
            RandomLife chance(seed + 2000);
            const SampleTime back = chance.below(static_cast<int>(kEnd));
            INFO("seed " << seed << ", back to " << back << ", " << world.text);
            std::vector<Simulation> twins;
            sim::NvMemory memory;
            twins.emplace_back(scenario, memory);
            sim::live::LiveRun run(twins,
                                   [&twins](SampleTime samples) { twins.front().step(samples); });
            for (const Act& act : acts) {
                run.advance(act.at - run.now());
                twins.front().perform(act.entry);
            }
            run.advance(kEnd - run.now());
            REQUIRE(run.rewindTo(back));
            Twin straight(scenario);
            static_cast<void>(straight.live(acts, back));
            CHECK(sightOf(twins.front(), memory) == sightOf(straight.simulation, straight.memory));
        }
    }
}

} // namespace meter::test
