// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/line/line_setting.hpp"

#include <array>

namespace meter::sim::live {
namespace {

std::string parityText(Parity parity) {
    switch (parity) {
    case Parity::Odd:
        return "odd";
    case Parity::Even:
        return "even";
    case Parity::None:
        break;
    }
    return "none";
}

struct ParityName {
    PortParity parity;
    const char* text;
};

constexpr std::array<ParityName, 5> kPortParityNames = {{{PortParity::None, "none"},
                                                         {PortParity::Odd, "odd"},
                                                         {PortParity::Even, "even"},
                                                         {PortParity::Mark, "mark"},
                                                         {PortParity::Space, "space"}}};

std::optional<std::string> mismatchOf(const CharacterFormat& master, const Settings& meter) {
    if (master.dataBits != 8) {
        return "the master is set to " + std::to_string(master.dataBits) +
               " data bits, the meter to 8";
    }
    const std::string mine = parityText(meter.parity);
    const std::string theirs = kPortParityNames[static_cast<std::size_t>(master.parity)].text;
    if (theirs != mine) {
        return "the master's parity is " + theirs + ", the meter's is " + mine;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> mismatchOf(const MasterSetting& master, const Settings& meter) {
    if (master.baudRate != meter.baudRate) {
        return "the master is set to " + std::to_string(master.baudRate) + " baud, the meter to " +
               std::to_string(meter.baudRate);
    }
    if (master.format) {
        return mismatchOf(*master.format, meter);
    }
    const bool isMeterOdd = meter.parity == Parity::Odd;
    if (master.isParityOdd != isMeterOdd) {
        return std::string("the master's parity is ") + (isMeterOdd ? "not odd" : "odd") +
               ", the meter's is " + parityText(meter.parity);
    }
    if (master.isInputChecked && !master.isParityOdd && meter.parity == Parity::None) {
        return "the master's parity is even, the meter's is none";
    }
    return std::nullopt;
}

std::string lineText(const Settings& meter) {
    constexpr const char* kLetters = "OEN"; // In the order of Parity.
    return std::to_string(meter.baudRate) + " 8" +
           kLetters[static_cast<std::size_t>(meter.parity)] + "1";
}

unsigned characterBits(Parity parity) {
    return parity == Parity::None ? 10 : 11;
}

} // namespace meter::sim::live
