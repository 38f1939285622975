// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log/log_dock.hpp"

#include "gui/docks/copy_menu.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/docks/file_dialog.hpp"
#include "gui/log/log_model.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>

namespace meter::gui {

LogDock::LogDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_model(LogModel::of(meter))
    , m_shown(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QTableView(this))
    , m_copy(newToolButton(tr("Copy"), tr("Copy the selected lines, or all that are shown"), this))
    , m_export(newToolButton(tr("Export\u2026"), tr("Write them to a file"), this))
    , m_clear(newToolButton(tr("Clear"), tr("Forget all lines"), this))
    , m_note(new QLabel(this)) {
    m_shown->setSourceModel(&m_model);
    m_shown->setFilterKeyColumn(LogModel::Text);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Show only lines with this text"));
    connect(m_filter, &QLineEdit::textChanged, m_shown,
            &QSortFilterProxyModel::setFilterFixedString);

    m_view->setModel(m_shown);
    m_view->setAccessibleName(tr("Log"));
    styleTable(*m_view);
    addTableMenu(*m_view, m_meter, QStringLiteral("log"));
    m_view->setWordWrap(false);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->setColumnWidth(LogModel::Time,
                           fontMetrics().horizontalAdvance(QStringLiteral("000:00:00.000  ")));
    setFocusProxy(m_view);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 6, 4);
    bar->setSpacing(4);
    bar->addWidget(m_filter, 1);
    for (QToolButton* each : {m_copy, m_export, m_clear}) {
        bar->addWidget(each);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
    m_note->setContentsMargins(6, 0, 6, 4);
    m_note->setWordWrap(true);
    m_note->hide();

    connect(m_copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(text()); });
    connect(m_clear, &QToolButton::clicked, &m_model, &LogModel::clear);
    connect(m_export, &QToolButton::clicked, this, &LogDock::askWhereTo);
    auto* copy = new QShortcut(QKeySequence::Copy, m_view);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, m_copy, &QToolButton::click);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this](int value) { m_isAtEnd = value == m_view->verticalScrollBar()->maximum(); });
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &LogDock::keepAtEnd);
    m_view->scrollToBottom();
}

void LogDock::keepAtEnd() {
    if (m_isAtEnd) {
        m_view->scrollToBottom();
        m_isAtEnd = true;
    }
}

QString LogDock::text() const {
    const QItemSelectionModel& selection = *m_view->selectionModel();
    QString whole;
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        if (selection.hasSelection() && !selection.isRowSelected(row)) {
            continue;
        }
        whole += m_shown->index(row, LogModel::Time).data().toString() + u'\t' +
                 m_shown->index(row, LogModel::Text).data().toString() + u'\n';
    }
    return whole;
}

QString LogDock::exportTo(const QString& file) const {
    const QString trouble = writeFile(file, text().toUtf8());
    return trouble.isEmpty() ? QString() : tr("%1 was not written: %2").arg(file, trouble);
}

void LogDock::askWhereTo() {
    askForFile(m_meter, *this,
               {.id = "log",
                .title = tr("Export the log"),
                .filter = tr("Text (*.txt);;All files (*)"),
                .suffix = QStringLiteral("txt"),
                .ending = QStringLiteral("-log")},
               [this](const QString& file) {
                   const QString trouble = exportTo(file);
                   m_note->setText(trouble);
                   m_note->setVisible(!trouble.isEmpty());
               });
}

} // namespace meter::gui
