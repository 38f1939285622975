// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/map_export.hpp"

#include "app/export/export_points.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <utility>

namespace meter::app {
namespace {

using nlohmann::ordered_json;

/// What a format is called elsewhere; by PointFormat.
struct FormatNames {
    const char* mbpoll;
    const char* telegraf;
    const char* homeAssistant;
    const char* thingsboard;
};

constexpr std::array<FormatNames, 4> kNames = {{
    {"4", "UINT16", "uint16", "16uint"},
    {"4", "INT16", "int16", "16int"},
    {"4:int", "UINT32", "uint32", "32uint"},
    {"4:float", "FLOAT32-IEEE", "float32", "32float"},
}};

const FormatNames& namesOf(const ExportPoint& point) {
    return kNames.at(static_cast<std::size_t>(point.format));
}

/// An integer that is scaled stays an integer there, and loses its decimals, unless it is fixed.
std::string telegrafType(const ExportPoint& point) {
    return point.divider == 1 ? namesOf(point).telegraf : "UFIXED";
}

/// "0.01"; always with a point, which TOML wants.
std::string factorText(const ExportPoint& point) {
    return point.divider == 1 ? "1.0" : "0." + std::to_string(point.divider).substr(2) + "1";
}

/// "Real power total".
std::string titleOf(const std::string& name) {
    std::string title = name;
    std::ranges::replace(title, '_', ' ');
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z') {
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    }
    return title;
}

struct DeviceClass {
    std::string_view unit;
    const char* deviceClass; ///< Of Home Assistant; null: it has none for this unit.
    const char* stateClass;
};

constexpr std::array<DeviceClass, 9> kDeviceClasses = {{
    {"kWh", "energy", "total_increasing"},
    {"kVAh", nullptr, "total_increasing"},
    {"kVARh", nullptr, "total_increasing"},
    {"kW", "power", "measurement"},
    {"kVA", nullptr, "measurement"},
    {"kVAR", nullptr, "measurement"},
    {"V", "voltage", "measurement"},
    {"A", "current", "measurement"},
    {"Hz", "frequency", "measurement"},
}};

/// A name for a node that stays the same from export to export: FNV-1a of 64 bits.
std::string idOf(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    }
    std::array<char, 17> id{};
    std::snprintf(id.data(), id.size(), "%016llx", static_cast<unsigned long long>(hash));
    return id.data();
}

std::string decoderScript(const PointBlock& block) {
    ordered_json rows = ordered_json::array();
    constexpr std::array<const char*, 4> kKinds = {"u16", "i16", "u32", "f32"};
    for (const ExportPoint& point : block.points) {
        rows.push_back({point.name, point.address - block.address,
                        kKinds.at(static_cast<std::size_t>(point.format)), point.divider});
    }
    return "// name, offset, format, divider; what the meter has not is null\n"
           "const points = " +
           rows.dump() +
           ";\n"
           "const words = msg.payload;\n"
           "const bytes = Buffer.alloc(words.length * 2);\n"
           "words.forEach((word, i) => bytes.writeUInt16BE(word & 0xFFFF, i * 2));\n"
           "const take = {\n"
           "    u16: at => { const v = bytes.readUInt16BE(at); return v === 0x8000 ? null : v; },\n"
           "    i16: at => { const v = bytes.readInt16BE(at); return v === -32768 ? null : v; },\n"
           "    u32: at => bytes.readUInt32BE(at),\n"
           "    f32: at => { const v = bytes.readFloatBE(at); return isNaN(v) ? null : v; }\n"
           "};\n"
           "msg.payload = {};\n"
           "for (const [name, offset, format, divider] of points) {\n"
           "    const value = take[format](offset * 2);\n"
           "    msg.payload[name] = value === null ? null : value / divider;\n"
           "}\n"
           "return msg;\n";
}

