// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/line/connect_lines.hpp"

#include <QStringList>

namespace meter::gui {

namespace {

using sim::live::EndpointType;

/// "19200 8N1" in its parts.
struct LineSetting {
    QString baud = QStringLiteral("19200");
    QString parity = QStringLiteral("none"); ///< As mbpoll and our own program say it.
    QString letter = QStringLiteral("N");
    QString stopBits = QStringLiteral("1");
};

LineSetting settingOf(const QString& detail) {
    LineSetting setting;
    const QStringList parts = detail.split(u' ');
    if (parts.size() != 2 || parts[1].size() != 3) {
        return setting;
    }
    setting.baud = parts[0];
    setting.letter = parts[1].mid(1, 1);
    setting.stopBits = parts[1].mid(2, 1);
    setting.parity = setting.letter == u'E'   ? QStringLiteral("even")
                     : setting.letter == u'O' ? QStringLiteral("odd")
                                              : QStringLiteral("none");
    return setting;
}

QString hostOf(const QString& address) {
    QString host = address.left(address.lastIndexOf(u':'));
    return host.remove(u'[').remove(u']');
}

std::vector<ConnectLine> tcpLines(const QString& address, const QString& unit) {
    const QString host = hostOf(address);
    const QString port = address.mid(address.lastIndexOf(u':') + 1);
    return {
        {QStringLiteral("metertwin-cli"),
         QStringLiteral("metertwin-cli read --tcp %1 --unit %2 voltage_an real_power_total "
                        "frequency")
             .arg(address, unit)},
        // Register 293 is voltage A-N as a float; -B: the high word comes first.
        {QStringLiteral("mbpoll"),
         QStringLiteral("mbpoll -m tcp -p %1 -a %2 -t 4:float -B -r 293 -c 1 -1 %3")
             .arg(port, unit, host)},
        {QStringLiteral("pymodbus"),
         QStringLiteral("python3 -c \"from pymodbus.client import ModbusTcpClient as C; "
                        "c = C('%1', port=%2); c.connect(); "
                        "print(c.read_holding_registers(0, count=2, slave=%3).registers)\"")
             .arg(host, port, unit)},
        {QStringLiteral("Node-RED"),
         QStringLiteral("metertwin-cli registers --format node-red --tcp %1 --unit %2 > flow.json")
             .arg(address, unit)},
    };
}

std::vector<ConnectLine>
serialLines(const QString& path, const LineSetting& setting, const QString& unit) {
    return {
        {QStringLiteral("metertwin-cli"),
         QStringLiteral("metertwin-cli read --rtu %1 --baud %2 --parity %3 --unit %4 voltage_an "
                        "real_power_total frequency")
             .arg(path, setting.baud, setting.parity, unit)},
        {QStringLiteral("mbpoll"),
         QStringLiteral("mbpoll -m rtu -b %1 -P %2 -s %3 -a %4 -t 4:float -B -r 293 -c 1 -1 %5")
             .arg(setting.baud, setting.parity, setting.stopBits, unit, path)},
        {QStringLiteral("pymodbus"),
         QStringLiteral("python3 -c \"from pymodbus.client import ModbusSerialClient as C; "
                        "c = C('%1', baudrate=%2, parity='%3', stopbits=%4, timeout=1); "
                        "c.connect(); "
                        "print(c.read_holding_registers(0, count=2, slave=%5).registers)\"")
             .arg(path, setting.baud, setting.letter, setting.stopBits, unit)},
    };
}

} // namespace

std::vector<ConnectLine> connectLines(const sim::live::Endpoint& endpoint, unsigned unit) {
    const QString address = QString::fromStdString(endpoint.address);
    const QString number = QString::number(unit);
    const LineSetting setting = settingOf(QString::fromStdString(endpoint.detail));
    switch (endpoint.type) {
    case EndpointType::ModbusTcp:
        return tcpLines(address, number);
    case EndpointType::Pty:
    case EndpointType::Serial:
        return serialLines(address, setting, number);
    case EndpointType::RtuOverTcp:
        return {{QStringLiteral("metertwin-cli"),
                 QStringLiteral("metertwin-cli read --rtu-tcp %1 --unit %2 voltage_an")
                     .arg(address, number)}};
    case EndpointType::Rfc2217:
        return {{QStringLiteral("metertwin-cli"),
                 QStringLiteral("metertwin-cli read --rfc2217 %1 --baud %2 --parity %3 --unit %4 "
                                "voltage_an")
                     .arg(address, setting.baud, setting.parity, number)}};
    }
    return {};
}

} // namespace meter::gui
