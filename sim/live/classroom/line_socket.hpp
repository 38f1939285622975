// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lines over a connected socket, without waiting: both buffers are bounded, and who sends too
// much at once or fetches nothing is told by a false.

#include "sim/live/base/file_descriptor.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace meter::sim::live {

class LineSocket final {
public:
    /// `fd` does not block.
    LineSocket(FileDescriptor fd, std::size_t lineMax);

    [[nodiscard]] int fd() const { return m_fd.get(); }

    void setLineMax(std::size_t lineMax) { m_lineMax = lineMax; }

    /// Takes in what is there. False: the other side is gone, or its line is too long.
    [[nodiscard]] bool receive();
    /// The next whole line, without its end.
    [[nodiscard]] std::optional<std::string> nextLine();
    /// Sends now what the socket takes, the rest with flush(). False: gone, or too much waits.
    [[nodiscard]] bool send(const std::string& line);
    [[nodiscard]] bool flush();

    [[nodiscard]] bool isWaiting() const { return m_sent < m_out.size(); }

private:
    FileDescriptor m_fd;
    std::size_t m_lineMax;
    std::string m_in;
    std::string m_out;
    std::size_t m_sent = 0;
};

} // namespace meter::sim::live
