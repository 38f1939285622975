// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modbus/pdu_server.hpp"

#include "core/base/assert.hpp"
#include "core/base/byte_order.hpp"
#include "core/base/crc16.hpp"
#include "core/modbus/device_identity.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "core/registers/register_bank.hpp"

#include <array>
#include <cstring>

namespace meter::modbus {

namespace {

using Request = std::span<const std::byte>;
using Response = std::span<std::byte>;

/// What a handler wrote behind the function code, or why it did not.
struct Answer {
    ExceptionCode code = ExceptionCode::None;
    std::size_t size = 0; ///< Of the PDU, function code included.
};

constexpr Answer refused(ExceptionCode code) {
    return {code, 0};
}

constexpr std::size_t kReadRequestSize = 5;
constexpr std::size_t kWriteSingleRequestSize = 5;
constexpr std::size_t kWriteMultipleHeaderSize = 6;
constexpr std::size_t kIdentificationRequestSize = 4;
constexpr std::uint8_t kMeiDeviceIdentification = 0x0E;
constexpr std::uint8_t kReadIdBasic = 0x01;
constexpr std::uint8_t kReadIdRegular = 0x02;
constexpr std::uint8_t kReadIdExtended = 0x03;

std::uint32_t registerNumberAt(Request request, std::size_t offset) {
    return readBigEndian16(request, offset) + 1U;
}

bool isReadLength(Request request) {
    return request.size() == kReadRequestSize;
}

bool isWriteSingleLength(Request request) {
    return request.size() == kWriteSingleRequestSize;
}

bool isWriteMultipleLength(Request request) {
    return request.size() >= kWriteMultipleHeaderSize &&
           request.size() == kWriteMultipleHeaderSize + byteAt(request, 5);
}

bool isReportLength(Request request) {
    return request.size() == 1;
}

bool isEncapsulatedLength(Request request) {
    // What other MEI types look like is theirs: they are refused by type, not by length.
    return request.size() >= 2 && (byteAt(request, 1) != kMeiDeviceIdentification ||
                                   request.size() == kIdentificationRequestSize);
}

Answer serveRead(MeterControl& control, Request request, Response response) {
    const std::size_t quantity = readBigEndian16(request, 3);
    if (quantity == 0 || quantity > kReadQuantityMax) {
        return refused(ExceptionCode::IllegalDataValue);
    }
    std::array<std::uint16_t, kReadQuantityMax> buffer{};
    const std::span words = std::span(buffer).first(quantity);
    const ExceptionCode code = readRegisters(control, registerNumberAt(request, 1), words);
    if (code != ExceptionCode::None) {
        return refused(code);
    }
    response[1] = static_cast<std::byte>(2 * quantity);
    std::size_t size = 2;
    for (const std::uint16_t word : words) {
        writeBigEndian16(response, size, word);
        size += 2;
    }
    return {ExceptionCode::None, size};
}

Answer serveWriteSingle(MeterControl& control, Request request, Response response) {
    const std::uint16_t word = readBigEndian16(request, 3);
    const ExceptionCode code =
        writeRegisters(control, registerNumberAt(request, 1), std::span(&word, 1));
    std::memcpy(response.data(), request.data(), kWriteSingleRequestSize);
    return {code, kWriteSingleRequestSize};
}

Answer serveWriteMultiple(MeterControl& control, Request request, Response response) {
    const std::size_t quantity = readBigEndian16(request, 3);
    if (quantity == 0 || quantity > kWriteQuantityMax || byteAt(request, 5) != 2 * quantity) {
        return refused(ExceptionCode::IllegalDataValue);
    }
    std::array<std::uint16_t, kWriteQuantityMax> buffer{};
    for (std::size_t i = 0; i < quantity; ++i) {
        buffer[i] = readBigEndian16(request, kWriteMultipleHeaderSize + (2 * i));
    }
    const ExceptionCode code =
        writeRegisters(control, registerNumberAt(request, 1), std::span(buffer).first(quantity));
    constexpr std::size_t kEchoSize = 5;
    std::memcpy(response.data(), request.data(), kEchoSize);
    return {code, kEchoSize};
}

Answer serveReport(MeterControl& control, Request /*request*/, Response response) {
    const BootSystem system = control.factory().bootSystem;
    const std::size_t textSize = writeReportText(system, response.subspan(4));
    response[1] = static_cast<std::byte>(2 + textSize);
    response[2] = static_cast<std::byte>(kReportId);
    response[3] = static_cast<std::byte>(system == BootSystem::Operating ? kRunStatusOperating
                                                                         : kRunStatusReset);
    return {ExceptionCode::None, 4 + textSize};
}

Answer serveIdentification(MeterControl& /*control*/, Request request, Response response) {
    if (byteAt(request, 1) != kMeiDeviceIdentification) {
        return refused(ExceptionCode::IllegalFunction);
    }
    const std::uint8_t code = byteAt(request, 2);
    if (code != kReadIdBasic && code != kReadIdRegular && code != kReadIdExtended) {
        return refused(ExceptionCode::IllegalDataValue);
    }
    const std::uint8_t asked = byteAt(request, 3);
    const std::size_t first = asked < kIdentityObjectCount ? asked : 0;
    response[1] = static_cast<std::byte>(kMeiDeviceIdentification);
    response[2] = static_cast<std::byte>(code);
    response[3] = static_cast<std::byte>(kConformityBasic);
    response[4] = std::byte{0}; // no more follows
    response[5] = std::byte{0}; // next object
    response[6] = static_cast<std::byte>(kIdentityObjectCount - first);
    std::size_t size = 7;
    for (std::size_t object = first; object < kIdentityObjectCount; ++object) {
        const std::size_t textSize = writeIdentityObject(object, response.subspan(size + 2));
        response[size] = static_cast<std::byte>(object);
        response[size + 1] = static_cast<std::byte>(textSize);
        size += 2 + textSize;
    }
    return {ExceptionCode::None, size};
}

struct Handler {
    FunctionCode function;
    bool isWrite; ///< Acts when broadcast.
    bool (*isLengthFitting)(Request);
    Answer (*serve)(MeterControl&, Request, Response);
};

// With its type written out: GCC 12 puts a deduced constexpr array of this kind into RAM.
constexpr std::array<Handler, 6> kHandlers = {{
    {FunctionCode::ReadHoldingRegisters, false, isReadLength, serveRead},
    {FunctionCode::ReadInputRegisters, false, isReadLength, serveRead},
    {FunctionCode::WriteSingleRegister, true, isWriteSingleLength, serveWriteSingle},
    {FunctionCode::WriteMultipleRegisters, true, isWriteMultipleLength, serveWriteMultiple},
    {FunctionCode::ReportServerId, false, isReportLength, serveReport},
    {FunctionCode::EncapsulatedInterface, false, isEncapsulatedLength, serveIdentification},
}};

const Handler* handlerOf(std::uint8_t function) {
    for (const Handler& handler : kHandlers) {
        if (static_cast<std::uint8_t>(handler.function) == function) {
            return &handler;
        }
    }
    return nullptr;
}

bool isAnswering(const MeterControl& control, std::uint8_t function) {
    if (control.factory().bootSystem == BootSystem::Reset) {
        return function == static_cast<std::uint8_t>(FunctionCode::ReportServerId);
    }
    return control.readings().isMeasuring;
}

} // namespace

bool isLengthFitting(std::span<const std::byte> request) {
    if (request.empty()) {
        return false;
    }
    const Handler* handler = handlerOf(byteAt(request, 0));
    return handler == nullptr || handler->isLengthFitting(request);
}

std::span<const std::byte>
writeException(std::span<std::byte> response, std::uint8_t function, ExceptionCode code) {
    response[0] = static_cast<std::byte>(function | kExceptionFlag);
    response[1] = static_cast<std::byte>(code);
    return response.first(2);
}

std::span<const std::byte>
servePdu(MeterControl& control, std::span<const std::byte> request, std::span<std::byte> response) {
    METER_ASSERT(response.size() >= kPduSizeMax);
    if (request.empty() || request.size() > kPduSizeMax) {
        return {};
    }
    const std::uint8_t function = byteAt(request, 0);
    if (!isAnswering(control, function)) {
        return {};
    }
    const Handler* handler = handlerOf(function);
    if (handler == nullptr) {
        return writeException(response, function, ExceptionCode::IllegalFunction);
    }
    if (!handler->isLengthFitting(request)) {
        return writeException(response, function, ExceptionCode::IllegalDataValue);
    }
    const Answer answer = handler->serve(control, request, response);
    if (answer.code != ExceptionCode::None) {
        return writeException(response, function, answer.code);
    }
    response[0] = static_cast<std::byte>(function);
    return response.first(answer.size);
}

std::span<const std::byte> serveFrame(MeterControl& control,
                                      std::uint8_t address,
                                      std::span<const std::byte> frame,
                                      std::span<std::byte> response) {
    METER_ASSERT(response.size() >= kAduRtuSizeMax);
    if (frame.size() > kAduRtuSizeMax || !hasValidCrc(frame)) {
        return {};
    }
    const std::uint8_t asked = byteAt(frame, 0);
    const std::span<const std::byte> request = frame.subspan(1, frame.size() - 3);
    const std::uint8_t function = byteAt(request, 0);
    // An exception code is somebody's answer, perhaps the echo of our own: never a request.
    if ((asked != address && asked != kBroadcastAddress) || (function & kExceptionFlag) != 0 ||
        !isLengthFitting(request)) {
        return {};
    }
    if (asked == kBroadcastAddress) {
        const Handler* handler = handlerOf(function);
        if (handler != nullptr && handler->isWrite) {
            servePdu(control, request, response.subspan(1));
        }
        return {};
    }
    const std::size_t size = servePdu(control, request, response.subspan(1)).size();
    if (size == 0) {
        return {};
    }
    response[0] = static_cast<std::byte>(address);
    writeLittleEndian16(response, 1 + size, crc16(response.first(1 + size)));
    return response.first(1 + size + 2);
}

} // namespace meter::modbus
