// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/yaml/solution_reader.hpp"

#include "sim/keys/value_rule.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;

constexpr std::string_view kHidden = "hidden";

class SolutionReader final {
public:
    SolutionReader(const LessonInput& input, const std::vector<Task>& tasks)
        : m_input(input), m_tasks(tasks) {}

    void read(const YAML::Node& node);

    [[nodiscard]] std::vector<SolutionStep> take() { return std::move(m_steps); }

private:
    void readAction(const std::string& verb, const YAML::Node& value);

    void readVerb(const Entry& entry) { readAction(entry.key, entry.value); }

    void readWire(const Entry& entry);
    void readDisconnect(const Entry& entry);
    void readFuse(const Entry& entry);
    void readWait(const Entry& entry);
    void readAnswer(const Entry& entry);
    void readMeasure(const Entry& entry);
    void readRead(const Entry& entry);
    void readHint(const Entry& entry);
    [[nodiscard]] bool isTask(const YAML::Node& node, const std::string& id);

    const LessonInput& m_input;
    const std::vector<Task>& m_tasks;
    std::vector<SolutionStep> m_steps;
};

void SolutionReader::readAction(const std::string& verb, const YAML::Node& value) {
    if (std::optional<TimelineAction> action = m_input.actionOf(verb, value)) {
        m_steps.emplace_back(std::move(*action));
    }
}

void SolutionReader::readWire(const Entry& entry) {
    YAML::Node set;
    set["installation"] = entry.value;
    readAction("set", set);
}

void SolutionReader::readDisconnect(const Entry& entry) {
    YAML::Node set;
    set["installation.disconnect"] = entry.value;
    readAction("set", set);
}

void SolutionReader::readFuse(const Entry& entry) {
    YAML::Node set;
    set["installation"]["fuses"] = entry.value;
    readAction("set", set);
}

void SolutionReader::readWait(const Entry& entry) {
    if (const auto length = m_input.yaml.positiveTimeOf(entry.value, m_input.nominalFrequencyHz)) {
        m_steps.emplace_back(WaitStep{.length = *length});
    }
}

bool SolutionReader::isTask(const YAML::Node& node, const std::string& id) {
    if (std::ranges::find(m_tasks, id, &Task::id) != m_tasks.end()) {
        return true;
    }
    std::vector<std::string_view> ids;
    for (const Task& task : m_tasks) {
        ids.push_back(task.id);
    }
    m_input.yaml.fail(node, "there is no task `" + id.substr(0, 60) + "`; " + didYouMean(id, ids));
    return false;
}

/// `answer: {which: hidden, how-much: 66.5 kW}`.
void SolutionReader::readAnswer(const Entry& entry) {
    for (const Entry& item : m_input.yaml.entriesOf(entry.value, "`answer`")) {
        AnswerStep step;
        step.task = item.key;
        step.values = m_input.wordsOf(item.value, "an answer, or `hidden`");
        step.isHidden = step.values.size() == 1 && step.values.front() == kHidden;
        if (isTask(item.keyNode, item.key)) {
            m_steps.emplace_back(std::move(step));
        }
    }
}

void SolutionReader::readMeasure(const Entry& entry) {
    constexpr std::array<std::string_view, 2> kKeys = {"tool", "at"};
    MeasureStep step;
    for (const Entry& item : m_input.yaml.entriesOf(entry.value, "`measure`")) {
        const auto text = m_input.yaml.scalarOf(item.value, "a tool, or the place it goes to");
        if (!text) {
            continue;
        }
        if (item.key == "tool") {
            const Result<HandTool> tool = handToolNamed(*text);
            if (!tool) {
                m_input.yaml.fail(item.value, tool.error().text);
            }
            step.tool = tool.value_or(HandTool::Clamp);
        } else if (item.key == "at") {
            step.at = *text;
        } else {
            m_input.yaml.unknownKey(item, "`measure`", kKeys);
        }
    }
    const Result<ToolReading> reading = measureWith(step.tool, step.at, m_input.scenario.world);
    if (!reading) {
        m_input.yaml.fail(entry.value, reading.error().text);
    }
    m_steps.emplace_back(std::move(step));
}

void SolutionReader::readRead(const Entry& entry) {
    constexpr std::array<std::string_view, 4> kKeys = {"registers", "unit", "baud", "parity"};
    ReadStep step;
    for (const Entry& item : m_input.yaml.entriesOf(entry.value, "`read`")) {
        if (item.key == "registers") {
            for (const YAML::Node& node : item.value) {
                if (const auto span = m_input.spanOf(node)) {
                    step.registers.push_back(*span);
                }
            }
        } else if (item.key == "unit") {
            const auto unit = m_input.wholeOf(item.value, 1, 247, "a unit address");
            step.unit = unit ? std::optional(static_cast<std::uint8_t>(*unit)) : std::nullopt;
        } else if (item.key == "baud") {
            step.baud = m_input.baudOf(item.value);
        } else if (item.key == "parity") {
            step.parity = m_input.parityOf(item.value);
        } else {
            m_input.yaml.unknownKey(item, "`read`", kKeys);
        }
    }
    if (step.registers.empty()) {
        m_input.yaml.fail(entry.value, "`read` takes registers, such as "
                                       "`{registers: [voltage_an]}`");
    }
    m_steps.emplace_back(std::move(step));
}

void SolutionReader::readHint(const Entry& entry) {
    const auto id = m_input.yaml.scalarOf(entry.value, "the id of a task");
    if (id && isTask(entry.value, *id)) {
        m_steps.emplace_back(HintStep{.task = *id});
    }
}

void SolutionReader::read(const YAML::Node& node) {
    struct Row {
        std::string_view key;
        void (SolutionReader::*read)(const Entry&);
    };

    static constexpr std::array kRows = {Row{"press", &SolutionReader::readVerb},
                                         Row{"set", &SolutionReader::readVerb},
                                         Row{"write", &SolutionReader::readVerb},
                                         Row{"power", &SolutionReader::readVerb},
                                         Row{"wire", &SolutionReader::readWire},
                                         Row{"disconnect", &SolutionReader::readDisconnect},
                                         Row{"fuse", &SolutionReader::readFuse},
                                         Row{"wait", &SolutionReader::readWait},
                                         Row{"answer", &SolutionReader::readAnswer},
                                         Row{"measure", &SolutionReader::readMeasure},
                                         Row{"read", &SolutionReader::readRead},
                                         Row{"hint", &SolutionReader::readHint}};
    static constexpr std::array<std::string_view, kRows.size()> kKnown = {
        "press", "set",  "write",  "power",   "wire", "disconnect",
        "fuse",  "wait", "answer", "measure", "read", "hint"};
    const std::vector<Entry> entries = m_input.yaml.entriesOf(node, "a step of the solution");
    if (entries.size() != 1) {
        m_input.yaml.fail(node, "a step does one thing, such as `{press: [right, plus]}`");
        return;
    }
    const auto row = std::ranges::find(kRows, entries.front().key, &Row::key);
    if (row == kRows.end()) {
        m_input.yaml.unknownKey(entries.front(), "a step of the solution", kKnown);
        return;
    }
    (this->*row->read)(entries.front());
}

} // namespace

std::vector<SolutionStep>
readSolution(const LessonInput& input, const YAML::Node& node, const std::vector<Task>& tasks) {
    SolutionReader reader(input, tasks);
    if (!node.IsSequence()) {
        input.yaml.fail(node, "`solution` is a list of steps, such as `- {press: [plus]}`");
        return {};
    }
    for (const YAML::Node& step : node) {
        reader.read(step);
    }
    return reader.take();
}

} // namespace meter::sim
