// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/docks/copy_menu.hpp"

#include "gui/docks/file_dialog.hpp"
#include "gui/probe/plotting.hpp"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QHeaderView>
#include <QImage>
#include <QMessageBox>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QTableView>
#include <QTreeView>

namespace meter::gui {

namespace {

constexpr double kPictureScale = 2.0; ///< Pixels of a PNG for each of the window.

QString translated(const char* text) {
    return QCoreApplication::translate("meter::gui::CopyMenu", text);
}

QImage imageOf(QWidget& picture) {
    if (auto* plot = qobject_cast<QCustomPlot*>(&picture)) {
        return plot->toPixmap(picture.width(), picture.height(), kPictureScale).toImage();
    }
    QImage image((QSizeF(picture.size()) * kPictureScale).toSize(),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPictureScale);
    image.fill(Qt::transparent);
    picture.render(&image);
    return image;
}

/// Drawn anew rather than copied from the screen.
void paint(QWidget& picture, QSvgGenerator& generator) {
    if (auto* plot = qobject_cast<QCustomPlot*>(&picture)) {
        QCPPainter painter;
        painter.begin(&generator);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        plot->toPainter(&painter, picture.width(), picture.height());
        painter.end();
        return;
    }
    QPainter painter(&generator);
    picture.render(&painter);
}

void reportFailure(QWidget& parent, const QString& file) {
    auto* box = new QMessageBox(
        QMessageBox::Warning, QStringLiteral("metertwin"),
        translated(QT_TRANSLATE_NOOP("meter::gui::CopyMenu",
                                     "%1 was not written; choose another folder or name."))
            .arg(file),
        QMessageBox::Ok, &parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->show();
}

QAction& addAction(QWidget& widget, const char* text) {
    widget.setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* action = new QAction(translated(text), &widget);
    widget.addAction(action);
    return *action;
}

const QHeaderView* headerOf(const QAbstractItemView& view) {
    if (const auto* table = qobject_cast<const QTableView*>(&view)) {
        return table->horizontalHeader();
    }
    const auto* tree = qobject_cast<const QTreeView*>(&view);
    return tree != nullptr ? tree->header() : nullptr;
}

QString cell(const QString& text, QChar separator) {
    QString clean = text;
    if (separator == u'\t') {
        return clean.replace(u'\t', u' ').replace(u'\n', u' ');
    }
    if (!clean.contains(separator) && !clean.contains(u'"') && !clean.contains(u'\n')) {
        return clean;
    }
    clean.replace(u'"', QStringLiteral("\"\""));
    return QString(u'"' + clean + u'"');
}

/// Of a tree too, depth first.
void addRows(const QAbstractItemView& view,
             const QModelIndex& parent,
             const QList<int>& columns,
             QChar separator,
             QStringList& lines) {
    const QAbstractItemModel& model = *view.model();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (const int column : columns) {
            cells << cell(model.index(row, column, parent).data().toString(), separator);
        }
        lines << cells.join(separator);
        addRows(view, model.index(row, 0, parent), columns, separator, lines);
    }
}

} // namespace

bool savePicture(QWidget& picture, const QString& file) {
    if (!file.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
        return imageOf(picture).save(file);
    }
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        return false;
    }
    QSvgGenerator generator;
    generator.setOutputDevice(&out);
    generator.setSize(picture.size());
    generator.setViewBox(picture.rect());
    generator.setTitle(QStringLiteral("metertwin"));
    paint(picture, generator);
    return out.commit();
}

QString tableText(const QAbstractItemView& table, QChar separator) {
    const QHeaderView* header = headerOf(table);
    QList<int> columns;
    for (int place = 0; place < table.model()->columnCount(); ++place) {
        const int column = header != nullptr ? header->logicalIndex(place) : place;
        if (header == nullptr || !header->isSectionHidden(column)) {
            columns << column;
        }
    }
    QStringList heads;
    for (const int column : columns) {
        heads << cell(table.model()->headerData(column, Qt::Horizontal).toString(), separator);
    }
    QStringList lines = {heads.join(separator)};
    addRows(table, {}, columns, separator, lines);
    return lines.join(u'\n') + u'\n';
}

void addPictureMenu(QWidget& picture, const LiveMeter& meter, const QString& name) {
    QAction& copy = addAction(picture, QT_TRANSLATE_NOOP("meter::gui::CopyMenu", "Copy picture"));
    QObject::connect(&copy, &QAction::triggered, &picture,
                     [&picture] { QApplication::clipboard()->setImage(imageOf(picture)); });
    QAction& save =
        addAction(picture, QT_TRANSLATE_NOOP("meter::gui::CopyMenu", "Save picture\u2026"));
    QObject::connect(&save, &QAction::triggered, &picture, [&picture, &meter, name] {
        askForFile(meter, picture,
                   {.id = "picture",
                    .title = translated(QT_TRANSLATE_NOOP("meter::gui::CopyMenu", "Save picture")),
                    .filter = translated(QT_TRANSLATE_NOOP(
                        "meter::gui::CopyMenu", "PNG images (*.png);;SVG drawings (*.svg)")),
                    .suffix = QStringLiteral("png"),
                    .ending = QString(u'-' + name)},
                   [&picture](const QString& file) {
                       if (!savePicture(picture, file)) {
                           reportFailure(picture, file);
                       }
                   });
    });
}

void addTableMenu(QAbstractItemView& table, const LiveMeter& meter, const QString& name) {
    QAction& copy = addAction(table, QT_TRANSLATE_NOOP("meter::gui::CopyMenu", "Copy table"));
    QObject::connect(&copy, &QAction::triggered, &table,
                     [&table] { QApplication::clipboard()->setText(tableText(table, u'\t')); });
    QAction& save = addAction(table, QT_TRANSLATE_NOOP("meter::gui::CopyMenu", "Save table\u2026"));
    QObject::connect(&save, &QAction::triggered, &table, [&table, &meter, name] {
        askForFile(meter, table,
                   {.id = "table",
                    .title = translated(QT_TRANSLATE_NOOP("meter::gui::CopyMenu", "Save table")),
                    .filter = translated(QT_TRANSLATE_NOOP("meter::gui::CopyMenu",
                                                           "Comma-separated values (*.csv)")),
                    .suffix = QStringLiteral("csv"),
                    .ending = QString(u'-' + name)},
                   [&table](const QString& file) {
                       if (!writeFile(file, tableText(table, u',').toUtf8()).isEmpty()) {
                           reportFailure(table, file);
                       }
                   });
    });
}

} // namespace meter::gui
