// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who may connect: a list of networks in CIDR notation, IPv4 and IPv6. Modbus has no password,
// so this is all the protection that an open port has.

#include "sim/base/result.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <sys/socket.h>
#include <vector>

namespace meter::sim::live {

class AddressFilter final {
public:
    /// An empty list lets everybody in. "10.1.2.0/24", "fe80::/10"; a bare address is itself.
    [[nodiscard]] static Result<AddressFilter> of(const std::vector<std::string>& networks);

    [[nodiscard]] bool isAllowed(const sockaddr_storage& peer) const;

private:
    using Address = std::array<std::byte, 16>; ///< IPv4 as ::ffff:a.b.c.d.

    struct Network {
        Address address{};
        unsigned prefixBits = 0;
    };

    std::vector<Network> m_networks;
};

/// "192.0.2.7:40312" or "[2001:db8::1]:40312".
[[nodiscard]] std::string addressText(const sockaddr_storage& address);

} // namespace meter::sim::live
