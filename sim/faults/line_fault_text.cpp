// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/line_fault_text.hpp"

#include "sim/faults/line_fault_table.hpp"
#include "sim/keys/value_rule.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace meter::sim {

namespace {

using Form = LineFaultForm;

std::string listText(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) {
        text += (text.empty() ? "" : ", ") + item;
    }
    return items.size() == 1 ? text : "[" + text + "]";
}

std::string numbersText(const std::vector<std::uint8_t>& numbers) {
    std::vector<std::string> items;
    for (const std::uint8_t number : numbers) {
        items.push_back(std::to_string(number));
    }
    return listText(items);
}

std::string registersText(const std::vector<RegisterSpan>& spans) {
    std::vector<std::string> items;
    for (const RegisterSpan& span : spans) {
        items.push_back(span.first == span.last
                            ? std::to_string(span.first)
                            : std::to_string(span.first) + "-" + std::to_string(span.last));
    }
    return listText(items);
}

std::string bytesText(const std::vector<std::byte>& bytes) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<std::size_t>(byte);
        text += text.empty() ? "" : " ";
        text += kDigits[value / 16];
        text += kDigits[value % 16];
    }
    return "\"" + text + "\"";
}

/// Empty: as if it had not been written.
std::string parameterText(const LineFaultParameter& parameter,
                          const LineFault& fault,
                          const LineFault& defaults) {
    switch (parameter.form) {
    case Form::One: {
        const std::optional<double> value = parameter.get(fault);
        const bool isDefault = value == parameter.get(defaults);
        return value && !isDefault ? valueText(parameter.rule, *value) : std::string{};
    }
    case Form::Functions:
        return fault.functions.empty() ? std::string{} : numbersText(fault.functions);
    case Form::Registers:
        return fault.registers.empty() ? std::string{} : registersText(fault.registers);
    case Form::Units:
        if (fault.isForAllUnits) {
            return "all";
        }
        return fault.units.empty() ? std::string{} : numbersText(fault.units);
    case Form::Bytes:
        return fault.bytes.empty() ? std::string{} : bytesText(fault.bytes);
    }
    return {};
}

} // namespace

std::string lineFaultText(const LineFault& fault) {
    const LineFaultKey& key = lineFaultKey(fault.kind);
    std::string text;
    std::size_t written = 0;
    std::string main;
    for (const auto parameters : {key.parameters, lineFaultFilters()}) {
        for (const LineFaultParameter& parameter : parameters) {
            const bool isMain = parameter.name == key.mainParameter;
            std::string value = parameterText(parameter, fault, key.defaults);
            if (value.empty() && isMain && parameter.get(fault)) {
                value = valueText(parameter.rule, *parameter.get(fault));
            }
            if (value.empty()) {
                continue;
            }
            ++written;
            main = isMain ? value : main;
            text += (text.empty() ? "" : ", ") + std::string(parameter.name) + ": " + value;
        }
    }
    return written == 1 && !main.empty() ? main : "{" + text + "}";
}

std::string lineFaultsText(const LineAction& action) {
    std::string text;
    for (const LineFaultGroup& group : action.groups) {
        std::string faults;
        for (const LineFault& fault : group.faults) {
            faults += (faults.empty() ? "" : ", ") + lineFaultText(fault);
        }
        if (group.faults.empty()) {
            faults = "false";
        } else if (group.faults.size() > 1) {
            faults = "[" + faults + "]";
        }
        text +=
            (text.empty() ? "" : ", ") + std::string(lineFaultKey(group.kind).name) + ": " + faults;
    }
    return "{" + text + "}";
}

} // namespace meter::sim
