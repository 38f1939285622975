// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/faceplate_layout.hpp"

#include "gui/faceplate/lcd_layout.hpp"
#include "gui/faceplate/led_painter.hpp"
#include "tests/support/catch.hpp"

#include <QSizeF>

#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace meter;
using namespace meter::gui;

namespace {

constexpr std::array<QSizeF, 4> kSizes = {{{300, 262}, {820, 720}, {1600, 700}, {500, 1900}}};

/// What must not overlap, with a name for the message.
std::vector<std::pair<std::string, QRectF>> partsOf(const FaceplateLayout& layout) {
    std::vector<std::pair<std::string, QRectF>> parts = {{"bezel", layout.bezel},
                                                         {"title", layout.title},
                                                         {"label", layout.label},
                                                         {"pulse contact", layout.pulseContact},
                                                         {"alarm contact", layout.alarmContact}};
    for (const QRectF& key : layout.keys) {
        parts.emplace_back("key", key);
    }
    for (const QPointF& led : layout.leds) {
        parts.emplace_back("led", ledExtent(led, layout.ledRadius));
    }
    for (const TerminalGroup& group : layout.groups) {
        parts.emplace_back(group.caption.toStdString(), group.captionBox);
        for (const Terminal& terminal : group.terminals) {
            parts.emplace_back(terminal.name.toStdString(), terminal.cell);
        }
    }
    return parts;
}

} // namespace

TEST_CASE("no part of the front overlaps another at any size") {
    for (const QSizeF& size : kSizes) {
        const auto parts = partsOf(layOutFaceplate(size));
        for (std::size_t one = 0; one < parts.size(); ++one) {
            for (std::size_t other = one + 1; other < parts.size(); ++other) {
                INFO(parts[one].first << " and " << parts[other].first << " at " << size.width());
                // Neighbouring terminals share an edge.
                const QRectF shared = parts[one].second.intersected(parts[other].second);
                CHECK(shared.width() * shared.height() < 1e-6);
            }
        }
    }
}

TEST_CASE("every part of the front lies on the body and the body in the widget") {
    for (const QSizeF& size : kSizes) {
        const FaceplateLayout layout = layOutFaceplate(size);
        CHECK(QRectF(QPointF(0, 0), size).contains(layout.body));
        for (const auto& [name, box] : partsOf(layout)) {
            INFO(name);
            CHECK(layout.body.contains(box));
        }
        for (const QRectF& box : {layout.bezel, layout.label, layout.title, layout.keys[0],
                                  layout.keys[1], layout.keys[2], layout.keys[3]}) {
            CHECK(layout.nose.contains(box));
        }
    }
}

TEST_CASE("the front keeps its proportions whatever the shape of the widget") {
    for (const QSizeF& size : kSizes) {
        const FaceplateLayout layout = layOutFaceplate(size);
        CHECK(layout.body.width() / layout.body.height() == Approx(107.0 / 91.0));
        CHECK(layout.glass.width() / layout.glass.height() == Approx(kLcdAspect));
    }
}

TEST_CASE("the front has the terminals that the guide names") {
    // Guide: control power with G, voltages A B C N, X1 and X2 of three CTs, RS-485 + - shield,
    // one pulse and one alarm contact of two terminals each.
    std::multiset<std::size_t> sizes;
    std::size_t count = 0;
    for (const TerminalGroup& group : layOutFaceplate({820, 720}).groups) {
        sizes.insert(group.terminals.size());
        count += group.terminals.size();
    }
    CHECK(count == 3 + 4 + 3 * 2 + 3 + 2 + 2);
    CHECK(sizes == std::multiset<std::size_t>{2, 2, 2, 2, 2, 3, 3, 4});
}

TEST_CASE("nothing on the glass overlaps anything else at any size") {
    for (const double height : {60.0, 240.0, 900.0}) {
        const QRectF glass(7.0, 11.0, height * kLcdAspect, height);
        const LcdLayout layout = layOutLcd(glass);
        std::vector<QRectF> parts = {layout.minus.boundingRect()};
        const auto unite = [](const auto& segments) {
            QRectF box;
            for (const QPainterPath& segment : segments) {
                box = box.united(segment.boundingRect());
            }
            return box;
        };
        // Slanted cells lean into each other's boxes, so that cells are compared at their foot.
        for (std::size_t cell = 1; cell < kLabelCells; ++cell) {
            CHECK(layout.label[cell - 1][3].boundingRect().right() <
                  layout.label[cell][3].boundingRect().left());
        }
        for (std::size_t cell = 0; cell < kValueCells; ++cell) {
            const QRectF point = layout.points[cell].boundingRect();
            CHECK(layout.value[cell][3].boundingRect().right() < point.left());
            for (const QPainterPath& segment : layout.value[cell]) {
                CHECK_FALSE(segment.intersects(layout.points[cell]));
            }
            if (cell + 1 < kValueCells) {
                for (const QPainterPath& segment : layout.value[cell + 1]) {
                    CHECK_FALSE(segment.intersects(layout.points[cell]));
                }
            }
        }
        QRectF rows;
        for (const auto& cell : layout.label) {
            rows = rows.united(unite(cell));
        }
        parts.push_back(rows);
        rows = QRectF();
        for (const auto& cell : layout.value) {
            rows = rows.united(unite(cell));
        }
        parts.push_back(rows);
        for (const QPainterPath& icon : layout.icons) {
            parts.push_back(icon.boundingRect());
        }
        for (std::size_t one = 0; one < parts.size(); ++one) {
            INFO("part " << one);
            CHECK(glass.contains(parts[one]));
            for (std::size_t other = one + 1; other < parts.size(); ++other) {
                INFO("and part " << other);
                CHECK_FALSE(parts[one].intersects(parts[other]));
            }
        }
    }
}
