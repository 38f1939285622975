// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/rule_table.hpp"

#include <algorithm>

namespace meter::sim {
namespace {

using enum JudgeSeverity;

constexpr std::array<JudgeRuleText, kJudgeRuleCount> kTexts = {{
    {"J01", Error, "the halves of a 32-bit value are read in different requests",
     "between the two the meter renews its values: a carry makes the value wrong by 65536 counts, "
     "a float is nonsense",
     "read both registers of a 32-bit value in one request; one answer is never torn",
     "reads 32-bit values whole"},
    {"J02", Error, "reads straddle 32-bit values: the addresses are wrong",
     "every value is made of the halves of two others, or every read is refused",
     "the protocol address is the guide's number less 1: register 257 is address 256; numbers "
     "such as 40257 are another way to write it, not an address",
     "asks at the right addresses"},
    {"J03", Error, "integers are read without the scale registers 138 to 141",
     "a change of CT, PT or system voltage moves the decimal point, and the readings are wrong by "
     "powers of ten",
     "read 138 to 141 with the integers, in the same poll, or read the floats from 257 on",
     "reads the scales with the integers"},
    {"J04", Error, "the same refused request comes again and again",
     "time on the line for an answer that will always be no",
     "take an exception for an answer: correct the request, or leave it out",
     "takes a refusal for an answer"},
    {"J05", Error, "a command to register 129 comes too often",
     "21211 and 21212 within 10 s have no effect, the demand intervals are not what the master "
     "thinks; 30078 clears the energies each time",
     "send 21211 and 21212 no more often than every 10 s, and 30078 once, on a person's word",
     "leaves the commands their time"},
    {"J06", Error, "configuration is written again with the value that stands",
     "each write wears the non-volatile memory, and another master's setting is lost",
     "read the setting first, and write only what differs", "writes only what changes"},
    {"J07", Error, "it asks again before the answer could have arrived",
     "request and answer collide on the line, and late answers are taken for later ones",
     "let the time-out be longer than the longest answer at this baud rate: characters x bits / "
     "baud, and some 100 ms for the meter",
     "waits as long as an answer may take"},
    {"J08", Error, "the silences of the serial line are not kept",
     "meters take what belongs together apart, and what does not for one frame: requests are lost",
     "leave 3.5 characters of silence before a request, and send its bytes without a pause of "
     "more than 1.5 characters",
     "keeps the silences of the line"},
    {"J09", Error, "the answer to a broadcast is awaited",
     "nobody answers a broadcast: each costs a whole time-out",
     "go on after a pause of about 100 ms; read the setting back from each unit",
     "does not wait for answers to broadcasts"},
    {"J10", Error, "what comes in is no Modbus request of this endpoint",
     "nothing of it is understood",
     "compare baud rate, parity and wiring; use the protocol that the endpoint speaks",
     "every byte is a request"},
    {"J11", Warning, "it polls faster than the meter renews its values",
     "the same values travel again; a slow line has no room for others",
     "poll no more often than once a second: the meter renews its values each second",
     "polls no faster than the values change"},
    {"J12", Warning, "one value a request where one request would do",
     "each request costs its own frame, silence and answer",
     "read neighbours in one request: up to 125 registers", "reads neighbours in one request"},
    {"J13", Warning, "no pause after failures, or too many connections",
     "a device server with four places is busy with one master, and a meter that starts is "
     "flooded",
     "keep one connection open, and wait longer after each failure, up to some ten seconds",
     "keeps its connection"},
    {"J14", Advice, "the alert register 146 is never read",
     "a lost phase or a CT that is the wrong way round shows in no value until somebody looks",
     "read register 146 with each poll, and show what it says", "reads the alerts"},
    {"J15", Warning, "reserved or undefined registers are read",
     "undefined ones are refused with the whole request (exception 02), reserved ones mean "
     "nothing",
     "leave them out; the point map tells which there are (docs/registers.md)",
     "asks for registers that exist"},
    {"J16", Warning, "transaction identifiers are not used as they should be",
     "a late answer is taken for a later one",
     "count the transaction up with each request, and keep at most 16 requests in flight",
     "numbers its transactions"},
    {"J17", Advice, "energies are read in a form that loses digits or rolls over",
     "near 2^32 counts an integer begins at 0 again; above 2^24 counts a float loses the last "
     "digits",
     "read the float below 2^24 counts and the integer above, and expect the roll-over",
     "reads energies without loss"},
    {"J18", Advice, "another write function would be usual",
     "nothing here; some meters of the field know only one of the two",
     "write one register by function 6, several neighbours by one function 16",
     "writes by the usual function"},
    {"J19", Warning, "answers are fetched too slowly, or not to their end",
     "answers pile up, and what was asked is no longer what is read",
     "read the whole answer before the next request, and close the connection between two",
     "fetches its answers"},
    {"J20", Advice, "the meter was never identified",
     "a meter that was exchanged, or another firmware, is not noticed",
     "ask once at the start: function 17 or 43/14, or register 7001", "identifies the meter"},
    {"J21", Warning, "the values of one poll come from more than one update",
     "power, voltage and current of a poll do not belong to the same second",
     "read what belongs together in one request: it is answered from one update",
     "reads what belongs together at once"},
    {"J22", Advice, "unit 0 or 255 is used where the unit's own address works",
     "behind a gateway, unit 0 is a broadcast, and nobody answers it",
     "use the meter's own address over TCP, too", "uses the unit's own address"},
}};

} // namespace

const JudgeRuleText& judgeRuleText(JudgeRule rule) {
    return kTexts[static_cast<std::size_t>(rule)];
}

std::span<const JudgeRuleText> judgeRuleTexts() {
    return kTexts;
}

std::string_view severityText(JudgeSeverity severity) {
    constexpr std::array<std::string_view, 3> kWords = {"error", "warning", "advice"};
    return kWords[static_cast<std::size_t>(severity)];
}

bool JudgeReport::has(JudgeSeverity severity) const {
    return std::ranges::find(findings, severity, &JudgeFinding::severity) != findings.end();
}

const JudgeFinding* JudgeReport::finding(std::string_view rule) const {
    const auto found = std::ranges::find(findings, rule, &JudgeFinding::rule);
    return found == findings.end() ? nullptr : &*found;
}

} // namespace meter::sim
