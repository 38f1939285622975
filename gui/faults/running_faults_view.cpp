// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faults/running_faults_view.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/faults/fault_groups.hpp"
#include "gui/text/number_text.hpp"
#include "sim/base/sim_time.hpp"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace meter::gui {

namespace {

QString progressText(const RunningFault& fault, SampleTime now) {
    if (now < fault.begin) {
        return RunningFaultsView::tr("from %1").arg(durationText(sim::secondsOf(fault.begin)));
    }
    if (fault.end) {
        return RunningFaultsView::tr("%1 left").arg(
            durationText(sim::secondsOf(*fault.end - now) + 0.999));
    }
    return RunningFaultsView::tr("for %1").arg(durationText(sim::secondsOf(now - fault.begin)));
}

} // namespace

RunningFaultsView::RunningFaultsView(QWidget* parent)
    : QWidget(parent)
    , m_heading(newHeading(tr("Acting now"), this))
    , m_none(new QLabel(tr("Nothing: the world is as the source and the wiring say."), this))
    , m_endAll(new QPushButton(tr("End a&ll"), this)) {
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kDockGap);
    auto* head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_endAll);
    layout->addLayout(head);
    layout->addWidget(m_none);
    connect(m_endAll, &QPushButton::clicked, this, [this] { Q_EMIT endAsked({}); });
    rebuild();
}

void RunningFaultsView::showFaults(const RunningFaults& faults, SampleTime now) {
    if (faults != m_faults) {
        m_faults = faults;
        rebuild();
    }
    showProgress(now);
}

QPushButton& RunningFaultsView::endButton(int row) const {
    return *m_rows.at(static_cast<std::size_t>(row)).end;
}

void RunningFaultsView::rebuild() {
    if (m_list != nullptr) {
        m_list->hide();
        m_list->deleteLater(); // One of its buttons may be what is being handled.
    }
    m_rows.clear();
    m_list = new QWidget(this);
    auto* grid = new QGridLayout(m_list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(kDockGap / 2);
    grid->setColumnStretch(0, 1);
    for (const RunningFault& fault : m_faults) {
        const QString name = QString::fromStdString(fault.name);
        const Row row = {new QLabel(name, m_list), new QLabel(m_list),
                         new QPushButton(tr("End"), m_list)};
        row.name->setToolTip(faultMeaning(fault.name));
        row.end->setAccessibleName(tr("End %1").arg(name));
        const int line = grid->rowCount();
        grid->addWidget(row.name, line, 0);
        grid->addWidget(row.progress, line, 1, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(row.end, line, 2);
        connect(row.end, &QPushButton::clicked, this, [this, name] { Q_EMIT endAsked(name); });
        m_rows.push_back(row);
    }
    layout()->addWidget(m_list);
    m_list->setVisible(!m_faults.empty());
    m_none->setVisible(m_faults.empty());
    m_endAll->setVisible(!m_faults.empty());
}

void RunningFaultsView::showProgress(SampleTime now) {
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const QString text = progressText(m_faults[row], now);
        if (m_rows[row].progress->text() != text) {
            m_rows[row].progress->setText(text);
        }
    }
}

} // namespace meter::gui
