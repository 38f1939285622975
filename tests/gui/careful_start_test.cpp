// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/careful_start.hpp"

#include "sim/live/endpoints/listening_socket.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <QFile>
#include <QTemporaryDir>

using namespace meter;
using namespace meter::gui;

namespace {

sim::live::EngineOptions optionsOn(std::uint16_t port) {
    sim::live::EngineOptions options;
    options.tcp = sim::live::TcpAddress{.host = "127.0.0.1", .port = port, .isDefault = false};
    options.ptyLink.reset();
    return options;
}

std::uint16_t portOf(const std::string& address) {
    return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

} // namespace

TEST_CASE("what can be had is started as it was asked for and nothing is told") {
    const CarefulStart start = startCarefully({sim::builtInScenario()}, optionsOn(0));
    REQUIRE(start.link != nullptr);
    CHECK(start.troubles.isEmpty());
    CHECK(start.link->endpoints().size() == 1);
}

TEST_CASE("a port that is taken gives way to the next free one and both are told") {
    const auto taken = sim::live::listenOn({.host = "127.0.0.1", .port = 0, .isDefault = false});
    REQUIRE(taken.has_value());
    const std::uint16_t port = portOf(taken->address);
    const CarefulStart start = startCarefully({sim::builtInScenario()}, optionsOn(port));
    REQUIRE(start.link != nullptr);
    REQUIRE(start.link->endpoints().size() == 1);
    CHECK(portOf(start.link->endpoints().front().address) != port);
    REQUIRE(start.troubles.size() == 2);
    CHECK(start.troubles[0].contains(QString::number(port)));
    CHECK(start.troubles[1].contains(QStringLiteral("next free port")));
}

TEST_CASE("a serial port that is not there leaves the other endpoints as they were asked for") {
    sim::live::EngineOptions options = optionsOn(0);
    options.serialDevice = "/dev/there-is-no-such-port";
    const CarefulStart start = startCarefully({sim::builtInScenario()}, options);
    REQUIRE(start.link != nullptr);
    CHECK(start.link->endpoints().size() == 1);
    REQUIRE(start.troubles.size() == 2);
    CHECK(start.troubles[0].contains(QStringLiteral("there-is-no-such-port")));
}

TEST_CASE("a folder that cannot keep the memory does not keep the window shut") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a-file"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    sim::live::EngineOptions options = optionsOn(0);
    options.stateDirectory = path.toStdString();
    const CarefulStart start = startCarefully({sim::builtInScenario()}, options);
    REQUIRE(start.link != nullptr);
    CHECK(start.troubles.size() == 2);
}

TEST_CASE("two troubles at once are both told") {
    const auto taken = sim::live::listenOn({.host = "127.0.0.1", .port = 0, .isDefault = false});
    REQUIRE(taken.has_value());
    sim::live::EngineOptions options = optionsOn(portOf(taken->address));
    options.serialDevice = "/dev/there-is-no-such-port";
    const CarefulStart start = startCarefully({sim::builtInScenario()}, options);
    REQUIRE(start.link != nullptr);
    CHECK(start.link->endpoints().size() == 1);
    const QString all = start.troubles.join(u' ');
    CHECK(all.contains(QString::number(portOf(taken->address))));
    CHECK(all.contains(QStringLiteral("there-is-no-such-port")));
}

TEST_CASE("meters that cannot share a line give way to the built-in scenario") {
    const CarefulStart start =
        startCarefully({sim::builtInScenario(), sim::builtInScenario()}, optionsOn(0));
    REQUIRE(start.link != nullptr);
    CHECK(start.link->snapshot().meters->size() == 1);
    CHECK(start.troubles.join(u' ').contains(QStringLiteral("same address")));
}
