// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/docks/file_dialog.hpp"

#include "gui/live/live_meter.hpp"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <utility>

namespace meter::gui {

namespace {

/// The suffix that a filter such as "Images (*.png *.svg)" begins with.
QString suffixOf(const QString& filter, const QString& otherwise) {
    static const QRegularExpression pattern(QStringLiteral("\\*\\.(\\w+)"));
    const auto match = pattern.match(filter);
    return match.hasMatch() ? match.captured(1) : otherwise;
}

} // namespace

QString proposedFile(const LiveMeter& meter, const QString& ending, const QString& suffix) {
    const std::string running = meter.identity().scenarioFile;
    const QFileInfo info(QFile::decodeName(QByteArray::fromStdString(running)));
    const bool isFile = !running.empty() && info.exists();
    const QDir folder =
        isFile && QFileInfo(info.path()).isWritable() ? info.absoluteDir() : QDir(QDir::homePath());
    const QString base = isFile ? info.completeBaseName() : QStringLiteral("metertwin");
    return folder.filePath(base + ending + u'.' + suffix);
}

QFileDialog& askForFile(const LiveMeter& meter,
                        QWidget& parent,
                        const FileQuestion& question,
                        std::function<void(const QString& file)> chosen) {
    const QString name = QString::fromLatin1(question.id);
    if (auto* open = parent.findChild<QFileDialog*>(name)) {
        open->raise();
        open->activateWindow();
        return *open;
    }
    auto* dialog = new QFileDialog(&parent, question.title, {}, question.filter);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    if (question.suffix.isEmpty()) {
        dialog->setFileMode(QFileDialog::ExistingFile);
    } else {
        const QFileInfo proposed(proposedFile(meter, question.ending, question.suffix));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(question.suffix);
        dialog->setDirectory(proposed.path());
        dialog->selectFile(proposed.fileName());
        QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                         [dialog, suffix = question.suffix](const QString& filter) {
                             dialog->setDefaultSuffix(suffixOf(filter, suffix));
                         });
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent, std::move(chosen));
    dialog->show();
    return *dialog;
}

QString writeFile(const QString& file, const QByteArray& content) {
    QSaveFile target(file);
    const bool isWritten = target.open(QIODevice::WriteOnly) &&
                           target.write(content) == content.size() && target.commit();
    return isWritten ? QString() : target.errorString();
}

} // namespace meter::gui
