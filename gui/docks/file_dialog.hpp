// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Dialogs for files, alike everywhere: one at a time, never in the way of the meter, beginning
// beside the scenario that runs, with a name proposed.

#include <QByteArray>
#include <QFileDialog>
#include <QString>

#include <functional>

namespace meter::gui {

class LiveMeter;

struct FileQuestion {
    const char* id = ""; ///< Asked again while it is open, the dialog comes to the front.
    QString title;
    QString filter;
    QString suffix;      ///< Of a file to be saved; empty: an existing one is opened.
    QString ending = {}; ///< Behind the scenario's name: "-trend".
};

/// `chosen` gets the file, unless `parent` is gone by then.
QFileDialog& askForFile(const LiveMeter& meter,
                        QWidget& parent,
                        const FileQuestion& question,
                        std::function<void(const QString& file)> chosen);

/// Writes a file whole or not at all. What went wrong; empty: nothing.
[[nodiscard]] QString writeFile(const QString& file, const QByteArray& content);

/// Folder and base name that a file beside the running scenario would have.
[[nodiscard]] QString
proposedFile(const LiveMeter& meter, const QString& ending, const QString& suffix);

} // namespace meter::gui
