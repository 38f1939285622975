// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons in the window, from the list to the certificate, by mouse and keys, in each language.
// The right answers are those of the lesson files; points are counted by hand from them.
#include "gui/docks/parameter_edit.hpp"
#include "gui/lesson/glow_overlay.hpp"
#include "gui/lesson/lesson_text.hpp"
#include "gui/lesson/trainer_view.hpp"
#include "gui/scenario/scenario_file_dock.hpp"
#include "gui/wiring/mistakes_view.hpp"
#include "gui/wiring/site_wiring.hpp"
#include "sim/base/file_text.hpp"
#include "sim/lesson/lesson_result.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/gui/lesson_desk.hpp"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTextBrowser>

#include <algorithm>

using namespace meter;
using namespace meter::gui;

namespace {

struct Words {
    const char* language;
    const char* quickSetup; ///< The title of lesson 3.
    const char* examB;
    const char* passed; ///< How the outcome begins.
};

constexpr std::array kWords = {
    Words{"en", "Quick setup", "Exam B: troubleshooting", "Passed"},
    Words{"de", "Schnelleinrichtung", "Pr\u00fcfung B: Fehlersuche", "Bestanden"},
    Words{"es", "Puesta en marcha r\u00e1pida", "Examen B: aver\u00edas", "Aprobado"}};

QByteArray contentOf(const QString& file) {
    QFile in(file);
    REQUIRE(in.open(QIODevice::ReadOnly));
    return in.readAll();
}

/// By the dialog that the button opens.
void saveAs(LessonDesk& desk, const QString& file) {
    desk.click(desk.dock().resultPage().saveButton());
    auto* dialog = desk.window.findChild<QFileDialog*>();
    REQUIRE(dialog != nullptr);
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    REQUIRE(name != nullptr);
    name->setText(file);
    QTest::keyClick(name, Qt::Key_Return);
    QTest::qWait(0);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    REQUIRE(QFile::exists(file));
}

/// As a certificate, a page and a file that is judged again to the same verdict.
void saveAndJudge(LessonDesk& desk, const Learner& learner) {
    const QString pdf = learner.file(QStringLiteral("result.pdf"));
    saveAs(desk, pdf);
    CHECK(contentOf(pdf).startsWith("%PDF-"));
    ResultPage& page = desk.dock().resultPage();
    const QString html = learner.file(QStringLiteral("result.html"));
    REQUIRE(page.save(html));
    CHECK(contentOf(html).contains("Ada Lovelace"));
    const QString json = learner.file(QStringLiteral("result.json"));
    REQUIRE(page.save(json));
    const std::string text = contentOf(json).toStdString();
    const sim::Lesson& lesson = *desk.view().lesson;
    const auto result = sim::readResult(text, lesson);
    REQUIRE(result);
    CHECK(sim::judgeText(text, *result, lesson).differences.empty());
    CHECK_FALSE(page.save(learner.file(QStringLiteral("no/such/folder/result.pdf"))));
    CHECK_FALSE(page.save(learner.file(QStringLiteral("result.txt"))));
}

void answerTable(LessonDesk& desk, const std::vector<std::string>& names) {
    AnswerField* field = desk.page().card()->answerField();
    REQUIRE(field != nullptr);
    QListWidget& table = *field->table();
    for (int row = 0; row < table.count(); ++row) {
        const std::string name = table.item(row)->data(Qt::UserRole).toString().toStdString();
        if (std::ranges::find(names, name) != names.end()) {
            table.item(row)->setCheckState(Qt::Checked);
        }
    }
    desk.click(field->button());
}

void answerNumber(LessonDesk& desk, const QString& text) {
    AnswerField* field = desk.page().card()->answerField();
    REQUIRE(field != nullptr);
    QTest::keyClicks(field->number(), text);
    desk.click(field->button());
}

std::vector<QAction*> menuActions(const QWidget& menuBar) {
    std::vector<QAction*> all;
    for (QAction* top : menuBar.actions()) {
        for (QAction* action : top->menu()->actions()) {
            all.push_back(action);
        }
    }
    return all;
}

} // namespace

