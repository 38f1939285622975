// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/start/start_page.hpp"

#include "gui/base/icons.hpp"
#include "gui/docks/dock_style.hpp"
#include "gui/file/shipped_files.hpp"
#include "gui/workspace/workspace_table.hpp"

#include <QCoreApplication>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr int kFileRole = Qt::UserRole;
constexpr int kPreviewRole = Qt::UserRole + 1;
constexpr int kDoorIconSize = 32;
constexpr int kRowsOfRecent = 4;
constexpr int kRowsOfExamples = 8;
constexpr int kPageWidthMax = 1100;
constexpr int kTwoColumnsFrom = 620;

QTreeWidget* newList(const QString& name, int rows, QWidget* parent) {
    auto* list = new QTreeWidget(parent);
    list->setHeaderHidden(true);
    list->setUniformRowHeights(true);
    list->setAccessibleName(name);
    list->setMinimumHeight(rows * (list->fontMetrics().height() + 4));
    list->setTextElideMode(Qt::ElideRight);
    return list;
}

} // namespace

StartPage::StartPage(QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAlignment(Qt::AlignHCenter);
    setAccessibleName(tr("Start page"));
    setWidget(makeContent());
    setIcons();
    setFocusProxy(m_doors.front());
}

QWidget* StartPage::makeContent() {
    auto* content = new QWidget(this);
    content->setMaximumWidth(kPageWidthMax);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(3 * kDockMargin, 2 * kDockMargin, 3 * kDockMargin, kDockMargin);
    layout->setSpacing(kDockMargin);
    auto* sentence = new QLabel(
        tr("A power meter that measures, shows and answers Modbus as the real one does. Its keys "
           "can be clicked, and your programs can read it."),
        content);
    sentence->setWordWrap(true);
    layout->addWidget(sentence);
    makeDoors(*layout);
    makeLists(*layout);
    return content;
}

void StartPage::makeDoors(QVBoxLayout& layout) {
    m_doorGrid = new QGridLayout;
    m_doorGrid->setSpacing(kDockMargin);
    for (std::size_t index = 0; index < workspaceSpecs().size(); ++index) {
        const WorkspaceSpec& spec = workspaceSpecs()[index];
        auto* door = new QPushButton(this);
        door->setAccessibleName(workspaceTitle(spec));
        door->setAccessibleDescription(workspaceSentence(spec));
        door->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        // A button wraps no text; labels on it do, and let the mouse through.
        auto* row = new QHBoxLayout(door);
        row->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
        auto* picture = new QLabel(door);
        picture->setObjectName(QStringLiteral("picture"));
        picture->setFixedWidth(kDoorIconSize + kDockMargin);
        auto* words = new QLabel(
            QStringLiteral("<b>%1</b><br>%2")
                .arg(workspaceTitle(spec).toHtmlEscaped(), workspaceSentence(spec).toHtmlEscaped()),
            door);
        words->setWordWrap(true);
        words->setObjectName(QStringLiteral("words"));
        for (QLabel* label : {picture, words}) {
            label->setAttribute(Qt::WA_TransparentForMouseEvents);
        }
        row->addWidget(picture);
        row->addWidget(words, 1);
        connect(door, &QPushButton::clicked, this, [this, index] { Q_EMIT workspaceAsked(index); });
        m_doors.push_back(door);
    }
    layout.addLayout(m_doorGrid);
}

void StartPage::makeLists(QVBoxLayout& layout) {
    auto* examples = new QVBoxLayout;
    examples->addWidget(newHeading(tr("Examples"), this));
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search the examples"));
    m_search->setAccessibleName(tr("Search the examples"));
    m_search->setClearButtonEnabled(true);
    examples->addWidget(m_search);
    m_examples = newList(tr("Examples"), kRowsOfExamples, this);
    examples->addWidget(m_examples, 1);

    auto* beside = new QVBoxLayout;
    m_preview = new QLabel(tr("Double-click or Enter: open it"), this);
    m_preview->setWordWrap(true);
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_preview->setMinimumHeight(3 * fontMetrics().height());
    m_recent = newList(tr("Open last"), kRowsOfRecent, this);
    m_recent->setRootIsDecorated(false);
    m_recent->setMaximumHeight(2 * m_recent->minimumHeight());
    beside->addWidget(newHeading(tr("Open last"), this));
    beside->addWidget(m_recent, 1);
    beside->addWidget(newHeading(tr("What it shows"), this));
    beside->addWidget(m_preview, 1);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(3 * kDockMargin);
    columns->addLayout(examples, 3);
    columns->addLayout(beside, 2);
    layout.addLayout(columns, 1);
    connect(m_search, &QLineEdit::textChanged, this, &StartPage::filter);
    connect(m_examples, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem* item) {
                const QString text =
                    item == nullptr ? QString() : item->data(0, kPreviewRole).toString();
                m_preview->setText(text.isEmpty() ? tr("Double-click or Enter: open it") : text);
            });
    for (QTreeWidget* list : {m_recent, m_examples}) {
        connect(list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
            if (const QString file = item->data(0, kFileRole).toString(); !file.isEmpty()) {
                Q_EMIT fileAsked(file);
            }
        });
    }
}

