// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The trainer's side of a class: up to 40 learners over TCP, a thread of its own, one poll loop.
// It shows what learners report and keeps their results; it takes no orders from them.

#include "sim/base/result.hpp"
#include "sim/live/classroom/class_words.hpp"
#include "sim/live/line/endpoint.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim::live {

struct ClassOptions {
    TcpAddress address{};              ///< Loopback unless it is spelled out.
    std::string code;                  ///< Not empty.
    std::optional<ClassLesson> lesson; ///< Goes to everyone who joins.
    std::string resultsFolder = ".";
};

struct ClassSeat {
    std::string name;
    bool isThere = false; ///< Its link stands.
    SeatReport report;
    std::optional<std::string> resultFile; ///< Of the last result that was handed in.
};

class ClassServer final {
public:
    static constexpr std::size_t kSeatCountMax = 40;

    /// `onEvent` gets "joined NAME", "left NAME", "task NAME ID points", "finished NAME
    /// points/of", and troubles, on the server's thread.
    ClassServer(ClassOptions options, std::function<void(const std::string&)> onEvent);
    ~ClassServer();
    ClassServer(const ClassServer&) = delete;
    ClassServer& operator=(const ClassServer&) = delete;

    Result<void> start();
    void stop();

    [[nodiscard]] std::string address() const; ///< "127.0.0.1:4711".
    [[nodiscard]] std::vector<ClassSeat> board() const;

    /// To one, or to everybody if `name` is empty; a lesson to those who join later, too.
    void handOut(ClassLesson lesson, const std::string& name = {});
    void say(const std::string& text, const std::string& name = {});
    void makeFault(const std::string& fault, const std::string& name = {});

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace meter::sim::live
