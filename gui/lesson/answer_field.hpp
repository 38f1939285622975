// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a question is answered: one of a few choices, several of a table with a search, or a
// number with its unit.

#include "sim/lesson/lesson.hpp"

#include <QStringList>
#include <QWidget>

#include <vector>

class QAbstractButton;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace meter::gui {

class AnswerField final : public QWidget {
    Q_OBJECT

public:
    AnswerField(const sim::Question& question, const QString& language, QWidget* parent = nullptr);

    /// As the judge takes it: the English text of a choice, the name in a table, "112 kW".
    [[nodiscard]] QStringList values() const;
    /// By those values; for a draft that is kept while the page is made anew.
    void setValues(const QStringList& values);

    [[nodiscard]] QPushButton& button() const { return *m_button; }

    [[nodiscard]] QLineEdit* number() const { return m_number; }

    [[nodiscard]] QListWidget* table() const { return m_table; }

    [[nodiscard]] QLineEdit* search() const { return m_search; }

    [[nodiscard]] const std::vector<QAbstractButton*>& choices() const { return m_choices; }

Q_SIGNALS:
    void given(const QStringList& values);

private:
    void addChoices(const sim::Question& question, const QString& language);
    void addTable(const sim::Question& question);
    void addNumber(const sim::NumberAnswer& answer);
    void update();

    QPushButton* m_button;
    std::vector<QAbstractButton*> m_choices;
    QStringList m_choiceValues;
    QListWidget* m_table = nullptr;
    QLineEdit* m_search = nullptr;
    QLineEdit* m_number = nullptr;
    QString m_unit;
};

} // namespace meter::gui
