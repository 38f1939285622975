// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trend/trend_series.hpp"

#include "gui/readings/snapshot_registers.hpp"
#include "sim/registers/register_names.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace meter::gui {

namespace {

QString textOf(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

TrendSeries newSeries(std::string name) {
    TrendSeries series;
    series.name = std::move(name);
    const RegisterPair pair = registerPairNamed(series.name);
    if (const auto& named = pair.integer ? pair.integer : pair.floating) {
        series.unit = textOf(named->text->unit);
    }
    return series;
}

void extend(TrendSeries& series, const ReadingHistory& history, const Factory& factory) {
    const std::deque<PastReadings>& entries = history.entries();
    if (entries.empty()) {
        series.points.clear();
        return;
    }
    std::erase_if(series.points, [&](const TrendPoint& point) {
        return point.second < entries.front().second || point.second > entries.back().second;
    });
    const std::int64_t known =
        series.points.empty() ? entries.front().second - 1 : series.points.back().second;
    const auto first = std::ranges::upper_bound(entries, known, {}, &PastReadings::second);
    sim::live::Snapshot snapshot;
    for (auto entry = first; entry != entries.end(); ++entry) {
        snapshot.isPowered = entry->isPowered;
        snapshot.readings = entry->readings;
        const auto reading = registerReading(snapshot, factory, series.name);
        series.points.push_back({entry->second, reading ? reading->value : std::nullopt});
        series.decimals = reading ? reading->decimals : series.decimals;
    }
}

QStringList trendNames() {
    QStringList names;
    for (const RegisterText& text : registerTexts()) {
        const QString name = textOf(text.name);
        if (!text.unit.empty() && !names.contains(name)) {
            names << name;
        }
    }
    return names;
}

QString trendCsv(const std::vector<TrendSeries>& series) {
    std::map<std::int64_t, std::vector<QString>> rows;
    QString text = QStringLiteral("time_s");
    for (std::size_t column = 0; column < series.size(); ++column) {
        const TrendSeries& each = series[column];
        text += u',' + QString::fromStdString(each.name);
        text += each.unit.isEmpty() ? QString() : QString(u'_' + each.unit);
        for (const TrendPoint& point : each.points) {
            std::vector<QString>& row = rows[point.second];
            row.resize(series.size());
            row[column] =
                point.value ? QString::number(*point.value, 'f', each.decimals) : QString();
        }
    }
    text += u'\n';
    for (const auto& [second, cells] : rows) {
        text += QString::number(second);
        for (const QString& cell : cells) {
            text += u',' + cell;
        }
        text += u'\n';
    }
    return text;
}

} // namespace meter::gui
