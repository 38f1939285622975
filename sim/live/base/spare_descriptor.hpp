// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A descriptor kept in reserve. When the process has none left, a client that waits to be
// accepted wakes its server's poll loop again and again; giving up the reserve for a moment lets
// the server accept that client and close it.

#include "sim/live/base/file_descriptor.hpp"

namespace meter::sim::live {

class SpareDescriptor final {
public:
    SpareDescriptor();

    /// accept() failed with this errno because descriptors are used up.
    [[nodiscard]] static bool isNeededFor(int error);

    /// Accepts the first client that waits at this listening socket, and closes it.
    void refuseOneAt(int listener);

private:
    FileDescriptor m_spare;
};

} // namespace meter::sim::live
