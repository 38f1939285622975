// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/yaml/lesson_reader.hpp"

#include "sim/base/file_text.hpp"
#include "sim/base/sha256.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/keys/value_rule.hpp"
#include "sim/lesson/choice_tables.hpp"
#include "sim/lesson/desk.hpp"
#include "sim/lesson/yaml/ban_reader.hpp"
#include "sim/lesson/yaml/lesson_input.hpp"
#include "sim/lesson/yaml/solution_reader.hpp"
#include "sim/lesson/yaml/task_reader.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;

constexpr std::array<std::string_view, 18> kKeys = {"metertwin-lesson",
                                                    "id",
                                                    "title",
                                                    "goal",
                                                    "course",
                                                    "kind",
                                                    "after",
                                                    "time",
                                                    "pass",
                                                    "scenario",
                                                    "desk",
                                                    "hidden",
                                                    "tasks",
                                                    "order",
                                                    "sheet",
                                                    "never",
                                                    "safety",
                                                    "solution"};
constexpr int kPointsMax = 1000;
constexpr int kHiddenMax = 5;

bool isId(const std::string& text) {
    return !text.empty() && text.size() <= 60 && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '-';
    });
}

class LessonReader final {
public:
    LessonReader(std::string name, Errors& errors)
        : m_errors(errors), m_yaml(std::move(name), errors) {}

    std::optional<Lesson> read(const std::string& text);

private:
    const Entry* find(std::string_view key) const;
    void missing(std::string_view key, std::string_view why);
    void checkTop();
    void readScenario();
    void readWords(const LessonInput& input);
    void readDesk(const LessonInput& input);
    void readHidden(const LessonInput& input);
    void readDraw(const LessonInput& input, const YAML::Node& node);
    void readFrom(const LessonInput& input, const YAML::Node& node);
    void readTasks(const LessonInput& input);
    void readRest(const LessonInput& input);
    void checkAnswers();

    Errors& m_errors;
    YamlInput m_yaml;
    std::vector<Entry> m_entries;
    Lesson m_lesson;
};

const Entry* LessonReader::find(std::string_view key) const {
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    return found == m_entries.end() ? nullptr : &*found;
}

void LessonReader::missing(std::string_view key, std::string_view why) {
    m_errors.push_back({"`" + std::string(key) + "` is missing: " + std::string(why),
                        {.file = m_yaml.file(), .line = 1, .column = 1}});
}

void LessonReader::checkTop() {
    for (const Entry& entry : m_entries) {
        if (std::ranges::find(kKeys, entry.key) == kKeys.end()) {
            m_yaml.unknownKey(entry, "a lesson", kKeys);
        }
    }
    if (const Entry* const version = find("metertwin-lesson")) {
        const auto text = m_yaml.scalarOf(version->value, "the version of the format, 1");
        if (text && *text != "1") {
            m_yaml.fail(version->value, "format version `" + text->substr(0, 60) +
                                            "` is not known; this program reads version 1");
        }
    } else {
        missing("metertwin-lesson", "write `metertwin-lesson: 1`, the version of the format");
    }

    struct Needed {
        std::string_view key;
        std::string_view why;
    };

    constexpr std::array kNeeded = {
        Needed{"id", "a name of a-z, 0-9 and -, such as `quick-setup`"},
        Needed{"title", "what the lesson is called"},
        Needed{"scenario", "the twin as the learner finds it"},
        Needed{"tasks", "what the learner is to do"},
        Needed{"solution", "how it is done, which `lesson check` plays"}};
    for (const Needed& needed : kNeeded) {
        if (find(needed.key) == nullptr) {
            missing(needed.key, needed.why);
        }
    }
}

void LessonReader::readScenario() {
    const Entry* const entry = find("scenario");
    if (entry == nullptr) {
        return;
    }
    const std::filesystem::path own(m_yaml.file());
    std::expected<Scenario, Errors> scenario = std::unexpected(Errors{});
    if (entry->value.IsMap()) {
        scenario = readInlineScenario(entry->value, m_yaml.file(), m_lesson.title.in("en"));
    } else if (const auto name = m_yaml.scalarOf(entry->value, "a scenario, or its file")) {
        scenario = meter::sim::readScenario((own.parent_path() / *name).lexically_normal());
    }
    if (!scenario) {
        m_errors.insert(m_errors.end(), scenario.error().begin(), scenario.error().end());
        return;
    }
    m_lesson.scenario = std::move(*scenario);
    m_lesson.scenario.duration.reset(); // The learner decides when it is over.
    if (!m_lesson.scenario.expect.empty()) {
        m_yaml.fail(entry->keyNode, "the scenario of a lesson has no `expect`: what must be so "
                                    "belongs to the `tasks`");
    }
    if (!m_lesson.scenario.masters.empty()) {
        m_yaml.fail(entry->keyNode, "the scenario of a lesson has no `masters`: they are played in "
                                    "`run` only");
    }
}

