// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The front of the meter: glass, keys, lamps, terminals, type plate. Shows a value, reports
// keys; knows nothing of where either comes from. Keyboard: arrows, + and −; Tab reaches the
// keys one by one. A screen reader gets the text of the glass.

#include "gui/faceplate/faceplate_layout.hpp"
#include "gui/faceplate/lcd_painter.hpp"

#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <array>
#include <cstdint>
#include <memory>

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
    void setIdentity(const QString& model, const QString& serialNumber);

    /// The front as it is now, keys included, drawn rather than copied: crisp at any size.
    void paintPicture(QPainter& painter);

    [[nodiscard]] const FaceplateLayout& layoutOfParts() const { return m_layout; }

    [[nodiscard]] bool isLit(Led led) const;
    [[nodiscard]] KeyButton& keyButton(Key key) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void keyChanged(meter::Key key, bool isDown);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut();
    void paintMovingParts(QPainter& painter, const QRegion& region);
    void paintHousingPixmap();
    void setKey(Key key, bool isDown);
    void releaseKeys();
    void setBacklight(double target);
    void flash(Led led);
    void updateLamps();
    void describe();

    FaceplateState m_state;
    QString m_model;
    QString m_serialNumber;
    FaceplateLayout m_layout;
    std::unique_ptr<LcdPainter> m_lcd;
    QPixmap m_housing;
    std::array<KeyButton*, kKeyCount> m_keys{};
    std::array<bool, kKeyCount> m_isHeld{};
    QVariantAnimation m_backlight;
    double m_light = 0.0;
    QElapsedTimer m_clock;
    QTimer m_lampTimer;
    std::array<qint64, kLedCount> m_litUntilMs{};
    std::array<bool, kLedCount> m_isLampLit{};
};

} // namespace meter::gui
