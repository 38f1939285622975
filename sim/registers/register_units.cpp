// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/registers/register_units.hpp"

#include "sim/registers/register_value.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace meter::sim {

namespace {

std::unexpected<Error> refused(std::string text) {
    return std::unexpected(Error{std::move(text)});
}

std::string shown(std::string_view text) {
    return "`" + std::string(text.substr(0, 60)) + "`";
}

/// The point map's units are those of quantities, but for ratios, pulses and nothing.
std::optional<Quantity> unitQuantity(std::string_view unit) {
    if (unit.empty() || unit == "ratio" || unit == "pulses") {
        return std::nullopt;
    }
    const Result<Quantity> one = parseQuantity("1 " + std::string(unit));
    return one ? std::optional(*one) : std::nullopt;
}

} // namespace

Result<RegisterChoice> registerByNameOrNumber(std::string_view text) {
    const std::string_view name = trimmed(text);
    if (const std::optional<double> number = parseNumber(name)) {
        if (*number < 1.0 || *number > 65535.0 || *number != std::floor(*number)) {
            return refused(shown(name) + " is not a register; numbers go from 1 to 65535");
        }
        const auto registerNumber = static_cast<std::uint16_t>(*number);
        return RegisterChoice{registerNumber, namedRegisterAt(registerNumber), false};
    }
    const std::vector<NamedRegister> rows = registersNamed(name);
    if (rows.empty()) {
        const std::string_view nearest = nearestRegisterName(name);
        return refused("unknown register " + shown(name) +
                       (nearest.empty() ? "; `registers` lists their names"
                                        : "; did you mean " + shown(nearest) + "?"));
    }
    return RegisterChoice{rows.front().row->number, rows.front(), true};
}

Result<double> registerQuantity(const RegisterChoice& choice, std::string_view text) {
    const Result<Quantity> value = parseQuantity(text);
    if (!value) {
        return std::unexpected(value.error());
    }
    if (value->dimension == Dimension::None) {
        return value->value;
    }
    const std::string_view unitText = choice.named ? choice.named->text->unit : std::string_view{};
    const std::optional<Quantity> unit = unitQuantity(unitText);
    if (!unit || unit->dimension != value->dimension) {
        return refused(shown(trimmed(text)) + " does not fit: this register is " +
                       (unit ? "in " + std::string(unitText) : "without a unit"));
    }
    return value->value / unit->value;
}

Result<std::uint16_t> registerWord(const RegisterChoice& choice, std::string_view text) {
    const Result<double> value = registerQuantity(choice, text);
    if (!value) {
        return std::unexpected(value.error());
    }
    const Result<Quantity> quantity = parseQuantity(text);
    const bool isWord = !choice.isByName && quantity && quantity->dimension == Dimension::None;
    if (!isWord && choice.named && choice.named->row->isWritable()) {
        // Writable registers have fixed scales, so that no scale factors are needed.
        if (const auto word = wordOf(*choice.named->row, *value, ScaleFactors{})) {
            return *word;
        }
        return refused(shown(trimmed(text)) + " cannot be written to this register: it falls "
                                              "between two steps or outside 16 bits");
    }
    if (*value < 0.0 || *value > 65535.0 || *value != std::floor(*value)) {
        return refused(shown(trimmed(text)) +
                       " is not a register word; it takes a whole number from "
                       "0 to 65535");
    }
    return static_cast<std::uint16_t>(*value);
}

} // namespace meter::sim
