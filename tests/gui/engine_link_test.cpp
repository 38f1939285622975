// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/engine_link.hpp"

#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace meter;
using namespace meter::gui;

namespace {

std::filesystem::path written(const QTemporaryDir& folder, const QByteArray& text) {
    const QString path = folder.filePath(QStringLiteral("scenario.yaml"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(text) == text.size());
    return path.toStdString();
}

/// One TCP endpoint on any free port, no pseudo-terminal.
sim::live::EngineOptions quietOptions() {
    sim::live::EngineOptions options;
    options.tcp = sim::live::TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
    options.ptyLink.reset();
    return options;
}

} // namespace

TEST_CASE("opening a scenario replaces the meter and keeps its endpoint") {
    EngineLink link({sim::builtInScenario()}, quietOptions());
    REQUIRE(link.start().has_value());
    REQUIRE(link.endpoints().size() == 1);
    const std::string address = link.endpoints().front().address;

    const QTemporaryDir folder;
    const auto file = written(folder, "metertwin: 1\nname: Another\nmeter: {serial: 0BADCAFE}\n");
    CHECK(link.openScenario(file).empty());
    CHECK(link.identity().scenarioName == "Another");
    CHECK(link.identity().factory.serialNumber == 0x0BADCAFEU);
    REQUIRE(link.endpoints().size() == 1);
    CHECK(link.endpoints().front().address == address);
    link.stop();
}

TEST_CASE("a scenario with mistakes leaves the running meter alone") {
    EngineLink link({sim::builtInScenario()}, quietOptions());
    REQUIRE(link.start().has_value());
    const std::string name = link.identity().scenarioName;

    const QTemporaryDir folder;
    const auto file = written(folder, "metertwin: 1\nname: Wrong\nmetre: {}\nvolts: 3\n");
    const sim::Errors errors = link.openScenario(file);
    CHECK(errors.size() == 2);
    CHECK(link.identity().scenarioName == name);
    CHECK(link.endpoints().size() == 1);
    link.stop();
}
