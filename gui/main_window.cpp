// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.hpp"

#include "gui/base/icons.hpp"
#include "gui/base/message_bar.hpp"
#include "gui/dock_frame.hpp"
#include "gui/dock_table.hpp"
#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/file/file_menu.hpp"
#include "gui/language/language_menu.hpp"
#include "gui/log/log_model.hpp"
#include "gui/meter_view.hpp"
#include "gui/status_line.hpp"
#include "gui/text/number_text.hpp"
#include "gui/trend/reading_history.hpp"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDragEnterEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace meter::gui {

namespace {

constexpr std::array kSpeeds = {1.0, 10.0, 60.0};
constexpr QSize kFirstSize = {1480, 940};
constexpr int kBottomHeight = 250;
constexpr int kLayoutVersion = 3; ///< Of the saved arrangement of docks.

QString droppedFile(const QMimeData* data) {
    return data->urls().size() == 1 ? data->urls().first().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(LiveMeter& meter, QWidget* parent)
    : QMainWindow(parent)
    , m_meter(meter)
    , m_messages(new MessageBar(this))
    , m_view(new MeterView(this))
    , m_status(new StatusLine(meter, this)) {
    LogModel::of(m_meter); // What happens before their docks are opened is kept too.
    ReadingHistory::of(m_meter);
    setAcceptDrops(true);
    setWindowIcon(programIcon());
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_view, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);

    m_file = new FileMenu(m_meter, m_view->faceplate(), *m_messages, *this);
    menuBar()->addMenu(m_file);
    makeMeterMenu();
    makeDocks();
    makeViewMenu();
    makeHelpMenu();
    makeToolBar();
    updateIcons();

    connect(&m_view->faceplate(), &FaceplateWidget::keyChanged, &m_meter, &LiveMeter::setKey);
    connect(&m_meter, &LiveMeter::advanced, this, &MainWindow::showSnapshot);
    connect(&m_meter, &LiveMeter::scenarioOpened, this, [this] {
        m_messages->hide();
        showScenario();
    });
    connect(&m_meter, &LiveMeter::scenarioRefused, this, [this](const QStringList& mistakes) {
        m_messages->showMistakes(tr("The scenario was not opened. The meter goes on as it was."),
                                 mistakes);
    });
    showScenario();
    showSnapshot(m_meter.snapshot());
    m_view->faceplate().setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::restoreLayout(QSettings& settings) {
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        resize(kFirstSize.boundedTo(screen()->availableSize() * 0.9));
    }
    restoreState(settings.value(QStringLiteral("window/state")).toByteArray(), kLayoutVersion);
    m_file->restore(settings);
    const int appearance = settings.value(QStringLiteral("window/appearance"), 0).toInt();
    if (appearance > 0 && appearance < static_cast<int>(m_appearances.size())) {
        m_appearances.at(static_cast<std::size_t>(appearance))->setChecked(true);
        setAppearance(static_cast<Appearance>(appearance));
    }
}

void MainWindow::saveLayout(QSettings& settings) const {
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState(kLayoutVersion));
    m_file->save(settings);
    settings.setValue(QStringLiteral("window/appearance"), static_cast<int>(m_appearance));
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange) {
        updateWatching();
    } else if (event->type() == QEvent::PaletteChange && m_power != nullptr) {
        updateIcons();
    }
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
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
    m_meter.openScenario(droppedFile(event->mimeData()));
}

DockFrame* MainWindow::dock(const QString& name) const {
    const auto found = std::ranges::find(m_docks, name, &QObject::objectName);
    return found == m_docks.end() ? nullptr : *found;
}

void MainWindow::makeDocks() {
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    // What is below is as wide as the meter; what stands beside it is as tall as the window.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    for (const DockSpec& spec : dockSpecs()) {
        m_docks.push_back(new DockFrame(spec, m_meter, this));
    }
    arrangeDocks();
}

/// As the table has it, whatever was dragged, closed or floating.
void MainWindow::arrangeDocks() {
    for (DockFrame* each : m_docks) {
        each->setFloating(false); // It needs to be in the layout for that.
        removeDockWidget(each);
    }
    for (DockFrame* each : m_docks) {
        addDockWidget(each->spec().area, each);
        if (each->spec().tabbedWith != nullptr) {
            tabifyDockWidget(dock(QString::fromLatin1(each->spec().tabbedWith)), each);
        }
        each->setVisible(each->spec().isShownAtFirst);
    }
    for (DockFrame* each : m_docks) {
        if (each->spec().tabbedWith == nullptr && each->spec().isShownAtFirst) {
            each->raise();
            if (each->spec().area == Qt::BottomDockWidgetArea) {
                resizeDocks({each}, {kBottomHeight}, Qt::Vertical);
            }
        }
    }
}

