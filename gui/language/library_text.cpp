// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/language/library_text.hpp"

#include <QCoreApplication>

#include <string>

namespace meter::gui {

QString libraryText(std::string_view text) {
    // Qt's look-up needs a terminated text, which a view need not have.
    return QCoreApplication::translate("meter::gui::Library", std::string(text).c_str());
}

} // namespace meter::gui
