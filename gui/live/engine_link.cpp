// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/engine_link.hpp"

#include "core/base/assert.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <expected>
#include <string_view>
#include <utility>

namespace meter::gui {

namespace {

struct Execution {
    sim::live::Engine& engine;

    void operator()(const SpeedCommand& command) const { engine.setSpeed(command.factor); }

    void operator()(const PauseCommand& command) const { engine.setPaused(command.isPaused); }

    void operator()(const KeyCommand& command) const { engine.pressKey(command.key); }

    void operator()(const ControlPowerCommand& command) const {
        engine.setControlPower(command.isOn);
    }

    void operator()(const StepCommand& command) const { engine.step(command.samples); }

    void operator()(const RewindCommand& command) const { engine.rewindTo(command.to); }

    void operator()(const BookmarkCommand& command) const { engine.saveBookmark(command.name); }

    void operator()(const RestoreCommand& command) const { engine.restoreBookmark(command.name); }

    void operator()(const RecordCommand& command) const { engine.saveRecording(command.file); }
};

/// What a command needs on the desk of a lesson; no way back in an exam.
struct Permission {
    const sim::live::LessonView& lesson;

    [[nodiscard]] bool may(sim::DeskRight right) const { return lesson.mayUse(right); }

    bool operator()(const SpeedCommand&) const { return may(sim::DeskRight::Speed); }

    bool operator()(const PauseCommand&) const { return may(sim::DeskRight::Speed); }

    bool operator()(const KeyCommand&) const { return may(sim::DeskRight::Keys); }

    bool operator()(const ControlPowerCommand&) const { return may(sim::DeskRight::Power); }

    /// To wait is always allowed: nothing is won by it.
    bool operator()(const StepCommand&) const { return true; }

