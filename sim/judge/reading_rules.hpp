// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rules about what a master reads, and how often: J01, J02, J03, J11, J12, J14, J15, J17, J20,
// J21. One client's state, copyable and bounded.

#include "sim/judge/finder.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

class ReadingRules final {
public:
    void onExchange(const Exchange& exchange, Finder& finder);
    /// What can only be said at the end, or from all that was seen so far.
    void conclude(const JudgeLine& line, Finder& finder) const;
    void onGap(); ///< Frames were left out: what follows has no past.

private:
    void judgeHalves(const Exchange& read);
    void noteHalf(const Exchange& read, std::uint32_t pair, bool isSecond, bool isStraddling);
    void judgeScales(const Exchange& read);
    void judgePace(const Exchange& read, Finder& finder);
    void judgeSingles(const Exchange& read, Finder& finder);
    void judgeDefined(const Exchange& read, Finder& finder);
    void judgeEnergies(const Exchange& read);
    void judgePoll(const Exchange& read, Finder& finder);
    void concludeAddresses(Finder& finder) const;
    void concludeScales(Finder& finder) const;
    void concludeEnergies(Finder& finder) const;

    // J01, J02
    struct Halves {
        std::array<bool, 2> isSeen{};
        bool isStraddling = false;
        TrafficFrame frame;
    };

    std::map<std::uint32_t, Halves> m_halves; ///< By unit and first register.
    JudgeEvidence m_split;                    ///< Halves apart.
    JudgeEvidence m_splitByAddress;           ///< The same in reads that are off at both ends.
    JudgeEvidence m_straddling;
    std::uint64_t m_pairReads = 0; ///< Requests that touch a 32-bit value.
    JudgeEvidence m_otherCounting; ///< 40001 and the like as addresses.

    // J03: by scale register, 138 first.
    struct Scale {
        JudgeEvidence reads; ///< Of integers that need it.
        bool isRead = false;
        std::optional<int> known; ///< What it was when it was read.
        JudgeEvidence stale;      ///< Reads of integers since it has changed.
    };

    std::array<Scale, 4> m_scales;

    // J11
    struct Repetition {
        std::int64_t meterUs = 0;
        std::int64_t wallUs = 0;
        int fastCount = 0;
        bool wasAnswered = false;
    };

    std::map<std::string, Repetition> m_repetitions; ///< By request.

    // J12
    struct Run {
        std::uint8_t unit = 0;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        int size = 0;
    };

    Run m_run;
    std::uint64_t m_savedCount = 0;

    bool m_hasMeasured = false; ///< J14
    bool m_hasAlerts = false;
    bool m_hasRequest = false; ///< J20
    bool m_isIdentified = false;

    // J17
    bool m_hasIntegerEnergy = false;
    bool m_hasFloatEnergy = false;
    JudgeEvidence m_nearRollOver;
    JudgeEvidence m_beyondFloat;

    // J21
    struct PolledRead {
        std::string key;
        std::uint8_t unit = 0;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        SampleTime second = 0;
    };

    std::vector<PolledRead> m_poll;
    bool m_isPollTorn = false;
};

} // namespace meter::sim
