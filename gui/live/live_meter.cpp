// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/live_meter.hpp"

#include "sim/lesson/yaml/lesson_reader.hpp"

#include <QFile>

#include <utility>

namespace meter::gui {

namespace {

constexpr int kWatchedIntervalMs = 40; ///< 25 pictures a second.
constexpr int kUnwatchedIntervalMs = 1000;
constexpr double kRepeatSpeedMin = 0.4; ///< At which a press of 100 ms ends before the next one.

bool isLessonFile(const QString& file) {
    return file.endsWith(QString::fromUtf8(sim::kLessonEnding.data(),
                                           static_cast<qsizetype>(sim::kLessonEnding.size())));
}

} // namespace

QStringList messagesOf(const sim::Errors& errors) {
    QStringList mistakes;
    for (const sim::Error& error : errors) {
        mistakes << QString::fromStdString(error.message());
    }
    return mistakes;
}

LiveMeter::LiveMeter(MeterLink& link, QObject* parent)
    : QObject(parent), m_link(link), m_snapshot(link.snapshot()) {
    connect(&m_timer, &QTimer::timeout, this, &LiveMeter::refresh);
    setWatched(true);
}

void LiveMeter::setWatched(bool isWatched) {
    const int interval = isWatched ? kWatchedIntervalMs : kUnwatchedIntervalMs;
    if (!m_timer.isActive() || m_timer.interval() != interval) {
        m_timer.start(interval);
    }
}

void LiveMeter::refresh() {
    const std::size_t before = m_snapshot.meter;
    m_snapshot = m_link.snapshot();
    deliverReplies();
    if (m_snapshot.meter != before) {
        Q_EMIT scenarioOpened();
    }
    Q_EMIT advanced(m_snapshot);
}

void LiveMeter::deliverReplies() {
    std::vector<std::function<void()>> replies;
    {
        const std::lock_guard lock(m_replyBox->mutex);
        replies.swap(m_replyBox->replies);
    }
    for (const auto& reply : replies) {
        reply();
    }
}

void LiveMeter::setSpeed(double factor) {
    m_link.carryOut(SpeedCommand{factor});
}

void LiveMeter::setPaused(bool isPaused) {
    m_link.carryOut(PauseCommand{isPaused});
}

void LiveMeter::pressKey(Key key, bool isRepetition) {
    const bool isFollowed = !m_snapshot.isPaused && m_snapshot.speed >= kRepeatSpeedMin;
    if (!isRepetition || isFollowed) {
        m_link.carryOut(KeyCommand{key});
    }
}

void LiveMeter::setControlPower(bool isOn) {
    m_link.carryOut(ControlPowerCommand{isOn});
}

void LiveMeter::openScenario(const QString& file) {
    if (lesson() != nullptr && lesson()->isExamRunning()) {
        Q_EMIT scenarioRefused({tr("An exam is under way. Hand it in first.")});
        return;
    }
    if (isLessonFile(file)) {
        Q_EMIT lessonChosen(file);
        return;
    }
    const sim::Errors errors =
        m_link.openScenario(std::filesystem::path(QFile::encodeName(file).toStdString()));
    if (!errors.empty()) {
        Q_EMIT scenarioRefused(messagesOf(errors));
        return;
    }
    refresh();
    Q_EMIT scenarioOpened();
}

void LiveMeter::chooseMeter(std::size_t meter) {
    if (meter == m_snapshot.meter || meter >= m_snapshot.meters->size()) {
        return;
    }
    Q_EMIT meterLeft();
    m_link.chooseMeter(meter);
    refresh();
}

QString LiveMeter::lessonRefusal(sim::DeskRight right) const {
    return lesson() == nullptr || lesson()->mayUse(right)
               ? QString()
               : tr("The lesson does not let you operate this.");
}

QStringList LiveMeter::openLesson(sim::live::LessonPlan plan) {
    const sim::Errors errors = m_link.openLesson(std::move(plan));
    refresh();
    if (errors.empty()) {
        Q_EMIT scenarioOpened();
    }
    return messagesOf(errors);
}

QStringList LiveMeter::leaveLesson() {
    const sim::Errors errors = m_link.leaveLesson();
    refresh();
    if (errors.empty()) {
        Q_EMIT scenarioOpened();
    }
    return messagesOf(errors);
}

void LiveMeter::post(std::function<void(sim::Simulation&)> action) {
    m_link.post(std::move(action));
}

void LiveMeter::addEndpoint(const sim::live::EndpointRequest& request,
                            QObject* receiver,
                            const Refusal& refused) {
    m_link.addEndpoint(request, [box = m_replyBox, refused, receiver = QPointer<QObject>(receiver)](
                                    const sim::Result<int>& result) {
        if (!result) {
            box->addRefusal(receiver, refused, result.error().message());
        }
    });
}

void LiveMeter::removeEndpoint(int id, QObject* receiver, const Refusal& refused) {
    m_link.removeEndpoint(id, [box = m_replyBox, refused, receiver = QPointer<QObject>(receiver)](
                                  const sim::Result<void>& result) {
        if (!result) {
            box->addRefusal(receiver, refused, result.error().message());
        }
    });
}

void LiveMeter::ReplyBox::addRefusal(const QPointer<QObject>& receiver,
                                     const Refusal& refused,
                                     const std::string& reason) {
    const std::lock_guard lock(mutex);
    replies.emplace_back([receiver, refused, reason] {
        if (receiver) {
            refused(QString::fromStdString(reason));
        }
    });
}

FaceplateState faceplateStateOf(const sim::live::Snapshot& snapshot) {
    return {
        .glass = snapshot.glass,
        .isEnergyPulseClosed = snapshot.isEnergyPulseClosed,
        .isAlarmClosed = snapshot.isAlarmClosed,
        .energyPulses = snapshot.energyPulses,
        .requests = snapshot.line.requests,
        .answers = snapshot.line.answers,
    };
}

} // namespace meter::gui
