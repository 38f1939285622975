// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `--metrics HOST:PORT`: answers GET /metrics over HTTP/1.1 from the engine's loop, one request a
// connection. A client that sends too much or fetches nothing holds nobody up.

#include "sim/live/base/poll_loop.hpp"
#include "sim/live/control/controlled_twin.hpp"
#include "sim/live/endpoints/listening_socket.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace meter::sim::live {

class MetricsServer final : private Pollable {
public:
    static constexpr std::size_t kClientCountMax = 16; ///< One more closes the oldest.

    MetricsServer(PollLoop& loop, ControlledTwin& twin, ListeningSocket socket);
    ~MetricsServer();
    MetricsServer(const MetricsServer&) = delete;
    MetricsServer& operator=(const MetricsServer&) = delete;

    Result<void> start();

    [[nodiscard]] const std::string& address() const { return m_socket.address; }

private:
    class Client;

    void onReady(std::uint32_t events) override;
    void sweep();

    PollLoop& m_loop;
    ControlledTwin& m_twin;
    ListeningSocket m_socket;
    std::vector<std::unique_ptr<Client>> m_clients; ///< The oldest first.
};

} // namespace meter::sim::live
