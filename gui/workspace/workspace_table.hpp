// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE list of workspaces: arrangements of docks for what a person is doing. The window makes
// its bar, its menu and the doors of the start page from it.

#include <QString>
#include <Qt>

#include <span>

namespace meter::gui {

struct WorkspaceDock {
    const char* name; ///< In the table of docks; one that is not there is left out.
    Qt::DockWidgetArea area;
    const char* tabbedWith; ///< An earlier dock of this workspace, which stays in front; or null.
};

struct WorkspaceSpec {
    const char* name; ///< Under which its arrangement is kept: never change it.
    const char* title;
    const char* sentence; ///< Of its door.
    const char* icon;
    const char* shortcut;
    std::span<const WorkspaceDock> docks;
    // Of the window, where there are docks on that side.
    double leftShare;
    double rightShare;
    double bottomShare;
    bool isBottomWide; ///< What is below is as wide as the window, not as the meter.
};

[[nodiscard]] std::span<const WorkspaceSpec> workspaceSpecs();
[[nodiscard]] QString workspaceTitle(const WorkspaceSpec& spec);
[[nodiscard]] QString workspaceSentence(const WorkspaceSpec& spec);

} // namespace meter::gui
