// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/fault_table.hpp"

#include "sim/faults/fault_effects.hpp"

#include <algorithm>
#include <array>

namespace meter::sim {

namespace {

using Kind = ValueRule::Kind;
using Form = FaultForm;
using Base = FaultBase;

constexpr ValueRule number(Dimension dimension, double min, double max) {
    return {.kind = Kind::Number, .dimension = dimension, .min = min, .max = max};
}

constexpr ValueRule level(double min, double max) {
    return {.kind = Kind::Level, .min = min, .max = max};
}

constexpr ValueRule whole(double min, double max) {
    return {.kind = Kind::Number, .min = min, .max = max, .isWhole = true};
}

constexpr ValueRule choice(std::span<const Choice> choices) {
    return {.kind = Kind::Choice, .choices = choices};
}

constexpr double code(auto enumerator) {
    return static_cast<double>(enumerator);
}

constexpr std::array kSagTypes = {
    Choice{"plain", code(fault::SagType::Plain)}, Choice{"A", code(fault::SagType::A)},
    Choice{"B", code(fault::SagType::B)},         Choice{"C", code(fault::SagType::C)},
    Choice{"D", code(fault::SagType::D)},         Choice{"E", code(fault::SagType::E)},
    Choice{"F", code(fault::SagType::F)},         Choice{"G", code(fault::SagType::G)},
};
constexpr std::array<Choice, fault::kSpectrumCount> kSpectrumNames = {
    Choice{"rectifier", 0.0}, Choice{"six-pulse", 1.0}, Choice{"en50160", 2.0},
    Choice{"iec62053", 3.0}};
constexpr std::array kSides = {Choice{"voltage", code(fault::Side::Voltage)},
                               Choice{"current", code(fault::Side::Current)}};
constexpr std::array kShapes = {Choice{"sine", code(FlickerShape::Sine)},
                                Choice{"square", code(FlickerShape::Square)}};
constexpr std::array kDirections = {Choice{"forward", 0.0}, Choice{"backward", 1.0}};

constexpr ValueRule kVoltage = number(Dimension::Voltage, 0.0, 1e6);
constexpr ValueRule kAnyVoltage = number(Dimension::Voltage, -1e6, 1e6);
constexpr ValueRule kAngle = number(Dimension::Angle, -360.0, 360.0);
constexpr ValueRule kFrequency = number(Dimension::Frequency, 10.0, 400.0);
constexpr ValueRule kTime = number(Dimension::Time, 0.0, 3600.0);
constexpr ValueRule kTimeConstant = number(Dimension::Time, 1e-9, 10.0);
constexpr ValueRule kPowerFactor = {.kind = Kind::PowerFactor, .min = -1.0, .max = 1.0};
constexpr ValueRule kRate = number(Dimension::None, 0.01, 1000.0);

constexpr FaultParameter kPhase = {.name = "phase",
                                   .form = Form::Phases,
                                   .defaultText = "all",
                                   .meaning = "A, B, C, a list or all"};
constexpr FaultParameter kInput = {.name = "input",
                                   .form = Form::Inputs,
                                   .meaning = "CT inputs: A, B, C, a list or all",
                                   .isNeeded = true};
constexpr FaultParameter kPair = {
    .name = "pair", .form = Form::Pair, .meaning = "two of A, B, C", .isNeeded = true};
constexpr FaultParameter kDirection = {.name = "direction",
                                       .rule = choice(kDirections),
                                       .defaultText = "forward",
                                       .meaning = "forward: input A gets B, B gets C, C gets A"};

constexpr FaultParameter residual(std::string_view defaultText, double min, double max) {
    return {.name = "residual",
            .rule = level(min, max),
            .defaultText = defaultText,
            .meaning = "voltage that is left, of what was there"};
}

constexpr FaultParameter pointOnWave() {
    return {.name = "angle",
            .rule = kAngle,
            .defaultText = "90 deg",
            .meaning = "begins at this angle of the own phase"};
}

constexpr std::array kSag = {kPhase, residual("70 %", 0.0, 1.0),
                             FaultParameter{.name = "type",
                                            .rule = choice(kSagTypes),
                                            .defaultText = "plain",
                                            .meaning = "plain: each phase by itself; A to G: "
                                                       "phasors, symmetrical to `phase`"}};
constexpr std::array kSwell = {kPhase, residual("120 %", 1.0, 3.0)};
constexpr std::array kInterruption = {kPhase, residual("0 %", 0.0, 0.1)};
constexpr std::array kUndervoltage = {kPhase, residual("85 %", 0.0, 1.0)};
constexpr std::array kOvervoltage = {kPhase, residual("115 %", 1.0, 3.0)};
constexpr std::array kUnbalance = {
    FaultParameter{.name = "negative",
                   .rule = level(0.0, 1.0),
                   .defaultText = "2 %",
                   .meaning = "negative sequence, of the positive"},
    FaultParameter{
        .name = "angle", .rule = kAngle, .defaultText = "0 deg", .meaning = "between them, in A"}};
constexpr std::array kVoltages = {
    FaultParameter{.name = "level",
                   .form = Form::Three,
                   .rule = kVoltage,
                   .meaning = "RMS, one or three: A, B, C",
                   .base = Base::Voltage},
    FaultParameter{
        .name = "angle", .form = Form::Three, .rule = kAngle, .meaning = "one or three"}};
constexpr std::array kHarmonics = {FaultParameter{.name = "spectrum",
                                                  .rule = choice(kSpectrumNames),
                                                  .defaultText = "en50160",
                                                  .meaning =
                                                      "rectifier, six-pulse: of currents; "
                                                      "en50160: of voltages; iec62053: of both"},
                                   FaultParameter{.name = "level",
                                                  .rule = level(0.0, 3.0),
                                                  .defaultText = "100 %",
                                                  .meaning = "of the whole spectrum"},
                                   kPhase};
constexpr std::array kHarmonic = {
    FaultParameter{.name = "order",
                   .rule = whole(2.0, kHarmonicOrderMax),
                   .defaultText = "5",
                   .meaning = "of the fundamental"},
    FaultParameter{.name = "level",
                   .rule = level(0.0, 10.0),
                   .defaultText = "5 %",
                   .meaning = "of the fundamental"},
    FaultParameter{.name = "angle", .rule = kAngle, .defaultText = "0 deg", .meaning = "its own"},
    FaultParameter{
        .name = "of", .rule = choice(kSides), .defaultText = "voltage", .meaning = "where"},
    kPhase};
constexpr std::array kInterharmonic = {
    FaultParameter{.name = "frequency",
                   .rule = number(Dimension::Frequency, 0.1, 2460.0),
                   .defaultText = "175 Hz",
                   .meaning = "of the tone"},
    FaultParameter{.name = "level",
                   .rule = level(0.0, 10.0),
                   .defaultText = "2 %",
                   .meaning = "of the fundamental"},
    kPhase};
constexpr FaultParameter kTo = {
    .name = "to", .rule = kFrequency, .meaning = "the new frequency", .isNeeded = true};
constexpr std::array kStep = {kTo};
constexpr std::array kRamp = {
    kTo,
    FaultParameter{.name = "rate", .rule = kRate, .defaultText = "1", .meaning = "Hz a second"},
    FaultParameter{
        .name = "hold", .rule = kTime, .defaultText = "0 s", .meaning = "before it goes back"},
    FaultParameter{.name = "back",
                   .rule = number(Dimension::None, 0.0, 1000.0),
                   .defaultText = "0",
                   .meaning = "Hz a second; 0: it stays"}};
constexpr std::array kJump = {FaultParameter{.name = "angle",
                                             .rule = kAngle,
                                             .defaultText = "-20 deg",
                                             .meaning = "positive: the grid leads"},
                              kPhase};
constexpr std::array kImpulse = {FaultParameter{.name = "peak",
                                                .rule = kAnyVoltage,
                                                .defaultText = "2 kV",
                                                .meaning = "V, or % of the crest",
                                                .base = Base::Crest},
                                 kPhase, pointOnWave(),
                                 FaultParameter{.name = "rise",
                                                .rule = kTimeConstant,
                                                .defaultText = "0.0012 ms",
                                                .meaning = "time constant"},
                                 FaultParameter{.name = "decay",
                                                .rule = kTimeConstant,
                                                .defaultText = "0.05 ms",
                                                .meaning = "time constant"}};
constexpr std::array kOscillation = {
    FaultParameter{.name = "frequency",
                   .rule = number(Dimension::Frequency, 1.0, 1e6),
                   .defaultText = "400 Hz",
                   .meaning = "of the ring"},
    FaultParameter{.name = "peak",
                   .rule = kAnyVoltage,
                   .defaultText = "60 %",
                   .meaning = "V, or % of the crest",
                   .base = Base::Crest},
    FaultParameter{
        .name = "decay", .rule = kTimeConstant, .defaultText = "10 ms", .meaning = "time constant"},
    kPhase, pointOnWave()};
constexpr std::array kNotching = {FaultParameter{.name = "count",
                                                 .rule = whole(1.0, 60.0),
                                                 .defaultText = "6",
                                                 .meaning = "notches a cycle"},
                                  FaultParameter{.name = "depth",
                                                 .rule = level(0.0, 1.0),
                                                 .defaultText = "20 %",
                                                 .meaning = "of the fundamental at that instant"},
                                  FaultParameter{.name = "width",
                                                 .rule = number(Dimension::Time, 0.0, 0.1),
                                                 .defaultText = "0.3 ms",
                                                 .meaning = "of each"},
                                  kPhase};
constexpr std::array kOffset = {FaultParameter{.name = "level",
                                               .form = Form::Three,
                                               .rule = kAnyVoltage,
                                               .defaultText = "0.1 %",
                                               .meaning = "V, or % of the voltage",
                                               .base = Base::Voltage},
                                kPhase};
constexpr std::array kNoise = {
    FaultParameter{.name = "level",
                   .rule = level(0.0, 1.0),
                   .defaultText = "0.5 %",
                   .meaning = "RMS, of the nominal, or the CT's rating"},
    kPhase,
    FaultParameter{
        .name = "of", .rule = choice(kSides), .defaultText = "voltage", .meaning = "where"}};
constexpr std::array kFlicker = {FaultParameter{.name = "depth",
                                                .rule = level(0.0, 1.0),
                                                .defaultText = "0.25 %",
                                                .meaning = "peak to peak, of the nominal"},
                                 FaultParameter{.name = "rate",
                                                .rule = number(Dimension::Frequency, 0.01, 60.0),
                                                .defaultText = "8.8 Hz",
                                                .meaning = "how often"},
                                 FaultParameter{.name = "shape",
                                                .rule = choice(kShapes),
                                                .defaultText = "sine",
                                                .meaning = "sine or square"}};
constexpr FaultParameter kLoadPhase = {.name = "phase",
                                       .form = Form::Phases,
                                       .defaultText = "all",
                                       .meaning = "A, B, C, a list or all"};
constexpr std::array kHalfWave = {kLoadPhase};
constexpr std::array kBurst = {FaultParameter{.name = "on",
                                              .rule = whole(1.0, 10000.0),
                                              .defaultText = "2",
                                              .meaning = "cycles of current"},
                               FaultParameter{.name = "off",
                                              .rule = whole(1.0, 10000.0),
                                              .defaultText = "2",
                                              .meaning = "cycles without"},
                               kLoadPhase};
constexpr std::array kMotor = {
    FaultParameter{.name = "multiple",
                   .rule = number(Dimension::None, 1.0, 20.0),
                   .defaultText = "6",
                   .meaning = "of the load's current at first; falls to 1 within `for`"},
    FaultParameter{.name = "start-pf",
                   .rule = kPowerFactor,
                   .defaultText = "0.2 lagging",
                   .meaning = "at first"},
    FaultParameter{.name = "run-pf",
                   .rule = kPowerFactor,
                   .defaultText = "0.85 lagging",
                   .meaning = "at the end"},
    FaultParameter{.name = "sag",
                   .rule = level(0.0, 1.0),
                   .defaultText = "92 %",
                   .meaning = "voltage that is left at first"}};
constexpr std::array kLoadStep = {FaultParameter{.name = "to",
                                                 .form = Form::Three,
                                                 .rule = number(Dimension::Current, 0.0, 1e6),
                                                 .meaning = "A, or % of the scenario's",
                                                 .base = Base::Current,
                                                 .isNeeded = true},
                                  kLoadPhase};
constexpr std::array kRating = {
    FaultParameter{.name = "level",
                   .rule = level(0.0, 10.0),
                   .defaultText = "100 %",
                   .meaning = "of the CT's rating"},
    FaultParameter{.name = "pf", .rule = kPowerFactor, .meaning = "power factor"}};
constexpr std::array kCurrents = {FaultParameter{.name = "levels",
                                                 .form = Form::Three,
                                                 .rule = level(0.0, 10.0),
                                                 .defaultText = "100 %, 70 %, 130 %",
                                                 .meaning = "of what flows: A, B, C"}};
constexpr std::array kCapacitor = {
    FaultParameter{.name = "kvar",
                   .rule = number(Dimension::ReactivePower, 0.0, 1e9),
                   .meaning = "of all phases together",
                   .plainUnit = 1000.0,
                   .isNeeded = true}};
constexpr std::array kSolar = {FaultParameter{.name = "kw",
                                              .rule = number(Dimension::RealPower, 0.0, 1e9),
                                              .meaning = "of all phases together",
                                              .plainUnit = 1000.0,
                                              .isNeeded = true}};
constexpr std::array kLoads = {
    FaultParameter{.name = "loads",
                   .form = Form::Three,
                   .rule = number(Dimension::None, 0.0, 1e6),
                   .defaultText = "1",
                   .meaning = "times the scenario's load, as impedances: A, B, C"}};
constexpr std::array kFuse = {FaultParameter{.name = "phase",
                                             .form = Form::Inputs,
                                             .defaultText = "A",
                                             .meaning = "A, B, C, a list or all"}};
constexpr std::array kPairOnly = {kPair};
constexpr std::array kDirectionOnly = {kDirection};
constexpr std::array kInputOnly = {kInput};
constexpr std::array kWrongRope = {kInput, FaultParameter{.name = "output",
                                                          .rule = level(0.0, 10.0),
                                                          .defaultText = "50 %",
                                                          .meaning = "of the right rope's"}};
constexpr std::array kWith = {FaultParameter{
    .name = "with", .form = Form::Terminal, .defaultText = "C", .meaning = "terminal A, B or C"}};
constexpr std::array kCtFitted = {FaultParameter{.name = "fitted",
                                                 .rule = number(Dimension::Current, 0.1, 1e5),
                                                 .meaning = "A, or % of the scenario's",
                                                 .base = Base::CtRating,
                                                 .isNeeded = true}};
constexpr std::array kPtFitted = {FaultParameter{.name = "fitted",
                                                 .rule = number(Dimension::None, 0.001, 1e4),
                                                 .meaning = "ratio, or % of the scenario's",
                                                 .base = Base::PtRating,
                                                 .isNeeded = true}};
constexpr std::span<const FaultParameter> kNone{};

constexpr std::string_view kInstaller = "the guide, troubleshooting; closed forms";

constexpr std::array kFaults = {
    FaultKind{"sag", "voltage dip", "IEC 61000-4-11/-4-34, SEMI F47, ITIC, IEEE 1159", kSag,
              fault::sag, nullptr, fault::sagObjection},
    FaultKind{"swell", "voltage swell", "IEEE 1159, ITIC", kSwell, fault::scaleVoltage},
    FaultKind{"interruption", "below 10 %", "IEEE 1159, IEC 61000-4-11", kInterruption,
              fault::scaleVoltage},
    FaultKind{"undervoltage", "low for long", "IEEE 1159", kUndervoltage, fault::scaleVoltage},
    FaultKind{"overvoltage", "high for long", "IEEE 1159", kOvervoltage, fault::scaleVoltage},
    FaultKind{"unbalance", "negative sequence", "EN 50160, IEEE 1159", kUnbalance, fault::unbalance,
              nullptr, fault::threePhaseObjection},
    FaultKind{"voltages", "other voltages", "vector sum", kVoltages, fault::setVoltages},
    FaultKind{"harmonics", "a spectrum", "EN 50160, IEC 62053-22, IEEE 1159", kHarmonics,
              fault::addSpectrum},
    FaultKind{"harmonic", "one harmonic", "IEC 61000-4-7", kHarmonic, fault::addOneHarmonic},
    FaultKind{"interharmonic", "a tone between harmonics", "IEC 61000-4-7", kInterharmonic,
              fault::addInterharmonic},
    FaultKind{"frequency-step", "another frequency", "EN 50160", kStep, fault::frequencyStep},
    FaultKind{"frequency-ramp", "a frequency that drifts and returns", "EN 50160, load shedding",
              kRamp, fault::frequencyRamp, fault::rampBends},
    FaultKind{"phase-jump", "a jump of the grid's angle", "IEEE 1159", kJump, fault::phaseJump},
    FaultKind{"impulse", "impulsive transient", "IEEE 1159, table 2", kImpulse, fault::impulse,
              nullptr, fault::impulseObjection, 1.0},
    FaultKind{"oscillation", "oscillatory transient", "IEEE 1159, table 2", kOscillation,
              fault::oscillation, nullptr, nullptr, 1.0},
    FaultKind{"notching", "commutation notches", "IEEE 1159, table 2", kNotching, fault::notching},
    FaultKind{"dc-offset", "DC in the voltage", "IEEE 1159, table 2", kOffset, fault::dcOffset},
    FaultKind{"half-wave", "half-wave current", "IEC 62053-21, DC test", kHalfWave,
              fault::halfWave},
    FaultKind{"burst", "burst-fired current", "IEC 62053-22, sub-harmonics", kBurst, fault::burst},
    FaultKind{"noise", "white noise", "IEEE 1159, table 2", kNoise, fault::noise},
    FaultKind{"flicker", "voltage fluctuation", "IEC 61000-4-15, IEEE 1159", kFlicker,
              fault::flicker},
    FaultKind{"motor-start", "induction motor, direct on line", "IEEE 1159", kMotor,
              fault::motorStart, fault::motorBends, nullptr, 4.0},
    FaultKind{"load-step", "another current", "block demand", kLoadStep, fault::loadStep},
    FaultKind{"load-of-rating", "a current in parts of the CT's rating", "IEC 62053-22, guide",
              kRating, fault::loadOfRating},
    FaultKind{"current-unbalance", "unequal currents", "IEEE 1159, table 2", kCurrents,
              fault::currentUnbalance},
    FaultKind{"capacitor-bank", "leading reactive power", "phasor sum", kCapacitor,
              fault::capacitorBank},
    FaultKind{"solar-feed-in", "real power against the load", "phasor sum", kSolar,
              fault::solarFeedIn},
    FaultKind{"lost-neutral", "the supply's neutral breaks", "Millman", kLoads, fault::lostNeutral,
              nullptr, fault::neutralObjection},
    FaultKind{"blown-fuse", "a voltage lead without voltage", kInstaller, kFuse, fault::blowFuses},
    FaultKind{"neutral-open", "the meter's N is on nothing", kInstaller, kNone, fault::openNeutral},
    FaultKind{"ct-swap", "two ropes exchanged", kInstaller, kPairOnly, fault::swapCts},
    FaultKind{"voltage-swap", "two voltage leads exchanged", kInstaller, kPairOnly,
              fault::swapVoltages},
    FaultKind{"ct-rotate", "three ropes one further", kInstaller, kDirectionOnly, fault::rotateCts},
    FaultKind{"voltage-rotate", "three voltage leads one further", kInstaller, kDirectionOnly,
              fault::rotateVoltages},
    FaultKind{"ct-reverse", "ropes reversed", kInstaller, kInputOnly, fault::reverseCts},
    FaultKind{"ct-open", "ropes not snapped shut", kInstaller, kInputOnly, fault::openCts},
    FaultKind{"ct-5a", "a current-output CT on a rope's input", "the guide, warning before CTs",
              kInputOnly, fault::fitFiveA},
    FaultKind{"wrong-rope", "ropes of another type", "the guide, U018 ropes only", kWrongRope,
              fault::fitWrongRopes},
    FaultKind{"pt-polarity", "PTs reversed", kInstaller, kInputOnly, fault::turnPts},
    FaultKind{"control-fuse", "no control power", "the guide, fuse recommendations", kNone,
              fault::blowControlFuse},
    FaultKind{"neutral-swap", "N exchanged with a phase", kInstaller, kWith, fault::swapNeutral},
    FaultKind{"ct-size", "another CT than the one set up", kInstaller, kCtFitted, fault::fitCts},
    FaultKind{"pt-ratio", "another PT than the one set up", kInstaller, kPtFitted, fault::fitPts},
};

} // namespace

std::span<const FaultKind> faultKinds() {
    return kFaults;
}

const FaultKind* findFaultKind(std::string_view name) {
    const auto found = std::ranges::find(kFaults, name, &FaultKind::name);
    return found == kFaults.end() ? nullptr : &*found;
}

} // namespace meter::sim
