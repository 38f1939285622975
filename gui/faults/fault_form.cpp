// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faults/fault_form.hpp"

#include "gui/docks/commit_edit.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/faults/fault_groups.hpp"
#include "gui/language/library_text.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/faults/fault_table.hpp"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meter::gui {

namespace {

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

FaultForm::FaultForm(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_title(newHeading({}, this))
    , m_description(new QLabel(this))
    , m_refusal(newRefusalLabel(this))
    , m_apply(new QPushButton(tr("&Apply now"), this)) {
    m_description->setWordWrap(true);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kDockGap);
    layout->addWidget(m_title);
    layout->addWidget(m_description);
    layout->addWidget(m_refusal);
    layout->addWidget(m_apply, 0, Qt::AlignRight);
    connect(m_apply, &QPushButton::clicked, this, &FaultForm::apply);
    setFault({});
}

void FaultForm::setFault(const std::string& name) {
    if (name == m_name && m_parameters != nullptr) {
        return;
    }
    m_name = name;
    m_fields.clear();
    delete m_parameters;
    m_parameters = new QWidget(this);
    auto* form = new QFormLayout(m_parameters);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(kDockGap / 2);
    static_cast<QVBoxLayout*>(layout())->insertWidget(2, m_parameters);
    showRefusal(*m_refusal, {});
    m_apply->setEnabled(!name.empty());
    m_title->setText(name.empty() ? tr("No fault is chosen") : QString::fromStdString(name));
    m_description->setText(name.empty() ? tr("Choose one above; double click applies it at once.")
                                        : faultDescription(name));
    if (name.empty()) {
        return;
    }
    double lengthS = 0.0;
    if (const sim::FaultKind* kind = sim::findFaultKind(name)) {
        lengthS = kind->defaultDurationS;
        for (const sim::FaultParameter& parameter : kind->parameters) {
            addField(std::string(parameter.name), textOf(parameter.defaultText),
                     libraryText(parameter.meaning));
            m_fields.back().edit->setPlaceholderText(parameter.isNeeded ? tr("needed")
                                                     : parameter.defaultText.empty()
                                                         ? tr("as it is")
                                                         : QString());
        }
    } else if (const sim::FaultPreset* preset = sim::findFaultPreset(name)) {
        lengthS = preset->length60S;
    }
    addField("for", {}, tr("How long, such as 2 s or 12 cycles"));
    m_fields.back().edit->setPlaceholderText(
        lengthS > 0.0 ? tr("%1 s").arg(QString::number(lengthS, 'g', 4)) : tr("until it is ended"));
}

void FaultForm::addField(const std::string& name,
                         const QString& defaultText,
                         const QString& meaning) {
    auto* edit = new CommitEdit(m_parameters);
    edit->follow(defaultText);
    edit->setAccessibleName(QString::fromStdString(name));
    edit->setAccessibleDescription(meaning);
    auto* label = new QLabel(QString::fromStdString(name), m_parameters);
    label->setBuddy(edit);
    auto* hint = new QLabel(meaning, m_parameters);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto* form = static_cast<QFormLayout*>(m_parameters->layout());
    auto* column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(edit);
    column->addWidget(hint);
    form->addRow(label, column);
    connect(edit, &QLineEdit::textEdited, edit, [edit] { edit->setRefusal({}); });
    connect(edit, &QLineEdit::returnPressed, m_apply, &QPushButton::animateClick);
    m_fields.push_back({name, edit});
}

CommitEdit* FaultForm::field(const std::string& parameter) const {
    const auto found = std::ranges::find(m_fields, parameter, &Field::name);
    return found == m_fields.end() ? nullptr : found->edit;
}

void FaultForm::apply() {
    if (m_name.empty()) {
        return;
    }
    FaultOrder order{.name = m_name, .parameters = {}, .duration = {}};
    for (const Field& each : m_fields) {
        const std::string text = each.edit->text().trimmed().toStdString();
        if (each.name == "for") {
            order.duration = text;
        } else if (!text.empty()) {
            order.parameters.push_back({each.name, text});
        }
    }
    applyFault(m_meter, order, this, [this, name = m_name](const FaultRefusals& refusals) {
        if (name != m_name) {
            return; // Another one is shown by now.
        }
        showRefusals(refusals);
        if (refusals.empty()) {
            Q_EMIT applied(QString::fromStdString(name));
        }
    });
}

void FaultForm::showRefusals(const FaultRefusals& refusals) {
    QStringList lines;
    for (const Field& each : m_fields) {
        each.edit->setRefusal({});
    }
    for (const FaultRefusal& refusal : refusals) {
        lines << refusal.text;
        if (CommitEdit* edit = field(refusal.parameter)) {
            edit->setRefusal(refusal.text);
        }
    }
    showRefusal(*m_refusal, lines.join(QLatin1Char('\n')));
}

} // namespace meter::gui
