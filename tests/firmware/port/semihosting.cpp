// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/firmware/port/semihosting.hpp"

#include <array>
#include <cstring>

namespace meter::port {

namespace {

// Semihosting for AArch32 and AArch64, release 2.0: operation numbers.
constexpr std::uint32_t kSysOpen = 0x01;
constexpr std::uint32_t kSysWrite0 = 0x04;
constexpr std::uint32_t kSysRead = 0x06;
constexpr std::uint32_t kSysExitExtended = 0x20;
constexpr std::uintptr_t kModeReadBinary = 1;
constexpr std::uintptr_t kApplicationExit = 0x20026;

std::uintptr_t call(std::uint32_t operation, const void* argument) {
    register std::uintptr_t r0 asm("r0") = operation;
    register const void* r1 asm("r1") = argument;
    asm volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

} // namespace

void print(const char* text) {
    call(kSysWrite0, text);
}

int openForReading(const char* path) {
    const std::array<std::uintptr_t, 3> block = {reinterpret_cast<std::uintptr_t>(path),
                                                 kModeReadBinary, std::strlen(path)};
    return static_cast<int>(call(kSysOpen, block.data()));
}

bool readAll(int handle, std::span<std::byte> bytes) {
    const std::array<std::uintptr_t, 3> block = {static_cast<std::uintptr_t>(handle),
                                                 reinterpret_cast<std::uintptr_t>(bytes.data()),
                                                 bytes.size()};
    return call(kSysRead, block.data()) == 0; // What was not read.
}

void exitWith(int status) {
    const std::array<std::uintptr_t, 2> block = {kApplicationExit,
                                                 static_cast<std::uintptr_t>(status)};
    call(kSysExitExtended, block.data());
    while (true) {
    }
}

} // namespace meter::port