QString StartPage::preview() const {
    return m_preview->text();
}

void StartPage::setRecentFiles(const QStringList& files) {
    m_recent->clear();
    for (const QString& file : files) {
        auto* item = new QTreeWidgetItem(m_recent, {QFileInfo(file).fileName()});
        item->setData(0, kFileRole, file);
        item->setToolTip(0, file);
    }
    if (files.isEmpty()) {
        auto* none = new QTreeWidgetItem(m_recent, {tr("nothing yet")});
        none->setFlags(Qt::NoItemFlags);
    }
}

void StartPage::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    fillExamples();
}

void StartPage::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_doors.empty()) {
        setIcons();
    }
}

/// Two by two where there is room, else one below the other.
void StartPage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    const std::size_t columns = width() >= kTwoColumnsFrom ? 2 : 1;
    for (std::size_t index = 0; index < m_doors.size(); ++index) {
        if (columns != m_columns) {
            m_doorGrid->addWidget(m_doors[index], static_cast<int>(index / columns),
                                  static_cast<int>(index % columns));
        }
        // The label on it says how high the button has to be.
        const auto* words = m_doors[index]->findChild<QLabel*>(QStringLiteral("words"));
        const int room = std::min(viewport()->width(), kPageWidthMax) / static_cast<int>(columns) -
                         kDoorIconSize - 10 * kDockMargin;
        m_doors[index]->setMinimumHeight(
            std::max(words->heightForWidth(std::max(room, 80)), kDoorIconSize) + 2 * kDockMargin);
    }
    m_columns = columns;
}

void StartPage::fillExamples() {
    if (m_examples->topLevelItemCount() > 0) {
        return;
    }
    for (const ExampleGroup& group : exampleGroups()) {
        const QString title =
            QCoreApplication::translate("meter::gui::Examples", group.title.toUtf8().constData());
        auto* heading = new QTreeWidgetItem(m_examples, {title});
        heading->setFlags(Qt::ItemIsEnabled);
        for (const Example& example : group.examples) {
            auto* item = new QTreeWidgetItem(heading, {example.title});
            item->setData(0, kFileRole, example.file);
            item->setData(0, kPreviewRole, example.preview);
        }
    }
    if (m_examples->topLevelItemCount() > 0) {
        m_examples->topLevelItem(0)->setExpanded(true);
    }
}

void StartPage::filter(const QString& text) {
    const QString wanted = text.trimmed();
    for (int group = 0; group < m_examples->topLevelItemCount(); ++group) {
        QTreeWidgetItem* heading = m_examples->topLevelItem(group);
        bool isAny = false;
        for (int row = 0; row < heading->childCount(); ++row) {
            QTreeWidgetItem* item = heading->child(row);
            const bool isFound =
                item->text(0).contains(wanted, Qt::CaseInsensitive) ||
                item->data(0, kPreviewRole).toString().contains(wanted, Qt::CaseInsensitive);
            item->setHidden(!isFound);
            isAny = isAny || isFound;
        }
        heading->setHidden(!isAny);
        heading->setExpanded(!wanted.isEmpty() || group == 0);
    }
}

void StartPage::setIcons() {
    for (std::size_t index = 0; index < m_doors.size(); ++index) {
        const QIcon icon = themedIcon(QString::fromLatin1(workspaceSpecs()[index].icon), palette());
        m_doors[index]
            ->findChild<QLabel*>(QStringLiteral("picture"))
            ->setPixmap(icon.pixmap(QSize(kDoorIconSize, kDoorIconSize), devicePixelRatioF()));
    }
}

} // namespace meter::gui
