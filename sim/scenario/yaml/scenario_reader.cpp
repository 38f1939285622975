// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/scenario_reader.hpp"

#include "core/settings/settings_rules.hpp"
#include "sim/base/file_text.hpp"
#include "sim/keys/world_keys.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "sim/scenario/supply_warnings.hpp"
#include "sim/scenario/yaml/expectation_reader.hpp"
#include "sim/scenario/yaml/feeder.hpp"
#include "sim/scenario/yaml/master_reader.hpp"
#include "sim/scenario/yaml/profile_reader.hpp"
#include "sim/scenario/yaml/replay_reader.hpp"
#include "sim/scenario/yaml/scenario_checks.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
#include "sim/scenario/yaml/timeline_reader.hpp"
#include "sim/scenario/yaml/world_reader.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <vector>

namespace meter::sim {

namespace {

constexpr std::array<std::string_view, 15> kTopKeys = {
    "metertwin", "name", "extends", "seed",  "duration", "meter",    "installation", "line",
    "source",    "load", "replay",  "fleet", "masters",  "timeline", "expect"};
constexpr double kSeedMax = 9007199254740992.0; // 2⁵³: every whole number up to it is exact.

/// One file of an `extends` chain.
struct Document {
    std::unique_ptr<YamlInput> input;
    std::vector<YamlInput::Entry> entries;

    [[nodiscard]] const YamlInput::Entry* find(std::string_view key) const {
        const auto found = std::ranges::find(entries, key, &YamlInput::Entry::key);
        return found == entries.end() ? nullptr : &*found;
    }
};

class ScenarioReader final {
public:
    explicit ScenarioReader(const FileText& fileText, bool isFeeder = false)
        : m_fileText(fileText), m_isFeeder(isFeeder) {}

    std::expected<Scenario, Errors> read(const std::string& text, const std::string& name);
    std::expected<Scenario, Errors>
    readInline(const YAML::Node& node, const std::string& file, const std::string& name);

private:
    void warnOfSupply();
    std::expected<Scenario, Errors> readChain(const std::string& file);
    void load(const std::string& text, const std::string& name, const std::string& own);
    void loadBase(const Document& document, const std::string& own);
    void checkTop(const Document& document);
    void readService();
    void readTop(const Document& document);
    void readSeed(const Document& document);
    void readValues(const Document& document);
    void readReplays();
    void readFeeder();
    void followFeeder();
    void readDuration(const Document& document);
    void settleRatings();
    void settleDuration();
    void checkSettings();
    void failAt(std::string_view section, std::string_view key, std::string text);

