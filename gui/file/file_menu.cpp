// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/file/file_menu.hpp"

#include "gui/base/message_bar.hpp"
#include "gui/docks/file_dialog.hpp"
#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/file/scenario_capture.hpp"
#include "gui/file/shipped_files.hpp"
#include "gui/live/live_meter.hpp"
#include "sim/twin/simulation.hpp"

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QMainWindow>
#include <QPainter>
#include <QSettings>
#include <QStatusBar>
#include <QSvgGenerator>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr qsizetype kRecentMax = 8;
constexpr int kPictureScale = 3; ///< Pixels of a PNG for each of the window.
constexpr int kNoticeMs = 5000;

QString recentKey() {
    return QStringLiteral("files/recent");
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
    , m_open(addAction(tr("&Open\u2026")))
    , m_recent(addMenu(tr("Open &recent")))
    , m_examples(addMenu(tr("&Examples"))) {
    m_open->setShortcut(QKeySequence::Open);
    connect(m_open, &QAction::triggered, this, &FileMenu::askForDocument);
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
    connect(m_examples, &QMenu::aboutToShow, this, &FileMenu::fillExamples);
    fillRecent();
}

void FileMenu::openDocument(const QString& file) {
    m_meter.openScenario(file);
}

/// When it is first opened: hundreds of files are looked into.
void FileMenu::fillExamples() {
    if (!m_examples->isEmpty()) {
        return;
    }
    for (const ExampleGroup& group : exampleGroups()) {
        QMenu* menu = m_examples->addMenu(
            QCoreApplication::translate("meter::gui::Examples", group.title.toUtf8().constData()));
        menu->setToolTipsVisible(true);
        for (const Example& example : group.examples) {
            QString title = example.title;
            QAction* action = menu->addAction(title.replace(u'&', QStringLiteral("&&")));
            action->setToolTip(example.preview);
            connect(action, &QAction::triggered, this,
                    [this, file = example.file] { openDocument(file); });
        }
    }
    if (m_examples->isEmpty()) {
        m_examples->addAction(tr("The examples are not installed"))->setEnabled(false);
    }
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
        connect(action, &QAction::triggered, this, [this, file] { openDocument(file); });
    }
    m_recent->setEnabled(!m_recentFiles.isEmpty());
    Q_EMIT recentChanged();
}

void FileMenu::askForDocument() {
    QFileDialog& dialog =
        askForFile(m_meter, m_window,
                   {.id = "open",
                    .title = tr("Open"),
                    .filter = tr("All that metertwin opens (%1)")
                                  .arg(QStringLiteral("*.yaml *.yml *.zip "
                                                      "*.cfg *.cff *.csv")) +
                              QStringLiteral(";;") + tr("Scenarios and lessons (*.yaml *.yml)") +
                              QStringLiteral(";;") + tr("Bundles (*.zip)") + QStringLiteral(";;") +
                              tr("Recordings (*.cfg *.cff *.csv)") + QStringLiteral(";;") +
                              tr("All files (*)"),
                    .suffix = {}},
                   [this](const QString& file) { openDocument(file); });
    const QString shipped = shippedFolder(QStringLiteral("scenarios"));
    if (!m_recentFiles.isEmpty()) {
        dialog.setDirectory(QFileInfo(m_recentFiles.first()).path());
    } else if (!shipped.isEmpty()) {
        dialog.setDirectory(shipped);
    }
}

void FileMenu::askForTarget() {
    askForFile(m_meter, m_window,
               {.id = "save",
                .title = tr("Save the scenario"),
                .filter = tr("Scenarios (*.yaml *.yml)"),
                .suffix = QStringLiteral("yaml")},
               [this](const QString& file) { saveScenario(file); });
}

void FileMenu::askForPicture() {
    askForFile(m_meter, m_window,
               {.id = "front",
                .title = tr("Save a picture of the front"),
                .filter = tr("PNG images (*.png);;SVG drawings (*.svg)"),
                .suffix = QStringLiteral("png"),
                .ending = QStringLiteral("-front")},
               [this](const QString& file) { savePicture(file); });
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
            const sim::Result<void> saved =
                saveCapture(simulation, QFile::encodeName(file).toStdString());
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
