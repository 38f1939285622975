// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the judge says of a task, a loss or a refusal, in the window's language. The judge speaks
// English, as results and the command line do.

#include <QString>

#include <string>

namespace meter::gui {

/// English where it is not known.
[[nodiscard]] QString remarkText(const std::string& remark);

} // namespace meter::gui
