// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Texts of lessons for the window: in its language, or in the one that the learner chose; and
// small phrases that several pages share.

#include "sim/lesson/lesson.hpp"

#include <QString>

#include <string>

namespace meter::gui {

/// Code of the language that the window speaks: en, de, es.
[[nodiscard]] QString windowLanguage();

[[nodiscard]] QString textIn(const sim::LocalText& text, const QString& language);
[[nodiscard]] QString textOf(const std::string& text);

/// "12:05".
[[nodiscard]] QString clockText(int seconds);
/// "15 min".
[[nodiscard]] QString minutesText(const sim::Lesson& lesson);

[[nodiscard]] QString rightText(sim::DeskRight right);
/// "keys, wiring, disconnect", in words.
[[nodiscard]] QString rightsText(const sim::Lesson& lesson);

} // namespace meter::gui
