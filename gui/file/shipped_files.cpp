// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/file/shipped_files.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <utility>

namespace meter::gui {

namespace {

constexpr int kStepsUp = 6; ///< From a program in a build tree to the sources.

struct Group {
    const char* folder; ///< Below the scenarios.
    const char* title;
};

constexpr std::array kGroups = {
    Group{"", QT_TRANSLATE_NOOP("meter::gui::Examples", "First steps")},
    Group{"faults", QT_TRANSLATE_NOOP("meter::gui::Examples", "Faults of grid and wiring")},
    Group{"counter-trouble", QT_TRANSLATE_NOOP("meter::gui::Examples", "Trouble with counters")},
};

/// Name and leading comment, without reading the scenario as such: a list opens at once.
Example exampleOf(const QFileInfo& info) {
    Example example;
    example.file = info.absoluteFilePath();
    example.title = info.completeBaseName();
    QFile file(example.file);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        return example;
    }
    QStringList comment;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.startsWith(u'#')) {
            comment << line.mid(1).trimmed();
        } else if (line.startsWith(QStringLiteral("name:"))) {
            example.title = line.mid(5).trimmed();
            if (example.title.startsWith(u'"') && example.title.endsWith(u'"')) {
                example.title = example.title.mid(1, example.title.size() - 2);
            }
            break;
        }
    }
    example.preview = comment.join(u' ');
    return example;
}

std::vector<ExampleGroup> readGroups() {
    std::vector<ExampleGroup> groups;
    const QString root = shippedFolder(QStringLiteral("scenarios"));
    if (root.isEmpty()) {
        return groups;
    }
    for (const Group& group : kGroups) {
        ExampleGroup read;
        read.title = QString::fromLatin1(group.title);
        const QDir folder(root + u'/' + QString::fromLatin1(group.folder));
        const auto files =
            folder.entryInfoList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name);
        for (const QFileInfo& info : files) {
            read.examples.push_back(exampleOf(info));
        }
        groups.push_back(std::move(read));
    }
    return groups;
}

} // namespace

QString shippedFolder(const QString& name) {
    QDir folder(QCoreApplication::applicationDirPath());
    for (int step = 0; step < kStepsUp; ++step) {
        for (const char* const place : {"share/metertwin/", "resources/"}) {
            const QString candidate = folder.filePath(QString::fromLatin1(place) + name);
            if (QFileInfo(candidate).isDir()) {
                return QFileInfo(candidate).canonicalFilePath();
            }
        }
        if (!folder.cdUp()) {
            break;
        }
    }
    return {};
}

const std::vector<ExampleGroup>& exampleGroups() {
    static const std::vector<ExampleGroup> groups = readGroups();
    return groups;
}

} // namespace meter::gui
