// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.hpp"

#include "gui/base/icons.hpp"
#include "gui/base/message_bar.hpp"
#include "gui/base/phase_colours.hpp"
#include "gui/dock_arranger.hpp"
#include "gui/dock_frame.hpp"
#include "gui/docks/world_undo.hpp"
#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/file/file_menu.hpp"
#include "gui/help_menu.hpp"
#include "gui/language/language_menu.hpp"
#include "gui/lesson/lesson_stage.hpp"
#include "gui/log/log_model.hpp"
#include "gui/meter_actions.hpp"
#include "gui/meter_view.hpp"
#include "gui/start/start_page.hpp"
#include "gui/status_line.hpp"
#include "gui/trend/reading_history.hpp"
#include "gui/workspace/workspace_table.hpp"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDragEnterEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

namespace meter::gui {

namespace {

constexpr QSize kFirstSize = {1480, 940};
constexpr double kScreenShare = 0.95; ///< Of it, the window takes no more at first.
constexpr std::size_t kBench = 1;     ///< In the table of workspaces.

QString droppedFile(const QMimeData* data) {
    return data->urls().size() == 1 ? data->urls().first().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(LiveMeter& meter, QWidget* parent)
    : QMainWindow(parent)
    , m_meter(meter)
    , m_messages(new MessageBar(this))
    , m_view(new MeterView(this))
    , m_start(new StartPage(this))
    , m_middle(new QStackedWidget(this))
    , m_status(new StatusLine(meter, this))
    , m_arranger(new DockArranger(*this, meter))
    , m_actions(new MeterActions(meter, this)) {
    LogModel::of(m_meter); // What happens before their docks are opened is kept too.
    ReadingHistory::of(m_meter);
    setAcceptDrops(true);
    setWindowIcon(programIcon());
    setCentralWidget(makeCentre());
    setStatusBar(m_status);

    m_file = new FileMenu(m_meter, m_view->faceplate(), *m_messages, *this);
    menuBar()->addMenu(m_file);
    makeEditMenu();
    m_actions->fill(*menuBar()->addMenu(tr("&Meter")));
    makeWorkspaceBar();
    makeViewMenu();
    menuBar()->addMenu(new HelpMenu(*m_messages, *this));
    makeToolBar();
    updateIcons();

    connect(m_start, &StartPage::workspaceAsked, this, &MainWindow::showWorkspace);
    connect(m_start, &StartPage::fileAsked, this, [this](const QString& file) {
        showWorkspace(kBench);
        m_file->openDocument(file);
    });
    connect(m_file, &FileMenu::recentChanged, this,
            [this] { m_start->setRecentFiles(m_file->recentFiles()); });
    m_start->setRecentFiles(m_file->recentFiles());
    connect(m_arranger, &DockArranger::workspaceChanged, this, &MainWindow::followWorkspace);
    connect(&m_view->faceplate(), &FaceplateWidget::keyPressed, &m_meter, &LiveMeter::pressKey);
    const auto showFace = [this](const sim::live::Snapshot& snapshot) {
        m_view->faceplate().show(faceplateStateOf(snapshot));
        m_view->faceplate().showWiring(snapshot.wired);
    };
    connect(&m_meter, &LiveMeter::advanced, this, showFace);
    connect(&m_meter, &LiveMeter::scenarioOpened, this, [this] {
        m_messages->hide();
        showScenario();
    });
    connect(&m_meter, &LiveMeter::scenarioRefused, this, [this](const QStringList& mistakes) {
        m_messages->showMistakes(tr("The scenario was not opened. The meter goes on as it was."),
                                 mistakes);
    });
    showScenario();
    showFace(m_meter.snapshot());
    showWorkspace(kBench);
    m_view->faceplate().setFocus();
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::makeCentre() {
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    m_middle->addWidget(m_view);
    m_middle->addWidget(m_start);
    layout->addWidget(m_middle, 1);
    return centre;
}

void MainWindow::restoreLayout(QSettings& settings) {
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        resize(kFirstSize);
    }
    fitScreen();
    m_arranger->restore(settings);
    const QString last = settings.value(QStringLiteral("window/workspace")).toString();
    for (std::size_t index = 0; index < workspaceSpecs().size(); ++index) {
        if (last == QLatin1String(workspaceSpecs()[index].name)) {
            showWorkspace(index);
        }
    }
    m_file->restore(settings);
    const int appearance = settings.value(QStringLiteral("window/appearance"), 0).toInt();
    if (appearance > 0 && appearance < static_cast<int>(m_appearances.size())) {
        m_appearances.at(static_cast<std::size_t>(appearance))->setChecked(true);
        setAppearance(static_cast<Appearance>(appearance));
    }
}

/// Never larger than the screen that it is on, whatever the scale factor.
void MainWindow::fitScreen() {
    const QSize room = screen()->availableSize() * kScreenShare;
    if (!isMaximized() && (width() > room.width() || height() > room.height())) {
        resize(size().boundedTo(room));
    }
}

void MainWindow::saveLayout(QSettings& settings) const {
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_arranger->save(settings);
    if (const auto workspace = m_arranger->workspace()) {
        settings.setValue(QStringLiteral("window/workspace"),
                          QString::fromLatin1(workspaceSpecs()[*workspace].name));
    }
    m_file->save(settings);
    savePhaseColours(settings);
    settings.setValue(QStringLiteral("window/appearance"), static_cast<int>(m_appearance));
}

void MainWindow::showStartPage() {
    m_arranger->hideAll();
}

void MainWindow::showWorkspace(std::size_t workspace) {
    m_arranger->showWorkspace(workspace);
}

void MainWindow::followWorkspace() {
    const auto workspace = m_arranger->workspace();
    m_middle->setCurrentWidget(workspace ? static_cast<QWidget*>(m_view) : m_start);
    for (std::size_t index = 0; index < m_workspaces.size(); ++index) {
        m_workspaces[index]->setChecked(workspace == index);
    }
    m_showStart->setChecked(!workspace);
    if (!workspace) {
        m_start->setFocus();
    }
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange) {
        updateWatching();
    } else if (event->type() == QEvent::PaletteChange && m_file != nullptr) {
        updateIcons();
    }
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    m_arranger->settleLater();
    updateWatching();
}

void MainWindow::hideEvent(QHideEvent* event) {
    QMainWindow::hideEvent(event);
    updateWatching();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    m_file->openDocument(droppedFile(event->mimeData()));
}

void MainWindow::showTroubles(const QStringList& troubles) {
    if (!troubles.isEmpty()) {
        m_messages->showMistakes(tr("Not everything could be started as it was asked for."),
                                 troubles);
    }
}

DockFrame* MainWindow::dock(const QString& name) const {
    return m_arranger->dock(name);
}

void MainWindow::makeEditMenu() {
    QUndoStack& stack = WorldUndo::of(m_meter).stack();
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    m_undo = stack.createUndoAction(this, tr("&Undo"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo = stack.createRedoAction(this, tr("&Redo"));
    m_redo->setShortcuts({QKeySequence(QKeySequence::Redo), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    menu->addAction(m_undo);
    menu->addAction(m_redo);
}

void MainWindow::makeViewMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    QAction* zoomIn = menu->addAction(tr("Zoom &in"));
    zoomIn->setShortcuts(
        {QKeySequence(QKeySequence::ZoomIn), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    connect(zoomIn, &QAction::triggered, m_view, &MeterView::zoomIn);
    QAction* zoomOut = menu->addAction(tr("Zoom &out"));
    zoomOut->setShortcut(QKeySequence::ZoomOut);
    connect(zoomOut, &QAction::triggered, m_view, &MeterView::zoomOut);
    QAction* fit = menu->addAction(tr("&Fit into the window"));
    fit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    connect(fit, &QAction::triggered, m_view, &MeterView::zoomToFit);
    menu->addSeparator();
    QMenu* appearance = menu->addMenu(tr("&Appearance"));
    new QActionGroup(appearance);
    addAppearance(*appearance, tr("As the &system"), Appearance::FollowSystem);
    addAppearance(*appearance, tr("&Light"), Appearance::Light);
    addAppearance(*appearance, tr("&Dark"), Appearance::Dark);
    fillLanguageMenu(*menu->addMenu(tr("Lan&guage")), [this] { Q_EMIT remakeAsked(); });
    fillPhaseColours(*menu->addMenu(tr("&Phase colours")));
    menu->addSeparator();
    menu->addAction(m_showStart);
    for (QAction* workspace : m_workspaces) {
        menu->addAction(workspace);
    }
    QAction* reset = menu->addAction(tr("&Reset layout"));
    connect(reset, &QAction::triggered, m_arranger, &DockArranger::reset);
    menu->addSeparator();
    for (const DockFrame* dock : m_arranger->docks()) {
        menu->addAction(&dock->showAction());
    }
    m_lessons = new LessonStage(*this, m_meter, m_view->faceplate(), *m_file, *menu);
}

void MainWindow::fillPhaseColours(QMenu& menu) {
    auto* group = new QActionGroup(&menu);
    for (std::size_t index = 0; index < kPhaseColoursCount; ++index) {
        const auto scheme = static_cast<PhaseColours>(index);
        QAction* action = menu.addAction(phaseColoursTitle(scheme));
        action->setCheckable(true);
        action->setChecked(scheme == phaseColours());
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, scheme] {
            setPhaseColours(scheme);
            Q_EMIT remakeAsked();
        });
    }
}

void MainWindow::makeToolBar() {
    QToolBar* bar = addToolBar(tr("Meter"));
    bar->setObjectName(QStringLiteral("meter"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(&m_file->openAction());
    bar->addSeparator();
    m_actions->fill(*bar);
}

/// The four workspaces and the way back to the start page, always in reach.
void MainWindow::makeWorkspaceBar() {
    auto* bar = new QToolBar(tr("Workspaces"), this);
    bar->setObjectName(QStringLiteral("workspaces"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    addToolBar(Qt::LeftToolBarArea, bar);
    m_showStart = new QAction(tr("&Start"), this);
    m_showStart->setCheckable(true);
    m_showStart->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Home));
    m_showStart->setToolTip(tr("The start page (Alt+Home)"));
    connect(m_showStart, &QAction::triggered, this, &MainWindow::showStartPage);
    bar->addAction(m_showStart);
    bar->addSeparator();
    for (std::size_t index = 0; index < workspaceSpecs().size(); ++index) {
        const WorkspaceSpec& spec = workspaceSpecs()[index];
        auto* action = new QAction(workspaceTitle(spec), this);
        action->setCheckable(true);
        action->setShortcut(QKeySequence(QString::fromLatin1(spec.shortcut)));
        action->setToolTip(
            workspaceSentence(spec) +
            QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, [this, index] {
            showWorkspace(index);
            followWorkspace(); // Asked for again, it stays.
        });
        bar->addAction(action);
        m_workspaces.push_back(action);
    }
}

void MainWindow::addAppearance(QMenu& menu, const QString& text, Appearance appearance) {
    QAction* action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(appearance == m_appearance);
    action->setActionGroup(menu.findChild<QActionGroup*>());
    connect(action, &QAction::triggered, this, [this, appearance] { setAppearance(appearance); });
    m_appearances.push_back(action);
}

void MainWindow::setAppearance(Appearance appearance) {
    m_appearance = appearance;
    applyAppearance(appearance);
}

void MainWindow::updateIcons() {
    m_file->openAction().setIcon(themedIcon(QStringLiteral("open"), palette()));
    m_actions->setIcons(palette());
    m_undo->setIcon(themedIcon(QStringLiteral("undo"), palette()));
    m_redo->setIcon(themedIcon(QStringLiteral("redo"), palette()));
    m_showStart->setIcon(themedIcon(QStringLiteral("home"), palette()));
    for (std::size_t index = 0; index < m_workspaces.size(); ++index) {
        m_workspaces[index]->setIcon(
            themedIcon(QString::fromLatin1(workspaceSpecs()[index].icon), palette()));
    }
}

void MainWindow::updateWatching() {
    m_meter.setWatched(isVisible() && !isMinimized());
}

void MainWindow::showScenario() {
    const MeterIdentity identity = m_meter.identity();
    const QString name = QString::fromStdString(identity.scenarioName);
    setWindowTitle(name.isEmpty() ? QStringLiteral("metertwin")
                                  : QString(name + QStringLiteral(" \u2013 metertwin")));
    setWindowFilePath(QString::fromStdString(identity.scenarioFile));
    const bool isLogging = identity.factory.variant == Variant::Logging;
    m_view->faceplate().setIdentity(
        isLogging ? QStringLiteral("S4000-R-LOG") : QStringLiteral("S4000-R"),
        QStringLiteral("%1").arg(identity.factory.serialNumber, 8, 16, QLatin1Char('0')).toUpper());
}

} // namespace meter::gui
