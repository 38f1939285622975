// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the docks and tool bars of a window stand, brought back without Qt's crash over tab bars.

#include <QByteArray>

class QMainWindow;

namespace meter::gui {

/// QMainWindow::restoreState with its layout kept still. Of what saveState gave with this version;
/// false: it is of another one, and nothing was changed.
bool restoreWindowState(QMainWindow& window, const QByteArray& state, int version = 0);

} // namespace meter::gui