ordered_json readNode(const PointBlock& block,
                      const ExportTarget& target,
                      const std::string& tab,
                      const std::string& client,
                      const std::string& decoder,
                      int y) {
    const std::string title = "registers " + std::to_string(block.address + 1) + "-" +
                              std::to_string(block.address + block.words);
    return {
        {"id", idOf("read " + title)},
        {"type", "modbus-read"},
        {"z", tab},
        {"name", title},
        {"topic", ""},
        {"showStatusActivities", true},
        {"logIOActivities", false},
        {"showErrors", true},
        {"showWarnings", true},
        {"unitid", std::to_string(target.unit)},
        {"dataType", "HoldingRegister"},
        {"adr", std::to_string(block.address)},
        {"quantity", std::to_string(block.words)},
        {"rate", block.points.front().isSetting ? "60" : "5"},
        {"rateUnit", "s"},
        {"delayOnStart", false},
        {"startDelayTime", ""},
        {"server", client},
        {"useIOFile", false},
        {"ioFile", ""},
        {"useIOForPayload", false},
        {"emptyMsgOnFail", false},
        {"x", 180},
        {"y", y},
        {"wires", ordered_json::array({ordered_json::array({decoder}), ordered_json::array()})}};
}

ordered_json thingsboardPoint(const ExportPoint& point) {
    ordered_json entry = {{"tag", point.name},
                          {"type", namesOf(point).thingsboard},
                          {"functionCode", 3},
                          {"objectsCount", point.words},
                          {"address", point.address}};
    if (point.divider != 1) {
        entry["divider"] = point.divider;
    }
    return entry;
}

} // namespace

std::string mbpollLines(const ExportTarget& target) {
    std::string text = "# mbpoll takes the numbers of the guide (-r); -B: most significant "
                       "register first.\n";
    for (const ExportPoint& point : exportPoints()) {
        text += "mbpoll -m tcp -p " + std::to_string(target.tcp.port) + " -a " +
                std::to_string(target.unit) + " -t " + namesOf(point).mbpoll +
                (point.words == 2 ? " -B" : "") + " -r " + std::to_string(point.address + 1) +
                " -c 1 -1 " + target.tcp.host + "  # " + point.name;
        text += point.unit.empty() ? "" : " in " + point.unit;
        text += point.divider == 1 ? "\n" : ", divided by " + std::to_string(point.divider) + "\n";
    }
    return text;
}

std::string telegrafConfiguration(const ExportTarget& target) {
    std::string text = "# Leviton Series 4000-R: input plugin modbus\n[[inputs.modbus]]\n"
                       "  name = \"leviton_4000r\"\n  slave_id = " +
                       std::to_string(target.unit) +
                       "\n  timeout = \"1s\"\n  controller = \"tcp://" + target.tcp.text() +
                       "\"\n  configuration_type = \"register\"\n"
                       "  holding_registers = [\n";
    for (const ExportPoint& point : exportPoints()) {
        const std::string first = std::to_string(point.address);
        text += "    { name = \"" + point.name + "\", byte_order = \"" +
                (point.words == 2 ? "ABCD" : "AB") + "\", data_type = \"" + telegrafType(point) +
                "\", scale = " + factorText(point) + ", address = [" + first +
                (point.words == 2 ? ", " + std::to_string(point.address + 1) : "") + "] }," +
                (point.unit.empty() ? "" : " # " + point.unit) + "\n";
    }
    return text + "  ]\n";
}

std::string homeAssistantConfiguration(const ExportTarget& target) {
    std::string text = "# Leviton Series 4000-R: for configuration.yaml\nmodbus:\n"
                       "  - name: leviton_4000r\n    type: tcp\n    host: \"" +
                       target.tcp.host + "\"\n    port: " + std::to_string(target.tcp.port) +
                       "\n    sensors:\n";
    const std::string unit = std::to_string(target.unit);
    for (const ExportPoint& point : exportPoints()) {
        text +=
            "      - name: \"" + titleOf(point.name) + "\"\n        unique_id: leviton_4000r_" +
            unit + "_" + point.name + "\n        slave: " + unit +
            "\n        address: " + std::to_string(point.address) +
            "\n        input_type: holding\n        data_type: " + namesOf(point).homeAssistant +
            "\n";
        if (point.divider != 1) {
            text += "        scale: " + factorText(point) + "\n        precision: " +
                    std::to_string(std::to_string(point.divider).size() - 1) + "\n";
        } else if (point.format == PointFormat::Float32) {
            text += "        precision: 3\n";
        }
        const auto* const known = std::ranges::find(kDeviceClasses, point.unit, &DeviceClass::unit);
        if (!point.unit.empty() && point.unit != "ratio") {
            text += "        unit_of_measurement: \"" + point.unit + "\"\n";
        }
        if (known != kDeviceClasses.end() && !point.isSetting) {
            text += known->deviceClass == nullptr
                        ? ""
                        : "        device_class: " + std::string(known->deviceClass) + "\n";
            text += "        state_class: " + std::string(known->stateClass) + "\n";
        }
        text += std::string("        scan_interval: ") + (point.isSetting ? "300" : "10") + "\n";
    }
    return text;
}

