// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/byte_order.hpp"
#include "core/base/crc16.hpp"
#include "core/modbus/mbap.hpp"
#include "core/modbus/pdu_server.hpp"
#include "sim/line/line_fault_player.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace meter::sim {

namespace {

constexpr std::size_t kCrcSize = 2;
constexpr std::size_t kUnitOfMbap = 6;
constexpr std::size_t kGarbageSizeMax = 8; ///< Random size of garbage.

using Bytes = std::vector<std::byte>;
using Remembered = LineFaultPlayer::Remembered;

/// The answer while faults alter it.
struct Draft {
    const LineRequest& request;
    const Remembered& previous;
    AnswerPlan& plan;

    /// The answer itself is in the first piece.
    [[nodiscard]] Bytes& bytes() const { return plan.pieces.front().bytes; }

    [[nodiscard]] bool isTcp() const { return request.framing == LineFraming::Tcp; }
};

void renewCrc(Bytes& frame) {
    const std::size_t size = frame.size() - kCrcSize;
    writeLittleEndian16(frame, size, crc16(std::span(frame).first(size)));
}

bool isCrcRight(std::span<const std::byte> frame) {
    const std::size_t size = frame.size() - kCrcSize;
    return readLittleEndian16(frame, size) == crc16(frame.first(size));
}

void flip(Bytes& bytes, std::uint64_t bit) {
    bytes[static_cast<std::size_t>(bit / 8)] ^= static_cast<std::byte>(1U << (bit % 8));
}

/// Between 1 and all but one.
std::size_t partOf(const Draft& draft, const LineFault& fault, Random& random) {
    const std::size_t most = draft.bytes().size() - 1;
    return fault.size ? std::min<std::size_t>(*fault.size, most)
                      : 1 + static_cast<std::size_t>(random.below(most));
}

void drop(const Draft& draft, const LineFault& /*fault*/, Random& /*random*/) {
    draft.plan.pieces = {AnswerPiece{}};
}

void answerStale(const Draft& draft, const LineFault& fault, Random& /*random*/) {
    const auto pdu = std::span(draft.previous.pdu).first(draft.previous.size);
    const std::span<const std::byte> plain = draft.plan.plain;
    if (draft.isTcp()) {
        Bytes adu(modbus::kMbapHeaderSize + pdu.size());
        const std::uint16_t transaction =
            fault.isTransactionNew ? draft.request.transaction : draft.previous.transaction;
        modbus::writeMbap(adu, transaction, byteAt(plain, kUnitOfMbap), pdu);
        draft.bytes() = std::move(adu);
        return;
    }
    Bytes frame(1 + pdu.size() + kCrcSize);
    frame[0] = plain[0];
    std::ranges::copy(pdu, frame.begin() + 1);
    renewCrc(frame);
    draft.bytes() = std::move(frame);
}

void changeUnit(const Draft& draft, const LineFault& fault, Random& /*random*/) {
    std::byte& unit = draft.bytes()[draft.isTcp() ? kUnitOfMbap : 0];
    const auto own = std::to_integer<unsigned>(unit);
    const unsigned next = own >= modbus::kAddressMax ? modbus::kAddressMin : own + 1;
    unit = static_cast<std::byte>(fault.wrongUnit ? *fault.wrongUnit : next);
    if (!draft.isTcp()) {
        renewCrc(draft.bytes());
    }
}

void changeTransaction(const Draft& draft, const LineFault& fault, Random& random) {
    constexpr std::uint16_t kFixedTransaction = 1;
    if (!draft.isTcp()) {
        return;
    }
    Bytes& bytes = draft.bytes();
    const std::uint16_t asked = draft.request.transaction;
    auto given = static_cast<std::uint16_t>(asked + 1);
    if (fault.transaction == TransactionLaw::Fixed) {
        given = kFixedTransaction;
    } else if (fault.transaction == TransactionLaw::Random) {
        given = static_cast<std::uint16_t>(asked + 1 + random.below(0xFFFF));
    }
    writeBigEndian16(bytes, 0, given);
}

void corrupt(const Draft& draft, const LineFault& fault, Random& random) {
    Bytes& bytes = draft.bytes();
    const std::size_t first = draft.isTcp() ? 8 * modbus::kMbapHeaderSize : 0;
    const std::size_t last = 8 * bytes.size();
    std::vector<std::uint64_t> flipped;
    const std::size_t wanted = std::min<std::size_t>(fault.size.value_or(1), last - first);
    while (flipped.size() < wanted) {
        std::uint64_t bit = first + random.below(last - first);
        while (std::ranges::find(flipped, bit) != flipped.end()) {
            bit = bit + 1 < last ? bit + 1 : first; // Another one, so that none flips back.
        }
        flip(bytes, bit);
        flipped.push_back(bit);
    }
    if (!draft.isTcp() && isCrcRight(bytes)) {
        flip(bytes, last - 1); // Many bits may fit the CRC again.
    }
}

void truncate(const Draft& draft, const LineFault& fault, Random& random) {
    draft.bytes().resize(partOf(draft, fault, random));
}

void addGarbage(const Draft& draft, const LineFault& fault, Random& random) {
    Bytes garbage = fault.bytes;
    if (garbage.empty()) {
        garbage.resize(fault.size ? *fault.size
                                  : 1 + static_cast<std::size_t>(random.below(kGarbageSizeMax)));
        for (std::byte& byte : garbage) {
            byte = static_cast<std::byte>(random.below(256));
        }
    }
    Bytes& bytes = draft.bytes();
    bytes.insert(fault.isAfter ? bytes.end() : bytes.begin(), garbage.begin(), garbage.end());
}

void duplicate(const Draft& draft, const LineFault& fault, Random& /*random*/) {
    draft.plan.pieces.push_back({.pauseUs = fault.timeUs, .bytes = draft.bytes()});
}

void split(const Draft& draft, const LineFault& fault, Random& random) {
    if (draft.bytes().size() < 2) {
        return;
    }
    const auto cut = static_cast<std::ptrdiff_t>(partOf(draft, fault, random));
    Bytes& bytes = draft.bytes();
    AnswerPiece rest = {.pauseUs = fault.timeUs, .bytes = {bytes.begin() + cut, bytes.end()}};
    bytes.resize(static_cast<std::size_t>(cut));
    draft.plan.pieces.insert(draft.plan.pieces.begin() + 1, std::move(rest));
}

std::int64_t delayOf(const LineFault& fault, Random& random) {
    const auto time = static_cast<double>(fault.timeUs);
    const auto spread = static_cast<double>(fault.spreadUs);
    switch (fault.law) {
    case DelayLaw::Fixed:
        return fault.timeUs;
    case DelayLaw::Uniform:
        return std::llround(random.uniform(time, spread));
    case DelayLaw::Normal:
        return std::max<std::int64_t>(0,
                                      std::llround(time + spread * gaussianAt(random.next(), 0)));
    }
    return 0;
}

void delay(const Draft& draft, const LineFault& fault, Random& random) {
    draft.plan.pieces.front().pauseUs += delayOf(fault, random);
}

void resetConnection(const Draft& draft, const LineFault& fault, Random& random) {
    draft.plan.isConnectionReset = true;
    if (!fault.isAfter) {
        drop(draft, fault, random);
    }
}

struct Effect {
    LineFaultKind kind;
    void (*alter)(const Draft&, const LineFault&, Random&);
};

/// Behind the meter, in order.
constexpr std::array<Effect, 11> kEffects = {{
    {LineFaultKind::Drop, drop},
    {LineFaultKind::Stale, answerStale},
    {LineFaultKind::WrongUnit, changeUnit},
    {LineFaultKind::Transaction, changeTransaction},
    {LineFaultKind::Corrupt, corrupt},
    {LineFaultKind::Truncate, truncate},
    {LineFaultKind::Garbage, addGarbage},
    {LineFaultKind::Duplicate, duplicate},
    {LineFaultKind::Split, split},
    {LineFaultKind::Delay, delay},
    {LineFaultKind::Reset, resetConnection},
}};

void note(AnswerPlan& plan, LineFaultKind kind) {
    plan.faults |= 1U << static_cast<unsigned>(kind);
}

} // namespace

