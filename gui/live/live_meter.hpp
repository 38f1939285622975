// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one object between Qt and a live meter: commands go in, and once per picture the latest
// snapshot comes out. Looks often while somebody watches, once a second otherwise.

#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/live/meter_link.hpp"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace meter::gui {

/// As people read them, one after the other.
[[nodiscard]] QStringList messagesOf(const sim::Errors& errors);

class LiveMeter final : public QObject {
    Q_OBJECT

public:
    /// `link` outlives this object.
    explicit LiveMeter(MeterLink& link, QObject* parent = nullptr);

    [[nodiscard]] const sim::live::Snapshot& snapshot() const { return m_snapshot; }

    [[nodiscard]] std::vector<sim::live::Endpoint> endpoints() const { return m_link.endpoints(); }

    [[nodiscard]] MeterIdentity identity() const { return m_link.identity(); }

    [[nodiscard]] std::shared_ptr<sim::live::TrafficRing> traffic() const {
        return m_link.traffic();
    }

    void setWatched(bool isWatched); ///< False: hidden or minimised.
    void refresh();                  ///< Takes a snapshot now.

    void setSpeed(double factor);
    void setPaused(bool isPaused);
    /// A repetition comes from a key that is held; where the meter's time is too slow to follow,
    /// or stands still, it is left out.
    void pressKey(Key key, bool isRepetition);
    void setControlPower(bool isOn);

    void carryOut(const MeterCommand& command) { m_link.carryOut(command); }

    void openScenario(const QString& file);
    /// Another meter of the line takes the place of the one that is shown.
    void chooseMeter(std::size_t meter);
    /// For what has no verb here; see MeterLink::post.
    void post(std::function<void(sim::Simulation&)> action);

    using Refusal = std::function<void(const QString& reason)>;
    /// Opens one more endpoint, closes one. A refusal comes with a later snapshot, unless
    /// `receiver` is gone by then.
    void addEndpoint(const sim::live::EndpointRequest& request,
                     QObject* receiver,
                     const Refusal& refused);
    void removeEndpoint(int id, QObject* receiver, const Refusal& refused);

    /// Asks the simulation on its own thread; `answer` gets on this one what `question` found,
    /// with the next snapshot, unless `receiver` is gone by then.
    template <typename Question, typename Answer>
    void ask(QObject* receiver, Question question, Answer answer) {
        post([box = m_replyBox, question = std::move(question), answer = std::move(answer),
              receiver = QPointer<QObject>(receiver)](sim::Simulation& simulation) {
            auto found = question(simulation);
            const std::lock_guard lock(box->mutex);
            box->replies.push_back([found = std::move(found), answer, receiver] {
                if (receiver) {
                    answer(found);
                }
            });
        });
    }

    /// Likewise of the lesson; no answer if there is none.
    template <typename Question, typename Answer>
    void askLesson(QObject* receiver, Question question, Answer answer) {
        m_link.postLesson([box = m_replyBox, question = std::move(question),
                           answer = std::move(answer),
                           receiver = QPointer<QObject>(receiver)](sim::LessonSession& session) {
            auto found = question(session);
            const std::lock_guard lock(box->mutex);
            box->replies.push_back([found = std::move(found), answer, receiver] {
                if (receiver) {
                    answer(found);
                }
            });
        });
    }

    /// The lesson that runs; null: none.
    [[nodiscard]] const sim::live::LessonView* lesson() const { return m_snapshot.lesson.get(); }

    /// Why the lesson does not let this be done; empty: it may be.
    [[nodiscard]] QString lessonRefusal(sim::DeskRight right) const;

    /// An empty list: done. Then scenarioOpened() is told as well.
    [[nodiscard]] QStringList openLesson(sim::live::LessonPlan plan);
    [[nodiscard]] QStringList leaveLesson();

Q_SIGNALS:
    void advanced(const meter::sim::live::Snapshot& snapshot);
    void meterLeft();      ///< Another one is about to be shown.
    void scenarioOpened(); ///< What is shown is another meter from now on.
    /// A file of a lesson was opened; see gui/lesson.
    void lessonChosen(const QString& file);
    void scenarioRefused(const QStringList& mistakes);

private:
    /// What the engine's thread found out, until the next look.
    struct ReplyBox {
        std::mutex mutex;
        std::vector<std::function<void()>> replies;

        void addRefusal(const QPointer<QObject>& receiver,
                        const Refusal& refused,
                        const std::string& reason);
    };

    void deliverReplies();

    MeterLink& m_link;
    sim::live::Snapshot m_snapshot;
    QTimer m_timer;
    std::shared_ptr<ReplyBox> m_replyBox = std::make_shared<ReplyBox>();
};

[[nodiscard]] FaceplateState faceplateStateOf(const sim::live::Snapshot& snapshot);

} // namespace meter::gui
