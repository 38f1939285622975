// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person wants written, in words: "system_type=31", "ct_primary=400 A", "133=200". A name
// takes its value in the unit of the point map, a number the word of the register, as the guide
// says. Only the text is judged here; what the register takes is the meter's to say.

#include "sim/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meter::app {

struct WriteRequest {
    std::uint16_t number = 0;
    std::string name; ///< Empty where the point map has none.
    double value = 0.0;
    std::string unit;
    std::uint16_t word = 0; ///< What goes over the wire.
    bool isByName = false;
};

/// NAME=VALUE or NUMBER=WORD. A name must be writable; a number that is not goes out as it is,
/// and the meter answers.
[[nodiscard]] sim::Result<WriteRequest> writeRequestOf(std::string_view text);

/// "ct_primary takes 20..5000 A": in the unit that the request was given in; empty: not known.
[[nodiscard]] std::string rangeTextOf(const WriteRequest& request);

/// Requests of a list that go out together: neighbours, ascending, as they stand in the list.
struct WriteBlock {
    std::uint16_t number = 0;
    std::vector<std::uint16_t> words;
    std::vector<WriteRequest> requests;
};

/// `isJoined`: several registers in one request where they can be, up to 123.
[[nodiscard]] std::vector<WriteBlock> writeBlocksOf(const std::vector<WriteRequest>& requests,
                                                    bool isJoined);

} // namespace meter::app
