// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/line/meters_dock.hpp"

#include "gui/docks/copy_menu.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/line/meters_model.hpp"
#include "gui/live/live_meter.hpp"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 500;

} // namespace

MetersDock::MetersDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_model(new MetersModel(this))
    , m_view(new QTableView(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Meters of the line"));
    styleTable(*m_view);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(MetersModel::Alerts, QHeaderView::Stretch);
    addTableMenu(*m_view, m_meter, QStringLiteral("meters"));
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex& index) {
        m_meter.chooseMeter(static_cast<std::size_t>(index.row()));
    });
    connect(&m_meter, &LiveMeter::scenarioOpened, this, &MetersDock::refresh);
    connect(&m_meter, &LiveMeter::advanced, this, [this] {
        if (isVisible() && m_sinceRefresh.elapsed() >= kRefreshIntervalMs) {
            refresh();
        }
    });
}

void MetersDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void MetersDock::refresh() {
    m_sinceRefresh.start();
    m_model->setMeters(m_meter.snapshot());
}

} // namespace meter::gui
