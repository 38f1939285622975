// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/line_wiring.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim {
namespace {

constexpr double kLossMax = 0.05; ///< Of a line of 1200 m at 38400 baud without terminators.
constexpr double kLengthM = 1200.0;
constexpr double kBaudRate = 38'400.0;
constexpr double kShieldLoss = 0.005;
/// By the number of terminators.
constexpr std::array<double, 4> kReflection = {1.0, 0.4, 0.0, 1.0};

} // namespace

double lossOfCharacter(const LineWiring& wiring, std::uint32_t baudRate) {
    const std::size_t terminators = std::min<std::size_t>(wiring.terminators, 3);
    const double reflected = kLossMax * (wiring.lengthM / kLengthM) *
                             (static_cast<double>(baudRate) / kBaudRate) * kReflection[terminators];
    return std::min(1.0, reflected + (wiring.isShieldOpen ? kShieldLoss : 0.0));
}

double arrivalOfFrame(const LineWiring& wiring, std::uint32_t baudRate, std::size_t size) {
    const double loss = isCut(wiring) ? 1.0 : lossOfCharacter(wiring, baudRate);
    double arrival = 1.0; // Multiplied out: the same bits with every library.
    for (std::size_t i = 0; i < size; ++i) {
        arrival *= 1.0 - loss;
    }
    return arrival;
}

void loseCharacters(AnswerPlan& plan, double loss, Random& random) {
    const auto thin = [&](std::vector<std::byte>& bytes) {
        const auto lost =
            std::erase_if(bytes, [&](std::byte /*byte*/) { return random.chance(loss); });
        plan.isMiswired = plan.isMiswired || lost > 0;
        return lost > 0;
    };
    for (AnswerPiece& piece : plan.pieces) {
        thin(piece.bytes);
    }
    if (plan.pieces.empty()) {
        std::vector<std::byte> bytes(plan.plain.begin(), plan.plain.end());
        if (thin(bytes)) {
            plan.pieces.push_back({.pauseUs = 0, .bytes = std::move(bytes)});
        }
    }
}

} // namespace meter::sim
