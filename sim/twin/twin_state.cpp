// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/twin/twin_state.hpp"

#include "sim/grid/signal_recipe.hpp"

namespace meter::sim {

namespace {

template <typename Entry>
std::size_t sizeOf(const std::vector<Entry>& list) {
    return list.size() * sizeof(Entry);
}

std::size_t sizeOf(const World& world) {
    std::size_t size = sizeOf(world.source.disturbances) + sizeOf(world.load.disturbances);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        size += sizeOf(world.source.harmonics[phase]) + sizeOf(world.load.harmonics[phase]) +
                sizeOf(world.source.interharmonics[phase]);
    }
    return size;
}

std::size_t sizeOf(const std::vector<LineFaultLayer>& layers) {
    std::size_t size = 0;
    for (const LineFaultLayer& layer : layers) {
        size += sizeof(LineFaultLayer) + sizeOf(layer.rules);
        for (const LineFaultLayer::Rule& rule : layer.rules) {
            size += rule.fault.functions.size() + sizeOf(rule.fault.registers) +
                    rule.fault.units.size() + rule.fault.bytes.size();
        }
    }
    return size;
}

} // namespace

std::size_t sizeOf(const TwinState& state) {
    return sizeof(TwinState) + 2 * sizeof(SignalRecipe) + sizeOf(state.world) +
           state.supply.windowLength() * sizeof(std::int64_t) + state.timeline.listSize() +
           sizeOf(state.lineFaults.layers()) + kLineFaultKindCount * sizeof(Random);
}

} // namespace meter::sim
