// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_html.hpp"

#include "sim/base/sim_time.hpp"
#include "sim/device/virtual_meter.hpp"
#include "sim/lesson/result_words.hpp"
#include "sim/report/html_style.hpp"
#include "sim/report/markup.hpp"

namespace meter::sim {

namespace {

std::string cell(const std::string& text, std::string_view kind = "") {
    return "<td" + (kind.empty() ? "" : " class=\"" + std::string(kind) + "\"") + ">" + text +
           "</td>";
}

class PageWriter final {
public:
    PageWriter(const ResultPage& page, std::string_view language)
        : m_page(page), m_words(resultWords(language)), m_language(language) {}

    std::string text() {
        head();
        tasks();
        losses();
        foot();
        return std::move(m_text);
    }

private:
    void head();
    void fact(std::string_view name, const std::string& value);
    void tasks();
    void task(std::size_t index);
    void losses();
    void foot();
    [[nodiscard]] std::string stateWord(const TaskStanding& task) const;

    const ResultPage& m_page;
    const ResultWords& m_words;
    std::string_view m_language;
    std::string m_text;
};

void PageWriter::fact(std::string_view name, const std::string& value) {
    m_text += "<tr><th>" + xmlText(name) + "</th>" + cell(xmlText(value)) + "</tr>\n";
}

void PageWriter::head() {
    const LessonStanding& standing = m_page.standing;
    m_text += "<h1>" + xmlText(m_page.lesson->title.in(m_language)) + "</h1>\n<p class=\"outcome" +
              std::string(standing.isPassed ? "" : " failed") + "\">" +
              xmlText(standing.isPassed ? m_words.passed : m_words.notPassed) + ": " +
              std::to_string(standing.points) + " / " + std::to_string(standing.of) + "</p>\n";
    m_text += "<table>\n";
    fact(m_words.learner, m_page.result.attempt.learner);
    fact(m_words.lesson, m_page.lesson->id);
    fact(m_words.date, m_page.result.attempt.start);
    fact(m_words.attempt, std::to_string(m_page.result.attempt.number));
    fact(m_words.passMark, shortNumber(m_page.lesson->passPercent, 1) + " %");
    fact(m_words.time, shortNumber(secondsOf(m_page.result.end) / 60.0, 1) + " min");
    fact(m_words.seed, std::to_string(m_page.result.attempt.seed));
    std::string hidden;
    for (const std::string& name : drawnFaults(*m_page.lesson, m_page.result.attempt.seed)) {
        hidden += (hidden.empty() ? "" : ", ") + name;
    }
    if (m_page.lesson->hidden) {
        fact(m_words.hidden, hidden.empty() ? std::string(m_words.nothing) : hidden);
    }
    fact(m_words.serial, serialText(m_page.lesson->scenario.meter.serialNumber));
    if (!m_page.code.empty()) {
        fact(m_words.code, m_page.code);
    }
    m_text += "</table>\n";
}

std::string PageWriter::stateWord(const TaskStanding& task) const {
    return std::string(m_words.states[static_cast<std::size_t>(task.state)]);
}

void PageWriter::task(std::size_t index) {
    const TaskStanding& standing = m_page.standing.tasks[index];
    const Task& task = m_page.lesson->tasks[index];
    std::string answers;
    for (const std::string& answer : standing.answers) {
        answers += (answers.empty() ? "" : "; ") + answer;
    }
    m_text +=
        "<tr" + std::string(standing.points == standing.of ? "" : " class=\"failed\"") + ">" +
        cell(xmlText(task.text.in(m_language))) + cell(xmlText(stateWord(standing)), "mark") +
        cell(std::to_string(standing.points) + " / " + std::to_string(standing.of), "number") +
        cell(xmlText(answers)) + "</tr>\n";
    if (index < m_page.right.size() && !m_page.right[index].isEmpty()) {
        m_text += "<tr><td colspan=\"4\" class=\"facts\">" + xmlText(m_words.right) + ": " +
                  xmlText(m_page.right[index].in(m_language)) + "</td></tr>\n";
    }
    if (!task.explain.isEmpty()) {
        m_text += "<tr><td colspan=\"4\" class=\"facts\">" + xmlText(task.explain.in(m_language)) +
                  "</td></tr>\n";
    }
}

void PageWriter::tasks() {
    m_text += "<table class=\"wide\">\n<tr><th>" + xmlText(m_words.task) + "</th><th>" +
              xmlText(m_words.state) + "</th><th class=\"number\">" + xmlText(m_words.points) +
              "</th><th>" + xmlText(m_words.answers) + "</th></tr>\n";
    for (std::size_t index = 0; index < m_page.standing.tasks.size(); ++index) {
        task(index);
    }
    m_text += "</table>\n";
}

void PageWriter::losses() {
    if (m_page.standing.lost.empty()) {
        return;
    }
    m_text += "<h3>" + xmlText(m_words.lost) + "</h3>\n<table>\n";
    for (const LessonLoss& loss : m_page.standing.lost) {
        m_text +=
            "<tr>" + cell(shortNumber(secondsOf(loss.at), 1) + " s", "number") +
            cell(loss.isFailure ? xmlText(m_words.failed) : "&minus;" + std::to_string(loss.points),
                 "number") +
            cell(xmlText(loss.why)) + "</tr>\n";
    }
    m_text += "</table>\n";
}

void PageWriter::foot() {
    m_text += "<p class=\"facts\">metertwin " + xmlText(m_page.version) + " · " +
              xmlText(m_words.digest) + " <code>" + xmlText(m_page.result.digest) +
              "</code></p>\n<p>" + xmlText(m_words.signature) +
              ": ______________________________</p>\n";
}

} // namespace

std::string resultHtml(std::span<const ResultPage> pages, std::string_view language) {
    std::string text(kHtmlHead);
    constexpr std::string_view kEnglish = "lang=\"en\"";
    text.replace(text.find(kEnglish), kEnglish.size(),
                 "lang=\"" + std::string(resultWords(language).language) + "\"");
    text += "<title>" + xmlText(resultWords(language).result) + "</title>\n</head>\n<body>\n";
    for (const ResultPage& page : pages) {
        text += "<section style=\"break-after: page\">\n" + PageWriter(page, language).text() +
                "</section>\n";
    }
    return text + "</body>\n</html>\n";
}

} // namespace meter::sim
