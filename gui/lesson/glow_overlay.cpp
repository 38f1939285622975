// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/glow_overlay.hpp"

#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/wiring/wiring_diagram.hpp"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <utility>

namespace meter::gui {

namespace {

constexpr double kRingWidth = 4.0;
constexpr double kHaloWidth = 12.0;
constexpr int kHaloAlpha = 90;
constexpr QColor kGlowColour(255, 176, 0); ///< Seen on the grey housing, in light and in dark.
constexpr double kDiagramReach = 12.0;     ///< Units of the diagram around a terminal.

constexpr std::array<const char*, kKeyCount> kKeyNames = {"key.plus", "key.minus", "key.left",
                                                          "key.right"};
constexpr const char* kTerminalPrefix = "terminal.";
constexpr const char* kVoltageTerminals = "ABCN";

} // namespace

GlowOverlay::GlowOverlay(QWidget& picture, PlacesOf placesOf)
    : QWidget(&picture), m_picture(picture), m_placesOf(std::move(placesOf)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    picture.installEventFilter(this);
    hide();
}

void GlowOverlay::glow(const QString& name) {
    if (m_name == name) {
        return;
    }
    m_name = name;
    setVisible(!places().empty());
    setGeometry(m_picture.rect());
    raise();
    update();
}

std::vector<QRectF> GlowOverlay::places() const {
    return m_name.isEmpty() ? std::vector<QRectF>{} : m_placesOf(m_name);
}

bool GlowOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_picture && event->type() == QEvent::Resize) {
        setGeometry(m_picture.rect());
    }
    return QWidget::eventFilter(watched, event);
}

void GlowOverlay::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor halo = kGlowColour;
    halo.setAlpha(kHaloAlpha);
    for (const QRectF& place : places()) {
        const double radius = std::min(place.width(), place.height()) / 2.0;
        painter.setPen(QPen(halo, kHaloWidth));
        painter.drawRoundedRect(place, radius, radius);
        painter.setPen(QPen(kGlowColour, kRingWidth));
        painter.drawRoundedRect(place, radius, radius);
    }
}

std::vector<QRectF> placesOnFaceplate(const FaceplateWidget& faceplate, const QString& name) {
    const FaceplateLayout& layout = faceplate.layoutOfParts();
    const auto key = std::ranges::find_if(
        kKeyNames, [&name](const char* each) { return name == QLatin1String(each); });
    if (key != kKeyNames.end()) {
        return {layout.keys.at(static_cast<std::size_t>(key - kKeyNames.begin()))};
    }
    std::vector<QRectF> places;
    for (const TerminalGroup& group : layout.groups) {
        for (const Terminal& terminal : group.terminals) {
            if (name == QLatin1String(kTerminalPrefix) + terminal.name) {
                places.push_back(terminal.cell);
            }
        }
    }
    return places;
}

std::vector<QRectF> placesInDiagram(const WiringDiagram& diagram, const QString& name) {
    const WiringGeometry geometry = diagram.geometryOfParts();
    const double reach = kDiagramReach * geometry.scale;
    for (std::size_t terminal = 0; terminal < sim::kTerminalCount; ++terminal) {
        const QString own = QLatin1String(kTerminalPrefix) + QLatin1Char('V') +
                            QLatin1Char(kVoltageTerminals[terminal]);
        if (own == name) {
            return {QRectF(geometry.handleX.at(terminal) - reach, geometry.terminalY - reach,
                           2.0 * reach, 2.0 * reach)};
        }
    }
    return {};
}

} // namespace meter::gui
