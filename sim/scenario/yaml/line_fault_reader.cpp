// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/line_fault_reader.hpp"

#include "sim/base/quantity.hpp"
#include "sim/faults/line_fault_table.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/traffic/byte_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;
using Form = LineFaultForm;

constexpr std::string_view kProbability = "probability";
constexpr std::size_t kListMax = 256;
constexpr std::size_t kBytesMax = 256;

std::string shown(std::string_view text) {
    return "`" + std::string(text.substr(0, 60)) + "`";
}

/// What a parameter accepts, for messages.
std::string describe(const LineFaultParameter& parameter) {
    switch (parameter.form) {
    case Form::One:
        return describe(parameter.rule);
    case Form::Functions:
        return "function codes from 1 to 127, such as `[3, 16]`";
    case Form::Registers:
        return "registers, such as `[real_power_total, 1-24]`";
    case Form::Units:
        return "unit addresses from 1 to 247, such as `[5]`, or `all`";
    case Form::Bytes:
        return "bytes in hexadecimal, such as `\"00 FF\"`";
    }
    return {};
}

/// A name stands for all that it has: integer and float, each with all its registers.
Result<std::vector<RegisterSpan>> spansOf(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash != std::string_view::npos && parseNumber(text.substr(0, dash))) {
        const Result<RegisterChoice> first = registerByNameOrNumber(text.substr(0, dash));
        const Result<RegisterChoice> last = registerByNameOrNumber(text.substr(dash + 1));
        if (!first || !last || last->number < first->number) {
            return std::unexpected(
                Error{shown(text) + " is not a range of registers; write one such as `1-24`"});
        }
        return std::vector{RegisterSpan{.first = first->number, .last = last->number}};
    }
    const Result<RegisterChoice> choice = registerByNameOrNumber(text);
    if (!choice) {
        return std::unexpected(choice.error());
    }
    if (!choice->isByName) {
        return std::vector{RegisterSpan{.first = choice->number, .last = choice->number}};
    }
    std::vector<RegisterSpan> spans;
    for (const NamedRegister& named : registersNamed(trimmed(text))) {
        spans.push_back(
            {.first = named.row->number,
             .last = static_cast<std::uint16_t>(named.row->number + named.row->words - 1)});
    }
    return spans;
}

class LineFaultReader final {
public:
    LineFaultReader(YamlInput& input, double nominalFrequencyHz)
        : m_input(input), m_nominalFrequencyHz(nominalFrequencyHz) {}

    void readKind(const Entry& entry, LineAction& into);

private:
    void readFault(const LineFaultKey& key, const YAML::Node& node, LineFaultGroup& into);
    bool readMap(const LineFaultKey& key, const YAML::Node& node, LineFault& into);
    void checkDelay(const YAML::Node& node, const std::vector<Entry>& entries);
    void
    readParameter(const LineFaultParameter& parameter, const YAML::Node& node, LineFault& into);
    void readItem(const LineFaultParameter& parameter, const YAML::Node& node, LineFault& into);
    std::optional<double> valueOf(const LineFaultParameter& parameter, const YAML::Node& node);

    YamlInput& m_input;
    double m_nominalFrequencyHz;
};

const LineFaultParameter* findParameter(const LineFaultKey& key, std::string_view name) {
    for (const auto parameters : {key.parameters, lineFaultFilters()}) {
        const auto found = std::ranges::find(parameters, name, &LineFaultParameter::name);
        if (found != parameters.end()) {
            return &*found;
        }
    }
    return nullptr;
}

std::vector<std::string_view> parameterNames(const LineFaultKey& key) {
    std::vector<std::string_view> names;
    for (const auto parameters : {key.parameters, lineFaultFilters()}) {
        for (const LineFaultParameter& parameter : parameters) {
            names.push_back(parameter.name);
        }
    }
    return names;
}

void LineFaultReader::readKind(const Entry& entry, LineAction& into) {
    const LineFaultKey* const key = findLineFaultKey(entry.key);
    if (key == nullptr) {
        std::vector<std::string_view> names;
        for (const LineFaultKey& known : lineFaultKeys()) {
            names.push_back(known.name);
        }
        if (entry.key == "pace") {
            m_input.fail(entry.keyNode, "`pace` is not a fault; write `set: {line.pace: false}`");
            return;
        }
        m_input.unknownKey(entry, "`line`", names);
        return;
    }
    LineFaultGroup group = {.kind = key->kind, .faults = {}};
    if (!entry.value.IsSequence()) {
        readFault(*key, entry.value, group);
    } else if (entry.value.size() > kListMax) {
        m_input.fail(entry.value, "more than 256 faults of a kind");
    } else {
        for (const YAML::Node& item : entry.value) {
            readFault(*key, item, group);
        }
    }
    into.groups.push_back(std::move(group));
}

void LineFaultReader::readFault(const LineFaultKey& key,
                                const YAML::Node& node,
                                LineFaultGroup& into) {
    const std::size_t errorsBefore = m_input.errorCount();
    LineFault fault = key.defaults;
    if (node.IsMap()) {
        if (!readMap(key, node, fault)) {
            return;
        }
    } else if (node.IsScalar() && (node.Scalar() == "true" || node.Scalar() == "false")) {
        if (node.Scalar() == "false") {
            return; // Off.
        }
        if (key.mainParameter != kProbability) {
            m_input.fail(node, "`" + std::string(key.name) + "` takes " +
                                   describe(*findParameter(key, key.mainParameter)) +
                                   ", or a map of its parameters");
        }
    } else {
        readParameter(*findParameter(key, key.mainParameter), node, fault);
    }
    if (m_input.errorCount() != errorsBefore) {
        return;
    }
    if (key.objection != nullptr) {
        if (const std::optional<std::string> text = key.objection(fault)) {
            m_input.fail(node, *text);
            return;
        }
    }
    const bool isNothing =
        key.kind == LineFaultKind::Delay && fault.law == DelayLaw::Fixed && fault.timeUs == 0;
    if (fault.probability > 0.0 && !isNothing) {
        into.faults.push_back(std::move(fault));
    }
}

