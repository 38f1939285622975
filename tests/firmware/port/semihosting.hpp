// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// ARM semihosting: how a program under QEMU reads files of the host, prints and ends.

#include <cstddef>
#include <cstdint>
#include <span>

namespace meter::port {

void print(const char* text);
/// Opens a file of the host for reading; negative: it cannot be.
int openForReading(const char* path);
/// True if all of `bytes` was read.
bool readAll(int handle, std::span<std::byte> bytes);
[[noreturn]] void exitWith(int status);

} // namespace meter::port
