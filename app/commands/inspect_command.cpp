// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_values.hpp"
#include "app/commands/command.hpp"
#include "sim/base/quantity.hpp"
#include "sim/base/shown_text.hpp"
#include "sim/replay/channel_choice.hpp"
#include "sim/replay/recording.hpp"
#include "sim/replay/steady_part.hpp"
#include "sim/replay/waveform_analysis.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meter::app {
namespace {

using Json = nlohmann::ordered_json;

struct InspectArguments {
    std::vector<std::string> files;
    std::string start = "0 s";
    std::optional<std::string> length;
    std::string format = "text";
    bool isPartGiven = false;
};

sim::Result<double> secondsIn(const char* option, const std::string& text) {
    const sim::Result<sim::Quantity> quantity = sim::parseQuantity(text);
    const bool isTime = quantity && (quantity->dimension == sim::Dimension::Time ||
                                     quantity->dimension == sim::Dimension::None);
    if (!isTime || quantity->value < 0.0) {
        return std::unexpected(
            sim::Error{.text = std::string(option) + ": '" + text + "' is not a time such as 0.2 s",
                       .place = {}});
    }
    return quantity->value;
}

sim::Result<sim::RecordingPart> partOf(const InspectArguments& arguments) {
    constexpr double kToTheEndS = 1e9;
    sim::RecordingPart part = {.lengthS = kToTheEndS};
    const auto start = secondsIn("--start", arguments.start);
    if (!start) {
        return std::unexpected(start.error());
    }
    part.startS = *start;
    if (arguments.length) {
        const auto length = secondsIn("--length", *arguments.length);
        if (!length) {
            return std::unexpected(length.error());
        }
        part.lengthS = *length;
    }
    return part;
}

/// One channel as it is shown.
struct ChannelView {
    std::string playedAs; ///< "va"; empty: not at all.
    sim::WaveformFigures figures;
    std::optional<double> angleDeg; ///< Against the first channel with a fundamental.
};

/// A recording as it is shown: as text or as JSON.
struct RecordingView {
    explicit RecordingView(const sim::Recording& shown) : recording(shown) {}

