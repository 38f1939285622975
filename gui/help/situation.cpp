// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/situation.hpp"

#include "sim/scenario/yaml/fault_reader.hpp"
#include "sim/scenario/yaml/line_fault_reader.hpp"
#include "sim/twin/simulation.hpp"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace meter::gui {

namespace {

constexpr std::uint8_t kOtherAddress = 77;
constexpr std::uint8_t kYetAnotherAddress = 78;
constexpr std::uint16_t kOtherBaudRate = 9600;
constexpr std::uint16_t kYetAnotherBaudRate = 19200;

constexpr std::array kSituations = {
    Situation{.id = "phase-loss",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "The fuse of voltage A has blown"),
              .fault = "voltage-fuse-a-blown"},
    Situation{.id = "over-current",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "Currents above the CTs' range"),
              .fault = "ovr-i"},
    Situation{.id = "frequency",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "Frequency below 45 Hz"),
              .fault = "freq-44.9"},
    Situation{.id = "power-off",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "Control power is missing"),
              .isPowerOff = true},
    Situation{.id = "ct-size",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "The CT size is set wrongly"),
              .fault = "ct-size-set-200-but-100-a-fitted"},
    Situation{.id = "pt-ratio",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "The PT ratio was left at 1"),
              .fault = "pt-ratio-left-at-1-on-a-4-1-pt"},
    Situation{.id = "neutral",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "The neutral of the service is lost"),
              .fault = "neutral-lost"},
    Situation{.id = "undervoltage",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "All voltages are low"),
              .fault = "undervoltage"},
    Situation{.id = "ct-reversed",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "CT A is reversed"),
              .fault = "ct-a-reversed"},
    Situation{.id = "cts-swapped",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "CTs A and B are exchanged"),
              .fault = "cts-a-b-swapped"},
    Situation{.id = "ct-open",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "CT A is not closed"),
              .fault = "ct-a-open-not-snapped"},
    Situation{.id = "voltages-swapped",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "Voltage leads A and B are exchanged"),
              .fault = "voltages-a-b-swapped"},
    Situation{.id = "neutral-exchanged",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "Leads N and C are exchanged"),
              .fault = "n-and-c-terminals-exchanged"},
    Situation{.id = "address",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "The meter has another address"),
              .isAddressChanged = true},
    Situation{.id = "baud",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "The meter has another baud rate"),
              .isBaudChanged = true},
    Situation{.id = "line-cut",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "A wire of the line is open"),
              .lineFaults = "drop: 100 %"},
    Situation{.id = "line-noise",
              .title = QT_TRANSLATE_NOOP("meter::gui::Help", "No terminators: broken answers"),
              .lineFaults = "corrupt: 50 %"},
};

} // namespace

std::span<const Situation> situations() {
    return kSituations;
}

const Situation* findSituation(std::string_view id) {
    const auto* const found = std::ranges::find(kSituations, id, &Situation::id);
    return found == kSituations.end() ? nullptr : found;
}

std::optional<std::string> setUp(sim::Simulation& simulation, const Situation& situation) {
    const double nominalHz = simulation.scenario().world.source.frequencyHz;
    if (!situation.fault.empty()) {
        const sim::FaultReading reading =
            sim::readFault(situation.fault, {}, SampleTime{24} * 3600 * kSamplesPerSecond,
                           simulation.scenario().world, nominalHz);
        if (!reading.mistakes.empty()) {
            return reading.mistakes.front().text;
        }
        simulation.applyFault(reading.action);
    }
    if (!situation.lineFaults.empty()) {
        const auto action = sim::parseLineFaults(std::string(situation.lineFaults), nominalHz);
        if (!action) {
            return action.error().front().message();
        }
        simulation.applyLineFaults(*action, std::nullopt);
    }
    if (situation.isPowerOff) {
        sim::World world = simulation.world();
        world.installation.isControlPowerOn = false;
        simulation.setWorld(world);
    }
    const Settings& settings = simulation.meter().readings().settings;
    if (situation.isAddressChanged) {
        simulation.setLineSetting(settings.modbusAddress == kOtherAddress ? kYetAnotherAddress
                                                                          : kOtherAddress,
                                  settings.baudRate, settings.parity);
    }
    if (situation.isBaudChanged) {
        simulation.setLineSetting(settings.modbusAddress,
                                  settings.baudRate == kOtherBaudRate ? kYetAnotherBaudRate
                                                                      : kOtherBaudRate,
                                  settings.parity);
    }
    return std::nullopt;
}

void putRight(sim::Simulation& simulation, const Situation& situation, const Settings& before) {
    if (!situation.fault.empty()) {
        simulation.clearFaults(std::string(situation.fault));
    }
    if (!situation.lineFaults.empty()) {
        simulation.clearLineFaults(std::nullopt);
    }
    if (situation.isPowerOff) {
        sim::World world = simulation.world();
        world.installation.isControlPowerOn = true;
        simulation.setWorld(world);
    }
    if (situation.isAddressChanged || situation.isBaudChanged) {
        simulation.setLineSetting(before.modbusAddress, before.baudRate, before.parity);
    }
}

} // namespace meter::gui
