// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/lcd_painter.hpp"

#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QColor>
#include <QImage>

#include <cstdint>
#include <vector>

using namespace meter;
using namespace meter::gui;

namespace {

constexpr QSizeF kGlassSize = {430.0, 200.0};

QImage painted(const Glass& glass, double backlight, double ratio) {
    QImage image((kGlassSize * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::black);
    QPainter painter(&image);
    LcdPainter(QRectF(QPointF(0, 0), kGlassSize)).paint(painter, glass, lcdTheme(backlight));
    return image;
}

/// A pixel well inside the shape: the one that is farthest from its edges along both axes.
QPointF insideOf(const QPainterPath& shape) {
    const QRectF box = shape.boundingRect();
    for (double share = 0.5; share < 1.0; share += 0.02) {
        for (const double at : {share, 1.0 - share}) {
            const QPointF point(box.left() + at * box.width(), box.center().y());
            if (shape.contains(QRectF(point - QPointF(0.7, 0.7), QSizeF(1.4, 1.4)))) {
                return point;
            }
        }
    }
    return box.center();
}

bool isLitAt(const QImage& image, const QPointF& point) {
    const double ratio = image.devicePixelRatio();
    const QColor colour = image.pixelColor((point * ratio).toPoint());
    // Lit is nearly white, everything else is blue: red tells them apart.
    return colour.red() > 150;
}

/// Small generator of our own, so that every platform draws the same pictures (xorshift32).
std::uint32_t next(std::uint32_t& state) {
    state ^= state << 13U;
    state ^= state >> 17U;
    state ^= state << 5U;
    return state;
}

void checkCells(const QImage& image, const LcdLayout& layout, const Glass& glass) {
    for (std::size_t cell = 0; cell < kLabelCells; ++cell) {
        for (std::size_t segment = 0; segment < 14; ++segment) {
            INFO("label cell " << cell << " segment " << segment);
            CHECK(isLitAt(image, insideOf(layout.label[cell][segment])) ==
                  (((glass.label[cell] >> segment) & 1U) != 0U));
        }
    }
    for (std::size_t cell = 0; cell < kValueCells; ++cell) {
        for (std::size_t segment = 0; segment < 7; ++segment) {
            INFO("value cell " << cell << " segment " << segment);
            CHECK(isLitAt(image, insideOf(layout.value[cell][segment])) ==
                  (((glass.value[cell] >> segment) & 1U) != 0U));
        }
        INFO("point " << cell);
        CHECK(isLitAt(image, insideOf(layout.points[cell])) ==
              (((glass.points >> cell) & 1U) != 0U));
    }
    CHECK(isLitAt(image, insideOf(layout.minus)) == glass.isMinus);
}

} // namespace

TEST_CASE("the glass lights exactly the segments whose bits are set") {
    const LcdLayout layout = layOutLcd(QRectF(QPointF(0, 0), kGlassSize));
    std::uint32_t state = 20260101U;
    for (const double ratio : {1.0, 1.5, 2.0}) {
        for (int picture = 0; picture < 8; ++picture) {
            Glass glass;
            for (std::uint16_t& cell : glass.label) {
                cell = static_cast<std::uint16_t>(next(state) & 0x3FFFU);
            }
            for (std::uint8_t& cell : glass.value) {
                cell = static_cast<std::uint8_t>(next(state) & 0x7FU);
            }
            glass.points = static_cast<std::uint8_t>(next(state) & 0x3FU);
            glass.isMinus = (next(state) & 1U) != 0U;
            const QImage image = painted(glass, 1.0, ratio);
            INFO("picture " << picture << " at ratio " << ratio);
            checkCells(image, layout, glass);
        }
    }
}

TEST_CASE("every annunciator changes pixels inside its own outline and nowhere far from it") {
    const LcdLayout layout = layOutLcd(QRectF(QPointF(0, 0), kGlassSize));
    const QImage dark = painted(Glass{}, 1.0, 1.0);
    for (std::size_t index = 0; index < kIconCount; ++index) {
        Glass glass;
        glass.set(static_cast<Icon>(index), true);
        const QImage lit = painted(glass, 1.0, 1.0);
        const QRectF box = layout.icons[index].boundingRect();
        int inside = 0;
        int outside = 0;
        for (int y = 0; y < lit.height(); ++y) {
            for (int x = 0; x < lit.width(); ++x) {
                if (lit.pixelColor(x, y).red() - dark.pixelColor(x, y).red() < 100) {
                    continue;
                }
                (box.adjusted(-2, -2, 2, 2).contains(QPointF(x, y)) ? inside : outside) += 1;
            }
        }
        INFO("icon " << index);
        CHECK(inside >= 8);
        CHECK(outside == 0);
    }
}

TEST_CASE("segments that are off are faint but there") {
    const LcdLayout layout = layOutLcd(QRectF(QPointF(0, 0), kGlassSize));
    const QImage image = painted(Glass{}, 1.0, 2.0);
    const QPointF segment = insideOf(layout.value[2][6]);
    // Beside the bar there is nothing but the back-light.
    const QPointF beside = segment - QPointF(0.0, 0.2 * layout.value[2][1].boundingRect().height());
    const int off = image.pixelColor((segment * 2.0).toPoint()).lightness();
    const int ground = image.pixelColor((beside * 2.0).toPoint()).lightness();
    CHECK(off > ground);
    CHECK(off < ground + 40);
}

TEST_CASE("the back-light dims and goes out") {
    const auto lightness = [](double backlight) {
        return painted(Glass{}, backlight, 1.0).pixelColor(8, 100).lightness();
    };
    CHECK(lightness(1.0) > lightness(kBacklightDim) + 20);
    CHECK(lightness(kBacklightDim) > lightness(0.0) + 10);
}

TEST_CASE("pictures of the glass are left where they are wanted") {
    Glass all = fullGlass();
    dumpImage(painted(all, 1.0, 2.0), QStringLiteral("glass-full"));
    dumpImage(painted(aGlass(), 1.0, 2.0), QStringLiteral("glass-bright"));
    dumpImage(painted(aGlass(), kBacklightDim, 2.0), QStringLiteral("glass-dim"));
    const QImage image = painted(all, 1.0, 1.0);
    checkCells(image, layOutLcd(QRectF(QPointF(0, 0), kGlassSize)), all);
}
