// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/twin/timeline_player.hpp"

#include "sim/keys/parameter_table.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

namespace meter::sim {

namespace {

// Presses follow each other 250 ms apart (docs/scenarios.md, timeline): 100 ms down, 150 ms up.
constexpr SampleTime kPressDown = kSamplesPerSecond / 10;
constexpr SampleTime kPressGap = kSamplesPerSecond * 3 / 20;

/// The profile that a key takes the place of.
std::optional<ProfileSide> sideOfKey(std::string_view key) {
    const bool isLoad = key.starts_with("load.current") || key.starts_with("load.pf") ||
                        key.starts_with("load.phase");
    if (isLoad) {
        return ProfileSide::Load;
    }
    const bool isSource = key.starts_with("source.voltage") || key.starts_with("source.frequency");
    return isSource ? std::optional(ProfileSide::Source) : std::nullopt;
}

void setValue(const std::string& key, double value, TimelineTarget& target) {
    if (const Result<void> result = setParameter(target.changeWorld(), key, value); !result) {
        target.report("the timeline cannot set " + key + ": " + result.error().message());
    }
}

} // namespace

TimelinePlayer::TimelinePlayer(std::shared_ptr<const Entries> entries)
    : m_entries(std::move(entries)) {
    for (const TimelineEntry& entry : *m_entries) {
        const bool isRepeated = entry.every && *entry.every > 0;
        m_cursors.push_back(
            {.next = entry.at, .left = isRepeated ? entry.times : std::optional(1)});
    }
}

std::optional<SampleTime> TimelinePlayer::nextEvent() const {
    std::optional<SampleTime> next = nextTurn();
    const auto consider = [&next](SampleTime at) {
        next = next ? std::min(*next, at) : at;
    };
    for (const Cursor& cursor : m_cursors) {
        if (cursor.left != 0) {
            consider(cursor.next);
        }
    }
    for (const KeyEvent& event : m_keys) {
        consider(event.at);
    }
    return next;
}

std::optional<SampleTime> TimelinePlayer::nextTurn() const {
    std::optional<SampleTime> next;
    const auto consider = [&next](SampleTime at) {
        next = next ? std::min(*next, at) : at;
    };
    for (const Ramp& ramp : m_ramps) {
        consider(ramp.end);
    }
    for (const Return& entry : m_returns) {
        consider(entry.at);
    }
    for (const ActiveFault& fault : m_faults) {
        if (const std::optional<SampleTime> turn = sim::nextTurn(fault, m_acted)) {
            consider(*turn);
        }
    }
    return next;
}

void TimelinePlayer::act(SampleTime now, TimelineTarget& target) {
    endRamps(now, target);
    endTemporaries(now, target);
    endFaults(now, target);
    for (std::size_t index = 0; index < m_entries->size(); ++index) {
        Cursor& cursor = m_cursors[index];
        if (cursor.left == 0 || cursor.next > now) {
            continue;
        }
        if (cursor.left) {
            --*cursor.left;
        }
        cursor.next += (*m_entries)[index].every.value_or(0);
        perform((*m_entries)[index], now, target);
    }
    pressKeys(now, target);
}

void TimelinePlayer::applyRamps(SampleTime at, World& world) const {
    for (const Ramp& ramp : m_ramps) {
        const double length = static_cast<double>(ramp.end - ramp.begin);
        const double share = static_cast<double>(at - ramp.begin) / length;
        // A ramp begins only after its key was set once without complaint.
        static_cast<void>(setParameter(world, ramp.key, ramp.from + (ramp.to - ramp.from) * share));
    }
}

bool TimelinePlayer::isMoving(SampleTime now) const {
    const auto isMovingNow = [now](const ActiveFault& fault) {
        return sim::isMoving(fault, now);
    };
    return isRamping() || std::ranges::any_of(m_faults, isMovingNow);
}

void TimelinePlayer::apply(const ApplyAction& action, SampleTime now, const World& below) {
    for (const FaultStep& step : action.steps) {
        m_faults.push_back(begun(action.name, step, now + step.delay, below));
    }
}

bool TimelinePlayer::clear(const std::string& name) {
    return std::erase_if(m_faults, [&name](const ActiveFault& fault) {
               return name.empty() || fault.name == name;
           }) > 0;
}

void TimelinePlayer::layFaults(SampleTime now, SampleTime at, World& world) const {
    sim::layFaults(m_faults, now, at, world);
}

std::size_t TimelinePlayer::listSize() const {
    std::size_t size = m_cursors.size() * sizeof(Cursor) + m_ramps.size() * sizeof(Ramp) +
                       m_returns.size() * sizeof(Return) + m_keys.size() * sizeof(KeyEvent) +
                       m_faults.size() * sizeof(ActiveFault);
    for (const Ramp& ramp : m_ramps) {
        size += ramp.key.size();
    }
    for (const Return& entry : m_returns) {
        size += entry.key.size();
    }
    for (const ActiveFault& fault : m_faults) {
        size += fault.name.size() + fault.bends.size() * sizeof(SampleTime);
    }
    return size;
}

bool TimelinePlayer::isProfileHeld(ProfileSide side) const {
    const auto isHeldBy = [side](const auto& entry) {
        return sideOfKey(entry.key) == side;
    };
    return m_isProfileReplaced[static_cast<std::size_t>(side)] ||
           std::ranges::any_of(m_returns, isHeldBy) || std::ranges::any_of(m_ramps, isHeldBy);
}

void TimelinePlayer::perform(const TimelineEntry& entry, SampleTime now, TimelineTarget& target) {
    if (const auto* set = std::get_if<SetAction>(&entry.action)) {
        performSet(entry, *set, now, target);
    } else if (const auto* press = std::get_if<PressAction>(&entry.action)) {
        queueKeys(*press, now, target);
    } else if (const auto* write = std::get_if<WriteAction>(&entry.action)) {
        target.writeRegisters(*write);
    } else if (const auto* power = std::get_if<PowerAction>(&entry.action)) {
        performPower(entry, *power, now, target);
    } else if (const auto* save = std::get_if<SaveAction>(&entry.action)) {
        target.saveBookmark(save->bookmark);
    } else if (const auto* fault = std::get_if<ApplyAction>(&entry.action)) {
        apply(*fault, now, target.currentWorld());
        target.changeWorld();
    } else if (const auto* line = std::get_if<LineAction>(&entry.action)) {
        target.beginLineFaults(*line, entry.forDuration);
    } else if (const auto* swap = std::get_if<SwapAction>(&entry.action)) {
        target.swapMeter(*swap);
    } else if (const auto* ended = std::get_if<ClearAction>(&entry.action)) {
        if (clear(ended->name)) {
            target.changeWorld();
        } else {
            target.report("there is no fault to clear" +
                          (ended->name.empty() ? std::string{} : " by the name " + ended->name));
        }
    }
}

void TimelinePlayer::performSet(const TimelineEntry& entry,
                                const SetAction& action,
                                SampleTime now,
                                TimelineTarget& target) {
    for (const auto& [key, value] : action.values) {
        const std::optional<double> before = parameter(target.changeWorld(), key);
        std::erase_if(m_ramps, [&key](const Ramp& ramp) { return ramp.key == key; });
        if (before) {
            noteReturn(entry, key, *before, now);
        } else if (entry.forDuration || entry.rampDuration) {
            target.report("the timeline cannot bring " + key +
                          " back or ramp it because its phases differ: name each phase");
        }
        if (const auto side = sideOfKey(key); side && !entry.forDuration) {
            replaceProfile(*side);
        }
        const bool isRamp =
            before && entry.rampDuration && *entry.rampDuration > 0 && isParameterContinuous(key);
        setValue(key, isRamp ? *before : value, target);
        if (isRamp) {
            m_ramps.push_back({.key = key,
                               .from = *before,
                               .to = value,
                               .begin = now,
                               .end = now + *entry.rampDuration});
        }
    }
}

void TimelinePlayer::performPower(const TimelineEntry& entry,
                                  const PowerAction& action,
                                  SampleTime now,
                                  TimelineTarget& target) {
    Installation& installation = target.changeWorld().installation;
    noteReturn(entry, {}, installation.isControlPowerOn ? 1.0 : 0.0, now);
    installation.isControlPowerOn = action.isOn;
}

/// An edge that is due acts in its place among the entries of its sample; what a press queues
/// acts behind them.
void TimelinePlayer::queueKeys(const PressAction& action, SampleTime now, TimelineTarget& target) {
    SampleTime at = now;
    for (const PressAction::Press& press : action.presses) {
        if (press.stroke != PressAction::Stroke::Press) {
            const bool isDown = press.stroke == PressAction::Stroke::Down;
            if (at == now) {
                target.onKey(press.key, isDown);
            } else {
                queueKey({.at = at, .key = press.key, .isDown = isDown});
            }
            continue;
        }
        const SampleTime down = press.hold > 0 ? press.hold : kPressDown;
        at = std::max(at, endOfPresses(press.key).value_or(at));
        queueKey({.at = at, .key = press.key, .isDown = true});
        queueKey({.at = at + down, .key = press.key, .isDown = false});
        at += down + kPressGap;
    }
}

/// A press of a key that is still held would be none.
std::optional<SampleTime> TimelinePlayer::endOfPresses(Key key) const {
    std::optional<SampleTime> end;
    for (const KeyEvent& event : m_keys) { // By time.
        if (event.key == key && !event.isDown) {
            end = event.at;
        }
    }
    return end;
}

void TimelinePlayer::queueKey(const KeyEvent& event) {
    const auto place = std::ranges::upper_bound(m_keys, event.at, {}, &KeyEvent::at);
    m_keys.insert(place, event);
}

void TimelinePlayer::noteReturn(const TimelineEntry& entry,
                                std::string key,
                                double value,
                                SampleTime now) {
    if (entry.forDuration) {
        m_returns.push_back(
            {.at = now + *entry.forDuration, .key = std::move(key), .value = value});
        return;
    }
    std::erase_if(m_returns, [&key](const Return& one) { return one.key == key; });
}

void TimelinePlayer::endRamps(SampleTime now, TimelineTarget& target) {
    for (const Ramp& ramp : m_ramps) {
        if (ramp.end <= now) {
            setValue(ramp.key, ramp.to, target);
        }
    }
    std::erase_if(m_ramps, [now](const Ramp& ramp) { return ramp.end <= now; });
}

void TimelinePlayer::endFaults(SampleTime now, TimelineTarget& target) {
    for (const ActiveFault& fault : m_faults) {
        const std::optional<SampleTime> turn = sim::nextTurn(fault, m_acted);
        if (turn && *turn <= now) {
            target.changeWorld();
        }
    }
    std::erase_if(m_faults,
                  [now](const ActiveFault& fault) { return fault.end && *fault.end <= now; });
    m_acted = now;
}

void TimelinePlayer::endTemporaries(SampleTime now, TimelineTarget& target) {
    std::vector<Return>& returns = m_returns;
    for (std::size_t index = 0; index < returns.size();) {
        if (returns[index].at > now) {
            ++index;
            continue;
        }
        const Return ended = returns[index];
        returns.erase(returns.begin() + static_cast<std::ptrdiff_t>(index));
        const auto above =
            std::find_if(returns.begin() + static_cast<std::ptrdiff_t>(index), returns.end(),
                         [&ended](const Return& later) { return later.key == ended.key; });
        if (above != returns.end()) {
            above->value = ended.value; // Still covered: the layer above gets its ground.
            continue;
        }
        if (ended.key.empty()) {
            target.changeWorld().installation.isControlPowerOn = ended.value != 0.0;
            continue;
        }
        std::erase_if(m_ramps, [&ended](const Ramp& ramp) { return ramp.key == ended.key; });
        setValue(ended.key, ended.value, target);
    }
}

void TimelinePlayer::pressKeys(SampleTime now, TimelineTarget& target) {
    const auto later =
        std::ranges::find_if(m_keys, [now](const KeyEvent& event) { return event.at > now; });
    const std::vector<KeyEvent> due(m_keys.begin(), later);
    m_keys.erase(m_keys.begin(), later);
    for (const KeyEvent& event : due) {
        target.onKey(event.key, event.isDown);
    }
}

} // namespace meter::sim
