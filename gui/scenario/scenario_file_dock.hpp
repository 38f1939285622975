// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The file of the scenario as text, to be changed and played anew; what is seen now becomes an
// expectation in it. Changed by another program, it is read again.

#include <QFileSystemWatcher>
#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace meter::gui {

class LiveMeter;

class ScenarioFileDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit ScenarioFileDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] QPlainTextEdit& editor() const { return *m_editor; }

    [[nodiscard]] QComboBox& quantityBox() const { return *m_quantity; }

    [[nodiscard]] QPushButton& expectButton() const { return *m_expect; }

    [[nodiscard]] QPushButton& applyButton() const { return *m_apply; }

    [[nodiscard]] QString note() const;

    /// Writes the text and plays it from its beginning. Shipped files are kept: a copy is asked
    /// for.
    void apply();
    void saveAs(const QString& file);

private:
    void load();
    void onFileChanged();
    void addExpectation();
    void say(const QString& text, bool isRefusal);
    [[nodiscard]] bool write(const QString& file);

    LiveMeter& m_meter;
    QString m_file; ///< Empty: the built-in scenario, which is in none.
    QPlainTextEdit* m_editor;
    QComboBox* m_quantity;
    QPushButton* m_expect;
    QPushButton* m_apply;
    QLabel* m_note;
    QFileSystemWatcher m_watcher;
};

/// `text` with one more item in its `expect`, which is made if it is not there.
[[nodiscard]] QString withExpectation(const QString& text, const QString& item);

} // namespace meter::gui
