// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The label with the ratings of the guide, the serial number and its bar code.

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

#include <vector>

namespace meter::gui {

struct TypePlate {
    QString model;
    QString serialNumber;
};

void paintTypePlate(QPainter& painter, const QRectF& box, double unit, const TypePlate& plate);

/// The lettering of everything printed on the housing.
[[nodiscard]] QFont plateFont(double pixelSize, bool isBold);

/// Code 39 (ISO/IEC 16388) of hex digits between two '*': widths of bars and spaces in turn,
/// in modules, beginning with a bar. Narrow is 1, wide is 2.
[[nodiscard]] std::vector<int> code39(const QString& hexDigits);

} // namespace meter::gui
