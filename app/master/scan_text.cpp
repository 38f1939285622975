// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/scan_text.hpp"

#include "sim/line/master_pdu.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>

namespace meter::app {
namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char letter : text) {
        out += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return out + "\"";
}

std::string descriptionOf(const FoundUnit& unit) {
    return unit.identity.report ? unit.identity.report->text : std::string{};
}

std::string objectsOf(const FoundUnit& unit) {
    std::string text;
    for (const auto& [object, value] : unit.identity.objects) {
        text += (text.empty() ? "" : " ") + value;
    }
    return text;
}

} // namespace

std::string csvHeadOfScan() {
    return "unit,baud,parity,state,exception,description,identification\n";
}

std::string csvOfFound(const FoundUnit& unit) {
    return std::to_string(unit.unit) + "," + (unit.baud == 0 ? "" : std::to_string(unit.baud)) +
           "," + unit.parity + "," + nameOf(unit.state) + "," +
           (unit.exception == 0 ? "" : std::to_string(unit.exception)) + "," +
           quoted(descriptionOf(unit)) + "," + quoted(objectsOf(unit)) + "\n";
}

std::string textOfFound(const FoundUnit& unit) {
    std::string number = std::to_string(unit.unit);
    number.resize(std::max<std::size_t>(number.size(), 3), ' ');
    std::string text = "unit " + number;
    text += unit.baud == 0 ? "" : "  " + std::to_string(unit.baud) + " " + unit.parity;
    const std::string description = descriptionOf(unit);
    const std::string objects = objectsOf(unit);
    text += description.empty() ? "" : "  " + description;
    text += objects.empty() ? "" : "  [" + objects + "]";
    if (unit.state == UnitState::Refusal) {
        text += "  refuses: " + sim::exceptionText(unit.exception);
    } else if (unit.state == UnitState::Nonsense) {
        text += "  answers, but cannot be understood";
    }
    return text + "\n";
}

std::string jsonOfFound(const std::vector<FoundUnit>& units) {
    using nlohmann::ordered_json;
    ordered_json list = ordered_json::array();
    for (const FoundUnit& unit : units) {
        ordered_json one = {{"unit", unit.unit},
                            {"state", nameOf(unit.state)},
                            {"exception", nullptr},
                            {"identity", nullptr}};
        if (unit.exception != 0) {
            one["exception"] = unit.exception;
        }
        for (const auto& [name, value] : identityFieldsOf(unit.identity)) {
            one["identity"][name] = value;
        }
        if (unit.baud != 0) {
            one["baud"] = unit.baud;
            one["parity"] = unit.parity;
        }
        list.push_back(std::move(one));
    }
    // Whatever bytes a device sends: what is no UTF-8 is shown as replaced.
    return list.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace meter::app
