// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The way of a live twin through time: judges expectations as a run does, keeps the past and
// goes back into it, knows the bookmarks, and what was done from outside. All meters of a line
// go together. Engine's thread only; what a viewer sees comes out as a value.

#include "sim/base/result.hpp"
#include "sim/live/history/history.hpp"
#include "sim/live/history/stimulus_journal.hpp"
#include "sim/run/expectations.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace meter::sim {
class LessonSession;
} // namespace meter::sim

namespace meter::sim::live {

struct Bookmark {
    std::string name;
    SampleTime at = 0;
    bool isByHand = false; ///< Else by `save` of a timeline.
};

/// What a viewer is shown of one meter; changes seldom.
struct LiveRunView {
    std::shared_ptr<const Scenario> scenario;
    std::vector<ExpectationStanding> standings; ///< In the file's order.
    std::vector<Bookmark> bookmarks;            ///< By time.
    std::vector<ActiveFault> faults;
    SampleTime oldest = 0;         ///< As far back as one can go.
    std::size_t stimulusCount = 0; ///< What was done to it by hand.
};

class LiveRun final {
public:
    static constexpr std::size_t kBookmarkCountMax = 64;
    static constexpr std::size_t kBookmarkRoomMax = 256U << 20U; ///< Bytes, one fits in any case.

    using Advance = std::function<void(SampleTime samples)>;

    /// `meters` outlive it and stay where they are; `advance` moves all of them.
    LiveRun(std::vector<Simulation>& meters, Advance advance);
    ~LiveRun();
    LiveRun(const LiveRun&) = delete;
    LiveRun& operator=(const LiveRun&) = delete;

    void advance(SampleTime samples);
    [[nodiscard]] SampleTime now() const;

    /// The first meter is a lesson, whose judge looks on; `session` outlives it.
    void attend(LessonSession& session);

    /// Exactly as it was then, stimuli from outside included. Refused: nothing changes.
    Result<void> rewindTo(SampleTime time);

    /// A bookmark by hand; one of this name is replaced.
    Result<void> save(const std::string& name);
    /// Back to a bookmark (or forward, to one of a future that was left).
    Result<SampleTime> restore(const std::string& name);
    [[nodiscard]] std::vector<Bookmark> bookmarks() const;

    [[nodiscard]] std::vector<ExpectationStanding> standings(std::size_t meter) const;

    /// A scenario that repeats everything since the beginning.
    [[nodiscard]] Result<Scenario> repeating(std::size_t meter);
    Result<void> saveRepeating(std::size_t meter, const std::filesystem::path& file);

    [[nodiscard]] SampleTime oldest() const;

    /// Something from outside may have changed what a viewer is shown.
    void touch() { m_isViewOld = true; }

    [[nodiscard]] std::shared_ptr<const LiveRunView> view(std::size_t meter = 0);

    /// What a person should know of since the last call.
    [[nodiscard]] std::vector<std::string> takeMessages();

private:
    struct Kept {
        Bookmark bookmark;
        GroupState state;
        std::size_t size = 0;                          ///< Of the state, in bytes, about.
        std::vector<StimulusJournal::Entries> entries; ///< One list per meter.
    };

    [[nodiscard]] SampleTime nextStop() const;
    void findSaves();
    [[nodiscard]] SampleTime nextSave(const TimelineEntry& entry) const;
    [[nodiscard]] bool isSaveDue(const TimelineEntry& entry) const;
    void makeRoomForBookmark(std::size_t size);
    void arrive();
    void judgeStart();
    void lookAtLesson();
    void keepBookmarks();
    void keep(const Bookmark& bookmark);
    void reopen(SampleTime time);

    std::vector<Simulation>& m_meters;
    Advance m_advance;
    std::vector<std::unique_ptr<StimulusJournal>> m_journals;
    std::vector<std::unique_ptr<ExpectationJudge>> m_judges;
    std::vector<SampleTime> m_moments;  ///< Of expectations between whole seconds.
    std::vector<TimelineEntry> m_saves; ///< Of all meters; what is alike only once.
    std::vector<Kept> m_kept;
    LessonSession* m_lesson = nullptr;
    History m_history;
    std::vector<std::string> m_messages;
    bool m_isViewOld = true;
    std::size_t m_viewed = 0; ///< Whose view it is.
    std::shared_ptr<const LiveRunView> m_view;
};

} // namespace meter::sim::live
