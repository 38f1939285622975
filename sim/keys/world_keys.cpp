// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/keys/world_keys.hpp"

#include "core/base/math.hpp"
#include "sim/keys/rope_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace meter::sim {

namespace {

using Kind = ValueRule::Kind;

constexpr double kVoltageMaxV = 1e6;
constexpr double kCurrentMaxA = 1e6;

constexpr double code(auto enumerator) {
    return static_cast<double>(enumerator);
}

constexpr std::array kServices = {
    Choice{"wye", code(Service::Wye)},
    Choice{"delta", code(Service::Delta)},
    Choice{"split-phase", code(Service::SplitPhase)},
    Choice{"single-phase", code(Service::SinglePhase)},
    Choice{"corner-grounded-delta", code(Service::CornerGroundedDelta)},
    Choice{"high-leg-delta", code(Service::HighLegDelta)},
};

constexpr std::array kConductors = {
    Choice{"A", code(Conductor::A)},       Choice{"B", code(Conductor::B)},
    Choice{"C", code(Conductor::C)},       Choice{"N", code(Conductor::N)},
    Choice{"open", code(Conductor::Open)},
};

constexpr std::array kSupplyStates = {Choice{"good", 1.0}, Choice{"damaged", 0.0}};

constexpr std::array kCtTypes = {Choice{"rope", code(CtType::Rope)},
                                 Choice{"5a", code(CtType::FiveA)}};

constexpr std::array kPhases = {Choice{"A", 0.0}, Choice{"B", 1.0}, Choice{"C", 2.0}};

constexpr std::array kFlickerShapes = {Choice{"sine", code(FlickerShape::Sine)},
                                       Choice{"square", code(FlickerShape::Square)}};

constexpr std::array kSupplyKinds = {Choice{"ac", code(ControlPowerKind::OwnAc)},
                                     Choice{"dc", code(ControlPowerKind::OwnDc)},
                                     Choice{"service", code(ControlPowerKind::FromService)}};

constexpr std::array kDisconnectStates = {Choice{"closed", 1.0}, Choice{"open", 0.0}};
constexpr std::array kPolarities = {Choice{"right", 0.0}, Choice{"reversed", 1.0}};
constexpr std::array kShields = {Choice{"connected", 0.0}, Choice{"open", 1.0}};
constexpr std::array kFuseStates = {Choice{"good", 1.0}, Choice{"blown", 0.0}};

/// Two conductors as one code.
constexpr double pairCode(Conductor from, Conductor to) {
    return code(from) * 8.0 + code(to);
}

constexpr std::array kPairs = {
    Choice{"A-N", pairCode(Conductor::A, Conductor::N)},
    Choice{"B-N", pairCode(Conductor::B, Conductor::N)},
    Choice{"C-N", pairCode(Conductor::C, Conductor::N)},
    Choice{"A-B", pairCode(Conductor::A, Conductor::B)},
    Choice{"B-C", pairCode(Conductor::B, Conductor::C)},
    Choice{"C-A", pairCode(Conductor::C, Conductor::A)},
    Choice{"B-A", pairCode(Conductor::B, Conductor::A)},
    Choice{"C-B", pairCode(Conductor::C, Conductor::B)},
    Choice{"A-C", pairCode(Conductor::A, Conductor::C)},
};

constexpr ValueRule number(Dimension dimension, double min, double max) {
    return {.kind = Kind::Number, .dimension = dimension, .min = min, .max = max};
}

constexpr ValueRule level(double max) {
    return {.kind = Kind::Level, .min = 0.0, .max = max};
}

constexpr ValueRule choice(std::span<const Choice> choices) {
    return {.kind = Kind::Choice, .choices = choices};
}

constexpr ValueRule kSwitch = {.kind = Kind::Switch};
constexpr ValueRule kRope = {.kind = Kind::Rope};
constexpr ValueRule kAngle = number(Dimension::Angle, -360.0, 360.0);
constexpr ValueRule kLevel = level(10.0);
constexpr ValueRule kOrder = {
    .kind = Kind::Number, .min = 2.0, .max = kHarmonicOrderMax, .isWhole = true};
constexpr ValueRule kInterharmonicFrequency = number(Dimension::Frequency, 0.1, 2460.0);
constexpr ValueRule kPowerFactor = {.kind = Kind::PowerFactor, .min = -1.0, .max = 1.0};

using World1 = const World&;

double powerFactorOf(const World& world, std::size_t phase) {
    const double degrees = world.load.laggingDeg[phase];
    const double cosine = sineCosineTurns(degrees / 360.0).cosine;
    return degrees < 0.0 ? -cosine : cosine;
}

void setPowerFactor(World& world, std::size_t phase, double powerFactor) {
    const double degrees = laggingDegOfPowerFactor(std::fabs(powerFactor));
    world.load.laggingDeg[phase] = powerFactor < 0.0 ? -degrees : degrees;
}

void setSupply(World& world, ControlPowerKind kind, double voltageV) {
    world.installation.controlPower.kind = kind;
    world.installation.controlPower.voltageV = voltageV;
}

void setSupplyPair(World& world, double pair) {
    const int pairNumber = static_cast<int>(pair);
    world.installation.controlPower.from = static_cast<Conductor>(pairNumber / 8);
    world.installation.controlPower.to = static_cast<Conductor>(pairNumber % 8);
}

double supplyPairOf(const World& world) {
    const ControlPower& power = world.installation.controlPower;
    return pairCode(power.from, power.to);
}

constexpr std::array kWorldKeys = {
    WorldKey{"installation.service", Indexing::One, choice(kServices),
             [](World1 w, std::size_t) { return code(w.installation.service); },
             [](World& w, std::size_t, double v) {
                 w.installation.service = static_cast<Service>(static_cast<int>(v));
             },
             "what is wired"},
    WorldKey{"installation.high_leg", Indexing::One, choice(kPhases),
             [](World1 w, std::size_t) { return code(w.installation.highLeg); },
             [](World& w, std::size_t, double v) { w.installation.highLeg = static_cast<int>(v); },
             "the high leg of a high-leg delta"},
    WorldKey{"installation.ct_rating", Indexing::One, number(Dimension::Current, 0.1, 1e5),
             [](World1 w, std::size_t) { return w.installation.ctRatingA; },
             [](World& w, std::size_t, double v) { w.installation.ctRatingA = v; },
             "the CT really fitted"},
    WorldKey{"installation.pt_rating", Indexing::One, number(Dimension::None, 0.001, 1e4),
             [](World1 w, std::size_t) { return w.installation.ptRating; },
             [](World& w, std::size_t, double v) { w.installation.ptRating = v; },
             "the PT really fitted"},
    WorldKey{"installation.voltage_leads", Indexing::Terminal, choice(kConductors),
             [](World1 w, std::size_t i) { return code(w.installation.voltageLeads[i]); },
             [](World& w, std::size_t i, double v) {
                 w.installation.voltageLeads[i] = static_cast<Conductor>(static_cast<int>(v));
             },
             "the conductor that a voltage terminal is on"},
    WorldKey{"installation.pt_reversed", Indexing::CtInput, kSwitch,
             [](World1 w, std::size_t i) { return w.installation.ptReversed[i] ? 1.0 : 0.0; },
             [](World& w, std::size_t i, double v) { w.installation.ptReversed[i] = v != 0.0; },
             "PTs whose polarity is reversed"},
    WorldKey{"installation.ct_leads", Indexing::CtInput, kRope,
             [](World1 w, std::size_t i) { return ropeCode(w.installation.ctLeads[i]); },
             [](World& w, std::size_t i, double v) { w.installation.ctLeads[i] = ropeOfCode(v); },
             "what a rope CT encloses"},
    WorldKey{"installation.ct_reversed", Indexing::CtInput, kSwitch,
             [](World1 w, std::size_t i) { return w.installation.ctReversed[i] ? 1.0 : 0.0; },
             [](World& w, std::size_t i, double v) { w.installation.ctReversed[i] = v != 0.0; },
             "rope CTs that are reversed"},
    WorldKey{"installation.ct_phase", Indexing::CtInput, number(Dimension::Angle, -90.0, 90.0),
             [](World1 w, std::size_t i) { return w.installation.ctPhaseDeg[i]; },
             [](World& w, std::size_t i, double v) { w.installation.ctPhaseDeg[i] = v; },
             "phase error of a CT, positive = the measured current leads"},
    WorldKey{"installation.ct_output", Indexing::CtInput, level(10.0),
             [](World1 w, std::size_t i) { return w.installation.ctOutput[i]; },
             [](World& w, std::size_t i, double v) { w.installation.ctOutput[i] = v; },
             "what a rope gives, of what the right one would"},
    WorldKey{"installation.ct_type", Indexing::CtInput, choice(kCtTypes),
             [](World1 w, std::size_t i) { return code(w.installation.ctType[i]); },
             [](World& w, std::size_t i, double v) {
                 w.installation.ctType[i] = static_cast<CtType>(static_cast<int>(v));
             },
             "a rope, or a current-output CT, which the guide forbids"},
    WorldKey{"installation.disconnect", Indexing::One, choice(kDisconnectStates),
             [](World1 w, std::size_t) { return w.installation.isDisconnectClosed ? 1.0 : 0.0; },
             [](World& w, std::size_t, double v) { w.installation.isDisconnectClosed = v != 0.0; },
             "the switch in the voltage leads"},
    WorldKey{"installation.fuses", Indexing::CtInput, choice(kFuseStates),
             [](World1 w, std::size_t i) { return w.installation.isFuseGood[i] ? 1.0 : 0.0; },
             [](World& w, std::size_t i, double v) { w.installation.isFuseGood[i] = v != 0.0; },
             "the fuses in the voltage leads"},
    WorldKey{"installation.fuses.control", Indexing::One, choice(kFuseStates),
             [](World1 w, std::size_t) { return w.installation.isControlFuseGood ? 1.0 : 0.0; },
             [](World& w, std::size_t, double v) { w.installation.isControlFuseGood = v != 0.0; },
             "the fuse in the control power"},
    WorldKey{"installation.control_supply", Indexing::One, choice(kSupplyStates),
             [](World1 w, std::size_t) { return w.installation.isControlSupplyGood ? 1.0 : 0.0; },
             [](World& w, std::size_t, double v) { w.installation.isControlSupplyGood = v != 0.0; },
             "the meter's own supply, which too high a voltage damages"},
    WorldKey{"installation.control_power", Indexing::One, number(Dimension::Voltage, 0.0, 1000.0),
             [](World1 w, std::size_t) { return w.installation.controlPower.voltageV; },
             [](World& w, std::size_t, double v) { setSupply(w, ControlPowerKind::OwnAc, v); },
             "a separate AC supply"},
    WorldKey{"installation.control_power.dc", Indexing::One,
             number(Dimension::Voltage, 0.0, 1000.0),
             [](World1 w, std::size_t) { return w.installation.controlPower.voltageV; },
             [](World& w, std::size_t, double v) { setSupply(w, ControlPowerKind::OwnDc, v); },
             "a separate DC supply"},
    WorldKey{"installation.control_power.from", Indexing::One, choice(kPairs),
             [](World1 w, std::size_t) { return supplyPairOf(w); },
             [](World& w, std::size_t, double v) {
                 w.installation.controlPower.kind = ControlPowerKind::FromService;
                 setSupplyPair(w, v);
             },
             "taken from the measured service"},
    WorldKey{"installation.control_power.ratio", Indexing::One, number(Dimension::None, 0.01, 1e4),
             [](World1 w, std::size_t) { return w.installation.controlPower.ratio; },
             [](World& w, std::size_t, double v) { w.installation.controlPower.ratio = v; },
             "of the control power transformer behind `from`"},
    WorldKey{"installation.control_power.kind", Indexing::One, choice(kSupplyKinds),
             [](World1 w, std::size_t) { return code(w.installation.controlPower.kind); },
             [](World& w, std::size_t, double v) {
                 w.installation.controlPower.kind =
                     static_cast<ControlPowerKind>(static_cast<int>(v));
             },
             "which supply", true},
    WorldKey{"installation.control_power.voltage", Indexing::One,
             number(Dimension::Voltage, 0.0, 1000.0),
             [](World1 w, std::size_t) { return w.installation.controlPower.voltageV; },
             [](World& w, std::size_t, double v) { w.installation.controlPower.voltageV = v; },
             "its voltage", true},
    WorldKey{"installation.control_power.pair", Indexing::One, choice(kPairs),
             [](World1 w, std::size_t) { return supplyPairOf(w); },
             [](World& w, std::size_t, double v) { setSupplyPair(w, v); }, "its conductors", true},
    WorldKey{"installation.ambient", Indexing::One, number(Dimension::Temperature, -60.0, 120.0),
             [](World1 w, std::size_t) { return w.installation.ambientC; },
             [](World& w, std::size_t, double v) { w.installation.ambientC = v; },
             "temperature around the meter"},
    WorldKey{"line.pace", Indexing::One, kSwitch,
             [](World1 w, std::size_t) { return w.line.isPaced ? 1.0 : 0.0; },
             [](World& w, std::size_t, double v) { w.line.isPaced = v != 0.0; },
             "bytes take their transmission time at the baud rate"},
    WorldKey{"line.wiring.polarity", Indexing::One, choice(kPolarities),
             [](World1 w, std::size_t) { return w.line.wiring.isReversed ? 1.0 : 0.0; },
             [](World& w, std::size_t, double v) { w.line.wiring.isReversed = v != 0.0; },
             "of the RS-485 pair at the meter"},
    WorldKey{"line.wiring.terminators",
             Indexing::One,
             {.kind = Kind::Number, .min = 0.0, .max = 3.0, .isWhole = true},
             [](World1 w, std::size_t) { return static_cast<double>(w.line.wiring.terminators); },
             [](World& w, std::size_t, double v) {
                 w.line.wiring.terminators = static_cast<std::uint8_t>(v);
             },
             "terminating resistors on the line; one at each end is right"},
    WorldKey{"line.wiring.length", Indexing::One, number(Dimension::Length, 0.0, 10'000.0),
             [](World1 w, std::size_t) { return w.line.wiring.lengthM; },
             [](World& w, std::size_t, double v) { w.line.wiring.lengthM = v; }, "of the line"},
    WorldKey{"line.wiring.shield", Indexing::One, choice(kShields),
             [](World1 w, std::size_t) { return w.line.wiring.isShieldOpen ? 1.0 : 0.0; },
             [](World& w, std::size_t, double v) { w.line.wiring.isShieldOpen = v != 0.0; },
             "of the cable"},
    WorldKey{"line.wiring.open", Indexing::One, kSwitch,
             [](World1 w, std::size_t) { return w.line.wiring.isOpen ? 1.0 : 0.0; },
             [](World& w, std::size_t, double v) { w.line.wiring.isOpen = v != 0.0; },
             "a wire of the pair is broken or loose"},
    WorldKey{"source.frequency", Indexing::One, number(Dimension::Frequency, 10.0, 400.0),
             [](World1 w, std::size_t) { return w.source.frequencyHz; },
             [](World& w, std::size_t, double v) { w.source.frequencyHz = v; },
             "of the fundamental"},
    WorldKey{"source.voltage", Indexing::SourcePhase, number(Dimension::Voltage, 0.0, kVoltageMaxV),
             [](World1 w, std::size_t i) { return w.source.voltageV[i]; },
             [](World& w, std::size_t i, double v) { w.source.voltageV[i] = v; },
             "RMS of the fundamental"},
    WorldKey{"source.angle", Indexing::SourcePhase, kAngle,
             [](World1 w, std::size_t i) { return w.source.angleDeg[i]; },
             [](World& w, std::size_t i, double v) { w.source.angleDeg[i] = v; },
             "of the fundamental"},
    WorldKey{"source.offset", Indexing::SourcePhase,
             number(Dimension::Voltage, -kVoltageMaxV, kVoltageMaxV),
             [](World1 w, std::size_t i) { return w.source.offsetV[i]; },
             [](World& w, std::size_t i, double v) { w.source.offsetV[i] = v; }, "DC"},
    WorldKey{"source.noise", Indexing::SourcePhase, level(1.0),
             [](World1 w, std::size_t i) { return w.source.noise[i]; },
             [](World& w, std::size_t i, double v) { w.source.noise[i] = v; },
             "white, RMS, of the nominal"},
    WorldKey{"source.flicker.depth", Indexing::One, level(1.0),
             [](World1 w, std::size_t) { return w.source.flicker.depth; },
             [](World& w, std::size_t, double v) { w.source.flicker.depth = v; },
             "peak to peak, of the nominal"},
    WorldKey{"source.flicker.rate", Indexing::One, number(Dimension::Frequency, 0.01, 60.0),
             [](World1 w, std::size_t) { return w.source.flicker.rateHz; },
             [](World& w, std::size_t, double v) { w.source.flicker.rateHz = v; }, "how often"},
    WorldKey{"source.flicker.shape", Indexing::One, choice(kFlickerShapes),
             [](World1 w, std::size_t) { return code(w.source.flicker.shape); },
             [](World& w, std::size_t, double v) {
                 w.source.flicker.shape = static_cast<FlickerShape>(static_cast<int>(v));
             },
             "of the modulation"},
    WorldKey{"load.current", Indexing::LoadPhase, number(Dimension::Current, 0.0, kCurrentMaxA),
             [](World1 w, std::size_t i) { return w.load.currentA[i]; },
             [](World& w, std::size_t i, double v) { w.load.currentA[i] = v; },
             "RMS of the fundamental, per line conductor"},
    WorldKey{"load.pf", Indexing::LoadPhase, kPowerFactor, powerFactorOf, setPowerFactor,
             "displacement power factor"},
    WorldKey{"load.phase", Indexing::LoadPhase, kAngle,
             [](World1 w, std::size_t i) { return w.load.laggingDeg[i]; },
             [](World& w, std::size_t i, double v) { w.load.laggingDeg[i] = v; },
             "the same as an angle, positive = lagging"},
    WorldKey{"load.offset", Indexing::LoadPhase,
             number(Dimension::Current, -kCurrentMaxA, kCurrentMaxA),
             [](World1 w, std::size_t i) { return w.load.offsetA[i]; },
             [](World& w, std::size_t i, double v) { w.load.offsetA[i] = v; },
             "DC; a rope CT passes none"},
    WorldKey{"load.noise", Indexing::LoadPhase, level(1.0),
             [](World1 w, std::size_t i) { return w.load.noise[i]; },
             [](World& w, std::size_t i, double v) { w.load.noise[i] = v; },
             "white, RMS, of the CT's rating"},
};

constexpr std::array kSpectrumKeys = {
    SpectrumKey{"source.harmonics", [](World& w) { return &w.source.harmonics; }, nullptr},
    SpectrumKey{"source.interharmonics", nullptr,
                [](World& w) {
                    return &w.source.interharmonics;
                }},
    SpectrumKey{"load.harmonics", [](World& w) { return &w.load.harmonics; }, nullptr},
};

constexpr std::array<std::string_view, 4> kTerminalNames = {"A", "B", "C", "N"};
constexpr std::array<std::string_view, 3> kPairNames = {"AB", "BC", "CA"};

} // namespace

std::span<const WorldKey> worldKeys() {
    return kWorldKeys;
}

const WorldKey* findWorldKey(std::string_view path) {
    const auto found = std::ranges::find(kWorldKeys, path, &WorldKey::path);
    return found == kWorldKeys.end() ? nullptr : &*found;
}

std::span<const SpectrumKey> spectrumKeys() {
    return kSpectrumKeys;
}

const ValueRule& levelRule() {
    return kLevel;
}

const ValueRule& angleRule() {
    return kAngle;
}

const ValueRule& orderRule() {
    return kOrder;
}

const ValueRule& interharmonicFrequencyRule() {
    return kInterharmonicFrequency;
}

std::span<const Choice> serviceChoices() {
    return kServices;
}

bool isDelta(Service service) {
    return service == Service::Delta || service == Service::CornerGroundedDelta ||
           service == Service::HighLegDelta;
}

bool hasPhase(Service service, std::size_t phase) {
    if (service == Service::SinglePhase) {
        return phase == 0;
    }
    return phase < (service == Service::SplitPhase ? 2U : kPhaseCount);
}

bool hasConductor(Service service, Conductor conductor) {
    if (conductor == Conductor::N) {
        return service != Service::Delta && service != Service::CornerGroundedDelta;
    }
    return conductor == Conductor::Open || hasPhase(service, static_cast<std::size_t>(conductor));
}

std::string_view nameOf(Service service) {
    return kServices[static_cast<std::size_t>(service)].word;
}

std::span<const std::string_view> phaseNames(bool isLineToLine, Service service) {
    if (isLineToLine && isDelta(service)) {
        return kPairNames;
    }
    const std::size_t count = hasPhase(service, 2) ? 3 : hasPhase(service, 1) ? 2 : 1;
    return std::span<const std::string_view>(kTerminalNames).first(count);
}

std::span<const std::string_view> indexNames(const WorldKey& key, Service service) {
    switch (key.indexing) {
    case Indexing::One:
        return {};
    case Indexing::Terminal:
        return kTerminalNames;
    case Indexing::CtInput:
        return std::span<const std::string_view>(kTerminalNames).first(kPhaseCount);
    case Indexing::SourcePhase:
        return phaseNames(true, service);
    case Indexing::LoadPhase:
        break;
    }
    return phaseNames(false, service);
}

std::optional<std::size_t> indexOfPhase(std::string_view name,
                                        std::span<const std::string_view> names) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - names.begin());
}

std::optional<std::size_t> indexOf(const WorldKey& key, Service service, std::string_view name) {
    const auto index = indexOfPhase(name, indexNames(key, service));
    // A delta's first, second and third source voltage; for the voltages themselves "A" would
    // read as L-N, which they are not.
    const bool hasPlainNames =
        key.indexing == Indexing::SourcePhase && key.path != "source.voltage";
    return index || !hasPlainNames ? index : indexOfPhase(name, phaseNames(false, service));
}

} // namespace meter::sim
