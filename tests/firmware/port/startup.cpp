// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reset handler and vector table of a bare Cortex-M4.

#include "tests/firmware/port/semihosting.hpp"
#include "tests/firmware/port/stack_depth.hpp"

#include <cstdint>

extern "C" {
extern std::uint32_t linkerDataLoad[];
extern std::uint32_t linkerDataStart[];
extern std::uint32_t linkerDataEnd[];
extern std::uint32_t linkerBssStart[];
extern std::uint32_t linkerBssEnd[];

int main();

[[noreturn]] void resetHandler() {
    // Coprocessor access control: full access to the FPU, before its first instruction.
    *reinterpret_cast<volatile std::uint32_t*>(0xE000'ED88U) |= 0xFU << 20U;
    asm volatile("dsb\n isb");
    const std::uint32_t* from = linkerDataLoad;
    for (std::uint32_t* to = linkerDataStart; to != linkerDataEnd; ++to, ++from) {
        *to = *from;
    }
    for (std::uint32_t* to = linkerBssStart; to != linkerBssEnd; ++to) {
        *to = 0;
    }
    // Paint what is below the stack pointer, so that the depth can be told afterwards.
    std::uint32_t* const top = static_cast<std::uint32_t*>(__builtin_frame_address(0)) - 64;
    for (std::uint32_t* to = linkerStackBottom; to < top; ++to) {
        *to = meter::port::kStackPaint;
    }
    meter::port::exitWith(main());
}

[[noreturn]] void faultHandler() {
    meter::port::print("processor fault\n");
    meter::port::exitWith(3);
}
}

namespace {

using Handler = void (*)();

struct VectorTable {
    std::uint32_t* stackTop;
    Handler reset;
    Handler faults[14];
};

} // namespace

extern "C" [[gnu::section(".vectors"), gnu::used]] const VectorTable vectorTable = {
    linkerStackTop,
    resetHandler,
    {faultHandler, faultHandler, faultHandler, faultHandler, faultHandler, faultHandler,
     faultHandler, faultHandler, faultHandler, faultHandler, faultHandler, faultHandler,
     faultHandler, faultHandler},
};
