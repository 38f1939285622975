// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/channel_choice.hpp"

#include "sim/replay/channel_names.hpp"
#include "tests/support/catch.hpp"

#include <utility>

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

TEST_CASE("phases are named in one family and never mixed") {
    const auto indices = [](const std::vector<std::pair<std::string, ChannelKind>>& channels) {
        return chooseChannels(recordingOf(channels), {})->indices;
    };
    const auto named = [&](const std::array<std::string, 3>& names) {
        return indices({{"V" + names[0], kV},
                        {"V" + names[1], kV},
                        {"V" + names[2], kV},
                        {"I" + names[0], kA},
                        {"I" + names[1], kA},
                        {"I" + names[2], kA}}) == Indices{0, 1, 2, 3, 4, 5};
    };
    CHECK(named({"R", "Y", "B"}));
    CHECK(named({"R", "W", "B"}));
    CHECK(named({"R", "S", "T"}));
    CHECK(named({"A", "B", "C"}));
    CHECK(named({"U", "V", "W"}));
    CHECK(named({"1", "2", "3"}));
    CHECK(named({" L1", " L2", " L3"}));
    CHECK(named({"_red", "_yellow", "_blue"}));
    CHECK(indices({{"Voltage_L1", kV},
                   {"Voltage_L2", kV},
                   {"Voltage_L3", kV},
                   {"phase_A_current", kA},
                   {"phase_B_current", kA},
                   {"phase_C_current", kA}}) == Indices{0, 1, 2, 3, 4, 5});
    const auto two = chooseChannels(recordingOf({{"VR", kV}, {"VB", kV}, {"IA", kA}}), {});
    REQUIRE(two.has_value());
    CHECK(two->indices == Indices{0, {}, 1, 2, {}, {}}); // R-Y-B, not R of R-S-T and B of A-B-C.
    REQUIRE(two->warnings.size() == 1);
    CHECK(two->warnings[0].text.find("R-Y-B") != std::string::npos);
}

TEST_CASE("channels without a unit have the kind that their names tell") {
    Recording recording;
    for (const std::string name :
         {"Ua", "Voltage_L1", "Ib", "phase_A_current", "V1", "A1", "Trip"}) {
        RecordedChannel channel;
        channel.name = name;
        recording.channels.push_back(channel);
    }
    takeKindsFromNames(recording);
    const std::vector<ChannelKind> kinds = {kV, kV, kA, kA, kV, kA, ChannelKind::Other};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        INFO(recording.channels[i].name);
        CHECK(recording.channels[i].kind == kinds[i]);
    }
    CHECK(recording.warnings.size() == 1); // What was guessed is told.
}

TEST_CASE("a unit in a name is found, and a phase is not taken for one") {
    const auto unit = [](const std::string& name) {
        return unitInName(name).name + "|" + unitInName(name).unit;
    };
    CHECK(unit("va_kV") == "va|kV");
    CHECK(unit("va [kV]") == "va|kV");
    CHECK(unit("CH1 (mV)") == "CH1|mV");
    CHECK(unit("Voltage (V)") == "Voltage|V");
    CHECK(unit("ia_A") == "ia|A");
    CHECK(unit("i_a") == "i_a|");
    CHECK(unit("phase_A_voltage") == "phase_A_voltage|");
    CHECK(unit("Voltage_L1") == "Voltage_L1|");
    CHECK(unit("U (L1)") == "U (L1)|");
    CHECK(unit("ia_xA") == "ia|xA"); // No unit that is known: told, not ignored.
    CHECK(meaningOfUnit("kVrms").factor == 1e3);
    CHECK(meaningOfUnit("MA").factor == 1e6);
    CHECK(meaningOfUnit("furlong").kind == ChannelKind::Other);
}
