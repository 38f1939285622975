// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/base/poll_loop.hpp"

#include "sim/live/base/system_error.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <sys/eventfd.h>

namespace meter::sim::live {
namespace {

constexpr WallUs kMicrosecondsPerSecond = 1'000'000;
// A master that polls as fast as it can asks again within this time. Looking for its next
// request that long, instead of going to sleep and being woken, makes the answer come sooner.
constexpr WallUs kAwakeUs = 25;

} // namespace

Result<void> PollLoop::open() {
    m_epoll = FileDescriptor(::epoll_create1(EPOLL_CLOEXEC));
    m_wakeUp = FileDescriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!m_epoll.isOpen() || !m_wakeUp.isOpen()) {
        return std::unexpected(systemError("cannot open the event queue"));
    }
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = nullptr; // The wake-up is the only one without an owner.
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_wakeUp.get(), &event) != 0) {
        return std::unexpected(systemError("cannot watch the wake-up"));
    }
    return {};
}

Result<void> PollLoop::add(int fd, std::uint32_t events, Pollable& pollable) {
    epoll_event event{};
    event.events = events;
    event.data.ptr = &pollable;
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) != 0) {
        return std::unexpected(systemError("cannot watch an endpoint"));
    }
    return {};
}

void PollLoop::modify(int fd, std::uint32_t events, Pollable& pollable) {
    epoll_event event{};
    event.events = events;
    event.data.ptr = &pollable;
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, fd, &event);
}

void PollLoop::remove(int fd, const Pollable& pollable) {
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, fd, nullptr);
    for (int i = 0; i < m_eventCount; ++i) {
        epoll_event& event = m_events[static_cast<std::size_t>(i)];
        if (event.data.ptr == &pollable) {
            event.events = 0;
        }
    }
}

int PollLoop::waitForEvents(WallUs timeoutUs) {
    const WallUs boundedUs = std::clamp<WallUs>(timeoutUs, 0, kMicrosecondsPerSecond);
    if (m_hasFineTimeout) {
        timespec timeout{};
        timeout.tv_sec = boundedUs / kMicrosecondsPerSecond;
        timeout.tv_nsec = (boundedUs % kMicrosecondsPerSecond) * 1000;
        const int count =
            ::epoll_pwait2(m_epoll.get(), m_events.data(), kEventCountMax, &timeout, nullptr);
        if (count >= 0 || errno != ENOSYS) {
            return count;
        }
        m_hasFineTimeout = false;
    }
    return ::epoll_wait(m_epoll.get(), m_events.data(), kEventCountMax,
                        static_cast<int>((boundedUs + 999) / 1000));
}

int PollLoop::waitAwake(WallUs timeoutUs) {
    const WallUs end = m_now + std::min(timeoutUs, kAwakeUs);
    int count = 0;
    do {
        count = ::epoll_wait(m_epoll.get(), m_events.data(), kEventCountMax, 0);
    } while (count == 0 && wallNow() < end);
    return count;
}

void PollLoop::wait(WallUs timeoutUs) {
    const bool hasServed = m_eventCount > 0;
    m_eventCount = hasServed ? std::max(0, waitAwake(timeoutUs)) : 0;
    if (m_eventCount == 0) {
        m_eventCount = std::max(0, waitForEvents(timeoutUs));
    }
    m_now = wallNow();
    for (int i = 0; i < m_eventCount; ++i) {
        const epoll_event event = m_events[static_cast<std::size_t>(i)];
        if (event.events == 0) {
            continue; // Removed by one that came before it.
        }
        if (event.data.ptr == nullptr) {
            eventfd_t count = 0;
            ::eventfd_read(m_wakeUp.get(), &count);
            continue;
        }
        static_cast<Pollable*>(event.data.ptr)->onReady(event.events);
    }
}

void PollLoop::wake() const {
    ::eventfd_write(m_wakeUp.get(), 1);
}

} // namespace meter::sim::live
