// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The result of an attempt as rich text, for the page in the window and for the paper.

#include "sim/lesson/lesson_html.hpp"

#include <QString>

namespace meter::gui {

[[nodiscard]] QString resultRichText(const sim::ResultPage& page, const QString& language);

/// A certificate on A4, with every task. False: the file cannot be written.
[[nodiscard]] bool
writeResultPdf(const QString& file, const sim::ResultPage& page, const QString& language);

} // namespace meter::gui
