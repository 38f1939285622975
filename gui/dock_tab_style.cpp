// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dock_tab_style.hpp"

#include "gui/base/icons.hpp"
#include "gui/dock_frame.hpp"
#include "gui/dock_table.hpp"

#include <QPainter>
#include <QProxyStyle>
#include <QStyleOptionTab>
#include <QTabBar>

namespace meter::gui {

namespace {

constexpr int kIconSize = 16;
constexpr int kIconTabWidth = 32;

class DockTabStyle final : public QProxyStyle {
public:
    explicit DockTabStyle(QTabBar& bar) : m_bar(bar) { setParent(&bar); }

    QSize sizeFromContents(ContentsType type,
                           const QStyleOption* option,
                           const QSize& size,
                           const QWidget* widget) const override {
        const QSize full = QProxyStyle::sizeFromContents(type, option, size, widget);
        const bool isTab = type == CT_TabBarTab && widget == &m_bar;
        return isTab && !hasRoom(full.width() - textWidth(option))
                   ? QSize(kIconTabWidth, full.height())
                   : full;
    }

    void drawControl(ControlElement element,
                     const QStyleOption* option,
                     QPainter* painter,
                     const QWidget* widget) const override {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        const bool isLabel = element == CE_TabBarTabLabel && widget == &m_bar && tab != nullptr;
        if (!isLabel || tab->rect.width() > kIconTabWidth + 2) {
            QProxyStyle::drawControl(element, option, painter, widget);
            return;
        }
        QRect place(0, 0, kIconSize, kIconSize);
        place.moveCenter(tab->rect.center());
        iconOf(tab->text).paint(painter, place);
    }

private:
    static int textWidth(const QStyleOption* option) {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        return tab == nullptr ? 0 : tab->fontMetrics.size(Qt::TextShowMnemonic, tab->text).width();
    }

    /// `padding` is what a tab takes beside its text.
    [[nodiscard]] bool hasRoom(int padding) const {
        int needed = 0;
        for (int tab = 0; tab < m_bar.count(); ++tab) {
            needed += padding +
                      m_bar.fontMetrics().size(Qt::TextShowMnemonic, m_bar.tabText(tab)).width();
        }
        return needed <= m_bar.width();
    }

    [[nodiscard]] QIcon iconOf(const QString& title) const {
        for (const DockFrame* dock : m_bar.window()->findChildren<DockFrame*>()) {
            if (dock->windowTitle() == title) {
                return themedIcon(QString::fromLatin1(dock->spec().name), m_bar.palette());
            }
        }
        return {};
    }

    QTabBar& m_bar;
};

} // namespace

void styleDockTabs(QTabBar& bar) {
    if (dynamic_cast<DockTabStyle*>(bar.style()) == nullptr) {
        bar.setStyle(new DockTabStyle(bar));
        bar.setElideMode(Qt::ElideNone);
        bar.setUsesScrollButtons(true);
    }
}

} // namespace meter::gui
