// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place behind everything in the window that has to do with lessons: which there are,
// how the learner stands with each, the attempt that runs. Belongs to the meter, as its log
// does; the results are files in a folder, written by the engine at each change.

#include "gui/live/live_meter.hpp"
#include "sim/lesson/attempt_files.hpp"
#include "sim/lesson/lesson_html.hpp"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::gui {

using LessonPtr = std::shared_ptr<const sim::Lesson>;

class LessonRoom final : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] static LessonRoom& of(LiveMeter& meter);

    [[nodiscard]] LiveMeter& meter() const { return m_meter; }

    /// Those that ship and those of the folders that files were opened from; read once.
    [[nodiscard]] const std::vector<LessonPtr>& lessons();

    /// What is wrong with files of those folders.
    [[nodiscard]] const QStringList& mistakes() const { return m_mistakes; }

    [[nodiscard]] QString learner() const;
    void setLearner(const QString& name);
    /// In which the texts of lessons are shown: the learner's choice, or the window's own.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);
    [[nodiscard]] QString resultsFolder() const;
    [[nodiscard]] sim::LessonProgress progress(const sim::Lesson& lesson) const;
    /// After `lesson` in the list, of those not passed; null: none.
    [[nodiscard]] LessonPtr nextAfter(const sim::Lesson& lesson);

    /// Reads a lesson by its file, or by the id of one that ships, and shows its first page.
    void choose(const QString& nameOrFile);
    /// One that came over a network; `name` stands for its file.
    void chooseText(const std::string& text, const QString& name);
    /// Begins the next attempt, or takes up the one that is open.
    void begin(const LessonPtr& lesson);
    /// Without a learner and without a result: for a trainer before a class.
    void demonstrate(const LessonPtr& lesson);
    void again();
    void leave(); ///< What ran before comes back.

    /// The attempt that runs or has just been handed in; null: none.
    [[nodiscard]] const sim::live::LessonView* view() const { return m_meter.lesson(); }

    void answer(const std::string& task, const QStringList& values);
    void takeHint(const std::string& task);
    void giveUp(const std::string& task);
    void measure(sim::HandTool tool, const std::string& at);
    void handIn();
    /// So much meter time at once: for what takes its time on a site.
    void waitMinutes(int minutes);

    /// What has been measured in this attempt, the last one first.
    [[nodiscard]] const std::vector<sim::ToolReading>& readings() const { return m_readings; }

    /// The key or terminal that a hint points at; empty: none.
    [[nodiscard]] QString glow() const;
    /// The task that is open on the page; its hints glow.
    void setTask(std::size_t task);

    /// Of what was handed in; none: not yet.
    [[nodiscard]] const std::optional<sim::ResultPage>& result() const { return m_result; }

    /// The result file as it is, byte for byte.
    [[nodiscard]] const QString& resultText() const { return m_resultText; }

Q_SIGNALS:
    void chosen(const meter::gui::LessonPtr& lesson);
    void begun();
    void changed(); ///< The attempt, or that there is one.
    void left();
    void languageChanged();
    void measured();
    void resultReady();
    void answered(const QString& task, bool isRight);
    void refused(const QString& reason);

private:
    explicit LessonRoom(LiveMeter& meter);
    void follow(const sim::live::Snapshot& snapshot);
    void open(sim::live::LessonPlan plan);
    void askForResult();
    void rememberFolder(const QString& file);

    LiveMeter& m_meter;
    std::vector<LessonPtr> m_lessons;
    bool m_isRead = false;
    QStringList m_mistakes;
    std::shared_ptr<const sim::live::LessonView> m_last;
    std::vector<sim::ToolReading> m_readings;
    std::size_t m_task = 0;
    std::optional<sim::ResultPage> m_result;
    QString m_resultText;
    bool m_isResultAsked = false;
};

} // namespace meter::gui
