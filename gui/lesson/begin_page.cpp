// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/begin_page.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/lesson/lesson_text.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace meter::gui {

namespace {

constexpr int kNameMax = 80; ///< Letters.

QString row(const QString& name, const QString& value) {
    return value.isEmpty() ? QString()
                           : QString(QStringLiteral("<p><b>") + name + QStringLiteral("</b> ") +
                                     value.toHtmlEscaped() + QStringLiteral("</p>"));
}

} // namespace

BeginPage::BeginPage(LessonRoom& room, QWidget* parent)
    : QScrollArea(parent)
    , m_room(room)
    , m_about(new QLabel)
    , m_name(new QLineEdit)
    , m_refusal(newRefusalLabel(this))
    , m_begin(new QPushButton)
    , m_showMe(new QPushButton(tr("&Show how it is done")))
    , m_back(new QPushButton(tr("&All lessons"))) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::RichText);
    layout->addWidget(m_about);
    auto* label = new QLabel(tr("Your &name, as it stands on the result:"), content);
    label->setBuddy(m_name);
    m_name->setMaxLength(kNameMax);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_refusal);
    m_begin->setDefault(true);
    layout->addWidget(m_begin);
    m_showMe->setToolTip(tr("For trainers: hidden faults, every step of the solution, nothing "
                            "counts"));
    layout->addWidget(m_showMe);
    layout->addWidget(m_back);
    layout->addStretch();
    setWidget(content);
    connect(m_begin, &QPushButton::clicked, this, &BeginPage::begin);
    connect(m_name, &QLineEdit::returnPressed, this, &BeginPage::begin);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_begin->setEnabled(!text.simplified().isEmpty()); });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        m_room.setLearner(m_name->text());
        refresh();
    });
    connect(m_showMe, &QPushButton::clicked, this, [this] { m_room.demonstrate(m_lesson); });
    connect(m_back, &QPushButton::clicked, this, &BeginPage::backAsked);
    connect(&m_room, &LessonRoom::refused, this, [this](const QString& reason) {
        if (isVisible()) {
            showRefusal(*m_refusal, reason);
        }
    });
    connect(&m_room, &LessonRoom::languageChanged, this, &BeginPage::refresh);
}

void BeginPage::showLesson(const LessonPtr& lesson) {
    m_lesson = lesson;
    m_name->setText(m_room.learner());
    showRefusal(*m_refusal, {});
    refresh();
}

void BeginPage::refresh() {
    if (!m_lesson) {
        return;
    }
    const QString language = m_room.language();
    const bool isExam = m_lesson->kind == sim::LessonKind::Exam;
    QString about = QStringLiteral("<h3>") + textIn(m_lesson->title, language).toHtmlEscaped() +
                    QStringLiteral("</h3><p>") + textIn(m_lesson->goal, language).toHtmlEscaped() +
                    QStringLiteral("</p>");
    about += row(tr("Job sheet:"), textIn(m_lesson->sheet, language));
    about += row(isExam ? tr("Time limit:") : tr("Usual time:"), minutesText(*m_lesson));
    about += row(tr("Passed with:"),
                 tr("%1 % of %2 points").arg(m_lesson->passPercent).arg(m_lesson->pointsMax()));
    about += row(tr("You may operate:"), rightsText(*m_lesson));
    if (isExam) {
        about += QStringLiteral("<p>") +
                 tr("This is an exam. There are no hints, and nothing tells whether you are right "
                    "before you hand it in. Everything that is not on your desk is closed. The "
                    "clock runs on if the window closes unexpectedly; closing the window hands "
                    "the exam in. Measure with the hand tools: they show what is really there.") +
                 QStringLiteral("</p>");
    }
    m_about->setText(about);
    const sim::LessonProgress progress = m_room.progress(*m_lesson);
    m_begin->setText(progress.open       ? tr("Go on where you &stopped")
                     : isExam            ? tr("&Begin the exam")
                     : progress.next > 1 ? tr("&Begin again")
                                         : tr("&Begin"));
    m_begin->setEnabled(!m_name->text().simplified().isEmpty());
    m_begin->setToolTip(m_begin->isEnabled() ? QString() : tr("Enter your name first"));
}

void BeginPage::begin() {
    if (!m_lesson || m_name->text().simplified().isEmpty()) {
        return;
    }
    m_room.setLearner(m_name->text());
    m_room.begin(m_lesson);
}

} // namespace meter::gui
