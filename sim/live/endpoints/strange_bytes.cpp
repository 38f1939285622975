// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/strange_bytes.hpp"

#include "sim/live/line/line_setting.hpp"

#include <string>

namespace meter::sim::live {
namespace {

constexpr WallUs kToldAgainUs = 60'000'000;

} // namespace

void StrangeBytes::tell(const LineClient& client, std::span<const std::byte> bytes, WallUs now) {
    const TrafficFraming framing = framingOf(client.endpoint, client.peer);
    const ProbableKind kind = probableKindOf(bytes, framing);
    const std::string_view what = probableText(kind, framing);
    m_line.drop(client, bytes, what);
    if (m_told == kind && now < m_toldAt + kToldAgainUs) {
        return;
    }
    m_told = kind;
    m_toldAt = now;
    std::string text = "no request on " + std::string(client.endpoint);
    if (!client.peer.empty()) {
        text += " from " + std::string(client.peer);
    }
    text += ": " + std::string(what);
    if (kind == ProbableKind::Noise && framing == TrafficFraming::Rtu) {
        text += "; the line is set to " + lineText(m_line.settings());
    }
    m_log.add(std::move(text));
}

} // namespace meter::sim::live
