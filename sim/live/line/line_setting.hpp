// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a master has set its side of a virtual port, as far as that can be known, and whether a
// meter would understand it. At a pseudo-terminal: whether parity is on is not kept at a
// pseudo-terminal, so parity is judged by what is: odd or not, and input checking, and
// never refused wrongly.

#include "core/settings/settings.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace meter::sim::live {

enum class PortParity : std::uint8_t { None, Odd, Even, Mark, Space };

/// Stop bits are left out: a receiver looks for one, whatever the other side sends.
struct CharacterFormat {
    std::uint8_t dataBits = 8;
    PortParity parity = PortParity::None;

    friend bool operator==(const CharacterFormat&, const CharacterFormat&) = default;
};

struct MasterSetting {
    std::uint32_t baudRate = 0;
    bool isParityOdd = false;    ///< PARODD.
    bool isInputChecked = false; ///< INPCK: masters built on libmodbus, set to even or odd.
    /// Where the carrier tells it (RFC 2217): compared fully, and the two above mean nothing.
    std::optional<CharacterFormat> format{};

    friend bool operator==(const MasterSetting&, const MasterSetting&) = default;
};

/// Why a meter so set does not understand the master; nothing if it does.
[[nodiscard]] std::optional<std::string> mismatchOf(const MasterSetting& master,
                                                    const Settings& meter);

/// "19200 8N1"; one stop bit with any parity.
[[nodiscard]] std::string lineText(const Settings& meter);

/// Bits of a character on the wire: start, 8 data, parity if there is one, stop.
[[nodiscard]] unsigned characterBits(Parity parity);

} // namespace meter::sim::live
