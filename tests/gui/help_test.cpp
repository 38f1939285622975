// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/help_dock.hpp"
#include "gui/help/help_pages.hpp"
#include "gui/help/situation.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/gui/probe_bench.hpp"
#include "tests/support/catch.hpp"

#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

#include <set>

using namespace meter;
using namespace meter::gui;

namespace {

QStringList linksOf(const QString& html) {
    QStringList links;
    const QRegularExpression pattern(QStringLiteral("href=\"([^\"]*)\""));
    for (auto match = pattern.globalMatch(html); match.hasNext();) {
        links << match.next().captured(1);
    }
    return links;
}

struct HelpBench : ProbeBench {
    HelpBench() {
        dock.resize(440, 520);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
    }

    void click(const char* target) {
        Q_EMIT dock.browser().anchorClicked(QUrl(QString::fromLatin1(target)));
    }

    HelpDock dock{meter};
};

} // namespace

TEST_CASE("every link of the help leads somewhere and every situation is linked") {
    std::set<std::string> linked;
    for (const HelpPage& page : helpPages()) {
        const QString html = helpHtml(page);
        CHECK_FALSE(html.contains(QStringLiteral("[show:")));
        for (const QString& link : linksOf(html)) {
            INFO(link.toStdString());
            const QUrl url(link);
            if (url.scheme() == QStringLiteral("page")) {
                CHECK(findHelpPage(url.path()) != nullptr);
            } else {
                CHECK(findSituation(url.path().toStdString()) != nullptr);
                linked.insert(url.path().toStdString());
            }
        }
    }
    CHECK(linked.size() == situations().size());
}

TEST_CASE("every situation can be set up and put right again") {
    for (const Situation& situation : situations()) {
        INFO(situation.id);
        ProbeBench bench;
        sim::Simulation& simulation = bench.link.simulation();
        const sim::World world = simulation.world();
        const Settings before = simulation.meter().readings().settings;
        CHECK_FALSE(setUp(simulation, situation).has_value());
        simulation.step(kSamplesPerSecond);
        const bool isDifferent = !(simulation.faultyWorld() == world) ||
                                 !(simulation.meter().readings().settings == before) ||
                                 !simulation.lineFaults().empty();
        CHECK(isDifferent);
        gui::putRight(simulation, situation, before);
        simulation.step(kSamplesPerSecond);
        CHECK(simulation.faultyWorld() == world);
        CHECK(simulation.meter().readings().settings == before);
    }
}

TEST_CASE("a link shows a reversed CT and the button puts it right") {
    HelpBench bench;
    bench.click("page:wiring");
    CHECK(bench.dock.pageId().toStdString() == "wiring");
    CHECK(bench.dock.note().isEmpty());
    bench.click("show:ct-reversed");
    bench.run(0.1);
    CHECK(bench.link.simulation().faultyWorld().installation.ctReversed[0]);
    CHECK(bench.dock.note().toStdString() == "Shown now: CT A is reversed");
    dumpImage(pictureOf(bench.dock), QStringLiteral("help"));
    // Another one takes its place.
    bench.click("show:cts-swapped");
    bench.run(0.1);
    CHECK_FALSE(bench.link.simulation().faultyWorld().installation.ctReversed[0]);
    CHECK(bench.link.simulation().faultyWorld().installation.ctLeads[0] == sim::Conductor::B);
    bench.dock.rightButton().click();
    bench.run(0.1);
    CHECK(bench.link.simulation().faultyWorld().installation.ctLeads[0] == sim::Conductor::A);
    CHECK(bench.dock.note().isEmpty());
}

TEST_CASE("a missing control power is shown and comes back") {
    HelpBench bench;
    bench.click("show:power-off");
    bench.run(2.0);
    CHECK_FALSE(bench.link.simulation().meter().isPowered());
    bench.dock.rightButton().click();
    bench.run(2.0);
    CHECK(bench.link.simulation().meter().isPowered());
}

TEST_CASE("an opened scenario ends what is shown") {
    HelpBench bench;
    bench.click("show:ct-reversed");
    bench.meter.openScenario(QStringLiteral("other.yaml"));
    CHECK(bench.dock.shown() == nullptr);
    CHECK(bench.dock.note().isEmpty());
}
