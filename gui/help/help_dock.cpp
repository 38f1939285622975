// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/help_dock.hpp"

#include "gui/help/help_pages.hpp"
#include "gui/help/situation.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

namespace meter::gui {

HelpDock::HelpDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_browser(new QTextBrowser(this))
    , m_bar(new QWidget(this))
    , m_state(new QLabel(m_bar))
    , m_right(new QToolButton(m_bar)) {
    m_browser->setOpenLinks(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setAccessibleName(tr("Help"));
    m_browser->document()->setDocumentMargin(10.0);
    m_state->setWordWrap(true);
    m_right->setText(tr("Put it right"));
    m_right->setToolTip(tr("End what is shown: the meter is as it was before"));
    m_right->setFocusPolicy(Qt::StrongFocus);
    m_bar->setAutoFillBackground(true);
    m_bar->setBackgroundRole(QPalette::AlternateBase);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(10, 5, 6, 5);
    bar->addWidget(m_state, 1);
    bar->addWidget(m_right);
    // Its room stays: the next link is where the mouse is, whether something is shown or not.
    QSizePolicy policy = m_bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_bar->setSizePolicy(policy);
    m_bar->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_browser, 1);
    setFocusProxy(m_browser);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &HelpDock::follow);
    connect(m_right, &QToolButton::clicked, this, &HelpDock::putRight);
    connect(&m_meter, &LiveMeter::scenarioOpened, this, [this] {
        m_shown = nullptr; // It was shown in the meter before this one.
        showState({});
    });
    openPage(QString::fromLatin1(helpPages().front().id));
}

void HelpDock::openPage(const QString& id) {
    if (const HelpPage* page = findHelpPage(id)) {
        m_page = id;
        m_browser->setHtml(helpHtml(*page));
    }
}

void HelpDock::follow(const QUrl& link) {
    const QString target = link.path();
    if (link.scheme() == QStringLiteral("page")) {
        openPage(target);
        return;
    }
    if (const Situation* situation = findSituation(target.toStdString())) {
        show(*situation);
    }
}

void HelpDock::show(const Situation& situation) {
    if (const QString refusal = m_meter.lessonRefusal(sim::DeskRight::Source);
        !refusal.isEmpty()) {
        showState(refusal);
        return;
    }
    putRight();
    m_before = m_meter.snapshot().readings.settings;
    m_shown = &situation;
    showState({});
    m_meter.ask(
        this,
        [&situation](sim::Simulation& simulation) { // A row of a table: it outlives everything.
            return setUp(simulation, situation);
        },
        [this](const std::optional<std::string>& trouble) {
            if (trouble) {
                m_shown = nullptr;
                showState(tr("This cannot be shown in this meter: %1")
                              .arg(QString::fromStdString(*trouble)));
            }
        });
}

void HelpDock::putRight() {
    if (m_shown == nullptr) {
        return;
    }
    m_meter.post([situation = *m_shown, before = m_before](sim::Simulation& simulation) {
        gui::putRight(simulation, situation, before);
    });
    m_shown = nullptr;
    showState({});
}

void HelpDock::showState(const QString& trouble) {
    m_bar->setVisible(m_shown != nullptr || !trouble.isEmpty());
    m_right->setVisible(m_shown != nullptr);
    m_state->setText(m_shown != nullptr ? tr("Shown now: %1").arg(helpText(m_shown->title))
                                        : trouble);
}

QString HelpDock::note() const {
    return m_bar->isHidden() ? QString() : m_state->text();
}

} // namespace meter::gui
