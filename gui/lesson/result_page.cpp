// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/result_page.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/lesson/lesson_text.hpp"
#include "gui/lesson/result_text.hpp"
#include "sim/base/whole_file.hpp"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace meter::gui {

namespace {

constexpr double kOutcomeFactor = 1.4;

} // namespace

ResultPage::ResultPage(LessonRoom& room, QWidget* parent)
    : QWidget(parent)
    , m_room(room)
    , m_outcome(new QLabel(this))
    , m_code(new QLabel(this))
    , m_text(new QTextBrowser(this))
    , m_refusal(newRefusalLabel(this))
    , m_saved(new QLabel(this))
    , m_save(new QPushButton(tr("&Save the result\u2026"), this))
    , m_again(new QPushButton(tr("A&gain"), this))
    , m_next(new QPushButton(tr("&Next lesson"), this))
    , m_leave(new QPushButton(tr("&All lessons"), this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);
    QFont large = m_outcome->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * kOutcomeFactor);
    m_outcome->setFont(large);
    m_outcome->setWordWrap(true);
    m_code->setWordWrap(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Result"));
    m_saved->setWordWrap(true);
    m_save->setToolTip(tr("As a certificate (PDF), a page (HTML) or the result file (JSON)"));
    layout->addWidget(m_outcome);
    layout->addWidget(m_code);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_refusal);
    layout->addWidget(m_saved);
    auto* upper = new QHBoxLayout;
    upper->addWidget(m_save);
    upper->addStretch();
    upper->addWidget(m_again);
    auto* lower = new QHBoxLayout;
    lower->addWidget(m_leave);
    lower->addStretch();
    lower->addWidget(m_next);
    layout->addLayout(upper);
    layout->addLayout(lower);
    connect(m_save, &QPushButton::clicked, this, &ResultPage::askForFile);
    connect(m_again, &QPushButton::clicked, &m_room, &LessonRoom::again);
    connect(m_leave, &QPushButton::clicked, &m_room, &LessonRoom::leave);
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT nextAsked(m_nextLesson); });
    connect(&m_room, &LessonRoom::resultReady, this, &ResultPage::refresh);
    connect(&m_room, &LessonRoom::languageChanged, this, &ResultPage::refresh);
}

void ResultPage::refresh() {
    const sim::ResultPage* const page = m_room.result() ? &*m_room.result() : nullptr;
    m_save->setEnabled(page != nullptr);
    if (page == nullptr) {
        return;
    }
    const bool isPassed = page->standing.isPassed;
    QPalette coloured = m_outcome->palette();
    coloured.setColor(QPalette::WindowText,
                      isPassed ? successColour(palette()) : refusalColour(palette()));
    m_outcome->setPalette(coloured);
    m_outcome->setText(
        (isPassed ? tr("Passed: %1 of %2 points") : tr("Not passed: %1 of %2 points"))
            .arg(page->standing.points)
            .arg(page->standing.of));
    m_code->setText(tr("Code to hand in: %1").arg(textOf(page->code)));
    m_code->setVisible(!page->code.empty());
    m_text->setHtml(resultRichText(*page, m_room.language()));
    showRefusal(*m_refusal, {});
    m_saved->clear();
    m_nextLesson = m_room.nextAfter(*page->lesson);
    m_next->setVisible(m_nextLesson != nullptr);
}

void ResultPage::askForFile() {
    auto* dialog = new QFileDialog(this, tr("Save the result"), {},
                                   tr("Certificate (*.pdf);;Page (*.html);;Result file (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    const sim::Attempt& attempt = m_room.result()->result.attempt;
    QString name =
        textOf(sim::attemptFileName(attempt.learner, m_room.result()->lesson->id, attempt.number));
    name.replace(QStringLiteral(".json"), QStringLiteral(".pdf"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        const qsizetype dot = filter.indexOf(QLatin1Char('.'));
        dialog->setDefaultSuffix(filter.mid(dot + 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ResultPage::save);
    dialog->setModal(false);
    dialog->show();
}

bool ResultPage::save(const QString& file) {
    if (!m_room.result()) {
        return false;
    }
    const QString language = m_room.language();
    const std::string path = QFile::encodeName(file).toStdString();
    bool isWritten = false;
    if (file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive)) {
        isWritten = sim::writeWhole(path, m_room.resultText().toStdString()).has_value();
    } else if (file.endsWith(QStringLiteral(".html"), Qt::CaseInsensitive)) {
        isWritten =
            sim::writeWhole(path, sim::resultHtml({&*m_room.result(), 1}, language.toStdString()))
                .has_value();
    } else if (file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) {
        isWritten = writeResultPdf(file, *m_room.result(), language);
    }
    m_saved->setText(isWritten ? tr("Saved %1").arg(QDir::toNativeSeparators(file)) : QString());
    showRefusal(*m_refusal, isWritten ? QString()
                                      : tr("%1 cannot be written; choose another folder, and a "
                                           "name that ends in .pdf, .html or .json")
                                            .arg(file));
    return isWritten;
}

} // namespace meter::gui
