// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Serves a control socket from the engine's loop: several clients of the same user, each with
// its own bounded buffers, one request of each at a time and in order.

#include "sim/live/base/event_log.hpp"
#include "sim/live/base/poll_loop.hpp"
#include "sim/live/base/spare_descriptor.hpp"
#include "sim/live/control/control_socket.hpp"
#include "sim/live/control/controlled_twin.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace meter::sim::live {

class ControlConnection;

struct ControlParts {
    PollLoop& loop;
    EventLog& log;
    ControlledTwin& twin;
};

class ControlServer final : private Pollable {
public:
    static constexpr std::size_t kClientCountMax = 32; ///< One more is refused and closed.

    ControlServer(ControlParts parts, ControlSocket socket);
    ~ControlServer();
    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

    Result<void> start();

    // For its connections.
    [[nodiscard]] const ControlParts& parts() const { return m_parts; }

    void forget(const ControlConnection& connection);

private:
    void onReady(std::uint32_t events) override;
    void accept(FileDescriptor client);
    void refuseForWantOfDescriptors();

    ControlParts m_parts;
    ControlSocket m_socket;
    SpareDescriptor m_spare;
    std::vector<std::shared_ptr<ControlConnection>> m_connections;
};

} // namespace meter::sim::live
