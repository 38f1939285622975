// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/modbus_master.hpp"

#include "app/master/identity_exchange.hpp"

#include <modbus.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace meter::app {
namespace {

constexpr int kReadCountMax = 125;
constexpr int kIdentityRequestsMax = 32; // A basic identification needs one.
constexpr std::size_t kReportSizeMax = 260;

constexpr std::array<std::string_view, 12> kExceptionWords = {
    "no exception",
    "illegal function: the meter does not know it",
    "illegal data address: a register of the request does not exist or is read-only",
    "illegal data value: the meter refuses the value or the count",
    "server device failure",
    "acknowledge: the meter is still at work",
    "server device busy",
    "negative acknowledge",
    "memory parity error",
    "reserved",
    "gateway path unavailable",
    "gateway target failed to respond: no such unit behind this address"};

std::string exceptionText(int code) {
    const auto index = static_cast<std::size_t>(code);
    std::string text = "exception " + std::string(code < 10 ? "0" : "") + std::to_string(code);
    if (index < kExceptionWords.size()) {
        text += " (" + std::string(kExceptionWords[index]) + ")";
    }
    return text;
}

std::unexpected<sim::Error> failed(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

timeval timevalOf(std::chrono::milliseconds time) {
    return {.tv_sec = static_cast<time_t>(time.count() / 1000),
            .tv_usec = static_cast<suseconds_t>(time.count() % 1000 * 1000)};
}

/// A foreign meter may send any bytes as text: what is not ASCII is told as "\xFF". Zeros at
/// the end of a text stay: they are its padding.
std::string readable(std::string_view raw) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (const char letter : raw) {
        const auto code = static_cast<unsigned char>(letter);
        if (code == 0 || (code >= 0x20 && code < 0x7F)) {
            text += letter;
        } else {
            text += "\\x";
            text += kDigits[code >> 4U];
            text += kDigits[code & 0xFU];
        }
    }
    return text;
}

} // namespace

struct ModbusMaster::Link {
    modbus_t* context = nullptr;
    std::string place; ///< "127.0.0.1:1502"
    std::string peer;  ///< For messages: "127.0.0.1:1502, unit 1".
    Framing framing = Framing::Tcp;
    int unit = 1;
    std::chrono::milliseconds timeout{};
    int retries = 0;

    Link() = default;
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    ~Link() {
        if (context != nullptr) {
            modbus_close(context);
            modbus_free(context);
        }
    }

    sim::Result<void> connect() {
        const timeval limit = timevalOf(timeout);
        if (context == nullptr || modbus_set_slave(context, unit) != 0 ||
            modbus_set_response_timeout(context, static_cast<std::uint32_t>(limit.tv_sec),
                                        static_cast<std::uint32_t>(limit.tv_usec)) != 0) {
            return failed(peer + ": " + modbus_strerror(errno));
        }
        if (modbus_connect(context) != 0) {
            return failed(peer + ": " + connectionWords(errno));
        }
        return {};
    }

    /// Sends until there is a sound answer, the other side refuses, or the retries are used up;
    /// `send` is one try, its result below 0 means errno tells why not.
    template <typename Send>
    int exchange(Send send) {
        int result = send();
        const int retriesMax = unit == MODBUS_BROADCAST_ADDRESS ? 0 : retries;
        for (int retry = 0; result < 0 && retry < retriesMax && isWorthRetrying(errno); ++retry) {
            modbus_flush(context); // An answer that comes late is not the next one's.
            result = send();
        }
        return result;
    }

    static bool isWorthRetrying(int code) {
        return code == ETIMEDOUT || code == EAGAIN || isGarbled(code);
    }

    static bool isGarbled(int code) {
        return code == EMBBADCRC || code == EMBBADDATA || code == EMBBADSLAVE;
    }

    /// What errno means after a request.
    std::unexpected<sim::Error> requestError() const {
        const int code = errno;
        const int exception = code - MODBUS_ENOBASE;
        if (exception > 0 && exception < MODBUS_EXCEPTION_MAX) {
            return failed(peer + ": " + exceptionText(exception));
        }
        if (code == ETIMEDOUT || code == EAGAIN) {
            return failed(peer + ": no answer within " + std::to_string(timeout.count()) + " ms" +
                          (retries > 0 ? ", asked " + std::to_string(retries + 1) + " times" : "") +
                          "; are unit, baud rate and parity those of the meter, and is it "
                          "powered?");
        }
        return failed(peer + ": " + modbus_strerror(code));
    }

private:
    std::string connectionWords(int code) const {
        if (code == ECONNREFUSED) {
            return "connection refused; is a meter served there (metertwin-cli serve)?";
        }
        if (code == ETIMEDOUT || code == EINPROGRESS) {
            return "no connection within " + std::to_string(timeout.count()) + " ms";
        }
        return std::string("cannot be opened: ") + std::strerror(code);
    }
};

ModbusMaster::ModbusMaster(std::unique_ptr<Link> link) : m_link(std::move(link)) {}

ModbusMaster::~ModbusMaster() = default;
ModbusMaster::ModbusMaster(ModbusMaster&&) noexcept = default;
ModbusMaster& ModbusMaster::operator=(ModbusMaster&&) noexcept = default;

sim::Result<ModbusMaster>
ModbusMaster::overTcp(const HostPort& address, int unit, std::chrono::milliseconds timeout) {
    auto link = std::make_unique<Link>();
    link->place = address.text();
    link->peer = link->place + ", unit " + std::to_string(unit);
    link->unit = unit;
    link->timeout = timeout;
    link->context = modbus_new_tcp_pi(address.host.c_str(), std::to_string(address.port).c_str());
    const sim::Result<void> connected = link->connect();
    return connected ? sim::Result<ModbusMaster>(ModbusMaster(std::move(link)))
                     : std::unexpected(connected.error());
}

