// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Methods of the page's own Modbus master: frames on the meter's line, and registers by name.
#include "app/web/module/page_call.hpp"
#include "core/base/byte_order.hpp"
#include "core/base/crc16.hpp"
#include "core/modbus/pdu.hpp"
#include "sim/line/line_wiring.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/registers/register_value.hpp"
#include "sim/traffic/byte_text.hpp"
#include "sim/traffic/traffic_meaning.hpp"

#include <array>
#include <utility>

namespace meter::web {

namespace {

std::optional<ScaleFactors> scalesOf(PageTwin& page) {
    const auto words = page.registers().words(kScaleFactorFirst, kScaleFactorCount);
    return words ? std::optional(scaleFactorsFrom(*words)) : std::nullopt;
}

sim::TrafficFrame frameOf(std::span<const std::byte> bytes, sim::TrafficDirection direction) {
    sim::TrafficFrame frame;
    frame.direction = direction;
    frame.framing = sim::TrafficFraming::Rtu;
    frame.bytes.assign(bytes.begin(), bytes.end());
    return frame;
}

Json frameJson(const sim::TrafficFrame& frame, const sim::TrafficFrame* request) {
    const sim::TrafficMeaning meaning = sim::meaningOf(frame, request);
    Json fields = Json::array();
    for (const sim::TrafficField& field : meaning.fields) {
        fields.push_back({{"offset", field.offset},
                          {"size", field.size},
                          {"name", field.name},
                          {"value", field.value}});
    }
    return {{"bytes", sim::hexText(frame.bytes)}, {"text", meaning.text}, {"fields", fields}};
}

bool isHeard(const Settings& settings, const Parameters& parameters) {
    constexpr std::array<std::pair<std::string_view, Parity>, 3> kParities = {
        {{"none", Parity::None}, {"even", Parity::Even}, {"odd", Parity::Odd}}};
    const std::string parity = parameters.text("parity");
    for (const auto& [name, value] : kParities) {
        if (name == parity && value != settings.parity) {
            return false;
        }
    }
    return parameters.number("baud", settings.baudRate) == settings.baudRate;
}

/// Whether all characters of a frame arrive over the line as it is wired.
bool arrives(PageTwin& page, std::size_t size) {
    const sim::LineWiring& wiring = page.twin().world().line.wiring;
    const auto baudRate = page.twin().meter().readings().settings.baudRate;
    return page.chance(sim::arrivalOfFrame(wiring, baudRate, size));
}

/// What a lesson may have waited for: registers that were read, with an answer.
void tellLesson(PageTwin& page,
                std::span<const std::byte> request,
                std::span<const std::byte> answer) {
    constexpr std::size_t kReadSize = 8; // Unit, function, address, count, CRC.
    sim::LessonSession* const session = page.lesson();
    const bool isRead =
        request.size() == kReadSize && (request[1] == std::byte{3} || request[1] == std::byte{4});
    if (session != nullptr && isRead && answer.size() > 2 && answer[1] == request[1]) {
        session->onAsked({.first = static_cast<std::uint16_t>(readBigEndian16(request, 2) + 1),
                          .count = readBigEndian16(request, 4),
                          .unit = std::to_integer<std::uint8_t>(request[0]),
                          .isSerial = true});
    }
}

/// One request of a master with a baud rate and a parity of its own: {pdu, unit, baud, parity}.
Json askMeter(PageTwin& page, const Parameters& parameters) {
    const auto pdu = sim::bytesOfHex(parameters.text("pdu"));
    const double unit = parameters.number("unit", 1.0);
    if (!pdu || pdu->size() > modbus::kPduSizeMax) {
        return errorJson("a PDU is 1 to 253 bytes, two hexadecimal digits each");
    }
    if (unit < 0.0 || unit > 255.0) {
        return errorJson("a unit is 0 to 255");
    }
    const sim::LessonSession* const session = page.lesson();
    const bool isWrite = std::to_integer<unsigned>(pdu->front()) == 6 ||
                         std::to_integer<unsigned>(pdu->front()) == 16;
    if (session != nullptr && isWrite && !session->lesson().mayUse(sim::DeskRight::Modbus)) {
        return errorJson("writing is not on the desk of this lesson");
    }
    std::vector<std::byte> bytes = {static_cast<std::byte>(unit)};
    bytes.insert(bytes.end(), pdu->begin(), pdu->end());
    const std::uint16_t crc = crc16(bytes);
    bytes.push_back(static_cast<std::byte>(crc & 0xFFU));
    bytes.push_back(static_cast<std::byte>(crc >> 8U));

    sim::TrafficFrame request = frameOf(bytes, sim::TrafficDirection::Request);
    request.scales = scalesOf(page);
    Json json = {{"request", frameJson(request, nullptr)}};
    std::array<std::byte, modbus::kAduRtuSizeMax> room{};
    const bool heard =
        isHeard(page.twin().meter().readings().settings, parameters) && arrives(page, bytes.size());
    const std::span<const std::byte> answer =
        heard ? page.twin().serveFrame(bytes, room) : std::span<const std::byte>{};
    if (!answer.empty() && arrives(page, answer.size())) {
        tellLesson(page, bytes, answer);
        sim::TrafficFrame frame = frameOf(answer, sim::TrafficDirection::Answer);
        frame.scales = request.scales;
        json["answer"] = frameJson(frame, &request);
    }
    return json;
}

Json listRegisters(PageTwin& page, const Parameters& /*parameters*/) {
    sim::RegisterReader& reader = page.registers();
    Json list = Json::array();
    for (std::size_t i = 0; i < kRegisterMap.size(); ++i) {
        const NamedRegister named = namedRegister(i);
        const std::string name(named.text->name);
        if (!named.row->existsIn(page.twin().scenario().meter.variant) ||
            name.starts_with("reserved")) {
            continue;
        }
        const auto choice = sim::registerByNameOrNumber(std::to_string(named.row->number));
        list.push_back({{"number", named.row->number},
                        {"words", named.row->words},
                        {"name", name},
                        {"unit", named.text->unit},
                        {"range", named.text->range},
                        {"description", named.text->description},
                        {"format", formatText(named.row->format)},
                        {"writable", named.row->isWritable()},
                        {"value", choice ? sim::readingText(reader.read(*choice)) : ""}});
    }
    return {{"registers", list}};
}

/// By number, as `registers` tells them: what changes from look to look.
Json tellValues(PageTwin& page, const Parameters& parameters) {
    sim::RegisterReader& reader = page.registers();
    Json values = Json::object();
    for (const std::string& number : parameters.texts("numbers")) {
        const auto choice = sim::registerByNameOrNumber(number);
        values[number] = choice ? sim::readingText(reader.read(*choice)) : "";
    }
    return {{"values", values}};
}

Json readNames(PageTwin& page, const Parameters& parameters) {
    sim::RegisterReader& reader = page.registers();
    Json values = Json::object();
    for (const std::string& name : parameters.texts("names")) {
        const auto choice = sim::registerByNameOrNumber(name);
        if (!choice) {
            return errorJson(choice.error().text);
        }
        const sim::RegisterReading reading = reader.read(*choice);
        values[name] = reading.isValid() ? Json(reading.value) : Json(nullptr);
    }
    return {{"values", values}};
}

constexpr std::array kMethods = {PageMethod{"ask", &askMeter},
                                 PageMethod{"registers", &listRegisters},
                                 PageMethod{"values", &tellValues}, PageMethod{"read", &readNames}};

} // namespace

std::span<const PageMethod> masterMethods() {
    return kMethods;
}

} // namespace meter::web
