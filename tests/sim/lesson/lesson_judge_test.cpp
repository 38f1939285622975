// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_run.hpp"
#include "sim/scenario/yaml/entry_reader.hpp"
#include "tests/sim/lesson/sample_lesson.hpp"

#include <set>

namespace meter::sim {

namespace {

using State = TaskStanding::State;

/// A learner at the sample lesson, or at another one.
struct Desk {
    explicit Desk(const std::string& text = test::kSampleLesson)
        : lesson(test::lessonOf(text)), run(lesson, {.learner = "Ada", .seed = 0}) {}

    void act(const std::string& entry, double seconds = 2.0) {
        const auto read = readTimelineEntry(run.twin().scenario(), run.twin().world(), entry);
        REQUIRE(read);
        run.twin().perform(*read);
        run.advance(samplesOf(seconds));
    }

    [[nodiscard]] TaskStanding task(std::size_t index) const {
        return run.session().standing().tasks[index];
    }

    Lesson lesson;
    LessonRun run;
};

} // namespace

TEST_CASE("lesson judge: a task done another way does not count and says so", "[lesson]") {
    Desk desk(test::replaced(test::kSampleLesson, "by: modbus", "by: keys"));
    desk.run.advance(samplesOf(3.0));
    desk.act("{write: {ct_primary: 400}}");
    CHECK(desk.task(0).state == State::Open);
    CHECK(desk.task(0).note == "it was done by modbus; this task wants it done by keys");
}

TEST_CASE("lesson judge: the act that made it true decides, whatever is done after it",
          "[lesson]") {
    Desk desk;
    desk.run.advance(samplesOf(3.0));
    desk.act("{write: {ct_primary: 400}}", 0.2);
    desk.act("{press: [right]}");
    CHECK(desk.task(0).state == State::Done);
    CHECK(desk.task(0).points == 9);
}

TEST_CASE("lesson judge: a wrong try costs a third rounded up and the last one all", "[lesson]") {
    Desk desk(test::replaced(test::kSampleLesson, "points: 6", "points: 7"));
    CHECK(desk.run.session().answer("which", {"all-cts-reversed"}).value() == false);
    CHECK(desk.task(1).triesLeft == 1);
    const std::vector<std::string> hidden = hiddenAnswer(desk.run.session().drawn());
    CHECK(desk.run.session().answer("which", hidden).value());
    CHECK(desk.task(1).points == 4); // 7 less a third of 7, which is 3 when rounded up.

    Desk other;
    static_cast<void>(other.run.session().answer("which", {"all-cts-reversed"}));
    static_cast<void>(other.run.session().answer("which", {"ct-a-reversed"}));
    CHECK(other.task(1).state == State::Wrong);
    CHECK(other.task(1).points == 0);
    CHECK(other.run.session().answer("which", hidden).error().text ==
          "the task `which` is settled");
}

TEST_CASE("lesson judge: an answer that wants evidence is refused before the measurement",
          "[lesson]") {
    Desk desk;
    CHECK(desk.run.session().answer("current", {"50 A"}).error().text ==
          "measure first: this answer wants a reading of the clamp");
    REQUIRE(desk.run.session().measure(HandTool::Clamp, "B"));
    CHECK(desk.run.session().answer("current", {"0.0505 kA"}).value()); // 1 % off, in kA.
}

TEST_CASE("lesson judge: hints cost their points and come in their order", "[lesson]") {
    Desk desk;
    CHECK(desk.run.session().hint("ct-size")->text.in("de") == "Look at the label.");
    CHECK(desk.run.session().hint("ct-size")->text.in("en") == "It says 400 A.");
    CHECK(desk.run.session().hint("ct-size").error().text ==
          "there are no more hints for this task");
    desk.run.advance(samplesOf(3.0));
    desk.act("{write: {ct_primary: 400}}");
    CHECK(desk.run.session().standing().points == 4); // 9 − 2 − 3.
}

TEST_CASE("lesson judge: points never fall below nothing", "[lesson]") {
    Desk desk;
    static_cast<void>(desk.run.session().hint("ct-size"));
    CHECK(desk.run.session().standing().points == 0);
    CHECK(desk.run.session().standing().lost.size() == 1);
}

TEST_CASE("lesson judge: a reset of the energies fails the attempt", "[lesson]") {
    Desk desk;
    desk.run.advance(samplesOf(3.0));
    desk.act("{write: {129: 30078}}");
    CHECK(desk.run.session().standing().hasFailed);
    CHECK(desk.run.session().standing().lost.front().why == "reset: energy");
}

TEST_CASE("lesson judge: what must not be written costs once", "[lesson]") {
    Desk desk(
        test::replaced(test::kSampleLesson, "write: demand_subinterval_length", "write: 150"));
    desk.run.advance(samplesOf(3.0));
    desk.act("{write: {150: 600}}");
    desk.act("{write: {150: 300}}");
    REQUIRE(desk.run.session().standing().lost.size() == 1);
    CHECK(desk.run.session().standing().lost.front().points == 4);
}

TEST_CASE("lesson judge: the repair is right when leads and readings are, for as long as asked",
          "[lesson]") {
    Desk desk;
    desk.run.advance(samplesOf(3.0));
    desk.act("{write: {ct_primary: 400}}");
    CHECK(desk.task(3).state == State::Open);
    desk.act("{set: {installation.ct_leads: {A: A, B: B, C: C}}}", 1.0);
    CHECK(desk.task(3).state == State::Open);
    desk.run.advance(samplesOf(4.0));
    CHECK(desk.task(3).state == State::Done);
}

TEST_CASE(
    "lesson judge: a lead moved under voltage loses points once and with the switch open none",
    "[lesson]") {
    Desk desk;
    desk.run.advance(samplesOf(3.0));
    desk.act("{set: {installation.disconnect: open}}");
    desk.act("{set: {installation.ct_leads.A: A}}");
    desk.act("{set: {installation.voltage_leads.B: A}}");
    CHECK(desk.run.session().standing().lost.empty());
    desk.act("{set: {installation.disconnect: closed}}");
    desk.act("{set: {installation.voltage_leads.B: B}}");
    desk.act("{set: {installation.voltage_leads.B: A}}");
    REQUIRE(desk.run.session().standing().lost.size() == 1);
    CHECK(desk.run.session().standing().lost.front().points == 5);
}

TEST_CASE("lesson judge: in a strict order a state reached early ticks when its turn comes",
          "[lesson]") {
    Desk desk(test::kSampleLesson + "order: strict\n");
    desk.run.advance(samplesOf(3.0));
    desk.act("{set: {installation.ct_leads: {A: A, B: B, C: C}}}", 3.0);
    desk.act("{write: {ct_primary: 400}}", 3.0);
    CHECK(desk.task(3).state == State::Open);
    CHECK(desk.run.session().answer("current", {"50 A"}).error().text ==
          "it is not yet the turn of `current`: the tasks before it come first");
    REQUIRE(desk.run.session().answer("which", hiddenAnswer(desk.run.session().drawn())));
    REQUIRE(desk.run.session().giveUp("current"));
    desk.run.advance(samplesOf(2.0));
    CHECK(desk.task(3).state == State::Done);
}

TEST_CASE("lesson judge: what is momentary counts in its turn only", "[lesson]") {
    Desk desk(test::kSampleLesson + "order: strict\n");
    desk.run.advance(samplesOf(3.0));
    desk.run.readAsMaster({.registers = {{.first = 26}}});
    for (const char* const task : {"ct-size", "which", "current", "repair"}) {
        REQUIRE(desk.run.session().giveUp(task));
    }
    desk.run.advance(samplesOf(2.0));
    CHECK(desk.task(4).state == State::Open);
    desk.run.readAsMaster({.registers = {{.first = 26}}});
    desk.run.advance(samplesOf(2.0));
    CHECK(desk.task(4).state == State::Done);
}

TEST_CASE("lesson judge: a label counts once it has stood on the glass", "[lesson]") {
    const std::string text =
        test::replaced(test::kSampleLesson, "{asked: {registers: [frequency]}}",
                       "[{shown: {label: A PHASE}}, {keys: at most 3}]");
    Desk desk(text);
    desk.run.advance(samplesOf(3.0));
    CHECK(desk.task(4).state == State::Open);
    desk.act("{press: [minus, plus]}", 4.0); // There and back: it has been seen.
    CHECK(desk.task(4).state == State::Done);

    Desk clumsy(text);
    clumsy.run.advance(samplesOf(3.0));
    clumsy.act("{press: [minus, plus, minus, plus]}", 4.0);
    CHECK(clumsy.task(4).state == State::Open);
    CHECK(clumsy.task(4).note == "more than 3 key presses");
}

TEST_CASE("lesson judge: after it was handed in nothing counts", "[lesson]") {
    Desk desk;
    desk.run.advance(samplesOf(3.0));
    desk.run.session().finish();
    desk.act("{write: {ct_primary: 400}}");
    CHECK(desk.run.session().standing().points == 0);
    CHECK(desk.run.session().hint("ct-size").error().text == "the lesson has been handed in");
}

TEST_CASE("lesson judge: neighbours draw differently and the same learner draws again",
          "[lesson]") {
    const Lesson lesson = test::lessonOf(test::kSampleLesson);
    CHECK(attemptSeed("Ada", lesson, 1) == attemptSeed("Ada", lesson, 1));
    CHECK(attemptSeed("Ada", lesson, 1) != attemptSeed("Bob", lesson, 1));
    CHECK(attemptSeed("Ada", lesson, 1) != attemptSeed("Ada", lesson, 2));
    std::set<std::vector<std::string>> draws;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        draws.insert(drawnFaults(lesson, seed));
        CHECK(drawnFaults(lesson, seed).size() == 1);
    }
    CHECK(draws.size() == 2);
}

} // namespace meter::sim
