// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/yaml/task_reader.hpp"

#include "sim/base/quantity.hpp"
#include "sim/keys/value_rule.hpp"
#include "sim/lesson/choice_tables.hpp"
#include "sim/lesson/yaml/condition_reader.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/truth/true_values.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;

constexpr int kPointsMax = 1000;
constexpr int kTriesMax = 10;
constexpr std::string_view kTruth = "true.";

class TaskReader final {
public:
    TaskReader(const LessonInput& input, LessonKind kind) : m_input(input), m_kind(kind) {}

    Task read(const YAML::Node& node);

private:
    const Entry* find(std::string_view key) const;
    void readWords();
    void readDone();
    void readHints(const Entry& entry);
    void readHint(const YAML::Node& node);
    void readQuestion();
    void readChoices(const Entry& entry, Question& into);
    void readAnswer(const Entry& entry, Question& into);
    void readNumber(const Entry& entry, Question& into);
    void readNumberOf(const YAML::Node& node, NumberAnswer& into);
    void readWithin(const YAML::Node& node, NumberAnswer& into);
    void checkChoice(const YAML::Node& node, const std::string& text, const Question& question);

    const LessonInput& m_input;
    LessonKind m_kind;
    std::vector<Entry> m_entries;
    Task m_task;
};

const Entry* TaskReader::find(std::string_view key) const {
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    return found == m_entries.end() ? nullptr : &*found;
}

void TaskReader::readHint(const YAML::Node& node) {
    constexpr std::array<std::string_view, 3> kKeys = {"text", "costs", "glow"};
    Hint hint;
    if (!node.IsMap()) {
        m_input.yaml.fail(node, "a hint is a map, such as `{text: Look at the wrench, costs: 2}`");
        return;
    }
    for (const Entry& entry : m_input.yaml.entriesOf(node, "a hint")) {
        if (entry.key == "text") {
            hint.text = m_input.textOf(entry.value, "a hint");
        } else if (entry.key == "costs") {
            hint.costs = m_input.wholeOf(entry.value, 0, kPointsMax, "points").value_or(0);
        } else if (entry.key == "glow") {
            hint.glow = m_input.yaml.scalarOf(entry.value, "a place such as key.plus").value_or("");
        } else {
            m_input.yaml.unknownKey(entry, "a hint", kKeys);
        }
    }
    if (hint.text.isEmpty()) {
        m_input.yaml.fail(node, "a hint needs a `text`");
    }
    m_task.hints.push_back(std::move(hint));
}

void TaskReader::readHints(const Entry& entry) {
    if (m_kind == LessonKind::Exam) {
        m_input.yaml.fail(entry.keyNode, "an exam gives no hints; remove `hints`, or make it an "
                                         "exercise");
        return;
    }
    if (!entry.value.IsSequence()) {
        m_input.yaml.fail(entry.value, "`hints` is a list, such as `[{text: …, costs: 2}]`");
        return;
    }
    for (const YAML::Node& node : entry.value) {
        readHint(node);
    }
}

void TaskReader::readChoices(const Entry& entry, Question& into) {
    if (entry.value.IsScalar()) {
        if (const auto table =
                m_input.wordOf(entry.value, "a table of choices", choiceTableNames())) {
            into.choiceTable = choiceTableNames()[*table];
        }
        return;
    }
    if (!entry.value.IsSequence() || entry.value.size() < 2) {
        m_input.yaml.fail(entry.value, "`choices` is a list of two or more texts, or a table: " +
                                           wordList(choiceTableNames()));
        return;
    }
    for (const YAML::Node& node : entry.value) {
        into.choices.push_back(m_input.textOf(node, "a choice"));
    }
}

