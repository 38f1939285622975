// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dock_frame.hpp"

#include "gui/dock_table.hpp"

#include <QAction>
#include <QVBoxLayout>

namespace meter::gui {

DockFrame::DockFrame(const DockSpec& spec, LiveMeter& meter, QWidget* parent)
    : QDockWidget(dockTitle(spec), parent)
    , m_spec(spec)
    , m_meter(meter)
    , m_show(new QAction(dockTitle(spec), this)) {
    setObjectName(QString::fromLatin1(spec.name));
    auto* holder = new QWidget(this);
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    setWidget(holder);

    m_show->setCheckable(true);
    m_show->setShortcut(QKeySequence(QString::fromLatin1(spec.shortcut)));
    connect(m_show, &QAction::triggered, this, [this] {
        if (m_isOnTop) {
            close();
        } else {
            bringToFront();
        }
        m_show->setChecked(!isHidden());
    });
    connect(toggleViewAction(), &QAction::toggled, m_show, &QAction::setChecked);
    connect(this, &QDockWidget::visibilityChanged, this, &DockFrame::follow);
}

void DockFrame::bringToFront() {
    show();
    raise();
    if (m_content != nullptr) {
        m_content->setFocus(Qt::ShortcutFocusReason);
    }
}

void DockFrame::follow(bool isOnTop) {
    m_isOnTop = isOnTop;
    if (isOnTop && m_content == nullptr) {
        m_content = m_spec.makeContent(m_meter, widget());
        // Else the docks would jump whenever another tab is chosen.
        QSizePolicy policy = m_content->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        m_content->setSizePolicy(policy);
        widget()->layout()->addWidget(m_content);
    }
    if (m_content != nullptr) {
        m_content->setVisible(isOnTop);
    }
}

} // namespace meter::gui
