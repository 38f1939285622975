// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/source/phase_grid.hpp"

#include "core/base/assert.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/docks/parameter_edit.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/probe/channels.hpp"
#include "sim/keys/world_keys.hpp"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace meter::gui {

namespace {

std::span<const std::string_view> namesOf(const char* path, sim::Service service) {
    const sim::WorldKey* key = sim::findWorldKey(path);
    METER_ASSERT(key != nullptr);
    return sim::indexNames(*key, service);
}

} // namespace

PhaseGrid::PhaseGrid(LiveMeter& meter,
                     std::vector<PhaseRow> rows,
                     const char* context,
                     QWidget* parent)
    : QWidget(parent), m_rows(std::move(rows)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kDockGap);
    grid->setVerticalSpacing(kDockGap / 2);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        auto* head = new QLabel(this);
        head->setAlignment(Qt::AlignCenter);
        const int column = static_cast<int>(phase) + 1;
        grid->addWidget(head, 0, column);
        grid->setColumnStretch(column, 3);
        m_heads.push_back(head);
    }
    for (std::size_t index = 0; index < m_rows.size(); ++index) {
        const PhaseRow& row = m_rows[index];
        const QString text = QCoreApplication::translate(context, row.label);
        auto* label = new QLabel(text, this);
        const int line = static_cast<int>(index) + 1;
        grid->addWidget(label, line, 0);
        std::vector<ParameterEdit*> fields;
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            auto* field = new ParameterEdit(meter, keysOf(row, phase), this);
            field->setObjectName(text);
            connect(field, &CommitEdit::refusalChanged, this, &PhaseGrid::refusalChanged);
            grid->addWidget(field, line, static_cast<int>(phase) + 1);
            fields.push_back(field);
        }
        label->setBuddy(fields.front());
        m_fields.push_back(std::move(fields));
    }
    colourHeads();
}

void PhaseGrid::setLinked(bool isLinked) {
    if (isLinked != m_isLinked) {
        m_isLinked = isLinked;
        arrange();
    }
}

void PhaseGrid::showWorld(const sim::World& world) {
    if (m_service != world.installation.service) {
        m_service = world.installation.service;
        arrange();
    }
    for (const auto& fields : m_fields) {
        for (ParameterEdit* field : fields) {
            if (!field->isHidden()) {
                field->showWorld(world);
            }
        }
    }
}

int PhaseGrid::labelWidth() const {
    int width = 0;
    for (const QLabel* label : findChildren<QLabel*>()) {
        if (label->buddy() != nullptr) {
            width = std::max(width, label->sizeHint().width());
        }
    }
    return width;
}

void PhaseGrid::setLabelWidth(int width) {
    static_cast<QGridLayout*>(layout())->setColumnMinimumWidth(0, width);
}

ParameterEdit& PhaseGrid::field(const std::string& path, std::size_t phase) const {
    for (std::size_t index = 0; index < m_rows.size(); ++index) {
        if (m_rows[index].path == path) {
            return *m_fields[index].at(phase);
        }
    }
    METER_ASSERT(false);
    return *m_fields.front().front();
}

void PhaseGrid::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        colourHeads();
    }
}

std::vector<std::string> PhaseGrid::keysOf(const PhaseRow& row, std::size_t column) const {
    const auto names = namesOf(row.path, m_service.value_or(sim::Service::Wye));
    std::vector<std::string> keys;
    for (std::size_t phase = 0; phase < names.size(); ++phase) {
        if (phase == column || (m_isLinked && row.isLinkable && column == 0)) {
            keys.push_back(std::string(row.path) + "." + std::string(names[phase]));
        }
    }
    return keys;
}

/// Who is there, under which name, and for which phases.
void PhaseGrid::arrange() {
    const auto names = namesOf(m_rows.front().path, m_service.value_or(sim::Service::Wye));
    bool isAnyApart = !m_isLinked;
    for (std::size_t index = 0; index < m_rows.size(); ++index) {
        const bool isApart = !m_isLinked || !m_rows[index].isLinkable;
        isAnyApart = isAnyApart || isApart;
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            ParameterEdit* field = m_fields[index][phase];
            const bool isThere = phase < names.size() && (isApart || phase == 0);
            field->setVisible(isThere);
            if (!isThere) {
                continue;
            }
            field->setKeys(keysOf(m_rows[index], phase));
            const std::string_view name = names[phase];
            field->setAccessibleName(
                isApart ? tr("%1, phase %2")
                              .arg(field->objectName(),
                                   QString::fromLatin1(name.data(),
                                                       static_cast<qsizetype>(name.size())))
                        : tr("%1, all phases").arg(field->objectName()));
            auto* grid = static_cast<QGridLayout*>(layout());
            const int line = static_cast<int>(index) + 1;
            grid->removeWidget(field);
            grid->addWidget(field, line, static_cast<int>(phase) + 1, 1,
                            isApart ? 1 : static_cast<int>(names.size()));
        }
    }
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const bool isThere = phase < names.size() && isAnyApart;
        m_heads[phase]->setVisible(isThere);
        if (isThere) {
            m_heads[phase]->setText(QString::fromLatin1(
                names[phase].data(), static_cast<qsizetype>(names[phase].size())));
        }
    }
}

void PhaseGrid::colourHeads() {
    for (std::size_t phase = 0; phase < m_heads.size(); ++phase) {
        QPalette coloured = m_heads[phase]->palette();
        const QColor colour = phaseColour(phase, isDark(palette()));
        if (coloured.color(QPalette::WindowText) != colour) {
            coloured.setColor(QPalette::WindowText, colour);
            m_heads[phase]->setPalette(coloured);
        }
        QFont bold = m_heads[phase]->font();
        bold.setBold(true);
        m_heads[phase]->setFont(bold);
    }
}

} // namespace meter::gui
