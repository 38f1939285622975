// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/phasors/phasor_model.hpp"

#include "gui/probe/plot_theme.hpp"

#include <QBrush>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <cmath>

namespace meter::gui {

namespace {

QString conductorName(std::size_t phase) {
    return QString(QChar(static_cast<char16_t>(u'A' + phase)));
}

} // namespace

QString phasorText(const PhasorRms& phasor, std::size_t wave) {
    const QLocale locale;
    const double size = std::abs(phasor);
    const int decimals = size < 10.0 ? 3 : size < 100.0 ? 2 : 1;
    // Rounded first, so that no −0.0 is shown.
    const double angle = std::round(angleDegOf(phasor) * 10.0) / 10.0 + 0.0;
    return QStringLiteral("%1 %2 \u2220 %3\u00B0")
        .arg(locale.toString(size, 'f', decimals), waveUnit(wave), locale.toString(angle, 'f', 1));
}

QString matchText(const MatchResult& match, std::size_t wave) {
    switch (match.match) {
    case Match::Unknown:
    case Match::Right:
        return {};
    case Match::Nothing:
        return PhasorModel::tr("nothing arrives");
    case Match::Reversed:
        return PhasorModel::tr("reversed");
    case Match::Other:
        return PhasorModel::tr("is on conductor %1").arg(conductorName(match.phase));
    case Match::OtherReversed:
        return PhasorModel::tr("is on conductor %1, reversed").arg(conductorName(match.phase));
    case Match::WrongSize:
        return isCurrent(wave) ? PhasorModel::tr("%1 times what flows: CT size?")
                                     .arg(QLocale().toString(match.ratio, 'f', 2))
                               : PhasorModel::tr("%1 times what is there: PT ratio?")
                                     .arg(QLocale().toString(match.ratio, 'f', 2));
    case Match::WrongAngle:
        return PhasorModel::tr("as on no conductor");
    }
    return {};
}

void PhasorModel::setScene(const PhasorScene& scene) {
    m_scene = scene;
    Q_EMIT dataChanged(index(0, Real), index(rowCount() - 1, Verdict));
}

int PhasorModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kWaveCount);
}

int PhasorModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString PhasorModel::text(std::size_t wave, int column) const {
    const QString none(QChar(0x2014));
    switch (column) {
    case Name:
        return waveName(wave);
    case Real:
        return m_scene.isReal.at(wave) ? phasorText(m_scene.real.at(wave), wave) : none;
    case Seen:
        return m_scene.isSeenKnown ? phasorText(m_scene.seen.at(wave), wave) : none;
    default:
        return matchText(m_scene.matches.at(wave), wave);
    }
}

QVariant PhasorModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto wave = static_cast<std::size_t>(index.row());
    const bool isNumber = index.column() == Real || index.column() == Seen;
    switch (role) {
    case Qt::DisplayRole:
        return text(wave, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        if (index.column() == Name) {
            const bool isDark = plotTheme(QGuiApplication::palette()).isDark;
            return QBrush(phaseColour(phaseOf(wave), isDark));
        }
        return {};
    default:
        return {};
    }
}

QVariant PhasorModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Real:
        return tr("In the conductor");
    case Seen:
        return tr("At the input");
    case Verdict:
        return tr("What differs");
    default:
        return QString();
    }
}

} // namespace meter::gui
