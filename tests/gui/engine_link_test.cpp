// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/engine_link.hpp"

#include "sim/base/whole_file.hpp"
#include "sim/bundle/evidence_check.hpp"
#include "sim/run/run_evidence.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"
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

TEST_CASE("a bundle is opened with the memory that its meter began with") {
    const QTemporaryDir folder;
    const std::filesystem::path place = folder.path().toStdString();
    const auto file = written(folder, "metertwin: 1\nname: Bundled\nduration: 3 s\n"
                                      "meter: {serial: 0BADCAFE}\n");
    const auto scenario = sim::readScenario(file);
    REQUIRE(scenario.has_value());
    // A memory in which register 149 was set to 4 and the meter had run for a while.
    {
        sim::NvMemory memory;
        REQUIRE(memory.attach(place / "memory", 0x0BADCAFE, true).has_value());
        sim::Simulation meter(*scenario, memory);
        meter.runUntil(2 * kSamplesPerSecond);
        sim::TimelineEntry write;
        write.action = sim::WriteAction{.registers = {{149, 4}}};
        meter.perform(write);
        meter.runUntil(4 * kSamplesPerSecond);
        meter.meter().powerFail();
    }
    REQUIRE(sim::playBundled(*scenario, place / "memory", place / "seen").has_value());
    const std::filesystem::path zip = place / "bundle.zip";
    const sim::Result<void> packed = sim::packBundle(zip, *scenario,
                                                     {.kind = "twin",
                                                      .version = "test",
                                                      .evidence = place / "seen",
                                                      .memoryBefore = place / "memory"});
    REQUIRE(packed.has_value());

    EngineLink link({sim::builtInScenario()}, quietOptions());
    REQUIRE(link.start().has_value());
    CHECK(link.openScenario(zip).empty());
    CHECK(link.identity().scenarioName == "Bundled");
    CHECK(link.identity().scenarioFile == zip.string());
    CHECK(link.snapshot().readings.settings.demandSubintervals == 4);
    // A plain scenario afterwards begins with a blank memory again.
    CHECK(link.openScenario(file).empty());
    CHECK(link.snapshot().readings.settings.demandSubintervals == 1);
    link.stop();
}

TEST_CASE("a damaged bundle leaves the running meter alone") {
    const QTemporaryDir folder;
    const std::filesystem::path zip = folder.filePath(QStringLiteral("b.zip")).toStdString();
    REQUIRE(sim::writeWhole(zip, "PK no archive").has_value());
    EngineLink link({sim::builtInScenario()}, quietOptions());
    REQUIRE(link.start().has_value());
    const std::string name = link.identity().scenarioName;
    CHECK(link.openScenario(zip).size() == 1);
    CHECK(link.identity().scenarioName == name);
    link.stop();
}
