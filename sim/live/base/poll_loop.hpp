// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place where the engine's thread waits: epoll over every endpoint, a deadline in
// microseconds, and a wake-up that any thread may give.

#include "sim/base/result.hpp"
#include "sim/live/base/file_descriptor.hpp"
#include "sim/live/base/wall_clock.hpp"

#include <array>
#include <cstdint>
#include <sys/epoll.h>

namespace meter::sim::live {

/// Something with a file descriptor. It may remove itself or others from the loop in onReady.
class Pollable {
public:
    virtual void onReady(std::uint32_t events) = 0; ///< EPOLLIN, EPOLLOUT, EPOLLHUP …

protected:
    ~Pollable() = default;
};

class PollLoop final {
public:
    Result<void> open();
    Result<void> add(int fd, std::uint32_t events, Pollable& pollable);
    void modify(int fd, std::uint32_t events, Pollable& pollable);
    /// From here on `pollable` is not called, even if its event was already fetched.
    void remove(int fd, const Pollable& pollable);

    /// Waits until something is ready, wake() is called or `timeoutUs` have passed.
    void wait(WallUs timeoutUs);

    /// The time when the events being handled were fetched; saves asking the clock for each.
    [[nodiscard]] WallUs now() const { return m_now; }

    void wake() const; ///< From any thread.

private:
    static constexpr int kEventCountMax = 64;

    [[nodiscard]] int waitForEvents(WallUs timeoutUs);
    [[nodiscard]] int waitAwake(WallUs timeoutUs);

    FileDescriptor m_epoll;
    FileDescriptor m_wakeUp;
    std::array<epoll_event, kEventCountMax> m_events{};
    int m_eventCount = 0;
    WallUs m_now = 0;
    bool m_hasFineTimeout = true; ///< epoll_pwait2 is there (Linux 5.11).
};

} // namespace meter::sim::live