TEST_CASE("lesson 3 from the list to the certificate by keys in each language") {
    for (const Words& words : kWords) {
        CAPTURE(words.language);
        const Learner learner(QString::fromLatin1(words.language));
        LessonDesk desk;
        dumpImage(desk.window.grab().toImage(),
                  QStringLiteral("learn-%1").arg(QLatin1String(words.language)));
        desk.begin(QStringLiteral("quick-setup"), QStringLiteral("Ada Lovelace"));
        CHECK(desk.view().attempt.learner == "Ada Lovelace");
        CHECK(textIn(desk.view().lesson->title, windowLanguage()) ==
              QString::fromUtf8(words.quickSetup));
        const auto labels = desk.page().findChildren<QLabel*>();
        CHECK(std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->text() == QString::fromUtf8(words.quickSetup);
        }));
        dumpImage(desk.window.grab().toImage(),
                  QStringLiteral("lesson-%1").arg(QLatin1String(words.language)));
        desk.playKeys();
        for (const sim::TaskStanding& task : desk.view().standing.tasks) {
            CHECK(task.state == sim::TaskStanding::State::Done);
        }
        desk.handIn();
        CHECK(desk.view().standing.points == 45); // 10 + 10 + 10 + 10 + 5, no hint.
        CHECK(
            desk.dock().resultPage().outcome().text().startsWith(QString::fromUtf8(words.passed)));
        dumpImage(desk.window.grab().toImage(),
                  QStringLiteral("lesson-result-%1").arg(QLatin1String(words.language)));
        saveAndJudge(desk, learner);
    }
}

TEST_CASE("lesson 22 repairs the line by keys and mouse in each language") {
    constexpr std::size_t kPolarity = 3; // By their places in the table of parts.
    constexpr std::size_t kTerminators = 6;
    for (const Words& words : kWords) {
        CAPTURE(words.language);
        const Learner learner(QString::fromLatin1(words.language));
        LessonDesk desk;
        desk.begin(QStringLiteral("line-settings"), QStringLiteral("Ada Lovelace"));
        AnswerField* field = desk.page().card()->answerField();
        REQUIRE(field != nullptr);
        REQUIRE_FALSE(field->choices().empty());
        desk.click(*field->choices().front()); // The right one is the first of the file.
        desk.click(field->button());
        desk.playKeys();
        const auto* const site = desk.window.findChild<SiteWiring*>();
        REQUIRE(site != nullptr);
        REQUIRE(site->isVisible());
        desk.click(*site->buttons().at(kPolarity));
        desk.click(*site->buttons().at(kTerminators));
        auto* const menu = site->buttons().at(kTerminators)->findChild<QMenu*>();
        REQUIRE(menu != nullptr);
        REQUIRE(menu->actions().size() == 4);
        menu->actions().at(2)->trigger(); // Two: one at each end.
        delete menu;
        desk.pass(1.0);
        dumpImage(desk.window.grab().toImage(),
                  QStringLiteral("lesson-line-%1").arg(QLatin1String(words.language)));
        for (const char* const id : {"order", "set", "wires"}) {
            CAPTURE(id);
            const auto task = std::ranges::find(desk.view().standing.tasks, std::string(id),
                                                &sim::TaskStanding::id);
            REQUIRE(task != desk.view().standing.tasks.end());
            CHECK(task->state == sim::TaskStanding::State::Done);
        }
    }
}

