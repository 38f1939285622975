// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/history/live_run.hpp"

#include "sim/base/quantity.hpp"
#include "sim/lesson/lesson_session.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>
#include <variant>

namespace meter::sim::live {
namespace {

constexpr SampleTime kWavesBefore = kSamplesPerSecond / 2;
constexpr SampleTime kNoStop = std::numeric_limits<SampleTime>::max();

std::string secondsText(SampleTime time) {
    return numberText(secondsOf(time)) + " s";
}

std::unexpected<Error> refusal(std::string text) {
    return std::unexpected(Error{std::move(text), {}});
}

const SaveAction* saveOf(const TimelineEntry& entry) {
    return std::get_if<SaveAction>(&entry.action);
}

} // namespace

LiveRun::LiveRun(std::vector<Simulation>& meters, Advance advance)
    : m_meters(meters), m_advance(std::move(advance)) {
    for (Simulation& meter : m_meters) {
        m_journals.push_back(std::make_unique<StimulusJournal>());
        meter.setStimulusObserver(m_journals.back().get());
        m_judges.push_back(std::make_unique<ExpectationJudge>(meter.scenario()));
        const std::vector<SampleTime> odd = m_judges.back()->oddMoments();
        m_moments.insert(m_moments.end(), odd.begin(), odd.end());
    }
    std::ranges::sort(m_moments);
    findSaves();
    judgeStart();
    m_history.offer(now(), m_meters);
}

LiveRun::~LiveRun() {
    for (Simulation& meter : m_meters) {
        meter.setStimulusObserver(nullptr);
    }
}

/// The meters have been powered by a sample of time when they come here: what is expected of
/// the very start is asked of others in their first moment.
void LiveRun::judgeStart() {
    for (std::size_t i = 0; i < m_meters.size(); ++i) {
        const std::vector<SampleTime> odd = m_judges[i]->oddMoments();
        if (now() > 0 && !odd.empty() && odd.front() == 0) {
            NvMemory memory;
            const Simulation beginning(m_meters[i].scenario(), memory);
            m_judges[i]->onMoment(beginning);
        } else if (now() == 0) {
            m_judges[i]->onMoment(m_meters[i]);
        }
    }
}

SampleTime LiveRun::now() const {
    return m_meters.front().now();
}

void LiveRun::advance(SampleTime samples) {
    const SampleTime end = now() + samples;
    while (now() < end) {
        m_advance(std::min(end, nextStop()) - now());
        arrive();
    }
}

/// The meters of a series have one timeline, and a bookmark is of all meters.
void LiveRun::findSaves() {
    const auto isAlike = [](const TimelineEntry& one, const TimelineEntry& other) {
        return saveOf(one)->bookmark == saveOf(other)->bookmark && one.at == other.at &&
               one.every == other.every && one.times == other.times;
    };
    for (const Simulation& meter : m_meters) {
        for (const TimelineEntry& entry : meter.scenario().timeline) {
            const auto isKnown = [&](const TimelineEntry& known) {
                return isAlike(known, entry);
            };
            if (saveOf(entry) != nullptr && std::ranges::none_of(m_saves, isKnown)) {
                m_saves.push_back(entry);
            }
        }
    }
}

/// Whole seconds, moments that are judged, and samples at which a timeline sets a bookmark.
SampleTime LiveRun::nextStop() const {
    SampleTime stop = (now() / kSamplesPerSecond + 1) * kSamplesPerSecond;
    const auto moment = std::ranges::upper_bound(m_moments, now());
    if (moment != m_moments.end()) {
        stop = std::min(stop, *moment);
    }
    if (m_lesson != nullptr) {
        stop = std::min(stop, std::max(now() + 1, m_lesson->nextLook()));
    }
    for (const TimelineEntry& entry : m_saves) {
        stop = std::min(stop, nextSave(entry));
    }
    return stop;
}

SampleTime LiveRun::nextSave(const TimelineEntry& entry) const {
    const SampleTime time = now();
    if (time < entry.at) {
        return entry.at;
    }
    if (!entry.every || *entry.every <= 0) {
        return kNoStop;
    }
    const SampleTime round = (time - entry.at) / *entry.every + 1;
    return entry.times && round >= *entry.times ? kNoStop : entry.at + round * *entry.every;
}

void LiveRun::arrive() {
    const SampleTime time = now();
    const bool isSecond = time % kSamplesPerSecond == 0;
    const bool isMoment = std::ranges::binary_search(m_moments, time);
    for (std::size_t i = 0; i < m_meters.size(); ++i) {
        if (isSecond) {
            m_judges[i]->onSecond(m_meters[i]);
        }
        if (isMoment) {
            m_judges[i]->onMoment(m_meters[i]);
        }
        if (m_journals[i]->takeOverflow()) {
            m_history.forgetAll();
            m_messages.push_back("so much was done from outside that the history before " +
                                 secondsText(time) + " was discarded");
        }
    }
    lookAtLesson();
    keepBookmarks();
    if (isSecond || m_history.count() == 0) {
        m_history.offer(time, m_meters);
    }
    m_isViewOld = m_isViewOld || isSecond || isMoment;
}

void LiveRun::attend(LessonSession& session) {
    m_lesson = &session;
    m_journals.front()->setListener(m_lesson);
}

void LiveRun::lookAtLesson() {
    if (m_lesson != nullptr && now() >= m_lesson->nextLook()) {
        m_lesson->look();
    }
}

bool LiveRun::isSaveDue(const TimelineEntry& entry) const {
    const SampleTime passed = now() - entry.at;
    const bool isRepeated = passed > 0 && entry.every && *entry.every > 0 &&
                            passed % *entry.every == 0 &&
                            (!entry.times || passed / *entry.every < *entry.times);
    return passed == 0 || isRepeated;
}

void LiveRun::keepBookmarks() {
    for (const TimelineEntry& entry : m_saves) {
        if (isSaveDue(entry)) {
            keep({.name = saveOf(entry)->bookmark, .at = now(), .isByHand = false});
        }
    }
}

void LiveRun::makeRoomForBookmark(std::size_t size) {
    const auto sum = [](std::size_t total, const Kept& one) {
        return total + one.size;
    };
    const auto isFull = [&] {
        return m_kept.size() >= kBookmarkCountMax ||
               std::accumulate(m_kept.begin(), m_kept.end(), size, sum) > kBookmarkRoomMax;
    };
    while (!m_kept.empty() && isFull()) {
        m_messages.push_back("the bookmark `" + m_kept.front().bookmark.name +
                             "` was dropped for a new one: " + std::to_string(kBookmarkCountMax) +
                             " are kept, or 256 MiB of them");
        m_kept.erase(m_kept.begin());
    }
}

void LiveRun::keep(const Bookmark& bookmark) {
    std::erase_if(m_kept,
                  [&bookmark](const Kept& one) { return one.bookmark.name == bookmark.name; });
    Kept kept = {.bookmark = bookmark, .state = stateOf(m_meters), .size = 0, .entries = {}};
    kept.size = sizeOf(kept.state);
    makeRoomForBookmark(kept.size);
    for (const auto& journal : m_journals) {
        kept.entries.push_back(journal->entries());
    }
    m_kept.push_back(std::move(kept));
    m_isViewOld = true;
}

Result<void> LiveRun::rewindTo(SampleTime time) {
    if (time < 0 || time > now()) {
        return refusal(secondsText(time) + " is not in the past; it is " + secondsText(now()) +
                       " now, and `step` goes forward");
    }
    // A live meter is first met a sample after its start, when it has its power.
    time = oldest() == 1 ? std::max<SampleTime>(time, 1) : time;
    if (!m_history.isKept()) {
        return refusal("the past of " + std::to_string(m_meters.size()) +
                       " meters is too large to be kept; `snapshot` keeps a moment to return to");
    }
    // From some time before, where that is kept: who looks at the waves sees those of then.
    const History::Moment* moment = m_history.latestUntil(time - kWavesBefore);
    moment = moment != nullptr ? moment : m_history.latestUntil(time);
    if (moment == nullptr) {
        return refusal("the past before " + secondsText(oldest()) + " is not kept");
    }
    const History::Moment from = *moment;
    for (std::size_t i = 0; i < m_meters.size(); ++i) {
        Simulation& meter = m_meters[i];
        const StimulusJournal::Entries all = m_journals[i]->entries();
        meter.restore(*from.state[i]);
        // What it has now was done before; the rest is done again, sample by sample.
        for (std::size_t k = m_journals[i]->entries().size(); k < all.size(); ++k) {
            if (all[k].at >= time) {
                break;
            }
            meter.runUntil(all[k].at);
            meter.perform(all[k]);
        }
        meter.runUntil(time);
    }
    std::erase_if(m_kept, [time](const Kept& one) {
        return !one.bookmark.isByHand && one.bookmark.at > time;
    });
    reopen(time);
    return {};
}

void LiveRun::reopen(SampleTime time) {
    m_history.forgetAfter(time);
    m_history.offer(now(), m_meters);
    for (const auto& judge : m_judges) {
        judge->reopen(time);
    }
    if (m_lesson != nullptr) {
        m_lesson->onRewind(m_meters.front().stimulusCount());
    }
    m_isViewOld = true;
}

Result<void> LiveRun::save(const std::string& name) {
    if (trimmed(name).empty()) {
        return refusal("a bookmark needs a name, such as `before`");
    }
    keep({.name = name, .at = now(), .isByHand = true});
    return {};
}

Result<SampleTime> LiveRun::restore(const std::string& name) {
    const auto found = std::ranges::find_if(
        m_kept, [&name](const Kept& one) { return one.bookmark.name == name; });
    if (found == m_kept.end()) {
        std::string known;
        for (const Bookmark& one : bookmarks()) {
            known += (known.empty() ? "" : ", ") + one.name;
        }
        return refusal("there is no bookmark `" + name.substr(0, 60) + "`; " +
                       (known.empty() ? "`snapshot` sets one" : "there are " + known));
    }
    for (std::size_t i = 0; i < m_meters.size(); ++i) {
        m_meters[i].restore(*found->state[i]);
        m_journals[i]->replace(found->entries[i]);
    }
    reopen(now());
    return now();
}

std::vector<Bookmark> LiveRun::bookmarks() const {
    std::vector<Bookmark> bookmarks;
    for (const Kept& one : m_kept) {
        bookmarks.push_back(one.bookmark);
    }
    std::ranges::sort(bookmarks, {},
                      [](const Bookmark& one) { return std::pair(one.at, one.name); });
    return bookmarks;
}

std::vector<ExpectationStanding> LiveRun::standings(std::size_t meter) const {
    return m_judges[meter]->standings();
}

Result<Scenario> LiveRun::repeating(std::size_t meter) {
    StimulusJournal& journal = *m_journals[meter];
    if (!journal.isWhole()) {
        return refusal("so much was done to this meter that its beginning was discarded: no "
                       "scenario can repeat it");
    }
    return repeatingScenario(m_meters[meter], journal);
}

Result<void> LiveRun::saveRepeating(std::size_t meter, const std::filesystem::path& file) {
    const Result<Scenario> scenario = repeating(meter);
    if (!scenario) {
        return std::unexpected(scenario.error());
    }
    std::vector<std::string> comment = {"What was done to a live twin, up to " +
                                        secondsText(now()) + "."};
    const std::vector<std::string>& notes = m_journals[meter]->notes();
    comment.insert(comment.end(), notes.begin(), notes.end());
    return saveScenario(*scenario, file, comment);
}

SampleTime LiveRun::oldest() const {
    return m_history.oldest().value_or(now());
}

std::shared_ptr<const LiveRunView> LiveRun::view(std::size_t meter) {
    const bool isAnother = meter != m_viewed || !m_view;
    if (m_isViewOld || isAnother) {
        m_isViewOld = false;
        m_viewed = meter;
        m_view = std::make_shared<const LiveRunView>(LiveRunView{
            .scenario = isAnother ? std::make_shared<const Scenario>(m_meters[meter].scenario())
                                  : m_view->scenario,
            .standings = standings(meter),
            .bookmarks = bookmarks(),
            .faults = m_meters[meter].faults(),
            .oldest = oldest(),
            .stimulusCount = m_journals[meter]->entries().size()});
    }
    return m_view;
}

std::vector<std::string> LiveRun::takeMessages() {
    return std::exchange(m_messages, {});
}

} // namespace meter::sim::live
