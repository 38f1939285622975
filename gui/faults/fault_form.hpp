// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A field for each parameter of the chosen fault, for how long it lasts, and the button that
// applies it. What is wrong stands at its field.

#include "gui/faults/fault_orders.hpp"

#include <QWidget>

#include <string>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace meter::gui {

class CommitEdit;

class FaultForm final : public QWidget {
    Q_OBJECT

public:
    explicit FaultForm(LiveMeter& meter, QWidget* parent = nullptr);

    void setFault(const std::string& name); ///< Empty: none is chosen.

    [[nodiscard]] const std::string& fault() const { return m_name; }

    [[nodiscard]] QPushButton& applyButton() const { return *m_apply; }

    /// The field of a parameter, or of "for"; null if the fault does not have it.
    [[nodiscard]] CommitEdit* field(const std::string& parameter) const;

    void apply();

Q_SIGNALS:
    void applied(const QString& name);

private:
    struct Field {
        std::string name;
        CommitEdit* edit;
    };

    void addField(const std::string& name, const QString& defaultText, const QString& meaning);
    void showRefusals(const FaultRefusals& refusals);

    LiveMeter& m_meter;
    std::string m_name;
    std::vector<Field> m_fields;
    QLabel* m_title;
    QLabel* m_description;
    QWidget* m_parameters = nullptr;
    QLabel* m_refusal;
    QPushButton* m_apply;
};

} // namespace meter::gui
