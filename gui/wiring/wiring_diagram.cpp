// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/wiring_diagram.hpp"

#include "gui/docks/dock_style.hpp"
#include "sim/installation/service.hpp"
#include "sim/keys/rope_text.hpp"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <array>

namespace meter::gui {

namespace {

using sim::Conductor;

constexpr double kMinimumScale = 0.6;
constexpr double kUsualScale = 0.9;
constexpr std::string_view kNames = "ABCN";

QString nameOf(std::size_t index) {
    return QString(QLatin1Char(kNames.at(index)));
}

} // namespace

WiringDiagram::WiringDiagram(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Wiring diagram"));
    describe();
}

void WiringDiagram::showWiring(const sim::Installation& installation, const Settings& settings) {
    const bool isSame = installation == m_picture.installation &&
                        settings.systemType == m_picture.settings.systemType &&
                        settings.ctPrimaryA == m_picture.settings.ctPrimaryA &&
                        settings.ptRatioHundredths == m_picture.settings.ptRatioHundredths;
    if (!isSame) {
        m_picture.installation = installation;
        m_picture.settings = settings;
        describe();
        update();
    }
}

WiringGeometry WiringDiagram::geometryOfParts() const {
    return wiringGeometry(QRectF(rect()).adjusted(2, 2, -2, -2));
}

QSize WiringDiagram::sizeHint() const {
    return (wiringDiagramSize() * kUsualScale).toSize();
}

QSize WiringDiagram::minimumSizeHint() const {
    return (wiringDiagramSize() * kMinimumScale).toSize();
}

int WiringDiagram::heightForWidth(int width) const {
    const QSizeF size = wiringDiagramSize();
    return static_cast<int>(size.height() / size.width() * width);
}

void WiringDiagram::describe() {
    QStringList sentences;
    for (std::size_t handle = 0; handle < kWiringHandleCount; ++handle) {
        sentences << textOf(handle);
    }
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        sentences << fuseText(index);
    }
    sentences << disconnectText();
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

QString WiringDiagram::textOf(std::size_t handle) const {
    const std::size_t index = indexOfHandle(handle);
    const Conductor on = conductorOf(m_picture.installation, handle);
    const QString conductor =
        on == Conductor::Open ? QString() : nameOf(static_cast<std::size_t>(on));
    if (!isRope(handle)) {
        return on == Conductor::Open
                   ? tr("Voltage terminal %1 is open.").arg(nameOf(index))
                   : tr("Voltage terminal %1 is on conductor %2.").arg(nameOf(index), conductor);
    }
    const sim::Rope& rope = m_picture.installation.ctLeads[index];
    if (rope != sim::Rope(rope.conductor())) {
        return tr("CT %1 encloses %2; a minus is the wrong way round.")
            .arg(nameOf(index), QString::fromStdString(sim::ropeText(sim::ropeCode(rope))));
    }
    if (on == Conductor::Open) {
        return tr("CT %1 encloses no conductor.").arg(nameOf(index));
    }
    return m_picture.installation.ctReversed[index]
               ? tr("CT %1 encloses conductor %2, the wrong way round.")
                     .arg(nameOf(index), conductor)
               : tr("CT %1 encloses conductor %2.").arg(nameOf(index), conductor);
}

void WiringDiagram::ask(std::size_t handle, Conductor to) {
    if (isRope(handle) && to == Conductor::N) {
        to = conductorOf(m_picture.installation, handle); // No current is known there.
    }
    if (to != conductorOf(m_picture.installation, handle)) {
        Q_EMIT edited({isRope(handle) ? WiringEdit::Kind::Rope : WiringEdit::Kind::Lead,
                       indexOfHandle(handle), to});
    }
}

void WiringDiagram::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setFont(font());
    paintWiring(painter, geometryOfParts(), m_picture, palette());
}

void WiringDiagram::mousePressEvent(QMouseEvent* event) {
    const WiringGeometry geometry = geometryOfParts();
    const auto handle = handleAt(geometry, m_picture.installation, event->position());
    if (event->button() == Qt::LeftButton && !handle && actOnPart(geometry, event->position())) {
        return;
    }
    if (event->button() != Qt::LeftButton || !handle) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_pressedAt = event->position();
    m_isDragged = false;
    m_lastFocused = *handle;
    m_picture.focused.reset(); // The mouse needs no ring.
    m_picture.drag = {*handle, event->position(), conductorOf(m_picture.installation, *handle)};
    update();
}

