// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/source/tones_edit.hpp"

#include "gui/live/live_meter.hpp"
#include "sim/keys/world_keys.hpp"

#include <QRegularExpression>
#include <QStringList>

#include <cstddef>
#include <string>
#include <utility>

namespace meter::gui {

namespace {

/// The key of one tone in all phases.
std::string keyOf(const QString& hertz) {
    return "source.interharmonics." + hertz.toStdString();
}

QString hertzText(const sim::Interharmonic& tone) {
    return QString::number(tone.frequencyHz, 'g', 10);
}

/// Of all phases, so that none is forgotten.
std::vector<sim::Interharmonic> allTones(const sim::World& world) {
    std::vector<sim::Interharmonic> all;
    for (const auto& phase : world.source.interharmonics) {
        all.insert(all.end(), phase.begin(), phase.end());
    }
    return all;
}

} // namespace

std::optional<ParameterTexts> tonesFrom(const QString& line,
                                        const std::vector<sim::Interharmonic>& before) {
    static const QRegularExpression kTone(
        QStringLiteral("^\\s*([0-9]+(?:\\.[0-9]+)?)\\s*Hz\\s*:?\\s*(\\S.*)$"),
        QRegularExpression::CaseInsensitiveOption);
    ParameterTexts texts;
    for (const sim::Interharmonic& tone : before) {
        const std::string key = keyOf(hertzText(tone));
        texts.push_back({key + ".level", "0 %"});
        texts.push_back({key + ".angle", "0 deg"});
    }
    for (const QString& part : line.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty()) {
            continue;
        }
        const QRegularExpressionMatch match = kTone.match(part);
        if (!match.hasMatch()) {
            return std::nullopt;
        }
        texts.push_back(
            {keyOf(match.captured(1)) + ".level", match.captured(2).trimmed().toStdString()});
    }
    return texts;
}

QString tonesText(const std::vector<sim::Interharmonic>& tones) {
    QStringList parts;
    for (const sim::Interharmonic& tone : tones) {
        const QString hertz = hertzText(tone);
        parts << QString(hertz + QStringLiteral(" Hz ") +
                         fieldText(keyOf(hertz) + ".level", tone.level));
    }
    return parts.join(QStringLiteral(", "));
}

TonesEdit::TonesEdit(LiveMeter& meter, QWidget* parent) : CommitEdit(parent), m_meter(meter) {
    setToolTip(tr("Tones between the harmonics: 175 Hz 2 %, 330 Hz 1 %"));
    setAccessibleName(tr("Interharmonics"));
    connect(this, &CommitEdit::committed, this, &TonesEdit::send);
}

void TonesEdit::showWorld(const sim::World& world) {
    const auto& phases = world.source.interharmonics;
    bool areAlike = true;
    for (std::size_t phase = 0; phase < phases.size(); ++phase) {
        areAlike = areAlike && (!sim::hasPhase(world.installation.service, phase) ||
                                phases.at(phase) == phases.front());
    }
    setPlaceholderText(areAlike ? tr("none, or 175 Hz 2 %") : tr("differ"));
    follow(areAlike ? tonesText(phases.front()) : QString());
}

void TonesEdit::send(const QString& line) {
    auto texts = tonesFrom(line, allTones(m_meter.snapshot().world));
    if (!texts) {
        setRefusal(tr("Write tones like this: 175 Hz 2 %, 330 Hz 1 %."));
        return;
    }
    setParameters(m_meter, std::move(*texts), this,
                  [this](const QString& refusal) { setRefusal(refusal); });
}

} // namespace meter::gui
