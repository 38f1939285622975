// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pages of the help: the troubleshooting of the guide (symptom, causes, cures) in our own
// words, with links that set up each cause: "show:ct-reversed". "page:blank" leads to a page.

#include <QString>

#include <span>

namespace meter::gui {

struct HelpPage {
    const char* id;
    const char* title; ///< To be translated.
    const char* body;  ///< HTML, to be translated; [show:…] stands for such a link.
};

[[nodiscard]] std::span<const HelpPage> helpPages(); ///< The first one is the contents.
[[nodiscard]] const HelpPage* findHelpPage(const QString& id);

[[nodiscard]] QString helpText(const char* source);
/// The whole page, with its links.
[[nodiscard]] QString helpHtml(const HelpPage& page);

} // namespace meter::gui
