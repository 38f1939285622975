// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A dock of the table, whose content is made when it is first looked at. While another tab
// covers it the content is hidden, so that isVisible() of a content means somebody can see it.

#include <QDockWidget>

class QAction;

namespace meter::gui {

class DockHolder;
struct DockSpec;
class LiveMeter;

class DockFrame final : public QDockWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    DockFrame(const DockSpec& spec, LiveMeter& meter, QWidget* parent);

    [[nodiscard]] const DockSpec& spec() const { return m_spec; }

    /// For a menu: shows the dock, brings it to the front, or closes it if it is there. Its
    /// shortcut never closes it.
    [[nodiscard]] QAction& showAction() const { return *m_show; }

    [[nodiscard]] bool isOnTop() const { return m_isOnTop; }

    void bringToFront();

    /// Not where a tab says the title.
    void setTitleShown(bool isShown);

    /// Null before it was first looked at.
    [[nodiscard]] QWidget* content() const { return m_content; }

private:
    void follow(bool isOnTop);

    const DockSpec& m_spec;
    LiveMeter& m_meter;
    QAction* m_show;
    DockHolder* m_holder = nullptr;
    QWidget* m_content = nullptr;
    bool m_isOnTop = false;
};

} // namespace meter::gui
