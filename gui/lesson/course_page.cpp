// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/course_page.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/lesson/lesson_text.hpp"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace meter::gui {

namespace {

constexpr int kLessonRole = Qt::UserRole; ///< Place in the list of the room, plus 1.
constexpr int kTitleColumn = 0;
constexpr int kStandingColumn = 1;
constexpr int kPercent = 100;

} // namespace

CoursePage::CoursePage(LessonRoom& room, QWidget* parent)
    : QWidget(parent)
    , m_room(room)
    , m_goOn(new QPushButton(this))
    , m_search(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_mistakes(newRefusalLabel(this))
    , m_about(new QLabel(this))
    , m_open(new QPushButton(tr("&Open"), this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);
    m_goOn->hide();
    layout->addWidget(m_goOn);
    m_search->setPlaceholderText(tr("Search lessons and exams"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_search);
    layout->addWidget(m_mistakes);
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(kDockMargin);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(kTitleColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(kStandingColumn, QHeaderView::ResizeToContents);
    m_list->setAccessibleName(tr("Lessons and exams"));
    layout->addWidget(m_list, 1);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::RichText);
    m_about->setAlignment(Qt::AlignTop);
    layout->addWidget(m_about);
    m_open->setDefault(true);
    layout->addWidget(m_open);

    connect(m_search, &QLineEdit::textChanged, this, &CoursePage::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &CoursePage::showChosen);
    const auto open = [this] {
        if (const LessonPtr lesson = chosen()) {
            Q_EMIT opened(lesson);
        }
    };
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_list, &QTreeWidget::itemActivated, this, open);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        if (m_goOnLesson) {
            Q_EMIT opened(m_goOnLesson);
        }
    });
    connect(&m_room, &LessonRoom::languageChanged, this, &CoursePage::refresh);
    refresh();
}

void CoursePage::refresh() {
    m_records = sim::attemptsIn(QFile::encodeName(m_room.resultsFolder()).toStdString());
    fill();
}

LessonPtr CoursePage::lessonOf(const QTreeWidgetItem* item) const {
    const int place = item == nullptr ? 0 : item->data(kTitleColumn, kLessonRole).toInt();
    return place == 0 ? nullptr : m_room.lessons()[static_cast<std::size_t>(place) - 1];
}

LessonPtr CoursePage::chosen() const {
    return lessonOf(m_list->currentItem());
}

void CoursePage::fill() {
    const LessonPtr before = chosen();
    m_list->clear();
    m_goOnLesson.reset();
    const QString language = m_room.language();
    QTreeWidgetItem* course = nullptr;
    QTreeWidgetItem* current = nullptr;
    int place = 0;
    for (const LessonPtr& lesson : m_room.lessons()) {
        ++place;
        QString name = textIn(lesson->course, language);
        name = name.isEmpty() ? tr("Own lessons") : name;
        if (course == nullptr || course->text(kTitleColumn) != name) {
            course = new QTreeWidgetItem(m_list, {name});
            course->setFirstColumnSpanned(true);
            course->setFlags(Qt::ItemIsEnabled);
            QFont bold = m_list->font();
            bold.setBold(true);
            course->setFont(kTitleColumn, bold);
        }
        auto* item = new QTreeWidgetItem(course, {textIn(lesson->title, language)});
        item->setData(kTitleColumn, kLessonRole, place);
        item->setToolTip(kTitleColumn, textIn(lesson->goal, language));
        showStanding(*item, *lesson);
        if (current == nullptr || (before && before->id == lesson->id)) {
            current = item;
        }
    }
    m_list->expandAll();
    m_list->setCurrentItem(current);
    m_goOn->setVisible(m_goOnLesson != nullptr);
    if (m_goOnLesson) {
        m_goOn->setText(tr("Go on: %1").arg(textIn(m_goOnLesson->title, language)));
    }
    showRefusal(*m_mistakes, m_room.mistakes().join(QLatin1Char('\n')));
    filter(m_search->text());
}

void CoursePage::showStanding(QTreeWidgetItem& item, const sim::Lesson& lesson) {
    const sim::LessonProgress progress =
        sim::progressOf(m_records, m_room.learner().toStdString(), lesson);
    QString text = minutesText(lesson);
    if (progress.open) {
        text = tr("under way");
        m_goOnLesson = m_room.lessons()[static_cast<std::size_t>(
            item.data(kTitleColumn, kLessonRole).toInt() - 1)];
    } else if (progress.attempts > 0 && progress.of > 0) {
        const int percent = progress.bestPoints * kPercent / progress.of;
        text = progress.isPassed ? tr("\u2713 %1 %").arg(percent) : tr("%1 %").arg(percent);
        if (progress.isPassed) {
            item.setForeground(kStandingColumn, successColour(palette()));
        }
    }
    item.setText(kStandingColumn, text);
    item.setTextAlignment(kStandingColumn, Qt::AlignRight | Qt::AlignVCenter);
}

void CoursePage::filter(const QString& text) {
    const QString language = m_room.language();
    for (int top = 0; top < m_list->topLevelItemCount(); ++top) {
        QTreeWidgetItem* course = m_list->topLevelItem(top);
        bool isAnyShown = false;
        for (int row = 0; row < course->childCount(); ++row) {
            QTreeWidgetItem* item = course->child(row);
            const LessonPtr lesson = lessonOf(item);
            const QString all = item->text(kTitleColumn) + QLatin1Char(' ') +
                                textIn(lesson->goal, language) + QLatin1Char(' ') +
                                textOf(lesson->id);
            const bool isShown = all.contains(text.trimmed(), Qt::CaseInsensitive);
            item->setHidden(!isShown);
            isAnyShown = isAnyShown || isShown;
        }
        course->setHidden(!isAnyShown);
    }
    chooseFirst();
    showChosen();
}

/// What is searched for is chosen by that.
void CoursePage::chooseFirst() {
    const QTreeWidgetItem* current = m_list->currentItem();
    if (current != nullptr && !current->isHidden() && current->parent() != nullptr) {
        return;
    }
    for (int top = 0; top < m_list->topLevelItemCount(); ++top) {
        QTreeWidgetItem* course = m_list->topLevelItem(top);
        for (int row = 0; row < course->childCount(); ++row) {
            if (!course->child(row)->isHidden()) {
                m_list->setCurrentItem(course->child(row));
                return;
            }
        }
    }
}

void CoursePage::showChosen() {
    const LessonPtr lesson = chosen();
    m_open->setEnabled(lesson != nullptr);
    if (!lesson) {
        m_about->clear();
        return;
    }
    const QString language = m_room.language();
    QString about = QStringLiteral("<b>") + textIn(lesson->title, language).toHtmlEscaped() +
                    QStringLiteral("</b><br>") + textIn(lesson->goal, language).toHtmlEscaped() +
                    QStringLiteral("<br><small>") +
                    tr("%n task(s)", nullptr, static_cast<int>(lesson->tasks.size())) +
                    QStringLiteral(" \u00b7 ") + tr("%n point(s)", nullptr, lesson->pointsMax()) +
                    QStringLiteral(" \u00b7 ") + minutesText(*lesson);
    QStringList before;
    for (const std::string& id : lesson->after) {
        for (const LessonPtr& other : m_room.lessons()) {
            if (other->id == id) {
                before << textIn(other->title, language).toHtmlEscaped();
            }
        }
    }
    if (!before.isEmpty()) {
        about += QStringLiteral(" \u00b7 ") +
                 tr("better after: %1").arg(before.join(QStringLiteral(", ")));
    }
    m_about->setText(about + QStringLiteral("</small>"));
}

} // namespace meter::gui
