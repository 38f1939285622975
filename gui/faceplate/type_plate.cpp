// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/type_plate.hpp"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <string_view>

namespace meter::gui {

namespace {

struct Symbol {
    char16_t character;
    std::string_view elements; ///< Bar, space, bar …: '1' is wide.
};

constexpr std::array<Symbol, 17> kSymbols = {{
    {u'0', "000110100"},
    {u'1', "100100001"},
    {u'2', "001100001"},
    {u'3', "101100000"},
    {u'4', "000110001"},
    {u'5', "100110000"},
    {u'6', "001110000"},
    {u'7', "000100101"},
    {u'8', "100100100"},
    {u'9', "001100100"},
    {u'A', "100001001"},
    {u'B', "001001001"},
    {u'C', "101001000"},
    {u'D', "000011001"},
    {u'E', "100011000"},
    {u'F', "001011000"},
    {u'*', "010010100"},
}};

void paintBarCode(QPainter& painter, const QRectF& box, const QString& digits) {
    const std::vector<int> widths = code39(digits);
    const int modules = std::accumulate(widths.begin(), widths.end(), 0);
    const double module = box.width() / modules;
    double x = box.left();
    for (std::size_t index = 0; index < widths.size(); ++index) {
        const double width = module * widths.at(index);
        if (index % 2 == 0) {
            painter.fillRect(QRectF(x, box.top(), width, box.height()), QColor(20, 22, 25));
        }
        x += width;
    }
}

} // namespace

QFont plateFont(double pixelSize, bool isBold) {
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setStyleHint(QFont::SansSerif);
    font.setStretch(QFont::SemiCondensed);
    font.setBold(isBold);
    font.setPixelSize(std::max(1, qRound(pixelSize)));
    return font;
}

std::vector<int> code39(const QString& hexDigits) {
    std::vector<int> widths;
    for (const QChar character : QString(u'*' + hexDigits.toUpper() + u'*')) {
        const auto* symbol = std::ranges::find(kSymbols, character.unicode(), &Symbol::character);
        if (symbol == kSymbols.end()) {
            return {};
        }
        if (!widths.empty()) {
            widths.push_back(1); // The space between characters.
        }
        for (const char element : symbol->elements) {
            widths.push_back(element == '1' ? 2 : 1);
        }
    }
    return widths;
}

void paintTypePlate(QPainter& painter, const QRectF& box, double unit, const TypePlate& plate) {
    painter.setPen(QPen(QColor(170, 174, 178), 1.2 * unit));
    painter.setBrush(QColor(252, 252, 250));
    painter.drawRoundedRect(box, 5.0 * unit, 5.0 * unit);

    const QRectF inner = box.adjusted(12.0 * unit, 5.0 * unit, -12.0 * unit, -5.0 * unit);
    const double line = 0.5 * inner.height();
    painter.setPen(QColor(30, 33, 37));
    painter.setFont(plateFont(17.0 * unit, true));
    painter.drawText(
        QRectF(inner.left(), inner.top(), inner.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
        plate.model + QStringLiteral("   90\u2013347 V L-N / 600 V L-L   45\u201365 Hz"));
    painter.setFont(plateFont(15.0 * unit, false));
    painter.drawText(QRectF(inner.left(), inner.top() + line, inner.width(), line),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("Class 0.5S   CAT III   5 VA   U018 rope CTs only   IP20"));

    const QRectF code(inner.right() - 190.0 * unit, inner.top(), 190.0 * unit, 23.0 * unit);
    paintBarCode(painter, code, plate.serialNumber);
    painter.setFont(plateFont(16.0 * unit, true));
    painter.drawText(
        QRectF(code.left(), code.bottom(), code.width(), inner.bottom() - code.bottom()),
        Qt::AlignCenter, QStringLiteral("SN ") + plate.serialNumber);
}

} // namespace meter::gui
