// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where every part of the meter's front is, for a widget of any size: a 6-module housing on a
// T35 rail, 107 mm × 91 mm, drawn on a board of tenths of a millimetre. Pure: numbers only.

#include "core/ports/glass.hpp"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <array>
#include <vector>

namespace meter::gui {

enum class Wire { None, Black, Red, Blue, White, Green, Grey, Yellow };

struct Terminal {
    QString name;
    QPointF screw;
    QRectF cell;  ///< The block around it.
    QRectF entry; ///< Where the wire goes in.
    bool isTop = true;
    Wire wire = Wire::None;
    QColor lead{}; ///< What is really connected there, in place of `wire`; see showWiring.
    bool isLeadKnown = false;
    QString leadsTo{}; ///< Where, in words.
};

/// Terminals that belong together, with what is printed beside them.
struct TerminalGroup {
    QString caption;
    QRectF captionBox;
    std::vector<Terminal> terminals;
};

enum class Led { Pulse, Alarm, Receive, Transmit };
inline constexpr std::size_t kLedCount = 4;
inline constexpr std::size_t kKeyCount = 4;

struct FaceplateLayout {
    double scale = 1.0; ///< Pixels per tenth of a millimetre.
    QRectF body;
    QRectF nose; ///< The raised middle with glass and keys.
    QRectF rail; ///< As wide as the widget.
    QRectF bezel;
    QRectF glass;
    QRectF title;
    QRectF label; ///< Type plate with the serial number.
    QPointF padCentre;
    double padRadius = 0.0;
    std::array<QRectF, kKeyCount> keys;  ///< By Key.
    std::array<QPointF, kLedCount> leds; ///< By Led.
    double ledRadius = 0.0;
    std::vector<TerminalGroup> groups;
    /// The contact drawn between the names of its two terminals: N.O. pulse, N.C. alarm.
    QRectF pulseContact;
    QRectF alarmContact;
};

[[nodiscard]] FaceplateLayout layOutFaceplate(const QSizeF& size);
/// The size at which one tenth of a millimetre is `scale` pixels.
[[nodiscard]] QSizeF faceplateSize(double scale);

} // namespace meter::gui
