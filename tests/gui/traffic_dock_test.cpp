// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The frames on the wire in the window. The frames: a read of CT size, register 131 of the guide,
// with its answer of 400 A.
#include "gui/traffic/traffic_dock.hpp"

#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <array>

using namespace meter;
using namespace meter::gui;

namespace {

template <std::size_t size>
std::array<std::byte, size> bytesOf(const int (&values)[size]) {
    std::array<std::byte, size> bytes{};
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<std::byte>(values[i]);
    }
    return bytes;
}

void addExchange(sim::live::TrafficRing& ring) {
    const ScaleFactors scales{};
    sim::live::TrafficNote note{.endpoint = "modbus-tcp 127.0.0.1:1502",
                                .peer = "127.0.0.1:40112",
                                .remark = "",
                                .scales = &scales};
    note.request = ring.add(note, bytesOf({0, 9, 0, 0, 0, 6, 1, 3, 0, 130, 0, 1}), {});
    note.direction = sim::TrafficDirection::Answer;
    ring.add(note, bytesOf({0, 9, 0, 0, 0, 5, 1, 3, 2, 1, 144}), {});
}

QString cell(const TrafficModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

} // namespace

TEST_CASE("the table of the traffic keeps the rules of a model", "[gui]") {
    const auto ring = std::make_shared<sim::live::TrafficRing>();
    TrafficModel model(ring);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int i = 0; i < 700; ++i) {
        addExchange(*ring);
    }
    model.refresh();
    CHECK(model.rowCount() == 1400);
    CHECK(cell(model, 0, TrafficModel::Meaning) == QStringLiteral("read 131 ct_primary"));
    CHECK(cell(model, 1, TrafficModel::Meaning) == QStringLiteral("ct_primary 400 A"));
    CHECK(cell(model, 1, TrafficModel::Unit) == QStringLiteral("1"));
    ring->clear();
    addExchange(*ring);
    model.refresh();
    CHECK(model.rowCount() == 2);
}

TEST_CASE("the table follows the ring when old frames leave it", "[gui]") {
    const auto ring = std::make_shared<sim::live::TrafficRing>();
    TrafficModel model(ring);
    for (int i = 0; i < 60'000; ++i) {
        addExchange(*ring);
        if (i % 20'000 == 0) {
            model.refresh();
        }
    }
    model.refresh();
    const auto range = ring->range();
    CHECK(model.rowCount() == static_cast<int>(range.end - range.first));
    CHECK(model.row(0)->frame.sequence == range.first);
    CHECK(model.row(model.rowCount() - 1)->frame.sequence == range.end - 1);
}

TEST_CASE("the dock shows and filters and explains and exports frames", "[gui]") {
    FakeMeterLink link;
    link.ring = std::make_shared<sim::live::TrafficRing>();
    addExchange(*link.ring);
    LiveMeter meter(link);
    TrafficDock dock(meter);
    dock.resize(1100, 360);
    dock.show();
    CHECK(dock.model().rowCount() == 2);

    auto* const table = dock.findChild<QTableView*>();
    table->selectRow(1);
    const QTreeWidget& detail = dock.detail();
    QStringList fields;
    for (int i = 0; i < detail.topLevelItemCount(); ++i) {
        fields << detail.topLevelItem(i)->text(0) + QLatin1Char('=') +
                      detail.topLevelItem(i)->text(1);
    }
    CHECK(fields.contains(QStringLiteral("131 ct_primary=400 A")));
    CHECK(fields.contains(QStringLiteral("transaction=0x0009")));

    dock.filterLine().setText(QStringLiteral("answers register:131"));
    CHECK(dock.model().rowCount() == 1);
    dock.filterLine().setText(QStringLiteral("unit:9"));
    CHECK(dock.model().rowCount() == 0);
    dock.filterLine().setText(QStringLiteral("unit:x"));
    const auto labels = dock.findChildren<QLabel*>();
    CHECK(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("0 to 255"));
    }));
    dock.filterLine().clear();

    const QTemporaryDir folder;
    dock.exportTo(folder.filePath(QStringLiteral("a.txt")));
    QFile text(folder.filePath(QStringLiteral("a.txt")));
    REQUIRE(text.open(QIODevice::ReadOnly));
    CHECK(text.readAll().count('\n') == 3); // The names of the columns, and two frames.
    dock.exportTo(folder.filePath(QStringLiteral("a.pcapng")));
    QFile capture(folder.filePath(QStringLiteral("a.pcapng")));
    REQUIRE(capture.open(QIODevice::ReadOnly));
    CHECK(capture.read(4).toHex() == QByteArray("0a0d0d0a")); // A section header.
    dumpImage(dock.grab().toImage(), QStringLiteral("traffic-dock"));
}
