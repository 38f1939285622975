// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The door that libFuzzer knocks at; METERTWIN_FUZZ_TARGET is the target's number.
#include "tests/fuzz/targets.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const meter::test::FuzzTarget& target = meter::test::kFuzzTargets[METERTWIN_FUZZ_TARGET];
    const meter::test::Complaint complaint = target.run(std::as_bytes(std::span(data, size)));
    if (complaint) {
        std::fprintf(stderr, "%s\n", complaint->c_str());
        std::abort();
    }
    return 0;
}