std::optional<LineRequest> rtuRequest(std::span<const std::byte> frame) {
    if (frame.size() < modbus::kAduRtuSizeMin || !isCrcRight(frame)) {
        return std::nullopt;
    }
    return LineRequest{.framing = LineFraming::Rtu,
                       .transaction = 0,
                       .unit = byteAt(frame, 0),
                       .pdu = frame.subspan(1, frame.size() - 1 - kCrcSize),
                       .isAnswered = byteAt(frame, 0) != modbus::kBroadcastAddress};
}

LineVerdict
judgeRequest(std::span<const LineFaultActor> actors, const LineRequest& request, AnswerPlan& plan) {
    LineVerdict verdict;
    for (const LineFaultActor& actor : actors) {
        if (!actor.player->judge(LineFaultKind::Mute, request, actor.isOwn, actor.now).empty()) {
            verdict.isMute = true;
            note(plan, LineFaultKind::Mute);
            return verdict;
        }
    }
    if (!request.isAnswered) {
        return verdict;
    }
    for (const LineFaultActor& actor : actors) {
        const std::vector<const LineFault*> faults =
            actor.player->judge(LineFaultKind::Exception, request, actor.isOwn, actor.now);
        if (!faults.empty() && !verdict.exception) {
            verdict.exception = faults.front()->code;
            note(plan, LineFaultKind::Exception);
        }
    }
    return verdict;
}

void shapeAnswer(std::span<const LineFaultActor> actors,
                 const LineRequest& request,
                 const Remembered& previous,
                 AnswerPlan& plan) {
    if (plan.plain.empty()) {
        return;
    }
    plan.pieces = {{.pauseUs = 0, .bytes = Bytes(plan.plain.begin(), plan.plain.end())}};
    const Draft draft = {.request = request, .previous = previous, .plan = plan};
    bool isAltered = false;
    for (const Effect& effect : kEffects) {
        if (effect.kind == LineFaultKind::Stale && previous.size == 0) {
            continue; // Nothing was answered before.
        }
        if (effect.kind == LineFaultKind::Transaction && !draft.isTcp()) {
            continue; // A serial line knows none.
        }
        for (const LineFaultActor& actor : actors) {
            for (const LineFault* const fault :
                 actor.player->judge(effect.kind, request, actor.isOwn, actor.now)) {
                effect.alter(draft, *fault, actor.player->random(effect.kind));
                note(plan, effect.kind);
                isAltered = true;
            }
            if (draft.bytes().empty()) {
                return; // Lost: nothing more can happen to it.
            }
        }
    }
    if (!isAltered) {
        plan.pieces.clear();
    }
}

std::span<const std::byte>
writeRtuException(std::span<std::byte> response, const LineRequest& request, std::uint8_t code) {
    response[0] = static_cast<std::byte>(request.unit);
    const std::span<const std::byte> pdu = modbus::writeException(
        response.subspan(1), byteAt(request.pdu, 0), static_cast<modbus::ExceptionCode>(code));
    const std::size_t size = 1 + pdu.size();
    writeLittleEndian16(response, size, crc16(response.first(size)));
    return response.first(size + kCrcSize);
}

} // namespace meter::sim