    const sim::Recording& recording;
    std::optional<sim::ChannelChoice> choice; ///< None: nothing looks like a phase.
    std::vector<sim::RateSegment> stretches;
    double likelyHz = 0.0;
    sim::RecordingPart part; ///< What the figures are of.
    bool isSteadiest = false;
    double frequencyHz = 0.0;
    std::vector<ChannelView> channels;
    sim::Errors warnings;
};

std::string playedAs(const sim::ChannelChoice& choice, std::size_t channel) {
    std::string names;
    for (std::size_t i = 0; i < choice.indices.size(); ++i) {
        if (choice.indices[i] == channel) {
            names += (names.empty() ? "" : " ") + std::string(sim::kReplayNames[i]);
        }
    }
    return names;
}

/// The channels that a replay would use; all, if it would not know which.
std::vector<std::size_t> usedChannels(const RecordingView& view) {
    std::vector<std::size_t> channels;
    for (std::size_t i = 0; i < view.recording.channels.size(); ++i) {
        if (!view.choice || !playedAs(*view.choice, i).empty()) {
            channels.push_back(i);
        }
    }
    return channels;
}

void viewChannels(RecordingView& view) {
    std::optional<double> reference;
    for (std::size_t i = 0; i < view.recording.channels.size(); ++i) {
        ChannelView channel;
        channel.playedAs = view.choice ? playedAs(*view.choice, i) : "";
        channel.figures =
            sim::figuresOf(sim::waveformIn(view.recording, i, view.part), view.frequencyHz);
        const sim::WaveformFigures& figures = channel.figures;
        constexpr double kNothing = 0.05;
        if (figures.rms > 0.0 && figures.fundamental.rms >= kNothing * figures.rms) {
            reference = reference.value_or(figures.fundamental.angleDeg);
            const double angleDeg = figures.fundamental.angleDeg - *reference;
            channel.angleDeg = angleDeg - 360.0 * std::floor(angleDeg / 360.0 + 0.5) + 0.0;
        }
        view.channels.push_back(channel);
    }
}

/// Without a part that was asked for: the steadiest one, else the whole.
RecordingView viewOf(const sim::Recording& recording,
                     const std::optional<sim::RecordingPart>& asked) {
    RecordingView view(recording);
    view.warnings = recording.warnings;
    if (auto choice = sim::chooseChannels(recording, {})) {
        std::ranges::copy(choice->warnings, std::back_inserter(view.warnings));
        view.choice = std::move(*choice);
    }
    const std::vector<std::size_t> used = usedChannels(view);
    view.stretches = sim::stretchesOf(recording, used);
    view.likelyHz = sim::likelyFrequencyOf(recording);
    view.part = {.lengthS = recording.durationS()};
    if (asked) {
        view.part = *asked;
        view.part.lengthS = std::min(asked->lengthS, recording.durationS() - asked->startS);
    } else if (const auto steady = sim::steadiestPart(recording, used)) {
        view.part = *steady;
        view.isSteadiest = true;
    }
    view.frequencyHz = sim::frequencyIn(recording, view.part);
    viewChannels(view);
    return view;
}

bool isWhole(const RecordingView& view) {
    constexpr double kRounding = 1e-9;
    return view.part.startS <= kRounding &&
           view.part.endS() >= view.recording.durationS() - kRounding;
}

/// Whole cycles that a scenario may loop; none if nothing is steady.
std::optional<sim::RecordingPart> proposalOf(const RecordingView& view) {
    if (!view.isSteadiest || view.frequencyHz <= 0.0) {
        return std::nullopt;
    }
    constexpr double kRounding = 1e-3;
    const double cycles = std::floor(view.part.lengthS * view.frequencyHz + kRounding);
    const double lengthS = std::min(cycles / view.frequencyHz, view.part.lengthS);
    return sim::RecordingPart{.startS = view.part.startS, .lengthS = lengthS};
}

void printHead(const RecordingView& view) {
    const sim::Recording& recording = view.recording;
    std::printf("%s: %s%s%s\n", recording.file.c_str(), recording.format.c_str(),
                recording.title.empty() ? "" : ", ", recording.title.c_str());
    std::printf("%zu analog and %zu digital channels, %zu samples, %s s\n",
                recording.channels.size(), recording.digitalCount, recording.sampleCount,
                textOf(recording.durationS(), 9).c_str());
    for (const sim::RateSegment& stretch : view.stretches) {
        std::printf("%s samples/s from %s s to %s s, %zu samples%s\n",
                    textOf(stretch.rateHz, 9).c_str(), textOf(stretch.beginS, 9).c_str(),
                    textOf(sim::endOf(stretch), 9).c_str(), stretch.end - stretch.begin,
                    sim::holdsWave(stretch, view.likelyHz)
                        ? ""
                        : "; too slow to hold a wave, perhaps RMS or crest values");
    }
    if (!isWhole(view)) {
        std::printf("figures from %s s to %s s%s\n", textOf(view.part.startS, 9).c_str(),
                    textOf(view.part.endS(), 9).c_str(),
                    view.isSteadiest ? ", the steadiest part" : "");
    }
    if (const auto proposal = proposalOf(view); proposal && !isWhole(view)) {
        std::printf("to loop it: start: %s s, length: %s s\n", textOf(proposal->startS, 9).c_str(),
                    textOf(proposal->lengthS, 9).c_str());
    }
    std::printf("fundamental %s\n", view.frequencyHz > 0.0
                                        ? (textOf(view.frequencyHz, 7) + " Hz").c_str()
                                        : "not found (40 to 70 Hz)");
}

/// Blanks up to a width in characters, which UTF-8 has fewer of than bytes.
std::string padded(std::string text, std::size_t width) {
    const auto characters = static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) {
        return (static_cast<unsigned>(static_cast<unsigned char>(byte)) & 0xC0U) != 0x80U;
    }));
    text.append(width > characters ? width - characters : 0, ' ');
    return text;
}

void printChannels(const RecordingView& view) {
    constexpr std::size_t kNameWidth = 24;
    std::printf(
        "  no  %s unit  as          rms        peak        mean  fundamental    angle  thd\n",
        padded("channel", kNameWidth).c_str());
    for (std::size_t i = 0; i < view.channels.size(); ++i) {
        const sim::RecordedChannel& channel = view.recording.channels[i];
        const ChannelView& shown = view.channels[i];
        const sim::WaveformFigures& figures = shown.figures;
        std::printf("%4zu  %s %s  %s %11.6g %11.6g %11.4g", i + 1,
                    padded(channel.name, kNameWidth).c_str(), padded(channel.unit, 4).c_str(),
                    padded(shown.playedAs, 2).c_str(), figures.rms, figures.peak, figures.mean);
        if (shown.angleDeg) {
            std::printf(" %12.6g %8.2f %.2f %%\n", figures.fundamental.rms, *shown.angleDeg,
                        figures.distortion * 100.0);
        } else {
            std::printf("            –        –    –\n");
        }
    }
    if (!view.choice) {
        std::printf("no channel looks like a phase's voltage or current; a scenario chooses them "
                    "by `channels`\n");
    }
}

Json partJson(const sim::RecordingPart& part) {
    return {{"start_s", part.startS}, {"length_s", part.lengthS}};
}

Json stretchesJson(const RecordingView& view) {
    Json list = Json::array();
    for (const sim::RateSegment& stretch : view.stretches) {
        list.push_back({{"start_s", stretch.beginS},
                        {"length_s", sim::endOf(stretch) - stretch.beginS},
                        {"rate_hz", stretch.rateHz},
                        {"samples", stretch.end - stretch.begin},
                        {"holds_wave", sim::holdsWave(stretch, view.likelyHz)}});
    }
    return list;
}

