// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dock_arranger.hpp"

#include "gui/base/window_state.hpp"
#include "gui/dock_frame.hpp"
#include "gui/dock_tab_style.hpp"
#include "gui/dock_table.hpp"
#include "gui/workspace/workspace_table.hpp"

#include <QMainWindow>
#include <QSettings>
#include <QTabBar>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr int kLayoutVersion = 4; ///< Of a kept arrangement.

QString keyOf(const QString& workspace) {
    return QStringLiteral("workspace/") + workspace;
}

QString nameOf(std::size_t workspace) {
    return QString::fromLatin1(workspaceSpecs()[workspace].name);
}

} // namespace

DockArranger::DockArranger(QMainWindow& window, LiveMeter& meter)
    : QObject(&window), m_window(window) {
    // Not grouped dragging: QMainWindow::restoreState crashes on floating groups that are gone.
    m_window.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks |
                            QMainWindow::AllowTabbedDocks);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_tabsChanged.setSingleShot(true);
    connect(&m_tabsChanged, &QTimer::timeout, this, &DockArranger::followTabs);
    for (const DockSpec& spec : dockSpecs()) {
        auto* frame = new DockFrame(spec, meter, &m_window);
        m_docks.push_back(frame);
        const auto changed = [this] {
            m_tabsChanged.start(0);
        };
        connect(frame, &QDockWidget::visibilityChanged, this, changed);
        connect(frame, &QDockWidget::topLevelChanged, this, changed);
        connect(frame, &QDockWidget::dockLocationChanged, this, changed);
    }
}

DockFrame* DockArranger::dock(const QString& name) const {
    const auto found = std::ranges::find(m_docks, name, &QObject::objectName);
    return found == m_docks.end() ? nullptr : *found;
}

void DockArranger::showWorkspace(std::size_t workspace) {
    if (m_workspace == workspace) {
        return;
    }
    keep();
    m_workspace = workspace;
    setCorners();
    const auto kept = m_kept.find(nameOf(workspace));
    m_isSettled = true;
    m_isAsInTable =
        kept == m_kept.end() || !restoreWindowState(m_window, kept->second, kLayoutVersion);
    if (m_isAsInTable) {
        arrange();
    }
    m_tabsChanged.start(0);
    Q_EMIT workspaceChanged();
}

void DockArranger::hideAll() {
    keep();
    m_workspace.reset();
    for (DockFrame* each : m_docks) {
        each->hide();
    }
    Q_EMIT workspaceChanged();
}

void DockArranger::reset() {
    if (m_workspace) {
        m_kept.erase(nameOf(*m_workspace));
        m_isAsInTable = true;
        setCorners();
        arrange();
    }
}

void DockArranger::restore(const QSettings& settings) {
    for (const WorkspaceSpec& spec : workspaceSpecs()) {
        const QString name = QString::fromLatin1(spec.name);
        if (const QByteArray state = settings.value(keyOf(name)).toByteArray(); !state.isEmpty()) {
            m_kept[name] = state;
        }
    }
    if (const std::optional<std::size_t> shown = m_workspace) {
        m_workspace.reset(); // What was arranged so far is no one's arrangement.
        showWorkspace(*shown);
    }
}

void DockArranger::save(QSettings& settings) {
    keep();
    for (const auto& [name, state] : m_kept) {
        settings.setValue(keyOf(name), state);
    }
}

void DockArranger::keep() {
    if (m_workspace && m_isSettled) {
        m_kept[nameOf(*m_workspace)] = m_window.saveState(kLayoutVersion);
    }
}

void DockArranger::setCorners() {
    const bool isWide = m_workspace && workspaceSpecs()[*m_workspace].isBottomWide;
    m_window.setCorner(Qt::BottomLeftCorner,
                       isWide ? Qt::BottomDockWidgetArea : Qt::LeftDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner,
                       isWide ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea);
}

