// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/readings/readings_model.hpp"

#include "tests/gui/fake_meter_link.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

using namespace meter;
using namespace meter::gui;

namespace {

QString cell(const ReadingsModel& model, const QString& label, int column) {
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, ReadingsModel::Label).data().toString() == label) {
            return model.index(row, column).data().toString();
        }
    }
    return QStringLiteral("no such row");
}

/// The guide's default scales are I -2, V -1, W -2 at 600 V and 100 A.
sim::live::Snapshot aSnapshot() {
    FakeMeterLink link;
    sim::live::Snapshot snapshot = link.shown;
    snapshot.readings.configuration = configurationOf(snapshot.readings.settings);
    snapshot.readings.cycle.realPowerW = 52'310.0;
    snapshot.readings.cycle.phase[1].voltageLnV = 277.04;
    snapshot.readings.cycle.frequencyHz = 59.998;
    snapshot.readings.cycle.isFrequencyValid = true;
    return snapshot;
}

} // namespace

TEST_CASE("the readings model keeps the rules of Qt's models") {
    ReadingsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setReadings(aSnapshot(), {});
    CHECK(model.rowCount() > 10);
    CHECK(model.columnCount() == ReadingsModel::ColumnCount);
}

TEST_CASE("readings stand as a master reads them with the register's resolution") {
    QLocale::setDefault(QLocale::c());
    ReadingsModel model;
    model.setReadings(aSnapshot(), {});
    CHECK(cell(model, QStringLiteral("Real power"), ReadingsModel::Value).toStdString() == "52.31");
    CHECK(cell(model, QStringLiteral("Real power"), ReadingsModel::Unit).toStdString() == "kW");
    CHECK(cell(model, QStringLiteral("Real power"), ReadingsModel::Register).toStdString() == "3");
    CHECK(cell(model, QStringLiteral("Voltage B-N"), ReadingsModel::Value).toStdString() ==
          "277.0");
    CHECK(cell(model, QStringLiteral("Frequency"), ReadingsModel::Value).toStdString() == "60.00");
    CHECK(cell(model, QStringLiteral("Real energy"), ReadingsModel::Register) ==
          QStringLiteral("1\u20132"));
}

TEST_CASE("what the system type does not have reads as a dash") {
    ReadingsModel model;
    sim::live::Snapshot snapshot = aSnapshot();
    snapshot.readings.settings.systemType = SystemType::Delta; // No neutral.
    model.setReadings(snapshot, {});
    CHECK(cell(model, QStringLiteral("Voltage B-N"), ReadingsModel::Value) ==
          QStringLiteral("\u2014"));
}

TEST_CASE("a meter without power has no readings") {
    ReadingsModel model;
    sim::live::Snapshot snapshot = aSnapshot();
    model.setReadings(snapshot, {});
    snapshot.isPowered = false;
    model.setReadings(snapshot, {});
    CHECK(cell(model, QStringLiteral("Real power"), ReadingsModel::Value).isEmpty());
}

TEST_CASE("the model tells of changes only when something changed") {
    ReadingsModel model;
    model.setReadings(aSnapshot(), {});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setReadings(aSnapshot(), {});
    CHECK(changed.isEmpty());
    sim::live::Snapshot snapshot = aSnapshot();
    snapshot.readings.cycle.realPowerW = 1000.0;
    model.setReadings(snapshot, {});
    CHECK(changed.size() == 1);
}
