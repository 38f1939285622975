// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What it costs to keep a frame of the traffic: a request of 12 and an answer of 29 bytes, as
// they come from 256 clients, with the clock that is read for each.

#include "sim/live/line/traffic_ring.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

int main() {
    using namespace meter::sim;
    using namespace meter::sim::live;
    constexpr int kExchanges = 2'000'000;
    std::vector<std::string> peers;
    for (int client = 0; client < 256; ++client) {
        peers.push_back("127.0.0.1:" + std::to_string(40'000 + client));
    }
    const std::array<std::byte, 29> bytes{};
    const meter::ScaleFactors scales{};
    TrafficRing ring;
    const std::clock_t start = std::clock();
    for (int i = 0; i < kExchanges; ++i) {
        TrafficNote note{.endpoint = "modbus-tcp 127.0.0.1:1502",
                         .peer = peers[static_cast<std::size_t>(i) % peers.size()],
                         .remark = {},
                         .utcUs = utcNow(),
                         .scales = &scales};
        note.request = ring.add(note, std::span(bytes).first(7), std::span(bytes).first(5));
        note.direction = TrafficDirection::Answer;
        note.utcUs = utcNow();
        ring.add(note, bytes, {});
    }
    const double spentS = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::printf("%.0f ns of processor time a frame\n", spentS * 1e9 / (2.0 * kExchanges));
    return 0;
}
