// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The front panel: four keys in, the glass out, in between the menus and the clockwork of
// blinking, repeating, messages and time-outs (docs/faceplate.md). Time is an argument; the panel
// is one trivially copyable value of the meter's state. It reads and changes the meter only
// through MeterControl.

#include "core/access/meter_control.hpp"
#include "core/base/sample_time.hpp"
#include "core/panel/keypad.hpp"
#include "core/panel/menu_navigator.hpp"
#include "core/ports/glass.hpp"

#include <cstdint>
#include <type_traits>

namespace meter {

class Panel {
public:
    /// Control power came: all segments, model and version, home (2 s each of the first two).
    void powerUp(SampleTime now);
    /// The glass goes blank. Call storePending() first, while settings can still be stored.
    void powerFail();
    /// Communication settings that showed "SAvEd" wait for S COM to be left; a loss of power
    /// must not lose them.
    void storePending(MeterControl& control);

    void onKey(Key key, bool isDown, SampleTime now, MeterControl& control);
    /// Once a second, after the readings changed.
    void onCycle(SampleTime now);
    /// A request was answered: the activity icon lights for a short while.
    void onCommunication(SampleTime now);
    /// Timers. May be called late: what fell due in between happens in its order.
    void advance(SampleTime now, MeterControl& control);

    /// The earliest sample at which advance() would do anything; kNever without power.
    [[nodiscard]] SampleTime nextDue() const { return m_nextDue; }

    [[nodiscard]] Glass render(const MeterControl& control, SampleTime now) const;

    /// What render() gives may have changed since clean().
    [[nodiscard]] bool isDirty() const { return m_isDirty; }

    void clean() { m_isDirty = false; }

    [[nodiscard]] const MenuNavigator& menu() const { return m_menu; }

private:
    enum class Stage : std::uint8_t { Off, AllSegments, Version, Running };

    void press(Key key, SampleTime now, MeterControl& control);
    void onDue(SampleTime now, MeterControl& control);
    void enterRunning(SampleTime now, const MeterControl& control);
    void showMessage(Message message, SampleTime now);
    void goIdle(SampleTime now, MeterControl& control);
    void schedule(SampleTime now);
    [[nodiscard]] bool isDigitBlinking() const;

    MenuNavigator m_menu;
    Keypad m_keypad;
    Stage m_stage = Stage::Off;
    Message m_message = Message::None;
    bool m_isDirty = true;
    SampleTime m_nextDue = kNever;
    SampleTime m_stageEndsAt = kNever;
    SampleTime m_messageEndsAt = kNever;
    SampleTime m_communicationEndsAt = kNever;
    SampleTime m_idleAt = kNever; ///< Five minutes after the last key.
    SampleTime m_scrollAt = kNever;
    SampleTime m_blinkFrom = 0; ///< The selected digit is visible from here on.
};

static_assert(std::is_trivially_copyable_v<Panel>);

} // namespace meter
