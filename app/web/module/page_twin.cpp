// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/module/page_twin.hpp"

#include <utility>

namespace meter::web {

void PageTwin::open(sim::Scenario scenario) {
    m_run.reset();
    m_lesson.reset();
    m_free = std::make_unique<Free>(std::move(scenario));
    watch();
}

void PageTwin::openLesson(sim::Lesson lesson, sim::Attempt attempt) {
    m_run.reset();
    m_lesson = std::make_unique<sim::Lesson>(std::move(lesson));
    m_run = std::make_unique<sim::LessonRun>(*m_lesson, std::move(attempt));
    m_free.reset();
    watch();
}

sim::Simulation& PageTwin::twin() {
    return m_run != nullptr ? m_run->twin() : m_free->twin;
}

sim::LessonSession* PageTwin::lesson() {
    return m_run == nullptr ? nullptr : &m_run->session();
}

void PageTwin::step(SampleTime samples) {
    if (m_run != nullptr) {
        m_run->advance(samples);
    } else {
        m_free->twin.step(samples);
    }
}

void PageTwin::watch() {
    m_frames = {};
    m_reader = std::make_unique<sim::RegisterReader>(twin().scenario().meter);
    twin().onSecond([this](const sim::Simulation& simulation) {
        if (m_rows) {
            m_trace += m_rows->row(simulation.now(), simulation.meter());
        }
    });
    twin().onFrames("page", [this](SampleTime, std::span<const SampleFrame> frames) {
        for (const SampleFrame& frame : frames) {
            m_frames[m_next] = frame;
            m_next = (m_next + 1) % kWaveSamples;
        }
    });
}

sim::Result<std::string> PageTwin::record(SampleTime samples) {
    auto rows = sim::TraceRows::create({}, twin().scenario().meter);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    m_rows = std::move(*rows);
    m_trace = m_rows->header();
    step(samples);
    m_rows.reset();
    return std::move(m_trace);
}

sim::RegisterReader& PageTwin::registers() {
    m_reader->look(twin().meter());
    return *m_reader;
}

const std::vector<float>& PageTwin::waves() {
    const double ampsPerCount = kRatingPerCount * twin().meter().readings().settings.ctPrimaryA;
    m_waves.resize(kWaveSamples * kWaves);
    for (std::size_t i = 0; i < kWaveSamples; ++i) {
        const SampleFrame& frame = m_frames[(m_next + i) % kWaveSamples];
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            m_waves[i * kWaves + phase] = static_cast<float>(kVoltsPerCount * frame.voltage[phase]);
            m_waves[i * kWaves + kPhaseCount + phase] =
                static_cast<float>(ampsPerCount * frame.current[phase]);
        }
    }
    return m_waves;
}

} // namespace meter::web
