// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window_host.hpp"

#include "gui/base/phase_colours.hpp"
#include "gui/dock_arranger.hpp"
#include "gui/language/language.hpp"
#include "gui/main_window.hpp"

#include <QApplication>
#include <QSettings>

namespace meter::gui {

WindowHost::WindowHost(LiveMeter& meter) : m_meter(meter) {
    restorePhaseColours(QSettings());
    make();
}

WindowHost::~WindowHost() = default;

void WindowHost::make() {
    m_window = std::make_unique<MainWindow>(m_meter);
    QSettings settings;
    m_window->restoreLayout(settings);
    // Later: the menu that asks for it is still being worked with.
    connect(m_window.get(), &MainWindow::remakeAsked, this, &WindowHost::remake,
            Qt::QueuedConnection);
}

void WindowHost::remake() {
    const bool isStartPage = !m_window->arranger().workspace().has_value();
    const bool isVisible = m_window->isVisible();
    saveLayout();
    applyLanguage(chosenLanguage(QSettings()));
    // The program ends with its last window; for a moment there is none.
    const bool isQuitting = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    m_window.reset();
    make();
    if (isStartPage) {
        m_window->showStartPage();
    }
    if (isVisible) {
        m_window->show();
    }
    QApplication::setQuitOnLastWindowClosed(isQuitting);
}

void WindowHost::show() {
    m_window->show();
}

void WindowHost::close() {
    m_window->close();
}

void WindowHost::saveLayout() const {
    QSettings settings;
    m_window->saveLayout(settings);
}

} // namespace meter::gui
