// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/line/line_dock.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/line/endpoint_model.hpp"
#include "gui/line/line_setting_edit.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 250;

} // namespace

LineDock::LineDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_model(new EndpointModel(this))
    , m_view(new QTableView(this))
    , m_masters(new QLabel(this))
    , m_type(new QComboBox(this))
    , m_address(new QLineEdit(this))
    , m_start(newToolButton(tr("Start"), tr("Open one more endpoint"), this))
    , m_change(newToolButton(tr("Change"), tr("Close the chosen endpoint and open this one"), this))
    , m_stop(newToolButton(
          tr("Stop"), tr("Close the chosen endpoint and send its masters away"), this))
    , m_note(new QLabel(this))
    , m_setting(new LineSettingEdit(meter, this)) {
    makeView();
    for (const sim::live::EndpointType type : kEndpointTypes) {
        m_type->addItem(endpointTypeText(type), static_cast<int>(type));
    }
    m_type->setAccessibleName(tr("Kind of endpoint"));
    m_address->setAccessibleName(tr("Address of the endpoint"));
    m_address->setPlaceholderText(exampleAddress(kEndpointTypes.front()));
    for (QLabel* label : {m_masters, m_note}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_note->hide();
    setFocusProxy(m_view);

    auto* form = new QHBoxLayout;
    form->setSpacing(4);
    form->addWidget(m_type);
    form->addWidget(m_address, 1);
    for (QToolButton* each : {m_start, m_change, m_stop}) {
        form->addWidget(each);
    }
    auto* below = new QVBoxLayout;
    below->setContentsMargins(6, 4, 6, 6);
    below->setSpacing(4);
    below->addWidget(m_masters);
    below->addLayout(form);
    below->addWidget(m_note);
    below->addWidget(m_setting);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addLayout(below);

    connect(m_type, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_address->setPlaceholderText(
            exampleAddress(kEndpointTypes.at(static_cast<std::size_t>(index))));
    });
    connect(m_start, &QToolButton::clicked, this, &LineDock::start);
    connect(m_address, &QLineEdit::returnPressed, this, &LineDock::start);
    connect(m_change, &QToolButton::clicked, this, &LineDock::change);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (const auto* endpoint = chosen()) {
            stop(endpoint->id);
        }
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LineDock::showChosen);
    connect(&m_meter, &LiveMeter::advanced, this, [this] {
        if (isVisible() && m_sinceRefresh.elapsed() >= kRefreshIntervalMs) {
            refresh();
        }
    });
    refresh();
}

void LineDock::makeView() {
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Endpoints"));
    styleTable(*m_view);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(EndpointModel::State, QHeaderView::Stretch);
}

void LineDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

QString LineDock::note() const {
    return m_note->isHidden() ? QString() : m_note->text();
}

QString LineDock::mastersText() const {
    return m_masters->text();
}

void LineDock::refresh() {
    m_sinceRefresh.start();
    m_model->setEndpoints(*m_meter.snapshot().endpoints);
    showChosen();
}

/// Selected, not merely current: the first row is current as soon as the table has the focus.
const sim::live::Endpoint* LineDock::chosen() const {
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->endpoint(rows.first().row());
}

void LineDock::showChosen() {
    const sim::live::Endpoint* wanted = chosen();
    m_change->setEnabled(wanted != nullptr);
    m_stop->setEnabled(wanted != nullptr);
    QStringList masters;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const sim::live::Endpoint& each = *m_model->endpoint(row);
        if (wanted != nullptr && each.id != wanted->id) {
            continue;
        }
        for (const std::string& peer : each.peers) {
            masters << QString::fromStdString(peer);
        }
    }
    const QString text = masters.isEmpty()
                             ? tr("No master is connected")
                             : tr("Connected: %1").arg(masters.join(QStringLiteral(", ")));
    if (m_masters->text() != text) {
        m_masters->setText(text);
    }
}

void LineDock::showNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void LineDock::start() {
    const auto request = endpointRequest(
        static_cast<sim::live::EndpointType>(m_type->currentData().toInt()),
        m_address->text().isEmpty() ? m_address->placeholderText() : m_address->text());
    if (!request) {
        showNote(request.error());
        return;
    }
    showNote({});
    m_meter.addEndpoint(*request, this, [this](const QString& reason) { showNote(reason); });
}

void LineDock::stop(int id) {
    showNote({});
    m_meter.removeEndpoint(id, this, [this](const QString& reason) { showNote(reason); });
}

/// What is written in the form takes the chosen one's place.
void LineDock::change() {
    const sim::live::Endpoint* former = chosen();
    if (former == nullptr) {
        return;
    }
    if (m_address->text().trimmed().isEmpty()) {
        showNote(tr("Write the new address first"));
        m_address->setFocus();
        return;
    }
    const auto request = endpointRequest(
        static_cast<sim::live::EndpointType>(m_type->currentData().toInt()), m_address->text());
    if (!request) {
        showNote(request.error());
        return;
    }
    stop(former->id);
    start();
}

} // namespace meter::gui
