// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/faceplate_widget.hpp"

#include "gui/faceplate/key_button.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <utility>
#include <vector>

using namespace meter;
using namespace meter::gui;

namespace {

constexpr std::array kKeys = {Key::Plus, Key::Minus, Key::Left, Key::Right};

/// A front on the screen, and what its keys did.
struct Front {
    Front() {
        QObject::connect(&widget, &FaceplateWidget::keyChanged, &widget,
                         [this](Key key, bool isDown) { keys.emplace_back(key, isDown); });
        widget.resize(380, 331); // Fits the off-screen display at any scale factor.
        widget.setIdentity(QStringLiteral("S4000-R"), QStringLiteral("4E36C14C"));
        widget.QWidget::show();
        REQUIRE(QTest::qWaitForWindowExposed(&widget));
        widget.activateWindow();
        widget.setFocus();
    }

    FaceplateWidget widget;
    std::vector<std::pair<Key, bool>> keys;
};

using Presses = std::vector<std::pair<Key, bool>>;

} // namespace

TEST_CASE("keys answer the mouse") {
    Front front;
    for (const Key key : kKeys) {
        front.keys.clear();
        KeyButton& button = front.widget.keyButton(key);
        QTest::mousePress(&button, Qt::LeftButton);
        CHECK(button.isDown());
        CHECK(front.keys == Presses{{key, true}});
        QTest::mouseRelease(&button, Qt::LeftButton);
        CHECK_FALSE(button.isDown());
        CHECK(front.keys == Presses{{key, true}, {key, false}});
    }
}

TEST_CASE("a key is round and its corners are not part of it") {
    Front front;
    KeyButton& button = front.widget.keyButton(Key::Plus);
    QTest::mouseClick(&button, Qt::LeftButton, {}, QPoint(1, 1));
    CHECK(front.keys.empty());
}

TEST_CASE("keys answer a touch") {
    static QPointingDevice* const device = QTest::createTouchDevice();
    Front front;
    KeyButton& button = front.widget.keyButton(Key::Right);
    QTest::touchEvent(&button, device).press(1, button.rect().center());
    CHECK(front.keys == Presses{{Key::Right, true}});
    QTest::touchEvent(&button, device).release(1, button.rect().center());
    CHECK(front.keys == Presses{{Key::Right, true}, {Key::Right, false}});
}

TEST_CASE("keys answer the keyboard") {
    Front front;
    const std::vector<std::pair<Qt::Key, Key>> expected = {
        {Qt::Key_Plus, Key::Plus},  {Qt::Key_Up, Key::Plus},   {Qt::Key_Minus, Key::Minus},
        {Qt::Key_Down, Key::Minus}, {Qt::Key_Left, Key::Left}, {Qt::Key_Right, Key::Right},
    };
    for (const auto& [pressed, key] : expected) {
        front.keys.clear();
        QTest::keyPress(&front.widget, pressed);
        CHECK(front.widget.keyButton(key).isDown());
        QTest::keyRelease(&front.widget, pressed);
        CHECK_FALSE(front.widget.keyButton(key).isDown());
        CHECK(front.keys == Presses{{key, true}, {key, false}});
    }
}

TEST_CASE("a key with the focus answers Space and leaves the arrows to the meter") {
    Front front;
    KeyButton& button = front.widget.keyButton(Key::Plus);
    button.setFocus(Qt::TabFocusReason);
    front.keys.clear();
    QTest::keyClick(&button, Qt::Key_Space);
    CHECK(front.keys == Presses{{Key::Plus, true}, {Key::Plus, false}});
    front.keys.clear();
    QTest::keyClick(&button, Qt::Key_Left);
    CHECK(front.keys == Presses{{Key::Left, true}, {Key::Left, false}});
}

TEST_CASE("shortcuts with Ctrl do not press keys of the meter") {
    Front front;
    QTest::keyClick(&front.widget, Qt::Key_Plus, Qt::ControlModifier);
    CHECK(front.keys.empty());
}

TEST_CASE("a key that is held when the front loses the focus is let go") {
    Front front;
    QTest::keyPress(&front.widget, Qt::Key_Right);
    QFocusEvent lost(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
    QApplication::sendEvent(&front.widget, &lost);
    CHECK(front.keys == Presses{{Key::Right, true}, {Key::Right, false}});
}

TEST_CASE("lamps show the contacts") {
    Front front;
    FaceplateState state;
    state.glass = aGlass();
    state.isAlarmClosed = true;
    front.widget.show(state);
    CHECK(front.widget.isLit(Led::Alarm));
    CHECK_FALSE(front.widget.isLit(Led::Pulse));
    state.isAlarmClosed = false;
    state.isEnergyPulseClosed = true;
    front.widget.show(state);
    CHECK_FALSE(front.widget.isLit(Led::Alarm));
    CHECK(front.widget.isLit(Led::Pulse));
}

TEST_CASE("a pulse that fell between two pictures and traffic flash their lamps") {
    Front front;
    FaceplateState state;
    front.widget.show(state);
    CHECK_FALSE(front.widget.isLit(Led::Receive));
    state.energyPulses = 1;
    state.requests = 1;
    front.widget.show(state);
    CHECK(front.widget.isLit(Led::Pulse));
    CHECK(front.widget.isLit(Led::Receive));
    CHECK_FALSE(front.widget.isLit(Led::Transmit));
    state.answers = 1;
    front.widget.show(state);
    CHECK(front.widget.isLit(Led::Transmit));
    CHECK(QTest::qWaitFor([&] { return !front.widget.isLit(Led::Receive); }));
}

TEST_CASE("accessible text follows the glass and the alarm contact") {
    Front front;
    FaceplateState state;
    state.glass = aGlass();
    state.isAlarmClosed = false;
    front.widget.show(state);
    CHECK(front.widget.accessibleDescription().toStdString() ==
          "KWh: 1284.6 kWh. Phase A. Phase B. Phase C. Alarm contact open.");
    for (const Key key : kKeys) {
        CHECK_FALSE(front.widget.keyButton(key).accessibleName().isEmpty());
    }
}

TEST_CASE("the front paints at any size and scale factor") {
    FaceplateState state;
    state.glass = aGlass();
    state.isAlarmClosed = false;
    for (const QSize& size : {QSize(300, 262), QSize(820, 715), QSize(1400, 700)}) {
        FaceplateWidget widget;
        widget.setIdentity(QStringLiteral("S4000-R"), QStringLiteral("4E36C14C"));
        widget.resize(size);
        widget.show(state);
        const QImage image = widget.grab().toImage();
        CHECK(image.size() == size * widget.devicePixelRatioF());
        dumpImage(image,
                  QStringLiteral("front-%1-x%2").arg(size.width()).arg(widget.devicePixelRatioF()));
        // The glass is blue, the housing grey.
        const FaceplateLayout& layout = widget.layoutOfParts();
        const auto at = [&](const QPointF& point) {
            return image.pixelColor((point * image.devicePixelRatio()).toPoint());
        };
        const QColor glass = at(layout.glass.bottomLeft() + QPointF(3, -4));
        CHECK(glass.blue() > glass.red() + 60);
        const QColor nose = at(layout.title.topRight());
        CHECK(std::abs(nose.blue() - nose.red()) < 25);
    }
}
