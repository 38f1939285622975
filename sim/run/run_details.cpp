// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/run_details.hpp"

#include "sim/base/quantity.hpp"
#include "sim/scenario/timeline_text.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace meter::sim {

namespace {

constexpr double kCyclesShown = 3.0;

/// Voltages and currents that this type of system has.
std::vector<std::string> contextNames(SystemType type) {
    const SystemTypeTraits& traits = traitsOf(type);
    const bool hasNeutral = std::ranges::count(traits.hasVoltageLn, true) > 0;
    const std::array<std::string, kPhaseCount> lineToNeutral = {"voltage_an", "voltage_bn",
                                                                "voltage_cn"};
    const std::array<std::string, kPhaseCount> lineToLine = {"voltage_ab", "voltage_bc",
                                                             "voltage_ac"};
    const std::array<std::string, kPhaseCount> currents = {"current_a", "current_b", "current_c"};
    std::vector<std::string> names;
    for (std::size_t i = 0; i < kPhaseCount; ++i) {
        if (hasNeutral ? traits.hasVoltageLn[i] : traits.hasVoltageLl[i]) {
            names.push_back(hasNeutral ? lineToNeutral[i] : lineToLine[i]);
        }
    }
    for (std::size_t i = 0; i < kPhaseCount; ++i) {
        if (traits.hasPhase[i]) {
            names.push_back(currents[i]);
        }
    }
    return names;
}

/// What the value may be; a state or a bit has no limits.
void noteLimits(const Expectation& expectation, ExpectationDetail& detail) {
    detail.low = expectation.above;
    detail.high = expectation.below;
    if (expectation.between) {
        detail.low =
            std::max(detail.low.value_or(expectation.between->first), expectation.between->first);
        detail.high = std::min(detail.high.value_or(expectation.between->second),
                               expectation.between->second);
    }
    if (expectation.equals) {
        const double within = expectation.within.value_or(0.0);
        detail.low = *expectation.equals - within;
        detail.high = *expectation.equals + within;
    }
}

std::int64_t wholeSeconds(SampleTime time) {
    return time / kSamplesPerSecond;
}

} // namespace

RunDetailCollector::RunDetailCollector(const Scenario& scenario, SampleTime duration)
    : m_reader(scenario.meter)
    , m_events(eventsOf(scenario.timeline, duration, kOverviewEventsMax)) {
    const auto setWindow = [duration](Window& window, std::int64_t firstS, std::int64_t lastS) {
        window.firstS = std::max<std::int64_t>(firstS, 1);
        window.lastS = std::min(lastS, wholeSeconds(duration));
        const std::int64_t count = std::max<std::int64_t>(window.lastS - window.firstS + 1, 1);
        const auto most = static_cast<std::int64_t>(kSeriesStepsMax);
        window.stepS = (count + most - 1) / most;
        window.steps.resize(window.channels.size());
    };
    std::vector<std::size_t> context;
    for (const std::string& name : contextNames(scenario.meter.installerSettings.systemType)) {
        if (const auto channel = channelOf(name)) {
            context.push_back(*channel);
        }
    }
    m_overview.channels = context;
    for (const char* const name : {"real_power_total", "frequency"}) {
        if (const auto channel = channelOf(name)) {
            m_overview.channels.push_back(*channel);
        }
    }
    setWindow(m_overview, 1, wholeSeconds(duration));
    for (const Expectation& expectation : scenario.expect) {
        if (m_details.size() == kDetailedExpectationsMax) {
            break;
        }
        addDetail(expectation, context);
        setWindow(m_details.back().window, wholeSeconds(expectation.from) - kSecondsBefore,
                  wholeSeconds(expectation.to) + kSecondsAfter);
    }
}

void RunDetailCollector::addDetail(const Expectation& expectation,
                                   std::span<const std::size_t> context) {
    Detail detail;
    detail.result.from =
        expectation.when == Expectation::When::At ? expectation.to : expectation.from;
    detail.result.to = expectation.to;
    if (expectation.subject == Expectation::Subject::Register) {
        noteLimits(expectation, detail.result);
        if (const auto own = channelOf(expectation.name)) {
            detail.hasOwnRegister = true;
            detail.window.channels.push_back(*own);
        }
    }
    detail.window.channels.insert(detail.window.channels.end(), context.begin(), context.end());
    m_details.push_back(std::move(detail));
}

std::optional<std::size_t> RunDetailCollector::channelOf(const std::string& nameOrNumber) {
    const auto known = std::ranges::find(m_channels, nameOrNumber, &Channel::name);
    if (known != m_channels.end()) {
        return static_cast<std::size_t>(known - m_channels.begin());
    }
    const auto choice = registerByNameOrNumber(nameOrNumber);
    if (!choice) {
        return std::nullopt; // The reader has reported it already: such a file is not played.
    }
    Channel channel{.name = nameOrNumber, .unit = {}, .choice = *choice, .value = {}};
    if (choice->named) {
        channel.unit = choice->named->text->unit;
    }
    m_channels.push_back(std::move(channel));
    return m_channels.size() - 1;
}

