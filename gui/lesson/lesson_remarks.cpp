// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/lesson_remarks.hpp"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace meter::gui {

namespace {

// %1 and %2 stand for what differs; words among them are translated as well.
constexpr std::array kRemarks = {
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks",
                      "it was so from the start; this task wants it done by %1"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks",
                      "it was done by %1; this task wants it done by %2"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks", "more than %1 key presses"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks",
                      "a lead or a CT was moved with the voltage disconnect closed"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks", "hint %1 of %2"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks",
                      "measure first: this answer wants a reading of the %1"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks", "the lesson has been handed in"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks", "the task `%1` is settled"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks",
                      "it is not yet the turn of `%1`: the tasks before it come first"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks", "keys"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks", "wiring"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks", "modbus"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks", "clamp"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks", "voltmeter"),
    QT_TRANSLATE_NOOP("meter::gui::LessonRemarks", "rotation")};

QString translated(const char* text) {
    return QCoreApplication::translate("meter::gui::LessonRemarks", text);
}

QRegularExpression patternOf(const char* remark) {
    QString pattern = QRegularExpression::escape(QString::fromUtf8(remark));
    pattern.replace(QStringLiteral("\\%1"), QStringLiteral("(.+)"));
    pattern.replace(QStringLiteral("\\%2"), QStringLiteral("(.+)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

} // namespace

QString remarkText(const std::string& remark) {
    const QString english = QString::fromStdString(remark);
    for (const char* const known : kRemarks) {
        const QRegularExpressionMatch match = patternOf(known).match(english);
        if (!match.hasMatch()) {
            continue;
        }
        QString text = translated(known);
        for (int part = 1; part <= match.lastCapturedIndex(); ++part) {
            text = text.arg(translated(match.captured(part).toUtf8().constData()));
        }
        return text;
    }
    return english;
}

} // namespace meter::gui
