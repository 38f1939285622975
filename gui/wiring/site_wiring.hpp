// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Control power and the RS-485 line below the wiring diagram: parts side by side, each a button
// that is drawn. A click changes what has two states; what has more opens a menu.

#include "gui/wiring/site_parts.hpp"

#include <QAbstractButton>

#include <vector>

namespace meter::gui {

class SiteButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit SiteButton(const SitePart& part, QWidget* parent = nullptr);

    /// `isTold`: what is wrong is drawn in another colour.
    void showWorld(const sim::World& world, bool isTold);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const meter::gui::ParameterTexts& values);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void choose();

    const SitePart& m_part;
    sim::World m_world{};
    bool m_isTold = true;
};

class SiteWiring final : public QWidget {
    Q_OBJECT

public:
    explicit SiteWiring(QWidget* parent = nullptr);

    void showWorld(const sim::World& world, bool isTold);

    [[nodiscard]] const std::vector<SiteButton*>& buttons() const { return m_buttons; }

Q_SIGNALS:
    void chosen(const meter::gui::ParameterTexts& values);

private:
    std::vector<SiteButton*> m_buttons;
};

} // namespace meter::gui
