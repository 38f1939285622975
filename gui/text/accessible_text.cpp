// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/accessible_text.hpp"

#include "sim/device/glass_text.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace meter::gui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("meter::gui::Glass", text);
}

struct IconWord {
    Icon icon;
    const char* word;
};

constexpr std::array<IconWord, 9> kIconWords = {{
    {Icon::PhaseA, QT_TRANSLATE_NOOP("meter::gui::Glass", "Phase A")},
    {Icon::PhaseB, QT_TRANSLATE_NOOP("meter::gui::Glass", "Phase B")},
    {Icon::PhaseC, QT_TRANSLATE_NOOP("meter::gui::Glass", "Phase C")},
    {Icon::Average, QT_TRANSLATE_NOOP("meter::gui::Glass", "Average")},
    {Icon::Demand, QT_TRANSLATE_NOOP("meter::gui::Glass", "Demand")},
    {Icon::Max, QT_TRANSLATE_NOOP("meter::gui::Glass", "Maximum")},
    {Icon::Wrench, QT_TRANSLATE_NOOP("meter::gui::Glass", "Diagnostic alert")},
    {Icon::Lock, QT_TRANSLATE_NOOP("meter::gui::Glass", "Password")},
    {Icon::Heart, ""}, // It beats: to tell of it would never end.
}};

struct UnitWord {
    Icon icon;
    const char16_t* word;
};

constexpr std::array<UnitWord, 9> kUnits = {{
    {Icon::Volt, u"V"},
    {Icon::Ampere, u"A"},
    {Icon::Hertz, u"Hz"},
    {Icon::Watt, u"W"},
    {Icon::Var, u"VAR"},
    {Icon::Va, u"VA"},
    {Icon::WattHour, u"Wh"},
    {Icon::VarHour, u"VARh"},
    {Icon::VaHour, u"VAh"},
}};

} // namespace

QString unitText(const Glass& glass) {
    QString text;
    for (const UnitWord& unit : kUnits) {
        if (glass.has(unit.icon)) {
            text = QString::fromUtf16(unit.word);
        }
    }
    if (!text.isEmpty() && glass.has(Icon::Kilo)) {
        return u'k' + text;
    }
    return !text.isEmpty() && glass.has(Icon::Mega) ? QString(u'M' + text) : text;
}

QString glassDescription(const Glass& glass) {
    if (!glass.isPowered) {
        return QCoreApplication::translate("meter::gui::Glass",
                                           "The display is blank: no control power.");
    }
    QString shown = QString::fromStdString(sim::labelText(glass));
    const QString value = QString::fromStdString(sim::valueText(glass));
    if (!value.isEmpty()) {
        shown += (shown.isEmpty() ? QString() : QStringLiteral(": ")) + value;
    }
    const QString unit = unitText(glass);
    QStringList sentences;
    if (!shown.isEmpty()) {
        sentences << (unit.isEmpty() ? shown : QString(shown + u' ' + unit));
    }
    for (const IconWord& word : kIconWords) {
        if (glass.has(word.icon) && word.word[0] != '\0') {
            sentences << translated(word.word);
        }
    }
    return sentences.isEmpty() ? QString() : QString(sentences.join(QStringLiteral(". ")) + u'.');
}

} // namespace meter::gui
