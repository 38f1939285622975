// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The content of the dock "Registers": all of them, live, with a search; writable ones are edited
// in place as a master would write them.

#include <QElapsedTimer>
#include <QWidget>

#include <cstdint>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace meter::gui {

class LiveMeter;
class RegisterFilter;
class RegisterModel;

class RegistersDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit RegistersDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] RegisterModel& model() const { return *m_model; }

    [[nodiscard]] QTableView& table() const { return *m_table; }

    [[nodiscard]] QLineEdit& search() const { return *m_search; }

    [[nodiscard]] QLabel& refusal() const { return *m_refusal; }

    void refresh();

    /// False if the file could not be written; the reason is shown.
    bool exportCsv(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void setUpTable();
    void startAnew();
    void forgetRefusal();
    void askForLog(); ///< Registers that are in no snapshot.
    void edit(quint16 number, const QString& text, bool isRaw);
    void copySelection() const;
    void askForExport();

    LiveMeter& m_meter;
    RegisterModel* m_model;
    RegisterFilter* m_filter;
    QLineEdit* m_search;
    QComboBox* m_choice;
    QTableView* m_table;
    QLabel* m_refusal;
    std::uint16_t m_refused = 0; ///< The register that was refused last.
    QElapsedTimer m_sinceRefresh;
    std::vector<std::uint16_t> m_logWords; ///< From kLogClockFirst on; empty: no answer.
    bool m_isAsking = false;
};

} // namespace meter::gui
