// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/readings/readings_dock.hpp"

#include "gui/docks/copy_menu.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/readings/readings_model.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeySequence>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 200; ///< Faster digits cannot be read.

/// What the columns take in the window's language, with room for the longest value.
int neededWidth(const QTableView& view) {
    const QFontMetrics metrics = view.fontMetrics();
    int width =
        metrics.horizontalAdvance(QStringLiteral("4294967295")) + 2 * metrics.averageCharWidth();
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        if (column != ReadingsModel::Value) {
            width += view.horizontalHeader()->sectionSize(column);
        }
    }
    return width;
}

} // namespace

ReadingsDock::ReadingsDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_model(new ReadingsModel(this))
    , m_view(new QTableView(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Readings, as a Modbus master reads them"));
    styleTable(*m_view);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ReadingsModel::Value, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->setMinimumWidth(neededWidth(*m_view));

    addTableMenu(*m_view, m_meter, QStringLiteral("readings"));

    auto* copy = new QShortcut(QKeySequence::Copy, m_view);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, [this] {
        const QModelIndex value = m_view->currentIndex().siblingAtColumn(ReadingsModel::Value);
        QApplication::clipboard()->setText(value.data().toString());
    });
    connect(&m_meter, &LiveMeter::advanced, this, [this] {
        if (isVisible() && m_sinceRefresh.elapsed() >= kRefreshIntervalMs) {
            refresh();
        }
    });
}

void ReadingsDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ReadingsDock::refresh() {
    m_sinceRefresh.start();
    m_model->setReadings(m_meter.snapshot(), m_meter.identity().factory);
}

} // namespace meter::gui
