// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can go wrong between a meter and its master, as values: which fault, how often, with
// which requests. Times are microseconds of the line. Register numbers are the guide's.

#include "sim/base/sim_time.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace meter::sim {

/// In the order in which they act on an answer.
enum class LineFaultKind : std::uint8_t {
    Mute,        ///< The meter is off the line: it hears nothing, so that writes do not act.
    Exception,   ///< It refuses; what was asked is not done.
    Drop,        ///< It did what was asked, and its answer is lost.
    Stale,       ///< Its answer to the request before.
    WrongUnit,   ///< Another unit's address, otherwise sound.
    Transaction, ///< Another transaction id over Modbus TCP.
    Corrupt,     ///< Flipped bits: a bad CRC; over TCP, which has none, flipped bits in the PDU.
    Truncate,
    Garbage,   ///< Bytes before or behind it.
    Duplicate, ///< Twice.
    Split,     ///< In two parts with a pause.
    Delay,
    Reset, ///< A stream connection ends; a serial line knows none.
    Noise, ///< Bytes while nobody talks; no answer is concerned.
    Echo,  ///< The master's adapter hears its own request.
};

inline constexpr std::size_t kLineFaultKindCount = 15;

struct RegisterSpan {
    std::uint16_t first = 0;
    std::uint16_t last = 0;

    friend bool operator==(const RegisterSpan&, const RegisterSpan&) = default;
};

enum class DelayLaw : std::uint8_t { Fixed, Uniform, Normal };
/// The request's transaction and one more, always the same one, or any other.
enum class TransactionLaw : std::uint8_t { Next, Fixed, Random };

/// One fault with its filters. What a kind does not use stays as it is here.
struct LineFault {
    LineFaultKind kind = LineFaultKind::Drop;
    double probability = 1.0; ///< 0 to 1, of what passes the filters.
    std::uint32_t skip = 0;   ///< So many that pass the filters come first and are spared.
    std::optional<std::uint32_t> count;  ///< Then it is done; none: without end.
    std::vector<std::uint8_t> functions; ///< Codes of requests; empty: every one.
    /// Requests that touch one of them; empty: every one, also those without registers.
    std::vector<RegisterSpan> registers;
    /// Unit addresses as asked; empty: the meter whose fault this is.
    std::vector<std::uint8_t> units;
    bool isForAllUnits = false; ///< Every meter of the line.

    DelayLaw law = DelayLaw::Fixed;
    /// Delay, its lower bound or its mean; pause of a split or before a duplicate; period of
    /// noise.
    std::int64_t timeUs = 0;
    std::int64_t spreadUs = 0;             ///< Upper bound or standard deviation of a delay.
    std::uint8_t code = 4;                 ///< Of an exception.
    std::optional<std::uint8_t> wrongUnit; ///< None: the next address.
    /// Flipped bits; bytes kept of a truncated answer or sent before the pause of a split; bytes
    /// of garbage or noise. None: by chance (one bit).
    std::optional<std::uint16_t> size;
    std::vector<std::byte> bytes;  ///< Of garbage or noise, instead of random ones.
    bool isAfter = false;          ///< Garbage or reset: behind the answer, not before it.
    bool isTransactionNew = false; ///< Stale: dressed as the answer to this request (TCP).
    TransactionLaw transaction = TransactionLaw::Next;

    friend bool operator==(const LineFault&, const LineFault&) = default;
};

/// What a timeline's `line` says, or a person by hand: for each kind that is named, the faults
/// that take the place of those of the same kind. A kind without faults is off.
struct LineFaultGroup {
    LineFaultKind kind = LineFaultKind::Drop;
    std::vector<LineFault> faults;

    friend bool operator==(const LineFaultGroup&, const LineFaultGroup&) = default;
};

struct LineAction {
    std::vector<LineFaultGroup> groups; ///< Each kind once at most.

    friend bool operator==(const LineAction&, const LineAction&) = default;
};

/// Faults of one kind that were begun together. The latest layer of a kind that lasts counts.
struct LineFaultLayer {
    LineFaultKind kind = LineFaultKind::Drop;
    SampleTime begin = 0;
    std::optional<SampleTime> end; ///< None: until something takes its place.

    struct Rule {
        LineFault fault;
        std::uint32_t passed = 0; ///< How many passed the filters.
        std::uint32_t hits = 0;   ///< How many it acted on.
    };

    std::vector<Rule> rules;
};

} // namespace meter::sim