std::string nodeRedFlow(const ExportTarget& target) {
    const std::string tab = idOf("tab");
    const std::string client = idOf("client");
    const std::string debug = idOf("debug");
    ordered_json flow = ordered_json::array();
    flow.push_back({{"id", tab},
                    {"type", "tab"},
                    {"label", "Leviton Series 4000-R"},
                    {"disabled", false},
                    {"info", "Needs node-red-contrib-modbus."}});
    int y = 80;
    for (const PointBlock& block : blocksOf(exportPoints())) {
        const std::string decoder = idOf("decode " + std::to_string(block.address));
        flow.push_back(readNode(block, target, tab, client, decoder, y));
        flow.push_back({{"id", decoder},
                        {"type", "function"},
                        {"z", tab},
                        {"name", "values"},
                        {"func", decoderScript(block)},
                        {"outputs", 1},
                        {"noerr", 0},
                        {"x", 420},
                        {"y", y},
                        {"wires", ordered_json::array({ordered_json::array({debug})})}});
        y += 60;
    }
    flow.push_back({{"id", debug},
                    {"type", "debug"},
                    {"z", tab},
                    {"name", "meter"},
                    {"active", true},
                    {"tosidebar", true},
                    {"complete", "payload"},
                    {"x", 620},
                    {"y", 80},
                    {"wires", ordered_json::array()}});
    flow.push_back({{"id", client},
                    {"type", "modbus-client"},
                    {"name", "Leviton Series 4000-R"},
                    {"clienttype", "tcp"},
                    {"bufferCommands", true},
                    {"stateLogEnabled", false},
                    {"queueLogEnabled", false},
                    {"failureLogEnabled", true},
                    {"tcpHost", target.tcp.host},
                    {"tcpPort", std::to_string(target.tcp.port)},
                    {"tcpType", "DEFAULT"},
                    {"unit_id", std::to_string(target.unit)},
                    {"commandDelay", "1"},
                    {"clientTimeout", "1000"},
                    {"reconnectOnTimeout", true},
                    {"reconnectTimeout", "2000"},
                    {"parallelUnitIdsAllowed", true}});
    return flow.dump(2) + "\n";
}

std::string thingsboardConnector(const ExportTarget& target) {
    ordered_json timeseries = ordered_json::array();
    ordered_json attributes = ordered_json::array();
    ordered_json updates = ordered_json::array();
    for (const ExportPoint& point : exportPoints()) {
        (point.isSetting ? attributes : timeseries).push_back(thingsboardPoint(point));
        if (point.isWritable) {
            ordered_json update = thingsboardPoint(point);
            update["functionCode"] = 6;
            if (update.contains("divider")) {
                update.erase("divider");
                update["multiplier"] = point.divider;
            }
            updates.push_back(std::move(update));
        }
    }
    ordered_json slave = {{"name", "Leviton Series 4000-R"},
                          {"host", target.tcp.host},
                          {"port", target.tcp.port},
                          {"type", "tcp"},
                          {"method", "socket"},
                          {"timeout", 5},
                          {"byteOrder", "BIG"},
                          {"wordOrder", "BIG"},
                          {"retries", true},
                          {"retryOnEmpty", true},
                          {"retryOnInvalid", true},
                          {"pollPeriod", 5000},
                          {"unitId", target.unit},
                          {"deviceName", "Leviton 4000-R " + std::to_string(target.unit)},
                          {"deviceType", "Leviton Series 4000-R"},
                          {"sendDataOnlyOnChange", false},
                          {"connectAttemptTimeMs", 5000},
                          {"connectAttemptCount", 5},
                          {"waitAfterFailedAttemptsMs", 300'000},
                          {"attributes", std::move(attributes)},
                          {"timeseries", std::move(timeseries)},
                          {"attributeUpdates", std::move(updates)},
                          {"rpc", ordered_json::array()}};
    const ordered_json connector = {
        {"master", {{"slaves", ordered_json::array({std::move(slave)})}}}};
    return connector.dump(2) + "\n";
}

} // namespace meter::app
