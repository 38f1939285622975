// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/replay_signal.hpp"

#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"
#include "sim/replay/resampler.hpp"
#include "sim/replay/waveform_analysis.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <utility>

namespace meter::sim {

namespace {

constexpr double kRate = kSamplesPerSecond;

std::string rounded(double value, int digits) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*g", digits, value);
    return text.data();
}

/// The file that a quantity is read from.
const std::string& fileOf(const ReplayOptions& options, std::size_t quantity) {
    const std::string& own = options.tunings[quantity].file;
    return own.empty() ? options.file : own;
}

} // namespace

std::vector<std::string> filesOf(const ReplayOptions& options) {
    std::vector<std::string> files;
    const auto add = [&files](const std::string& file) {
        if (!file.empty() && std::ranges::find(files, file) == files.end()) {
            files.push_back(file);
        }
    };
    add(options.file);
    for (const ChannelTuning& tuning : options.tunings) {
        add(tuning.file);
    }
    return files;
}

class ReplayMaker final {
public:
    explicit ReplayMaker(const ReplayOptions& options) : m_options(options) {}

    Result<std::shared_ptr<const ReplaySignal>> make();

private:
    [[nodiscard]] std::unexpected<Error> refuse(std::string text) const {
        return std::unexpected(Error{std::move(text), {.file = filesOf(m_options).front()}});
    }

    Result<void> readFile();
    Result<void> settlePart();
    void play(const TimeGrid& grid);
    void measure();
    void loop();
    [[nodiscard]] double loopCycles() const;
    void closeSeam();
    void warn();
    void warnOfSlowParts();

    /// One file and what is played of it.
    struct Part {
        Recording recording;
        ChannelChoice choice;
    };

    [[nodiscard]] Result<Part> readPart(const std::string& file) const;
    [[nodiscard]] Result<ChannelChoice> choiceIn(const Recording& recording,
                                                 const std::string& file) const;
    [[nodiscard]] double durationS() const;
    void playPart(const Part& part, const TimeGrid& grid);

    const ReplayOptions& m_options;
    std::vector<Part> m_parts;
    double m_lengthS = 0.0;
    std::shared_ptr<ReplaySignal> m_signal{new ReplaySignal};
    Resampler m_resampler{kRate};
    std::string m_loopNote;
};

/// What is named in this file; without any name and file of its own all is guessed.
Result<ChannelChoice> ReplayMaker::choiceIn(const Recording& recording,
                                            const std::string& file) const {
    ChannelNames names{};
    GainsGiven hasGain{};
    ChannelChoice choice;
    for (std::size_t i = 0; i < kReplayQuantities; ++i) {
        const ChannelTuning& tuning = m_options.tunings[i];
        hasGain[i] = tuning.gain.has_value();
        names[i] = fileOf(m_options, i) == file ? m_options.channels[i] : std::nullopt;
        if (tuning.file != file || names[i]) {
            continue;
        }
        Result<ChannelChoice> one = chooseOne(recording, i, std::nullopt, hasGain[i]);
        if (!one) {
            return one;
        }
        choice.indices[i] = one->indices[i];
        std::ranges::copy(one->warnings, std::back_inserter(choice.warnings));
    }
    const bool hasNames =
        std::ranges::any_of(names, [](const auto& name) { return name.has_value(); });
    if (file != m_options.file && !hasNames) {
        return choice;
    }
    Result<ChannelChoice> named = chooseChannels(recording, names, hasGain);
    for (std::size_t i = 0; named && i < kReplayQuantities; ++i) {
        const bool isElsewhere = fileOf(m_options, i) != file; // Guessed, but told otherwise.
        if (choice.indices[i] || isElsewhere) {
            named->indices[i] = choice.indices[i];
        }
    }
    return named;
}

