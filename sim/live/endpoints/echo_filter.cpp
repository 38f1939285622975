// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/echo_filter.hpp"

#include <algorithm>

namespace meter::sim::live {
namespace {

/// An adapter hands over what it heard within a few of its 16 ms; a master that asks the same
/// again waits longer for an answer first.
constexpr WallUs kEchoUs = 100'000;
constexpr std::size_t kSentSizeMax = 4096;
/// Noise may spoil one echo.
constexpr int kMissCountMax = 3;

} // namespace

void EchoFilter::noteSent(std::span<const std::byte> bytes, WallUs endUs, WallUs now) {
    settle(now);
    if (m_hearing == Hearing::Deaf) {
        return;
    }
    if (m_sent.size() + bytes.size() > kSentSizeMax) {
        m_sent.clear();
        m_matched = 0;
    }
    m_sent.insert(m_sent.end(), bytes.begin(), bytes.end());
    m_sentEnd = std::max(m_sentEnd, endUs);
}

/// What looked like an echo was the beginning of something else.
void EchoFilter::giveBack() {
    m_input.insert(m_input.end(), m_sent.begin(),
                   m_sent.begin() + static_cast<std::ptrdiff_t>(m_matched));
    m_matched = 0;
}

/// The time for an echo may be over.
void EchoFilter::settle(WallUs now) {
    if (m_sent.empty() || now < m_sentEnd + kEchoUs) {
        return;
    }
    if (m_matched == 0) {
        noteMiss();
    }
    giveBack();
    m_sent.clear();
}

void EchoFilter::noteMiss() {
    if (m_hearing == Hearing::Unknown && ++m_missCount >= kMissCountMax) {
        m_hearing = Hearing::Deaf;
    }
}

EchoFilter::Sorted EchoFilter::sort(std::span<const std::byte> received, WallUs now) {
    m_input.clear();
    m_echo.clear();
    settle(now);
    for (const std::byte byte : received) {
        if (m_sent.empty()) {
            m_input.push_back(byte);
            continue;
        }
        if (byte != m_sent[m_matched]) {
            // An echo comes before anybody else can have begun.
            giveBack();
            m_sent.clear();
            noteMiss();
            m_input.push_back(byte);
            continue;
        }
        if (++m_matched == m_sent.size()) {
            m_echo.insert(m_echo.end(), m_sent.begin(), m_sent.end());
            m_sent.clear();
            m_matched = 0;
            m_hearing = Hearing::Hears;
        }
    }
    return {m_input, m_echo};
}

WallUs EchoFilter::nextDeadline() const {
    return m_matched > 0 ? m_sentEnd + kEchoUs : kNever;
}

void EchoFilter::clear() {
    m_sent.clear();
    m_matched = 0;
    m_sentEnd = 0;
    m_hearing = Hearing::Unknown;
    m_missCount = 0;
}

} // namespace meter::sim::live