/// As the table has it, whatever was dragged, closed or floating.
void DockArranger::arrange() {
    const WorkspaceSpec& spec = workspaceSpecs()[*m_workspace];
    for (DockFrame* each : m_docks) {
        each->setFloating(false); // It needs to be in the layout for that.
        m_window.removeDockWidget(each);
    }
    std::map<Qt::DockWidgetArea, DockFrame*> firsts;
    const auto add = [&](DockFrame& frame, Qt::DockWidgetArea area, DockFrame* partner) {
        m_window.addDockWidget(area, &frame);
        if (partner != nullptr) {
            m_window.tabifyDockWidget(partner, &frame);
        }
        firsts.try_emplace(area, &frame);
    };
    std::vector<DockFrame*> shown;
    for (const WorkspaceDock& wanted : spec.docks) {
        DockFrame* frame = dock(QString::fromLatin1(wanted.name));
        if (frame == nullptr) {
            continue;
        }
        DockFrame* partner =
            wanted.tabbedWith == nullptr ? nullptr : dock(QString::fromLatin1(wanted.tabbedWith));
        if (partner != nullptr && std::ranges::find(shown, partner) == shown.end()) {
            partner = nullptr;
        }
        if (partner == nullptr && wanted.tabbedWith != nullptr && firsts.contains(wanted.area)) {
            partner = firsts.at(wanted.area);
        }
        add(*frame, wanted.area, partner);
        shown.push_back(frame);
    }
    // The others are a tab beside those once somebody opens them.
    for (DockFrame* each : m_docks) {
        const bool isShown = std::ranges::find(shown, each) != shown.end();
        if (!isShown) {
            const Qt::DockWidgetArea area = each->spec().area;
            add(*each, area, firsts.contains(area) ? firsts.at(area) : nullptr);
        }
        each->setVisible(isShown);
    }
    for (const auto& [area, first] : firsts) {
        if (!first->isHidden()) {
            first->raise();
        }
    }
    m_isSettled = false;
    settleLater();
}

/// Once all have their place.
void DockArranger::settleLater() {
    QTimer::singleShot(0, this, &DockArranger::applySizes);
}

void DockArranger::applySizes() {
    if (!m_workspace || !m_isAsInTable || m_isSettled || !m_window.isVisible()) {
        return;
    }
    m_isSettled = true;
    const WorkspaceSpec& spec = workspaceSpecs()[*m_workspace];
    const auto apply = [this](Qt::DockWidgetArea area, double share, Qt::Orientation orientation) {
        const int room = orientation == Qt::Horizontal ? m_window.width() : m_window.height();
        for (DockFrame* each : m_docks) {
            if (!each->isHidden() && !each->isFloating() && m_window.dockWidgetArea(each) == area) {
                m_window.resizeDocks({each}, {static_cast<int>(share * room)}, orientation);
                return;
            }
        }
    };
    apply(Qt::LeftDockWidgetArea, spec.leftShare, Qt::Horizontal);
    apply(Qt::RightDockWidgetArea, spec.rightShare, Qt::Horizontal);
    apply(Qt::BottomDockWidgetArea, spec.bottomShare, Qt::Vertical);
}

/// A dock in a tab bar has its title there; its own bar would say it twice.
void DockArranger::followTabs() {
    for (DockFrame* each : m_docks) {
        const bool isTabbed =
            !each->isFloating() &&
            std::ranges::any_of(m_window.tabifiedDockWidgets(each),
                                [](const QDockWidget* other) { return !other->isHidden(); });
        each->setTitleShown(!isTabbed);
    }
    for (QTabBar* bar : m_window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        styleDockTabs(*bar);
        connect(bar, &QTabBar::tabBarDoubleClicked, this, &DockArranger::floatTab,
                Qt::UniqueConnection);
    }
}

/// What a double click on a title bar does; a dock in a tab bar shows none.
void DockArranger::floatTab(int tab) {
    const auto* bar = qobject_cast<const QTabBar*>(sender());
    if (bar == nullptr) {
        return;
    }
    const auto found = std::ranges::find(m_docks, bar->tabText(tab), &QWidget::windowTitle);
    if (found != m_docks.end()) {
        (*found)->setFloating(true);
    }
}

} // namespace meter::gui
