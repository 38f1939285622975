// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/accessible_text.hpp"

#include "tests/gui/fake_meter_link.hpp"
#include "tests/support/catch.hpp"

using namespace meter;
using namespace meter::gui;

TEST_CASE("a screen reader is told label value unit and phases") {
    CHECK(glassDescription(aGlass()).toStdString() ==
          "KWh: 1284.6 kWh. Phase A. Phase B. Phase C.");
}

TEST_CASE("the beating heart does not change what a screen reader is told") {
    Glass glass = aGlass();
    const QString before = glassDescription(glass);
    glass.set(Icon::Heart, false);
    CHECK(glassDescription(glass) == before);
}

TEST_CASE("alert and password are told in words") {
    Glass glass = aGlass();
    glass.set(Icon::Wrench, true);
    glass.set(Icon::Lock, true);
    const QString text = glassDescription(glass);
    CHECK(text.contains(QStringLiteral("Diagnostic alert")));
    CHECK(text.contains(QStringLiteral("Password")));
}

TEST_CASE("a blank glass is told as such") {
    CHECK(glassDescription(Glass{}).toStdString() == "The display is blank: no control power.");
}