TEST_CASE("exam B from the list to the certificate by mouse in each language") {
    for (const Words& words : kWords) {
        CAPTURE(words.language);
        const Learner learner(QString::fromLatin1(words.language));
        LessonDesk desk;
        desk.begin(QStringLiteral("exam-troubleshooting"), QStringLiteral("Ada Lovelace"));
        desk.pass(5.0);
        dumpImage(desk.window.grab().toImage(),
                  QStringLiteral("exam-%1").arg(QLatin1String(words.language)));
        const std::vector<std::string> hidden = sim::hiddenAnswer(desk.view().drawn);
        desk.click(desk.page().tools().measureButton());
        CHECK(desk.page().tools().readings().contains(QLatin1Char('A')));
        answerTable(desk, hidden);
        desk.choose(2);
        answerNumber(desk, QStringLiteral("118,4")); // 277 V * (150 + 120 + 180) A * 0.95.
        desk.choose(1);
        desk.click(desk.page().switches().disconnectButton());
        desk.wireRight();
        for (const char* const fuse : {"A", "B", "C"}) {
            desk.page().switches().fuse().setCurrentIndex(
                desk.page().switches().fuse().findData(QLatin1String(fuse)));
            desk.click(desk.page().switches().replaceButton());
        }
        sim::World right = desk.link.twin().world();
        if (right.installation.ctRatingA != 400.0) {
            auto* rating = desk.window.findChild<ParameterEdit*>();
            REQUIRE(rating != nullptr);
            rating->setFocus();
            rating->selectAll();
            QTest::keyClicks(rating, QStringLiteral("400 A"));
            QTest::keyClick(rating, Qt::Key_Return);
        }
        desk.settle();
        desk.click(desk.page().switches().disconnectButton());
        desk.pass(6.0);
        desk.handIn();
        for (const sim::TaskStanding& task : desk.view().standing.tasks) {
            CAPTURE(task.id, task.note);
            CHECK(task.state == sim::TaskStanding::State::Done);
        }
        CHECK(desk.view().standing.points == 100);
        CHECK(
            desk.dock().resultPage().outcome().text().startsWith(QString::fromUtf8(words.passed)));
        CHECK(desk.dock().resultPage().text().toPlainText().contains(
            QString::fromStdString(hidden.front())));
        dumpImage(desk.window.grab().toImage(),
                  QStringLiteral("exam-result-%1").arg(QLatin1String(words.language)));
        saveAndJudge(desk, learner);
    }
}

TEST_CASE("hints are taken one by one, cost points, and let the key glow") {
    const Learner learner(QStringLiteral("en"));
    LessonDesk desk;
    desk.begin(QStringLiteral("quick-setup"), QStringLiteral("Ada"));
    GlowOverlay& glow = desk.window.lessons().faceplateGlow();
    CHECK(glow.places().empty());
    desk.click(*desk.page().card()->hintButton());
    CHECK(glow.places().empty());
    desk.click(*desk.page().card()->hintButton());
    REQUIRE(glow.places().size() == 1); // key.plus, with the second hint.
    CHECK(glow.places().front() == desk.window.meterView().faceplate().layoutOfParts().keys.at(0));
    CHECK(glow.isVisible());
    CHECK(desk.page().card()->hintButton() == nullptr);
    dumpImage(desk.window.grab().toImage(), QStringLiteral("lesson-hint"));
    desk.playKeys();
    desk.handIn();
    CHECK(desk.view().standing.points == 42); // 45 less 1 and 2.
    CHECK(glow.places().empty());
}

TEST_CASE("a task that is given up is explained and its points are lost") {
    const Learner learner(QStringLiteral("en"));
    LessonDesk desk;
    desk.begin(QStringLiteral("quick-setup"), QStringLiteral("Ada"));
    desk.click(*desk.page().card()->giveUpButton());
    CHECK(desk.view().standing.tasks[0].state == sim::TaskStanding::State::GivenUp);
    const auto labels = desk.page().card()->findChildren<QLabel*>();
    CHECK(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->text().contains(QStringLiteral("Register 131"));
    }));
    desk.click(desk.page().nextButton());
    CHECK(desk.page().tasks().currentRow() == 1);
}

TEST_CASE("the lessons change their language at once") {
    const Learner learner(QStringLiteral("en"));
    LessonDesk desk;
    desk.begin(QStringLiteral("quick-setup"), QStringLiteral("Ada"));
    QComboBox& language = desk.dock().language();
    language.setFocus();
    QTest::keyClicks(&language, QStringLiteral("D")); // Deutsch.
    Q_EMIT language.activated(language.currentIndex());
    desk.settle();
    const auto labels = desk.page().findChildren<QLabel*>();
    CHECK(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->text() == QStringLiteral("Schnelleinrichtung");
    }));
}

