// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/site_switches.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/docks/world_edit.hpp"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace meter::gui {

SiteSwitches::SiteSwitches(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_state(new QLabel(this))
    , m_disconnect(new QPushButton(this))
    , m_fuse(new QComboBox(this))
    , m_replace(new QPushButton(tr("&Replace the fuse"), this))
    , m_refusal(newRefusalLabel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kDockGap);
    layout->addWidget(newHeading(tr("Disconnect and fuses"), this));
    auto* row = new QHBoxLayout;
    row->addWidget(m_state);
    row->addWidget(m_disconnect);
    row->addStretch();
    layout->addLayout(row);
    auto* fuses = new QHBoxLayout;
    for (const char* const fuse : {"A", "B", "C"}) {
        m_fuse->addItem(tr("Voltage lead %1").arg(QLatin1String(fuse)), QLatin1String(fuse));
    }
    m_fuse->addItem(tr("Control power"), QStringLiteral("control"));
    m_fuse->setAccessibleName(tr("Fuse"));
    fuses->addWidget(m_fuse);
    fuses->addWidget(m_replace);
    fuses->addStretch();
    layout->addLayout(fuses);
    layout->addWidget(m_refusal);
    connect(m_disconnect, &QPushButton::clicked, this,
            [this] { set("installation.disconnect", m_isClosed ? "open" : "closed"); });
    connect(m_replace, &QPushButton::clicked, this, [this] {
        set("installation.fuses." + m_fuse->currentData().toString().toStdString(), "good");
    });
    connect(&m_meter, &LiveMeter::advanced, this, &SiteSwitches::follow);
    follow(m_meter.snapshot());
}

void SiteSwitches::set(const std::string& key, const std::string& value) {
    setParameters(m_meter, {{key, value}}, this,
                  [this](const QString& refusal) { showRefusal(*m_refusal, refusal); });
}

void SiteSwitches::follow(const sim::live::Snapshot& snapshot) {
    m_isClosed = snapshot.world.installation.isDisconnectClosed;
    const QString state = m_isClosed ? tr("The voltage disconnect is closed: leads are live.")
                                     : tr("The voltage disconnect is open.");
    if (m_state->text() != state) {
        m_state->setText(state);
        m_disconnect->setText(m_isClosed ? tr("&Open it") : tr("&Close it"));
    }
}

} // namespace meter::gui
