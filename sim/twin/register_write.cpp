// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/twin/register_write.hpp"

#include "core/modbus/pdu.hpp"
#include "core/modbus/pdu_server.hpp"
#include "core/modbus/rtu_framer.hpp"

#include <array>
#include <cstddef>

namespace meter::sim {

namespace {

constexpr std::size_t kWriteCountMax = 123; ///< Registers in one request of function 16.

void append(std::vector<std::byte>& bytes, std::uint16_t word) {
    bytes.push_back(static_cast<std::byte>(word >> 8U));
    bytes.push_back(static_cast<std::byte>(word & 0xFFU));
}

std::uint16_t wordAt(std::span<const std::byte> bytes, std::size_t at) {
    return static_cast<std::uint16_t>(std::to_integer<unsigned>(bytes[at]) << 8U |
                                      std::to_integer<unsigned>(bytes[at + 1]));
}

std::vector<std::byte> requestFor(std::span<const RegisterValue> run) {
    const auto address = static_cast<std::uint16_t>(run.front().first - 1U);
    std::vector<std::byte> request;
    if (run.size() == 1) {
        request.push_back(std::byte{0x06});
        append(request, address);
        append(request, run.front().second);
        return request;
    }
    request.push_back(std::byte{0x10});
    append(request, address);
    append(request, static_cast<std::uint16_t>(run.size()));
    request.push_back(static_cast<std::byte>(2 * run.size()));
    for (const RegisterValue& one : run) {
        append(request, one.second);
    }
    return request;
}

/// How many of the first registers follow each other.
std::size_t runLength(std::span<const RegisterValue> registers) {
    std::size_t length = 1;
    while (length < registers.size() && length < kWriteCountMax &&
           registers[length].first == registers[length - 1].first + 1) {
        ++length;
    }
    return length;
}

std::string nameOf(std::span<const RegisterValue> run) {
    std::string name = "the write of register " + std::to_string(run.front().first);
    if (run.size() > 1) {
        name += "..." + std::to_string(run.back().first);
        return name;
    }
    return name + " = " + std::to_string(run.front().second);
}

} // namespace

std::vector<std::string> writeAsMaster(Meter& meter, std::span<const RegisterValue> registers) {
    std::vector<std::string> complaints;
    while (!registers.empty()) {
        const std::span<const RegisterValue> run = registers.first(runLength(registers));
        registers = registers.subspan(run.size());
        if (run.front().first == 0) {
            complaints.push_back("there is no register 0: numbers are those of the guide, from 1");
            continue;
        }
        std::array<std::byte, modbus::kPduSizeMax> response{};
        const std::span<const std::byte> answer = meter.servePdu(requestFor(run), response);
        if (answer.empty()) {
            complaints.push_back(nameOf(run) + " was not answered: the meter has no power or "
                                               "has not measured its first second yet");
        } else if (!isAccepted(answer) && answer.size() > 1) {
            complaints.push_back(nameOf(run) + " was refused with exception " +
                                 std::to_string(std::to_integer<int>(answer[1])));
        }
    }
    return complaints;
}

/// Function 06: function, address, value. Function 16: function, address, quantity, bytes,
/// values.
std::optional<WriteAction> writeOf(std::span<const std::byte> request) {
    constexpr std::size_t kSingleSize = 5;
    constexpr std::size_t kHeaderSize = 6;
    if (request.size() < kSingleSize) {
        return std::nullopt;
    }
    const unsigned number = wordAt(request, 1) + 1U;
    WriteAction action;
    if (request[0] == std::byte{0x06}) {
        action.registers.emplace_back(static_cast<std::uint16_t>(number), wordAt(request, 3));
    } else if (request[0] == std::byte{0x10}) {
        for (std::size_t at = kHeaderSize; at + 1 < request.size(); at += 2) {
            const std::size_t index = (at - kHeaderSize) / 2;
            action.registers.emplace_back(static_cast<std::uint16_t>(number + index),
                                          wordAt(request, at));
        }
    }
    return action.registers.empty() || number > UINT16_MAX ? std::nullopt : std::optional(action);
}

bool isAccepted(std::span<const std::byte> answer) {
    return !answer.empty() && (answer.front() & std::byte{0x80}) == std::byte{0};
}

bool isBroadcastHeard(const Meter& meter, std::span<const std::byte> frame) {
    return frame.size() > 3 && frame.front() == std::byte{modbus::kBroadcastAddress} &&
           meter.isPowered() && meter.readings().isMeasuring && modbus::hasValidCrc(frame) &&
           modbus::isLengthFitting(frame.subspan(1, frame.size() - 3));
}

} // namespace meter::sim
