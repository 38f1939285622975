// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_values.hpp"
#include "app/commands/command.hpp"
#include "sim/base/quantity.hpp"
#include "sim/replay/channel_choice.hpp"
#include "sim/replay/recording.hpp"
#include "sim/replay/waveform_analysis.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::app {
namespace {

struct InspectArguments {
    std::vector<std::string> files;
    std::string start = "0 s";
    std::optional<std::string> length;
};

/// The part that the figures are of, in seconds.
struct Part {
    double startS = 0.0;
    double lengthS = 1e9;
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

sim::Result<Part> partOf(const InspectArguments& arguments) {
    Part part;
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

/// The samples of the part inside the segment of which it holds most.
sim::Waveform waveformIn(const sim::Recording& recording, std::size_t channel, const Part& part) {
    sim::Waveform longest;
    double longestS = 0.0;
    for (const sim::RateSegment& segment : recording.segments) {
        const auto count = static_cast<double>(segment.end - segment.begin);
        const double endS = part.startS + part.lengthS;
        const double from = std::clamp((part.startS - segment.beginS) * segment.rateHz, 0.0, count);
        const double to = std::clamp((endS - segment.beginS) * segment.rateHz, from, count);
        const auto first = static_cast<std::size_t>(std::llround(from));
        const auto last = static_cast<std::size_t>(std::llround(to));
        const double lengthS = static_cast<double>(last - first) / segment.rateHz;
        if (lengthS > longestS) {
            longestS = lengthS;
            longest = {.samples = std::span(recording.channels[channel].samples)
                                      .subspan(segment.begin + first, last - first),
                       .rateHz = segment.rateHz};
        }
    }
    return longest;
}

void printHead(const sim::Recording& recording) {
    std::printf("%s: %s%s%s\n", recording.file.c_str(), recording.format.c_str(),
                recording.title.empty() ? "" : ", ", recording.title.c_str());
    std::printf("%zu analog and %zu digital channels, %zu samples, %s s\n",
                recording.channels.size(), recording.digitalCount, recording.sampleCount,
                textOf(recording.durationS(), 9).c_str());
    for (const sim::RateSegment& segment : recording.segments) {
        std::printf("%s samples/s from %s s on, %zu samples\n", textOf(segment.rateHz, 9).c_str(),
                    textOf(segment.beginS, 9).c_str(), segment.end - segment.begin);
    }
}

/// The frequency of the first channel that has one: phases are stated relative to it.
double frequencyOf(const sim::Recording& recording, const Part& part) {
    for (const sim::ChannelKind kind : {sim::ChannelKind::Voltage, sim::ChannelKind::Current}) {
        for (std::size_t i = 0; i < recording.channels.size(); ++i) {
            if (recording.channels[i].kind != kind) {
                continue;
            }
            const double hz = sim::fundamentalFrequencyOf(waveformIn(recording, i, part));
            if (hz > 0.0) {
                return hz;
            }
        }
    }
    return 0.0;
}

std::string playedAs(const sim::ChannelChoice& choice, std::size_t channel) {
    std::string names;
    for (std::size_t i = 0; i < choice.indices.size(); ++i) {
        if (choice.indices[i] == channel) {
            names += (names.empty() ? "" : " ") + std::string(sim::kReplayNames[i]);
        }
    }
    return names;
}

/// Blanks up to a width in characters, which UTF-8 has fewer of than bytes.
std::string padded(std::string text, std::size_t width) {
    const auto characters = static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) {
        return (static_cast<unsigned>(static_cast<unsigned char>(byte)) & 0xC0U) != 0x80U;
    }));
    text.append(width > characters ? width - characters : 0, ' ');
    return text;
}

void printChannels(const sim::Recording& recording, const Part& part) {
    const double frequencyHz = frequencyOf(recording, part);
    std::printf("fundamental %s\n", frequencyHz > 0.0 ? (textOf(frequencyHz, 7) + " Hz").c_str()
                                                      : "not found (40 to 70 Hz)");
    const auto choice = sim::chooseChannels(recording, {});
    constexpr std::size_t kNameWidth = 24;
    std::printf(
        "  no  %s unit  as          rms        peak        mean  fundamental    angle  thd\n",
        padded("channel", kNameWidth).c_str());
    std::optional<double> reference;
    for (std::size_t i = 0; i < recording.channels.size(); ++i) {
        const sim::RecordedChannel& channel = recording.channels[i];
        const sim::WaveformFigures figures =
            sim::figuresOf(waveformIn(recording, i, part), frequencyHz);
        std::printf("%4zu  %s %s  %s %11.6g %11.6g %11.4g", i + 1,
                    padded(channel.name, kNameWidth).c_str(), padded(channel.unit, 4).c_str(),
                    padded(choice ? playedAs(*choice, i) : "", 2).c_str(), figures.rms,
                    figures.peak, figures.mean);
        const double share = figures.rms > 0.0 ? figures.fundamental.rms / figures.rms : 0.0;
        constexpr double kNothing = 0.05;
        if (share < kNothing) {
            std::printf("            –        –    –\n");
            continue;
        }
        reference = reference.value_or(figures.fundamental.angleDeg);
        double angleDeg = figures.fundamental.angleDeg - *reference;
        angleDeg -= 360.0 * std::floor(angleDeg / 360.0 + 0.5);
        std::printf(" %12.6g %8.2f %.2f %%\n", figures.fundamental.rms, angleDeg + 0.0,
                    figures.distortion * 100.0);
    }
    if (!choice) {
        std::printf("no channel looks like a phase's voltage or current; a scenario chooses them "
                    "by `channels`\n");
    }
}

ExitStatus inspect(const InspectArguments& arguments) {
    const sim::Result<Part> part = partOf(arguments);
    if (!part) {
        printError(part.error());
        return ExitStatus::Wrong;
    }
    ExitStatus status = ExitStatus::Held;
    for (const std::string& file : arguments.files) {
        const auto recording = sim::readRecording(
            file, [](const sim::Recording& header) -> sim::Result<std::vector<bool>> {
                return std::vector<bool>(header.channels.size(), true);
            });
        if (!recording) {
            printError(recording.error());
            status = ExitStatus::Wrong;
            continue;
        }
        if (part->startS >= recording->durationS()) {
            printError({.text = "--start: the recording lasts " +
                                textOf(recording->durationS(), 9) + " s only",
                        .place = {.file = file}});
            status = ExitStatus::Wrong;
            continue;
        }
        printErrors(recording->warnings);
        printHead(*recording);
        printChannels(*recording, *part);
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
    command->footer("Values are primary, in V and A; angles are those of sines against the first "
                    "channel with a fundamental.\n`as` shows what `replay` in a scenario would use "
                    "the channel for.\n"
                    "Example:\n  metertwin-cli inspect --length 0.1 fault.cfg");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return inspect(*arguments);
        };
    });
}

} // namespace meter::app
