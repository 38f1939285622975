// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/stop_signals.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace meter::app {
namespace {

sigset_t stopSet() {
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    sigaddset(&signals, SIGPIPE); // Nobody reads the output any more.
    return signals;
}

} // namespace

StopSignals::StopSignals() {
    const sigset_t signals = stopSet();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_descriptor = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

StopSignals::~StopSignals() {
    // Still blocked: a second signal during the orderly end must not cut it short.
    close(m_descriptor);
}

bool StopSignals::wait(std::optional<std::chrono::milliseconds> limit) const {
    using Clock = std::chrono::steady_clock;
    using std::chrono::milliseconds;
    constexpr milliseconds kSliceMax = std::chrono::hours(1); // poll() counts in int.
    const auto start = Clock::now();
    for (;;) {
        const auto passed = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
        const milliseconds left = limit ? *limit - passed : kSliceMax;
        pollfd waiting{.fd = m_descriptor, .events = POLLIN, .revents = 0};
        const milliseconds slice = std::clamp(left, milliseconds(0), kSliceMax);
        if (poll(&waiting, 1, static_cast<int>(slice.count())) > 0) {
            return true;
        }
        if (limit && left <= milliseconds(0)) {
            return false;
        }
    }
}

} // namespace meter::app
