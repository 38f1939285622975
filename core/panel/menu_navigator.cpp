// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/menu_navigator.hpp"

#include "core/base/assert.hpp"
#include "core/panel/parameters.hpp"
#include "core/settings/settings_rules.hpp"

#include <cstddef>

namespace meter {

namespace {

constexpr std::uint8_t kPasswordDigits = 5;

std::size_t gateIndex(TopHead head) {
    return head == TopHead::Reset ? 0 : 1;
}

/// One step on or back in a list that wraps.
std::uint8_t wrapped(std::uint8_t index, int step, std::size_t count) {
    const int length = static_cast<int>(count);
    return static_cast<std::uint8_t>((index + step + length) % length);
}

/// Scrolling passes over what the system type does not have.
bool isMainReadingPresent(ScreenItem item, SystemType type) {
    const SystemTypeTraits& traits = traitsOf(type);
    if (item == ScreenItem::VoltageLn) {
        return traits.hasVoltageLn[0];
    }
    if (item == ScreenItem::VoltageLl) {
        return traits.hasVoltageLl[0];
    }
    return true;
}

} // namespace

Message MenuNavigator::onKey(Key key, SampleTime now, MeterControl& control) {
    switch (key) {
    case Key::Right:
        return onRight(now, control);
    case Key::Left:
        return onLeft(control);
    case Key::Plus:
        return onPlusMinus(true, control);
    case Key::Minus:
        return onPlusMinus(false, control);
    }
    return Message::None;
}

Message MenuNavigator::goHome(MeterControl& control) {
    m_position = kHome;
    return applyPending(control);
}

void MenuNavigator::scroll(SystemType type) {
    const std::span<const DataScreen> screens = dataScreensOf(TopHead::Totals);
    // The energies are on every type's list, so this ends.
    do {
        m_position.screen = wrapped(m_position.screen, 1, screens.size());
    } while (!isMainReadingPresent(screens[m_position.screen].item, type));
}

Message MenuNavigator::applyPending(MeterControl& control) {
    if (!m_pending.isWaiting) {
        return Message::None;
    }
    const Settings candidate = shownSettings(control);
    m_pending.isWaiting = false;
    return control.applySettings(candidate) == Status::Ok ? Message::None : Message::Error;
}

Settings MenuNavigator::shownSettings(const MeterControl& control) const {
    Settings settings = control.readings().settings;
    if (m_pending.isWaiting) {
        settings.modbusAddress = m_pending.modbusAddress;
        settings.baudRate = m_pending.baudRate;
        settings.parity = m_pending.parity;
    }
    return settings;
}

const ParameterScreen& MenuNavigator::parameterScreen() const {
    METER_ASSERT(m_position.level == Level::SubScreen);
    return parameterHeadsOf(m_position.head)[m_position.subHead].screens[m_position.screen];
}

Message MenuNavigator::onRight(SampleTime now, MeterControl& control) {
    switch (m_position.level) {
    case Level::Head:
        m_position.screen = 0;
        if (!dataScreensOf(m_position.head).empty()) {
            m_position.level = Level::Screen;
            return Message::None;
        }
        m_position.level = Level::Password;
        m_editor = editDigits(0, kPasswordDigits);
        return Message::None;
    case Level::Screen: {
        const bool isLast = m_position.screen + 1U >= dataScreensOf(m_position.head).size();
        m_position.level = isLast ? Level::Head : Level::Screen;
        m_position.screen = isLast ? std::uint8_t{0} : wrapped(m_position.screen, 1, 0xFF);
        return Message::None;
    }
    case Level::Password:
        return m_editor.selectRight() ? Message::None : checkPassword(now, control);
    case Level::SubHead:
        openSubScreen(0, control);
        return Message::None;
    case Level::SubScreen:
        if (m_editor.isDigits() && m_editor.selectRight()) {
            return Message::None;
        }
        return leaveSubScreenRight(control);
    }
    return Message::None;
}

Message MenuNavigator::onLeft(MeterControl& control) {
    switch (m_position.level) {
    case Level::Head:
        return goHome(control);
    case Level::Screen:
    case Level::Password:
        m_position.level = Level::Head;
        return Message::None;
    case Level::SubHead:
        m_position.level = Level::Head;
        return applyPending(control);
    case Level::SubScreen:
        m_position.level = Level::SubHead;
        return Message::None;
    }
    return Message::None;
}

Message MenuNavigator::onPlusMinus(bool isPlus, MeterControl& control) {
    const int step = isPlus ? -1 : 1; // In lists − is next (guide, quick setup).
    switch (m_position.level) {
    case Level::Head:
    case Level::Screen:
        moveHead(step, control.readings().settings.systemType);
        return Message::None;
    case Level::SubHead:
        return moveSubHead(step, control);
    case Level::Password:
    case Level::SubScreen:
        break;
    }
    if (m_editor.isOptions()) {
        stepOption(isPlus, control);
        return Message::None;
    }
    if (!m_editor.isDigits()) {
        return moveSubHead(step, control); // A read-only screen.
    }
    if (isPlus) {
        m_editor.incrementDigit();
    } else {
        m_editor.selectLeft();
    }
    return Message::None;
}

void MenuNavigator::moveHead(int step, SystemType type) {
    auto head = static_cast<std::uint8_t>(m_position.head);
    // The totals are on every type's list, so this ends.
    do {
        head = wrapped(head, step, static_cast<std::size_t>(TopHead::Count));
    } while (!isHeadPresent(static_cast<TopHead>(head), type));
    m_position = {.head = static_cast<TopHead>(head), .level = Level::Head};
}

Message MenuNavigator::moveSubHead(int step, MeterControl& control) {
    const std::size_t count = parameterHeadsOf(m_position.head).size();
    m_position.subHead = wrapped(m_position.subHead, step, count);
    m_position.level = Level::SubHead;
    return applyPending(control);
}

/// Offers only what would be accepted and passes over the rest, both ways (guide, Wh/P).
void MenuNavigator::stepOption(bool isPlus, const MeterControl& control) {
    const std::uint32_t from = m_editor.number;
    do {
        if (isPlus) {
            m_editor.nextOption();
        } else {
            m_editor.previousOption();
        }
    } while (m_editor.number != from && !isOptionAccepted(control));
}

bool MenuNavigator::isOptionAccepted(const MeterControl& control) const {
    const ParameterScreen& screen = parameterScreen();
    if (screen.setting == Setting::Count) {
        return true; // A question: "no" or "YES".
    }
    Settings candidate = shownSettings(control);
    return setSetting(screen.setting, editedNumber(screen, m_editor), candidate) == Status::Ok &&
           judgeDependency(screen.setting, candidate) == Status::Ok;
}

Message MenuNavigator::checkPassword(SampleTime now, const MeterControl& control) {
    const Settings& settings = control.readings().settings;
    const bool isReset = m_position.head == TopHead::Reset;
    const std::uint32_t expected = isReset ? settings.resetPassword : settings.setupPassword;
    const bool isAdmitted =
        m_gates[gateIndex(m_position.head)].admit(m_editor.number, expected, now);
    m_editor = editDigits(0, kPasswordDigits);
    if (!isAdmitted) {
        return Message::Error;
    }
    m_position.level = Level::SubHead;
    m_position.subHead = 0;
    return Message::None;
}

Message MenuNavigator::leaveSubScreenRight(MeterControl& control) {
    const Message message = m_editor.isChanged() ? storeEdit(control) : Message::None;
    if (message == Message::Error) {
        openEditor(control); // The old value is back.
        return message;
    }
    const std::size_t count = parameterHeadsOf(m_position.head)[m_position.subHead].screens.size();
    if (m_position.screen + 1U < count) {
        openSubScreen(static_cast<std::uint8_t>(m_position.screen + 1), control);
        return message;
    }
    m_position.level = Level::SubHead;
    return message;
}

Message MenuNavigator::storeEdit(MeterControl& control) {
    const ParameterScreen& screen = parameterScreen();
    if (screen.kind == ParameterKind::ClearEnergies) {
        control.clearEnergies();
        return Message::Done;
    }
    if (screen.kind == ParameterKind::ResetMaxDemand) {
        control.requestMaxDemandReset();
        return Message::Done;
    }
    const Settings before = shownSettings(control);
    Settings candidate = before;
    if (setSetting(screen.setting, editedNumber(screen, m_editor), candidate) != Status::Ok) {
        return Message::Error;
    }
    if (!settingRow(screen.setting).has(SettingRow::kCommunication)) {
        return control.applySettings(candidate) == Status::Ok ? Message::Saved : Message::Error;
    }
    if (validate(candidate, before) != Status::Ok) {
        return Message::Error;
    }
    m_pending = {.isWaiting = true,
                 .modbusAddress = candidate.modbusAddress,
                 .baudRate = candidate.baudRate,
                 .parity = candidate.parity};
    return Message::Saved;
}

void MenuNavigator::openSubScreen(std::uint8_t screen, const MeterControl& control) {
    m_position.level = Level::SubScreen;
    m_position.screen = screen;
    openEditor(control);
}

void MenuNavigator::openEditor(const MeterControl& control) {
    m_editor = editorOf(parameterScreen(), shownSettings(control));
}

} // namespace meter
