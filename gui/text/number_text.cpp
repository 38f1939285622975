// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/number_text.hpp"

#include <QLocale>

#include <cmath>

namespace meter::gui {

QString durationText(double seconds) {
    const auto whole = static_cast<qint64>(std::floor(seconds));
    return QStringLiteral("%1:%2:%3")
        .arg(whole / 3600)
        .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString speedText(double factor) {
    const double tenths = std::round(factor * 10.0) / 10.0;
    const bool isWhole = tenths >= 9.95 || tenths == std::round(tenths);
    return QLocale().toString(factor, 'f', isWhole ? 0 : 1) + QChar(0x00D7);
}

} // namespace meter::gui
