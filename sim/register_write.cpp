// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/register_write.hpp"

#include "core/modbus/pdu.hpp"

#include <array>
#include <cstddef>

namespace meter::sim {

namespace {

constexpr std::size_t kWriteCountMax = 123; ///< Registers in one request of function 16.

void append(std::vector<std::byte>& bytes, std::uint16_t word) {
    bytes.push_back(static_cast<std::byte>(word >> 8U));
    bytes.push_back(static_cast<std::byte>(word & 0xFFU));
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
        } else if ((answer.front() & std::byte{0x80}) != std::byte{0} && answer.size() > 1) {
            complaints.push_back(nameOf(run) + " was refused with exception " +
                                 std::to_string(std::to_integer<int>(answer[1])));
        }
    }
    return complaints;
}

} // namespace meter::sim
