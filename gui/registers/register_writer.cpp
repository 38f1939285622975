// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/register_writer.hpp"

#include "gui/live/live_meter.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/twin/register_write.hpp"
#include "sim/twin/simulation.hpp"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace meter::gui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("meter::gui::RegisterWriter", text);
}

/// A decimal or hexadecimal word.
std::optional<std::uint16_t> wordIn(const QString& text) {
    bool isNumber = false;
    const uint value = text.toUInt(&isNumber, 0);
    if (!isNumber || value > 0xFFFF) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(value);
}

/// What a register takes, as the point map says it; empty: not told there.
QString rangeOf(std::uint16_t number) {
    const auto choice = sim::registerByNameOrNumber(std::to_string(number));
    const std::string_view range =
        choice && choice->named ? choice->named->text->range : std::string_view();
    return QString::fromUtf8(range.data(), static_cast<qsizetype>(range.size()));
}

/// What the numbers of exceptions mean is Modbus's and the meter's own.
QString explained(const std::string& complaint, std::uint16_t number) {
    const QString text = QString::fromStdString(complaint);
    const QString range = rangeOf(number);
    if (text.endsWith(QStringLiteral("exception 3")) && !range.isEmpty()) {
        return text +
               translated(QT_TRANSLATE_NOOP(
                              "meter::gui::RegisterWriter",
                              " (illegal data value: it takes %1, and it has to fit the other "
                              "settings)"))
                   .arg(range);
    }
    if (text.endsWith(QStringLiteral("exception 2"))) {
        return text + translated(QT_TRANSLATE_NOOP("meter::gui::RegisterWriter",
                                                   " (illegal data address)"));
    }
    if (text.endsWith(QStringLiteral("exception 3"))) {
        return text + translated(QT_TRANSLATE_NOOP(
                          "meter::gui::RegisterWriter",
                          " (illegal data value: out of range, or it does not fit the "
                          "other settings)"));
    }
    if (text.endsWith(QStringLiteral("exception 4"))) {
        return text + translated(QT_TRANSLATE_NOOP(
                          "meter::gui::RegisterWriter",
                          " (device failure: the meter's memory could not be written)"));
    }
    return text;
}

} // namespace

QString
writeRegister(sim::Simulation& simulation, std::uint16_t number, const QString& text, bool isRaw) {
    std::uint16_t word = 0;
    if (isRaw) {
        const std::optional<std::uint16_t> given = wordIn(text);
        if (!given) {
            return translated(
                QT_TRANSLATE_NOOP("meter::gui::RegisterWriter",
                                  "A raw word is a number from 0 to 65535, or 0x0000 to 0xFFFF."));
        }
        word = *given;
    } else {
        sim::Result<sim::RegisterChoice> choice =
            sim::registerByNameOrNumber(std::to_string(number));
        if (!choice) {
            return QString::fromStdString(choice.error().text);
        }
        choice->isByName = true; // In the unit that the window shows.
        const sim::Result<std::uint16_t> given = sim::registerWord(*choice, text.toStdString());
        if (!given) {
            return QString::fromStdString(given.error().text);
        }
        word = *given;
    }
    const std::array<sim::RegisterValue, 1> write = {{{number, word}}};
    const std::vector<std::string> complaints = sim::writeAsMaster(simulation.meter(), write);
    return complaints.empty() ? QString() : explained(complaints.front(), number);
}

void writeRegister(LiveMeter& meter,
                   std::uint16_t number,
                   const QString& text,
                   bool isRaw,
                   QObject* receiver,
                   std::function<void(const QString& refusal)> answer) {
    if (const QString refusal = meter.lessonRefusal(sim::DeskRight::Modbus); !refusal.isEmpty()) {
        answer(refusal);
        return;
    }
    meter.ask(
        receiver,
        [number, text, isRaw](sim::Simulation& simulation) {
            return writeRegister(simulation, number, text, isRaw);
        },
        std::move(answer));
}

} // namespace meter::gui
