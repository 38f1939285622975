// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads registers as a master on the line would, in memory: through requests and answers, with
// the scale factors that the meter itself gives. It asks a copy, so that looking never changes
// what is looked at (the communication icon, the log's read collisions).

#include "core/meter.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/registers/register_value.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

struct RegisterReading {
    enum class State : std::uint8_t { Valid, Invalid, NoAnswer };
    State state = State::NoAnswer;
    double value = 0.0; ///< In the unit of the point map.
    bool isFloat = false;
    std::uint16_t number = 0; ///< The register that was read.

    [[nodiscard]] bool isValid() const { return state == State::Valid; }
};

/// Digits that read back as the same value; empty if invalid.
[[nodiscard]] std::string readingText(const RegisterReading& reading);

class RegisterReader final {
public:
    explicit RegisterReader(const Factory& factory);
    ~RegisterReader();
    RegisterReader(const RegisterReader&) = delete;
    RegisterReader& operator=(const RegisterReader&) = delete;

    /// Takes the state of this moment; readings are of the last look.
    void look(const Meter& meter);

    /// By name: the finer of integer and float (energies and pulse counts: the float below 2²⁴
    /// counts, the integer from there on). By number: that register.
    [[nodiscard]] RegisterReading read(const RegisterChoice& choice);

    /// Nothing if the meter does not answer or refuses.
    [[nodiscard]] std::optional<std::vector<std::uint16_t>> words(std::uint16_t number,
                                                                  std::uint16_t count);

private:
    struct Impl;

    RegisterReading readRow(const NamedRegister& named, std::uint16_t number);

    std::unique_ptr<Impl> m_impl;
};

} // namespace meter::sim
