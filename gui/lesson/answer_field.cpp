// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/answer_field.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/language/library_text.hpp"
#include "gui/lesson/lesson_text.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/lesson/choice_tables.hpp"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr int kTableHeight = 180;
constexpr int kNameRole = Qt::UserRole;

/// One may be right, or several: it must not show how many were drawn.
bool takesSeveral(const sim::Question& question) {
    const auto* const listed = std::get_if<sim::ListedAnswer>(&question.answer);
    return listed == nullptr || listed->right.size() > 1;
}

QString meaningOf(const std::string& name) {
    const sim::FaultPreset* const preset = sim::findFaultPreset(name);
    return preset == nullptr ? QString() : libraryText(preset->meaning);
}

/// A decimal comma is one where it cannot be anything else.
QString withPoint(QString text) {
    if (text.count(QLatin1Char(',')) == 1 && !text.contains(QLatin1Char('.'))) {
        text.replace(QLatin1Char(','), QLatin1Char('.'));
    }
    return text;
}

} // namespace

AnswerField::AnswerField(const sim::Question& question, const QString& language, QWidget* parent)
    : QWidget(parent), m_button(new QPushButton(tr("A&nswer"), this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kDockGap);
    if (!question.choices.empty()) {
        addChoices(question, language);
    } else if (!question.choiceTable.empty()) {
        addTable(question);
    } else if (const auto* const number = std::get_if<sim::NumberAnswer>(&question.answer)) {
        addNumber(*number);
    } else {
        addNumber({});
    }
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT given(values()); });
    update();
}

void AnswerField::addChoices(const sim::Question& question, const QString& language) {
    for (const sim::LocalText& choice : question.choices) {
        QString text = textIn(choice, language);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAbstractButton* button = nullptr;
        if (takesSeveral(question)) {
            button = new QCheckBox(text, this);
        } else {
            button = new QRadioButton(text, this);
        }
        button->setToolTip(textIn(choice, language));
        m_choices.push_back(button);
        m_choiceValues << textIn(choice, QStringLiteral("en"));
        layout()->addWidget(button);
        connect(button, &QAbstractButton::toggled, this, &AnswerField::update);
    }
}

void AnswerField::addTable(const sim::Question& question) {
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_table = new QListWidget(this);
    m_table->setMinimumHeight(kTableHeight);
    m_table->setWordWrap(true);
    m_table->setAccessibleName(tr("Choices"));
    const auto names = sim::choiceTable(question.choiceTable).value_or(std::vector<std::string>{});
    for (const std::string& name : names) {
        const QString meaning = meaningOf(name);
        auto* item = new QListWidgetItem(
            meaning.isEmpty() ? textOf(name)
                              : QString(textOf(name) + QStringLiteral("\n") + meaning),
            m_table);
        item->setData(kNameRole, textOf(name));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    layout()->addWidget(m_search);
    layout()->addWidget(m_table);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (int row = 0; row < m_table->count(); ++row) {
            QListWidgetItem* item = m_table->item(row);
            item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive));
        }
    });
    const bool isOne = !takesSeveral(question);
    connect(m_table, &QListWidget::itemChanged, this, [this, isOne](QListWidgetItem* changed) {
        for (int row = 0; isOne && row < m_table->count(); ++row) {
            QListWidgetItem* item = m_table->item(row);
            if (item != changed && changed->checkState() == Qt::Checked) {
                item->setCheckState(Qt::Unchecked);
            }
        }
        update();
    });
}

void AnswerField::addNumber(const sim::NumberAnswer& answer) {
    m_unit = textOf(answer.unit);
    m_number = new QLineEdit(this);
    m_number->setAccessibleName(tr("Your answer"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_number, 1);
    line->addWidget(new QLabel(m_unit, this));
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
    connect(m_number, &QLineEdit::textChanged, this, &AnswerField::update);
    connect(m_number, &QLineEdit::returnPressed, m_button, &QPushButton::click);
}

QStringList AnswerField::values() const {
    QStringList values;
    for (std::size_t place = 0; place < m_choices.size(); ++place) {
        if (m_choices[place]->isChecked()) {
            values << m_choiceValues[static_cast<qsizetype>(place)];
        }
    }
    for (int row = 0; m_table != nullptr && row < m_table->count(); ++row) {
        if (m_table->item(row)->checkState() == Qt::Checked) {
            values << m_table->item(row)->data(kNameRole).toString();
        }
    }
    if (m_number != nullptr && !m_number->text().trimmed().isEmpty()) {
        const QString text = withPoint(m_number->text().trimmed());
        const bool hasUnit = !text.back().isDigit() && text.back() != QLatin1Char('.');
        values << (hasUnit || m_unit.isEmpty() ? text : QString(text + QLatin1Char(' ') + m_unit));
    }
    return values;
}

void AnswerField::setValues(const QStringList& values) {
    for (std::size_t place = 0; place < m_choices.size(); ++place) {
        m_choices[place]->setChecked(
            values.contains(m_choiceValues[static_cast<qsizetype>(place)]));
    }
    for (int row = 0; m_table != nullptr && row < m_table->count(); ++row) {
        QListWidgetItem* item = m_table->item(row);
        item->setCheckState(values.contains(item->data(kNameRole).toString()) ? Qt::Checked
                                                                              : Qt::Unchecked);
    }
    if (m_number != nullptr) {
        m_number->setText(values.value(0));
    }
}

void AnswerField::update() {
    m_button->setEnabled(!values().isEmpty());
}

} // namespace meter::gui