    template <typename Past>
    bool operator()(const Past&) const {
        return !lesson.isExamRunning();
    }
};

bool allows(const sim::live::LessonView& lesson, const MeterCommand& command) {
    return std::visit(Permission{lesson}, command);
}

/// The port that an endpoint has, where any was asked for: masters keep their connection data
/// when the scenario changes.
void pinPort(std::optional<sim::live::TcpAddress>& address,
             const std::vector<sim::live::Endpoint>& endpoints,
             std::string_view kind) {
    for (const sim::live::Endpoint& endpoint : endpoints) {
        const std::size_t colon = endpoint.address.rfind(':');
        if (!address || endpoint.kind != kind || colon == std::string::npos) {
            continue;
        }
        const char* const end = endpoint.address.data() + endpoint.address.size();
        std::from_chars(endpoint.address.data() + colon + 1, end, address->port);
    }
}

/// A scenario that is to be opened; of a bundle with the folder that it was unpacked to.
struct Opened {
    sim::Scenario scenario;
    std::optional<sim::Bundle> bundle;
};

/// A recording by itself: nothing but its waves, at the inputs of a meter as it was delivered.
std::expected<Opened, sim::Errors> openRecording(const std::filesystem::path& file) {
    const YAML::Node name(std::filesystem::absolute(file).string());
    YAML::Emitter text;
    text << YAML::BeginMap << YAML::Key << "metertwin" << YAML::Value << 1 << YAML::Key << "name"
         << YAML::Value << file.stem().string() << YAML::Key << "replay" << YAML::Value << name
         << YAML::EndMap;
    auto scenario = sim::readScenarioFromText(text.c_str(), file.string());
    if (!scenario) {
        return std::unexpected(std::move(scenario).error());
    }
    return Opened{std::move(*scenario), std::nullopt};
}

std::expected<Opened, sim::Errors> openFile(const std::filesystem::path& file) {
    constexpr std::array kRecordings = {".cfg", ".cff", ".csv"};
    if (std::ranges::find(kRecordings, file.extension()) != kRecordings.end()) {
        return openRecording(file);
    }
    std::optional<sim::Bundle> bundle;
    if (file.extension() == ".zip") {
        sim::Result<sim::Bundle> opened = sim::Bundle::open(file);
        if (!opened) {
            return std::unexpected(sim::Errors{opened.error()});
        }
        bundle.emplace(std::move(*opened));
    }
    auto scenario = sim::readScenario(bundle ? bundle->scenarioFile() : file);
    if (!scenario) {
        return std::unexpected(std::move(scenario).error());
    }
    scenario->file = file.string();
    return Opened{std::move(*scenario), std::move(bundle)};
}

} // namespace

EngineLink::EngineLink(std::vector<sim::Scenario> scenarios, sim::live::EngineOptions options)
    : m_scenarios(std::move(scenarios))
    , m_options(std::move(options))
    , m_stateDirectory(m_options.stateDirectory)
    , m_engine(std::make_unique<sim::live::Engine>(m_scenarios, m_options)) {
    METER_ASSERT(!m_scenarios.empty());
    m_options.traffic = m_engine->traffic(); // One ring, whatever scenario follows.
}

EngineLink::~EngineLink() = default;

sim::Result<void> EngineLink::start() {
    return m_engine->start();
}

void EngineLink::stop() {
    m_engine->stop();
}

sim::live::Snapshot EngineLink::snapshot() {
    return m_engine->snapshot();
}

std::vector<sim::live::Endpoint> EngineLink::endpoints() const {
    return m_engine->endpoints();
}

std::shared_ptr<sim::live::TrafficRing> EngineLink::traffic() const {
    return m_engine->traffic();
}

MeterIdentity EngineLink::identity() const {
    const sim::Scenario& shown = m_scenarios[m_chosen];
    return {shown.name, shown.file, shown.meter};
}

void EngineLink::chooseMeter(std::size_t meter) {
    METER_ASSERT(meter < m_scenarios.size());
    m_chosen = meter;
    m_engine->lookAt(meter);
}

void EngineLink::carryOut(const MeterCommand& command) {
    const std::shared_ptr<const sim::live::LessonView> lesson = m_engine->snapshot().lesson;
    if (!lesson || allows(*lesson, command)) {
        std::visit(Execution{*m_engine}, command);
    }
}

void EngineLink::post(std::function<void(sim::Simulation&)> action) {
    m_engine->post(std::move(action));
}

void EngineLink::addEndpoint(const sim::live::EndpointRequest& request,
                             std::function<void(sim::Result<int>)> done) {
    m_engine->addEndpoint(request, std::move(done));
}

void EngineLink::removeEndpoint(int id, std::function<void(sim::Result<void>)> done) {
    m_engine->removeEndpoint(id, std::move(done));
}

sim::Errors EngineLink::openScenario(const std::filesystem::path& file) {
    std::expected<Opened, sim::Errors> opened = openFile(file);
    if (!opened) {
        return std::move(opened).error();
    }
    Play next;
    next.scenarios.push_back(std::move(opened->scenario));
    // A bundled meter begins with the memory that it had then, and keeps nothing of this life.
    next.stateDirectory = opened->bundle ? opened->bundle->memoryBefore() : m_stateDirectory;
    next.bundle = std::move(opened->bundle);
    sim::Errors errors = replace(std::move(next));
    if (errors.empty()) {
        m_beforeLesson.reset();
    }
    return errors;
}

sim::Errors EngineLink::openLesson(sim::live::LessonPlan plan) {
    Play next;
    next.scenarios.push_back(sim::attemptScenario(*plan.lesson, plan.attempt.seed));
    next.lesson = std::move(plan);
    Play before{.scenarios = m_scenarios,
                .stateDirectory = m_options.stateDirectory,
                .lesson = {},
                .bundle = {}};
    const bool isFirst = !m_options.lesson;
    if (isFirst) {
        before.bundle = std::exchange(m_bundle, std::nullopt); // Its folder is needed again.
    }
    sim::Errors errors = replace(std::move(next));
    if (errors.empty() && isFirst) {
        m_beforeLesson = std::move(before);
        m_beforeLesson->stateDirectory =
            m_beforeLesson->bundle ? m_beforeLesson->stateDirectory : m_stateDirectory;
    } else if (isFirst) {
        m_bundle = std::move(before.bundle);
    }
    return errors;
}

sim::Errors EngineLink::leaveLesson() {
    if (!m_options.lesson || !m_beforeLesson) {
        return {};
    }
    Play before = std::move(*m_beforeLesson);
    m_beforeLesson.reset();
    return replace(std::move(before));
}

void EngineLink::postLesson(std::function<void(sim::LessonSession&)> action) {
    m_engine->postLesson(std::move(action));
}

/// With an error what was there begins anew.
sim::Errors EngineLink::replace(Play next) {
    // The endpoints are the same ones, so the old engine has to let go of them first.
    pinPort(m_options.tcp, m_engine->endpoints(), "modbus-tcp");
    pinPort(m_options.rtuOverTcp, m_engine->endpoints(), "modbus-rtu-tcp");
    m_options.speed = next.lesson || m_options.lesson ? 1.0 : m_engine->snapshot().speed;
    m_engine->stop();
    m_chosen = 0;
    Play before{.scenarios = std::exchange(m_scenarios, std::move(next.scenarios)),
                .stateDirectory =
                    std::exchange(m_options.stateDirectory, std::move(next.stateDirectory)),
                .lesson = std::exchange(m_options.lesson, std::move(next.lesson)),
                .bundle = {}};
    m_engine = std::make_unique<sim::live::Engine>(m_scenarios, m_options);
    sim::Result<void> started = m_engine->start();
    if (!started) {
        m_scenarios = std::move(before.scenarios);
        m_options.stateDirectory = std::move(before.stateDirectory);
        m_options.lesson = std::move(before.lesson);
        m_engine = std::make_unique<sim::live::Engine>(m_scenarios, m_options);
        sim::Errors errors = {started.error()};
        if (sim::Result<void> again = m_engine->start(); !again) {
            errors.push_back(again.error());
        }
        return errors;
    }
    m_bundle = std::move(next.bundle); // The folder of the one before may go now.
    return {};
}

} // namespace meter::gui
