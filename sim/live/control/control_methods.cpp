// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/control/control_methods.hpp"

#include "sim/keys/value_rule.hpp"
#include "sim/live/lesson/live_lesson.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim::live {
namespace {

using Parameter = ControlParameter;

constexpr std::array kGet = {
    Parameter{"keys", "list of texts",
              "dotted keys, or the beginning of some (\"source\"); none: all of them", false, true},
    Parameter{"with_faults", "switch", "what is really there, the faults that act included"},
};
constexpr std::array kSet = {
    Parameter{"key", "text", "one dotted key, with `value`; any number of them go as free keys"},
    Parameter{"value", "value", "what `key` gets, as a scenario writes it"},
    Parameter{"for", "time", "then back to what it was"},
    Parameter{"ramp", "time", "reach the value linearly"},
};
constexpr std::array kApply = {
    Parameter{"fault", "text", "a fault or preset; `metertwin-cli faults` lists them", true},
    Parameter{"for", "time", "how long; as long as it lasts by itself by default"},
};
constexpr std::array kClear = {
    Parameter{"fault", "text", "the name that it was applied under; none: all of them"},
};
constexpr std::array kPress = {
    Parameter{"keys", "list of texts", "plus, minus, left, right, one after another", true, true},
    Parameter{"hold", "time", "how long to hold each of them"},
};
constexpr std::array kRead = {
    Parameter{"registers", "list of texts",
              "names or numbers of the guide; none: everything that has a name", false, true},
};
constexpr std::array kWrite = {
    Parameter{"registers", "map", "values by names or numbers; they may go as free keys, too"},
};
constexpr std::array kPower = {
    Parameter{"state", "on or off", "control power", true},
    Parameter{"for", "time", "then back"},
};
constexpr std::array kSpeed = {
    Parameter{"factor", "number", "meter seconds per second; none: only report"},
};
constexpr std::array kStep = {
    Parameter{"for", "time", "meter time to pass at once, also while paused", true},
};
constexpr std::array kLine = {
    Parameter{"clear", "switch", "end all faults of the line first"},
    Parameter{"for", "time", "how long; until they are set differently by default"},
};
constexpr std::array kSnapshot = {
    Parameter{"name", "text", "its name; an older one of this name is replaced", true},
};
constexpr std::array kRestore = {
    Parameter{"name", "text", "of a snapshot, or of a `save` in the timeline", true},
};
constexpr std::array kRewind = {
    Parameter{"to", "time", "back to this moment of meter time"},
    Parameter{"by", "time", "how far back"},
};
constexpr std::array kRecord = {
    Parameter{"file", "text", "where to write the scenario, a YAML file", true},
    Parameter{"evidence", "text", "a folder for what a bundle needs besides: see `--bundle`"},
};
constexpr std::array kLesson = {
    Parameter{"lang", "text", "language of the texts: en, de, es"},
};
constexpr std::array kAnswer = {
    Parameter{"task", "text", "the id of the task", true},
    Parameter{"value", "value", "the answer: a text, a number with its unit, or a list", true},
};
constexpr std::array kHint = {
    Parameter{"task", "text", "the id of the task", true},
    Parameter{"lang", "text", "language of the text: en, de, es"},
};
constexpr std::array kGiveUp = {
    Parameter{"task", "text", "the id of the task", true},
};
constexpr std::array kMeasure = {
    Parameter{"tool", "text", "clamp, voltmeter or rotation", true},
    Parameter{"at", "text", "A; A-N; VA-VN for the meter's terminals; A-B-C"},
};
constexpr std::array kHelp = {
    Parameter{"method", "text", "only this one"},
};
constexpr std::array kCommon = {
    Parameter{"unit", "number", "the meter with this Modbus address; none: the first one"},
};

RpcOutcome showHelp(ControlCall& call);

constexpr std::array kMethods = {
    ControlMethod{"help", "lists the methods with their parameters", kHelp, "", false, "help set",
                  &showHelp},
    ControlMethod{
        "status", "time, power, speed, endpoints, faults", {}, "", true, "status", &showStatus},
    ControlMethod{"get", "values of the world by dotted keys", kGet, "", true,
                  "get source.voltage.B", &getParameters},
    ControlMethod{"set", "sets values of the world by dotted keys", kSet,
                  "a dotted key and its value, as in \"source.voltage.B\": \"70 %\"", true,
                  "set source.voltage.B='70 %' for='3 s'", &setParameters},
    ControlMethod{"apply", "begins a fault of the library", kApply, "a parameter of the fault",
                  true, "apply sag phase=B residual='70 %' for='12 cycles'", &applyFaultNow},
    ControlMethod{"clear", "ends faults", kClear, "", true, "clear sag", &clearFaultsNow},
    ControlMethod{"press", "presses keys of the meter, 250 ms apart", kPress, "", true,
                  "press right plus plus", &pressKeys},
    ControlMethod{"read", "reads registers as a master on the line would", kRead, "", true,
                  "read voltage_an 26", &readRegisters},
    ControlMethod{"write", "writes registers as a master on the line would", kWrite,
                  "a register and its value", true, "write demand_subintervals=2", &writeRegisters},
    ControlMethod{"display", "what the glass shows", {}, "", true, "display", &showDisplay},
    ControlMethod{"power", "switches the control power", kPower, "", true, "power off for='80 ms'",
                  &switchPower},
    ControlMethod{"pause", "stops the meter's time", {}, "", false, "pause", &pauseTime},
    ControlMethod{"resume", "lets the meter's time go on", {}, "", false, "resume", &resumeTime},
    ControlMethod{"speed", "sets how fast time goes", kSpeed, "", false, "speed 10",
                  &setSpeedOfTime},
    ControlMethod{"step", "lets time pass as fast as possible, then answers", kStep, "", false,
                  "step 10 s", &stepTime},
    ControlMethod{"cancel",
                  "ends the steps that are under way, no matter who asked for them",
                  {},
                  "",
                  false,
                  "cancel",
                  &cancelSteps},
    ControlMethod{"snapshot", "keeps the state of all meters under a name", kSnapshot, "", false,
                  "snapshot before", &saveBookmark},
    ControlMethod{"restore", "restores a kept state", kRestore, "", false, "restore before",
                  &restoreBookmark},
    ControlMethod{"rewind", "goes back to any moment, exactly as it was", kRewind, "", false,
                  "rewind by='5 s'", &rewindTime},
    ControlMethod{
        "bookmarks", "lists what can be restored", {}, "", false, "bookmarks", &listBookmarks},
    ControlMethod{"expectations",
                  "the scenario's expectations as they stand",
                  {},
                  "",
                  true,
                  "expectations",
                  &listExpectations},
    ControlMethod{"line", "faults of the communication line", kLine,
                  "a fault and its value, as in \"drop\": \"20 %\"", true,
                  "line drop='20 %' for='10 s'", &disturbLine},
    ControlMethod{"lesson", "the lesson as it stands: tasks, points", kLesson, "", false, "lesson",
                  &showLesson},
    ControlMethod{"answer", "answers a question of the lesson", kAnswer, "", false,
                  "answer which cts-a-b-swapped", &answerTask},
    ControlMethod{"hint", "the next hint of a task, which costs its points", kHint, "", false,
                  "hint ct-size", &takeHint},
    ControlMethod{"give_up", "gives a task up and shows how it is done", kGiveUp, "", false,
                  "give_up ct-size", &giveTaskUp},
    ControlMethod{"measure", "a hand tool: what is really there", kMeasure, "", true,
                  "measure clamp at=B", &measureByHand},
    ControlMethod{"finish", "hands the lesson in", {}, "", false, "finish", &handLessonIn},
    ControlMethod{"judge",
                  "what the meters find about the masters that read them",
                  {},
                  "",
                  false,
                  "judge",
                  &judgeMasters},
    ControlMethod{"record", "writes a scenario that repeats everything that was done", kRecord, "",
                  true, "record what-i-did.yaml", &recordScenario},
};

/// The entry of an object that `name` would have been.
const Parameter* findParameter(const ControlMethod& method, std::string_view name) {
    const auto* const own = std::ranges::find(method.parameters, name, &Parameter::name).base();
    if (own != method.parameters.data() + method.parameters.size()) {
        return own;
    }
    const auto* const common = std::ranges::find(kCommon, name, &Parameter::name);
    return method.isOfOneMeter && common != kCommon.end() ? common : nullptr;
}

std::string namesOf(const ControlMethod& method) {
    std::vector<std::string_view> names;
    for (const Parameter& parameter : method.parameters) {
        names.push_back(parameter.name);
    }
    if (method.isOfOneMeter) {
        names.push_back(kCommon.front().name);
    }
    return names.empty() ? "it takes none" : "it takes " + wordList(names);
}

/// Parameters by position get the names of the list.
std::expected<Json, RpcError> namedParameters(const ControlMethod& method, const Json& params) {
    if (params.is_object()) {
        return params;
    }
    if (params.size() > method.parameters.size()) {
        return std::unexpected(RpcError{.code = RpcCode::InvalidParams,
                                        .text = "`" + std::string(method.name) +
                                                "` has fewer parameters; " + namesOf(method)});
    }
    Json named = Json::object();
    for (std::size_t i = 0; i < params.size(); ++i) {
        named[std::string(method.parameters[i].name)] = params[i];
    }
    return named;
}

Result<Simulation*> meterOf(ControlledTwin& twin, const Json& params) {
    std::vector<Simulation>& meters = twin.meters();
    const auto unit = params.find("unit");
    if (unit == params.end() || unit->is_null()) {
        return meters.data();
    }
    const std::string wanted = plainText(*unit).value_or("");
    std::string known;
    for (Simulation& meter : meters) {
        const std::string address = std::to_string(meter.meter().readings().settings.modbusAddress);
        if (address == wanted) {
            return &meter;
        }
        known += (known.empty() ? "" : ", ") + address;
    }
    return std::unexpected(Error{"there is no meter with the address `" + wanted.substr(0, 20) +
                                     "`; there are " + known.substr(0, 200),
                                 {}});
}

std::optional<std::string> absentParameter(const ControlMethod& method, const Json& named) {
    for (const Parameter& parameter : method.parameters) {
        const auto given = named.find(std::string(parameter.name));
        if (parameter.isNeeded && (given == named.end() || given->is_null())) {
            return "`" + std::string(parameter.name) +
                   "` is missing: " + std::string(parameter.meaning) +
                   ". For example: " + std::string(method.example);
        }
    }
    return std::nullopt;
}

Json helpOf(const Parameter& parameter) {
    return {{"name", parameter.name},
            {"type", parameter.type},
            {"needed", parameter.isNeeded},
            {"meaning", parameter.meaning}};
}

Json helpOf(const ControlMethod& method) {
    Json parameters = Json::array();
    for (const Parameter& parameter : method.parameters) {
        parameters.push_back(helpOf(parameter));
    }
    if (!method.freeKeys.empty()) {
        parameters.push_back(
            {{"name", "*"}, {"type", "value"}, {"needed", false}, {"meaning", method.freeKeys}});
    }
    if (method.isOfOneMeter) {
        parameters.push_back(helpOf(kCommon.front()));
    }
    return {{"name", method.name},
            {"meaning", method.meaning},
            {"params", parameters},
            {"example", method.example}};
}

std::string unknownMethod(std::string_view name) {
    std::vector<std::string_view> names;
    for (const ControlMethod& method : kMethods) {
        names.push_back(method.name);
    }
    return "there is no method `" + std::string(name.substr(0, 40)) + "`; " +
           didYouMean(name, names);
}

std::vector<std::string> keysOf(const Json& free) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : free.items()) {
        keys.push_back(key);
    }
    return keys;
}

