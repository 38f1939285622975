// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/number_text.hpp"

#include "tests/support/catch.hpp"

#include <QLocale>

using namespace meter::gui;

TEST_CASE("meter time is told in hours minutes and seconds") {
    CHECK(durationText(0.0).toStdString() == "0:00:00");
    CHECK(durationText(59.999).toStdString() == "0:00:59");
    CHECK(durationText(425.0).toStdString() == "0:07:05");
    CHECK(durationText(100.0 * 3600.0).toStdString() == "100:00:00");
}

TEST_CASE("speeds are told as short as they can be") {
    QLocale::setDefault(QLocale::c());
    CHECK(speedText(1.0) == QStringLiteral("1\u00d7"));
    CHECK(speedText(9.84) == QStringLiteral("9.8\u00d7"));
    CHECK(speedText(9.97) == QStringLiteral("10\u00d7"));
    CHECK(speedText(59.6) == QStringLiteral("60\u00d7"));
}
