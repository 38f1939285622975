// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/panel.hpp"

#include "core/panel/screen_painter.hpp"
#include "core/panel/screen_value.hpp"
#include "core/panel/segment_font.hpp"
#include "core/panel/value_text.hpp"

#include <array>
#include <cstddef>

namespace meter {

namespace {

constexpr SampleTime kSecond = kSamplesPerSecond;
constexpr SampleTime kStageTime = 2 * kSecond;
constexpr SampleTime kMessageTime = kSecond * 3 / 2;
constexpr SampleTime kIdleTime = 300 * kSecond;
constexpr SampleTime kScrollTime = 5 * kSecond;
constexpr SampleTime kHeartHalf = kSecond / 2;
constexpr SampleTime kBlinkHalf = kSecond / 4;
constexpr SampleTime kCommunicationTime = kSecond / 5;

SampleTime earlier(SampleTime first, SampleTime second) {
    return first < second ? first : second;
}

/// The end of the half period that `now` lies in, for something that blinks from `from` on.
SampleTime nextEdge(SampleTime now, SampleTime from, SampleTime half) {
    return now < from ? from : from + (((now - from) / half + 1) * half);
}

/// Lit in the first half of each period.
bool isLit(SampleTime now, SampleTime from, SampleTime half) {
    return now < from || (now - from) / half % 2 == 0;
}

const char* messageText(Message message) {
    switch (message) {
    case Message::Saved:
        return "SAvEd";
    case Message::Error:
        return "Error";
    case Message::Done:
        return "donE";
    case Message::NvError:
        return "nv Err";
    case Message::None:
        break;
    }
    return "";
}

void lightEverything(Glass& glass) {
    glass.label.fill(kAllLabelSegments);
    glass.value.fill(kAllValueSegments);
    glass.points = (1U << kValueCells) - 1U;
    glass.isMinus = true;
    glass.icons = (1U << static_cast<unsigned>(Icon::Count)) - 1U;
}

} // namespace

void Panel::powerUp(SampleTime now) {
    *this = Panel{};
    m_stage = Stage::AllSegments;
    m_stageEndsAt = now + kStageTime;
    m_idleAt = now + kIdleTime;
    schedule(now);
}

void Panel::powerFail() {
    *this = Panel{};
}

void Panel::storePending(MeterControl& control) {
    // Power is going: there is nobody left to show a refusal to.
    static_cast<void>(m_menu.applyPending(control));
}

void Panel::onKey(Key key, bool isDown, SampleTime now, MeterControl& control) {
    if (m_stage == Stage::Off) {
        return;
    }
    advance(now, control);
    if (m_keypad.onEdge(key, isDown, now)) {
        press(key, now, control);
    }
    schedule(now);
}

void Panel::onCycle(SampleTime /*now*/) {
    m_isDirty = m_isDirty || m_stage == Stage::Running;
}

void Panel::onCommunication(SampleTime now) {
    if (m_stage == Stage::Off) {
        return;
    }
    m_isDirty = m_isDirty || m_communicationEndsAt == kNever;
    m_communicationEndsAt = now + kCommunicationTime;
    schedule(now);
}

void Panel::advance(SampleTime now, MeterControl& control) {
    while (m_nextDue <= now) {
        const SampleTime due = m_nextDue;
        onDue(due, control);
        schedule(due);
    }
}

Glass Panel::render(const MeterControl& control, SampleTime now) const {
    Glass glass;
    if (m_stage == Stage::Off) {
        return glass;
    }
    glass.isPowered = true;
    glass.isBacklightBright = m_idleAt != kNever;
    if (m_stage == Stage::AllSegments) {
        lightEverything(glass);
        return glass;
    }
    if (m_stage == Stage::Version) {
        const bool isReset = control.factory().bootSystem == BootSystem::Reset;
        drawLabel(glass, "S4000-R");
        drawValue(glass, versionText(isReset ? kResetSystemVersion : kOsVersion));
    } else {
        drawPlace(glass, m_menu, control);
    }
    if (m_message != Message::None) {
        drawValue(glass, fitWord(messageText(m_message)));
        glass.blinkingCell = kNoCell;
        glass.blinkingSegments = 0;
    }
    if (glass.blinkingCell != kNoCell && !isLit(now, m_blinkFrom, kBlinkHalf)) {
        glass.value[glass.blinkingCell] = 0;
    }
    glass.set(Icon::Heart, isLit(now, 0, kHeartHalf));
    glass.set(Icon::Wrench, control.readings().alerts != 0);
    glass.set(Icon::Communication, m_communicationEndsAt != kNever);
    return glass;
}

/// A key acts at once, whatever the glass is busy with: it ends a message, the scrolling and
/// the power-up sequence. Only the news of damaged memory it cannot skip unseen.
void Panel::press(Key key, SampleTime now, MeterControl& control) {
    m_isDirty = true;
    m_idleAt = now + kIdleTime;
    m_scrollAt = kNever;
    if (m_stage != Stage::Running) {
        enterRunning(now, control);
        if (m_message != Message::None) {
            return;
        }
    }
    m_blinkFrom = now;
    showMessage(m_menu.onKey(key, now, control), now);
}

void Panel::onDue(SampleTime now, MeterControl& control) {
    m_isDirty = true; // Whatever fell due, the heart at least beats.
    if (m_stageEndsAt <= now) {
        if (m_stage == Stage::AllSegments) {
            m_stage = Stage::Version;
            m_stageEndsAt = now + kStageTime;
        } else {
            enterRunning(now, control);
        }
    }
    if (m_messageEndsAt <= now) {
        showMessage(Message::None, now);
        m_blinkFrom = now;
    }
    if (m_communicationEndsAt <= now) {
        m_communicationEndsAt = kNever;
    }
    if (m_keypad.repeatAt <= now) {
        m_keypad.onRepeat();
        press(m_keypad.held, now, control);
    }
    if (m_idleAt <= now) {
        goIdle(now, control);
    }
    if (m_scrollAt <= now) {
        m_menu.scroll(control.readings().settings.systemType);
        m_scrollAt = now + kScrollTime;
    }
}

void Panel::enterRunning(SampleTime now, const MeterControl& control) {
    m_stage = Stage::Running;
    m_stageEndsAt = kNever;
    showMessage(control.readings().isNvDamaged ? Message::NvError : Message::None, now);
}

/// Damaged memory lost the installer's settings: that stays until somebody presses a key.
void Panel::showMessage(Message message, SampleTime now) {
    const bool isTimed = message != Message::None && message != Message::NvError;
    m_message = message;
    m_messageEndsAt = isTimed ? now + kMessageTime : kNever;
}

/// Dims, goes home and begins to scroll.
void Panel::goIdle(SampleTime now, MeterControl& control) {
    m_idleAt = kNever;
    const Message message = m_menu.goHome(control);
    if (m_message == Message::NvError) {
        return;
    }
    showMessage(message, now);
    m_scrollAt = now + kScrollTime;
}

void Panel::schedule(SampleTime now) {
    SampleTime due = nextEdge(now, 0, kHeartHalf);
    due = earlier(due, m_stageEndsAt);
    due = earlier(due, m_messageEndsAt);
    due = earlier(due, m_communicationEndsAt);
    due = earlier(due, m_keypad.repeatAt);
    due = earlier(due, m_idleAt);
    due = earlier(due, m_scrollAt);
    if (isDigitBlinking()) {
        due = earlier(due, nextEdge(now, m_blinkFrom, kBlinkHalf));
    }
    m_nextDue = due;
}

bool Panel::isDigitBlinking() const {
    const Level level = m_menu.position().level;
    const bool isEditing = level == Level::Password || level == Level::SubScreen;
    return isEditing && m_menu.editor().isDigits() && m_message == Message::None;
}

} // namespace meter