std::vector<std::string> textsOf(const Json& value) {
    std::vector<std::string> texts;
    for (const Json& item : value.is_array() ? value : Json::array({value})) {
        if (item.is_string()) {
            texts.push_back(item.get<std::string>());
        }
    }
    return texts;
}

RpcOutcome showHelp(ControlCall& call) {
    const std::optional<std::string> wanted = call.text("method");
    Json methods = Json::array();
    for (const ControlMethod& method : kMethods) {
        if (!wanted || *wanted == method.name) {
            methods.push_back(helpOf(method));
        }
    }
    if (methods.empty()) {
        return wrongParameter(unknownMethod(*wanted));
    }
    return Json{{"methods", methods}};
}

} // namespace

std::span<const ControlMethod> controlMethods() {
    return kMethods;
}

std::span<const ControlParameter> commonParameters() {
    return kCommon;
}

const ControlMethod* findControlMethod(std::string_view name) {
    const auto* const found = std::ranges::find(kMethods, name, &ControlMethod::name);
    return found == kMethods.end() ? nullptr : found;
}

void runControlMethod(ControlledTwin& twin,
                      const RpcRequest& request,
                      const ControlCall::Asker& asker) {
    if (request.mistake) {
        asker.done(std::unexpected(*request.mistake));
        return;
    }
    const ControlMethod* const method = findControlMethod(request.method);
    if (method == nullptr) {
        asker.done(std::unexpected(
            RpcError{.code = RpcCode::MethodNotFound, .text = unknownMethod(request.method)}));
        return;
    }
    const std::expected<Json, RpcError> params = namedParameters(*method, request.params);
    if (!params) {
        asker.done(std::unexpected(params.error()));
        return;
    }
    Json named = Json::object();
    Json free = Json::object();
    for (const auto& [name, value] : params->items()) {
        const bool isListed = findParameter(*method, name) != nullptr;
        if (!isListed && method->freeKeys.empty()) {
            asker.done(wrongParameter("`" + std::string(method->name) + "` has no parameter `" +
                                      name.substr(0, 40) + "`; " + namesOf(*method)));
            return;
        }
        (isListed ? named : free)[name] = value;
    }
    if (const auto absent = absentParameter(*method, named)) {
        asker.done(wrongParameter(*absent));
        return;
    }
    const Result<Simulation*> meter = meterOf(twin, named);
    if (!meter) {
        asker.done(wrongParameter(meter.error().text));
        return;
    }
    if (LessonSession* const lesson = twin.lesson()) {
        std::vector<std::string> keys = keysOf(free);
        for (const char* const list : {"key", "keys"}) {
            if (const auto found = named.find(list); found != named.end()) {
                const std::vector<std::string> more = textsOf(*found);
                keys.insert(keys.end(), more.begin(), more.end());
            }
        }
        if (const auto refusal = deskRefusal(lesson->lesson(), method->name, keys)) {
            asker.done(refused(*refusal));
            return;
        }
    }
    ControlCall call(twin, **meter, std::move(named), std::move(free));
    RpcOutcome outcome = method->run(call);
    if (ControlCall::Later later = call.takeLater()) {
        later(asker);
        return;
    }
    asker.done(std::move(outcome));
}

} // namespace meter::sim::live
