// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One fixed session with a meter, for host and microcontroller alike: recorded samples go in,
// masters write, keys are pressed, and every second all registers and the glass come out as
// text. Both sides must print the same bytes.

#include "core/meter.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace meter::test {

inline constexpr int kRecordedSeconds = 24;
inline constexpr std::size_t kRecordedSlice = 42; ///< Frames that are fed at a time.

/// Where the samples come from and where the text goes.
class RecordedHost {
public:
    virtual void readFrames(std::span<SampleFrame> frames) = 0;
    virtual void print(const char* text) = 0;

protected:
    ~RecordedHost() = default;
};

/// Runs the session on a meter that has not been powered yet.
void runRecorded(Meter& meter, RecordedHost& host);

} // namespace meter::test
