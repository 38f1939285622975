// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/faceplate_widget.hpp"

#include "gui/base/phase_colours.hpp"
#include "gui/faceplate/key_button.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

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
        QObject::connect(
            &widget, &FaceplateWidget::keyPressed, &widget,
            [this](Key key, bool isRepetition) { keys.emplace_back(key, isRepetition); });
        widget.resize(380, 331); // Fits the off-screen display at any scale factor.
        widget.setIdentity(QStringLiteral("S4000-R"), QStringLiteral("4E36C14C"));
        widget.QWidget::show();
        REQUIRE(QTest::qWaitForWindowExposed(&widget));
        widget.activateWindow();
        widget.setFocus();
    }

    /// As if the time until the next repetition had passed.
    void repeat() {
        for (QTimer* timer : widget.findChildren<QTimer*>(QStringLiteral("repeat"))) {
            if (timer->isActive()) {
                QMetaObject::invokeMethod(timer, "timeout");
            }
        }
    }

    FaceplateWidget widget;
    std::vector<std::pair<Key, bool>> keys; ///< And whether it was a repetition.
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
        CHECK(front.keys == Presses{{key, false}});
        QTest::mouseRelease(&button, Qt::LeftButton);
        CHECK_FALSE(button.isDown());
        CHECK(front.keys == Presses{{key, false}});
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
    CHECK(front.keys == Presses{{Key::Right, false}});
    QTest::touchEvent(&button, device).release(1, button.rect().center());
    CHECK(front.keys == Presses{{Key::Right, false}});
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
        CHECK(front.keys == Presses{{key, false}});
    }
}

TEST_CASE("a key with the focus answers Space and leaves the arrows to the meter") {
    Front front;
    KeyButton& button = front.widget.keyButton(Key::Plus);
    button.setFocus(Qt::TabFocusReason);
    front.keys.clear();
    QTest::keyClick(&button, Qt::Key_Space);
    CHECK(front.keys == Presses{{Key::Plus, false}});
    front.keys.clear();
    QTest::keyClick(&button, Qt::Key_Left);
    CHECK(front.keys == Presses{{Key::Left, false}});
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
    CHECK_FALSE(front.widget.keyButton(Key::Right).isDown());
    front.repeat();
    CHECK(front.keys == Presses{{Key::Right, false}});
}

TEST_CASE("a key that is held is pressed again and again until it is let go") {
    Front front;
    QTest::keyPress(&front.widget, Qt::Key_Minus);
    front.repeat();
    front.repeat();
    CHECK(front.keys == Presses{{Key::Minus, false}, {Key::Minus, true}, {Key::Minus, true}});
    QTest::keyRelease(&front.widget, Qt::Key_Minus);
    front.repeat();
    CHECK(front.keys.size() == 3);
}

TEST_CASE("of two keys the one that was pressed last is repeated") {
    Front front;
    QTest::keyPress(&front.widget, Qt::Key_Minus);
    QTest::keyPress(&front.widget, Qt::Key_Right);
    front.repeat();
    QTest::keyRelease(&front.widget, Qt::Key_Minus);
    front.repeat();
    CHECK(
        front.keys ==
        Presses{{Key::Minus, false}, {Key::Right, false}, {Key::Right, true}, {Key::Right, true}});
}

TEST_CASE("the terminals of the front wear the colours of the conductors that lead to them") {
    Front front;
    sim::Installation wired;
    std::swap(wired.voltageLeads[0], wired.voltageLeads[1]);
    wired.voltageLeads[3] = sim::Conductor::Open;
    wired.ctLeads[2] = sim::Conductor::Open;
    front.widget.showWiring(wired);
    const std::vector<TerminalGroup>& groups = front.widget.layoutOfParts().groups;
    const std::vector<Terminal>& voltage = groups.at(1).terminals; // A, B, C, N.
    CHECK(voltage[0].lead == phaseColour(1, false));
    CHECK(voltage[1].lead == phaseColour(0, false));
    CHECK(voltage[2].lead == phaseColour(2, false));
    CHECK_FALSE(voltage[3].lead.isValid());
    CHECK(groups.at(2).terminals.at(1).lead == phaseColour(0, false)); // CT A, X2.
    CHECK_FALSE(groups.at(4).terminals.at(1).lead.isValid());
    CHECK(voltage[0].leadsTo.contains(QStringLiteral("conductor B")));
    // Another size lays it out anew and keeps what is wired.
    front.widget.resize(500, 436);
    CHECK(front.widget.layoutOfParts().groups.at(1).terminals[0].lead == phaseColour(1, false));
    dumpImage(front.widget.grab().toImage(), QStringLiteral("front-wired-wrong"));
}

TEST_CASE("a service without a conductor leaves its terminals bare") {
    Front front;
    sim::Installation wired;
    wired.service = sim::Service::SplitPhase;
    front.widget.showWiring(wired);
    const std::vector<Terminal>& voltage = front.widget.layoutOfParts().groups.at(1).terminals;
    CHECK(voltage[0].lead.isValid());
    CHECK_FALSE(voltage[2].lead.isValid());
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