TEST_CASE("a lesson is neither shown nor edited as a scenario") {
    const Learner learner(QStringLiteral("en"));
    LessonDesk desk;
    ScenarioFileDock dock(desk.meter);
    const QString before = dock.editor().toPlainText();
    desk.begin(QStringLiteral("quick-setup"), QStringLiteral("Ada"));
    CHECK(dock.editor().toPlainText().isEmpty()); // The solution stands in that file.
    CHECK_FALSE(dock.editor().isEnabled());
    CHECK_FALSE(dock.applyButton().isEnabled());
    CHECK(dock.note() == QStringLiteral("A lesson runs; its file is not edited here."));
    LessonRoom::of(desk.meter).leave();
    desk.settle();
    CHECK(dock.editor().isEnabled());
    CHECK(dock.applyButton().isEnabled());
    CHECK(dock.editor().toPlainText() == before);
}

TEST_CASE("an exam closes the desk and opens it again") {
    const Learner learner(QStringLiteral("en"));
    LessonDesk desk;
    const auto before = menuActions(*desk.window.menuBar());
    std::vector<bool> wasEnabled;
    for (const QAction* action : before) {
        wasEnabled.push_back(action->isEnabled());
    }
    desk.begin(QStringLiteral("exam-troubleshooting"), QStringLiteral("Ada"));
    for (const QAction* action : menuActions(*desk.window.menuBar())) {
        const bool isAllowed =
            action->isSeparator() || action->menu() != nullptr ||
            action == &desk.window.lessons().projectorAction() ||
            action == &desk.window.dock(QStringLiteral("wiring"))->showAction() ||
            action == &desk.window.dock(QStringLiteral("lesson"))->showAction();
        CAPTURE(action->text().toStdString());
        CHECK((isAllowed || !action->isEnabled()));
    }
    for (const char* const name : {"faults", "log", "source", "scenario", "readings", "help"}) {
        CAPTURE(name);
        DockFrame* dock = desk.window.dock(QLatin1String(name));
        CHECK(dock->isHidden());
        CHECK(dock->features() == QDockWidget::NoDockWidgetFeatures);
    }
    QTest::keyClick(&desk.window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.window.dock(QStringLiteral("faults"))->isHidden());
    CHECK_FALSE(desk.window.acceptDrops());
    desk.meter.openScenario(QStringLiteral("other.yaml"));
    desk.meter.openScenario(QStringLiteral("other.lesson.yaml"));
    CHECK(desk.link.opened.empty());
    CHECK(desk.view().lesson->id == "exam-troubleshooting");
    const auto* mistakes = desk.window.findChild<MistakesView*>();
    REQUIRE(mistakes != nullptr);
    CHECK_FALSE(mistakes->isVisible());
    CHECK(desk.page().card()->hintButton() == nullptr);
    CHECK(desk.page().card()->giveUpButton() == nullptr);

    desk.handIn();
    for (std::size_t i = 0; i < before.size(); ++i) {
        CAPTURE(before[i]->text().toStdString());
        // The files that were opened last are more by one.
        CHECK((before[i]->menu() != nullptr || before[i]->isEnabled() == wasEnabled[i]));
    }
    CHECK(desk.window.acceptDrops());
}

TEST_CASE("an exam tells nothing before its end") {
    const Learner learner(QStringLiteral("en"));
    LessonDesk desk;
    desk.begin(QStringLiteral("exam-troubleshooting"), QStringLiteral("Ada"));
    desk.pass(2.0);
    desk.choose(2);
    answerNumber(desk, QStringLiteral("1"));
    CHECK(desk.page().card()->answerField() == nullptr); // Recorded, right or wrong.
    CHECK(desk.page().losses().isHidden());
    CHECK_FALSE(desk.page().points().text().contains(QStringLiteral("of")));
    // A lead that is moved while it is live costs points, which are told afterwards.
    auto* diagram = desk.window.findChild<WiringDiagram*>();
    REQUIRE(diagram != nullptr);
    diagram->setFocus(Qt::TabFocusReason);
    const bool isOpen = conductorOf(diagram->picture().installation, 0) == sim::Conductor::Open;
    QTest::keyClick(diagram, isOpen ? Qt::Key_Up : Qt::Key_Delete);
    desk.pass(1.0);
    CHECK(desk.page().losses().isHidden());
    CHECK(desk.view().standing.lost.size() == 1);
    desk.handIn();
    CHECK_FALSE(desk.view().standing.isPassed);
    CHECK(desk.dock().resultPage().text().toPlainText().contains(QStringLiteral("118.4")));
}

