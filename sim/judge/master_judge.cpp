// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/master_judge.hpp"

#include "sim/traffic/byte_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim {
namespace {

constexpr std::size_t kClientsMax = 64;
constexpr std::size_t kOpenMax = 64;
constexpr std::size_t kPeersMax = 256;
constexpr const char* kOthers = "others"; ///< Clients beyond the bound.
/// Taken off for each rule that was broken, by JudgeSeverity.
constexpr std::array<int, 3> kPoints = {12, 5, 1};

} // namespace

MasterJudge::Client& MasterJudge::clientAt(const TrafficFrame& frame) {
    const std::string name = clientOf(frame);
    const auto found = m_clients.find(name);
    if (found != m_clients.end()) {
        return found->second;
    }
    return m_clients[m_clients.size() < kClientsMax ? name : kOthers];
}

void MasterJudge::onFrame(const TrafficFrame& frame) {
    Client& client = clientAt(frame);
    if (frame.isDropped) {
        client.line.onStray({frame, isSerialEndpoint(frame)}, client.finder);
        return;
    }
    if (frame.direction == TrafficDirection::Answer) {
        return onAnswer(client, frame);
    }
    onRequest(client, frame);
}

void MasterJudge::onRequest(Client& client, const TrafficFrame& frame) {
    Exchange exchange = exchangeOf(frame);
    if (exchange.function == 0) {
        return; // Too short to be judged.
    }
    ++m_requestCount;
    if (client.connections.size() >= kPeersMax) {
        client.connections.clear();
    }
    const auto [place, isNew] = client.connections.try_emplace(frame.peer, 0);
    if (isNew) {
        place->second = ++client.connectionCount;
    }
    exchange.connection = place->second;
    exchange.inFlight = 1 + static_cast<std::uint32_t>(std::ranges::count(
                                client.open, exchange.connection, &Exchange::connection));
    const bool isSilent = exchange.outcome == Exchange::Outcome::Unanswered ||
                          frame.remark.starts_with(kNoAnswerRemark);
    // On a line there is one request at a time: what is open now found no answer.
    giveUp(client, exchange.isTcp ? kOpenMax - 1 : 0);
    if (isSilent) {
        close(client, exchange);
    } else {
        client.open.push_back(std::move(exchange));
    }
}

void MasterJudge::onAnswer(Client& client, const TrafficFrame& frame) {
    const auto open = std::ranges::find(client.open, frame.request, [](const Exchange& exchange) {
        return exchange.request.sequence;
    });
    if (open == client.open.end()) {
        return; // A duplicate, an echo, or the end of an answer in parts.
    }
    Exchange exchange = std::move(*open);
    setAnswer(exchange, frame);
    if (!exchange.answer && frame.isChanged) {
        // A part of it, or damaged: a fault of the line is not the master's.
        exchange.answer = frame;
        exchange.answerEndUs = frame.utcUs + frame.durationUs;
    }
    client.open.erase(open);
    close(client, exchange);
}

void MasterJudge::giveUp(Client& client, std::size_t left) {
    while (client.open.size() > left) {
        const Exchange exchange = std::move(client.open.front());
        client.open.pop_front();
        close(client, exchange);
    }
}

void MasterJudge::close(Client& client, const Exchange& exchange) {
    client.reading.onExchange(exchange, client.finder);
    client.writing.onExchange(exchange, client.finder);
    client.line.onExchange(exchange, m_line, client.finder);
}

void MasterJudge::finish() {
    for (auto& [name, client] : m_clients) {
        giveUp(client, 0);
    }
}

void MasterJudge::onGap() {
    for (auto& [name, client] : m_clients) {
        client.open.clear();
        client.reading.onGap();
        client.writing.onGap();
        client.line.onGap();
    }
}

JudgeReport MasterJudge::report() const {
    Finder all;
    for (const auto& [name, client] : m_clients) {
        Finder finder = client.finder;
        client.reading.conclude(m_line, finder);
        client.writing.conclude(finder);
        client.line.conclude(finder);
        all.merge(finder);
    }
    JudgeReport report;
    report.requests = m_requestCount;
    for (std::size_t i = 0; i < kJudgeRuleCount; ++i) {
        const JudgeRuleText& text = judgeRuleText(static_cast<JudgeRule>(i));
        const JudgeEvidence& evidence = all.found[i];
        if (evidence.count == 0) {
            if (all.couldBreak[i]) {
                report.good.emplace_back(text.good);
            }
            continue;
        }
        JudgeFinding finding{.rule = std::string(text.name),
                             .severity = text.severity,
                             .title = std::string(text.title),
                             .count = evidence.count,
                             .frames = {},
                             .shown = {},
                             .cost = all.cost[i].empty() ? std::string(text.cost) : all.cost[i],
                             .advice = std::string(text.advice)};
        for (const TrafficFrame& frame : evidence.frames) {
            finding.frames.push_back(hexText(frame.bytes));
            finding.shown.push_back(frame.sequence);
        }
        report.score -= kPoints[static_cast<std::size_t>(text.severity)];
        report.findings.push_back(std::move(finding));
    }
    report.score = std::max(0, report.score);
    return report;
}

} // namespace meter::sim
