// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/address_filter.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <cstring>
#include <netinet/in.h>

namespace meter::sim::live {
namespace {

constexpr unsigned kMappedPrefixBits = 96;

std::array<std::byte, 16> mapped(const in_addr& address) {
    std::array<std::byte, 16> result{};
    result[10] = result[11] = std::byte{0xFF};
    std::memcpy(result.data() + 12, &address, sizeof address);
    return result;
}

Error cidrError(const std::string& text) {
    return Error{"'" + text +
                 "' is not a network: write an address with a prefix length, as 192.168.1.0/24 or "
                 "fe80::/10"};
}

} // namespace

Result<AddressFilter> AddressFilter::of(const std::vector<std::string>& networks) {
    AddressFilter filter;
    for (const std::string& text : networks) {
        const std::size_t slash = text.find('/');
        const std::string host = text.substr(0, slash);
        Network network;
        in_addr four{};
        in6_addr six{};
        unsigned addressBits = 128;
        if (::inet_pton(AF_INET, host.c_str(), &four) == 1) {
            network.address = mapped(four);
            addressBits = 32;
        } else if (::inet_pton(AF_INET6, host.c_str(), &six) == 1) {
            std::memcpy(network.address.data(), &six, sizeof six);
        } else {
            return std::unexpected(cidrError(text));
        }
        unsigned prefixBits = addressBits;
        if (slash != std::string::npos) {
            const char* first = text.data() + slash + 1;
            const char* last = text.data() + text.size();
            const auto [end, error] = std::from_chars(first, last, prefixBits);
            if (error != std::errc{} || end != last || prefixBits > addressBits) {
                return std::unexpected(cidrError(text));
            }
        }
        network.prefixBits = prefixBits + (addressBits == 32 ? kMappedPrefixBits : 0);
        filter.m_networks.push_back(network);
    }
    return filter;
}

bool AddressFilter::isAllowed(const sockaddr_storage& peer) const {
    if (m_networks.empty()) {
        return true;
    }
    Address address{};
    if (peer.ss_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &peer, sizeof four);
        address = mapped(four.sin_addr);
    } else if (peer.ss_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, &peer, sizeof six);
        std::memcpy(address.data(), &six.sin6_addr, address.size());
    } else {
        return false;
    }
    return std::ranges::any_of(m_networks, [&](const Network& network) {
        for (unsigned bit = 0; bit < network.prefixBits; ++bit) {
            const std::byte difference = network.address[bit / 8] ^ address[bit / 8];
            if (std::to_integer<unsigned>(difference >> (7 - bit % 8)) & 1U) {
                return false;
            }
        }
        return true;
    });
}

std::string addressText(const sockaddr_storage& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, &address, sizeof six);
        ::inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
        return "[" + std::string(text.data()) + "]:" + std::to_string(ntohs(six.sin6_port));
    }
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    ::inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
    return std::string(text.data()) + ":" + std::to_string(ntohs(four.sin_port));
}

} // namespace meter::sim::live
