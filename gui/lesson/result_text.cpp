// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/result_text.hpp"

#include "gui/lesson/lesson_text.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/device/virtual_meter.hpp"
#include "sim/lesson/result_words.hpp"

#include <QFile>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

#include <cmath>

namespace meter::gui {

namespace {

constexpr int kPaperPoints = 10; ///< Of the letters on paper.
constexpr double kSecondsPerMinute = 60.0;

QString of(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toHtmlEscaped();
}

QString row(std::string_view name, const QString& value) {
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td><b>%2</b></td></tr>")
        .arg(of(name), value.toHtmlEscaped());
}

class RichText final {
public:
    RichText(const sim::ResultPage& page, const QString& language)
        : m_page(page), m_language(language), m_words(sim::resultWords(language.toStdString())) {}

    [[nodiscard]] QString text() const { return head() + facts() + tasks() + losses() + foot(); }

private:
    [[nodiscard]] QString head() const {
        const sim::LessonStanding& standing = m_page.standing;
        return QStringLiteral("<h2>%1</h2><h1>%2</h1><h2>%3: %4 / %5</h2>")
            .arg(of(standing.isPassed ? m_words.certificate : m_words.result),
                 textIn(m_page.lesson->title, m_language).toHtmlEscaped(),
                 of(standing.isPassed ? m_words.passed : m_words.notPassed))
            .arg(standing.points)
            .arg(standing.of);
    }

    [[nodiscard]] QString facts() const {
        const sim::Attempt& attempt = m_page.result.attempt;
        QString text = QStringLiteral("<table cellpadding='2'>");
        text += row(m_words.learner, textOf(attempt.learner));
        text += row(m_words.date, textOf(attempt.start));
        text += row(m_words.lesson, textOf(m_page.lesson->id));
        text += row(m_words.attempt, QString::number(attempt.number));
        text += row(m_words.passMark,
                    QStringLiteral("%1 %").arg(QString::number(m_page.lesson->passPercent)));
        const double minutes = sim::secondsOf(m_page.result.end) / kSecondsPerMinute;
        text += row(m_words.time, QStringLiteral("%1 min").arg(QString::number(minutes, 'f', 1)));
        text += row(m_words.seed, QString::number(attempt.seed));
        if (m_page.lesson->hidden) {
            QStringList names;
            for (const std::string& name : sim::drawnFaults(*m_page.lesson, attempt.seed)) {
                names << textOf(name);
            }
            const QString none = QString::fromUtf8(m_words.nothing.data(),
                                                   static_cast<qsizetype>(m_words.nothing.size()));
            text += row(m_words.hidden, names.isEmpty() ? none : names.join(QStringLiteral(", ")));
        }
        text += row(m_words.serial,
                    textOf(sim::serialText(m_page.lesson->scenario.meter.serialNumber)));
        text += row(m_words.code, textOf(m_page.code));
        return text + QStringLiteral("</table>");
    }

    [[nodiscard]] QString tasks() const {
        QString text = QStringLiteral("<h3>%1</h3>").arg(of(m_words.task));
        for (std::size_t index = 0; index < m_page.standing.tasks.size(); ++index) {
            text += task(index);
        }
        return text;
    }

    [[nodiscard]] QString task(std::size_t index) const {
        const sim::TaskStanding& standing = m_page.standing.tasks[index];
        const sim::Task& task = m_page.lesson->tasks[index];
        QString text = QStringLiteral("<p><b>%1. %2</b><br>%3 \u00b7 %4 / %5 %6")
                           .arg(index + 1)
                           .arg(textIn(task.text, m_language).toHtmlEscaped(),
                                of(m_words.states.at(static_cast<std::size_t>(standing.state))))
                           .arg(standing.points)
                           .arg(standing.of)
                           .arg(of(m_words.points));
        QStringList answers;
        for (const std::string& answer : standing.answers) {
            answers << textOf(answer).toHtmlEscaped();
        }
        if (!answers.isEmpty()) {
            text += QStringLiteral("<br>%1: %2")
                        .arg(of(m_words.answers), answers.join(QStringLiteral("; ")));
        }
        if (index < m_page.right.size() && !m_page.right[index].isEmpty()) {
            text += QStringLiteral("<br>%1: %2")
                        .arg(of(m_words.right),
                             textIn(m_page.right[index], m_language).toHtmlEscaped());
        }
        if (!task.explain.isEmpty()) {
            text += QStringLiteral("<br><i>%1</i>")
                        .arg(textIn(task.explain, m_language).toHtmlEscaped());
        }
        return text + QStringLiteral("</p>");
    }

    [[nodiscard]] QString losses() const {
        QString text;
        for (const sim::LessonLoss& loss : m_page.standing.lost) {
            const QString price =
                loss.isFailure ? of(m_words.failed) : QStringLiteral("\u2212%1").arg(loss.points);
            text += QStringLiteral("<br>%1 s: %2: %3")
                        .arg(QString::number(sim::secondsOf(loss.at), 'f', 1), price,
                             textOf(loss.why).toHtmlEscaped());
        }
        return text.isEmpty() ? text
                              : QString(QStringLiteral("<p><b>") + of(m_words.lost) +
                                        QStringLiteral("</b>") + text + QStringLiteral("</p>"));
    }

    [[nodiscard]] QString foot() const {
        return QStringLiteral("<p><small>metertwin %1 \u00b7 %2 %3</small></p><p><br>%4: "
                              "______________________________</p>")
            .arg(textOf(m_page.version).toHtmlEscaped(), of(m_words.digest),
                 textOf(m_page.result.digest), of(m_words.signature));
    }

    const sim::ResultPage& m_page;
    const QString& m_language;
    const sim::ResultWords& m_words;
};

} // namespace

QString resultRichText(const sim::ResultPage& page, const QString& language) {
    return RichText(page, language).text();
}

bool writeResultPdf(const QString& file, const sim::ResultPage& page, const QString& language) {
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        return false;
    }
    QPdfWriter writer(&out);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(textIn(page.lesson->title, language));
    writer.setCreator(QStringLiteral("metertwin"));
    QTextDocument document;
    QFont font = document.defaultFont();
    font.setPointSize(kPaperPoints);
    document.setDefaultFont(font);
    document.setHtml(resultRichText(page, language));
    document.print(&writer);
    return out.error() == QFileDevice::NoError;
}

} // namespace meter::gui
