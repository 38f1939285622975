// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/line/endpoint_request.hpp"

#include <QCoreApplication>

namespace meter::gui {

namespace {

using sim::live::EndpointType;

constexpr const char* kContext = "meter::gui::EndpointRequest";

struct TypeRow {
    EndpointType type;
    const char* text;
    const char* example;
};

constexpr std::array<TypeRow, 5> kTypes = {{
    {EndpointType::ModbusTcp, QT_TRANSLATE_NOOP("meter::gui::EndpointRequest", "Modbus TCP"),
     "127.0.0.1:1502"},
    {EndpointType::RtuOverTcp, QT_TRANSLATE_NOOP("meter::gui::EndpointRequest", "RTU over TCP"),
     "127.0.0.1:1503"},
    {EndpointType::Rfc2217,
     QT_TRANSLATE_NOOP("meter::gui::EndpointRequest", "Serial over TCP (RFC 2217)"),
     "127.0.0.1:2217"},
    {EndpointType::Pty, QT_TRANSLATE_NOOP("meter::gui::EndpointRequest", "Virtual serial port"),
     "auto"},
    {EndpointType::Serial, QT_TRANSLATE_NOOP("meter::gui::EndpointRequest", "Serial device"),
     "/dev/ttyUSB0"},
}};

const TypeRow& rowOf(EndpointType type) {
    for (const TypeRow& row : kTypes) {
        if (row.type == type) {
            return row;
        }
    }
    return kTypes.front();
}

} // namespace

QString endpointTypeText(EndpointType type) {
    return QCoreApplication::translate(kContext, rowOf(type).text);
}

QString exampleAddress(EndpointType type) {
    return QString::fromLatin1(rowOf(type).example);
}

std::expected<sim::live::EndpointRequest, QString> endpointRequest(EndpointType type,
                                                                   const QString& address) {
    sim::live::EndpointRequest request{.type = type};
    const QString text = address.trimmed();
    if (type == EndpointType::Pty || type == EndpointType::Serial) {
        if (text.isEmpty()) {
            return std::unexpected(QCoreApplication::translate("meter::gui::EndpointRequest",
                                                               "A path is missing, such as %1")
                                       .arg(exampleAddress(type)));
        }
        request.path = text.toStdString();
        return request;
    }
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    if (!isNumber || port > 65535 || colon == 0) {
        return std::unexpected(
            QCoreApplication::translate("meter::gui::EndpointRequest",
                                        "\u201C%1\u201D is no address: write host:port, such as %2")
                .arg(text, exampleAddress(type)));
    }
    if (colon > 0) {
        request.address.host = text.left(colon).toStdString();
    }
    request.address.port = static_cast<std::uint16_t>(port);
    request.address.isDefault = false;
    return request;
}

} // namespace meter::gui