TEST_CASE("an exam goes on after the plug was pulled and its clock has run on") {
    const Learner learner(QStringLiteral("en"));
    std::uint64_t seed = 0;
    {
        LessonDesk desk;
        desk.begin(QStringLiteral("exam-troubleshooting"), QStringLiteral("Ada"));
        desk.pass(3.0);
        desk.choose(2);
        answerNumber(desk, QStringLiteral("118.4"));
        desk.pass(2.0);
        seed = desk.view().attempt.seed;
        desk.link.pullThePlug();
    }
    LessonDesk again;
    CHECK(again.dock().courses().goOnButton().isVisible());
    again.begin(QStringLiteral("exam-troubleshooting"), QStringLiteral("Ada"));
    CHECK(again.view().attempt.number == 1);
    CHECK(again.view().attempt.seed == seed);
    CHECK(again.view().standing.tasks[2].answers == std::vector<std::string>{"118.4 kW"});
    REQUIRE(again.view().secondsLeft);
    CHECK(*again.view().secondsLeft <= 45 * 60);
    again.handIn();
    CHECK(again.view().standing.tasks[2].state == sim::TaskStanding::State::Done);
    again.click(again.dock().resultPage().againButton());
    CHECK(again.view().attempt.number == 2);
}

TEST_CASE("an exam ends with its time") {
    const Learner learner(QStringLiteral("en"));
    LessonDesk desk;
    desk.begin(QStringLiteral("exam-troubleshooting"), QStringLiteral("Ada"));
    CHECK(desk.page().clock().text() == QStringLiteral("45:00 left"));
    // Three times a quarter of an hour, of which the last is the end.
    for (int wait = 0; wait < 3; ++wait) {
        desk.click(desk.page().waitButton());
    }
    CHECK(desk.view().standing.isFinished);
    CHECK(desk.dock().resultPage().isVisible());
}

TEST_CASE("a trainer sees what is hidden and the solution step by step and nothing counts") {
    const Learner learner(QStringLiteral("en"));
    LessonDesk desk;
    desk.dock().courses().search().setText(QStringLiteral("exam-troubleshooting"));
    desk.dock().courses().openButton().click();
    desk.click(desk.dock().beginPage().showMeButton());
    CHECK(desk.view().isDemonstration);
    TrainerView& trainer = desk.page().trainer();
    REQUIRE(trainer.isVisible());
    for (const std::string& name : desk.view().drawn) {
        CHECK(trainer.hidden().text().contains(QString::fromStdString(name)));
    }
    const auto steps = static_cast<int>(desk.view().lesson->solution.size());
    CHECK(trainer.steps().count() == steps);
    for (int step = 0; step < steps; ++step) {
        REQUIRE(QTest::qWaitFor([&] { return trainer.stepButton().isEnabled(); }));
        desk.click(trainer.stepButton());
        desk.pass(1.0);
    }
    desk.pass(6.0);
    CHECK(desk.view().standing.points == 100);
    CHECK(desk.window.acceptDrops());
    dumpImage(desk.window.grab().toImage(), QStringLiteral("lesson-trainer"));
    desk.click(trainer.resetButton());
    CHECK(desk.view().standing.points == 0);
    desk.click(desk.page().leaveButton());
    CHECK(desk.dock().courses().isVisible());
    CHECK(sim::attemptsIn(learner.folder().toStdString()).empty());
}
