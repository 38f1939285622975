// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SIGINT, SIGTERM, SIGHUP (the terminal is gone) and SIGPIPE (nobody reads the output) as
// something to wait for, so that a program ends in order: state saved, links removed.

#include <chrono>
#include <optional>

namespace meter::app {

class StopSignals final {
public:
    /// From here on the signals are kept for wait() in this thread and in those that it
    /// starts. Make it before any other thread.
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    /// True when one came, false when the time was over; no time = wait for ever.
    [[nodiscard]] bool wait(std::optional<std::chrono::milliseconds> limit) const;

    /// Readable as soon as one came, for a loop of somebody else's.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

} // namespace meter::app
