// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/careful_start.hpp"

#include "sim/scenario/yaml/scenario_reader.hpp"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace meter::gui {

namespace {

struct Attempt {
    std::vector<sim::Scenario> scenarios;
    sim::live::EngineOptions options;
};

/// Something that is given up so that the window can open; false: there was nothing to give up.
struct Concession {
    bool (*make)(Attempt& attempt);
    const char* told;
};

bool dropFrom(auto& option) {
    return std::exchange(option, {}).has_value();
}

bool takeNextPorts(Attempt& attempt) {
    bool isMade = false;
    for (auto* address : {&attempt.options.tcp, &attempt.options.rtuOverTcp,
                          &attempt.options.rfc2217, &attempt.options.metrics}) {
        const bool isAsked =
            *address && !(*address)->isDefault && (*address)->spread == sim::live::TcpSpread::None;
        if (isAsked) {
            (*address)->isDefault = true;
            isMade = true;
        }
    }
    return isMade;
}

bool dropPlainTcp(Attempt& attempt) {
    if (!attempt.options.tcp || attempt.options.tcp->isDefault) {
        return false;
    }
    attempt.options.tcp = sim::live::TcpAddress{};
    return true;
}

bool choosePty(Attempt& attempt) {
    const bool isNamed = attempt.options.ptyLink && attempt.options.ptyLink != "auto";
    attempt.options.ptyLink = isNamed ? std::optional<std::string>("auto") : std::nullopt;
    return true;
}

bool dropFurtherEndpoints(Attempt& attempt) {
    return !std::exchange(attempt.options.more, {}).empty();
}

bool playBuiltIn(Attempt& attempt) {
    attempt.scenarios = {sim::builtInScenario()};
    attempt.options.lesson.reset();
    return true;
}

// From what is missed least to what is missed most. Each is tried alone before they are added up.
constexpr std::array kConcessions = {
    Concession{&takeNextPorts,
               QT_TRANSLATE_NOOP("meter::gui::CarefulStart",
                                 "The next free port is used instead. To free the port, end the "
                                 "other program (`ss -ltnp` shows which one it is) and start "
                                 "again.")},
    Concession{[](Attempt& attempt) { return dropFrom(attempt.options.controlPath); },
               QT_TRANSLATE_NOOP("meter::gui::CarefulStart", "There is no control socket.")},
    Concession{[](Attempt& attempt) { return dropFrom(attempt.options.metrics); },
               QT_TRANSLATE_NOOP("meter::gui::CarefulStart", "There are no metrics.")},
    Concession{[](Attempt& attempt) { return dropFrom(attempt.options.serialDevice); },
               QT_TRANSLATE_NOOP("meter::gui::CarefulStart",
                                 "The serial port is not served. Add it in the Line dock once it "
                                 "can be had.")},
    Concession{&choosePty,
               QT_TRANSLATE_NOOP("meter::gui::CarefulStart",
                                 "The virtual serial port has another name, or there is none.")},
    Concession{[](Attempt& attempt) { return dropFrom(attempt.options.rtuOverTcp); },
               QT_TRANSLATE_NOOP("meter::gui::CarefulStart", "RTU over TCP is not served.")},
    Concession{[](Attempt& attempt) { return dropFrom(attempt.options.rfc2217); },
               QT_TRANSLATE_NOOP("meter::gui::CarefulStart", "RFC 2217 is not served.")},
    Concession{&dropFurtherEndpoints,
               QT_TRANSLATE_NOOP("meter::gui::CarefulStart",
                                 "Of each kind of endpoint only the first one is served.")},
    Concession{&dropPlainTcp,
               QT_TRANSLATE_NOOP("meter::gui::CarefulStart",
                                 "Modbus TCP is served on this machine alone, at 127.0.0.1.")},
    Concession{[](Attempt& attempt) { return dropFrom(attempt.options.stateDirectory); },
               QT_TRANSLATE_NOOP("meter::gui::CarefulStart",
                                 "The memory of the meter is not kept this time.")},
    Concession{&playBuiltIn, QT_TRANSLATE_NOOP("meter::gui::CarefulStart",
                                               "The built-in scenario runs instead.")},
};

QString told(const Concession& concession) {
    return QCoreApplication::translate("meter::gui::CarefulStart", concession.told);
}

/// Null with the reason, or running.
std::unique_ptr<EngineLink> started(const Attempt& attempt, QString& reason) {
    auto link = std::make_unique<EngineLink>(attempt.scenarios, attempt.options);
    if (const sim::Result<void> done = link->start(); !done) {
        reason = QString::fromStdString(done.error().message());
        return nullptr;
    }
    return link;
}

} // namespace

CarefulStart startCarefully(const std::vector<sim::Scenario>& scenarios,
                            const sim::live::EngineOptions& options) {
    const Attempt asked = {.scenarios = scenarios, .options = options};
    QString reason;
    if (auto link = started(asked, reason)) {
        return {.link = std::move(link), .troubles = {}};
    }
    for (const Concession& concession : kConcessions) {
        Attempt attempt = asked;
        QString ignored;
        if (!concession.make(attempt)) {
            continue;
        }
        if (auto link = started(attempt, ignored)) {
            return {.link = std::move(link), .troubles = {reason, told(concession)}};
        }
    }
    CarefulStart result = {.link = nullptr, .troubles = {reason}};
    Attempt attempt = asked;
    for (const Concession& concession : kConcessions) {
        if (!concession.make(attempt)) {
            continue;
        }
        result.troubles << told(concession);
        result.link = started(attempt, reason);
        if (result.link) {
            return result;
        }
        if (!result.troubles.contains(reason)) {
            result.troubles << reason;
        }
    }
    return result;
}

} // namespace meter::gui
