// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/pty_endpoint.hpp"

#include "sim/live/system_error.hpp"

#include <algorithm>
#include <cmath>
#include <sys/inotify.h>

namespace meter::sim::live {
namespace {

constexpr WallUs kReviewUs = 1'000'000;
/// A program that opens the port right after another closed it must not have its settings and its
/// request pulled away: parking waits until nobody came.
constexpr WallUs kParkDelayUs = 20'000;
constexpr WallUs kReviewWithoutNoticeUs = 20'000; ///< When the system cannot tell of opens.
constexpr double kSilenceCharacters = 3.5;

} // namespace

PtyEndpoint::PtyEndpoint(const PtyParts& parts, PseudoTerminal terminal, PortLink link)
    : m_parts(parts)
    , m_terminal(std::move(terminal))
    , m_link(std::move(link))
    , m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

PtyEndpoint::~PtyEndpoint() {
    if (m_isAttended) {
        leave();
    }
    if (m_inotify.isOpen()) {
        m_parts.loop.remove(m_inotify.get(), m_openWatch);
    }
}

Result<void> PtyEndpoint::start() {
    const bool isWatching =
        m_inotify.isOpen() &&
        ::inotify_add_watch(m_inotify.get(), m_terminal.path().c_str(), IN_OPEN | IN_CLOSE) >= 0;
    if (!isWatching) {
        m_inotify.reset(); // Looking now and then does as well.
        return {};
    }
    return m_parts.loop.add(m_inotify.get(), EPOLLIN, m_openWatch);
}

void PtyEndpoint::OpenWatch::onReady(std::uint32_t /*events*/) {
    alignas(inotify_event) std::array<char, 4096> events; // NOLINT(*-pro-type-member-init)
    while (::read(m_owner.m_inotify.get(), events.data(), events.size()) > 0) {
        // Only that something happened matters: equal events are merged, so they cannot be counted.
    }
    m_owner.review(wallNow());
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
    m_framer.clear();
    m_outputSize = m_sentSize = 0;
    m_mismatch.reset();
    m_terminal.forgetUnfetched();
}

void PtyEndpoint::readAll(WallUs now) {
    // The kernel's buffer bounds one turn; a master that never stops is read again next turn.
    std::array<std::byte, 4096> chunk; // NOLINT(*-pro-type-member-init): read fills it.
    const ssize_t size = ::read(m_terminal.fd(), chunk.data(), chunk.size());
    if (size > 0) {
        receive(std::span(chunk).first(static_cast<std::size_t>(size)), now);
    }
}

bool PtyEndpoint::isUnderstood(const MasterSetting& master) {
    std::optional<std::string> mismatch = m_parts.line.mismatch(master);
    if (mismatch != m_mismatch) {
        m_parts.log.add(mismatch ? "no answer on " + path() + ": " + *mismatch
                                 : "the master on " + path() + " is understood again");
        m_mismatch = std::move(mismatch);
    }
    return !m_mismatch;
}

void PtyEndpoint::receive(std::span<const std::byte> bytes, WallUs now) {
    const MasterSetting master = m_terminal.setting();
    m_terminal.setHarmlessFlag();
    if (!isUnderstood(master)) {
        m_framer.clear();
        m_parts.line.drop(asker(), bytes, "not understood: " + *m_mismatch);
        return;
    }
    if (m_sentSize < m_outputSize) {
        // Half duplex: while it talks the meter does not listen.
        m_parts.line.drop(asker(), bytes, "the meter is talking");
        return;
    }
    const std::uint16_t baudRate = m_parts.line.settings().baudRate;
    if (baudRate != m_framerBaudRate) {
        m_framer.setBaudRate(baudRate);
        m_framerBaudRate = baudRate;
    }
    m_receivedUntil = std::max(m_receivedUntil, now) +
                      std::llround(static_cast<double>(bytes.size()) * characterUs());
    for (const std::byte byte : bytes) {
        m_framer.onByte(byte, static_cast<std::uint64_t>(now));
        serveFrames(now, master);
    }
}

void PtyEndpoint::serveFrames(WallUs now, const MasterSetting& master) {
    for (auto frame = m_framer.nextFrame(static_cast<std::uint64_t>(now)); !frame.empty();
         frame = m_framer.nextFrame(static_cast<std::uint64_t>(now))) {
        if (m_sentSize < m_outputSize) {
            m_parts.line.drop(asker(), frame, "it came together with one that is being answered");
            continue;
        }
        answer(m_parts.line.answerRtu(asker(), frame, master).plain, now);
    }
}

Asker PtyEndpoint::asker() const {
    return {.endpoint = path(), .peer = {}};
}

double PtyEndpoint::characterUs() const {
    if (!m_parts.line.isPaced()) {
        return 0.0;
    }
    // The line lives in the meter's time, but never slower than a master's time-outs expect.
    const Pacing& pacing = m_parts.pacing;
    const double speed = pacing.isPaused() ? 1.0 : std::max(1.0, pacing.speed());
    const Settings& settings = m_parts.line.settings();
    return 1e6 * characterBits(settings.parity) / settings.baudRate / speed;
}

void PtyEndpoint::answer(std::span<const std::byte> bytes, WallUs now) {
    const double character = characterUs();
    if (bytes.empty()) {
        return;
    }
    if (character <= 0.0) {
        write(bytes);
        return;
    }
    std::ranges::copy(bytes, m_output.begin());
    m_outputSize = bytes.size();
    m_sentSize = 0;
    m_outputCharacterUs = character;
    m_outputStart = std::max(m_receivedUntil, now) + std::llround(kSilenceCharacters * character);
}

WallUs PtyEndpoint::byteDeadline() const {
    if (m_sentSize == m_outputSize) {
        return kNever;
    }
    // A byte is there when its last bit is.
    return m_outputStart + std::llround(static_cast<double>(m_sentSize + 1) * m_outputCharacterUs);
}

void PtyEndpoint::sendDue(WallUs now) {
    const std::size_t first = m_sentSize;
    while (byteDeadline() <= now) {
        ++m_sentSize;
    }
    if (m_sentSize > first) {
        write(std::span(m_output).subspan(first, m_sentSize - first));
    }
    if (m_sentSize == m_outputSize) {
        m_outputSize = m_sentSize = 0;
    }
}

void PtyEndpoint::write(std::span<const std::byte> bytes) {
    // Nobody reads, the buffer is full: the bytes are lost, as on a wire.
    static_cast<void>(::write(m_terminal.fd(), bytes.data(), bytes.size()));
}

WallUs PtyEndpoint::nextDeadline() const {
    WallUs deadline = std::min(m_nextReview, byteDeadline());
    if (m_parkAt != 0) {
        deadline = std::min(deadline, m_parkAt);
    }
    if (m_framer.isUnfinished()) {
        deadline = std::min(deadline, static_cast<WallUs>(m_framer.deadlineUs()));
    }
    return deadline;
}

void PtyEndpoint::onTime(WallUs now) {
    sendDue(now);
    if (m_framer.isUnfinished() && static_cast<WallUs>(m_framer.deadlineUs()) <= now) {
        serveFrames(now, m_terminal.setting());
    }
    if (m_nextReview <= now || (m_parkAt != 0 && m_parkAt <= now)) {
        review(now);
    }
}

} // namespace meter::sim::live
