// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The library's faults sorted into groups, for a list that people can find their way in.

#include <QString>

#include <string_view>
#include <vector>

namespace meter::gui {

struct FaultGroup {
    QString title;
    std::vector<std::string_view> names; ///< Kinds and presets, in the order of the library.
};

/// Every name of the library once.
[[nodiscard]] std::vector<FaultGroup> faultGroups();

/// What the library says about a name: one line.
[[nodiscard]] QString faultMeaning(std::string_view name);
/// Meaning, source, what a preset is made of and how long it lasts, as rich text.
[[nodiscard]] QString faultDescription(std::string_view name);
/// Text that a search looks in.
[[nodiscard]] QString faultSearchText(std::string_view name);

} // namespace meter::gui
