// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/icons.hpp"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

static void initialiseResources() {
    Q_INIT_RESOURCE(metertwin); // In a static library, they are linked only if named.
}

namespace meter::gui {

namespace {

QPixmap rendered(const QByteArray& svg, int size) {
    QSvgRenderer renderer(svg);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

QByteArray source(const QString& name) {
    initialiseResources();
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray coloured(QByteArray svg, const QColor& colour) {
    return svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
}

} // namespace

QIcon themedIcon(const QString& name, const QPalette& palette) {
    const QByteArray svg = source(name);
    const QByteArray normal = coloured(svg, palette.color(QPalette::Active, QPalette::WindowText));
    const QByteArray disabled =
        coloured(svg, palette.color(QPalette::Disabled, QPalette::WindowText));
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64}) {
        icon.addPixmap(rendered(normal, size), QIcon::Normal);
        icon.addPixmap(rendered(disabled, size), QIcon::Disabled);
    }
    return icon;
}

QIcon programIcon() {
    const QByteArray svg = source(QStringLiteral("metertwin"));
    QIcon icon;
    for (const int size : {16, 32, 48, 128, 256}) {
        icon.addPixmap(rendered(svg, size));
    }
    return icon;
}

} // namespace meter::gui