/// A fuse or the disconnect; true if there is one.
bool WiringDiagram::actOnPart(const WiringGeometry& geometry, const QPointF& position) {
    if (const auto fuse = fuseAt(geometry, position)) {
        Q_EMIT edited({WiringEdit::Kind::Fuse, *fuse, Conductor::Open});
        return true;
    }
    if (isDisconnectAt(geometry, position)) {
        Q_EMIT edited({WiringEdit::Kind::Disconnect, 0, Conductor::Open});
        return true;
    }
    return false;
}

QString WiringDiagram::fuseText(std::size_t index) const {
    return m_picture.installation.isFuseGood[index]
               ? tr("The fuse of voltage %1 is good. Click to blow it.").arg(nameOf(index))
               : tr("The fuse of voltage %1 is blown. Click to replace it.").arg(nameOf(index));
}

QString WiringDiagram::disconnectText() const {
    return m_picture.installation.isDisconnectClosed
               ? tr("The disconnect of the voltage leads is closed. Click to open it.")
               : tr("The disconnect of the voltage leads is open. Click to close it.");
}

/// All that can be done to what lies under the mouse.
void WiringDiagram::contextMenuEvent(QContextMenuEvent* event) {
    const WiringGeometry geometry = geometryOfParts();
    const QPointF place =
        event->reason() == QContextMenuEvent::Keyboard
            ? geometry.handle(m_lastFocused, conductorOf(m_picture.installation, m_lastFocused))
            : QPointF(event->pos());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto handle = handleAt(geometry, m_picture.installation, place)) {
        fillMenu(*menu, *handle);
    }
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        const bool isGood = m_picture.installation.isFuseGood[index];
        QAction* fuse = menu->addAction(
            (isGood ? tr("Blow the fuse of voltage %1") : tr("Replace the fuse of voltage %1"))
                .arg(nameOf(index)));
        connect(fuse, &QAction::triggered, this, [this, index] {
            Q_EMIT edited({WiringEdit::Kind::Fuse, index, Conductor::Open});
        });
    }
    QAction* disconnect =
        menu->addAction(m_picture.installation.isDisconnectClosed ? tr("Open the disconnect")
                                                                  : tr("Close the disconnect"));
    connect(disconnect, &QAction::triggered, this, [this] {
        Q_EMIT edited({WiringEdit::Kind::Disconnect, 0, Conductor::Open});
    });
    menu->addSeparator();
    menu->addActions(actions()); // Copy, save.
    menu->popup(event->globalPos());
}

void WiringDiagram::fillMenu(QMenu& menu, std::size_t handle) {
    menu.addSection(textOf(handle));
    for (std::size_t index = 0; index < sim::kTerminalCount; ++index) {
        const auto to = static_cast<Conductor>(index);
        const bool isOffered = sim::isLive(m_picture.installation.service, to) &&
                               !(isRope(handle) && to == Conductor::N);
        if (isOffered) {
            QAction* move = menu.addAction(tr("To conductor %1").arg(nameOf(index)));
            move->setEnabled(to != conductorOf(m_picture.installation, handle));
            connect(move, &QAction::triggered, this, [this, handle, to] { ask(handle, to); });
        }
    }
    QAction* open = menu.addAction(tr("Take it off"));
    connect(open, &QAction::triggered, this, [this, handle] { ask(handle, Conductor::Open); });
    if (isRope(handle)) {
        QAction* flip = menu.addAction(tr("Turn it round"));
        connect(flip, &QAction::triggered, this, [this, handle] {
            Q_EMIT edited({WiringEdit::Kind::Flip, indexOfHandle(handle), Conductor::Open});
        });
        fillTurns(*menu.addMenu(tr("Round other conductors as well")), indexOfHandle(handle));
    }
    menu.addSeparator();
}

/// For each conductor how often the rope goes round it, and which way.
void WiringDiagram::fillTurns(QMenu& menu, std::size_t index) {
    const sim::Rope rope = m_picture.installation.ctLeads[index];
    constexpr std::array<int, 5> kTurns = {-2, -1, 0, 1, 2};
    for (std::size_t each = 0; each < sim::kTerminalCount; ++each) {
        if (!sim::isLive(m_picture.installation.service, static_cast<Conductor>(each))) {
            continue;
        }
        QMenu* const turnsMenu = menu.addMenu(tr("Conductor %1").arg(nameOf(each)));
        for (const int turns : kTurns) {
            QAction* const action = turnsMenu->addAction(
                turns == 0  ? tr("Not at all")
                : turns > 0 ? tr("%n turn(s)", nullptr, turns)
                            : tr("%n turn(s), the wrong way round", nullptr, -turns));
            action->setCheckable(true);
            action->setChecked(rope.turns[each] == turns);
            sim::Rope changed = rope;
            changed.turns[each] = static_cast<std::int8_t>(turns);
            connect(action, &QAction::triggered, this, [this, index, changed] {
                Q_EMIT edited({WiringEdit::Kind::Turns, index, Conductor::Open, changed});
            });
        }
    }
}

