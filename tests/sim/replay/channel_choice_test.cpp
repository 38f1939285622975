// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/channel_choice.hpp"

#include "tests/support/catch.hpp"

using namespace meter::sim;

namespace {

Recording recordingOf(const std::vector<std::pair<std::string, ChannelKind>>& channels) {
    Recording recording;
    for (const auto& [name, kind] : channels) {
        RecordedChannel channel;
        channel.name = name;
        channel.kind = kind;
        recording.channels.push_back(channel);
    }
    return recording;
}

constexpr ChannelKind kV = ChannelKind::Voltage;
constexpr ChannelKind kA = ChannelKind::Current;
using Indices = std::array<std::optional<std::size_t>, 6>;

} // namespace

TEST_CASE("the channels of common devices are guessed") {
    CHECK(chooseChannels(
              recordingOf({{"va", kV}, {"vb", kV}, {"vc", kV}, {"ia", kA}, {"ib", kA}, {"ic", kA}}),
              {})
              ->indices == Indices{0, 1, 2, 3, 4, 5});
    CHECK(chooseChannels(recordingOf({{"I L1", kA},
                                      {"I L2", kA},
                                      {"I L3", kA},
                                      {"I N", kA},
                                      {"U L1", kV},
                                      {"U L2", kV},
                                      {"U L3", kV}}),
                         {})
              ->indices == Indices{4, 5, 6, 0, 1, 2});
    CHECK(chooseChannels(recordingOf({{"HV IR", kA},
                                      {"HV IS", kA},
                                      {"HV IT", kA},
                                      {"HV IN", kA},
                                      {"LV IR", kA},
                                      {"LV IS", kA},
                                      {"LV IT", kA},
                                      {"IBIAS", kA},
                                      {"HV Bus VT", kV},
                                      {"HV Bus VS", kV},
                                      {"HV Bus VR", kV}}),
                         {})
              ->indices == Indices{10, 9, 8, 0, 1, 2});
    CHECK(chooseChannels(recordingOf({{"3Io", kA}, {"I DIFF LA MAG", kA}, {"Ia", kA}, {"Ic", kA}}),
                         {})
              ->indices[3] == 2);
}

TEST_CASE("channels are chosen by name or number and the rest is dead") {
    const Recording recording = recordingOf({{"Bus 1 V", kV}, {"CT 7", kA}});
    ChannelNames names{};
    names[0] = "bus 1 v";
    names[4] = "2";
    const auto choice = chooseChannels(recording, names);
    REQUIRE(choice.has_value());
    CHECK(choice->indices == Indices{0, {}, {}, {}, 1, {}});
    CHECK_FALSE(choice->isGuessed);
    names[4] = "CT 8";
    CHECK(chooseChannels(recording, names).error().text.find("Bus 1 V, CT 7") != std::string::npos);
    names[4] = "1";
    CHECK(chooseChannels(recording, names).error().text.find("is a current") != std::string::npos);
    CHECK_FALSE(chooseChannels(recording, {}).has_value()); // Nothing to guess from.
}