void RunDetailCollector::onFrames(SampleTime first, std::span<const SampleFrame> frames) {
    const std::size_t skipped = frames.size() > m_ring.size() ? frames.size() - m_ring.size() : 0;
    SampleTime at = first + static_cast<SampleTime>(skipped);
    for (const SampleFrame& frame : frames.subspan(skipped)) {
        m_ring[static_cast<std::size_t>(at++) % m_ring.size()] = frame;
    }
    m_ringEnd = at;
}

void RunDetailCollector::onSecond(const Simulation& simulation) {
    const std::int64_t second = wholeSeconds(simulation.now());
    m_reader.look(simulation.meter());
    for (Channel& channel : m_channels) {
        channel.isRead = false;
    }
    keep(m_overview, second);
    for (Detail& detail : m_details) {
        keep(detail.window, second);
    }
}

void RunDetailCollector::keep(Window& window, std::int64_t second) {
    if (second < window.firstS || second > window.lastS) {
        return;
    }
    const auto index = static_cast<std::size_t>((second - window.firstS) / window.stepS);
    for (std::size_t i = 0; i < window.channels.size(); ++i) {
        Channel& channel = m_channels[window.channels[i]];
        if (!channel.isRead) {
            const RegisterReading reading = m_reader.read(channel.choice);
            channel.value = reading.isValid() ? std::optional(reading.value) : std::nullopt;
            channel.isRead = true;
        }
        std::vector<RegisterSeries::Step>& steps = window.steps[i];
        if (steps.size() <= index) {
            steps.resize(index + 1);
        }
        if (!channel.value) {
            continue;
        }
        RegisterSeries::Step& step = steps[index];
        step.low = step.isValid ? std::min(step.low, *channel.value) : *channel.value;
        step.high = step.isValid ? std::max(step.high, *channel.value) : *channel.value;
        step.isValid = true;
    }
}

void RunDetailCollector::onVerdicts(const Simulation& simulation,
                                    std::span<const std::size_t> expectations) {
    for (const std::size_t index : expectations) {
        if (index < m_details.size()) {
            picture(simulation, m_details[index]);
        }
    }
}

void RunDetailCollector::picture(const Simulation& simulation, Detail& detail) const {
    detail.hasVerdict = true;
    detail.result.glass = simulation.meter().glass();
    detail.result.waveform = waveformOf(simulation);
    detail.result.isAlarmClosed = simulation.contacts().values().isAlarmClosed;
    detail.result.energyPulses = simulation.contacts().values().energyPulses;
}

Waveform RunDetailCollector::waveformOf(const Simulation& simulation) const {
    const World world = simulation.faultyWorld();
    Waveform waveform{.frames = {}, .end = m_ringEnd, .ctRatingA = world.installation.ctRatingA};
    const double frequencyHz = std::max(world.source.frequencyHz, 1.0);
    const auto wanted = std::llround(kCyclesShown * kSamplesPerSecond / frequencyHz);
    const SampleTime count = std::min(
        {static_cast<SampleTime>(wanted), static_cast<SampleTime>(m_ring.size()), m_ringEnd});
    for (SampleTime at = m_ringEnd - count; at < m_ringEnd; ++at) {
        waveform.frames.push_back(m_ring[static_cast<std::size_t>(at) % m_ring.size()]);
    }
    return waveform;
}

void RunDetailCollector::finish(const Simulation& simulation, RunResult& result) {
    RunOverview overview{.series = {}, .events = std::move(m_events)};
    for (std::size_t i = 0; i < m_overview.channels.size(); ++i) {
        overview.series.push_back(seriesOf(m_overview, i));
    }
    result.overview = std::move(overview);
    const std::size_t count = std::min(m_details.size(), result.expectations.size());
    for (std::size_t i = 0; i < count; ++i) {
        Detail& detail = m_details[i];
        if (!detail.hasVerdict) {
            picture(simulation, detail);
        }
        for (std::size_t k = 0; k < detail.window.channels.size(); ++k) {
            if (k == 0 && detail.hasOwnRegister) {
                detail.result.judged = seriesOf(detail.window, k);
            } else {
                detail.result.context.push_back(seriesOf(detail.window, k));
            }
        }
        result.expectations[i].detail = std::move(detail.result);
    }
}

RegisterSeries RunDetailCollector::seriesOf(Window& window, std::size_t position) const {
    const Channel& channel = m_channels[window.channels[position]];
    return {.name = channel.name,
            .unit = channel.unit,
            .firstS = window.firstS,
            .stepS = window.stepS,
            .steps = std::move(window.steps[position])};
}

} // namespace meter::sim
