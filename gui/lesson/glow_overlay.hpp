// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rings around the parts of a picture that a hint points at. Lies over the picture and lets the
// mouse through.

#include <QRectF>
#include <QWidget>

#include <functional>
#include <vector>

namespace meter::gui {

class GlowOverlay final : public QWidget {
    Q_OBJECT

public:
    /// `placesOf` gives the rectangles of a name such as "key.plus" within `picture`.
    using PlacesOf = std::function<std::vector<QRectF>(const QString& name)>;
    GlowOverlay(QWidget& picture, PlacesOf placesOf);

    void glow(const QString& name); ///< Empty: nothing.

    [[nodiscard]] std::vector<QRectF> places() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget& m_picture;
    PlacesOf m_placesOf;
    QString m_name;
};

class FaceplateWidget;
class WiringDiagram;

/// "key.plus", "terminal.VA" on the meter's front.
[[nodiscard]] std::vector<QRectF> placesOnFaceplate(const FaceplateWidget& faceplate,
                                                    const QString& name);
/// "terminal.VA" in the wiring diagram.
[[nodiscard]] std::vector<QRectF> placesInDiagram(const WiringDiagram& diagram,
                                                  const QString& name);

} // namespace meter::gui
