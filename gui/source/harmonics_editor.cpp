// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/source/harmonics_editor.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/docks/world_edit.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/source/harmonics_model.hpp"
#include "sim/keys/world_keys.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr int kRowsShown = 5;
constexpr const char* kFirstLevel = "1 %"; ///< Of a harmonic that was just added.
constexpr int kAllPhases = -1;

void setUp(QTableView& table) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed);
    table.setAlternatingRowColors(true);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 6);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace

HarmonicsEditor::HarmonicsEditor(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_model(new HarmonicsModel(this))
    , m_side(new QComboBox(this))
    , m_phase(new QComboBox(this))
    , m_table(new QTableView(this))
    , m_order(new QSpinBox(this))
    , m_add(new QToolButton(this))
    , m_remove(new QToolButton(this))
    , m_refusal(newRefusalLabel(this)) {
    m_side->addItem(tr("Voltages"), QStringLiteral("source.harmonics"));
    m_side->addItem(tr("Currents"), QStringLiteral("load.harmonics"));
    m_side->setAccessibleName(tr("Harmonics of voltages or currents"));
    m_phase->setAccessibleName(tr("Harmonics of which phase"));
    namePhases(sim::Service::Wye);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Harmonics"));
    setUp(*m_table);
    m_order->setRange(2, sim::kHarmonicOrderMax);
    m_order->setValue(5);
    m_order->setAccessibleName(tr("Order of the harmonic to add"));
    m_add->setText(tr("Add"));
    m_remove->setText(tr("Remove"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kDockGap);
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_side, 1);
    choice->addWidget(m_phase, 1);
    layout->addLayout(choice);
    layout->addWidget(m_table);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(new QLabel(tr("Order"), this));
    buttons->addWidget(m_order);
    buttons->addWidget(m_add);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    layout->addLayout(buttons);
    layout->addWidget(m_refusal);
    fitHeight();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_side, &QComboBox::currentIndexChanged, this, &HarmonicsEditor::chooseSubject);
    connect(m_phase, &QComboBox::currentIndexChanged, this, &HarmonicsEditor::chooseSubject);
    connect(m_add, &QToolButton::clicked, this, &HarmonicsEditor::add);
    connect(m_remove, &QToolButton::clicked, this, &HarmonicsEditor::removeSelected);
    connect(m_model, &HarmonicsModel::edited, this, &HarmonicsEditor::send);
    connect(m_model, &QAbstractItemModel::modelReset, this,
            [this] { m_remove->setEnabled(false); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(m_table->selectionModel()->hasSelection()); });
    m_remove->setEnabled(false);
    auto* shortcut = new QShortcut(QKeySequence::Delete, m_table);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &HarmonicsEditor::removeSelected);
}

void HarmonicsEditor::showWorld(const sim::World& world) {
    namePhases(world.installation.service);
    m_model->showWorld(world);
}

void HarmonicsEditor::chooseSubject() {
    const int phase = m_phase->currentData().toInt();
    m_model->setSubject(m_side->currentData().toString().toStdString(),
                        phase == kAllPhases ? std::nullopt
                                            : std::optional(static_cast<std::size_t>(phase)));
    m_model->showWorld(m_meter.snapshot().world);
    showRefusal(*m_refusal, {});
}

void HarmonicsEditor::namePhases(sim::Service service) {
    const auto names = sim::phaseNames(m_side->currentIndex() == 0, service);
    QStringList wanted = {tr("All phases")};
    for (const std::string_view name : names) {
        wanted << QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    }
    QStringList shown;
    for (int index = 0; index < m_phase->count(); ++index) {
        shown << m_phase->itemText(index);
    }
    if (shown == wanted) {
        return;
    }
    const QSignalBlocker blocker(m_phase);
    const int current = std::min<int>(m_phase->currentIndex(), static_cast<int>(names.size()));
    m_phase->clear();
    for (int index = 0; index < wanted.size(); ++index) {
        m_phase->addItem(wanted[index], index - 1);
    }
    m_phase->setCurrentIndex(std::max(0, current));
    if (m_phase->currentIndex() != current && current >= 0) {
        chooseSubject();
    }
}

void HarmonicsEditor::add() {
    send(QString::fromStdString(m_model->keyOf(m_order->value(), false)),
         QString::fromLatin1(kFirstLevel));
}

void HarmonicsEditor::removeSelected() {
    ParameterTexts texts;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        const int order = m_model->orderAt(index.row());
        texts.push_back({m_model->keyOf(order, false), "0 %"});
        texts.push_back({m_model->keyOf(order, true), "0 deg"});
    }
    setParameters(m_meter, std::move(texts), this,
                  [this](const QString& refusal) { showRefusal(*m_refusal, refusal); });
}

void HarmonicsEditor::send(const QString& key, const QString& text) {
    setParameters(m_meter, {{key.toStdString(), text.toStdString()}}, this,
                  [this](const QString& refusal) { showRefusal(*m_refusal, refusal); });
}

void HarmonicsEditor::fitHeight() {
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            kRowsShown * m_table->verticalHeader()->defaultSectionSize() +
                            2 * m_table->frameWidth());
}

} // namespace meter::gui
