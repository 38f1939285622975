// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/line_fault_player.hpp"

#include "sim/line/line_wiring.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace meter::sim {

namespace {

/// One name of a stream for each kind: numbers stay what they are when a kind is added.
constexpr std::array<std::string_view, kLineFaultKindCount> kStreamNames = {
    "mute",    "exception", "drop",  "stale", "wrong_unit", "transaction", "corrupt", "truncate",
    "garbage", "duplicate", "split", "delay", "reset",      "noise",       "echo"};
constexpr std::size_t kNoiseSizeMax = 8; ///< Random size of a burst.
/// Noise that nobody fetched for longer is over.
constexpr SampleTime kNoiseMemory = kSamplesPerSecond;
constexpr std::size_t kBurstsMax = 64; ///< At a time.
constexpr std::int64_t kUsPerSecond = 1'000'000;

std::uint64_t lineStream(std::uint64_t seed, std::uint32_t serialNumber, LineFaultKind kind) {
    const std::string_view name = kStreamNames[static_cast<std::size_t>(kind)];
    return streamOf(streamOf(seed, "line") + serialNumber, name);
}

bool isAddedUp(LineFaultKind kind) {
    return kind == LineFaultKind::Delay || kind == LineFaultKind::Garbage;
}

bool isForUnit(const LineFault& fault, std::uint8_t unit, bool isOwn) {
    if (fault.isForAllUnits) {
        return true;
    }
    return fault.units.empty() ? isOwn : std::ranges::find(fault.units, unit) != fault.units.end();
}

bool fits(const LineFault& fault, const LineRequest& request, bool isOwn) {
    if (!isForUnit(fault, request.unit, isOwn)) {
        return false;
    }
    const auto function = std::to_integer<std::uint8_t>(request.pdu[0]);
    if (!fault.functions.empty() &&
        std::ranges::find(fault.functions, function) == fault.functions.end()) {
        return false;
    }
    if (fault.registers.empty()) {
        return true;
    }
    const std::optional<RegisterSpan> asked = registersOf(request.pdu);
    return asked && std::ranges::any_of(fault.registers, [&asked](const RegisterSpan& span) {
               return span.first <= asked->last && asked->first <= span.last;
           });
}

std::vector<std::byte> burst(const LineFault& fault, Random& random) {
    if (!fault.bytes.empty()) {
        return fault.bytes;
    }
    const std::size_t size =
        fault.size ? *fault.size : 1 + static_cast<std::size_t>(random.below(kNoiseSizeMax));
    std::vector<std::byte> bytes(size);
    for (std::byte& byte : bytes) {
        byte = static_cast<std::byte>(random.below(256));
    }
    return bytes;
}

} // namespace

LineFaultPlayer::LineFaultPlayer(std::uint64_t seed, std::uint32_t serialNumber)
    : m_noiseStream(lineStream(seed, serialNumber, LineFaultKind::Noise)) {
    for (std::size_t kind = 0; kind < kLineFaultKindCount; ++kind) {
        m_random.emplace_back(lineStream(seed, serialNumber, static_cast<LineFaultKind>(kind)));
    }
    m_wiring = Random(streamOf(streamOf(seed, "line") + serialNumber, "wiring"));
}

void LineFaultPlayer::apply(const LineAction& action,
                            SampleTime now,
                            std::optional<SampleTime> length) {
    for (const LineFaultGroup& group : action.groups) {
        if (!length) {
            std::erase_if(m_layers, [&group](const LineFaultLayer& layer) {
                return layer.kind == group.kind;
            });
            if (group.faults.empty()) {
                continue;
            }
        }
        LineFaultLayer layer = {.kind = group.kind, .begin = now, .end = {}, .rules = {}};
        if (length) {
            layer.end = now + *length;
        }
        for (const LineFault& fault : group.faults) {
            layer.rules.push_back({.fault = fault});
        }
        m_layers.push_back(std::move(layer));
    }
    noteForeign();
}

bool LineFaultPlayer::clear(std::optional<LineFaultKind> kind) {
    const auto ended = std::erase_if(
        m_layers, [kind](const LineFaultLayer& layer) { return !kind || layer.kind == *kind; });
    noteForeign();
    return ended > 0;
}

void LineFaultPlayer::noteForeign() {
    const auto isForeign = [](const LineFaultLayer::Rule& rule) {
        return rule.fault.isForAllUnits || !rule.fault.units.empty();
    };
    m_hasForeign = std::ranges::any_of(m_layers, [&](const LineFaultLayer& layer) {
        return std::ranges::any_of(layer.rules, isForeign);
    });
}

Random& LineFaultPlayer::random(LineFaultKind kind) {
    return m_random[static_cast<std::size_t>(kind)];
}

