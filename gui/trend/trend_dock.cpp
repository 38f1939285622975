// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trend/trend_dock.hpp"

#include "gui/docks/copy_menu.hpp"
#include "gui/docks/file_dialog.hpp"
#include "gui/trend/trend_plot.hpp"
#include "sim/registers/register_names.hpp"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 500;
constexpr std::array kSpansMin = {1, 5, 15, 60};

} // namespace

TrendDock::TrendDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_history(ReadingHistory::of(meter))
    , m_name(new QComboBox(this))
    , m_span(new QComboBox(this))
    , m_pause(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_note(new QLabel(this))
    , m_plot(new TrendPlot(this))
    , m_list(new QListWidget(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeBar();
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 6, 4);
    bar->setSpacing(4);
    bar->addWidget(m_name, 1);
    bar->addWidget(m_span);
    bar->addWidget(m_pause);
    bar->addWidget(m_export);
    layout->addLayout(bar);
    layout->addWidget(m_note);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_list);
    m_note->setContentsMargins(6, 0, 6, 4);
    m_note->setWordWrap(true);
    m_note->hide();
    m_plot->setAccessibleName(tr("Registers over meter time"));
    m_plot->setToolTip(tr("Wheel: zoom the time. Drag: move. Double click: follow the present."));
    addPictureMenu(*m_plot, meter, QStringLiteral("trend"));
    setFocusProxy(m_name);

    m_list->setAccessibleName(tr("Registers in the trend"));
    m_list->setToolTip(tr("Delete removes the selected register"));
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSpacing(2);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedHeight(2 * fontMetrics().height() + 18);

    connect(&m_history, &ReadingHistory::grown, this, &TrendDock::follow);
    connect(&m_history, &ReadingHistory::rewound, this, [this] {
        for (TrendSeries& series : m_series) {
            series.points.clear();
        }
        if (isVisible()) {
            refresh();
        }
    });
    addRegister(QStringLiteral("real_power_total"));
    addRegister(QStringLiteral("voltage_an"));
}

void TrendDock::makeBar() {
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->addItems(trendNames());
    m_name->setCurrentIndex(-1);
    m_name->completer()->setFilterMode(Qt::MatchContains);
    m_name->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_name->lineEdit()->setPlaceholderText(tr("Add a register\u2026"));
    m_name->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_name->setMinimumContentsLength(14);
    m_name->setAccessibleName(tr("Register to add"));
    connect(m_name, &QComboBox::activated, this, [this] {
        addRegister(m_name->currentText());
        m_name->setCurrentIndex(-1);
        m_name->clearEditText();
    });
    connect(m_name->lineEdit(), &QLineEdit::returnPressed, this, [this] {
        const QString name = m_name->currentText().trimmed();
        if (!name.isEmpty()) {
            addRegister(name);
        }
    });
    const QLocale locale;
    for (const int minutes : kSpansMin) {
        m_span->addItem(tr("%1 min").arg(locale.toString(minutes)), 60.0 * minutes);
    }
    m_span->setAccessibleName(tr("Time shown"));
    m_span->setCurrentIndex(1);
    m_plot->setSpan(m_span->currentData().toDouble());
    connect(m_span, &QComboBox::currentIndexChanged, this,
            [this] { m_plot->setSpan(m_span->currentData().toDouble()); });
    m_pause->setText(tr("Pause"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Hold the picture; the past is gathered all the same"));
    connect(m_pause, &QToolButton::toggled, this, [this](bool isPaused) {
        if (!isPaused) {
            m_plot->followPresent();
            refresh();
        }
    });
    m_export->setText(tr("Export\u2026"));
    m_export->setToolTip(tr("Write the registers shown to a CSV file"));
    connect(m_export, &QToolButton::clicked, this, &TrendDock::askWhereTo);
}

void TrendDock::addRegister(const QString& name) {
    const std::string wanted = name.toStdString();
    if (std::ranges::find(m_series, wanted, &TrendSeries::name) != m_series.end()) {
        return;
    }
    if (registersNamed(wanted).empty()) {
        const std::string_view nearest = nearestRegisterName(wanted);
        showNote(nearest.empty() ? tr("There is no register \u201C%1\u201D").arg(name)
                                 : tr("There is no register \u201C%1\u201D; did you mean %2?")
                                       .arg(name, QString::fromStdString(std::string(nearest))));
        return;
    }
    showNote({});
    m_series.push_back(newSeries(wanted));
    m_name->clearEditText();
    refresh();
}

void TrendDock::removeRegister(const QString& name) {
    std::erase_if(m_series,
                  [&](const TrendSeries& series) { return series.name == name.toStdString(); });
    refresh();
}

void TrendDock::showNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void TrendDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void TrendDock::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete && m_list->currentItem() != nullptr) {
        removeRegister(m_list->currentItem()->data(Qt::UserRole).toString());
        return;
    }
    QWidget::keyPressEvent(event);
}

void TrendDock::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_list != nullptr) {
        showNames();
    }
}

void TrendDock::follow() {
    const bool isDue = !m_sinceRefresh.isValid() || m_sinceRefresh.elapsed() >= kRefreshIntervalMs;
    if (isVisible() && !window()->isMinimized() && !m_pause->isChecked() && isDue) {
        refresh();
    }
}

void TrendDock::refresh() {
    m_sinceRefresh.start();
    const Factory factory = m_meter.identity().factory;
    for (TrendSeries& series : m_series) {
        extend(series, m_history, factory);
    }
    m_plot->setSeries(m_series);
    showNames();
}

void TrendDock::showNames() {
    const QLocale locale;
    while (m_list->count() > static_cast<int>(m_series.size())) {
        delete m_list->takeItem(m_list->count() - 1);
    }
    for (std::size_t index = 0; index < m_series.size(); ++index) {
        const TrendSeries& series = m_series[index];
        const auto row = static_cast<int>(index);
        if (row >= m_list->count()) {
            m_list->addItem(QString());
        }
        QString value(QChar(0x2014));
        if (!series.points.empty() && series.points.back().value) {
            value = locale.toString(*series.points.back().value, 'f', series.decimals) + u' ' +
                    series.unit;
        }
        QListWidgetItem& item = *m_list->item(row);
        const QString name = QString::fromStdString(series.name);
        item.setText(QString(name + QStringLiteral("  ") + value));
        item.setData(Qt::UserRole, name);
        QPixmap swatch(10, 10);
        swatch.fill(m_plot->colourOf(index));
        item.setIcon(QIcon(swatch));
    }
}

QString TrendDock::exportTo(const QString& file) const {
    const QString trouble = writeFile(file, trendCsv(m_series).toUtf8());
    return trouble.isEmpty() ? QString() : tr("%1 was not written: %2").arg(file, trouble);
}

void TrendDock::askWhereTo() {
    askForFile(m_meter, *this,
               {.id = "trend",
                .title = tr("Export the trend"),
                .filter = tr("Comma-separated values (*.csv);;All files (*)"),
                .suffix = QStringLiteral("csv"),
                .ending = QStringLiteral("-trend")},
               [this](const QString& file) { showNote(exportTo(file)); });
}

} // namespace meter::gui
