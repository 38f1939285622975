// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/window_state.hpp"

#include <QLayout>
#include <QMainWindow>

namespace meter::gui {

bool restoreWindowState(QMainWindow& window, const QByteArray& state, int version) {
    // Qt shows the tab bars one after the other. Each lets the layout act, which may take other tab
    // bars into use while their list is being walked through: a layout that is not enabled does
    // not.
    QLayout* layout = window.layout();
    layout->setEnabled(false);
    const bool isRestored = window.restoreState(state, version);
    layout->setEnabled(true);
    layout->activate();
    return isRestored;
}

} // namespace meter::gui
