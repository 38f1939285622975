// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/serial_endpoint.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr WallUs kRetryUs = 500'000;

} // namespace

SerialEndpoint::SerialEndpoint(const SerialParts& parts, std::string path)
    : m_parts(parts)
    , m_path(std::move(path))
    , m_port({.line = parts.line,
              .log = parts.log,
              .counters = parts.counters,
              .pacing = parts.pacing,
              .sink = *this,
              .carrier = RtuCarrier::Device},
             m_path,
             {}) {}

SerialEndpoint::~SerialEndpoint() {
    shut();
}

Result<void> SerialEndpoint::start() {
    Result<SerialDevice> device = SerialDevice::open(m_path, m_parts.line.settings());
    if (!device) {
        return std::unexpected(device.error());
    }
    if (const Result<void> added = m_parts.loop.add(device->fd(), EPOLLIN, *this); !added) {
        return added;
    }
    m_device = std::move(*device);
    m_port.setCarrier(m_device->isVirtual() ? RtuCarrier::DevicePair : RtuCarrier::Device);
    m_nextTry = kNever;
    m_trouble.clear();
    return {};
}

void SerialEndpoint::shut() {
    if (m_device) {
        m_parts.loop.remove(m_device->fd(), *this);
        m_device.reset();
    }
    m_port.clear();
}

void SerialEndpoint::lose(const std::string& why) {
    shut();
    m_trouble = why;
    m_nextTry = wallNow() + kRetryUs;
    m_parts.log.add(m_path + ": " + why + "; the meters go on, and serve again when it is back");
}

void SerialEndpoint::onReady(std::uint32_t events) {
    std::array<std::byte, 4096> chunk; // NOLINT(*-pro-type-member-init): read fills it.
    const ssize_t size = ::read(m_device->fd(), chunk.data(), chunk.size());
    if (size > 0) {
        m_port.receive(std::span(chunk).first(static_cast<std::size_t>(size)), wallNow(),
                       std::nullopt);
        static_cast<void>(m_port.takeReset()); // There is no connection to reset.
        return;
    }
    const bool isError = size < 0 && errno != EAGAIN && errno != EINTR;
    if (isError || (events & (EPOLLHUP | EPOLLERR)) != 0U) {
        lose("the device is gone (unplugged?)");
    }
}

void SerialEndpoint::writeBytes(std::span<const std::byte> bytes) {
    // The driver's buffer takes many answers; what it does not take is lost, as on a wire. A
    // device that is gone is noticed where it is read.
    static_cast<void>(::write(m_device->fd(), bytes.data(), bytes.size()));
}

void SerialEndpoint::onLineSetting() {
    if (!m_device) {
        return;
    }
    shut();
    if (const Result<void> opened = start(); !opened) {
        lose(opened.error().text);
    }
}

void SerialEndpoint::onNoise(std::span<const std::byte> bytes) {
    if (m_device) {
        m_port.makeNoise(bytes, wallNow());
    }
}

WallUs SerialEndpoint::nextDeadline() const {
    return m_device ? m_port.nextDeadline() : m_nextTry;
}

void SerialEndpoint::onTime(WallUs now) {
    if (m_device) {
        m_port.onTime(now);
        return;
    }
    m_nextTry = now + kRetryUs;
    if (const Result<void> opened = start(); opened) {
        m_parts.log.add(m_path + " is back: serving at " + lineText(m_parts.line.settings()));
    } else {
        m_trouble = opened.error().text;
    }
}

} // namespace meter::sim::live
