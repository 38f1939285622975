// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A pseudo-terminal as a serial port that masters open by its name. This end never holds the
// other one open, so that a hang-up tells exactly when nobody does.
//
// Whenever nobody has it open the pair is parked: raw, at the meter's own baud rate and parity
// (a master that sets nothing matches), without stale answers, and with one harmless flag that
// every master clears (IXANY; without IXON it has no effect). The flag matters: some C libraries
// report a failed tcsetattr() when even parity is asked for, which Linux does not keep at a
// pseudo-terminal, and nothing else has changed since the last program. It is set again when
// a request comes: the next program may open the port before anybody saw this one close it.

#include "core/settings/settings.hpp"
#include "sim/base/result.hpp"
#include "sim/live/base/file_descriptor.hpp"
#include "sim/live/line/line_setting.hpp"

#include <optional>
#include <string>

namespace meter::sim::live {

class PseudoTerminal final {
public:
    [[nodiscard]] static Result<PseudoTerminal> open(const Settings& meter);

    [[nodiscard]] int fd() const { return m_master.get(); }

    [[nodiscard]] const std::string& path() const { return m_path; } ///< "/dev/pts/7"

    struct Condition {
        bool isOpened = false; ///< Some program has it open.
        bool hasInput = false;
    };

    [[nodiscard]] Condition condition() const;
    [[nodiscard]] MasterSetting setting() const; ///< As the program at the other end set it.
    void setHarmlessFlag() const;
    [[nodiscard]] bool isParkedFor(const Settings& meter) const;
    Result<void> park(const Settings& meter);
    /// Drops answers that no program fetched.
    void forgetUnfetched() const;
    /// A program may have stopped the output of its end (tcflow) and left: for the next one it
    /// goes on.
    void releaseOutput() const;

    /// Who may open the port: its rights as chmod takes them, its group by name or number.
    [[nodiscard]] Result<void> allow(std::optional<unsigned> mode,
                                     const std::optional<std::string>& group) const;

private:
    FileDescriptor m_master;
    std::string m_path;
};

} // namespace meter::sim::live
