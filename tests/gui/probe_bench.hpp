// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A meter on a grid of known numbers, for views of what lies behind the readings: 277 V, 60 Hz,
// ABC, 50 A lagging 30° in each phase; CT size 100 A, PT ratio 1.

#include "gui/probe/waveform_probe.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "sim/twin/register_write.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/support/catch.hpp"

#include <QCoreApplication>
#include <QImage>
#include <QWidget>

#include <cmath>
#include <span>

namespace meter::gui {

inline sim::World aBalancedWorld() {
    sim::World world;
    world.load.currentA = {50.0, 50.0, 50.0};
    world.load.laggingDeg = {30.0, 30.0, 30.0};
    return world;
}

/// As it looks once all that was asked for is drawn.
inline QImage pictureOf(QWidget& widget) {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return widget.grab().toImage();
}

struct ProbeBench {
    explicit ProbeBench(const sim::World& world = aBalancedWorld()) {
        link.simulation().step(2 * kSamplesPerSecond); // It has come up.
        const sim::RegisterValue ctSize{131, 100};
        REQUIRE(sim::writeAsMaster(link.simulation().meter(), std::span(&ctSize, 1)).empty());
        link.simulation().setWorld(world);
        run(2.0);
    }

    /// Meter time passes, then the views are told.
    void run(double seconds) {
        sim::Simulation& simulation = link.simulation();
        simulation.step(std::llround(seconds * kSamplesPerSecond));
        link.shown.now = simulation.now();
        link.shown.readings = simulation.meter().readings();
        link.shown.world = simulation.world();
        meter.refresh();
        WaveformProbe::of(meter).refresh(); // The answer to what was asked...
        meter.refresh();                    // ...comes with the next snapshot.
        WaveformProbe::of(meter).refresh();
    }

    FakeMeterLink link;
    LiveMeter meter{link};
};

} // namespace meter::gui