/// "true.current_b", a register's name, or a number with or without its unit.
void TaskReader::readNumberOf(const YAML::Node& node, NumberAnswer& into) {
    const auto text = m_input.yaml.scalarOf(node, "a number, a register or `true.` and one");
    if (!text) {
        return;
    }
    if (const Result<Quantity> number = parseQuantity(*text)) {
        into.number = number->value;
        return;
    }
    if (text->starts_with(kTruth)) {
        into.of = NumberAnswer::Of::Truth;
        into.name = text->substr(kTruth.size());
        const std::vector<std::string_view> known = trueValueNames();
        if (std::ranges::find(known, into.name) == known.end()) {
            m_input.yaml.fail(node, "there is no true value of `" + into.name.substr(0, 60) +
                                        "`; " + didYouMean(into.name, known));
        }
        return;
    }
    into.of = NumberAnswer::Of::Register;
    into.name = *text;
    if (const Result<RegisterChoice> choice = registerByNameOrNumber(*text); !choice) {
        m_input.yaml.fail(node, choice.error().text);
    }
}

void TaskReader::readWithin(const YAML::Node& node, NumberAnswer& into) {
    const auto text = m_input.yaml.scalarOf(node, "a tolerance such as `2 %` or `0.5 A`");
    const Result<Quantity> tolerance =
        text ? parseQuantity(*text) : std::unexpected(Error{"no tolerance"});
    if (!tolerance || tolerance->value < 0.0) {
        if (text) {
            m_input.yaml.fail(node, "a tolerance is written as `2 %` or `0.5 A`");
        }
        return;
    }
    if (tolerance->dimension == Dimension::Percent) {
        into.relative = tolerance->value / 100.0;
    } else {
        into.absolute = tolerance->value;
    }
}

void TaskReader::readNumber(const Entry& entry, Question& into) {
    constexpr std::array<std::string_view, 3> kKeys = {"value", "unit", "within"};
    NumberAnswer answer;
    bool hasValue = false;
    for (const Entry& item : m_input.yaml.entriesOf(entry.value, "`answer`")) {
        if (item.key == "value") {
            readNumberOf(item.value, answer);
            hasValue = true;
        } else if (item.key == "unit") {
            answer.unit = m_input.yaml.scalarOf(item.value, "a unit such as A or kW").value_or("");
            if (!answer.unit.empty() && !parseQuantity("1 " + answer.unit)) {
                m_input.yaml.fail(item.value, "`" + answer.unit + "` is not a unit");
            }
        } else if (item.key == "within") {
            readWithin(item.value, answer);
        } else {
            m_input.yaml.unknownKey(item, "`answer`", kKeys);
        }
    }
    if (!hasValue) {
        m_input.yaml.fail(entry.value, "`answer` needs a `value`, such as `true.current_b`");
    }
    into.answer = std::move(answer);
}

void TaskReader::checkChoice(const YAML::Node& node,
                             const std::string& text,
                             const Question& question) {
    std::vector<std::string> known;
    for (const LocalText& choice : question.choices) {
        known.push_back(choice.in("en"));
    }
    if (!question.choiceTable.empty()) {
        known = choiceTable(question.choiceTable).value_or(std::vector<std::string>{});
    }
    if (known.empty() || std::ranges::find(known, text) != known.end()) {
        return;
    }
    const std::vector<std::string_view> views(known.begin(), known.end());
    m_input.yaml.fail(node, "`" + text.substr(0, 60) + "` is not among the choices; " +
                                didYouMean(text, views));
}

void TaskReader::readAnswer(const Entry& entry, Question& into) {
    if (entry.value.IsMap()) {
        readNumber(entry, into);
        return;
    }
    ListedAnswer listed{m_input.wordsOf(entry.value, "a right answer, or `hidden`")};
    if (listed.right.size() == 1 && listed.right.front() == "hidden") {
        into.answer = HiddenAnswer{};
        return;
    }
    for (const std::string& right : listed.right) {
        checkChoice(entry.value, right, into);
    }
    if (listed.right.empty()) {
        m_input.yaml.fail(entry.value, "`answer` needs at least one right answer");
    }
    into.answer = std::move(listed);
}

