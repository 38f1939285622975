// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/registers_dock.hpp"

#include "gui/live/live_meter.hpp"
#include "gui/registers/register_model.hpp"
#include "gui/registers/register_writer.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace meter;
using namespace meter::gui;

namespace {

struct Desk {
    Desk() {
        QLocale::setDefault(QLocale::c());
        link.simulation().step(5 * 2520); // The meter has measured.
        look();
        dock.resize(760, 600);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
    }

    void look() {
        link.showSimulation();
        meter.refresh();
        dock.refresh();
    }

    QString cell(std::uint16_t number, RegisterModel::Column column) {
        const int row = dock.model().rowOf(number);
        REQUIRE(row >= 0);
        return dock.model().index(row, column).data().toString();
    }

    bool edit(std::uint16_t number, const QString& text, RegisterModel::Column column) {
        const bool isTaken = dock.model().setData(
            dock.model().index(dock.model().rowOf(number), column), text, Qt::EditRole);
        look();
        return isTaken;
    }

    FakeMeterLink link;
    LiveMeter meter{link};
    RegistersDock dock{meter};
};

} // namespace

TEST_CASE("all registers of the standard meter are listed with value and raw words") {
    Desk desk;
    const QAbstractItemModelTester tester(&desk.dock.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(desk.dock.model().rowCount() > 90);
    CHECK(desk.dock.model().rowOf(3) >= 0);
    CHECK(desk.dock.model().rowOf(156) < 0); // Of the logging variant only.
    CHECK(desk.cell(131, RegisterModel::Name).toStdString() == "ct_primary");
    // The built-in scenario's CT; its scale factor for current is -1 (32767 × 0.01 A < 480 A).
    CHECK(desk.cell(131, RegisterModel::Value).toStdString() == "400");
    CHECK(desk.cell(138, RegisterModel::Raw).toStdString() == "65535");
    // Register 17, V L-L of B and C, in the scenario near 480 V in tenths of a volt.
    const int raw = desk.cell(17, RegisterModel::Raw).toInt();
    CHECK(desk.cell(17, RegisterModel::Value).toDouble() == Approx(raw / 10.0));
    CHECK(raw > 4700);
    QTest::qWait(0); // Layouts settle.
    dumpImage(desk.dock.grab().toImage(), QStringLiteral("registers"));
}

TEST_CASE("only rows that changed are renewed and they flash") {
    Desk desk;
    QSignalSpy changed(&desk.dock.model(), &QAbstractItemModel::dataChanged);
    desk.dock.refresh();
    CHECK(changed.isEmpty());
    CHECK(desk.edit(142, QStringLiteral("12"), RegisterModel::Value));
    REQUIRE(changed.count() >= 1);
    const int row = desk.dock.model().rowOf(142);
    bool isCovered = false;
    int covered = 0;
    for (const QList<QVariant>& each : changed) {
        const int first = each[0].toModelIndex().row();
        const int last = each[1].toModelIndex().row();
        isCovered = isCovered || (first <= row && row <= last);
        covered += last - first + 1;
    }
    CHECK(isCovered);
    CHECK(covered < 12); // The register itself, perhaps alerts: not the table.
    CHECK(desk.dock.model().index(row, RegisterModel::Value).data(Qt::BackgroundRole).isValid());
    CHECK_FALSE(
        desk.dock.model().index(row, RegisterModel::Name).data(Qt::BackgroundRole).isValid());
}

TEST_CASE("a register is written as a master does with units") {
    Desk desk;
    CHECK(desk.edit(131, QStringLiteral("200 A"), RegisterModel::Value));
    CHECK(desk.link.simulation().meter().readings().settings.ctPrimaryA == 200);
    CHECK(desk.cell(131, RegisterModel::Value).toStdString() == "200");
    CHECK(desk.edit(131, QStringLiteral("0x190"), RegisterModel::Raw));
    CHECK(desk.link.simulation().meter().readings().settings.ctPrimaryA == 400);
    CHECK(desk.dock.refusal().isHidden());
}

TEST_CASE("a refusal of the meter is shown with its exception") {
    Desk desk;
    CHECK(desk.edit(131, QStringLiteral("7"), RegisterModel::Value)); // The guide: 20 to 5000.
    CHECK(desk.link.simulation().meter().readings().settings.ctPrimaryA == 400);
    CHECK(desk.dock.refusal().isVisible());
    CHECK(desk.dock.refusal().text().contains(QStringLiteral("exception 3")));
    CHECK_FALSE(desk.cell(131, RegisterModel::Value).isEmpty());
    const int row = desk.dock.model().rowOf(131);
    CHECK(desk.dock.model()
              .index(row, RegisterModel::Value)
              .data(RegisterModel::RefusalRole)
              .toString()
              .contains(QStringLiteral("exception 3")));
    CHECK(desk.edit(131, QStringLiteral("100 V"), RegisterModel::Value));
    CHECK(desk.dock.refusal().text().contains(QStringLiteral("100 V")));
    CHECK(desk.edit(131, QStringLiteral("100 A"), RegisterModel::Value));
    CHECK(desk.dock.refusal().isHidden());
}

TEST_CASE("registers that can only be read cannot be edited") {
    Desk desk;
    CHECK_FALSE(desk.edit(3, QStringLiteral("5"), RegisterModel::Value));
    const int row = desk.dock.model().rowOf(131);
    CHECK_FALSE(desk.dock.model()
                    .flags(desk.dock.model().index(row, RegisterModel::Name))
                    .testFlag(Qt::ItemIsEditable));
}

TEST_CASE("search and choice narrow the registers and rows are copied") {
    Desk desk;
    const QAbstractItemModel& shown = *desk.dock.table().model();
    const QAbstractItemModelTester tester(desk.dock.table().model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QTest::keyClicks(&desk.dock.search(), QStringLiteral("voltage_ab"));
    CHECK(shown.rowCount() == 2); // 16 and its float.
    auto* choice = desk.dock.findChild<QComboBox*>();
    choice->setCurrentIndex(1); // Integers.
    REQUIRE(shown.rowCount() == 1);
    desk.dock.table().selectRow(0);
    desk.dock.table().setFocus();
    QTest::keySequence(&desk.dock.table(), QKeySequence::Copy);
    CHECK(QApplication::clipboard()->text().startsWith(QStringLiteral("16\tvoltage_ab\t")));
    desk.dock.search().clear();
    choice->setCurrentIndex(3); // Writable.
    CHECK(shown.rowCount() > 5);
    CHECK(shown.rowCount() < 25);
}

TEST_CASE("all registers are exported as CSV") {
    Desk desk;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("registers.csv"));
    CHECK(desk.dock.exportCsv(file));
    QFile read(file);
    REQUIRE(read.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = read.readAll().trimmed().split('\n');
    CHECK(lines.size() == desk.dock.model().rowCount() + 1);
    CHECK(lines.first().trimmed() == "register,name,value,unit,raw,format,access");
    CHECK(lines.contains("131,ct_primary,400,A,400,UInt,R/W\r"));
    CHECK_FALSE(desk.dock.exportCsv(folder.filePath(QStringLiteral("missing/registers.csv"))));
    CHECK(desk.dock.refusal().isVisible());
}

TEST_CASE("without power no register has a value") {
    Desk desk;
    desk.link.showSimulation();
    desk.link.shown.isPowered = false;
    desk.meter.refresh();
    desk.dock.refresh();
    CHECK(desk.cell(131, RegisterModel::Value).isEmpty());
    CHECK(desk.cell(131, RegisterModel::Raw).isEmpty());
}

// Guide, registers of the logging variant: 155-158 clock and page, 159 configuration, 169-178
// pointers; 8000-13759 hold the columns.
TEST_CASE("the logging variant shows its log registers with values") {
    FakeMeterLink link;
    link.variant = Variant::Logging;
    link.simulation().step(5 * 2520);
    link.showSimulation();
    LiveMeter meter{link};
    RegistersDock dock{meter};
    const auto cell = [&dock](std::uint16_t number) {
        const int row = dock.model().rowOf(number);
        REQUIRE(row >= 0);
        return dock.model().index(row, RegisterModel::Raw).data().toString();
    };
    const auto look = [&] {
        for (int times = 0; times < 2; ++times) { // The answer comes with the next snapshot.
            dock.refresh();
            meter.refresh();
        }
        dock.refresh();
    };
    look();
    for (std::uint16_t number = 155; number <= 178; ++number) {
        CHECK_FALSE(cell(number).isEmpty());
    }
    CHECK(dock.model().rowOf(8000) == -1);
    CHECK(cell(169) != QStringLiteral("0"));
    const int row = dock.model().rowOf(158);
    CHECK(dock.model().setData(dock.model().index(row, RegisterModel::Raw), QStringLiteral("3"),
                               Qt::EditRole));
    meter.refresh();
    look();
    CHECK(cell(158) == QStringLiteral("3"));
}
