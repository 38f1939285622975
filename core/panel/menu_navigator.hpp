// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where in the menus the person stands, and what a key does there (docs/faceplate.md, menus).
// Knows neither glass nor timers; what it wants shown for a moment it returns.
//
//   Head ──right──► Screen ──right──► … ──right (last)──► Head            data lists
//   Head ──right──► Password ──right past the last digit──► SubHead       RESET, SETUP
//   SubHead ──right──► SubScreen ──right──► … ──right (last)──► SubHead
//   left: SubScreen ► SubHead ► Head ► home, Screen ► Head, Password ► Head

#include "core/access/meter_control.hpp"
#include "core/base/sample_time.hpp"
#include "core/panel/menu_table.hpp"
#include "core/panel/password_gate.hpp"
#include "core/panel/value_editor.hpp"
#include "core/ports/glass.hpp"

#include <array>
#include <cstdint>

namespace meter {

/// What stands in the value row for a moment.
enum class Message : std::uint8_t { None, Saved, Error, Done, NvError };

enum class Level : std::uint8_t { Head, Screen, Password, SubHead, SubScreen };

struct MenuPosition {
    TopHead head = TopHead::Totals;
    Level level = Level::Screen;
    std::uint8_t subHead = 0;
    std::uint8_t screen = 0;

    friend bool operator==(const MenuPosition&, const MenuPosition&) = default;
};

/// Total real energy.
inline constexpr MenuPosition kHome{};

class MenuNavigator {
public:
    [[nodiscard]] Message onKey(Key key, SampleTime now, MeterControl& control);
    /// Leaves whatever is open; an edit that was not stored is discarded.
    [[nodiscard]] Message goHome(MeterControl& control);
    /// From one main reading to the next that the system type has.
    void scroll(SystemType type);
    /// Applies communication settings that were stored but wait for S COM to be left.
    [[nodiscard]] Message applyPending(MeterControl& control);

    [[nodiscard]] const MenuPosition& position() const { return m_position; }

    [[nodiscard]] const ValueEditor& editor() const { return m_editor; }

    /// The settings as a person at the keys sees them: with what waits for S COM to be left.
    [[nodiscard]] Settings shownSettings(const MeterControl& control) const;
    /// Requires Level::SubScreen.
    [[nodiscard]] const ParameterScreen& parameterScreen() const;

private:
    struct PendingCommunication {
        bool isWaiting = false;
        std::uint8_t modbusAddress = 1;
        std::uint16_t baudRate = 0;
        Parity parity = Parity::None;
    };

    [[nodiscard]] Message onRight(SampleTime now, MeterControl& control);
    [[nodiscard]] Message onLeft(MeterControl& control);
    [[nodiscard]] Message onPlusMinus(bool isPlus, MeterControl& control);
    [[nodiscard]] Message moveSubHead(int step, MeterControl& control);
    void moveHead(int step, SystemType type);
    void stepOption(bool isPlus, const MeterControl& control);
    [[nodiscard]] bool isOptionAccepted(const MeterControl& control) const;
    [[nodiscard]] Message checkPassword(SampleTime now, const MeterControl& control);
    [[nodiscard]] Message leaveSubScreenRight(MeterControl& control);
    [[nodiscard]] Message storeEdit(MeterControl& control);
    void openSubScreen(std::uint8_t screen, const MeterControl& control);
    void openEditor(const MeterControl& control);

    MenuPosition m_position = kHome;
    ValueEditor m_editor;
    PendingCommunication m_pending;
    std::array<PasswordGate, 2> m_gates; ///< RESET, SETUP.
};

} // namespace meter