/// False if a mistake was found.
bool LineFaultReader::readMap(const LineFaultKey& key, const YAML::Node& node, LineFault& into) {
    const std::size_t errorsBefore = m_input.errorCount();
    const std::string where = "`" + std::string(key.name) + "`";
    const std::vector<Entry> entries = m_input.entriesOf(node, where);
    for (const Entry& entry : entries) {
        if (const LineFaultParameter* const parameter = findParameter(key, entry.key)) {
            readParameter(*parameter, entry.value, into);
            continue;
        }
        m_input.unknownKey(entry, where, parameterNames(key));
    }
    if (key.kind == LineFaultKind::Delay && m_input.errorCount() == errorsBefore) {
        checkDelay(node, entries);
    }
    return m_input.errorCount() == errorsBefore;
}

/// One law, and all of it.
void LineFaultReader::checkDelay(const YAML::Node& node, const std::vector<Entry>& entries) {
    const auto has = [&entries](std::string_view name) {
        return std::ranges::find(entries, name, &Entry::key) != entries.end();
    };
    const bool isUniform = has("from") || has("to");
    const bool isNormal = has("mean") || has("deviation");
    const int laws = (has("time") ? 1 : 0) + (isUniform ? 1 : 0) + (isNormal ? 1 : 0);
    if (laws != 1 || (isUniform && !(has("from") && has("to"))) ||
        (isNormal && !(has("mean") && has("deviation")))) {
        m_input.fail(node, "a delay is `{time: 50 ms}`, `{from: 20 ms, to: 80 ms}` or `{mean: 50 "
                           "ms, deviation: 10 ms}`");
    }
}

void LineFaultReader::readParameter(const LineFaultParameter& parameter,
                                    const YAML::Node& node,
                                    LineFault& into) {
    if (parameter.form == Form::One || parameter.form == Form::Bytes || !node.IsSequence()) {
        readItem(parameter, node, into);
        return;
    }
    if (node.size() == 0 || node.size() > kListMax) {
        m_input.fail(node, "it takes 1 to 256 of them: " + describe(parameter));
        return;
    }
    for (const YAML::Node& item : node) {
        readItem(parameter, item, into);
    }
}

std::optional<double> LineFaultReader::valueOf(const LineFaultParameter& parameter,
                                               const YAML::Node& node) {
    const auto text = m_input.scalarOf(node, describe(parameter));
    if (!text) {
        return std::nullopt;
    }
    const Result<double> value =
        parseValue(parameter.rule, *text, {.nominalFrequencyHz = m_nominalFrequencyHz});
    if (!value) {
        m_input.fail(node, value.error().text);
        return std::nullopt;
    }
    return *value;
}

void LineFaultReader::readItem(const LineFaultParameter& parameter,
                               const YAML::Node& node,
                               LineFault& into) {
    if (parameter.form == Form::Registers || parameter.form == Form::Bytes) {
        const auto text = m_input.scalarOf(node, describe(parameter));
        if (!text) {
            return;
        }
        if (parameter.form == Form::Registers) {
            const Result<std::vector<RegisterSpan>> spans = spansOf(trimmed(*text));
            if (!spans) {
                m_input.fail(node, spans.error().text);
                return;
            }
            into.registers.insert(into.registers.end(), spans->begin(), spans->end());
            return;
        }
        const auto bytes = bytesOfHex(*text);
        if (!bytes || bytes->size() > kBytesMax) {
            m_input.fail(node, "write 1 to 256 " + describe(parameter) + ", not " + shown(*text));
            return;
        }
        into.bytes = *bytes;
        return;
    }
    if (parameter.form == Form::Units && node.IsScalar() && node.Scalar() == "all") {
        into.isForAllUnits = true;
        return;
    }
    const std::optional<double> value = valueOf(parameter, node);
    if (!value) {
        return;
    }
    if (parameter.form == Form::One) {
        parameter.set(into, *value);
        return;
    }
    std::vector<std::uint8_t>& list = parameter.form == Form::Units ? into.units : into.functions;
    list.push_back(static_cast<std::uint8_t>(*value));
}

} // namespace

std::optional<LineAction>
readLineFaults(YamlInput& input, const YAML::Node& node, double nominalFrequencyHz) {
    LineAction action;
    const std::size_t errorsBefore = input.errorCount();
    LineFaultReader reader(input, nominalFrequencyHz);
    for (const Entry& entry : input.entriesOf(node, "`line`")) {
        reader.readKind(entry, action);
    }
    if (input.errorCount() != errorsBefore) {
        return std::nullopt;
    }
    if (action.groups.empty()) {
        input.fail(node, "`line` takes faults of the line, such as `{drop: 20 %, delay: 50 ms}`");
        return std::nullopt;
    }
    return action;
}

std::expected<LineAction, Errors> parseLineFaults(const std::string& text,
                                                  double nominalFrequencyHz) {
    Errors errors;
    YamlInput input("", errors);
    const bool isBraced = trimmed(text).starts_with('{');
    std::optional<LineAction> action;
    if (const std::optional<YAML::Node> node = input.parse(isBraced ? text : "{" + text + "}")) {
        action = readLineFaults(input, *node, nominalFrequencyHz);
    }
    if (!action) {
        return std::unexpected(std::move(errors));
    }
    return *action;
}

} // namespace meter::sim
