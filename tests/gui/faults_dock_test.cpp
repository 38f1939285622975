// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faults/faults_dock.hpp"

#include "gui/docks/commit_edit.hpp"
#include "gui/faults/fault_form.hpp"
#include "gui/faults/fault_groups.hpp"
#include "gui/faults/running_faults_view.hpp"
#include "gui/live/live_meter.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

#include <set>

using namespace meter;
using namespace meter::gui;

namespace {

/// Some are those of a kind and of a preset.
std::set<std::string_view> libraryNames() {
    const std::vector<std::string_view> names = sim::faultNames();
    return {names.begin(), names.end()};
}

struct Desk {
    Desk() {
        dock.resize(420, 900);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
    }

    void look() {
        link.showSimulation();
        dock.refresh();
        meter.refresh(); // Brings the answer.
    }

    /// Finds it by the search and selects it.
    void choose(const QString& name) {
        dock.search().setText(name);
        const QAbstractItemModel& model = *dock.library().model();
        for (int group = 0; group < model.rowCount(); ++group) {
            const QModelIndex head = model.index(group, 0);
            for (int row = 0; row < model.rowCount(head); ++row) {
                if (model.index(row, 0, head).data().toString() == name) {
                    dock.library().setCurrentIndex(model.index(row, 0, head));
                    return;
                }
            }
        }
        FAIL("the library does not list it");
    }

    int listed() {
        int count = 0;
        const QAbstractItemModel& model = *dock.library().model();
        for (int group = 0; group < model.rowCount(); ++group) {
            count += model.rowCount(model.index(group, 0));
        }
        return count;
    }

    FakeMeterLink link;
    LiveMeter meter{link};
    FaultsDock dock{meter};
};

} // namespace

TEST_CASE("every fault of the library is in one group") {
    std::set<std::string_view> seen;
    for (const FaultGroup& group : faultGroups()) {
        CAPTURE(group.title.toStdString());
        CHECK_FALSE(group.names.empty());
        for (const std::string_view name : group.names) {
            CHECK(seen.insert(name).second);
            CHECK_FALSE(faultMeaning(name).isEmpty());
        }
    }
    CHECK(seen == libraryNames());
}

TEST_CASE("the search narrows the library") {
    Desk desk;
    const QAbstractItemModelTester tester(desk.dock.library().model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(desk.listed() == static_cast<int>(libraryNames().size()));
    const QModelIndex first = desk.dock.library().model()->index(0, 0);
    CHECK(desk.dock.library().visualRect(first).height() > 10); // The groups are to be seen.
    QTest::qWait(0);
    dumpImage(desk.dock.grab().toImage(), QStringLiteral("faults-library"));
    QTest::keyClicks(&desk.dock.search(), QStringLiteral("itic"));
    CHECK(desk.listed() >= 8); // itic-1 to itic-8 and what names it as a source.
    CHECK(desk.listed() < 20);
    desk.dock.search().clear();
    CHECK(desk.listed() == static_cast<int>(libraryNames().size()));
}

TEST_CASE("a fault is applied with its parameters and a duration and ended") {
    Desk desk;
    desk.choose(QStringLiteral("sag"));
    REQUIRE(desk.dock.form().fault() == "sag");
    REQUIRE(desk.dock.form().field("residual") != nullptr);
    CHECK(desk.dock.form().field("residual")->text() == QStringLiteral("70 %"));
    desk.dock.form().field("residual")->setText(QStringLiteral("50 %"));
    desk.dock.form().field("phase")->setText(QStringLiteral("B"));
    desk.dock.form().field("for")->setText(QStringLiteral("2 s"));
    QTest::mouseClick(&desk.dock.form().applyButton(), Qt::LeftButton);
    desk.link.simulation().step(10);
    const sim::World faulty = desk.link.simulation().faultyWorld();
    CHECK(faulty.source.voltageV[1] == Approx(0.5 * 276.2));
    CHECK(faulty.source.voltageV[0] == 277.6);
    desk.look();
    REQUIRE(desk.dock.running().count() == 1);
    QTest::qWait(0); // Layouts settle.
    dumpImage(desk.dock.grab().toImage(), QStringLiteral("faults"));
    QTest::mouseClick(&desk.dock.running().endButton(0), Qt::LeftButton);
    CHECK(desk.link.simulation().faults().empty());
    desk.look();
    CHECK(desk.dock.running().count() == 0);
}

TEST_CASE("a fault lasts as long as it was told") {
    Desk desk;
    desk.choose(QStringLiteral("sag"));
    desk.dock.form().field("for")->setText(QStringLiteral("12 cycles"));
    desk.dock.form().apply();
    REQUIRE(desk.link.simulation().faults().size() == 1);
    // 12 cycles of 60 Hz are 0.2 s, at 2520 samples a second.
    CHECK(*desk.link.simulation().faults()[0].end - desk.link.simulation().faults()[0].begin ==
          504);
    desk.link.simulation().step(505);
    CHECK(desk.link.simulation().faults().empty());
}

TEST_CASE("what is wrong with a fault stands at its field") {
    Desk desk;
    desk.choose(QStringLiteral("sag"));
    desk.dock.form().field("residual")->setText(QStringLiteral("banana"));
    desk.dock.form().field("for")->setText(QStringLiteral("5 V"));
    desk.dock.form().apply();
    desk.meter.refresh();
    CHECK(desk.link.simulation().faults().empty());
    CHECK(desk.dock.form().field("residual")->refusal().contains(QStringLiteral("banana")));
    CHECK_FALSE(desk.dock.form().field("for")->refusal().isEmpty());
    CHECK(desk.dock.form().field("phase")->refusal().isEmpty());
}

TEST_CASE("a preset is applied by the Enter key") {
    Desk desk;
    desk.choose(QStringLiteral("ct-a-reversed"));
    desk.dock.library().setFocus();
    QTest::keyClick(&desk.dock.library(), Qt::Key_Return);
    CHECK(desk.link.simulation().faultyWorld().installation.ctReversed[0]);
}
