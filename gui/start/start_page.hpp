// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window begins with: one sentence, a door to each workspace, what was open last, and
// the shipped examples with a search and what each shows.

#include <QScrollArea>
#include <QStringList>

#include <cstddef>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace meter::gui {

class StartPage final : public QScrollArea {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    [[nodiscard]] QPushButton& door(std::size_t workspace) const { return *m_doors[workspace]; }

    [[nodiscard]] QLineEdit& search() const { return *m_search; }

    [[nodiscard]] QTreeWidget& examples() const { return *m_examples; }

    [[nodiscard]] QString preview() const;

    void setRecentFiles(const QStringList& files);

Q_SIGNALS:
    void workspaceAsked(std::size_t workspace);
    void fileAsked(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeContent();
    void makeDoors(QVBoxLayout& layout);
    void makeLists(QVBoxLayout& layout);
    void fillExamples();
    void filter(const QString& text);
    void setIcons();

    std::vector<QPushButton*> m_doors; ///< In the order of the table.
    QGridLayout* m_doorGrid = nullptr;
    std::size_t m_columns = 0; ///< Of the doors, as they are laid out now.
    QLineEdit* m_search = nullptr;
    QTreeWidget* m_examples = nullptr;
    QTreeWidget* m_recent = nullptr;
    QLabel* m_preview = nullptr;
};

} // namespace meter::gui
