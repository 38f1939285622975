// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/fault_presets.hpp"

#include <algorithm>
#include <array>

namespace meter::sim {

namespace {

constexpr std::array kDipC21 = {FaultPart{"sag", "phase=all; residual=0 %"}};
constexpr std::array kDipC23 = {FaultPart{"sag", "phase=all; residual=70 %"}};
constexpr std::array kDipC2Int = {FaultPart{"interruption", "phase=all; residual=0 %"}};
constexpr std::array kDipC33 = {FaultPart{"sag", "phase=all; residual=40 %"}};
constexpr std::array kDipC35 = {FaultPart{"sag", "phase=all; residual=80 %"}};
constexpr std::array kDip434A = {FaultPart{"sag", "phase=A; residual=70 %"}};
constexpr std::array kDip434Ab = {FaultPart{"sag", "phase=A,B; residual=70 %"}};
constexpr std::array kDipTypeC = {FaultPart{"sag", "phase=A; residual=70 %; type=C"}};
constexpr std::array kF471 = {FaultPart{"sag", "phase=A,B; residual=50 %"}};
constexpr std::array kF473 = {FaultPart{"sag", "phase=A,B; residual=80 %"}};
constexpr std::array kF47R1 = {FaultPart{"sag", "phase=A; residual=0 %"}};
constexpr std::array kF47R2 = {FaultPart{"sag", "phase=A; residual=80 %"}};
constexpr std::array kF47R3 = {FaultPart{"sag", "phase=A; residual=90 %"}};
constexpr std::array kItic4 = {FaultPart{"sag", "phase=all; residual=90 %"}};
constexpr std::array kItic5 = {FaultPart{"swell", "phase=all; residual=110 %"}};
constexpr std::array kItic6 = {FaultPart{"swell", "phase=all; residual=120 %"}};
constexpr std::array kItic7 = {FaultPart{"swell", "phase=all; residual=140 %"}};
constexpr std::array kItic8 = {FaultPart{"swell", "phase=all; residual=200 %"}};
constexpr std::array k1159Imp = {
    FaultPart{"impulse", "peak=2 kV; phase=A; angle=90 deg; rise=0.0012 ms; decay=0.05 ms"}};
constexpr std::array k1159OscL = {
    FaultPart{"oscillation", "frequency=400 Hz; peak=60 %; decay=10 ms; angle=90 deg"}};
constexpr std::array k1159OscM = {
    FaultPart{"oscillation", "frequency=5000 Hz; peak=300 %; decay=0.02 ms; phase=A"}};
constexpr std::array k1159SagInstantaneous = {FaultPart{"sag", "phase=A; residual=50 %"}};
constexpr std::array k1159SagInstantaneousDeep = {FaultPart{"sag", "phase=all; residual=10 %"}};
constexpr std::array k1159SagTemporary = {FaultPart{"sag", "phase=all; residual=85 %"}};
constexpr std::array k1159SwellInstantaneous = {FaultPart{"swell", "phase=A; residual=180 %"}};
constexpr std::array k1159SwellMomentary = {FaultPart{"swell", "phase=A; residual=140 %"}};
constexpr std::array k1159InterruptionMomentary = {
    FaultPart{"interruption", "phase=all; residual=5 %"}};
constexpr std::array k1159Undervoltage = {FaultPart{"undervoltage", "phase=all; residual=85 %"}};
constexpr std::array k1159Overvoltage = {FaultPart{"overvoltage", "phase=all; residual=115 %"}};
constexpr std::array kUnb2 = {FaultPart{"unbalance", "negative=2 %"}};
constexpr std::array kUnb5 = {FaultPart{"unbalance", "negative=5 %"}};
constexpr std::array kUnbI30 = {FaultPart{"current-unbalance", "levels=100 %,70 %,130 %"}};
constexpr std::array kUnbHileg = {FaultPart{"voltages", "level=120,120,207.8; angle=0,180,90"}};
constexpr std::array kHarmEn50160 = {FaultPart{"harmonics", "spectrum=en50160"}};
constexpr std::array kHarmIec = {FaultPart{"harmonics", "spectrum=iec62053"}};
constexpr std::array kHarmSmps = {FaultPart{"harmonics", "spectrum=rectifier"}};
constexpr std::array kHarmVfd6 = {FaultPart{"harmonics", "spectrum=six-pulse"}};
constexpr std::array kHarm21 = {FaultPart{"harmonic", "order=21; level=5 %"}};
constexpr std::array kHarmAlias = {FaultPart{"harmonic", "order=23; level=5 %"},
                                   FaultPart{"harmonic", "order=19; level=5 %"}};
constexpr std::array kHarm41 = {FaultPart{"harmonic", "order=41; level=5 %"}};
constexpr std::array kInter175 = {FaultPart{"interharmonic", "frequency=175 Hz; level=2 %"}};
constexpr std::array kDc1 = {FaultPart{"dc-offset", "level=0.1 %"},
                             FaultPart{"half-wave", "phase=all"}};
constexpr std::array kNotch = {FaultPart{"notching", "count=6; depth=20 %; width=0.3 ms"}};
constexpr std::array kNoise = {FaultPart{"noise", "level=0.5 %"}};
constexpr std::array kFlick88 = {FaultPart{"flicker", "depth=0.25 %; rate=8.8 Hz; shape=square"}};
constexpr std::array kFlick1 = {FaultPart{"flicker", "depth=3 %; rate=1 Hz; shape=sine"}};
constexpr std::array kFreq595 = {FaultPart{"frequency-step", "to=59.5 Hz"}};
constexpr std::array kFreq605 = {FaultPart{"frequency-step", "to=60.5 Hz"}};
constexpr std::array kFreq570 = {FaultPart{"frequency-step", "to=57.0 Hz"}};
constexpr std::array kFreq450 = {FaultPart{"frequency-step", "to=45.0 Hz"}};
constexpr std::array kFreq650 = {FaultPart{"frequency-step", "to=65.0 Hz"}};
constexpr std::array kFreq449 = {FaultPart{"frequency-step", "to=44.9 Hz"}};
constexpr std::array kFreq651 = {FaultPart{"frequency-step", "to=65.1 Hz"}};
constexpr std::array kFreq500 = {FaultPart{"frequency-step", "to=50.0 Hz"}};
constexpr std::array kFreq495 = {FaultPart{"frequency-step", "to=49.5 Hz"}};
constexpr std::array kFreq470 = {FaultPart{"frequency-step", "to=47.0 Hz"}};
constexpr std::array kFreq520 = {FaultPart{"frequency-step", "to=52.0 Hz"}};
constexpr std::array kFreqRamp = {
    FaultPart{"frequency-ramp", "to=57 Hz; rate=1; hold=5 s; back=0.5"}};
constexpr std::array kFreqRocof = {FaultPart{"frequency-ramp", "to=64 Hz; rate=4"}};
constexpr std::array kPhaseJump = {FaultPart{"phase-jump", "angle=-20 deg"},
                                   FaultPart{"sag", "residual=60 %"}};
constexpr std::array kMotorStart = {FaultPart{
    "motor-start", "multiple=6; start-pf=0.2 lagging; run-pf=0.85 lagging; sag=92 %", 0.0, 4.0}};
constexpr std::array kLoadStep = {FaultPart{"load-step", "to=10 A", 0.0, 450.0},
                                  FaultPart{"load-step", "to=30 A", 450.0, 450.0}};
constexpr std::array kCreep = {FaultPart{"overvoltage", "residual=115 %"},
                               FaultPart{"load-step", "to=0 A"}};
constexpr std::array kStart = {FaultPart{"load-of-rating", "level=0.1 %; pf=1"}};
constexpr std::array kOvrI = {FaultPart{"load-of-rating", "level=121 %"}};
constexpr std::array kOvrV = {FaultPart{"voltages", "level=419.9 V"}};
constexpr std::array kNeutralLost = {FaultPart{"lost-neutral", "loads=1,3,3"}};
constexpr std::array kFusePt = {FaultPart{"blown-fuse", "phase=A"}};
constexpr std::array kCtAReversed = {FaultPart{"ct-reverse", "input=A"}};
constexpr std::array kCtsAAndBReversed = {FaultPart{"ct-reverse", "input=A,B"}};
constexpr std::array kAllCtsReversed = {FaultPart{"ct-reverse", "input=all"}};
constexpr std::array kCtsABSwapped = {FaultPart{"ct-swap", "pair=A,B"}};
constexpr std::array kCtsABSwappedAndCtCReversed = {FaultPart{"ct-swap", "pair=A,B"},
                                                    FaultPart{"ct-reverse", "input=C"}};
constexpr std::array kCtsRotatedASeesIB = {FaultPart{"ct-rotate", "direction=forward"}};
constexpr std::array kCtsRotatedASeesIC = {FaultPart{"ct-rotate", "direction=backward"}};
constexpr std::array kVoltagesABSwapped = {FaultPart{"voltage-swap", "pair=A,B"}};
constexpr std::array kVoltagesRotatedASeesVB = {FaultPart{"voltage-rotate", "direction=forward"}};
constexpr std::array kCtAOpenNotSnapped = {FaultPart{"ct-open", "input=A"}};
constexpr std::array kNeutralOpenBalanced = {FaultPart{"neutral-open", ""}};
constexpr std::array kNAndCTerminalsExchanged = {FaultPart{"neutral-swap", "with=C"}};
constexpr std::array kCtSizeSet200But100AFitted = {FaultPart{"ct-size", "fitted=50 %"}};
constexpr std::array kCtSizeSet100But200AFitted = {FaultPart{"ct-size", "fitted=200 %"}};
constexpr std::array kPtRatioLeftAt1OnA41Pt = {FaultPart{"pt-ratio", "fitted=400 %"}};

constexpr FaultPreset kPresets[] = {
    FaultPreset{"dip-c2-1", "0 % residual, 0.5/0.5 cycles", "IEC 61000-4-11/-4-34 class 2", kDipC21,
                0.5 / 60.0, 0.5 / 50.0},
    FaultPreset{"dip-c2-2", "0 % residual, 1/1 cycles", "IEC 61000-4-11/-4-34 class 2", kDipC21,
                1.0 / 60.0, 1.0 / 50.0},
    FaultPreset{"dip-c2-3", "70 % residual, 25/30 cycles", "IEC 61000-4-11/-4-34 class 2", kDipC23,
                0.5, 0.5},
    FaultPreset{"dip-c2-int", "0 % residual, 250/300 cycles", "IEC 61000-4-11/-4-34 class 2",
                kDipC2Int, 5.0, 5.0},
    FaultPreset{"dip-c3-1", "0 % residual, 0.5/0.5 cycles", "IEC 61000-4-11/-4-34 class 3", kDipC21,
                0.5 / 60.0, 0.5 / 50.0},
    FaultPreset{"dip-c3-2", "0 % residual, 1/1 cycles", "IEC 61000-4-11/-4-34 class 3", kDipC21,
                1.0 / 60.0, 1.0 / 50.0},
    FaultPreset{"dip-c3-3", "40 % residual, 10/12 cycles", "IEC 61000-4-11/-4-34 class 3", kDipC33,
                0.2, 0.2},
    FaultPreset{"dip-c3-4", "70 % residual, 25/30 cycles", "IEC 61000-4-11/-4-34 class 3", kDipC23,
                0.5, 0.5},
    FaultPreset{"dip-c3-5", "80 % residual, 250/300 cycles", "IEC 61000-4-11/-4-34 class 3",
                kDipC35, 5.0, 5.0},
    FaultPreset{"dip-c3-int", "0 % residual, 250/300 cycles", "IEC 61000-4-11/-4-34 class 3",
                kDipC2Int, 5.0, 5.0},
    FaultPreset{"dip-4-34-a", "70 % residual on A, 25/30 cycles", "IEC 61000-4-11/-4-34", kDip434A,
                0.5, 0.5},
    FaultPreset{"dip-4-34-ab", "70 % residual on AB, 25/30 cycles", "IEC 61000-4-11/-4-34",
                kDip434Ab, 0.5, 0.5},
    FaultPreset{"dip-type-c", "V_BC=70 %, V_A unchanged, no zero sequence",
                "sag type C (delta-wye between fault and meter)", kDipTypeC, 0.5, 0.5},
    FaultPreset{"f47-1", "50 % for 0.2 s", "SEMI F47-0706 required", kF471, 0.2, 0.2},
    FaultPreset{"f47-2", "70 % for 0.5 s", "SEMI F47-0706 required", kDip434Ab, 0.5, 0.5},
    FaultPreset{"f47-3", "80 % for 1.0 s", "SEMI F47-0706 required", kF473, 1.0, 1.0},
    FaultPreset{"f47-r1", "0 % for 1 cycle", "SEMI F47-0706 recommended", kF47R1, 1.0 / 60.0,
                1.0 / 50.0},
    FaultPreset{"f47-r2", "80 % for 10 s", "SEMI F47-0706 recommended", kF47R2, 10.0, 10.0},
    FaultPreset{"f47-r3", "90 % continuous", "SEMI F47-0706 recommended", kF47R3, 60.0, 60.0},
    FaultPreset{"itic-1", "0 % for 0.02 s", "ITIC (CBEMA) 2000 curve", kDipC21, 0.02, 0.02},
    FaultPreset{"itic-2", "70 % for 0.5 s", "ITIC (CBEMA) 2000 curve", kDipC23, 0.5, 0.5},
    FaultPreset{"itic-3", "80 % for 10.0 s", "ITIC (CBEMA) 2000 curve", kDipC35, 10.0, 10.0},
    FaultPreset{"itic-4", "90 % for 60.0 s", "ITIC (CBEMA) 2000 curve", kItic4, 60.0, 60.0},
    FaultPreset{"itic-5", "110 % for 60.0 s", "ITIC (CBEMA) 2000 curve", kItic5, 60.0, 60.0},
    FaultPreset{"itic-6", "120 % for 0.5 s", "ITIC (CBEMA) 2000 curve", kItic6, 0.5, 0.5},
    FaultPreset{"itic-7", "140 % for 0.003 s", "ITIC (CBEMA) 2000 curve", kItic7, 0.003, 0.003},
    FaultPreset{"itic-8", "200 % for 0.001 s", "ITIC (CBEMA) 2000 curve", kItic8, 0.001, 0.001},
    FaultPreset{"1159-imp", "1.2/50 us-like impulse 2 kV on A at 90 deg", "IEEE 1159-2019 table 2",
                k1159Imp, 1.0, 1.0},
    FaultPreset{"1159-osc-l", "capacitor switching 400 Hz, 1.4 pu peak, decay 10 ms",
                "IEEE 1159-2019 table 2", k1159OscL, 1.0, 1.0},
    FaultPreset{"1159-osc-m", "5 kHz ring, 4 pu, 20 us..", "IEEE 1159-2019 table 2", k1159OscM, 1.0,
                1.0},
    FaultPreset{"1159-sag-instantaneous", "sag instantaneous 0.5 pu 0.166667 s",
                "IEEE 1159-2019 table 2", k1159SagInstantaneous, 1.0 / 6.0, 1.0 / 6.0},
    FaultPreset{"1159-sag-instantaneous-deep", "sag instantaneous deep 0.1 pu 0.5 s",
                "IEEE 1159-2019 table 2", k1159SagInstantaneousDeep, 0.5, 0.5},
    FaultPreset{"1159-sag-momentary", "sag momentary 0.7 pu 2 s", "IEEE 1159-2019 table 2",
                kDip434Ab, 2.0, 2.0},
    FaultPreset{"1159-sag-temporary", "sag temporary 0.85 pu 30 s", "IEEE 1159-2019 table 2",
                k1159SagTemporary, 30.0, 30.0},
    FaultPreset{"1159-swell-instantaneous", "swell instantaneous 1.8 pu 0.333333 s",
                "IEEE 1159-2019 table 2", k1159SwellInstantaneous, 1.0 / 3.0, 1.0 / 3.0},
    FaultPreset{"1159-swell-momentary", "swell momentary 1.4 pu 2 s", "IEEE 1159-2019 table 2",
                k1159SwellMomentary, 2.0, 2.0},
    FaultPreset{"1159-swell-temporary", "swell temporary 1.2 pu 30 s", "IEEE 1159-2019 table 2",
                kItic6, 30.0, 30.0},
    FaultPreset{"1159-interruption-momentary", "interruption momentary 0.05 pu 1 s",
                "IEEE 1159-2019 table 2", k1159InterruptionMomentary, 1.0, 1.0},
    FaultPreset{"1159-interruption-temporary", "interruption temporary 0.0 pu 20 s",
                "IEEE 1159-2019 table 2", kDipC2Int, 20.0, 20.0},
    FaultPreset{"1159-interruption-sustained", "interruption sustained 0.0 pu 120 s",
                "IEEE 1159-2019 table 2", kDipC2Int, 120.0, 120.0},
    FaultPreset{"1159-undervoltage", "undervoltage 0.85 pu 120 s", "IEEE 1159-2019 table 2",
                k1159Undervoltage, 120.0, 120.0},
    FaultPreset{"1159-overvoltage", "overvoltage 1.15 pu 120 s", "IEEE 1159-2019 table 2",
                k1159Overvoltage, 120.0, 120.0},
    FaultPreset{"unb-2", "2 % negative sequence", "EN 50160 (95 % of 10 min)", kUnb2, 60.0, 60.0},
    FaultPreset{"unb-5", "5 % negative sequence", "IEEE 1159 range 0.5-2 %, severe", kUnb5, 60.0,
                60.0},
    FaultPreset{"unb-i30", "30 % current unbalance", "IEEE 1159-2019 table 2", kUnbI30, 60.0, 60.0},
    FaultPreset{"unb-hileg", "A 120, B 120, C 208 V", "240 V high-leg delta on system type 40",
                kUnbHileg, 60.0, 60.0},
    FaultPreset{"harm-en50160", "all odd at their limits", "EN 50160 table (95 %)", kHarmEn50160,
                60.0, 60.0},
    FaultPreset{"harm-iec", "U5 10 %, I5 40 %, in phase", "IEC 62053-22 8.2.1", kHarmIec, 60.0,
                60.0},
    FaultPreset{"harm-smps", "I3 80 I5 60 I7 40 I9 20 % alternating sign",
                "single-phase rectifier load", kHarmSmps, 60.0, 60.0},
    FaultPreset{"harm-vfd6", "I5 35 I7 15 I11 8 I13 5 %", "6-pulse drive", kHarmVfd6, 60.0, 60.0},
    FaultPreset{"harm-21", "21st harmonic 5 % at 60 Hz = 1260 Hz = Nyquist",
                "guide: true RMS to the 21st", kHarm21, 60.0, 60.0},
    FaultPreset{"harm-alias", "23rd 5 % at 60 Hz folds on the 19th", "aliasing", kHarmAlias, 60.0,
                60.0},
    FaultPreset{"harm-41", "41st 5 % at 60 Hz folds on the fundamental", "aliasing", kHarm41, 60.0,
                60.0},
    FaultPreset{"inter-175", "175 Hz 2 %", "IEC 61000-4-7", kInter175, 60.0, 60.0},
    FaultPreset{"dc-1", "0.1 % DC in V, half-wave current", "IEEE 1159-2019 table 2", kDc1, 60.0,
                60.0},
    FaultPreset{"notch", "6 notches per cycle, 20 % deep, 0.3 ms", "IEEE 1159-2019 table 2", kNotch,
                60.0, 60.0},
    FaultPreset{"noise", "0.5 % white noise", "IEEE 1159-2019 table 2", kNoise, 60.0, 60.0},
    FaultPreset{"flick-8.8", "dV/V 0.25 % square 8.8 Hz, about Pst 1",
                "IEC 61000-4-15 (8.8 Hz = most sensitive)", kFlick88, 60.0, 60.0},
    FaultPreset{"flick-1", "3 % at 1 Hz", "IEEE 1159-2019 table 2", kFlick1, 60.0, 60.0},
    FaultPreset{"freq-59.5", "59.5 Hz steady", "EN 50160 +-1 %", kFreq595, 60.0, 60.0},
    FaultPreset{"freq-60.5", "60.5 Hz steady", "EN 50160 +-1 %", kFreq605, 60.0, 60.0},
    FaultPreset{"freq-57.0", "57.0 Hz steady", "off-nominal", kFreq570, 60.0, 60.0},
    FaultPreset{"freq-45.0", "45.0 Hz steady", "guide limit", kFreq450, 60.0, 60.0},
    FaultPreset{"freq-65.0", "65.0 Hz steady", "guide limit", kFreq650, 60.0, 60.0},
    FaultPreset{"freq-44.9", "44.9 Hz steady", "just outside: bit 6", kFreq449, 60.0, 60.0},
    FaultPreset{"freq-65.1", "65.1 Hz steady", "just outside: bit 6", kFreq651, 60.0, 60.0},
    FaultPreset{"freq-50.0", "50.0 Hz steady", "50 Hz system", kFreq500, 60.0, 60.0},
    FaultPreset{"freq-49.5", "49.5 Hz steady", "50 Hz system", kFreq495, 60.0, 60.0},
    FaultPreset{"freq-47.0", "47.0 Hz steady", "EN 50160 -6 %", kFreq470, 60.0, 60.0},
    FaultPreset{"freq-52.0", "52.0 Hz steady", "EN 50160 +4 %", kFreq520, 60.0, 60.0},
    FaultPreset{"freq-ramp", "60 -> 57 Hz at 1 Hz/s, hold 5 s, back at 0.5 Hz/s", "UFLS event",
                kFreqRamp, 60.0, 60.0},
    FaultPreset{"freq-rocof", "ROCOF 4 Hz/s for 1 s", "islanding", kFreqRocof, 60.0, 60.0},
    FaultPreset{"phase-jump", "-20 deg at the start of a 60 % sag", "sag with phase-angle jump",
                kPhaseJump, 60.0, 60.0},
    FaultPreset{"motor-start", "6 x current, PF 0.2 -> 0.85 in 4 s, sag to 92 %",
                "induction motor start", kMotorStart, 4.0, 4.0},
    FaultPreset{"load-step", "10 -> 30 A at 450 s of a 900 s interval", "block demand test",
                kLoadStep, 900.0, 900.0},
    FaultPreset{"creep", "115 % Un, current circuits open, dt from 600e6/(k m Un Imax)",
                "IEC no-load", kCreep, 60.0, 60.0},
    FaultPreset{"start", "0.001 In, PF 1", "IEC starting current", kStart, 60.0, 60.0},
    FaultPreset{"ovr-i", "121 % of CT size", "guide over-range", kOvrI, 60.0, 60.0},
    FaultPreset{"ovr-v", "1.21 x 347 V L-N", "guide over-range", kOvrV, 60.0, 60.0},
    FaultPreset{"neutral-lost", "neutral shift: solve Millman, A up, B/C down",
                "broken supply neutral, 3:1 load", kNeutralLost, 60.0, 60.0},
    FaultPreset{"fuse-pt", "V_A = 0", "blown voltage fuse A", kFusePt, 60.0, 60.0},
    FaultPreset{"correct-wiring", "correct wiring", "installation mistake", {}},
    FaultPreset{"ct-a-reversed", "CT A reversed", "installation mistake", kCtAReversed},
    FaultPreset{"cts-a-and-b-reversed", "CTs A and B reversed", "installation mistake",
                kCtsAAndBReversed},
    FaultPreset{"all-cts-reversed", "all CTs reversed", "installation mistake", kAllCtsReversed},
    FaultPreset{"cts-a-b-swapped", "CTs A<->B swapped", "installation mistake", kCtsABSwapped},
    FaultPreset{"cts-a-b-swapped-and-ct-c-reversed", "CTs A<->B swapped and CT C reversed",
                "installation mistake", kCtsABSwappedAndCtCReversed},
    FaultPreset{"cts-rotated-a-sees-i-b", "CTs rotated (A sees I_B)", "installation mistake",
                kCtsRotatedASeesIB},
    FaultPreset{"cts-rotated-a-sees-i-c", "CTs rotated (A sees I_C)", "installation mistake",
                kCtsRotatedASeesIC},
    FaultPreset{"voltages-a-b-swapped", "voltages A<->B swapped", "installation mistake",
                kVoltagesABSwapped},
    FaultPreset{"voltages-rotated-a-sees-v-b", "voltages rotated (A sees V_B)",
                "installation mistake", kVoltagesRotatedASeesVB},
    FaultPreset{"ct-a-open-not-snapped", "CT A open / not snapped", "installation mistake",
                kCtAOpenNotSnapped},
    FaultPreset{"voltage-fuse-a-blown", "voltage fuse A blown", "installation mistake", kFusePt},
    FaultPreset{"neutral-open-balanced", "neutral open (balanced)", "installation mistake",
                kNeutralOpenBalanced},
    FaultPreset{"n-and-c-terminals-exchanged", "N and C terminals exchanged",
                "installation mistake", kNAndCTerminalsExchanged},
    FaultPreset{"ct-size-set-200-but-100-a-fitted", "CT size set 200 but 100 A fitted",
                "installation mistake", kCtSizeSet200But100AFitted},
    FaultPreset{"ct-size-set-100-but-200-a-fitted", "CT size set 100 but 200 A fitted",
                "installation mistake", kCtSizeSet100But200AFitted},
    FaultPreset{"pt-ratio-left-at-1-on-a-4-1-pt", "PT ratio left at 1 on a 4:1 PT",
                "installation mistake", kPtRatioLeftAt1OnA41Pt},
};

} // namespace

std::span<const FaultPreset> faultPresets() {
    return kPresets;
}

const FaultPreset* findFaultPreset(std::string_view name) {
    const auto* const found = std::ranges::find(kPresets, name, &FaultPreset::name);
    return found == std::end(kPresets) ? nullptr : found;
}

} // namespace meter::sim
