// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/meter_values.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace meter::app {
namespace {

std::string subjectOf(const ReadRequest& request) {
    if (!request.name.empty()) {
        return request.name;
    }
    const int last = request.number + request.count - 1;
    return request.count == 1
               ? "register " + std::to_string(request.number)
               : "registers " + std::to_string(request.number) + "-" + std::to_string(last);
}

/// Reads until nothing is missing for the requests.
std::optional<MasterError>
fetch(ModbusMaster& master, std::span<const ReadRequest> requests, sim::RegisterWords& known) {
    while (true) {
        const auto ranges = sim::missingRanges(requests, known);
        if (ranges.empty()) {
            return std::nullopt;
        }
        for (const sim::RegisterRange& range : ranges) {
            const auto words = master.read(range.number, range.count);
            if (!words) {
                return words.error();
            }
            known.put(range.number, *words);
        }
    }
}

} // namespace

std::vector<RequestValues> readEach(ModbusMaster& master,
                                    const std::vector<ReadRequest>& requests) {
    sim::RegisterWords known;
    auto failure = fetch(master, requests, known);
    std::vector<RequestValues> results;
    for (const ReadRequest& request : requests) {
        const std::span<const ReadRequest> one(&request, 1);
        std::optional<MasterError> own;
        if (failure && !sim::missingRanges(one, known).empty()) {
            const bool isRefused = failure->kind == MasterError::Kind::Exception;
            own = isRefused ? fetch(master, one, known) : failure;
            if (own && own->kind != MasterError::Kind::Exception) {
                failure = own; // Nobody is there any more: the others need not be asked.
            }
        }
        results.push_back(own ? RequestValues(std::unexpected(*own))
                              : RequestValues(sim::valuesOf(one, known)));
    }
    return results;
}

MeterReading readMeter(ModbusMaster& master, const std::vector<ReadRequest>& requests) {
    MeterReading reading;
    const auto results = readEach(master, requests);
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (!results[i]) {
            reading.failure = results[i].error();
            reading.failure->text =
                "reading " + subjectOf(requests[i]) + ": " + reading.failure->text;
            return reading;
        }
        reading.values.insert(reading.values.end(), results[i]->begin(), results[i]->end());
    }
    return reading;
}

std::string textOfValues(const std::vector<MeterValue>& values) {
    std::size_t nameWidth = 0;
    for (const MeterValue& value : values) {
        nameWidth = std::max(nameWidth, value.name.size());
    }
    std::string text;
    for (const MeterValue& value : values) {
        const std::string number = std::to_string(value.number);
        text += number + std::string(number.size() < 6 ? 6 - number.size() : 1, ' ');
        if (nameWidth > 0) {
            text += value.name + std::string(nameWidth - value.name.size() + 2, ' ');
        }
        text += sim::numberTextOf(value);
        if (value.value && !value.unit.empty()) {
            text += " " + value.unit;
        }
        text += "\n";
    }
    return text;
}

namespace {

nlohmann::ordered_json listOf(const std::vector<MeterValue>& values) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const MeterValue& value : values) {
        nlohmann::ordered_json entry = {{"register", value.number}};
        entry["name"] = nullptr;
        if (!value.name.empty()) {
            entry["name"] = value.name;
        }
        entry["value"] = nullptr;
        if (value.value && value.decimals == 0) {
            entry["value"] = static_cast<std::int64_t>(*value.value);
        } else if (value.value) {
            // As the digits say: 277.0 V read in steps of 0.1 V is no 276.99999999999994.
            entry["value"] = nlohmann::ordered_json::parse(sim::numberTextOf(value));
        }
        entry["unit"] = value.unit;
        entry["words"] = value.words;
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace

std::string jsonOfValues(const std::vector<MeterValue>& values) {
    return listOf(values).dump(2) + "\n";
}

std::string jsonLineOfValues(const std::vector<MeterValue>& values) {
    return listOf(values).dump();
}

std::string csvOfValues(const std::vector<MeterValue>& values) {
    std::string text = "register,name,value,unit\n";
    for (const MeterValue& value : values) {
        text += std::to_string(value.number) + "," + value.name + "," +
                (value.value ? sim::numberTextOf(value) : "") + "," + value.unit + "\n";
    }
    return text;
}

} // namespace meter::app
