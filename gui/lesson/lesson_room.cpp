// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/lesson_room.hpp"

#include "gui/lesson/lesson_remarks.hpp"
#include "gui/lesson/lesson_text.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/lesson/hand_in_code.hpp"
#include "sim/lesson/lesson_result.hpp"
#include "sim/lesson/yaml/lesson_files.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"
#include "sim/live/lesson/lesson_start.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <iterator>
#include <utility>

namespace meter::gui {

namespace {

constexpr std::size_t kReadingsMax = 40;
constexpr double kSecondsPerMinute = 60.0;

QString learnerKey() {
    return QStringLiteral("lessons/learner");
}

QString languageKey() {
    return QStringLiteral("lessons/language");
}

QString foldersKey() {
    return QStringLiteral("lessons/folders");
}

QString resultsKey() {
    return QStringLiteral("lessons/results");
}

std::string pathOf(const QString& file) {
    return QFile::encodeName(file).toStdString();
}

/// What the engine's thread finds when an attempt was handed in.
struct HandedIn {
    sim::LessonResult result;
    std::string text;
};

HandedIn handedIn(sim::LessonSession& session) {
    HandedIn found{.result = sim::resultOf(session), .text = {}};
    if (sim::Result<std::string> text = sim::resultText(found.result, session.lesson().scenario)) {
        found.text = std::move(*text);
        if (const auto read = sim::readResult(found.text, session.lesson())) {
            found.result.digest = read->digest;
        }
    }
    return found;
}

} // namespace

LessonRoom& LessonRoom::of(LiveMeter& meter) {
    auto* known = meter.findChild<LessonRoom*>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new LessonRoom(meter);
}

LessonRoom::LessonRoom(LiveMeter& meter) : QObject(&meter), m_meter(meter) {
    connect(&meter, &LiveMeter::advanced, this, &LessonRoom::follow);
}

const std::vector<LessonPtr>& LessonRoom::lessons() {
    if (m_isRead) {
        return m_lessons;
    }
    m_isRead = true;
    sim::LessonListing listing = sim::lessonsIn({});
    const QStringList folders = QSettings().value(foldersKey()).toStringList();
    for (const QString& folder : folders) {
        if (QDir(folder).exists()) {
            sim::LessonListing own = sim::lessonsIn({pathOf(folder)});
            std::ranges::move(own.lessons, std::back_inserter(listing.lessons));
            std::ranges::move(own.errors, std::back_inserter(listing.errors));
        }
    }
    for (sim::Lesson& lesson : listing.lessons) {
        m_lessons.push_back(std::make_shared<const sim::Lesson>(std::move(lesson)));
    }
    m_mistakes = messagesOf(listing.errors);
    return m_lessons;
}

QString LessonRoom::learner() const {
    return QSettings().value(learnerKey()).toString();
}

void LessonRoom::setLearner(const QString& name) {
    QSettings().setValue(learnerKey(), name.simplified());
}

QString LessonRoom::language() const {
    const QString chosen = QSettings().value(languageKey()).toString();
    return chosen.isEmpty() ? windowLanguage() : chosen;
}

void LessonRoom::setLanguage(const QString& code) {
    if (code != language()) {
        QSettings().setValue(languageKey(), code == windowLanguage() ? QString() : code);
        Q_EMIT languageChanged();
    }
}

QString LessonRoom::resultsFolder() const {
    const QString chosen = QSettings().value(resultsKey()).toString();
    return chosen.isEmpty()
               ? QString(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                         QStringLiteral("/results"))
               : chosen;
}

sim::LessonProgress LessonRoom::progress(const sim::Lesson& lesson) const {
    return sim::progressOf(sim::attemptsIn(pathOf(resultsFolder())), learner().toStdString(),
                           lesson);
}

LessonPtr LessonRoom::nextAfter(const sim::Lesson& lesson) {
    const std::vector<LessonPtr>& all = lessons();
    const auto here =
        std::ranges::find(all, lesson.id, [](const LessonPtr& each) { return each->id; });
    return here == all.end() || here + 1 == all.end() ? nullptr : *(here + 1);
}

void LessonRoom::rememberFolder(const QString& file) {
    const QString folder = QFileInfo(file).absolutePath();
    const auto shipped = sim::shippedLessons();
    QSettings settings;
    QStringList folders = settings.value(foldersKey()).toStringList();
    if ((shipped && QDir(textOf(shipped->string())) == QDir(folder)) || folders.contains(folder)) {
        return;
    }
    folders << folder;
    settings.setValue(foldersKey(), folders);
    m_isRead = false;
    m_lessons.clear();
    m_mistakes.clear();
}

void LessonRoom::choose(const QString& nameOrFile) {
    const auto file = sim::lessonFileOf(pathOf(nameOrFile));
    if (!file) {
        Q_EMIT m_meter.scenarioRefused({textOf(file.error().text)});
        return;
    }
    auto lesson = sim::readLesson(*file);
    if (!lesson) {
        Q_EMIT m_meter.scenarioRefused(messagesOf(lesson.error()));
        return;
    }
    rememberFolder(textOf(file->string()));
    Q_EMIT chosen(std::make_shared<const sim::Lesson>(std::move(*lesson)));
}

void LessonRoom::chooseText(const std::string& text, const QString& name) {
    auto lesson = sim::readLessonFromText(text, name.toStdString());
    if (!lesson) {
        Q_EMIT m_meter.scenarioRefused(messagesOf(lesson.error()));
        return;
    }
    if (view() != nullptr) {
        leave(); // An exercise is kept as it stands.
    }
    Q_EMIT chosen(std::make_shared<const sim::Lesson>(std::move(*lesson)));
}

void LessonRoom::begin(const LessonPtr& lesson) {
    const QString name = learner();
    const QString folder = resultsFolder();
    if (!QDir().mkpath(folder)) {
        Q_EMIT refused(tr("The folder of the results cannot be made: %1").arg(folder));
        return;
    }
    const sim::LessonProgress known = progress(*lesson);
    const int number = known.open ? known.openNumber : known.next;
    const std::string learnerName = name.toStdString();
    const std::string file =
        known.open ? known.open->string()
                   : pathOf(folder) + "/" + sim::attemptFileName(learnerName, lesson->id, number);
    sim::Result<sim::live::LessonPlan> plan =
        sim::live::lessonPlan({.lesson = lesson,
                               .learner = learnerName,
                               .number = number,
                               .resultFile = file,
                               .report = [](const sim::Error& error) {
                                   qWarning("%s", error.message().c_str());
                               }});
    if (!plan) {
        Q_EMIT refused(textOf(plan.error().text));
        return;
    }
    open(std::move(*plan));
}

void LessonRoom::demonstrate(const LessonPtr& lesson) {
    sim::Result<sim::live::LessonPlan> plan =
        sim::live::lessonPlan({.lesson = lesson, .learner = "trainer", .report = {}});
    if (plan) {
        plan->isDemonstration = true;
        open(std::move(*plan));
    }
}

void LessonRoom::open(sim::live::LessonPlan plan) {
    m_readings.clear();
    m_result.reset();
    m_resultText.clear();
    m_isResultAsked = false;
    m_task = 0;
    const QStringList mistakes = m_meter.openLesson(std::move(plan));
    if (!mistakes.isEmpty()) {
        Q_EMIT refused(mistakes.join(QLatin1Char('\n')));
        return;
    }
    Q_EMIT begun();
}

void LessonRoom::again() {
    if (view() == nullptr) {
        return;
    }
    const LessonPtr lesson = view()->lesson;
    if (view()->isDemonstration) {
        demonstrate(lesson);
        return;
    }
    if (!view()->standing.isFinished) {
        // Handed in as it stands: the next attempt is another one.
        m_meter.askLesson(
            this,
            [](sim::LessonSession& session) {
                session.finish();
                return true;
            },
            [this, lesson](bool) {
                static_cast<void>(m_meter.leaveLesson());
                begin(lesson);
            });
        return;
    }
    static_cast<void>(m_meter.leaveLesson()); // Its result is written before the next begins.
    begin(lesson);
}

void LessonRoom::leave() {
    const QStringList mistakes = m_meter.leaveLesson();
    if (!mistakes.isEmpty()) {
        Q_EMIT refused(mistakes.join(QLatin1Char('\n')));
    }
    m_result.reset();
    Q_EMIT left();
}

void LessonRoom::answer(const std::string& task, const QStringList& values) {
    std::vector<std::string> texts;
    for (const QString& value : values) {
        texts.push_back(value.toStdString());
    }
    m_meter.askLesson(
        this,
        [task, texts = std::move(texts)](sim::LessonSession& session) {
            return session.answer(task, texts);
        },
        [this, task](const sim::Result<bool>& isRight) {
            if (isRight) {
                Q_EMIT answered(textOf(task), *isRight);
            } else {
                Q_EMIT refused(remarkText(isRight.error().text));
            }
        });
}

void LessonRoom::takeHint(const std::string& task) {
    m_meter.askLesson(
        this, [task](sim::LessonSession& session) { return session.hint(task); },
        [this](const sim::Result<sim::Hint>& hint) {
            if (!hint) {
                Q_EMIT refused(remarkText(hint.error().text));
            }
        });
}

void LessonRoom::giveUp(const std::string& task) {
    m_meter.askLesson(
        this, [task](sim::LessonSession& session) { return session.giveUp(task); },
        [this](const sim::Result<void>& done) {
            if (!done) {
                Q_EMIT refused(remarkText(done.error().text));
            }
        });
}

void LessonRoom::measure(sim::HandTool tool, const std::string& at) {
    m_meter.askLesson(
        this, [tool, at](sim::LessonSession& session) { return session.measure(tool, at); },
        [this](const sim::Result<sim::ToolReading>& reading) {
            if (!reading) {
                Q_EMIT refused(textOf(reading.error().text));
                return;
            }
            m_readings.insert(m_readings.begin(), *reading);
            m_readings.resize(std::min(m_readings.size(), kReadingsMax));
            Q_EMIT measured();
        });
}

void LessonRoom::handIn() {
    m_meter.askLesson(
        this,
        [](sim::LessonSession& session) {
            session.finish();
            return true;
        },
        [](bool) {});
}

void LessonRoom::waitMinutes(int minutes) {
    m_meter.carryOut(StepCommand{sim::samplesOf(minutes * kSecondsPerMinute)});
}

QString LessonRoom::glow() const {
    const sim::live::LessonView* const now = view();
    if (now == nullptr || now->standing.isFinished || m_task >= now->standing.tasks.size()) {
        return {};
    }
    const sim::Task& task = now->lesson->tasks[m_task];
    const sim::TaskStanding& standing = now->standing.tasks[m_task];
    if (standing.isSettled()) {
        return {};
    }
    const auto taken = static_cast<std::size_t>(standing.hints);
    for (std::size_t hint = std::min(taken, task.hints.size()); hint > 0; --hint) {
        if (!task.hints[hint - 1].glow.empty()) {
            return textOf(task.hints[hint - 1].glow);
        }
    }
    constexpr std::size_t kGlowsFrom = 2; // Of hints.
    return taken >= kGlowsFrom ? textOf(task.glow) : QString();
}

void LessonRoom::setTask(std::size_t task) {
    if (m_task != task) {
        m_task = task;
        Q_EMIT changed();
    }
}

void LessonRoom::follow(const sim::live::Snapshot& snapshot) {
    if (snapshot.lesson == m_last) {
        return;
    }
    m_last = snapshot.lesson;
    Q_EMIT changed();
    if (m_last && m_last->standing.isFinished && !m_isResultAsked) {
        m_isResultAsked = true;
        askForResult();
    }
}

void LessonRoom::askForResult() {
    m_meter.askLesson(this, &handedIn, [this](const HandedIn& found) {
        if (view() == nullptr) {
            return;
        }
        m_resultText = textOf(found.text);
        m_result = sim::ResultPage{.lesson = view()->lesson.get(),
                                   .result = found.result,
                                   .standing = found.result.standing,
                                   .version = QCoreApplication::applicationVersion().toStdString(),
                                   .right = view()->rightAnswers,
                                   .code = sim::handInCode(found.result)};
        Q_EMIT resultReady();
    });
}

} // namespace meter::gui