sim::Result<ModbusMaster> ModbusMaster::overSerial(const SerialParameters& line,
                                                   int unit,
                                                   std::chrono::milliseconds timeout) {
    auto link = std::make_unique<Link>();
    link->place = line.device;
    link->peer = link->place + ", unit " + std::to_string(unit);
    link->framing = Framing::Rtu;
    link->unit = unit;
    link->timeout = timeout;
    link->context = modbus_new_rtu(line.device.c_str(), line.baud, line.parity, 8, 1);
    const sim::Result<void> connected = link->connect();
    return connected ? sim::Result<ModbusMaster>(ModbusMaster(std::move(link)))
                     : std::unexpected(connected.error());
}

void ModbusMaster::setRetries(int count) {
    m_link->retries = count;
}

sim::Result<void> ModbusMaster::setUnit(int unit) {
    if (modbus_set_slave(m_link->context, unit) != 0) {
        return failed(m_link->peer + ": unit " + std::to_string(unit) + " cannot be asked");
    }
    m_link->unit = unit;
    m_link->peer = m_link->place + ", unit " + std::to_string(unit);
    return {};
}

sim::Result<void> ModbusMaster::reconnect() {
    modbus_close(m_link->context);
    return m_link->connect();
}

Presence ModbusMaster::probe() {
    std::uint16_t word = 0;
    const int got =
        m_link->exchange([&] { return modbus_read_registers(m_link->context, 0, 1, &word); });
    if (got == 1) {
        return Presence::There;
    }
    const int exception = errno - MODBUS_ENOBASE;
    if (exception > 0 && exception < MODBUS_EXCEPTION_MAX) {
        const bool isGateway = exception == MODBUS_EXCEPTION_GATEWAY_PATH ||
                               exception == MODBUS_EXCEPTION_GATEWAY_TARGET;
        return isGateway ? Presence::Silent : Presence::There;
    }
    if (errno == ETIMEDOUT || errno == EAGAIN) {
        return Presence::Silent;
    }
    if (Link::isGarbled(errno)) {
        modbus_flush(m_link->context);
        return Presence::Garbled;
    }
    return Presence::Lost;
}

sim::Result<std::vector<std::uint16_t>> ModbusMaster::read(std::uint16_t firstNumber, int count) {
    std::vector<std::uint16_t> words(static_cast<std::size_t>(count));
    for (int done = 0; done < count; done += kReadCountMax) {
        const int part = std::min(kReadCountMax, count - done);
        const int address = firstNumber - 1 + done;
        const int got = m_link->exchange([&] {
            return modbus_read_registers(m_link->context, address, part, words.data() + done);
        });
        if (got != part) {
            return m_link->requestError();
        }
    }
    return words;
}

sim::Result<void> ModbusMaster::write(std::uint16_t firstNumber,
                                      std::span<const std::uint16_t> words) {
    const int address = firstNumber - 1;
    const int count = static_cast<int>(words.size());
    const int written = m_link->exchange([&] {
        return count == 1 ? modbus_write_register(m_link->context, address, words[0])
                          : modbus_write_registers(m_link->context, address, count, words.data());
    });
    if (written != count && m_link->unit != MODBUS_BROADCAST_ADDRESS) {
        return m_link->requestError();
    }
    return {};
}

sim::Result<ReportedId> ModbusMaster::reportId() {
    std::array<std::uint8_t, kReportSizeMax> bytes{};
    const int count = m_link->exchange([&] {
        return modbus_report_slave_id(m_link->context, static_cast<int>(bytes.size()),
                                      bytes.data());
    });
    if (count < 0) {
        return m_link->requestError();
    }
    if (count < 2) {
        return failed(m_link->peer + ": the answer to function 17 is too short");
    }
    return ReportedId{.id = bytes[0],
                      .isRunning = bytes[1] == 0xFF,
                      .text = readable(std::string(bytes.begin() + 2, bytes.begin() + count))};
}

sim::Result<IdentityObjects> ModbusMaster::deviceIdentification() {
    const ExchangeLink link{.descriptor = modbus_get_socket(m_link->context),
                            .framing = m_link->framing,
                            .unit = static_cast<std::uint8_t>(m_link->unit),
                            .timeout = m_link->timeout};
    IdentityObjects objects;
    std::uint8_t next = 0;
    for (int request = 0; request < kIdentityRequestsMax; ++request) {
        auto pdu = exchangeIdentity(link, next);
        for (int retry = 0; !pdu && retry < m_link->retries; ++retry) {
            modbus_flush(m_link->context);
            pdu = exchangeIdentity(link, next);
        }
        if (!pdu) {
            return failed(m_link->peer + ": " + pdu.error().text);
        }
        if ((pdu->front() & 0x80U) != 0) {
            return failed(m_link->peer + ": " + exceptionText(pdu->at(1)));
        }
        std::size_t at = 7;
        for (int object = 0; object < pdu->at(6); ++object) {
            const std::size_t size = pdu->at(at + 1);
            const auto text = pdu->begin() + static_cast<std::ptrdiff_t>(at + 2);
            objects.emplace_back(
                pdu->at(at), readable(std::string(text, text + static_cast<std::ptrdiff_t>(size))));
            at += 2 + size;
        }
        if (pdu->at(4) == 0) {
            return objects;
        }
        next = pdu->at(5);
    }
    return failed(m_link->peer + ": the device identification does not end");
}

} // namespace meter::app
