// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/pty_endpoint.hpp"

#include "sim/live/base/system_error.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <sys/inotify.h>

namespace meter::sim::live {
namespace {

constexpr WallUs kReviewUs = 1'000'000;
/// A program that opens the port right after another closed it must not have its settings and its
/// request pulled away: parking waits until nobody came.
constexpr WallUs kParkDelayUs = 20'000;
constexpr WallUs kReviewWithoutNoticeUs = 20'000; ///< When the system cannot tell of opens.

} // namespace

PtyEndpoint::PtyEndpoint(const PtyParts& parts, PseudoTerminal terminal, PortLink link)
    : m_parts(parts)
    , m_terminal(std::move(terminal))
    , m_link(std::move(link))
    , m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    , m_port({.line = parts.line,
              .log = parts.log,
              .counters = parts.counters,
              .pacing = parts.pacing,
              .sink = *this,
              .carrier = RtuCarrier::Virtual},
             m_link.path(),
             {}) {}

PtyEndpoint::~PtyEndpoint() {
    if (m_isAttended) {
        leave();
    }
    if (m_inotify.isOpen()) {
        m_parts.loop.remove(m_inotify.get(), m_openWatch);
    }
}

Result<void> PtyEndpoint::start() {
    if (!m_inotify.isOpen() || !watchOpens()) {
        m_inotify.reset(); // Looking now and then does as well.
        return {};
    }
    return m_parts.loop.add(m_inotify.get(), EPOLLIN, m_openWatch);
}

void PtyEndpoint::OpenWatch::onReady(std::uint32_t /*events*/) {
    // Equal events are merged, so they cannot be counted.
    m_owner.onOpenedOrClosed(m_owner.fetchEvents());
}

/// Which kinds of events came.
std::uint32_t PtyEndpoint::fetchEvents() const {
    alignas(inotify_event) std::array<char, 4096> buffer; // NOLINT(*-pro-type-member-init)
    std::uint32_t seen = 0;
    for (ssize_t size = 0; (size = ::read(m_inotify.get(), buffer.data(), buffer.size())) > 0;) {
        for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(size);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            seen |= event.mask;
            at += sizeof event + event.len;
        }
    }
    return seen;
}

void PtyEndpoint::onOpenedOrClosed(std::uint32_t events) {
    if ((events & IN_CLOSE) != 0U && m_isAttended) {
        // The one that left may have stopped the output for those who still have the port open.
        // Opening the port for that would be told as well, so nobody watches meanwhile.
        ::inotify_rm_watch(m_inotify.get(), m_watch);
        m_terminal.releaseOutput();
        watchOpens();
        static_cast<void>(fetchEvents());
    }
    review(wallNow());
}

bool PtyEndpoint::watchOpens() {
    m_watch = ::inotify_add_watch(m_inotify.get(), m_terminal.path().c_str(), IN_OPEN | IN_CLOSE);
    return m_watch >= 0;
}

void PtyEndpoint::onReady(std::uint32_t events) {
    const WallUs now = wallNow();
    if ((events & EPOLLIN) != 0U) {
        readAll(now);
    }
    if ((events & (EPOLLHUP | EPOLLERR)) != 0U) {
        review(now);
    }
}

void PtyEndpoint::review(WallUs now) {
    m_nextReview = now + (m_inotify.isOpen() ? kReviewUs : kReviewWithoutNoticeUs);
    const PseudoTerminal::Condition condition = m_terminal.condition();
    if (condition.hasInput) {
        readAll(now); // A program may write and close at once.
    }
    if (condition.isOpened) {
        m_parkAt = 0;
        if (!m_isAttended) {
            attend();
        }
        return;
    }
    if (m_isAttended) {
        leave();
        m_parkAt = now + kParkDelayUs;
        return;
    }
    if (now >= m_parkAt) {
        park();
    }
}

void PtyEndpoint::park() {
    m_parkAt = 0;
    const Settings& settings = m_parts.line.settings();
    if (m_terminal.isParkedFor(settings)) {
        return;
    }
    if (const Result<void> parked = m_terminal.park(settings); !parked) {
        m_parts.log.add(parked.error().text);
    }
}

void PtyEndpoint::attend() {
    if (const auto added = m_parts.loop.add(m_terminal.fd(), EPOLLIN, *this); !added) {
        m_parts.log.add(added.error().text);
        return;
    }
    m_isAttended = true;
    m_parts.line.addClient();
}

void PtyEndpoint::leave() {
    // Out of the loop, or the hang-up would wake it for ever.
    m_parts.loop.remove(m_terminal.fd(), *this);
    m_isAttended = false;
    m_parts.line.removeClient();
    m_port.endInput(wallNow());
    m_port.clear();
    m_terminal.forgetUnfetched();
    m_terminal.releaseOutput();
}

void PtyEndpoint::readAll(WallUs now) {
    // The kernel's buffer bounds one turn; a master that never stops is read again next turn.
    std::array<std::byte, 4096> chunk; // NOLINT(*-pro-type-member-init): read fills it.
    const ssize_t size = ::read(m_terminal.fd(), chunk.data(), chunk.size());
    if (size <= 0) {
        return;
    }
    const MasterSetting master = m_terminal.setting();
    m_terminal.setHarmlessFlag();
    m_port.receive(std::span(chunk).first(static_cast<std::size_t>(size)), now, master);
    static_cast<void>(m_port.takeReset()); // There is no connection to reset.
}

void PtyEndpoint::writeBytes(std::span<const std::byte> bytes) {
    static_cast<void>(::write(m_terminal.fd(), bytes.data(), bytes.size()));
}

void PtyEndpoint::onLineSetting() {
    if (!m_isAttended) {
        review(wallNow());
    }
}

void PtyEndpoint::onNoise(std::span<const std::byte> bytes) {
    if (m_isAttended) {
        m_port.makeNoise(bytes, wallNow());
    }
}

std::vector<std::string> PtyEndpoint::peers() const {
    return m_isAttended ? std::vector<std::string>{"a program"} : std::vector<std::string>{};
}

WallUs PtyEndpoint::nextDeadline() const {
    const WallUs deadline = std::min(m_nextReview, m_port.nextDeadline());
    return m_parkAt != 0 ? std::min(deadline, m_parkAt) : deadline;
}

void PtyEndpoint::onTime(WallUs now) {
    m_port.onTime(now);
    if (m_nextReview <= now || (m_parkAt != 0 && m_parkAt <= now)) {
        review(now);
    }
}

} // namespace meter::sim::live
