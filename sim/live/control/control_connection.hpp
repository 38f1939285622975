// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One client of a control socket: lines in, lines out. While a step of it is under way, or it
// leaves its answers lying, nothing more is read from it. Lines that came before it hung up
// are still done, but for steps, which end with it.

#include "sim/live/base/file_descriptor.hpp"
#include "sim/live/base/poll_loop.hpp"
#include "sim/live/control/json_rpc.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace meter::sim::live {

class ControlServer;

class ControlConnection final : public std::enable_shared_from_this<ControlConnection>,
                                private Pollable {
public:
    static constexpr std::size_t kLineSizeMax = 65'536; ///< A longer one is skipped and reported.
    /// Beyond this much unfetched output the client waits.
    static constexpr std::size_t kOutputSizeMax = 1U << 20U;

    ControlConnection(ControlServer& server, FileDescriptor fd);

    Result<void> start();
    void stop(); ///< Leaves the loop and closes; answers that are still to come are dropped.

private:
    void onReady(std::uint32_t events) override;
    void readSome();
    void serveLines();
    [[nodiscard]] bool takeLine(std::string& line);
    void begin(RpcMessage message);
    void runRequests();
    void onOutcome(const RpcOutcome& outcome);
    void send(const Json& json);
    void flush();
    void review(); ///< What to wait for next; the end, if there is nothing more.
    [[nodiscard]] bool isFull() const;

    ControlServer& m_server;
    FileDescriptor m_fd;
    std::string m_input;
    std::string m_output;
    RpcMessage m_message; ///< The one that is being done.
    std::size_t m_requestIndex = 0;
    Json m_responses = Json::array();
    bool m_isRunning = false;  ///< runRequests() is on the stack.
    bool m_isBusy = false;     ///< A message is not yet done.
    bool m_isSkipping = false; ///< Until the end of a line that is too long.
    bool m_isInputEnded = false;
    bool m_isGone = false; ///< Nobody is there to fetch answers.
    std::uint32_t m_interest = 0;
};

} // namespace meter::sim::live