void MainWindow::makeMeterMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Meter"));
    m_pause = menu->addAction(tr("&Pause"));
    m_pause->setCheckable(true);
    m_pause->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    m_pause->setToolTip(tr("Hold the meter's time (Ctrl+P)"));
    connect(m_pause, &QAction::triggered, &m_meter, &LiveMeter::setPaused);
    menu->addSeparator();
    auto* group = new QActionGroup(this);
    for (std::size_t index = 0; index < kSpeeds.size(); ++index) {
        const double speed = kSpeeds.at(index);
        QAction* action = menu->addAction(speedText(speed));
        action->setCheckable(true);
        action->setData(speed);
        action->setShortcut(
            QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + static_cast<int>(index))));
        action->setToolTip(tr("Let the meter's time pass %1 as fast as the wall clock (Ctrl+%2)")
                               .arg(speedText(speed))
                               .arg(index + 1));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, speed] { m_meter.setSpeed(speed); });
        m_speeds.push_back(action);
    }
    menu->addSeparator();
    m_power = menu->addAction(tr("&Control power"));
    m_power->setCheckable(true);
    m_power->setToolTip(tr("Switch the meter's control power"));
    connect(m_power, &QAction::triggered, &m_meter, &LiveMeter::setControlPower);
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
    fillLanguageMenu(*menu->addMenu(tr("Lan&guage")), [this] {
        m_messages->showInformation(tr("Language"),
                                    tr("The choice counts from the next start of metertwin."));
    });
    menu->addSeparator();
    for (const DockFrame* dock : m_docks) {
        menu->addAction(&dock->showAction());
    }
    menu->addSeparator();
    QAction* reset = menu->addAction(tr("&Reset layout"));
    connect(reset, &QAction::triggered, this, &MainWindow::arrangeDocks);
}

void MainWindow::makeHelpMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    QAction* trouble = menu->addAction(tr("&Troubleshooting"));
    connect(trouble, &QAction::triggered, this,
            [this] { dock(QStringLiteral("help"))->bringToFront(); });
    QAction* keyboard = menu->addAction(tr("&Keyboard"));
    keyboard->setShortcut(QKeySequence::HelpContents);
    connect(keyboard, &QAction::triggered, this, &MainWindow::showKeyboard);
    QAction* about = menu->addAction(tr("&About metertwin"));
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::makeToolBar() {
    QToolBar* bar = addToolBar(tr("Meter"));
    bar->setObjectName(QStringLiteral("meter"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(&m_file->openAction());
    bar->addSeparator();
    bar->addAction(m_pause);
    for (QAction* speed : m_speeds) {
        bar->addAction(speed);
    }
    bar->addSeparator();
    bar->addAction(m_power);
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
    m_pause->setIcon(themedIcon(
        m_pause->isChecked() ? QStringLiteral("play") : QStringLiteral("pause"), palette()));
    m_power->setIcon(themedIcon(QStringLiteral("power"), palette()));
}

void MainWindow::updateWatching() {
    m_meter.setWatched(isVisible() && !isMinimized());
}

void MainWindow::showSnapshot(const sim::live::Snapshot& snapshot) {
    m_view->faceplate().show(faceplateStateOf(snapshot));
    if (m_pause->isChecked() != snapshot.isPaused) {
        m_pause->setChecked(snapshot.isPaused);
    }
    const QString pauseText = snapshot.isPaused ? tr("&Resume") : tr("&Pause");
    if (m_pause->text() != pauseText) {
        m_pause->setText(pauseText);
        updateIcons();
    }
    for (QAction* speed : m_speeds) {
        const bool isAsked = speed->data().toDouble() == snapshot.speed;
        if (speed->isChecked() != isAsked) {
            speed->setChecked(isAsked);
        }
    }
    m_power->setChecked(snapshot.world.installation.isControlPowerOn);
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

void MainWindow::showAbout() {
    m_messages->showInformation(
        tr("metertwin %1").arg(QApplication::applicationVersion()),
        tr("A digital twin of the Leviton Series 4000-R power meter: a meter that measures, "
           "shows and answers Modbus as the real one does, on a grid that does what you tell "
           "it.<br>Free software under the GNU General Public License, version 3 or later. "
           "Not a product of, nor endorsed by, the meter's maker."));
}

void MainWindow::showKeyboard() {
    const auto row = [](const QString& keys, const QString& what) {
        return QString(QStringLiteral("<tr><td><b>") + keys +
                       QStringLiteral("</b>&nbsp;&nbsp;</td><td>") + what +
                       QStringLiteral("</td></tr>"));
    };
    m_messages->showInformation(
        tr("Keyboard"),
        QStringLiteral("<table>") +
            row(tr("+ or Up, \u2212 or Down"), tr("the meter's + and \u2212 keys")) +
            row(tr("Left, Right"), tr("the meter's arrow keys; hold to repeat")) +
            row(tr("Tab, Space"), tr("reach a key of the meter, press it")) +
            row(tr("Ctrl+P"), tr("pause and resume")) +
            row(tr("Ctrl+1, Ctrl+2, Ctrl+3"), tr("speed 1\u00d7, 10\u00d7, 60\u00d7")) +
            row(tr("Ctrl++, Ctrl+\u2212, Ctrl+0"), tr("zoom in, out, fit")) +
            row(tr("Ctrl+O"), tr("open a scenario")) + QStringLiteral("</table>"));
}

} // namespace meter::gui
