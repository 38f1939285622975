// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/right_answer.hpp"

#include "sim/lesson/attempt.hpp"
#include "sim/lesson/condition_check.hpp"
#include "sim/lesson/lesson_acts.hpp"
#include "sim/report/markup.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>

namespace meter::sim {

namespace {

constexpr int kDecimals = 3;

/// The choice that is meant by one of its texts; the text itself if it is a name.
LocalText choiceOf(const Question& question, const std::string& text) {
    const auto found = std::ranges::find_if(question.choices, [&text](const LocalText& choice) {
        return std::ranges::any_of(choice.all(),
                                   [&text](const auto& each) { return each.second == text; });
    });
    return found != question.choices.end() ? *found : LocalText(text);
}

/// "A; B", in each language.
void append(LocalText& list, const LocalText& next) {
    for (const auto& [language, text] : next.all()) {
        const std::string before = list.isEmpty() ? std::string() : list.in(language) + "; ";
        list.set(language, before + text);
    }
}

LocalText listOf(const Question& question, const std::vector<std::string>& right) {
    LocalText list;
    for (const std::string& text : right) {
        append(list, choiceOf(question, text));
    }
    return list;
}

LocalText numberOf(const Lesson& lesson, const NumberAnswer& wanted, const Simulation& twin) {
    std::optional<double> value = wanted.number;
    if (wanted.of == NumberAnswer::Of::Truth) {
        value = trueAnswer(wanted.name, twin.faultyWorld());
    } else if (wanted.of == NumberAnswer::Of::Register) {
        value = ConditionCheck(lesson).reading(wanted.name, twin);
    }
    if (!value) {
        return {};
    }
    return LocalText(shortNumber(*value, kDecimals) +
                     (wanted.unit.empty() ? "" : " " + wanted.unit));
}

} // namespace

LocalText rightAnswer(const Lesson& lesson,
                      const Task& task,
                      const std::vector<std::string>& drawn,
                      const Simulation& twin) {
    if (!task.ask) {
        return {};
    }
    if (const auto* const number = std::get_if<NumberAnswer>(&task.ask->answer)) {
        return numberOf(lesson, *number, twin);
    }
    const auto* const listed = std::get_if<ListedAnswer>(&task.ask->answer);
    return listOf(*task.ask, listed != nullptr ? listed->right : hiddenAnswer(drawn));
}

std::vector<LocalText>
rightAnswers(const Lesson& lesson, const std::vector<std::string>& drawn, const Simulation& twin) {
    std::vector<LocalText> answers;
    for (const Task& task : lesson.tasks) {
        answers.push_back(rightAnswer(lesson, task, drawn, twin));
    }
    return answers;
}

} // namespace meter::sim