void LessonReader::readWords(const LessonInput& input) {
    if (const Entry* const id = find("id")) {
        m_lesson.id = m_yaml.scalarOf(id->value, "the id of the lesson").value_or("");
        if (!isId(m_lesson.id)) {
            m_yaml.fail(id->value, "an id has a-z, 0-9 and -, at most 60 of them");
        }
    }
    if (const Entry* const title = find("title")) {
        m_lesson.title = input.textOf(title->value, "`title`");
    }
    if (const Entry* const goal = find("goal")) {
        m_lesson.goal = input.textOf(goal->value, "`goal`");
    }
    if (const Entry* const course = find("course")) {
        m_lesson.course = input.textOf(course->value, "`course`");
    }
    if (const Entry* const sheet = find("sheet")) {
        m_lesson.sheet = input.textOf(sheet->value, "`sheet`");
    }
    if (const Entry* const kind = find("kind")) {
        constexpr std::array<std::string_view, 2> kKinds = {"exercise", "exam"};
        if (const auto index = input.wordOf(kind->value, "a kind of lesson", kKinds)) {
            m_lesson.kind = static_cast<LessonKind>(*index);
        }
    }
    if (const Entry* const after = find("after")) {
        m_lesson.after = input.wordsOf(after->value, "the id of a lesson");
    }
    if (const Entry* const time = find("time")) {
        m_lesson.timeS = m_yaml.timeOf(time->value, input.nominalFrequencyHz).value_or(0.0);
    } else if (m_lesson.kind == LessonKind::Exam) {
        missing("time", "an exam has a limit, such as `time: 30 min`");
    }
    if (const Entry* const pass = find("pass")) {
        m_lesson.passPercent = input.percentOf(pass->value, "a share of the points").value_or(0.0);
    }
}

void LessonReader::readDesk(const LessonInput& input) {
    static constexpr std::array<std::string_view, 2> kDeskKeys = {"docks", "may"};
    static constexpr std::array<std::string_view, kDeskRightCount> kRights = {
        "keys", "power", "disconnect", "wiring", "source", "modbus", "speed"};
    const Entry* const desk = find("desk");
    if (desk == nullptr) {
        return;
    }
    for (const Entry& entry : m_yaml.entriesOf(desk->value, "`desk`")) {
        const bool isDocks = entry.key == "docks";
        if (!isDocks && entry.key != "may") {
            m_yaml.unknownKey(entry, "`desk`", kDeskKeys);
            continue;
        }
        if (!entry.value.IsSequence()) {
            m_yaml.fail(entry.value, "this is a list, such as `[wiring, phasors]`");
            continue;
        }
        for (const YAML::Node& node : entry.value) {
            if (isDocks) {
                const auto dock = input.wordOf(node, "a dock of the window", kDeskDocks);
                if (dock) {
                    m_lesson.docks.emplace_back(kDeskDocks[*dock]);
                }
            } else if (const auto right = input.wordOf(node, "something to operate", kRights)) {
                m_lesson.may.push_back(static_cast<DeskRight>(*right));
                if (m_lesson.may.back() == DeskRight::Speed && m_lesson.kind == LessonKind::Exam) {
                    m_yaml.fail(node, "an exam runs at real time; remove `speed`");
                }
            }
        }
    }
}

/// `draw: 1` or `draw: 0..2`.
void LessonReader::readDraw(const LessonInput& input, const YAML::Node& node) {
    const auto text = m_yaml.scalarOf(node, "how many faults, such as `1` or `0..2`");
    if (!text) {
        return;
    }
    const std::size_t dots = text->find("..");
    if (dots == std::string::npos) {
        const auto count = input.wholeOf(node, 0, kHiddenMax, "how many faults");
        m_lesson.hidden->atLeast = m_lesson.hidden->atMost = count.value_or(1);
        return;
    }
    const auto low = parseNumber(text->substr(0, dots));
    const auto high = parseNumber(text->substr(dots + 2));
    if (!low || !high || *low < 0.0 || *high < *low || *high > kHiddenMax) {
        m_yaml.fail(node, "write how many faults are drawn as `1` or `0..2`, at most 5");
        return;
    }
    m_lesson.hidden->atLeast = static_cast<int>(*low);
    m_lesson.hidden->atMost = static_cast<int>(*high);
}

void LessonReader::readFrom(const LessonInput& input, const YAML::Node& node) {
    const std::vector<std::string> names = input.wordsOf(node, "faults by name");
    if (names.size() == 1 && names.front() == "wiring-mistakes") {
        m_lesson.hidden->from = wiringMistakes();
        std::erase(m_lesson.hidden->from, kCorrectWiring);
        return;
    }
    std::vector<std::string_view> known;
    for (const FaultPreset& preset : faultPresets()) {
        known.push_back(preset.name);
    }
    for (const std::string& name : names) {
        if (findFaultPreset(name) == nullptr) {
            m_yaml.fail(node, "there is no fault `" + name.substr(0, 60) + "`; " +
                                  didYouMean(name, known));
        }
    }
    m_lesson.hidden->from = names;
}

