// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/faceplate_widget.hpp"

#include "gui/faceplate/front_wiring.hpp"
#include "gui/faceplate/housing_painter.hpp"
#include "gui/faceplate/key_button.hpp"
#include "gui/faceplate/led_painter.hpp"
#include "gui/faceplate/terminal_painter.hpp"
#include "gui/text/accessible_text.hpp"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <optional>

namespace meter::gui {

namespace {

constexpr qint64 kFlashMs = 120; ///< Long enough to be seen, short enough to flicker.
constexpr int kLampIntervalMs = 30;
constexpr int kBacklightFadeMs = 450;
// As the meter's own key pad at real time (docs/faceplate.md): after 0.6 s, four per second.
constexpr int kRepeatDelayMs = 600;
constexpr int kRepeatPeriodMs = 250;

std::optional<Key> keyOf(const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // Plus without Shift on many keyboards.
    case Qt::Key_Up:
        return Key::Plus;
    case Qt::Key_Minus:
    case Qt::Key_Down:
        return Key::Minus;
    case Qt::Key_Left:
        return Key::Left;
    case Qt::Key_Right:
        return Key::Right;
    default:
        return std::nullopt;
    }
}

double backlightOf(const Glass& glass) {
    if (!glass.isPowered) {
        return 0.0;
    }
    return glass.isBacklightBright ? 1.0 : kBacklightDim;
}

} // namespace

FaceplateWidget::FaceplateWidget(QWidget* parent) : QWidget(parent), m_repeat(new QTimer(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Power meter, front"));
    for (const Key key : {Key::Plus, Key::Minus, Key::Left, Key::Right}) {
        auto* button = new KeyButton(key, this);
        m_keys.at(static_cast<std::size_t>(key)) = button;
        connect(button, &KeyButton::pressed, this, [this, key] { press(key); });
        connect(button, &KeyButton::released, this, [this, key] { release(key); });
    }
    m_repeat->setObjectName(QStringLiteral("repeat"));
    m_repeat->setTimerType(Qt::PreciseTimer);
    connect(m_repeat, &QTimer::timeout, this, [this] {
        m_repeat->setInterval(kRepeatPeriodMs);
        if (m_held) {
            Q_EMIT keyPressed(*m_held, true);
        }
    });
    m_backlight.setDuration(kBacklightFadeMs);
    connect(&m_backlight, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_light = value.toDouble();
        update(m_layout.glass.toAlignedRect());
    });
    m_lampTimer.setInterval(kLampIntervalMs);
    connect(&m_lampTimer, &QTimer::timeout, this, &FaceplateWidget::updateLamps);
    m_clock.start();
    layOut();
    updateLamps();
    describe();
}

FaceplateWidget::~FaceplateWidget() = default;

void FaceplateWidget::show(const FaceplateState& state) {
    const FaceplateState before = m_state;
    m_state = state;
    if (state.glass != before.glass) {
        update(m_layout.glass.toAlignedRect());
        if (backlightOf(state.glass) != backlightOf(before.glass)) {
            setBacklight(backlightOf(state.glass));
        }
        describe();
    }
    if (state.isEnergyPulseClosed != before.isEnergyPulseClosed ||
        state.isAlarmClosed != before.isAlarmClosed) {
        update(m_layout.pulseContact.toAlignedRect().adjusted(-2, -2, 2, 2));
        update(m_layout.alarmContact.toAlignedRect().adjusted(-2, -2, 2, 2));
        describe();
    }
    if (state.energyPulses != before.energyPulses) {
        flash(Led::Pulse);
    }
    if (state.requests != before.requests) {
        flash(Led::Receive);
    }
    if (state.answers != before.answers) {
        flash(Led::Transmit);
    }
    updateLamps();
}

void FaceplateWidget::showWiring(const sim::Installation& installation) {
    if (m_wiring == installation) {
        return;
    }
    m_wiring = installation;
    layLeads(m_layout, installation);
    m_housing = QPixmap();
    update();
}

void FaceplateWidget::mousePressEvent(QMouseEvent* event) {
    if (const Terminal* terminal = terminalAt(m_layout, event->position())) {
        QToolTip::showText(event->globalPosition().toPoint(), terminal->leadsTo, this);
    }
    QWidget::mousePressEvent(event);
}

bool FaceplateWidget::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const Terminal* terminal = terminalAt(m_layout, help->pos());
    if (terminal == nullptr || terminal->leadsTo.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(help->globalPos(), terminal->leadsTo, this);
    }
    return true;
}

void FaceplateWidget::setIdentity(const QString& model, const QString& serialNumber) {
    m_model = model;
    m_serialNumber = serialNumber;
    m_housing = QPixmap();
    describe();
    update();
}

bool FaceplateWidget::isLit(Led led) const {
    return m_isLampLit.at(static_cast<std::size_t>(led));
}

KeyButton& FaceplateWidget::keyButton(Key key) const {
    return *m_keys.at(static_cast<std::size_t>(key));
}

QSize FaceplateWidget::sizeHint() const {
    return faceplateSize(0.66).toSize();
}

QSize FaceplateWidget::minimumSizeHint() const {
    return faceplateSize(0.15).toSize();
}