Result<ReplayMaker::Part> ReplayMaker::readPart(const std::string& file) const {
    Part part;
    const ChannelPick pick = [&](const Recording& recording) -> Result<std::vector<bool>> {
        Result<ChannelChoice> choice = choiceIn(recording, file);
        if (!choice) {
            return std::unexpected(choice.error());
        }
        part.choice = std::move(*choice);
        std::vector<bool> isPicked(recording.channels.size());
        for (const auto& index : part.choice.indices) {
            if (index) {
                isPicked[*index] = true;
            }
        }
        return isPicked;
    };
    const std::string suffix = lowered(std::filesystem::path(file).extension().string());
    const bool isTable = suffix != ".cfg" && suffix != ".dat" && suffix != ".cff";
    const bool isOnly = filesOf(m_options).size() == 1;
    ReadOptions read;
    read.rateHz = isTable || isOnly ? m_options.rateHz : std::nullopt;
    Result<Recording> recording = readRecording(file, pick, read);
    if (!recording) {
        return std::unexpected(recording.error());
    }
    part.recording = std::move(*recording);
    return part;
}

Result<void> ReplayMaker::readFile() {
    for (const std::string& file : filesOf(m_options)) {
        Result<Part> part = readPart(file);
        if (!part) {
            return std::unexpected(part.error());
        }
        m_parts.push_back(std::move(*part));
    }
    double longestS = 0.0;
    for (const Part& part : m_parts) {
        longestS = std::max(longestS, part.recording.durationS());
    }
    if (longestS > durationS() * (1.0 + 1e-6)) {
        m_signal->m_warnings.push_back({"the files differ in length, up to " +
                                            rounded(longestS, 6) + " s; played are the " +
                                            rounded(durationS(), 6) + " s that all of them have",
                                        {.file = m_parts.front().recording.file}});
    }
    return {};
}

/// What all of the files have.
double ReplayMaker::durationS() const {
    double shortestS = m_parts.front().recording.durationS();
    for (const Part& part : m_parts) {
        shortestS = std::min(shortestS, part.recording.durationS());
    }
    return shortestS;
}

Result<void> ReplayMaker::settlePart() {
    const double durationS = this->durationS();
    const std::string whole = "the recording lasts " + rounded(durationS, 6) + " s";
    if (m_options.startS >= durationS) {
        return refuse("`start` is at " + numberText(m_options.startS) + " s, but " + whole);
    }
    const double restS = durationS - m_options.startS;
    m_lengthS = m_options.lengthS.value_or(restS);
    constexpr double kRounding = 1e-6;
    if (m_lengthS > restS + kRounding) {
        return refuse("`start` and `length` end at " + numberText(m_options.startS + m_lengthS) +
                      " s, but " + whole);
    }
    m_lengthS = std::min(m_lengthS, restS);
    const double count = m_lengthS * kRate;
    if (count < 1.0) {
        return refuse("a part of " + numberText(m_lengthS) + " s is shorter than one sample");
    }
    if (count > static_cast<double>(kReplaySamplesMax)) {
        return refuse(whole + ", more than the " +
                      numberText(std::floor(static_cast<double>(kReplaySamplesMax) / kRate)) +
                      " s that can be played; choose a part by `start` and `length`");
    }
    return {};
}

/// A rate below twice the fundamental holds no wave; what is played of it reads wrong.
void ReplayMaker::warnOfSlowParts() {
    for (const Part& part : m_parts) {
        const double nominalHz = part.recording.nominalFrequencyHz;
        const double hz = nominalHz > 0.0 ? nominalHz : 50.0;
        for (const RateSegment& segment : part.recording.segments) {
            const bool isPlayed = segment.beginS < m_options.startS + m_lengthS - 1e-9 &&
                                  endOf(segment) > m_options.startS + 1e-9;
            if (isPlayed && segment.rateHz <= 2.0 * hz) {
                m_signal->m_warnings.push_back(
                    {"from " + numberText(segment.beginS) + " s to " + rounded(endOf(segment), 9) +
                         " s there are " + rounded(segment.rateHz, 6) +
                         " samples/s, which hold no wave of " + numberText(hz) +
                         " Hz; perhaps RMS or crest values: choose another part by `start` and "
                         "`length`",
                     {.file = part.recording.file}});
            }
        }
    }
}

