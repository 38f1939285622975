// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What comes with the program: the folders of scenarios and lessons, wherever it is installed
// or built.

#include <QString>
#include <QStringList>

#include <vector>

namespace meter::gui {

/// "scenarios" or "lessons"; empty if it is not there.
[[nodiscard]] QString shippedFolder(const QString& name);

struct Example {
    QString file;
    QString title;   ///< `name` of the scenario.
    QString preview; ///< The comment above it: what it shows.
};

struct ExampleGroup {
    QString title;
    std::vector<Example> examples;
};

/// The shipped scenarios, by group; read once.
[[nodiscard]] const std::vector<ExampleGroup>& exampleGroups();

} // namespace meter::gui
