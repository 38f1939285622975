// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/wiring_presets.hpp"

#include "sim/installation/service.hpp"

#include <QtGlobal>

#include <algorithm>

namespace meter::gui {

namespace {

// Guide, supported system types and wiring diagrams 1 to 6. Voltages are usual ones of each.
constexpr WiringPreset kPresets[] = {
    {1, QT_TRANSLATE_NOOP("meter::gui::WiringPresets", "1 phase, 2 wires, L-N, 1 CT"),
     SystemType::SinglePhaseLn, sim::Service::SinglePhase, "120 V", 120, 1, "BC", "BC"},
    {2, QT_TRANSLATE_NOOP("meter::gui::WiringPresets", "1 phase, 2 wires, L-L, 1 CT"),
     SystemType::SinglePhaseLl, sim::Service::SplitPhase, "120 V", 240, 1, "CN", "BC"},
    {3, QT_TRANSLATE_NOOP("meter::gui::WiringPresets", "1 phase, 3 wires, 2 CTs"),
     SystemType::SplitPhase, sim::Service::SplitPhase, "120 V", 240, 1, "C", "C"},
    {4, QT_TRANSLATE_NOOP("meter::gui::WiringPresets", "3 phases, 3 wires, delta, 3 CTs"),
     SystemType::Delta, sim::Service::Delta, "480 V", 480, 1, "N"},
    {5, QT_TRANSLATE_NOOP("meter::gui::WiringPresets", "3 phases, 4 wires, wye, 3 CTs"),
     SystemType::Wye, sim::Service::Wye, "277 V", 480, 1},
    {6, QT_TRANSLATE_NOOP("meter::gui::WiringPresets", "3 phases, 4 wires, wye, 3 CTs, 3 PTs"),
     SystemType::Wye, sim::Service::Wye, "2400 V", 4157, 20},
};

} // namespace

std::span<const WiringPreset> wiringPresets() {
    return kPresets;
}

SystemType systemTypeFor(sim::Service service) {
    switch (service) {
    case sim::Service::Delta:
    case sim::Service::CornerGroundedDelta:
        return SystemType::Delta;
    case sim::Service::SplitPhase:
        return SystemType::SplitPhase;
    case sim::Service::SinglePhase:
        return SystemType::SinglePhaseLn;
    case sim::Service::Wye:
    case sim::Service::HighLegDelta:
        break;
    }
    return SystemType::Wye;
}

bool fits(SystemType type, const sim::Installation& installation) {
    const sim::Service service = installation.service;
    const SystemTypeTraits& traits = traitsOf(type);
    if (type == SystemType::SinglePhaseLl) {
        return sim::isLive(service, sim::Conductor::B);
    }
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (traits.hasPhase[phase] != sim::isLive(service, static_cast<sim::Conductor>(phase))) {
            return false;
        }
    }
    const bool needsNeutral = type != SystemType::Delta;
    return !needsNeutral || sim::isLive(service, sim::Conductor::N);
}

std::string_view systemTypeText(SystemType type) {
    switch (type) {
    case SystemType::SinglePhaseLn:
        return "1L-1n (10)";
    case SystemType::SinglePhaseLl:
        return "2L (11)";
    case SystemType::SplitPhase:
        return "2L-1n (12)";
    case SystemType::Delta:
        return "3L (31)";
    case SystemType::Wye:
        break;
    }
    return "3L-1n (40)";
}

} // namespace meter::gui