Json channelsJson(const RecordingView& view) {
    Json list = Json::array();
    for (std::size_t i = 0; i < view.channels.size(); ++i) {
        const sim::RecordedChannel& channel = view.recording.channels[i];
        const ChannelView& shown = view.channels[i];
        const sim::WaveformFigures& figures = shown.figures;
        const bool hasWave = shown.angleDeg.has_value();
        list.push_back(
            {{"number", i + 1},
             {"name", channel.name},
             {"phase", channel.phase},
             {"unit", channel.unit},
             {"as", shown.playedAs},
             {"rms", figures.rms},
             {"peak", figures.peak},
             {"mean", figures.mean},
             {"fundamental", hasWave ? Json(figures.fundamental.rms) : Json(nullptr)},
             {"angle_deg", hasWave ? Json(*shown.angleDeg) : Json(nullptr)},
             {"thd_percent", hasWave ? Json(figures.distortion * 100.0) : Json(nullptr)}});
    }
    return list;
}

Json jsonOf(const RecordingView& view) {
    Json warnings = Json::array();
    for (const sim::Error& warning : view.warnings) {
        warnings.push_back(warning.message());
    }
    const auto proposal = proposalOf(view);
    return {{"file", view.recording.file},
            {"ok", true},
            {"format", view.recording.format},
            {"title", view.recording.title},
            {"duration_s", view.recording.durationS()},
            {"samples", view.recording.sampleCount},
            {"digital_channels", view.recording.digitalCount},
            {"stretches", stretchesJson(view)},
            {"figures_of", partJson(view.part)},
            {"is_steadiest", view.isSteadiest},
            {"frequency_hz", view.frequencyHz > 0.0 ? Json(view.frequencyHz) : Json(nullptr)},
            {"proposal", proposal ? partJson(*proposal) : Json(nullptr)},
            {"channels", channelsJson(view)},
            {"warnings", std::move(warnings)}};
}

sim::Result<sim::Recording> readAll(const std::string& file) {
    return sim::readRecording(file,
                              [](const sim::Recording& header) -> sim::Result<std::vector<bool>> {
                                  return std::vector<bool>(header.channels.size(), true);
                              });
}

ExitStatus inspect(const InspectArguments& arguments) {
    const sim::Result<sim::RecordingPart> part = partOf(arguments);
    if (!part) {
        printError(part.error());
        return ExitStatus::Wrong;
    }
    const bool isJson = arguments.format == "json";
    const auto asked = arguments.isPartGiven ? std::optional(*part) : std::nullopt;
    ExitStatus status = ExitStatus::Held;
    Json list = Json::array();
    for (const std::string& file : arguments.files) {
        sim::Result<sim::Recording> recording = readAll(file);
        if (recording && part->startS >= recording->durationS()) {
            recording =
                std::unexpected(sim::Error{.text = "--start: the recording lasts " +
                                                   textOf(recording->durationS(), 9) + " s only",
                                           .place = {.file = file}});
        }
        if (!recording) {
            status = ExitStatus::Wrong;
            printError(recording.error());
            list.push_back(
                {{"file", file}, {"ok", false}, {"mistake", recording.error().message()}});
            continue;
        }
        const RecordingView view = viewOf(*recording, asked);
        if (isJson) {
            list.push_back(jsonOf(view));
            continue;
        }
        printErrors(view.warnings);
        printHead(view);
        printChannels(view);
    }
    if (isJson) {
        const Json whole = {{"files", std::move(list)}};
        std::printf(
            "%s\n",
            sim::shownJson(whole.dump(2, ' ', false, Json::error_handler_t::replace)).c_str());
    }
    return status;
}

} // namespace

void addInspectCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("inspect", "Show what is in recorded waveforms");
    const auto arguments = std::make_shared<InspectArguments>();
    command->add_option("file", arguments->files, "Recordings: .cfg with .dat, .cff or .csv")
        ->required()
        ->type_name("FILE");
    command->add_option("--start", arguments->start, "Where the part to look at begins")
        ->type_name("TIME")
        ->capture_default_str();
    command->add_option("--length", arguments->length, "How long it is; to the end by default")
        ->type_name("TIME");
    command->add_option("--format", arguments->format, "json for programs")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->footer("Without --start and --length the figures are those of the steadiest part.\n"
                    "Values are primary, in V and A; angles are those of sines against the first "
                    "channel with a fundamental.\n`as` shows what `replay` in a scenario would use "
                    "the channel for.\n"
                    "Example:\n  metertwin-cli inspect --length 0.1 fault.cfg");
    command->callback([arguments, command, &chosen] {
        arguments->isPartGiven = command->count("--start") + command->count("--length") > 0;
        chosen = [arguments] {
            return inspect(*arguments);
        };
    });
}

} // namespace meter::app
