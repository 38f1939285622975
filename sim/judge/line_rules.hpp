// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rules about how a master uses the line and its connections: J07, J08, J10, J13, J16, J19, J22.
// One client's state, copyable and bounded.

#include "sim/judge/finder.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>

namespace meter::sim {

class LineRules final {
public:
    void onExchange(const Exchange& exchange, const JudgeLine& line, Finder& finder);
    void onStray(const Stray& stray, Finder& finder);
    void conclude(Finder& finder) const;
    void onGap();

private:
    void judgePatience(const Exchange& exchange, const JudgeLine& line, Finder& finder) const;
    void judgeSilence(const Exchange& exchange, const JudgeLine& line, Finder& finder) const;
    void judgeConnections(const Exchange& exchange, Finder& finder);
    void judgeFailures(const Exchange& exchange, Finder& finder);
    void judgeTransactions(const Exchange& exchange, Finder& finder);

    struct Connection {
        std::uint64_t requests = 0;
        std::int64_t lastUs = 0;
        std::optional<std::uint16_t> transaction;
        int sameCount = 0; ///< Requests in a row with this transaction.
    };

    std::optional<Exchange> m_previous;
    std::map<std::uint32_t, Connection> m_connections;
    std::optional<std::uint32_t> m_newest; ///< Of the connections.
    int m_shortCount = 0;                  ///< Connections in a row that carried one request.
    bool m_isCrowdReported = false;
    JudgeEvidence m_garbled; ///< J10: bad CRCs and bytes that mean nothing.
    int m_failureCount = 0;  ///< In a row, without a pause.
};

} // namespace meter::sim
