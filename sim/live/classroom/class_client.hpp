// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The learner's side of a class: a thread of its own that reports how the lesson stands, hands
// results in and fetches what the trainer hands out. Where the link is cut the lesson goes on:
// the client joins again by itself, and what was not yet acknowledged is handed in then.

#include "sim/base/result.hpp"
#include "sim/live/classroom/class_words.hpp"
#include "sim/live/line/endpoint.hpp"

#include <memory>
#include <string>
#include <vector>

namespace meter::sim::live {

struct JoinOptions {
    TcpAddress address;
    std::string code;
    std::string learner;
};

class ClassClient final {
public:
    explicit ClassClient(JoinOptions options);
    ~ClassClient(); ///< Tries for a moment to hand in what is left.
    ClassClient(const ClassClient&) = delete;
    ClassClient& operator=(const ClassClient&) = delete;

    /// Joins now; an error says why not (nobody is there, the code is another one), and nothing
    /// is tried again.
    Result<void> start();
    void stop();

    [[nodiscard]] std::string name() const; ///< As on the board.
    [[nodiscard]] bool isLinked() const;

    void report(const SeatReport& report);
    void handIn(ClassResult result);
    [[nodiscard]] bool isAllHandedIn() const;

    /// Lessons, messages and faults since the last call.
    [[nodiscard]] std::vector<ClassWord> takeWords();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace meter::sim::live
