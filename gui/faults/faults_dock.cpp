// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faults/faults_dock.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/faults/fault_form.hpp"
#include "gui/faults/fault_groups.hpp"
#include "gui/faults/running_faults_view.hpp"
#include "gui/live/live_meter.hpp"
#include "sim/twin/simulation.hpp"

#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 250;
constexpr int kNameRole = Qt::UserRole;
constexpr int kSearchRole = Qt::UserRole + 1;
constexpr int kNameColumnChars = 30;

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStandardItem* newItem(const QString& text, const QString& tip) {
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setToolTip(tip);
    return item;
}

} // namespace

FaultsDock::FaultsDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_search(new QLineEdit(this))
    , m_model(new QStandardItemModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_library(new QTreeView(this))
    , m_form(new FaultForm(meter, this))
    , m_running(new RunningFaultsView(this)) {
    m_search->setPlaceholderText(tr("Search faults"));
    m_search->setAccessibleName(tr("Search faults"));
    m_search->setClearButtonEnabled(true);
    fillLibrary();
    m_filtered->setSourceModel(m_model);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterRole(kSearchRole);
    m_library->setModel(m_filtered);
    m_library->setAccessibleName(tr("Library of faults"));
    m_library->setUniformRowHeights(true);
    m_library->setAlternatingRowColors(true);
    m_library->setHeaderHidden(true);
    m_library->header()->resizeSection(0, m_library->fontMetrics().averageCharWidth() *
                                              kNameColumnChars);
    m_library->setMinimumHeight(m_library->fontMetrics().height() * 8);

    auto* below = new QWidget(this);
    auto* belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(kDockMargin, 0, kDockMargin, kDockMargin);
    belowLayout->addWidget(m_form);
    belowLayout->addWidget(m_running);
    belowLayout->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(below);

    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_library);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kDockMargin, 0, 0);
    layout->setSpacing(kDockGap);
    auto* searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(kDockMargin, 0, kDockMargin, 0);
    searchRow->addWidget(m_search);
    layout->addLayout(searchRow);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_search);

    connect(m_search, &QLineEdit::textChanged, this, &FaultsDock::filter);
    auto* down = new QShortcut(Qt::Key_Down, m_search);
    down->setContext(Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, m_library, [this] { m_library->setFocus(); });
    connect(m_library->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FaultsDock::chooseCurrent);
    connect(m_library, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (index.siblingAtColumn(0).data(kNameRole).isValid()) {
            m_form->apply();
        }
    });
    connect(m_form, &FaultForm::applied, this, &FaultsDock::refresh);
    connect(m_running, &RunningFaultsView::endAsked, this, [this](const QString& name) {
        endFaults(m_meter, name.toStdString());
        refresh();
    });
    connect(&m_meter, &LiveMeter::advanced, this, [this] {
        if (isVisible() && m_sinceRefresh.elapsed() >= kRefreshIntervalMs) {
            refresh();
        }
    });
}

void FaultsDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_library->doItemsLayout(); // What is spanned has to be laid out.
    spanHeads();
    refresh();
}

void FaultsDock::refresh() {
    m_sinceRefresh.start();
    m_meter.ask(
        this, [](sim::Simulation& simulation) { return runningFaults(simulation); },
        [this](const RunningFaults& faults) {
            m_running->showFaults(faults, m_meter.snapshot().now);
        });
}

void FaultsDock::fillLibrary() {
    for (const FaultGroup& group : faultGroups()) {
        auto* head = newItem(group.title, {});
        QFont bold = head->font();
        bold.setBold(true);
        head->setFont(bold);
        for (const std::string_view name : group.names) {
            const QString meaning = faultMeaning(name);
            auto* item = newItem(textOf(name), meaning);
            item->setData(textOf(name), kNameRole);
            item->setData(QString(faultSearchText(name) + QLatin1Char(' ') + group.title),
                          kSearchRole);
            head->appendRow({item, newItem(meaning, meaning)});
        }
        m_model->appendRow({head, newItem({}, {})});
    }
}

void FaultsDock::filter(const QString& text) {
    m_filtered->setFilterFixedString(text.trimmed());
    spanHeads();
    if (text.trimmed().isEmpty()) {
        m_library->collapseAll();
    } else {
        m_library->expandAll();
    }
}

void FaultsDock::spanHeads() {
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        m_library->setFirstColumnSpanned(row, {}, true);
    }
}

void FaultsDock::chooseCurrent() {
    const QModelIndex current = m_library->currentIndex().siblingAtColumn(0);
    m_form->setFault(current.data(kNameRole).toString().toStdString());
}

} // namespace meter::gui
