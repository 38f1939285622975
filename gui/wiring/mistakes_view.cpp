// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/mistakes_view.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/language/library_text.hpp"
#include "gui/wiring/wiring_edits.hpp"
#include "gui/wiring/wiring_forecast.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/keys/parameter_table.hpp"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace meter::gui {

namespace {

enum Column { Title, Symptom };

constexpr int kNameRole = Qt::UserRole;
constexpr int kRowsShown = 9;
constexpr double kNoticeableShare = 0.02; ///< Of the load: when the symptoms are recomputed.
constexpr const char* kPowerFactors[] = {"1", "0.95 lagging", "0.866 lagging", "0.8 lagging",
                                         "0.5 lagging"};

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A world whose symptoms read alike.
bool looksLike(const sim::World& one, const sim::World& other) {
    if (one.installation != other.installation) {
        return false;
    }
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const auto differs = [](double first, double second, double scale) {
            return first - second > kNoticeableShare * scale ||
                   second - first > kNoticeableShare * scale;
        };
        if (differs(one.load.currentA[phase], other.load.currentA[phase],
                    one.load.currentA[phase]) ||
            differs(one.load.laggingDeg[phase], other.load.laggingDeg[phase], 90.0) ||
            differs(one.source.voltageV[phase], other.source.voltageV[phase],
                    one.source.voltageV[phase])) {
            return false;
        }
    }
    return true;
}

bool looksLike(const Settings& one, const Settings& other) {
    return one.systemType == other.systemType && one.ctPrimaryA == other.ctPrimaryA &&
           one.ptRatioHundredths == other.ptRatioHundredths;
}

} // namespace

MistakesView::MistakesView(QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_powerFactor(new QComboBox(this))
    , m_list(new QTreeWidget(this))
    , m_putRight(new QPushButton(tr("&Put right again"), this)) {
    m_search->setPlaceholderText(tr("Search mistakes"));
    m_search->setAccessibleName(tr("Search mistakes"));
    m_search->setClearButtonEnabled(true);
    m_powerFactor->addItem(tr("load as it is"), QString());
    for (const char* powerFactor : kPowerFactors) {
        const QString text = QString::fromLatin1(powerFactor);
        m_powerFactor->addItem(tr("load at PF %1").arg(text.section(QLatin1Char(' '), 0, 0)), text);
    }
    m_powerFactor->setAccessibleName(tr("Power factor of the load"));
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Mistake"), tr("What one will see")});
    m_list->setAccessibleName(tr("Mistakes of installers"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->header()->resizeSection(Title, m_list->fontMetrics().averageCharWidth() * 28);
    m_list->setMinimumHeight(m_list->fontMetrics().height() * kRowsShown);
    for (const sim::FaultPreset& preset : sim::faultPresets()) {
        if (preset.source == "installation mistake") {
            QString title = libraryText(preset.meaning);
            title.replace(QStringLiteral("<->"), QStringLiteral(" \u2194 "));
            auto* item = new QTreeWidgetItem(m_list, {title});
            item->setData(Title, kNameRole, textOf(preset.name));
        }
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kDockGap);
    auto* row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_powerFactor);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_putRight, 0, Qt::AlignRight);

    connect(m_search, &QLineEdit::textChanged, this, &MistakesView::filter);
    connect(m_powerFactor, &QComboBox::currentIndexChanged, this, &MistakesView::showForecast);
    connect(m_list, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem* item) { make(*item); });
    connect(m_list, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem* item) { make(*item); });
    connect(m_putRight, &QPushButton::clicked, this, &MistakesView::putRightAsked);
}

void MistakesView::showWorld(const sim::World& world,
                             const Settings& settings,
                             const std::string& made) {
    if (!m_world || !looksLike(*m_world, world) || !looksLike(m_settings, settings)) {
        m_world = world;
        m_settings = settings;
        showForecast();
    }
    m_made = made;
    if (made == m_marked) {
        return;
    }
    m_marked = made;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        QFont font = item->font(Title);
        const bool isMade = item->data(Title, kNameRole).toString().toStdString() == made;
        font.setBold(!made.empty() && isMade);
        item->setFont(Title, font);
    }
    if (made.empty()) {
        m_list->clearSelection(); // What was clicked last does not act any more.
    }
}

void MistakesView::filter(const QString& text) {
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const QString all = item->text(Title) + QLatin1Char(' ') + item->text(Symptom);
        item->setHidden(!all.contains(text.trimmed(), Qt::CaseInsensitive));
    }
}

void MistakesView::make(const QTreeWidgetItem& item) {
    const QString name = item.data(Title, kNameRole).toString();
    if (name.toStdString() != m_made) { // A double click clicks and activates.
        m_made = name.toStdString();
        Q_EMIT mistakeAsked(name, m_powerFactor->currentData().toString());
    }
}

void MistakesView::showForecast() {
    if (!m_world) {
        return;
    }
    sim::World right = *m_world;
    right.installation = rightInstallation(right.installation, m_settings);
    const QString powerFactor = m_powerFactor->currentData().toString();
    if (!powerFactor.isEmpty()) {
        if (const auto values = sim::parseParameter(right, "load.pf", powerFactor.toStdString())) {
            for (const auto& [key, value] : *values) {
                static_cast<void>(sim::setParameter(right, key, value)); // It was just parsed.
            }
        }
    }
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const std::string name = item->data(Title, kNameRole).toString().toStdString();
        const QString symptom = symptomText(worldWith(name, right), m_settings);
        item->setText(Symptom, symptom);
        item->setToolTip(Symptom, symptom);
        item->setToolTip(Title, item->text(Title));
    }
}

} // namespace meter::gui
