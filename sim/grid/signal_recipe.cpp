// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/signal_recipe.hpp"

namespace meter::sim {

Tone toneOf(double peak, double angleDeg) {
    return toneOf(peak, sineCosineTurns(angleDeg / 360.0));
}

Tone advanced(const Tone& tone, double angleDeg) {
    const SineCosine turn = sineCosineTurns(angleDeg / 360.0);
    return {.cosine = tone.cosine * turn.cosine + tone.sine * turn.sine,
            .sine = tone.sine * turn.cosine - tone.cosine * turn.sine};
}

} // namespace meter::sim