void FaceplateWidget::paintEvent(QPaintEvent* event) {
    if (m_housing.isNull() || m_housing.devicePixelRatio() != devicePixelRatioF()) {
        paintHousingPixmap();
    }
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, m_housing);
    paintMovingParts(painter, event->region());
}

void FaceplateWidget::paintPicture(QPainter& painter) {
    const bool isDark = palette().color(QPalette::Window).lightness() < 128;
    painter.save();
    paintHousing(painter, size(), m_layout, {isDark, m_model, m_serialNumber});
    painter.restore();
    paintMovingParts(painter, rect());
    for (KeyButton* key : m_keys) {
        key->render(&painter, key->pos(), {}, DrawChildren);
    }
}

void FaceplateWidget::paintMovingParts(QPainter& painter, const QRegion& region) {
    if (region.intersects(m_layout.glass.toAlignedRect())) {
        m_lcd->paint(painter, m_state.glass, lcdTheme(m_light));
    }
    paintContact(painter, m_layout.pulseContact, m_state.isEnergyPulseClosed);
    paintContact(painter, m_layout.alarmContact, m_state.isAlarmClosed);
    for (std::size_t index = 0; index < kLedCount; ++index) {
        paintLed(painter, m_layout.leds.at(index), m_layout.ledRadius,
                 ledColour(static_cast<Led>(index)), m_isLampLit.at(index));
    }
}

void FaceplateWidget::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut();
}

void FaceplateWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        m_housing = QPixmap(); // The cabinet follows light and dark.
        update();
    }
    QWidget::changeEvent(event);
}

void FaceplateWidget::keyPressEvent(QKeyEvent* event) {
    const std::optional<Key> key = keyOf(*event);
    if (!key || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) != 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat()) { // The front has its own repetition.
        keyButton(*key).setDown(true);
        press(*key);
    }
}

void FaceplateWidget::keyReleaseEvent(QKeyEvent* event) {
    const std::optional<Key> key = keyOf(*event);
    if (!key) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    if (!event->isAutoRepeat()) {
        keyButton(*key).setDown(false);
        release(*key);
    }
}

void FaceplateWidget::focusOutEvent(QFocusEvent* event) {
    releaseKeys(); // Its release would go to another window.
    QWidget::focusOutEvent(event);
}

void FaceplateWidget::hideEvent(QHideEvent* event) {
    releaseKeys();
    QWidget::hideEvent(event);
}

void FaceplateWidget::layOut() {
    m_layout = layOutFaceplate(size());
    if (m_wiring) {
        layLeads(m_layout, *m_wiring);
    }
    m_lcd = std::make_unique<LcdPainter>(m_layout.glass);
    m_housing = QPixmap();
    for (std::size_t index = 0; index < kKeyCount; ++index) {
        m_keys.at(index)->setGeometry(m_layout.keys.at(index).toAlignedRect());
    }
}

void FaceplateWidget::paintHousingPixmap() {
    const double ratio = devicePixelRatioF();
    m_housing = QPixmap((QSizeF(size()) * ratio).toSize());
    m_housing.setDevicePixelRatio(ratio);
    QPainter painter(&m_housing);
    const bool isDark = palette().color(QPalette::Window).lightness() < 128;
    paintHousing(painter, size(), m_layout, {isDark, m_model, m_serialNumber});
}

void FaceplateWidget::press(Key key) {
    if (m_held == key) {
        return; // By mouse and keyboard at once.
    }
    m_held = key;
    m_repeat->start(kRepeatDelayMs);
    Q_EMIT keyPressed(key, false);
}

void FaceplateWidget::release(Key key) {
    if (m_held == key) {
        m_held.reset();
        m_repeat->stop();
    }
}

void FaceplateWidget::releaseKeys() {
    for (KeyButton* button : m_keys) {
        button->setDown(false);
        release(button->key());
    }
}

void FaceplateWidget::setBacklight(double target) {
    m_backlight.stop();
    const bool isAnimated =
        isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (!isAnimated) {
        m_light = target;
        return;
    }
    m_backlight.setStartValue(m_light);
    m_backlight.setEndValue(target);
    m_backlight.start();
}

void FaceplateWidget::flash(Led led) {
    m_litUntilMs.at(static_cast<std::size_t>(led)) = m_clock.elapsed() + kFlashMs;
    m_lampTimer.start();
}

void FaceplateWidget::updateLamps() {
    const qint64 now = m_clock.elapsed();
    bool isFlashing = false;
    for (std::size_t index = 0; index < kLedCount; ++index) {
        const bool isFlash = now < m_litUntilMs.at(index);
        isFlashing = isFlashing || isFlash;
        const auto led = static_cast<Led>(index);
        const bool isOn = isFlash || (led == Led::Pulse && m_state.isEnergyPulseClosed) ||
                          (led == Led::Alarm && m_state.isAlarmClosed);
        if (isOn != m_isLampLit.at(index)) {
            m_isLampLit.at(index) = isOn;
            update(ledExtent(m_layout.leds.at(index), m_layout.ledRadius).toAlignedRect());
        }
    }
    if (!isFlashing) {
        m_lampTimer.stop();
    }
}

void FaceplateWidget::describe() {
    const QString text =
        glassDescription(m_state.glass) + u' ' +
        (m_state.isAlarmClosed ? tr("Alarm contact closed.") : tr("Alarm contact open."));
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
}

} // namespace meter::gui
