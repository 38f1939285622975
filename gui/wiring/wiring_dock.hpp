// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The content of the dock "Wiring": what is connected to what as a picture to take hold of, the
// guide's diagrams, what is fitted against what the meter is set to, what the meter will read
// of it, and the mistakes that installers make.

#include "core/settings/settings.hpp"
#include "gui/docks/world_edit.hpp"
#include "gui/wiring/wiring_edits.hpp"

#include <QElapsedTimer>
#include <QScrollArea>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace meter::gui {

class LiveMeter;
class MistakesView;
class ParameterEdit;
class SiteWiring;
class WiringDiagram;

class WiringDock final : public QScrollArea {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit WiringDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] WiringDiagram& diagram() const { return *m_diagram; }

    [[nodiscard]] SiteWiring& site() const { return *m_site; }

    [[nodiscard]] MistakesView& mistakes() const { return *m_mistakes; }

    [[nodiscard]] QComboBox& presets() const { return *m_presets; }

    [[nodiscard]] QLabel& hint() const { return *m_hint; }

    [[nodiscard]] QPushButton& setMeterButton() const { return *m_setMeter; }

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    /// What the dock needs to know of the simulation.
    struct Look {
        sim::World world{};
        sim::World faulty{};
        Settings settings{};
        std::string mistake;
    };

    using Edit = std::function<QString(sim::Simulation&)>;

    QWidget* makeContent();
    QWidget* makeFitted(QWidget* parent);
    void carryOutLater(Edit edit);
    void setLater(const ParameterTexts& values);
    void showHelp(bool isHelp);
    void showLook(const Look& look);
    void showHint(const Look& look);
    void showForecast(const Look& look);

    LiveMeter& m_meter;
    QComboBox* m_presets = nullptr;
    QCheckBox* m_isMeterSet = nullptr;
    QLabel* m_refusal = nullptr;
    WiringDiagram* m_diagram = nullptr;
    SiteWiring* m_site = nullptr;
    ParameterEdit* m_ctRating = nullptr;
    ParameterEdit* m_ptRating = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_setMeter = nullptr;
    QLabel* m_forecast = nullptr;
    QLabel* m_mistakesHeading = nullptr;
    MistakesView* m_mistakes = nullptr;
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
