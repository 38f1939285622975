// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/front_wiring.hpp"

#include "gui/base/phase_colours.hpp"
#include "sim/installation/service.hpp"

#include <QCoreApplication>

#include <string_view>

namespace meter::gui {

namespace {

using sim::Conductor;

// Places in the table of terminal groups (faceplate_layout).
constexpr std::size_t kVoltageGroup = 1;
constexpr std::size_t kFirstCtGroup = 2;
constexpr std::string_view kNames = "ABCN";

QString translated(const char* text) {
    return QCoreApplication::translate("meter::gui::FrontWiring", text);
}

QString nameOf(std::size_t index) {
    return QString(QLatin1Char(kNames.at(index)));
}

QColor colourOf(Conductor conductor) {
    const auto index = static_cast<std::size_t>(conductor);
    return index < kPhaseCount ? phaseColour(index, false) : QColor(240, 240, 236);
}

bool isConnected(const sim::Installation& installation, Conductor conductor) {
    return conductor != Conductor::Open && sim::isLive(installation.service, conductor);
}

void layVoltageLead(Terminal& terminal, std::size_t index, const sim::Installation& installation) {
    const Conductor from = installation.voltageLeads.at(index);
    terminal.isLeadKnown = true;
    if (!isConnected(installation, from)) {
        terminal.lead = QColor(); // Assigning {} would be Qt::color0.
        terminal.leadsTo =
            translated(QT_TRANSLATE_NOOP("meter::gui::FrontWiring",
                                         "Voltage terminal %1: nothing is connected."))
                .arg(nameOf(index));
        return;
    }
    terminal.lead = colourOf(from);
    terminal.leadsTo = translated(QT_TRANSLATE_NOOP("meter::gui::FrontWiring",
                                                    "Voltage terminal %1 comes from conductor %2."))
                           .arg(nameOf(index), nameOf(static_cast<std::size_t>(from)));
    if (index < kPhaseCount && !installation.isFuseGood.at(index)) {
        terminal.leadsTo +=
            u' ' + translated(QT_TRANSLATE_NOOP("meter::gui::FrontWiring", "Its fuse is blown."));
    }
    if (index < kPhaseCount && !installation.isDisconnectClosed) {
        terminal.leadsTo += u' ' + translated(QT_TRANSLATE_NOOP("meter::gui::FrontWiring",
                                                                "The disconnect is open."));
    }
}

void layCtLeads(TerminalGroup& group, std::size_t input, const sim::Installation& installation) {
    const Conductor around = installation.ctLeads.at(input).conductor();
    const bool isAround = isConnected(installation, around);
    for (Terminal& terminal : group.terminals) {
        terminal.isLeadKnown = true;
        const bool isWhite = terminal.wire == Wire::White;
        terminal.lead = !isAround ? QColor() : isWhite ? QColor(240, 240, 236) : colourOf(around);
        terminal.leadsTo = isAround
                               ? translated(QT_TRANSLATE_NOOP("meter::gui::FrontWiring",
                                                              "CT %1 encloses conductor %2."))
                                     .arg(nameOf(input), nameOf(static_cast<std::size_t>(around)))
                               : translated(QT_TRANSLATE_NOOP("meter::gui::FrontWiring",
                                                              "CT %1: nothing is connected."))
                                     .arg(nameOf(input));
        if (isAround && installation.ctReversed.at(input)) {
            terminal.leadsTo += u' ' + translated(QT_TRANSLATE_NOOP("meter::gui::FrontWiring",
                                                                    "It is the wrong way round."));
        }
    }
}

} // namespace

void layLeads(FaceplateLayout& layout, const sim::Installation& installation) {
    std::vector<Terminal>& voltage = layout.groups.at(kVoltageGroup).terminals;
    for (std::size_t index = 0; index < voltage.size(); ++index) {
        layVoltageLead(voltage[index], index, installation);
    }
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        layCtLeads(layout.groups.at(kFirstCtGroup + input), input, installation);
    }
}

const Terminal* terminalAt(const FaceplateLayout& layout, const QPointF& place) {
    for (const TerminalGroup& group : layout.groups) {
        for (const Terminal& terminal : group.terminals) {
            if (terminal.cell.contains(place)) {
                return &terminal;
            }
        }
    }
    return nullptr;
}

} // namespace meter::gui
