// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/line_fault_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace meter::sim {

namespace {

using Kind = ValueRule::Kind;
using Form = LineFaultForm;
using Value = std::optional<double>;
using FaultKind = LineFaultKind;

constexpr double kUsPerSecond = 1e6;
constexpr double kPauseMaxS = 3600.0;

constexpr ValueRule whole(double min, double max) {
    return {.kind = Kind::Number, .min = min, .max = max, .isWhole = true};
}

constexpr ValueRule time(double min, double max) {
    return {.kind = Kind::Number, .dimension = Dimension::Time, .min = min, .max = max};
}

constexpr ValueRule choice(std::span<const Choice> choices) {
    return {.kind = Kind::Choice, .choices = choices};
}

constexpr double code(auto enumerator) {
    return static_cast<double>(enumerator);
}

double secondsOfUs(std::int64_t timeUs) {
    return static_cast<double>(timeUs) / kUsPerSecond;
}

std::int64_t usOf(double seconds) {
    return std::llround(seconds * kUsPerSecond);
}

constexpr std::array<Choice, 2> kPlaces = {Choice{"before", 0.0}, Choice{"after", 1.0}};
constexpr std::array<Choice, 4> kTransactionLaws = {
    Choice{"+1", code(TransactionLaw::Next)}, Choice{"1", code(TransactionLaw::Next)},
    Choice{"fixed", code(TransactionLaw::Fixed)}, Choice{"random", code(TransactionLaw::Random)}};
constexpr std::array<Choice, 2> kTransactions = {Choice{"old", 0.0}, Choice{"new", 1.0}};

Value sizeOf(const LineFault& fault) {
    return fault.size ? Value(*fault.size) : std::nullopt;
}

void setSize(LineFault& fault, double value) {
    fault.size = static_cast<std::uint16_t>(value);
}

void setTime(LineFault& fault, double value) {
    fault.timeUs = usOf(value);
}

Value timeOf(const LineFault& fault) {
    return secondsOfUs(fault.timeUs);
}

void setPlace(LineFault& fault, double value) {
    fault.isAfter = value != 0.0;
}

Value placeOf(const LineFault& fault) {
    return fault.isAfter ? 1.0 : 0.0;
}

template <DelayLaw law>
Value firstOfLaw(const LineFault& fault) {
    return fault.law == law ? Value(secondsOfUs(fault.timeUs)) : std::nullopt;
}

template <DelayLaw law>
void setFirstOfLaw(LineFault& fault, double value) {
    fault.law = law;
    fault.timeUs = usOf(value);
}

template <DelayLaw law>
Value secondOfLaw(const LineFault& fault) {
    return fault.law == law ? Value(secondsOfUs(fault.spreadUs)) : std::nullopt;
}

template <DelayLaw law>
void setSecondOfLaw(LineFault& fault, double value) {
    fault.law = law;
    fault.spreadUs = usOf(value);
}

constexpr LineFaultParameter
sizeParameter(std::string_view name, ValueRule rule, std::string_view meaning) {
    return {.name = name, .rule = rule, .get = sizeOf, .set = setSize, .meaning = meaning};
}

constexpr LineFaultParameter
timeParameter(std::string_view name, double min, std::string_view meaning) {
    return {.name = name,
            .rule = time(min, kPauseMaxS),
            .get = timeOf,
            .set = setTime,
            .meaning = meaning};
}

constexpr LineFaultParameter placeParameter(std::string_view meaning) {
    return {.name = "where",
            .rule = choice(kPlaces),
            .get = placeOf,
            .set = setPlace,
            .meaning = meaning};
}

constexpr LineFaultParameter kBytes = {.name = "bytes",
                                       .form = Form::Bytes,
                                       .meaning = "these, in hexadecimal, instead of random ones"};

constexpr std::array<LineFaultParameter, 6> kFilters = {{
    {.name = "probability",
     .rule = {.kind = Kind::Level, .min = 0.0, .max = 1.0},
     .get = [](const LineFault& f) -> Value { return f.probability; },
     .set = [](LineFault& f, double v) { f.probability = v; },
     .meaning = "share of the requests that pass the filters; 100 % by default"},
    {.name = "count",
     .rule = whole(1, 4e9),
     .get = [](const LineFault& f) -> Value { return f.count ? Value(*f.count) : std::nullopt; },
     .set = [](LineFault& f, double v) { f.count = static_cast<std::uint32_t>(v); },
     .meaning = "acts this many times, then no more"},
    {.name = "skip",
     .rule = whole(0, 4e9),
     .get = [](const LineFault& f) -> Value { return f.skip; },
     .set = [](LineFault& f, double v) { f.skip = static_cast<std::uint32_t>(v); },
     .meaning = "lets this many requests pass first"},
    {.name = "functions",
     .form = Form::Functions,
     .rule = whole(1, 127),
     .meaning = "function codes of requests, such as [3, 16]"},
    {.name = "registers",
     .form = Form::Registers,
     .meaning = "requests that touch one of them: names, numbers, ranges such as 1-24"},
    {.name = "units",
     .form = Form::Units,
     .rule = whole(1, 247),
     .meaning = "unit addresses on the line, or all; the scenario's own meter by default"},
}};

constexpr std::array<LineFaultParameter, 1> kException = {{
    {.name = "code",
     .rule = whole(1, 255),
     .get = [](const LineFault& f) -> Value { return f.code; },
     .set = [](LineFault& f, double v) { f.code = static_cast<std::uint8_t>(v); },
     .meaning = "exception code"},
}};
constexpr std::array<LineFaultParameter, 1> kStale = {{
    {.name = "transaction",
     .rule = choice(kTransactions),
     .get = [](const LineFault& f) -> Value { return f.isTransactionNew ? 1.0 : 0.0; },
     .set = [](LineFault& f, double v) { f.isTransactionNew = v != 0.0; },
     .meaning = "old: as it was sent (a master can tell); new: of this request. Modbus TCP only"},
}};
constexpr std::array<LineFaultParameter, 1> kWrongUnit = {{
    {.name = "unit",
     .rule = whole(0, 255),
     .get = [](const LineFault& f) -> Value {
         return f.wrongUnit ? Value(*f.wrongUnit) : std::nullopt;
     },
     .set = [](LineFault& f, double v) { f.wrongUnit = static_cast<std::uint8_t>(v); },
     .meaning = "address in the answer; the next one by default"},
}};
constexpr std::array<LineFaultParameter, 1> kTransaction = {{
    {.name = "law",
     .rule = choice(kTransactionLaws),
     .get = [](const LineFault& f) -> Value { return code(f.transaction); },
     .set = [](LineFault& f,
               double v) { f.transaction = static_cast<TransactionLaw>(static_cast<int>(v)); },
     .meaning = "+1: one more than asked; fixed: always the same; random. Modbus TCP only"},
}};
constexpr std::array<LineFaultParameter, 1> kCorrupt = {
    {sizeParameter("bits", whole(1, 2048), "flipped bits; 1 by default")}};
constexpr std::array<LineFaultParameter, 1> kTruncate = {
    {sizeParameter("keep", whole(1, 259), "bytes that are sent; random by default")}};
constexpr std::array<LineFaultParameter, 3> kGarbage = {
    {placeParameter("before or after the answer"),
     sizeParameter("size", whole(1, 256), "random bytes; 1 to 8, random by default"), kBytes}};
constexpr std::array<LineFaultParameter, 1> kDuplicate = {
    {timeParameter("pause", 0.0, "between the two")}};
constexpr std::array<LineFaultParameter, 2> kSplit = {
    {timeParameter("pause", 0.0, "between the two parts"),
     sizeParameter("after", whole(1, 259), "bytes before the pause; random by default")}};
constexpr std::array<LineFaultParameter, 5> kDelay = {{
    {.name = "time",
     .rule = time(0.0, kPauseMaxS),
     .get = firstOfLaw<DelayLaw::Fixed>,
     .set = setFirstOfLaw<DelayLaw::Fixed>,
     .meaning = "fixed delay"},
    {.name = "from",
     .rule = time(0.0, kPauseMaxS),
     .get = firstOfLaw<DelayLaw::Uniform>,
     .set = setFirstOfLaw<DelayLaw::Uniform>,
     .meaning = "uniform distribution from this time …"},
    {.name = "to",
     .rule = time(0.0, kPauseMaxS),
     .get = secondOfLaw<DelayLaw::Uniform>,
     .set = setSecondOfLaw<DelayLaw::Uniform>,
     .meaning = "… to this time"},
    {.name = "mean",
     .rule = time(0.0, kPauseMaxS),
     .get = firstOfLaw<DelayLaw::Normal>,
     .set = setFirstOfLaw<DelayLaw::Normal>,
     .meaning = "a normal distribution, cut off at 0"},
    {.name = "deviation",
     .rule = time(0.0, kPauseMaxS),
     .get = secondOfLaw<DelayLaw::Normal>,
     .set = setSecondOfLaw<DelayLaw::Normal>,
     .meaning = "standard deviation"},
}};
constexpr std::array<LineFaultParameter, 1> kReset = {
    {placeParameter("before: instead of the answer; after it")}};
constexpr std::array<LineFaultParameter, 3> kNoise = {
    {timeParameter("every", 1e-3, "one burst in each such period, somewhere in it"),
     sizeParameter("size", whole(1, 256), "random bytes; 1 to 8, random by default"), kBytes}};

std::optional<std::string> delayObjection(const LineFault& fault) {
    if (fault.law == DelayLaw::Uniform && fault.spreadUs < fault.timeUs) {
        return "`to` is less than `from`; write the shorter time first, such as "
               "`{from: 20 ms, to: 80 ms}`";
    }
    return std::nullopt;
}

std::optional<std::string> garbageObjection(const LineFault& fault) {
    if (fault.size && !fault.bytes.empty()) {
        return "`size` and `bytes` cannot be combined; remove one";
    }
    return std::nullopt;
}

std::optional<std::string> noiseObjection(const LineFault& fault) {
    if (!fault.functions.empty() || !fault.registers.empty() || !fault.units.empty() ||
        fault.isForAllUnits) {
        return "noise occurs while the line is idle; it takes no `functions`, `registers` or "
               "`units`";
    }
    return garbageObjection(fault);
}

constexpr std::string_view kProbability = "probability";

LineFault defaultFault(FaultKind kind, std::int64_t timeUs) {
    LineFault fault;
    fault.kind = kind;
    fault.timeUs = timeUs;
    return fault;
}

const std::array<LineFaultKey, kLineFaultKindCount>& keys() {
    static const std::array<LineFaultKey, kLineFaultKindCount> table = {{
        {"mute",
         FaultKind::Mute,
         kProbability,
         "the meter is off the line: it receives nothing, writes have no effect",
         {},
         defaultFault(FaultKind::Mute, 0)},
        {"exception", FaultKind::Exception, "code",
         "the meter answers with an exception; the request has no effect", kException,
         defaultFault(FaultKind::Exception, 0)},
        {"drop",
         FaultKind::Drop,
         kProbability,
         "the request takes effect, its answer is lost",
         {},
         defaultFault(FaultKind::Drop, 0)},
        {"stale", FaultKind::Stale, kProbability, "the answer to the previous request", kStale,
         defaultFault(FaultKind::Stale, 0)},
        {"wrong_unit", FaultKind::WrongUnit, kProbability,
         "the answer carries another unit's address", kWrongUnit,
         defaultFault(FaultKind::WrongUnit, 0)},
        {"transaction", FaultKind::Transaction, "law", "the answer carries another transaction",
         kTransaction, defaultFault(FaultKind::Transaction, 0)},
        {"corrupt", FaultKind::Corrupt, kProbability,
         "flipped bits: a bad CRC; over TCP, which has none, wrong data", kCorrupt,
         defaultFault(FaultKind::Corrupt, 0)},
        {"truncate", FaultKind::Truncate, kProbability, "the end of the answer is missing",
         kTruncate, defaultFault(FaultKind::Truncate, 0)},
        {"garbage", FaultKind::Garbage, kProbability, "bytes before or after the answer", kGarbage,
         defaultFault(FaultKind::Garbage, 0), garbageObjection},
        {"duplicate", FaultKind::Duplicate, kProbability, "the answer comes twice", kDuplicate,
         defaultFault(FaultKind::Duplicate, 0)},
        {"split", FaultKind::Split, "pause", "the answer comes in two parts", kSplit,
         defaultFault(FaultKind::Split, 100'000)},
        {"delay", FaultKind::Delay, "time", "the answer comes later", kDelay,
         defaultFault(FaultKind::Delay, 0), delayObjection},
        {"reset", FaultKind::Reset, kProbability,
         "the connection breaks; on a serial line the answer is lost", kReset,
         defaultFault(FaultKind::Reset, 0)},
        {"noise", FaultKind::Noise, "every", "bytes on the idle line", kNoise,
         defaultFault(FaultKind::Noise, 1'000'000), noiseObjection},
        {"echo",
         FaultKind::Echo,
         kProbability,
         "the adapter hears itself: the request comes back before the answer; serial lines only",
         {},
         defaultFault(FaultKind::Echo, 0)},
    }};
    return table;
}

std::string namesOf(std::span<const LineFaultParameter> parameters) {
    std::string text;
    for (const LineFaultParameter& parameter : parameters) {
        text += (text.empty() ? "" : ", ") + std::string(parameter.name);
    }
    return text;
}

} // namespace

std::span<const LineFaultKey> lineFaultKeys() {
    return keys();
}

const LineFaultKey& lineFaultKey(LineFaultKind kind) {
    return keys()[static_cast<std::size_t>(kind)];
}

const LineFaultKey* findLineFaultKey(std::string_view name) {
    const auto found = std::ranges::find(keys(), name, &LineFaultKey::name);
    return found == keys().end() ? nullptr : &*found;
}

std::span<const LineFaultParameter> lineFaultFilters() {
    return kFilters;
}

std::string lineFaultsText() {
    std::string text;
    for (const LineFaultKey& key : lineFaultKeys()) {
        text += std::string(key.name) + ": " + std::string(key.meaning);
        const std::string names = namesOf(key.parameters);
        text += names.empty() ? "\n" : " (" + names + ")\n";
    }
    return text + "each with " + namesOf(lineFaultFilters()) + "\n";
}

} // namespace meter::sim
