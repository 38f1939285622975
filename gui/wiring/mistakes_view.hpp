// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The installers' mistakes as a list with a search: what each is called, and what one will see
// on the meter with the load as it is or at a power factor of choice. A click makes it.

#include "core/settings/settings.hpp"
#include "sim/installation/installation.hpp"

#include <QWidget>

#include <optional>
#include <string>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace meter::gui {

class MistakesView final : public QWidget {
    Q_OBJECT

public:
    explicit MistakesView(QWidget* parent = nullptr);

    /// The world without faults, and the mistake that is made, if one is.
    void showWorld(const sim::World& world, const Settings& settings, const std::string& made);

    [[nodiscard]] QTreeWidget& list() const { return *m_list; }

    [[nodiscard]] QLineEdit& search() const { return *m_search; }

    [[nodiscard]] QComboBox& powerFactor() const { return *m_powerFactor; }

    [[nodiscard]] QPushButton& putRightButton() const { return *m_putRight; }

Q_SIGNALS:
    /// `powerFactor` is empty if the load stays as it is.
    void mistakeAsked(const QString& name, const QString& powerFactor);
    void putRightAsked();

private:
    void filter(const QString& text);
    void make(const QTreeWidgetItem& item);
    void showForecast();

    QLineEdit* m_search;
    QComboBox* m_powerFactor;
    QTreeWidget* m_list;
    QPushButton* m_putRight;
    std::optional<sim::World> m_world;
    Settings m_settings{};
    std::string m_made;   ///< Or asked for a moment ago.
    std::string m_marked; ///< Shown as made.
};

} // namespace meter::gui
