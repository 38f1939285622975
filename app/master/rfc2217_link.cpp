// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/rfc2217_link.hpp"

#include "app/master/link_io.hpp"

namespace meter::app {
namespace {

std::unexpected<sim::Error> failed(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

} // namespace

sim::Result<void> Rfc2217Link::open() {
    m_fd.reset();
    m_client.emplace(m_parameters.baud, m_parameters.parity);
    auto connected = connectTcp(m_parameters.address, m_parameters.timeout);
    if (!connected) {
        return std::unexpected(connected.error());
    }
    m_fd = std::move(*connected);
    auto agreed = negotiate(now() + m_parameters.timeout);
    if (!agreed) {
        m_fd.reset();
    }
    return agreed;
}

sim::Result<void> Rfc2217Link::negotiate(MasterTime deadline) {
    if (auto sent = sendAll(m_fd.get(), m_client->greeting(), deadline); !sent) {
        return sent;
    }
    const auto isAgreed =
        listenUntil(deadline, [](const ComPortClient& one) { return one.isAgreed().has_value(); });
    if (!isAgreed) {
        return std::unexpected(isAgreed.error());
    }
    if (!*isAgreed || !m_client->isAgreed().value_or(false)) {
        return failed("no RFC 2217 serial port server answers there; does it carry plain RTU "
                      "frames (--rtu-tcp), or Modbus TCP (--tcp)?");
    }
    if (auto sent = sendAll(m_fd.get(), m_client->settings(), deadline); !sent) {
        return sent;
    }
    const auto isSet = listenUntil(deadline, [](const ComPortClient& one) { return one.isSet(); });
    if (!isSet) {
        return std::unexpected(isSet.error());
    }
    if (!*isSet) {
        return failed("the server does not confirm baud rate and parity");
    }
    if (const std::string difference = m_client->difference(); !difference.empty()) {
        return failed("the server set its port differently: " + difference);
    }
    return {};
}

sim::Result<bool> Rfc2217Link::listenUntil(MasterTime deadline,
                                           bool (*isDone)(const ComPortClient&)) {
    while (!isDone(*m_client)) {
        const auto bytes = receiveSome(m_fd.get(), deadline);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        if (bytes->empty()) {
            return false;
        }
        static_cast<void>(m_client->receive(*bytes)); // Data before the settings is nobody's.
        const auto replies = m_client->takeReplies();
        if (auto sent = sendAll(m_fd.get(), replies, deadline); !sent) {
            return std::unexpected(sent.error());
        }
    }
    return true;
}

sim::Result<void> Rfc2217Link::send(std::span<const std::byte> bytes, MasterTime deadline) {
    std::vector<std::byte> encoded;
    sim::telnet::appendData(encoded, bytes);
    return sendAll(m_fd.get(), encoded, deadline);
}

sim::Result<LinkBytes> Rfc2217Link::receive(MasterTime deadline) {
    while (true) {
        const auto bytes = receiveSome(m_fd.get(), deadline);
        if (!bytes || bytes->empty()) {
            return bytes;
        }
        LinkBytes data = m_client->receive(*bytes);
        const auto replies = m_client->takeReplies();
        if (auto sent = sendAll(m_fd.get(), replies, deadline); !sent) {
            return std::unexpected(sent.error());
        }
        if (!data.empty()) {
            return data;
        }
    }
}

void Rfc2217Link::pause(std::chrono::milliseconds time) {
    pauseFor(time);
}

} // namespace meter::app
