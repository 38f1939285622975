// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A lesson or an exam as values: what NAME.lesson.yaml says once it is read and found right
// (docs/lessons.md). The judge (lesson_judge.hpp) and the windows work from it.

#include "core/settings/settings.hpp"
#include "sim/lesson/local_text.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/truth/hand_tools.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace meter::sim {

enum class LessonKind : std::uint8_t { Exercise, Exam };

/// What may be operated on the learner's desk.
enum class DeskRight : std::uint8_t { Keys, Power, Disconnect, Wiring, Source, Modbus, Speed };
inline constexpr std::size_t kDeskRightCount = 7;

/// What an act was done with; a task may want one.
enum class Act : std::uint8_t { Any, Keys, Wiring, Modbus };

// Conditions: all of a task's must hold -----------------------------------------------------

/// In the grammar of `expect`, without times.
struct ExpectCondition {
    Expectation expectation;
};

/// Leads, ropes, polarity, fuses and ratings as the job sheet wants them.
struct RightWiringCondition {};

/// `installation.KEY: value`, `line.wiring.KEY: value`, `disconnect: open`.
struct WorldCondition {
    std::string key;
    double value = 0.0; ///< In the key's base unit, or its code.
};

/// Has stood on the glass during the task.
struct ShownCondition {
    std::optional<std::string> label;
    std::optional<std::string> value;
};

/// What the meter reads is what is really there.
struct AgreesCondition {
    struct Item {
        std::string registerName;
        double tolerance = 0.0; ///< Fraction of the true value.
    };

    std::vector<Item> items;
};

/// A master has been answered so.
struct AskedCondition {
    std::vector<std::uint16_t> registers;
    std::optional<std::uint16_t> baud;
    std::optional<Parity> parity;
    std::optional<std::uint8_t> unit;
};

/// Since the task began.
struct KeyCountCondition {
    int atMost = 0;
};

/// Settings that no register holds.
struct MeterCondition {
    std::optional<std::uint8_t> address;
    std::optional<std::uint16_t> baud;
    std::optional<Parity> parity;
};

using Condition = std::variant<ExpectCondition,
                               RightWiringCondition,
                               WorldCondition,
                               ShownCondition,
                               AgreesCondition,
                               AskedCondition,
                               KeyCountCondition,
                               MeterCondition>;

// Questions ---------------------------------------------------------------------------------

/// The hidden faults that were drawn; `correct-wiring` if there are none.
struct HiddenAnswer {};

/// All of them, in any order.
struct ListedAnswer {
    std::vector<std::string> right;
};

struct NumberAnswer {
    enum class Of : std::uint8_t { Number, Register, Truth };
    Of of = Of::Number;
    double number = 0.0;
    std::string name;               ///< Of the register, or of the true quantity.
    std::string unit;               ///< "A"; empty for a plain number.
    std::optional<double> relative; ///< `within: 2 %` as a fraction;
    std::optional<double> absolute; ///< or in the unit. None: exact.
};

struct Question {
    /// The choices as written, or those of a table of the product; empty: free input.
    std::vector<LocalText> choices;
    std::string choiceTable; ///< "wiring-mistakes" …; empty: the list above.
    std::variant<HiddenAnswer, ListedAnswer, NumberAnswer> answer;
    int tries = 1; ///< Each wrong one costs a third of the points.
    std::optional<HandTool> evidence;
};

// Tasks -------------------------------------------------------------------------------------

struct Hint {
    LocalText text;
    int costs = 0;
    std::string glow; ///< "key.plus", "terminal.VA"; empty: nothing glows.
};

struct Task {
    std::string id;
    LocalText text; ///< Of a question: what is asked.
    std::vector<Condition> done;
    SampleTime holdFor = 0; ///< It must hold so long; 0: one update.
    Act by = Act::Any;
    std::optional<Question> ask; ///< Instead of `done`.
    int points = 0;
    std::vector<Hint> hints;
    LocalText explain;
    std::string glow; ///< With the second hint.
    Place place{};
};

/// What must not be done.
struct Ban {
    enum class What : std::uint8_t { Reset, Write, Moved, Press, Set };
    What what = What::Reset;
    std::string of;           ///< energy | demand | pulses; voltage_leads | ct_leads; a key.
    std::uint16_t number = 0; ///< Write: the register.
    Key key = Key::Plus;      ///< Press.
    bool whileLive = false;   ///< Moved: only while the disconnect is closed.
    std::optional<int> costs; ///< None: the attempt has failed.
    std::string text;         ///< As written, for the record.
};

/// Hidden faults, drawn again for each attempt.
struct HiddenFaults {
    int atLeast = 0;
    int atMost = 0;
    std::vector<std::string> from; ///< Names of presets.
};

// Solution ----------------------------------------------------------------------------------

struct WaitStep {
    SampleTime length = 0;
};

struct AnswerStep {
    std::string task;
    std::vector<std::string> values; ///< "hidden" alone: what was drawn.
    bool isHidden = false;
};

struct MeasureStep {
    HandTool tool = HandTool::Clamp;
    std::string at;
};

/// As a master on the line; unit, baud rate and parity those of the meter if they are not given.
struct ReadStep {
    struct Span {
        std::uint16_t first = 0;
        std::uint16_t count = 1;
    };

    std::vector<Span> registers{}; ///< One request each.
    std::optional<std::uint8_t> unit{};
    std::optional<std::uint16_t> baud{};
    std::optional<Parity> parity{};
};

struct HintStep {
    std::string task;
};

/// A timeline action (press, write, set, power) or one of the others.
using SolutionStep =
    std::variant<TimelineAction, WaitStep, AnswerStep, MeasureStep, ReadStep, HintStep>;

struct Lesson {
    std::string file;
    std::string digest; ///< SHA-256 of the file's text and of the scenario it names.
    std::string id;
    LocalText title;
    LocalText goal;
    LocalText course; ///< What it is listed under; empty: by itself.
    LessonKind kind = LessonKind::Exercise;
    std::vector<std::string> after;
    double timeS = 0.0;       ///< What it usually takes; the limit of an exam.
    double passPercent = 0.0; ///< Of the points.
    Scenario scenario;
    std::vector<std::string> docks;
    std::vector<DeskRight> may;
    std::optional<HiddenFaults> hidden;
    std::vector<Task> tasks;
    bool isStrict = false;
    LocalText sheet;
    std::vector<Ban> never;
    int safety = 0; ///< Points.
    std::vector<SolutionStep> solution;

    [[nodiscard]] int pointsMax() const; ///< Sum of the tasks.
    [[nodiscard]] bool mayUse(DeskRight right) const;
    /// Place among the tasks; none: no such task.
    [[nodiscard]] std::optional<std::size_t> taskNamed(const std::string& taskId) const;
};

[[nodiscard]] std::string_view nameOf(LessonKind kind);
[[nodiscard]] std::string_view nameOf(DeskRight right);
[[nodiscard]] std::string_view nameOf(Act act);

} // namespace meter::sim