void TaskReader::readQuestion() {
    Question question;
    m_task.text = m_input.textOf(find("ask")->value, "a question");
    if (const Entry* const choices = find("choices")) {
        readChoices(*choices, question);
    }
    if (const Entry* const answer = find("answer")) {
        readAnswer(*answer, question);
    } else {
        m_input.yaml.fail(find("ask")->keyNode, "a question needs its `answer`");
    }
    if (const Entry* const tries = find("tries")) {
        question.tries = m_input.wholeOf(tries->value, 1, kTriesMax, "tries").value_or(1);
    }
    if (const Entry* const evidence = find("evidence")) {
        const auto text = m_input.yaml.scalarOf(evidence->value, "a hand tool");
        const Result<HandTool> tool = handToolNamed(text.value_or(""));
        if (text && !tool) {
            m_input.yaml.fail(evidence->value, tool.error().text);
        } else if (tool) {
            question.evidence = *tool;
        }
    }
    m_task.ask = std::move(question);
}

void TaskReader::readDone() {
    m_task.done = readConditions(m_input, find("done")->value);
    if (const Entry* const hold = find("for")) {
        m_task.holdFor =
            m_input.yaml.positiveTimeOf(hold->value, m_input.nominalFrequencyHz).value_or(0);
    }
    if (const Entry* const by = find("by")) {
        constexpr std::array<std::string_view, 4> kActs = {"any", "keys", "wiring", "modbus"};
        if (const auto act = m_input.wordOf(by->value, "a way to do it", kActs)) {
            m_task.by = static_cast<Act>(*act);
        }
    }
}

void TaskReader::readWords() {
    if (const Entry* const id = find("id")) {
        m_task.id = m_input.yaml.scalarOf(id->value, "the id of the task").value_or("");
    }
    if (const Entry* const text = find("text")) {
        m_task.text = m_input.textOf(text->value, "a task");
    }
    if (const Entry* const points = find("points")) {
        m_task.points = m_input.wholeOf(points->value, 0, kPointsMax, "points").value_or(0);
    }
    if (const Entry* const explain = find("explain")) {
        m_task.explain = m_input.textOf(explain->value, "an explanation");
    }
    if (const Entry* const glow = find("glow")) {
        m_task.glow = m_input.yaml.scalarOf(glow->value, "a place such as key.plus").value_or("");
    }
    if (const Entry* const hints = find("hints")) {
        readHints(*hints);
    }
}

Task TaskReader::read(const YAML::Node& node) {
    constexpr std::array<std::string_view, 14> kKeys = {
        "id",  "text",    "done",   "for",   "by",      "points",   "hints",
        "ask", "choices", "answer", "tries", "explain", "evidence", "glow"};
    m_task.place = m_input.yaml.placeOf(node);
    if (!node.IsMap()) {
        m_input.yaml.fail(node, "a task is a map that begins with `id`");
        return m_task;
    }
    m_entries = m_input.yaml.entriesOf(node, "a task");
    for (const Entry& entry : m_entries) {
        if (std::ranges::find(kKeys, entry.key) == kKeys.end()) {
            m_input.yaml.unknownKey(entry, "a task", kKeys);
        }
    }
    readWords();
    const bool isQuestion = find("ask") != nullptr;
    if (isQuestion == (find("done") != nullptr)) {
        m_input.yaml.fail(node, "a task has either `done` (what must be so) or `ask` (a "
                                "question with its answer)");
    } else if (isQuestion) {
        readQuestion();
    } else {
        readDone();
    }
    if (m_task.id.empty()) {
        m_input.yaml.fail(node, "a task needs an `id`");
    }
    if (m_task.text.isEmpty()) {
        m_input.yaml.fail(node, "a task needs a `text`: what is to be done");
    }
    return m_task;
}

} // namespace

Task readTask(const LessonInput& input, const YAML::Node& node, LessonKind kind) {
    return TaskReader(input, kind).read(node);
}

} // namespace meter::sim
