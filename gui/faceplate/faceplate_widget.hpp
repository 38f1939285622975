// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The front of the meter: glass, keys, lamps, terminals, type plate. Shows a value, reports
// keys; knows nothing of where either comes from. Keyboard: arrows, + and −; Tab reaches the
// keys one by one. A screen reader gets the text of the glass.

#include "gui/faceplate/faceplate_layout.hpp"
#include "gui/faceplate/lcd_painter.hpp"
#include "sim/installation/installation.hpp"

#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

namespace meter::gui {

class KeyButton;

/// Everything the front shows.
struct FaceplateState {
    Glass glass{};
    bool isEnergyPulseClosed = false;
    bool isAlarmClosed = true;
    std::uint64_t energyPulses = 0; ///< A change lights the lamp even if no picture saw it closed.
    std::uint64_t requests = 0;     ///< RS-485 or TCP: a change lights RX.
    std::uint64_t answers = 0;      ///< TX.
};

class FaceplateWidget final : public QWidget {
    Q_OBJECT

public:
    explicit FaceplateWidget(QWidget* parent = nullptr);
    ~FaceplateWidget() override;

    void show(const FaceplateState& state);
    using QWidget::show;
    void showWiring(const sim::Installation& installation);
    void setIdentity(const QString& model, const QString& serialNumber);

    /// The front as it is now, keys included, drawn rather than copied: crisp at any size.
    void paintPicture(QPainter& painter);

    [[nodiscard]] const FaceplateLayout& layoutOfParts() const { return m_layout; }

    [[nodiscard]] bool isLit(Led led) const;
    [[nodiscard]] KeyButton& keyButton(Key key) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A key was pressed; a key that is held is pressed again and again, by the wall clock.
    void keyPressed(meter::Key key, bool isRepetition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    void layOut();
    void paintMovingParts(QPainter& painter, const QRegion& region);
    void paintHousingPixmap();
    void press(Key key);
    void release(Key key);
    void releaseKeys();
    void setBacklight(double target);
    void flash(Led led);
    void updateLamps();
    void describe();

    FaceplateState m_state;
    QString m_model;
    QString m_serialNumber;
    FaceplateLayout m_layout;
    std::optional<sim::Installation> m_wiring;
    std::unique_ptr<LcdPainter> m_lcd;
    QPixmap m_housing;
    std::array<KeyButton*, kKeyCount> m_keys{};
    std::optional<Key> m_held; ///< The one that was pressed last, while it is down.
    QTimer* m_repeat;          ///< Of the key that is held.
    QVariantAnimation m_backlight;
    double m_light = 0.0;
    QElapsedTimer m_clock;
    QTimer m_lampTimer;
    std::array<qint64, kLedCount> m_litUntilMs{};
    std::array<bool, kLedCount> m_isLampLit{};
};

} // namespace meter::gui
