// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// With METERTWIN_DUMP_IMAGES naming a folder, tests leave what they painted there.

#include <QDir>
#include <QImage>
#include <QString>

namespace meter::gui {

inline void dumpImage(const QImage& image, const QString& name) {
    const QString folder = qEnvironmentVariable("METERTWIN_DUMP_IMAGES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        image.save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
}

} // namespace meter::gui