LineFaultLayer* LineFaultPlayer::layerOf(LineFaultKind kind, SampleTime now) {
    std::erase_if(m_layers,
                  [now](const LineFaultLayer& layer) { return layer.end && *layer.end <= now; });
    const auto found =
        std::find_if(m_layers.rbegin(), m_layers.rend(),
                     [kind](const LineFaultLayer& layer) { return layer.kind == kind; });
    return found == m_layers.rend() ? nullptr : &*found;
}

/// Of a rule whose filters let something pass: counts it, and lets chance decide.
bool LineFaultPlayer::acts(LineFaultLayer::Rule& rule) {
    const LineFault& fault = rule.fault;
    if (rule.passed < fault.skip) {
        ++rule.passed;
        return false;
    }
    if (fault.count && rule.hits >= *fault.count) {
        return false;
    }
    if (fault.probability < 1.0 && !random(fault.kind).chance(fault.probability)) {
        return false;
    }
    ++rule.hits;
    return true;
}

std::vector<const LineFault*>
LineFaultPlayer::judge(LineFaultKind kind, const LineRequest& request, bool isOwn, SampleTime now) {
    std::vector<const LineFault*> faults;
    LineFaultLayer* const layer = layerOf(kind, now);
    if (layer == nullptr || request.pdu.empty()) {
        return faults;
    }
    for (LineFaultLayer::Rule& rule : layer->rules) {
        if (fits(rule.fault, request, isOwn) && acts(rule)) {
            faults.push_back(&rule.fault);
            if (!isAddedUp(kind)) {
                break;
            }
        }
    }
    return faults;
}

void LineFaultPlayer::remember(const LineRequest& request, std::span<const std::byte> pdu) {
    Remembered& last = m_last;
    last.size = std::min(pdu.size(), last.pdu.size());
    std::ranges::copy(pdu.first(last.size), last.pdu.begin());
    last.transaction = request.transaction;
}

std::vector<std::vector<std::byte>> LineFaultPlayer::takeNoise(SampleTime now, bool isShieldOpen) {
    std::vector<std::vector<std::byte>> bursts;
    const SampleTime from = std::max(m_noiseUntil, now - kNoiseMemory);
    m_noiseUntil = std::max(m_noiseUntil, now);
    // One burst in each period, somewhere in it.
    const auto addDue = [&](SampleTime begin, std::int64_t periodUs, const auto& makeOne) {
        const SampleTime period =
            std::max<SampleTime>(periodUs * kSamplesPerSecond / kUsPerSecond, 1);
        const SampleTime first = std::max<SampleTime>((from - begin) / period, 0);
        for (SampleTime turn = first; begin + turn * period <= now; ++turn) {
            Random place(streamOf(m_noiseStream + static_cast<std::uint64_t>(turn), "place"));
            const SampleTime at =
                begin + turn * period +
                static_cast<SampleTime>(place.below(static_cast<std::uint64_t>(period)));
            if (at > from && at <= now && bursts.size() < kBurstsMax) {
                makeOne();
            }
        }
    };
    if (LineFaultLayer* const layer = layerOf(LineFaultKind::Noise, now)) {
        for (LineFaultLayer::Rule& rule : layer->rules) {
            addDue(layer->begin, rule.fault.timeUs, [&] {
                if (acts(rule)) {
                    bursts.push_back(burst(rule.fault, random(LineFaultKind::Noise)));
                }
            });
        }
    }
    if (isShieldOpen) {
        LineFault shield;
        shield.size = kShieldNoiseSize;
        addDue(0, kShieldNoiseUs, [&] { bursts.push_back(burst(shield, m_wiring)); });
    }
    return bursts;
}

std::optional<RegisterSpan> registersOf(std::span<const std::byte> pdu) {
    const auto word = [pdu](std::size_t at) {
        return std::to_integer<unsigned>(pdu[at]) << 8U | std::to_integer<unsigned>(pdu[at + 1]);
    };
    constexpr std::size_t kSizeMin = 5; // Function, address, quantity or value.
    if (pdu.size() < kSizeMin) {
        return std::nullopt;
    }
    unsigned quantity = 0;
    switch (static_cast<modbus::FunctionCode>(pdu[0])) {
    case modbus::FunctionCode::ReadHoldingRegisters:
    case modbus::FunctionCode::ReadInputRegisters:
    case modbus::FunctionCode::WriteMultipleRegisters:
        quantity = word(3);
        break;
    case modbus::FunctionCode::WriteSingleRegister:
        quantity = 1;
        break;
    default:
        break;
    }
    if (quantity == 0) {
        return std::nullopt;
    }
    constexpr unsigned kNumberMax = 65535;
    const unsigned first = std::min(word(1) + 1, kNumberMax);
    return RegisterSpan{.first = static_cast<std::uint16_t>(first),
                        .last =
                            static_cast<std::uint16_t>(std::min(first + quantity - 1, kNumberMax))};
}

} // namespace meter::sim