void LessonReader::readHidden(const LessonInput& input) {
    static constexpr std::array<std::string_view, 2> kHiddenKeys = {"draw", "from"};
    const Entry* const hidden = find("hidden");
    if (hidden == nullptr) {
        return;
    }
    m_lesson.hidden = HiddenFaults{.atLeast = 1, .atMost = 1, .from = {}};
    for (const Entry& entry : m_yaml.entriesOf(hidden->value, "`hidden`")) {
        if (entry.key == "draw") {
            readDraw(input, entry.value);
        } else if (entry.key == "from") {
            readFrom(input, entry.value);
        } else {
            m_yaml.unknownKey(entry, "`hidden`", kHiddenKeys);
        }
    }
    if (static_cast<int>(m_lesson.hidden->from.size()) < m_lesson.hidden->atMost) {
        m_yaml.fail(hidden->value, "`from` names fewer faults than are drawn");
    }
}

void LessonReader::readTasks(const LessonInput& input) {
    const Entry* const tasks = find("tasks");
    if (tasks == nullptr) {
        return;
    }
    if (!tasks->value.IsSequence() || tasks->value.size() == 0) {
        m_yaml.fail(tasks->value, "`tasks` is a list of one task or more");
        return;
    }
    std::set<std::string> seen;
    for (const YAML::Node& node : tasks->value) {
        m_lesson.tasks.push_back(readTask(input, node, m_lesson.kind));
        const std::string& id = m_lesson.tasks.back().id;
        if (!id.empty() && !seen.insert(id).second) {
            m_yaml.fail(node, "two tasks have the id `" + id + "`; rename one");
        }
    }
    if (m_lesson.pointsMax() == 0 && m_errors.empty()) {
        m_yaml.fail(tasks->keyNode, "no task has any `points`, so nobody can pass");
    }
}

void LessonReader::readRest(const LessonInput& input) {
    if (const Entry* const order = find("order")) {
        constexpr std::array<std::string_view, 2> kOrders = {"free", "strict"};
        m_lesson.isStrict = input.wordOf(order->value, "an order", kOrders) == 1U;
    }
    if (const Entry* const never = find("never")) {
        m_lesson.never = readBans(input, never->value);
    }
    if (const Entry* const safety = find("safety")) {
        m_lesson.safety = input.wholeOf(safety->value, 0, kPointsMax, "points").value_or(0);
    }
    if (const Entry* const solution = find("solution")) {
        m_lesson.solution = readSolution(input, solution->value, m_lesson.tasks);
    }
}

void LessonReader::checkAnswers() {
    for (const Task& task : m_lesson.tasks) {
        const bool wantsHidden = task.ask && std::holds_alternative<HiddenAnswer>(task.ask->answer);
        if (wantsHidden && !m_lesson.hidden) {
            m_errors.push_back(
                {"`answer: hidden` needs the `hidden` faults that are drawn", task.place});
        }
    }
}

std::optional<Lesson> LessonReader::read(const std::string& text) {
    m_lesson.file = m_yaml.file();
    const std::optional<YAML::Node> root = m_yaml.parse(text);
    if (!root) {
        return std::nullopt;
    }
    m_entries = m_yaml.entriesOf(*root, "a lesson");
    checkTop();
    const LessonInput words{m_yaml, m_lesson.scenario};
    readWords(words);
    readScenario();
    const LessonInput input{m_yaml, m_lesson.scenario, nominalFrequencyHz(m_lesson.scenario)};
    readDesk(input);
    readHidden(input);
    readTasks(input);
    readRest(input);
    checkAnswers();
    if (!m_errors.empty()) {
        return std::nullopt;
    }
    const std::filesystem::path folder = std::filesystem::path(m_lesson.file).parent_path();
    const Result<std::string> scenario = scenarioText(m_lesson.scenario, folder);
    m_lesson.digest = hexText(sha256(text + '\0' + scenario.value_or(std::string{})));
    return std::move(m_lesson);
}

} // namespace

std::expected<Lesson, Errors> readLesson(const std::filesystem::path& file) {
    const Result<std::string> text = textOfFile(file);
    if (!text) {
        return std::unexpected(Errors{text.error()});
    }
    return readLessonFromText(*text, file.string());
}

std::expected<Lesson, Errors> readLessonFromText(const std::string& text, const std::string& name) {
    Errors errors;
    std::optional<Lesson> lesson = LessonReader(name, errors).read(text);
    if (!lesson) {
        std::ranges::sort(errors, {}, [](const Error& error) {
            return std::tuple(error.place.line, error.place.column);
        });
        return std::unexpected(std::move(errors));
    }
    return std::move(*lesson);
}

} // namespace meter::sim
