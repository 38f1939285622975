// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/endpoint_label.hpp"

#include "gui/base/icons.hpp"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace meter::gui {

namespace {

constexpr int kFeedbackMs = 1500;

QString kindText(const std::string& kind) {
    if (kind == "modbus-tcp") {
        return EndpointLabel::tr("Modbus TCP");
    }
    if (kind == "modbus-rtu-tcp") {
        return EndpointLabel::tr("RTU over TCP");
    }
    return kind == "modbus-rtu" ? EndpointLabel::tr("Modbus RTU") : QString::fromStdString(kind);
}

} // namespace

EndpointLabel::EndpointLabel(const sim::live::Endpoint& endpoint, QWidget* parent)
    : QWidget(parent)
    , m_kind(kindText(endpoint.kind))
    , m_address(QString::fromStdString(endpoint.address))
    , m_detail(QString::fromStdString(endpoint.detail))
    , m_label(new QLabel(this))
    , m_copy(new QToolButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 8, 0);
    layout->setSpacing(3);
    layout->addWidget(m_label);
    layout->addWidget(m_copy);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setAutoRaise(true);
    m_copy->setAccessibleName(tr("Copy the address %1").arg(m_address));
    connect(m_copy, &QToolButton::clicked, this, &EndpointLabel::copy);
    m_feedback.setSingleShot(true);
    m_feedback.setInterval(kFeedbackMs);
    connect(&m_feedback, &QTimer::timeout, this, [this] { showText(false); });
    showText(false);
}

QString EndpointLabel::text() const {
    return m_label->text();
}

void EndpointLabel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showText(m_feedback.isActive());
    }
}

void EndpointLabel::copy() {
    QApplication::clipboard()->setText(m_address);
    m_feedback.start();
    showText(true);
}

void EndpointLabel::showText(bool isCopied) {
    // The width stays, so that the neighbours do not jump.
    const QString whole =
        m_kind + u' ' + m_address + (m_detail.isEmpty() ? QString() : QString(u' ' + m_detail));
    m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(whole) + 2);
    m_label->setText(isCopied ? tr("Copied") : whole);
    m_copy->setIcon(
        themedIcon(isCopied ? QStringLiteral("check") : QStringLiteral("copy"), palette()));
    m_copy->setToolTip(isCopied ? tr("Copied") : tr("Copy %1").arg(m_address));
}

} // namespace meter::gui