void WiringDiagram::mouseMoveEvent(QMouseEvent* event) {
    const WiringGeometry geometry = geometryOfParts();
    if (!m_picture.drag) {
        const auto hovered = handleAt(geometry, m_picture.installation, event->position());
        const bool isPart = fuseAt(geometry, event->position()).has_value() ||
                            isDisconnectAt(geometry, event->position());
        setCursor(hovered ? Qt::OpenHandCursor : isPart ? Qt::PointingHandCursor : Qt::ArrowCursor);
        if (hovered != m_picture.hovered) {
            m_picture.hovered = hovered;
            update();
        }
        return;
    }
    m_isDragged = m_isDragged || (event->position() - m_pressedAt).manhattanLength() >=
                                     QApplication::startDragDistance();
    if (m_isDragged) {
        setCursor(Qt::ClosedHandCursor);
        m_picture.drag->at = event->position();
        m_picture.drag->target =
            geometry.conductorAt(event->position().y(), m_picture.installation.service);
        update();
    }
}

void WiringDiagram::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_picture.drag || event->button() != Qt::LeftButton) {
        return;
    }
    const WiringDrag drag = *m_picture.drag;
    m_picture.drag.reset();
    setCursor(Qt::ArrowCursor);
    update();
    if (m_isDragged) {
        ask(drag.handle, drag.target);
    } else if (isRope(drag.handle)) {
        Q_EMIT edited({WiringEdit::Kind::Flip, indexOfHandle(drag.handle), Conductor::Open});
    }
}

void WiringDiagram::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m_picture.hovered.reset();
    update();
}

void WiringDiagram::keyPressEvent(QKeyEvent* event) {
    const std::size_t handle = m_picture.focused.value_or(m_lastFocused);
    const Conductor on = conductorOf(m_picture.installation, handle);
    const sim::Service service = m_picture.installation.service;
    switch (event->key()) {
    case Qt::Key_Up:
        ask(handle, nextConductor(on, -1, service, isRope(handle)));
        break;
    case Qt::Key_Down:
        ask(handle, nextConductor(on, 1, service, isRope(handle)));
        break;
    case Qt::Key_Delete:
        ask(handle, Conductor::Open);
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
        if (isRope(handle)) {
            Q_EMIT edited({WiringEdit::Kind::Flip, indexOfHandle(handle), Conductor::Open});
        }
        break;
    case Qt::Key_F:
        if (!isRope(handle) && indexOfHandle(handle) < kPhaseCount) {
            Q_EMIT edited({WiringEdit::Kind::Fuse, indexOfHandle(handle), Conductor::Open});
        }
        break;
    case Qt::Key_D:
        Q_EMIT edited({WiringEdit::Kind::Disconnect, 0, Conductor::Open});
        break;
    case Qt::Key_Escape:
        m_picture.drag.reset();
        QWidget::keyPressEvent(event);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_picture.focused = handle;
    update();
}

void WiringDiagram::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        m_lastFocused = event->reason() == Qt::TabFocusReason ? 0 : kWiringHandleCount - 1;
        m_picture.focused = m_lastFocused;
        update();
    }
}

void WiringDiagram::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_picture.focused.reset();
    update();
}

bool WiringDiagram::focusNextPrevChild(bool isNext) {
    const std::size_t here = m_picture.focused.value_or(m_lastFocused);
    const bool isLast = isNext ? here + 1 == kWiringHandleCount : here == 0;
    if (isLast || !hasFocus()) {
        return QWidget::focusNextPrevChild(isNext);
    }
    m_lastFocused = isNext ? here + 1 : here - 1;
    m_picture.focused = m_lastFocused;
    update();
    return true;
}

bool WiringDiagram::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const WiringGeometry geometry = geometryOfParts();
        const auto handle = handleAt(geometry, m_picture.installation, help->pos());
        const auto fuse = fuseAt(geometry, help->pos());
        if (!handle && (fuse || isDisconnectAt(geometry, help->pos()))) {
            QToolTip::showText(help->globalPos(), fuse ? fuseText(*fuse) : disconnectText(), this);
            return true;
        }
        if (!handle) {
            QToolTip::hideText();
            return true;
        }
        const QString what = isRope(*handle)
                                 ? tr("Click to turn it round, drag it to another "
                                      "conductor or away to open it.")
                                 : tr("Drag it to another conductor, or away to open it.");
        QToolTip::showText(help->globalPos(), textOf(*handle) + QLatin1Char('\n') + what, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace meter::gui
