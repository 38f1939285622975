// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dock_frame.hpp"

#include "gui/dock_table.hpp"

#include <QAction>
#include <QScrollArea>
#include <QShortcut>

namespace meter::gui {

/// What does not fit scrolls: no content keeps the window from becoming small.
class DockHolder final : public QScrollArea {
public:
    explicit DockHolder(QWidget* parent) : QScrollArea(parent) {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
    }

    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 90}; }
};

DockFrame::DockFrame(const DockSpec& spec, LiveMeter& meter, QWidget* parent)
    : QDockWidget(dockTitle(spec), parent)
    , m_spec(spec)
    , m_meter(meter)
    , m_show(new QAction(dockTitle(spec), this)) {
    setObjectName(QString::fromLatin1(spec.name));
    m_holder = new DockHolder(this);
    setWidget(m_holder);

    // From the menu it opens and closes; its shortcut always brings it to the front.
    const QKeySequence keys(QString::fromLatin1(spec.shortcut));
    auto* shortcut = new QShortcut(keys, parent); // Not of the dock, which may be hidden.
    shortcut->setContext(Qt::ApplicationShortcut);
    connect(shortcut, &QShortcut::activated, this, [this] {
        if (m_show->isEnabled()) { // An exam closes what its desk does not have.
            bringToFront();
        }
    });
    m_show->setText(dockTitle(spec) + u'\t' + keys.toString(QKeySequence::NativeText));
    m_show->setCheckable(true);
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

void DockFrame::setTitleShown(bool isShown) {
    if (isShown == (titleBarWidget() == nullptr)) {
        return;
    }
    QWidget* const before = titleBarWidget();
    setTitleBarWidget(isShown ? nullptr : new QWidget(this));
    delete before;
}

void DockFrame::follow(bool isOnTop) {
    m_isOnTop = isOnTop;
    if (isOnTop && m_content == nullptr) {
        m_content = m_spec.makeContent(m_meter, m_holder);
        // Else the docks would jump whenever another tab is chosen.
        QSizePolicy policy = m_content->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        m_content->setSizePolicy(policy);
        m_holder->setWidget(m_content);
    }
    if (m_content != nullptr) {
        m_content->setVisible(isOnTop);
    }
}

} // namespace meter::gui
