// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Judges masters by what they send: takes frames as a twin, a capture or a simulated line shows
// them, in their order, and tells what was found, at any time. A value without clocks or
// sockets: it can be copied, and what it keeps is bounded.

#include "sim/judge/judge_report.hpp"
#include "sim/judge/line_rules.hpp"
#include "sim/judge/reading_rules.hpp"
#include "sim/judge/writing_rules.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <string>

namespace meter::sim {

class MasterJudge final {
public:
    explicit MasterJudge(const JudgeLine& line = {}) : m_line(line) {}

    void setLine(const JudgeLine& line) { m_line = line; }

    void onFrame(const TrafficFrame& frame);
    /// Frames were left out here.
    void onGap();
    /// No more frames come: what still waits for an answer gets none.
    void finish();

    /// Up to now; the requests that still wait for an answer are not among them.
    [[nodiscard]] JudgeReport report() const;

private:
    struct Client {
        ReadingRules reading;
        WritingRules writing;
        LineRules line;
        Finder finder;
        std::deque<Exchange> open;                        ///< Requests whose answer has not come.
        std::map<std::string, std::uint32_t> connections; ///< By peer.
        std::uint32_t connectionCount = 0;
    };

    Client& clientAt(const TrafficFrame& frame);
    void onRequest(Client& client, const TrafficFrame& frame);
    void onAnswer(Client& client, const TrafficFrame& frame);
    void close(Client& client, const Exchange& exchange);
    void giveUp(Client& client, std::size_t left);

    JudgeLine m_line;
    std::map<std::string, Client> m_clients;
    std::uint64_t m_requestCount = 0;
};

} // namespace meter::sim
