// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/segment_shapes.hpp"

#include "tests/support/catch.hpp"

#include <QPainterPath>
#include <QRectF>

using namespace meter::gui;

namespace {

QPainterPath pathOf(CellKind kind, int segment) {
    QPainterPath path;
    path.addPolygon(segmentOutline(kind, segment));
    path.closeSubpath();
    return path;
}

} // namespace

// The rules are those of any segment display: all inside the cell, none touching another, and
// the named positions of core/ports/glass.hpp.

TEST_CASE("every segment lies inside its cell") {
    for (const CellKind kind : {CellKind::Label, CellKind::Value}) {
        const QRectF cell(0.0, 0.0, cellAspect(kind), 1.0);
        for (int segment = 0; segment < segmentCount(kind); ++segment) {
            INFO("segment " << segment);
            const QRectF bounds = segmentOutline(kind, segment).boundingRect();
            CHECK(cell.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(bounds));
            CHECK(bounds.width() > 0.05);
            CHECK(bounds.height() > 0.05);
        }
    }
}

TEST_CASE("no segment touches another of its cell") {
    for (const CellKind kind : {CellKind::Label, CellKind::Value}) {
        for (int one = 0; one < segmentCount(kind); ++one) {
            for (int other = one + 1; other < segmentCount(kind); ++other) {
                INFO("segments " << one << " and " << other);
                CHECK_FALSE(pathOf(kind, one).intersects(pathOf(kind, other)));
            }
        }
    }
}

TEST_CASE("segments are where their letters say") {
    const auto centre = [](CellKind kind, int segment) {
        return segmentOutline(kind, segment).boundingRect().center();
    };
    for (const CellKind kind : {CellKind::Label, CellKind::Value}) {
        const double middle = 0.5 * cellAspect(kind);
        CHECK(centre(kind, 0).y() < 0.1);    // a: top
        CHECK(centre(kind, 1).x() > middle); // b: right above
        CHECK(centre(kind, 1).y() < 0.5);
        CHECK(centre(kind, 2).x() > middle); // c: right below
        CHECK(centre(kind, 2).y() > 0.5);
        CHECK(centre(kind, 3).y() > 0.9);    // d: bottom
        CHECK(centre(kind, 4).x() < middle); // e: left below
        CHECK(centre(kind, 4).y() > 0.5);
        CHECK(centre(kind, 5).x() < middle); // f: left above
        CHECK(centre(kind, 5).y() < 0.5);
    }
    CHECK(centre(CellKind::Value, 6) == QPointF(0.5 * cellAspect(CellKind::Value), 0.5));

    // g1 g2, then h i j above and k l m below, each from left to right.
    const auto x = [&](int segment) {
        return centre(CellKind::Label, segment).x();
    };
    const auto y = [&](int segment) {
        return centre(CellKind::Label, segment).y();
    };
    CHECK(x(6) < x(7));
    for (const int first : {8, 11}) {
        CHECK(x(first) < x(first + 1));
        CHECK(x(first + 1) < x(first + 2));
    }
    for (int segment = 8; segment < 11; ++segment) {
        CHECK(y(segment) < 0.5);
        CHECK(y(segment + 3) > 0.5);
    }
}