void ReplayMaker::play(const TimeGrid& grid) {
    for (std::vector<float>& values : m_signal->m_values) {
        values.clear();
    }
    for (const Part& part : m_parts) {
        playPart(part, grid);
    }
    m_signal->m_count = grid.count;
    m_signal->m_options = m_options;
}

void ReplayMaker::playPart(const Part& part, const TimeGrid& grid) {
    std::vector<std::size_t> channels;
    for (const auto& index : part.choice.indices) {
        if (index && std::ranges::find(channels, *index) == channels.end()) {
            channels.push_back(*index);
        }
    }
    const std::vector<std::vector<float>> rows =
        m_resampler.resample(part.recording, channels, grid);
    for (std::size_t i = 0; i < kReplayQuantities; ++i) {
        const std::optional<std::size_t>& index = part.choice.indices[i];
        if (!index) {
            continue;
        }
        std::vector<float>& values = m_signal->m_values[i];
        values =
            rows[static_cast<std::size_t>(std::ranges::find(channels, *index) - channels.begin())];
        const ChannelTuning& tuning = m_options.tunings[i];
        const double gain =
            (i < 3 ? m_options.voltageGain : m_options.currentGain) * tuning.gain.value_or(1.0);
        for (float& value : values) {
            value = static_cast<float>(static_cast<double>(value) * gain + tuning.offset);
        }
    }
}

void ReplayMaker::measure() {
    for (const std::vector<float>& values : m_signal->m_values) {
        m_signal->m_frequencyHz = fundamentalFrequencyOf({.samples = values, .rateHz = kRate});
        if (m_signal->m_frequencyHz > 0.0) {
            return;
        }
    }
}

/// Of the numbers of cycles that use at least nine tenths of the part, the one that comes
/// nearest to whole samples.
double ReplayMaker::loopCycles() const {
    const double samplesPerCycle = kRate / m_signal->m_frequencyHz;
    constexpr double kRounding = 0.02; // A part of nearly whole cycles is one of whole cycles.
    const double most = std::floor(m_lengthS * m_signal->m_frequencyHz + kRounding);
    double best = most;
    double least = 1.0;
    constexpr double kCandidatesMax = 1000.0;
    const double fewest = std::max({1.0, std::ceil(0.9 * most), most - kCandidatesMax});
    for (double cycles = most; cycles >= fewest; cycles -= 1.0) {
        const double samples = cycles * samplesPerCycle;
        const double stretch = std::fabs(samples - std::round(samples)) / samples;
        constexpr double kGain = 1e-9; // What is hardly better is no reason to be shorter.
        if (stretch < least - kGain) {
            least = stretch;
            best = cycles;
        }
    }
    return best;
}

void ReplayMaker::loop() {
    const double frequencyHz = m_signal->m_frequencyHz;
    const double cycles = frequencyHz > 0.0 ? loopCycles() : 0.0;
    double loopS = m_lengthS;
    if (cycles >= 1.0) {
        loopS = cycles / frequencyHz;
    } else {
        m_signal->m_warnings.push_back(
            {"no fundamental of 40…70 Hz was found to loop at; the part repeats as it is, with a "
             "step where its end and its beginning differ",
             {.file = filesOf(m_options).front()}});
    }
    const double count = std::max(1.0, std::round(loopS * kRate));
    play({.beginS = m_options.startS,
          .stepS = loopS / count,
          .count = static_cast<std::size_t>(count) + 1});
    m_signal->m_frequencyHz = cycles >= 1.0 ? cycles * kRate / count : 0.0;
    m_loopNote = ", looped over " + (cycles >= 1.0 ? numberText(cycles) + " cycles, " : "") +
                 rounded(count / kRate, 6) + " s";
    closeSeam();
}

