// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/registers_dock.hpp"

#include "core/registers/data_log.hpp"
#include "gui/docks/copy_menu.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/docks/file_dialog.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/readings/snapshot_registers.hpp"
#include "gui/registers/register_filter.hpp"
#include "gui/registers/register_model.hpp"
#include "gui/registers/register_writer.hpp"
#include "sim/line/register_reader.hpp"
#include "sim/twin/simulation.hpp"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 200;      ///< Faster digits cannot be read.
constexpr std::uint16_t kLogRegisterCount = 24; ///< 155 to 178.

} // namespace

RegistersDock::RegistersDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_model(new RegisterModel(this))
    , m_filter(new RegisterFilter(this))
    , m_search(new QLineEdit(this))
    , m_choice(new QComboBox(this))
    , m_table(new QTableView(this))
    , m_refusal(newRefusalLabel(this)) {
    m_filter->setSourceModel(m_model);
    m_search->setPlaceholderText(tr("Search by number, name, unit, meaning"));
    m_search->setAccessibleName(tr("Search registers"));
    m_search->setClearButtonEnabled(true);
    m_choice->addItems({tr("All"), tr("Integers"), tr("Floats"), tr("Writable")});
    m_choice->setAccessibleName(tr("Which registers"));
    auto* exportButton = new QPushButton(tr("E&xport\u2026"), this);
    exportButton->setToolTip(tr("Save all registers as they are now as CSV"));
    setUpTable();
    addTableMenu(*m_table, m_meter, QStringLiteral("registers"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kDockMargin, 0, 0);
    layout->setSpacing(kDockGap);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kDockMargin, 0, kDockMargin, 0);
    row->addWidget(m_search, 1);
    row->addWidget(m_choice);
    row->addWidget(exportButton);
    layout->addLayout(row);
    layout->addWidget(m_refusal);
    m_refusal->setContentsMargins(kDockMargin, 0, kDockMargin, 0);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_search);

    connect(m_search, &QLineEdit::textChanged, m_filter, &RegisterFilter::setSearch);
    connect(m_search, &QLineEdit::textChanged, this, &RegistersDock::forgetRefusal);
    connect(m_choice, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_filter->setChoice(static_cast<RegisterFilter::Choice>(index)); });
    connect(exportButton, &QPushButton::clicked, this, &RegistersDock::askForExport);
    connect(m_model, &RegisterModel::edited, this, &RegistersDock::edit);
    connect(&m_meter, &LiveMeter::scenarioOpened, this, &RegistersDock::startAnew);
    connect(&m_meter, &LiveMeter::advanced, this, [this] {
        if (isVisible() && m_sinceRefresh.elapsed() >= kRefreshIntervalMs) {
            refresh();
        }
    });
    startAnew();
}

void RegistersDock::setUpTable() {
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Registers"));
    styleTable(*m_table);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setWordWrap(false);
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // Fixed widths: measuring every row at each change would cost more than the rest.
    const int character = m_table->fontMetrics().averageCharWidth();
    const int widths[RegisterModel::ColumnCount] = {5, 23, 11, 7, 10, 7, 6};
    for (int column = 0; column < RegisterModel::ColumnCount; ++column) {
        header->resizeSection(column, widths[column] * character + kDockMargin);
    }
    header->setStretchLastSection(true);
    m_table->setMinimumWidth(52 * character);
    auto* copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &RegistersDock::copySelection);
}

void RegistersDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void RegistersDock::startAnew() {
    m_model->setVariant(m_meter.identity().factory.variant);
    m_logWords.clear();
    m_isAsking = false; // Who was asked may be gone.
    showRefusal(*m_refusal, {});
    refresh();
}

/// It was about what was tried then.
void RegistersDock::forgetRefusal() {
    m_model->setRefusal(m_refused, {});
    showRefusal(*m_refusal, {});
}

void RegistersDock::refresh() {
    m_sinceRefresh.start();
    const Factory factory = m_meter.identity().factory;
    RegisterWords words = registerWords(m_meter.snapshot(), factory);
    if (factory.variant == Variant::Logging) {
        for (std::size_t index = 0; index < m_logWords.size(); ++index) {
            const RegisterRow* row =
                registerRowAt(static_cast<std::uint32_t>(kLogClockFirst + index));
            if (row != nullptr) {
                words.rows[static_cast<std::size_t>(row - kRegisterMap.data())] = {
                    m_logWords[index], 0};
            }
        }
        askForLog();
    }
    m_model->setWords(words);
}

void RegistersDock::askForLog() {
    if (m_isAsking) {
        return;
    }
    m_isAsking = true;
    m_meter.ask(
        this,
        [factory = m_meter.identity().factory](const sim::Simulation& simulation) {
            sim::RegisterReader reader(factory);
            reader.look(simulation.meter());
            return reader.words(kLogClockFirst, kLogRegisterCount)
                .value_or(std::vector<std::uint16_t>());
        },
        [this](const std::vector<std::uint16_t>& words) {
            m_isAsking = false;
            m_logWords = words;
        });
}

void RegistersDock::edit(quint16 number, const QString& text, bool isRaw) {
    forgetRefusal();
    writeRegister(m_meter, number, text, isRaw, this, [this, number](const QString& refusal) {
        m_refused = number;
        m_model->setRefusal(number, refusal);
        showRefusal(*m_refusal, refusal);
        refresh();
    });
}

void RegistersDock::copySelection() const {
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int column = 0; column < RegisterModel::ColumnCount; ++column) {
            cells << row.siblingAtColumn(column).data().toString();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void RegistersDock::askForExport() {
    askForFile(m_meter, *this,
               {.id = "registers",
                .title = tr("Export registers"),
                .filter = tr("CSV files (*.csv);;All files (*)"),
                .suffix = QStringLiteral("csv"),
                .ending = QStringLiteral("-registers")},
               [this](const QString& file) { exportCsv(file); });
}

bool RegistersDock::exportCsv(const QString& file) {
    const QString trouble = writeFile(file, m_model->csv().toUtf8());
    showRefusal(*m_refusal,
                trouble.isEmpty() ? QString() : tr("%1 was not written: %2").arg(file, trouble));
    return trouble.isEmpty();
}

} // namespace meter::gui
