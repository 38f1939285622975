// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rules about what a master writes and how it takes a no: J04, J05, J06, J09, J18. One client's
// state, copyable and bounded.

#include "sim/judge/finder.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace meter::sim {

class WritingRules final {
public:
    void onExchange(const Exchange& exchange, Finder& finder);
    void conclude(Finder& finder) const;
    void onGap();

private:
    void judgeRefusal(const Exchange& exchange, Finder& finder);
    void judgeCommand(const Exchange& write, Finder& finder);
    void judgeConfiguration(const Exchange& exchange);
    void judgeFunction(const Exchange& write, Finder& finder);
    void judgeBroadcast(const Exchange& exchange, Finder& finder);

    std::map<std::string, int> m_refusals;             ///< J04: how often, by request.
    std::map<std::uint32_t, std::int64_t> m_commandUs; ///< J05: when, by unit and word.
    std::map<std::uint32_t, std::uint16_t> m_standing; ///< J06: by unit and register.
    JudgeEvidence m_sameAgain;                         ///< J06
    bool m_hasConfigured = false;                      ///< J06
    std::optional<Exchange> m_broadcast;               ///< J09
    std::optional<Exchange> m_single;                  ///< J18
    int m_singleRun = 0;                               ///< J18
};

} // namespace meter::sim
