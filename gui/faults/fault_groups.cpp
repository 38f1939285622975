// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faults/fault_groups.hpp"

#include "gui/language/library_text.hpp"
#include "sim/base/quantity.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/faults/fault_table.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace meter::gui {

namespace {

struct GroupRule {
    const char* title;
    const char* beginnings; ///< Of names, separated by spaces.
};

// The first rule that fits a name has it; the last one takes what is left.
constexpr GroupRule kRules[] = {
    {QT_TRANSLATE_NOOP("meter::gui::FaultGroups", "Dips and interruptions (IEC 61000)"), "dip-"},
    {QT_TRANSLATE_NOOP("meter::gui::FaultGroups", "Ride-through (SEMI F47, ITIC)"), "f47- itic-"},
    {QT_TRANSLATE_NOOP("meter::gui::FaultGroups", "Categories of IEEE 1159"), "1159-"},
    {QT_TRANSLATE_NOOP("meter::gui::FaultGroups", "Dips and swells"),
     "sag swell interruption undervoltage overvoltage ovr-v voltages"},
    {QT_TRANSLATE_NOOP("meter::gui::FaultGroups", "Unbalance"), "unb- unbalance current-unbalance"},
    {QT_TRANSLATE_NOOP("meter::gui::FaultGroups", "Harmonics and noise"),
     "harm inter-175 interharmonic notch dc- half-wave burst noise flick impulse oscillation"},
    {QT_TRANSLATE_NOOP("meter::gui::FaultGroups", "Frequency"), "freq phase-jump"},
    {QT_TRANSLATE_NOOP("meter::gui::FaultGroups", "Load"),
     "motor load capacitor solar creep start ovr-i"},
    {QT_TRANSLATE_NOOP("meter::gui::FaultGroups", "Wiring and fitting"), ""},
};

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isIn(const GroupRule& rule, std::string_view name) {
    const QString beginnings = QString::fromLatin1(rule.beginnings);
    const QStringList each = beginnings.split(QLatin1Char(' '));
    return std::ranges::any_of(
        each, [&name](const QString& beginning) { return textOf(name).startsWith(beginning); });
}

QString partText(const sim::FaultPart& part) {
    QString text = QStringLiteral("<b>") + textOf(part.kind) + QStringLiteral("</b>");
    if (!part.parameters.empty()) {
        text += QLatin1Char(' ') + textOf(part.parameters).toHtmlEscaped();
    }
    if (part.delayS > 0.0) {
        text += QCoreApplication::translate("meter::gui::FaultGroups", " after %1 s")
                    .arg(QString::fromStdString(sim::numberText(part.delayS)));
    }
    return text;
}

QString lengthText(const sim::FaultPreset& preset) {
    const auto seconds = [](double length) {
        return QString::number(length, 'g', 4);
    };
    if (preset.length60S == 0.0) {
        return QCoreApplication::translate("meter::gui::FaultGroups", "Lasts until it is ended.");
    }
    if (preset.length60S == preset.length50S) {
        return QCoreApplication::translate("meter::gui::FaultGroups", "Lasts %1 s.")
            .arg(seconds(preset.length60S));
    }
    return QCoreApplication::translate("meter::gui::FaultGroups",
                                       "Lasts %1 s at 60 Hz, %2 s at 50 Hz.")
        .arg(seconds(preset.length60S), seconds(preset.length50S));
}

} // namespace

std::vector<FaultGroup> faultGroups() {
    std::vector<FaultGroup> groups;
    for (const GroupRule& rule : kRules) {
        groups.push_back({QCoreApplication::translate("meter::gui::FaultGroups", rule.title), {}});
    }
    for (const std::string_view name : sim::faultNames()) {
        const auto rule = std::ranges::find_if(
            kRules, [&name](const GroupRule& each) { return isIn(each, name); });
        // Some names are those of a kind and of a preset made of it.
        auto& names = groups[static_cast<std::size_t>(rule - std::begin(kRules))].names;
        if (std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }
    return groups;
}

QString faultMeaning(std::string_view name) {
    if (const sim::FaultKind* kind = sim::findFaultKind(name)) {
        return libraryText(kind->meaning);
    }
    const sim::FaultPreset* preset = sim::findFaultPreset(name);
    return preset != nullptr ? libraryText(preset->meaning) : QString();
}

QString faultDescription(std::string_view name) {
    const QString meaning = QStringLiteral("<p>") + faultMeaning(name).toHtmlEscaped();
    const QString source = QCoreApplication::translate("meter::gui::FaultGroups", "Source: %1");
    if (const sim::FaultKind* kind = sim::findFaultKind(name)) {
        return meaning + QStringLiteral("<br>") +
               source.arg(libraryText(kind->source).toHtmlEscaped()) + QStringLiteral("</p>");
    }
    const sim::FaultPreset* preset = sim::findFaultPreset(name);
    if (preset == nullptr) {
        return {};
    }
    QStringList parts;
    for (const sim::FaultPart& part : preset->parts) {
        parts << partText(part);
    }
    QString text = meaning + QStringLiteral("<br>") +
                   source.arg(libraryText(preset->source).toHtmlEscaped()) + QStringLiteral("<br>");
    if (!parts.isEmpty()) {
        text += parts.join(QStringLiteral("<br>+ ")) + QStringLiteral("<br>");
    }
    return text + lengthText(*preset) + QStringLiteral("</p>");
}

QString faultSearchText(std::string_view name) {
    QString text = textOf(name) + QLatin1Char(' ') + faultMeaning(name);
    if (const sim::FaultKind* kind = sim::findFaultKind(name)) {
        text += QLatin1Char(' ') + libraryText(kind->source);
    } else if (const sim::FaultPreset* preset = sim::findFaultPreset(name)) {
        text += QLatin1Char(' ') + libraryText(preset->source);
        for (const sim::FaultPart& part : preset->parts) {
            text += QLatin1Char(' ') + textOf(part.kind);
        }
    }
    return text;
}

} // namespace meter::gui