    const FileText& m_fileText;
    bool m_isFeeder;               ///< Of another scenario's `fleet`.
    std::vector<Document> m_chain; ///< Base first.
    std::vector<std::string> m_loading;
    Scenario m_scenario;
    std::set<std::string> m_written;
    WrittenProfiles m_profiles;
    std::optional<Scenario> m_feeder;
    Errors m_errors;
    bool m_isDurationGiven = false;
    bool m_isInline = false;
};

void ScenarioReader::load(const std::string& text,
                          const std::string& name,
                          const std::string& own) {
    Document document{std::make_unique<YamlInput>(name, m_errors), {}};
    const std::optional<YAML::Node> root = document.input->parse(text);
    if (!root) {
        return;
    }
    m_loading.push_back(own);
    document.entries = document.input->entriesOf(*root, "a scenario");
    checkTop(document);
    loadBase(document, own);
    m_chain.push_back(std::move(document));
}

void ScenarioReader::loadBase(const Document& document, const std::string& own) {
    const YamlInput::Entry* const extends = document.find("extends");
    if (extends == nullptr) {
        return;
    }
    YamlInput& input = *document.input;
    const auto name = input.scalarOf(extends->value, "the name of a scenario file");
    if (!name) {
        return;
    }
    const std::filesystem::path path =
        (std::filesystem::path(own).parent_path() / *name).lexically_normal();
    const auto isLoading = std::ranges::find(m_loading, path.string()) != m_loading.end();
    if (isLoading || m_loading.size() >= kExtendsDepthMax) {
        input.fail(extends->value,
                   isLoading ? "`extends` is circular: " + *name + " already extends this file"
                             : "more than 16 files extend each other");
        return;
    }
    const Result<std::string> text = m_fileText(path);
    if (!text) {
        input.fail(extends->value, text.error().text);
        return;
    }
    load(*text, path.string(), path.string());
}

void ScenarioReader::checkTop(const Document& document) {
    YamlInput& input = *document.input;
    for (const YamlInput::Entry& entry : document.entries) {
        const bool isSource = entry.key == "source" || entry.key == "fleet";
        if ((isSource || entry.key == "load") && document.find("replay") != nullptr) {
            input.fail(entry.keyNode, "`replay` takes the place of `source`, `fleet` and `load`; "
                                      "remove one or the other");
        } else if (entry.key == "source" && document.find("fleet") != nullptr) {
            input.fail(entry.keyNode, "the feeder of `fleet` takes the place of `source`; remove "
                                      "one or the other");
        } else if (m_isFeeder && (entry.key == "fleet" || entry.key == "replay")) {
            input.fail(entry.keyNode, "a feeder has a `source` of its own, no `" + entry.key + "`");
        } else if (std::ranges::find(kTopKeys, entry.key) == kTopKeys.end()) {
            input.unknownKey(entry, "a scenario", kTopKeys);
        }
    }
    const YamlInput::Entry* const version = document.find("metertwin");
    if (version == nullptr && m_isInline) {
        return;
    }
    if (version == nullptr) {
        m_errors.push_back({"`metertwin: 1` is missing: the version of the format",
                            {.file = input.file(), .line = 1, .column = 1}});
        return;
    }
    const auto text = input.scalarOf(version->value, "the version of the format, 1");
    if (text && *text != "1") {
        input.fail(version->value, "format version `" + text->substr(0, 60) +
                                       "` is not known; this program reads version 1");
    }
}

/// The service comes before everything else, since it decides which phases there are.
void ScenarioReader::readService() {
    static const ValueRule rule = {.kind = ValueRule::Kind::Choice, .choices = serviceChoices()};
    Service service = Service::Wye;
    for (const Document& document : m_chain) {
        const YamlInput::Entry* const installation = document.find("installation");
        if (installation == nullptr || !installation->value.IsMap()) {
            continue;
        }
        for (const auto& item : installation->value) {
            const bool isService = item.first.IsScalar() && item.first.Scalar() == "service";
            if (!isService || !item.second.IsScalar()) {
                continue; // What is wrong with it is reported with the section.
            }
            if (const Result<double> code = parseValue(rule, item.second.Scalar(), {})) {
                service = static_cast<Service>(static_cast<int>(*code));
            } else {
                document.input->fail(item.second, code.error().text);
            }
        }
    }
    m_scenario.world = defaultWorld(service);
}

void ScenarioReader::readSeed(const Document& document) {
    const YamlInput::Entry* const entry = document.find("seed");
    if (entry == nullptr) {
        return;
    }
    const ValueRule rule = {.min = 0.0, .max = kSeedMax, .isWhole = true};
    if (const auto text = document.input->scalarOf(entry->value, describe(rule))) {
        const Result<double> seed = parseValue(rule, *text, {});
        if (!seed) {
            document.input->fail(entry->value, seed.error().text);
            return;
        }
        m_scenario.seed = static_cast<std::uint64_t>(*seed);
    }
}

void ScenarioReader::readTop(const Document& document) {
    YamlInput& input = *document.input;
    if (const YamlInput::Entry* const entry = document.find("name")) {
        const auto name = input.scalarOf(entry->value, "a name for the scenario");
        if (name && trimmed(*name).empty()) {
            input.fail(entry->value, "the name is empty");
        }
        m_scenario.name = name.value_or("");
    } else if (&document == &m_chain.back() && !m_isInline) {
        m_errors.push_back({"`name` is missing: say in a few words what this scenario shows",
                            {.file = input.file(), .line = 1, .column = 1}});
    }
    readSeed(document);
}

void ScenarioReader::readValues(const Document& document) {
    YamlInput& input = *document.input;
    if (const YamlInput::Entry* const entry = document.find("meter")) {
        readMeterSection(input, entry->value, m_scenario, m_written);
    }
    for (const char* const section : {"installation", "line", "source", "load"}) {
        if (const YamlInput::Entry* const entry = document.find(section)) {
            readWorldSection(input, section, entry->value, m_scenario, m_written, m_profiles);
        }
    }
}

/// The last file that says anything about the signal decides between recording and source.
void ScenarioReader::readReplays() {
    std::optional<ReplayRequest> request;
    bool isReplayed = false;
    for (const Document& document : m_chain) {
        const YamlInput::Entry* const replay = document.find("replay");
        if (replay != nullptr) {
            readReplay(*document.input, replay->value, nominalFrequencyHz(m_scenario), request);
            isReplayed = true;
        }
        if (document.find("source") != nullptr || document.find("load") != nullptr ||
            document.find("fleet") != nullptr) {
            isReplayed = false;
        }
    }
    if (isReplayed) {
        loadReplay(*request, m_scenario, m_errors);
    }
}

/// The last file that says anything about the source decides between it and a feeder.
void ScenarioReader::readFeeder() {
    const Document* follower = nullptr;
    for (const Document& document : m_chain) {
        if (document.find("source") != nullptr || document.find("replay") != nullptr) {
            follower = nullptr;
        }
        follower = document.find("fleet") != nullptr ? &document : follower;
    }
    if (follower == nullptr || m_isFeeder) {
        return;
    }
    YamlInput& input = *follower->input;
    const YAML::Node& fleet = follower->find("fleet")->value;
    const std::string name = readFeederName(input, fleet);
    if (name.empty()) {
        return;
    }
    const std::string path =
        (std::filesystem::path(input.file()).parent_path() / name).lexically_normal().string();
    const Result<std::string> text = m_fileText(path);
    if (!text) {
        input.fail(fleet, text.error().text);
        return;
    }
    auto feeder = ScenarioReader(m_fileText, true).read(*text, path);
    if (!feeder) {
        m_errors.insert(m_errors.end(), feeder.error().begin(), feeder.error().end());
    } else if (feeder->world.installation.service != m_scenario.world.installation.service) {
        input.fail(fleet, "the feeder has another service than this scenario; give both the same "
                          "`installation.service`");
    } else {
        m_feeder = *std::move(feeder);
        m_scenario.world.source = m_feeder->world.source;
        m_scenario.sourceProfile = m_feeder->sourceProfile;
        m_scenario.sourceProfileRequest = m_feeder->sourceProfileRequest;
        m_profiles.source.reset();
    }
}

/// What the feeder does comes before what the scenario itself does in the same moment.
void ScenarioReader::followFeeder() {
    if (!m_feeder) {
        return;
    }
    std::vector<TimelineEntry> timeline = feederTimeline(*m_feeder, m_scenario.warnings);
    checkOwnTimeline(timeline, m_scenario.timeline, m_errors);
    timeline.insert(timeline.end(), m_scenario.timeline.begin(), m_scenario.timeline.end());
    m_scenario.timeline = std::move(timeline);
}

void ScenarioReader::readDuration(const Document& document) {
    const YamlInput::Entry* const entry = document.find("duration");
    if (entry == nullptr) {
        return;
    }
    m_isDurationGiven = true;
    m_scenario.duration.reset();
    if (entry->value.IsScalar() && entry->value.Scalar() == "forever") {
        return;
    }
    const double frequencyHz = nominalFrequencyHz(m_scenario);
    if (const auto seconds = document.input->timeOf(entry->value, frequencyHz)) {
        m_scenario.duration = samplesOf(*seconds);
        if (*m_scenario.duration <= 0) {
            document.input->fail(entry->value,
                                 "a run without duration shows nothing; write a time such "
                                 "as `2 min`, or `forever`");
        }
    }
}

/// What is not written follows from the rest.
/// Before the timeline, whose percents may be of them.
void ScenarioReader::settleRatings() {
    const Settings& settings = m_scenario.meter.installerSettings;
    if (!m_written.contains("installation.ct_rating")) {
        m_scenario.world.installation.ctRatingA = settings.ctPrimaryA;
    }
    if (!m_written.contains("installation.pt_rating")) {
        m_scenario.world.installation.ptRating = settings.ptRatioHundredths / 100.0;
    }
}

void ScenarioReader::settleDuration() {
    if (!m_isDurationGiven) {
        m_scenario.duration = runDuration(m_scenario);
    }
}

void ScenarioReader::failAt(std::string_view section, std::string_view key, std::string text) {
    for (auto document = m_chain.rbegin(); document != m_chain.rend(); ++document) {
        const YamlInput::Entry* const entry = document->find(section);
        if (entry == nullptr || !entry->value.IsMap()) {
            continue;
        }
        for (const auto& item : entry->value) {
            if (item.first.IsScalar() && item.first.Scalar() == key) {
                document->input->fail(item.second, std::move(text));
                return;
            }
        }
    }
    const Document& own = m_chain.back();
    m_errors.push_back({std::move(text), {.file = own.input->file(), .line = 1, .column = 1}});
}

/// What depends on several settings: the meter's own rules, as for its keys and registers.
void ScenarioReader::checkSettings() {
    const Settings& settings = m_scenario.meter.installerSettings;
    const bool isVoltageWritten = m_written.contains("meter.voltage");
    Settings before = settings;
    before.systemVoltageV = isVoltageWritten ? 0 : settings.systemVoltageV;
    before.pulseEnergyWh = m_written.contains("meter.pulse_energy") ? 0 : settings.pulseEnergyWh;
    switch (validate(settings, before)) {
    case Status::VoltageUnfit:
        failAt("meter", "voltage",
               "the meter refuses this voltage: divided by the PT ratio it must lie in 82…660 V");
        break;
    case Status::PulseTooFine:
        failAt("meter", "pulse_energy",
               "the meter refuses this pulse energy: no pulse duration keeps up with the maximum "
               "system power; choose a larger one");
        break;
    case Status::OutOfRange:
        failAt("meter", "meter", "the meter refuses these settings: one is out of range");
        break;
    default:
        break;
    }
}

std::expected<Scenario, Errors> ScenarioReader::read(const std::string& text,
                                                     const std::string& name) {
    load(text, name, std::filesystem::path(name).lexically_normal().string());
    return readChain(name);
}

std::expected<Scenario, Errors> ScenarioReader::readInline(const YAML::Node& node,
                                                           const std::string& file,
                                                           const std::string& name) {
    m_isInline = true;
    m_scenario.name = name;
    const std::string own = std::filesystem::path(file).lexically_normal().string();
    Document document{std::make_unique<YamlInput>(file, m_errors), {}};
    m_loading.push_back(own);
    document.entries = document.input->entriesOf(node, "a scenario");
    checkTop(document);
    loadBase(document, own);
    m_chain.push_back(std::move(document));
    return readChain(file);
}

void ScenarioReader::warnOfSupply() {
    World world = m_scenario.world;
    applyProfile(m_scenario.sourceProfile, 0, world.source);
    for (Error& warning : supplyWarnings(world)) {
        warning.place.file = m_scenario.file;
        m_scenario.warnings.push_back(std::move(warning));
    }
}

std::expected<Scenario, Errors> ScenarioReader::readChain(const std::string& name) {
    if (!m_chain.empty() && m_chain.back().input->file() == name) {
        m_scenario.file = name;
        readService();
        for (const Document& document : m_chain) {
            readTop(document);
            readValues(document);
        }
        settleRatings();
        readFeeder();
        loadProfiles(m_profiles, m_fileText, m_scenario, m_errors);
        readReplays();
        if (m_scenario.replay == nullptr) {
            warnOfSupply();
        }
        const double frequencyHz = nominalFrequencyHz(m_scenario);
        const std::size_t errorsBefore = m_errors.size();
        for (const Document& document : m_chain) {
            readDuration(document);
            if (const YamlInput::Entry* const entry = document.find("masters")) {
                readMasters(*document.input, entry->value, m_scenario, frequencyHz);
            }
            if (const YamlInput::Entry* const entry = document.find("timeline")) {
                readTimeline(*document.input, entry->value, m_scenario, frequencyHz);
            }
            if (const YamlInput::Entry* const entry = document.find("expect")) {
                readExpectations(*document.input, entry->value, m_scenario, frequencyHz);
            }
        }
        if (m_errors.size() == errorsBefore && m_isDurationGiven) {
            checkTimes(m_scenario, m_errors);
        }
        if (m_scenario.replay != nullptr) {
            checkReplayTimeline(m_scenario, m_errors);
        }
        followFeeder();
        settleDuration();
        checkSettings();
    }
    if (!m_errors.empty()) {
        sortByPlace(m_errors);
        return std::unexpected(std::move(m_errors));
    }
    return std::move(m_scenario);
}

} // namespace

std::expected<Scenario, Errors> readScenario(const std::filesystem::path& file) {
    std::vector<std::filesystem::path> from;
    return readScenario(file, from);
}

std::expected<Scenario, Errors> readScenario(const std::filesystem::path& file,
                                             std::vector<std::filesystem::path>& from) {
    from.push_back(file);
    const Result<std::string> text = textOfFile(file);
    if (!text) {
        return std::unexpected(Errors{text.error()});
    }
    const FileText noted = [&from](const std::filesystem::path& path) {
        from.push_back(path);
        return textOfFile(path);
    };
    auto scenario = readScenarioFromText(*text, file.string(), noted);
    if (scenario) {
        const std::vector<std::filesystem::path> referred = referredFiles(*scenario);
        from.insert(from.end(), referred.begin(), referred.end());
    }
    return scenario;
}

std::expected<Scenario, Errors> readScenarioFromText(const std::string& text,
                                                     const std::string& name) {
    return readScenarioFromText(text, name, textOfFile);
}

std::expected<Scenario, Errors>
readScenarioFromText(const std::string& text, const std::string& name, const FileText& fileText) {
    return ScenarioReader(fileText).read(text, name);
}

std::expected<Scenario, Errors>
readInlineScenario(const YAML::Node& node, const std::string& file, const std::string& name) {
    const FileText fileText = textOfFile;
    return ScenarioReader(fileText).readInline(node, file, name);
}

} // namespace meter::sim
