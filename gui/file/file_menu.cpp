// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/file/file_menu.hpp"

#include "gui/base/message_bar.hpp"
#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/file/scenario_capture.hpp"
#include "gui/live/live_meter.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
#include "sim/twin/simulation.hpp"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMainWindow>
#include <QPainter>
#include <QSettings>
#include <QStatusBar>
#include <QSvgGenerator>

#include <filesystem>

namespace meter::gui {

namespace {

constexpr qsizetype kRecentMax = 8;
constexpr int kPictureScale = 3; ///< Pixels of a PNG for each of the window.
constexpr int kNoticeMs = 5000;

QString recentKey() {
    return QStringLiteral("files/recent");
}

/// A dialog that leaves the window and the meter alone while it is open.
QFileDialog* newDialog(QWidget& parent, const QString& title, const QString& filter) {
    auto* dialog = new QFileDialog(&parent, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    return dialog;
}

bool writeSvg(const QString& file, FaceplateWidget& faceplate) {
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        return false;
    }
    QSvgGenerator generator;
    generator.setOutputDevice(&out);
    generator.setSize(faceplate.size());
    generator.setViewBox(faceplate.rect());
    generator.setTitle(QStringLiteral("metertwin"));
    QPainter painter(&generator);
    faceplate.paintPicture(painter);
    return painter.end() && out.error() == QFileDevice::NoError;
}

bool writeImage(const QString& file, FaceplateWidget& faceplate) {
    QImage image(faceplate.size() * kPictureScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPictureScale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    faceplate.paintPicture(painter);
    painter.end();
    return image.save(file);
}

} // namespace

FileMenu::FileMenu(LiveMeter& meter,
                   FaceplateWidget& faceplate,
                   MessageBar& messages,
                   QMainWindow& window)
    : QMenu(tr("&File"), &window)
    , m_meter(meter)
    , m_faceplate(faceplate)
    , m_messages(messages)
    , m_window(window)
    , m_open(addAction(tr("&Open scenario\u2026")))
    , m_recent(addMenu(tr("Open &recent"))) {
    m_open->setShortcut(QKeySequence::Open);
    connect(m_open, &QAction::triggered, this, &FileMenu::askForScenario);
    QAction* saveAs = addAction(tr("&Save scenario as\u2026"));
    saveAs->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    saveAs->setStatusTip(tr("What is set up now, as a scenario that begins with it"));
    connect(saveAs, &QAction::triggered, this, &FileMenu::askForTarget);
    addSeparator();
    QAction* picture = addAction(tr("Save a &picture of the front\u2026"));
    connect(picture, &QAction::triggered, this, &FileMenu::askForPicture);
    addSeparator();
    QAction* quit = addAction(tr("&Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, &window, &QWidget::close);
    connect(&m_meter, &LiveMeter::scenarioOpened, this, &FileMenu::noteOpened);
    fillRecent();
}

void FileMenu::restore(const QSettings& settings) {
    m_recentFiles = settings.value(recentKey()).toStringList();
    noteOpened();
}

void FileMenu::save(QSettings& settings) const {
    settings.setValue(recentKey(), m_recentFiles);
}

void FileMenu::noteOpened() {
    const std::string opened = m_meter.identity().scenarioFile;
    if (!opened.empty()) {
        const QString file =
            QFileInfo(QFile::decodeName(QByteArray::fromStdString(opened))).absoluteFilePath();
        m_recentFiles.removeAll(file);
        m_recentFiles.prepend(file);
        m_recentFiles.resize(std::min(m_recentFiles.size(), kRecentMax));
    }
    fillRecent();
}

void FileMenu::fillRecent() {
    m_recent->clear();
    for (const QString& file : m_recentFiles) {
        QAction* action = m_recent->addAction(
            tr("&%1  %2").arg(m_recent->actions().size() + 1).arg(QFileInfo(file).fileName()));
        action->setStatusTip(file);
        action->setToolTip(file);
        connect(action, &QAction::triggered, this, [this, file] { m_meter.openScenario(file); });
    }
    m_recent->setEnabled(!m_recentFiles.isEmpty());
}

void FileMenu::askForScenario() {
    QFileDialog* dialog =
        newDialog(m_window, tr("Open a scenario"),
                  tr("Scenarios and bundles (*.yaml *.yml *.zip);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (!m_recentFiles.isEmpty()) {
        dialog->setDirectory(QFileInfo(m_recentFiles.first()).path());
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { m_meter.openScenario(file); });
    dialog->show();
}

void FileMenu::askForTarget() {
    QFileDialog* dialog =
        newDialog(m_window, tr("Save the scenario"), tr("Scenarios (*.yaml *.yml)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("yaml"));
    connect(dialog, &QFileDialog::fileSelected, this, &FileMenu::saveScenario);
    dialog->show();
}

void FileMenu::askForPicture() {
    QFileDialog* dialog = newDialog(m_window, tr("Save a picture of the front"),
                                    tr("PNG images (*.png);;SVG drawings (*.svg)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("svg")) ? QStringLiteral("svg")
                                                                        : QStringLiteral("png"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &FileMenu::savePicture);
    dialog->show();
}

bool FileMenu::savePicture(const QString& file) {
    const bool isSvg = file.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive);
    const bool isWritten = isSvg ? writeSvg(file, m_faceplate) : writeImage(file, m_faceplate);
    if (isWritten) {
        reportSaved(file);
    } else {
        m_messages.showMistakes(tr("The picture was not saved."),
                                {tr("%1 cannot be written; choose another folder, and a name "
                                    "that ends in .png or .svg")
                                     .arg(file)});
    }
    return isWritten;
}

void FileMenu::saveScenario(const QString& file) {
    m_meter.ask(
        this,
        [file](sim::Simulation& simulation) {
            const std::filesystem::path path(QFile::encodeName(file).toStdString());
            sim::Scenario scenario = captureScenario(simulation);
            if (scenario.file.empty()) {
                scenario.name = QFileInfo(file).completeBaseName().toStdString();
            }
            const std::vector<std::string> comment = {
                "Saved from the window of metertwin: begins with what was set up there."};
            const sim::Result<void> saved = sim::saveScenario(scenario, path, comment);
            return saved ? QString() : QString::fromStdString(saved.error().text);
        },
        [this, file](const QString& refusal) {
            if (refusal.isEmpty()) {
                reportSaved(file);
            } else {
                m_messages.showMistakes(tr("The scenario was not saved."), {refusal});
            }
        });
}

void FileMenu::reportSaved(const QString& file) {
    m_window.statusBar()->showMessage(tr("Saved %1").arg(file), kNoticeMs);
}

} // namespace meter::gui
