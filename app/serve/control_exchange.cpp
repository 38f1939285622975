// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/control_exchange.hpp"

#include "sim/live/base/system_error.hpp"
#include "sim/live/control/control_socket.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace meter::app {

sim::Result<std::string> exchangeControl(const std::string& path,
                                         const std::string& line,
                                         std::chrono::milliseconds patience) {
    using Clock = std::chrono::steady_clock;
    const auto twin = sim::live::connectControl(path);
    if (!twin) {
        return std::unexpected(sim::Error{.text = twin.error().text +
                                                  "; is `metertwin-cli serve --control " + path +
                                                  "` running?",
                                          .place = {}});
    }
    std::size_t sent = 0;
    while (sent < line.size()) {
        const ssize_t size =
            ::send(twin->get(), line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
        if (size < 0 && errno != EINTR) {
            return std::unexpected(sim::live::systemError("the twin did not accept the request"));
        }
        sent += static_cast<std::size_t>(std::max<ssize_t>(size, 0));
    }
    const Clock::time_point end = Clock::now() + patience;
    std::string answer;
    while (!answer.ends_with('\n')) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        pollfd state{twin->get(), POLLIN, 0};
        const int ready = ::poll(&state, 1, static_cast<int>(std::max<long>(0, left.count())));
        if (ready < 0 && errno == EINTR) {
            continue;
        }
        std::array<char, 4096> chunk{};
        const ssize_t size = ready <= 0 ? 0 : ::read(twin->get(), chunk.data(), chunk.size());
        if (size <= 0) {
            return std::unexpected(sim::Error{
                .text = ready == 0 ? "the twin did not answer in time; --timeout gives it more"
                                   : "the twin ended the connection without an answer",
                .place = {}});
        }
        answer.append(chunk.data(), static_cast<std::size_t>(size));
    }
    return answer;
}

} // namespace meter::app