/// One sample more than the loop was made: it should be the first one again.
void ReplayMaker::closeSeam() {
    double step = 0.0;
    for (std::size_t i = 0; i < kReplayQuantities; ++i) {
        std::vector<float>& values = m_signal->m_values[i];
        if (values.empty()) {
            continue;
        }
        const double difference = static_cast<double>(values.back() - values.front());
        values.pop_back();
        double sum = 0.0;
        double peak = 0.0;
        double before = static_cast<double>(values.front());
        double usual = 0.0; // From sample to sample: noise and steep waves do not step.
        for (const float sample : values) {
            const auto value = static_cast<double>(sample);
            sum += value;
            peak = std::max(peak, std::fabs(value));
            usual = std::max(usual, std::fabs(value - before));
            before = value;
        }
        if (std::fabs(difference) > usual / 2.0) {
            step = std::max(step, std::fabs(difference) / peak);
        }
        const double mean = sum / static_cast<double>(values.size());
        for (float& value : values) {
            value = i < 3 ? value : static_cast<float>(static_cast<double>(value) - mean);
        }
    }
    m_signal->m_count -= 1;
    m_signal->m_isLooped = true;
    constexpr double kStepMax = 0.02;
    if (step > kStepMax) {
        m_signal->m_warnings.push_back({"where the loop starts over, the signal steps by " +
                                            numberText(std::round(step * 100.0)) +
                                            " % of the peak; choose a steady part by "
                                            "`start` and `length`",
                                        {.file = filesOf(m_options).front()}});
    }
}

void ReplayMaker::warn() {
    std::vector<std::string>& notes = m_signal->m_notes;
    std::string files;
    std::string channels;
    bool isGuessed = false;
    for (const Part& part : m_parts) {
        files += (files.empty() ? "" : ", ") + part.recording.format + " " + part.recording.file;
        isGuessed = isGuessed || part.choice.isGuessed;
    }
    notes.push_back(
        "replays " + files + ": " + rounded(durationS(), 6) + " s, from " +
        numberText(m_options.startS) + " s on " + rounded(m_lengthS, 6) + " s" + m_loopNote +
        (m_signal->m_frequencyHz > 0.0 ? ", " + rounded(m_signal->m_frequencyHz, 6) + " Hz"
                                       : ", no fundamental"));
    for (std::size_t i = 0; i < kReplayQuantities; ++i) {
        std::string name = "dead";
        for (const Part& part : m_parts) {
            if (const auto& index = part.choice.indices[i]) {
                name = "`" + part.recording.channels[*index].name + "`";
            }
        }
        channels += (i == 0 ? "" : ", ") + std::string(kReplayNames[i]) + " = " + name;
    }
    notes.push_back((isGuessed ? "channels guessed: " : "channels chosen: ") + channels);
}

Result<std::shared_ptr<const ReplaySignal>> ReplayMaker::make() {
    if (auto done = readFile(); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = settlePart(); !done) {
        return std::unexpected(done.error());
    }
    for (const Part& part : m_parts) {
        for (const Errors* const warnings : {&part.recording.warnings, &part.choice.warnings}) {
            std::ranges::copy(*warnings, std::back_inserter(m_signal->m_warnings));
        }
    }
    warnOfSlowParts();
    play({.beginS = m_options.startS,
          .stepS = 1.0 / kRate,
          .count = static_cast<std::size_t>(std::floor(m_lengthS * kRate + 1e-6))});
    measure();
    if (m_options.isLooped) {
        loop();
    }
    if (m_signal->m_frequencyHz == 0.0) {
        m_signal->m_frequencyHz = m_parts.front().recording.nominalFrequencyHz;
    }
    warn();
    return m_signal;
}

Result<std::shared_ptr<const ReplaySignal>> ReplaySignal::load(const ReplayOptions& options) {
    return ReplayMaker(options).make();
}

ReplaySignal::Values ReplaySignal::at(SampleTime sample) const {
    const SampleTime count = length();
    SampleTime index = sample;
    if (m_isLooped) {
        index = sample % count;
        index += index < 0 ? count : 0;
    } else {
        index = sample < 0 ? -sample : sample;
    }
    Values values{};
    if (index >= count) {
        return values;
    }
    for (std::size_t i = 0; i < kReplayQuantities; ++i) {
        if (!m_values[i].empty()) {
            values[i] = static_cast<double>(m_values[i][static_cast<std::size_t>(index)]);
        }
    }
    return values;
}

} // namespace meter::sim
