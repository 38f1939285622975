// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/lesson_text.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <cmath>

namespace meter::gui {

namespace {

constexpr int kSecondsPerMinute = 60;

/// In the order of DeskRight.
constexpr std::array<const char*, sim::kDeskRightCount> kRights = {
    QT_TRANSLATE_NOOP("meter::gui::Lesson", "the meter's keys"),
    QT_TRANSLATE_NOOP("meter::gui::Lesson", "control power"),
    QT_TRANSLATE_NOOP("meter::gui::Lesson", "disconnect and fuses"),
    QT_TRANSLATE_NOOP("meter::gui::Lesson", "wiring"),
    QT_TRANSLATE_NOOP("meter::gui::Lesson", "source and load"),
    QT_TRANSLATE_NOOP("meter::gui::Lesson", "Modbus"),
    QT_TRANSLATE_NOOP("meter::gui::Lesson", "speed of time")};

} // namespace

QString windowLanguage() {
    //: The code of the language of this translation: de, es.
    return QCoreApplication::translate("meter::gui::Lesson", "en");
}

QString textIn(const sim::LocalText& text, const QString& language) {
    return text.isEmpty() ? QString() : textOf(text.in(language.toStdString()));
}

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

QString clockText(int seconds) {
    return QStringLiteral("%1:%2")
        .arg(seconds / kSecondsPerMinute)
        .arg(seconds % kSecondsPerMinute, 2, 10, QLatin1Char('0'));
}

QString minutesText(const sim::Lesson& lesson) {
    const auto minutes = static_cast<int>(std::lround(lesson.timeS / kSecondsPerMinute));
    return minutes == 0 ? QString()
                        : QCoreApplication::translate("meter::gui::Lesson", "%1 min").arg(minutes);
}

QString rightText(sim::DeskRight right) {
    return QCoreApplication::translate("meter::gui::Lesson",
                                       kRights.at(static_cast<std::size_t>(right)));
}

QString rightsText(const sim::Lesson& lesson) {
    QStringList names;
    for (const sim::DeskRight right : lesson.may) {
        names << rightText(right);
    }
    return names.join(QStringLiteral(", "));
}

} // namespace meter::gui
