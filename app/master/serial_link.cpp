// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/serial_link.hpp"

#include "app/master/link_io.hpp"
#include "core/modbus/rtu_framer.hpp"

#include <modbus.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>

namespace meter::app {
namespace {

std::unexpected<sim::Error> failed(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

} // namespace

LinkTiming linkTimingOf(int baud, char parity) {
    const auto timing = modbus::lineTimingOf(static_cast<std::uint32_t>(baud),
                                             parity == 'N' ? Parity::None : Parity::Even);
    return {.character = std::chrono::microseconds(timing.characterUs),
            .silence = std::chrono::microseconds(timing.silenceUs)};
}

struct SerialLink::Port {
    explicit Port(modbus_t* opened) : context(opened) {}

    ~Port() {
        modbus_close(context); // Sets the port back to what it was.
        modbus_free(context);
    }

    Port(const Port&) = delete;
    Port& operator=(const Port&) = delete;

    modbus_t* context;
};

SerialLink::SerialLink(SerialParameters parameters) : m_parameters(std::move(parameters)) {}

SerialLink::~SerialLink() = default;

sim::Result<void> SerialLink::open() {
    m_port.reset();
    modbus_t* const context =
        modbus_new_rtu(m_parameters.device.c_str(), m_parameters.baud, m_parameters.parity, 8, 1);
    if (context == nullptr) {
        return failed(std::string("cannot be opened: ") + std::strerror(errno));
    }
    auto port = std::make_unique<Port>(context);
    if (modbus_connect(context) != 0) {
        return failed(std::string("cannot be opened: ") + std::strerror(errno));
    }
    static_cast<void>(::fcntl(modbus_get_socket(context), F_SETFL, O_RDWR | O_NONBLOCK));
    static_cast<void>(::fcntl(modbus_get_socket(context), F_SETFD, FD_CLOEXEC));
    m_port = std::move(port);
    return {};
}

void SerialLink::close() {
    m_port.reset();
}

bool SerialLink::isOpen() const {
    return m_port != nullptr;
}

sim::Result<void> SerialLink::send(std::span<const std::byte> bytes, MasterTime deadline) {
    return sendAll(modbus_get_socket(m_port->context), bytes, deadline);
}

sim::Result<LinkBytes> SerialLink::receive(MasterTime deadline) {
    return receiveSome(modbus_get_socket(m_port->context), deadline);
}

void SerialLink::pause(std::chrono::milliseconds time) {
    pauseFor(time);
}

} // namespace meter::app
