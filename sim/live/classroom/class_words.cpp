// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/classroom/class_words.hpp"

#include "sim/base/sha256.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <sys/random.h>
#include <utility>

namespace meter::sim::live {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kNonceBytes = 16;
constexpr std::size_t kShortMax = 200; ///< Bytes of a text that a board shows.

std::string textAt(const Json& json, const char* key, std::size_t longest = kShortMax) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string()
               ? found->get_ref<const std::string&>().substr(0, longest)
               : std::string();
}

int numberAt(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer()) {
        return 0;
    }
    const auto value = found->get<std::int64_t>();
    return value < 0 || value > 1'000'000'000 ? 0 : static_cast<int>(value);
}

struct Writer {
    Json operator()(const ClassHello& word) const {
        return {{"word", "hello"}, {"version", kClassVersion}, {"nonce", word.nonce}};
    }

    Json operator()(const ClassWelcome& word) const {
        return {{"word", "welcome"}, {"name", word.name}, {"proof", word.proof}};
    }

    Json operator()(const ClassRefusal& word) const {
        return {{"word", "refused"}, {"why", word.why}};
    }

    Json operator()(const ClassLesson& word) const {
        return {{"word", "lesson"}, {"name", word.name}, {"text", word.text}};
    }

    Json operator()(const ClassMessage& word) const {
        return {{"word", "message"}, {"text", word.text}};
    }

    Json operator()(const ClassFault& word) const {
        return {{"word", "fault"}, {"name", word.name}};
    }

    Json operator()(const ClassReceived& word) const {
        return {{"word", "received"}, {"digest", word.digest}};
    }

    Json operator()(const ClassJoin& word) const {
        return {
            {"word", "join"}, {"name", word.name}, {"nonce", word.nonce}, {"proof", word.proof}};
    }

    Json operator()(const ClassResult& word) const {
        return {{"word", "result"}, {"lesson", word.lesson}, {"text", word.text}};
    }

    Json operator()(const SeatReport& word) const {
        return {{"word", "seat"},        {"lesson", word.lesson}, {"task", word.task},
                {"points", word.points}, {"of", word.of},         {"seconds", word.seconds},
                {"keys", word.keys},     {"glass", word.glass},   {"finished", word.isFinished}};
    }
};

SeatReport seatOf(const Json& json) {
    return {.lesson = textAt(json, "lesson"),
            .task = textAt(json, "task"),
            .points = numberAt(json, "points"),
            .of = numberAt(json, "of"),
            .seconds = numberAt(json, "seconds"),
            .isFinished = json.value("finished", Json()) == Json(true),
            .keys = textAt(json, "keys"),
            .glass = textAt(json, "glass")};
}

using Reader = ClassWord (*)(const Json&);

constexpr std::array<std::pair<std::string_view, Reader>, 10> kReaders = {{
    {"hello",
     [](const Json& json) -> ClassWord {
         return ClassHello{textAt(json, "nonce")};
     }},
    {"welcome",
     [](const Json& json) -> ClassWord {
         return ClassWelcome{textAt(json, "name"), textAt(json, "proof")};
     }},
    {"refused",
     [](const Json& json) -> ClassWord {
         return ClassRefusal{textAt(json, "why")};
     }},
    {"lesson",
     [](const Json& json) -> ClassWord {
         return ClassLesson{textAt(json, "name"), textAt(json, "text", kClassLineMax)};
     }},
    {"message",
     [](const Json& json) -> ClassWord {
         return ClassMessage{textAt(json, "text")};
     }},
    {"fault",
     [](const Json& json) -> ClassWord {
         return ClassFault{textAt(json, "name")};
     }},
    {"received",
     [](const Json& json) -> ClassWord {
         return ClassReceived{textAt(json, "digest")};
     }},
    {"join",
     [](const Json& json) -> ClassWord {
         return ClassJoin{textAt(json, "name", kClassNameMax), textAt(json, "nonce"),
                          textAt(json, "proof")};
     }},
    {"result",
     [](const Json& json) -> ClassWord {
         return ClassResult{textAt(json, "lesson"), textAt(json, "text", kClassLineMax)};
     }},
    {"seat",
     [](const Json& json) -> ClassWord {
         return seatOf(json);
     }},
}};

} // namespace

std::string classLine(const ClassWord& word) {
    // What is not UTF-8 is replaced: a name must not end the line.
    return std::visit(Writer{}, word).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<ClassWord> classWord(std::string_view line) {
    const Json json = Json::parse(line, nullptr, false);
    const std::string name = json.is_object() ? textAt(json, "word") : std::string();
    for (const auto& [known, read] : kReaders) {
        if (known == name) {
            return read(json);
        }
    }
    return std::unexpected(Error{"this is not a line of a class; is it another program?", {}});
}

std::string classProof(const std::string& code,
                       ClassSide side,
                       const std::string& trainerNonce,
                       const ClassJoin& join) {
    const std::string who = side == ClassSide::Trainer ? "trainer" : "learner";
    return hexText(
        hmacSha256(code, who + '\n' + trainerNonce + '\n' + join.nonce + '\n' + join.name));
}

bool isSameProof(std::string_view left, std::string_view right) {
    unsigned difference = left.size() == right.size() ? 0U : 1U;
    for (std::size_t i = 0; i < left.size() && i < right.size(); ++i) {
        difference |= static_cast<unsigned>(static_cast<unsigned char>(left[i])) ^
                      static_cast<unsigned>(static_cast<unsigned char>(right[i]));
    }
    return difference == 0U;
}

std::string freshNonce() {
    std::array<std::uint8_t, kNonceBytes> bytes{};
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::getrandom(bytes.data() + filled, bytes.size() - filled, 0);
        filled += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    return hexText(bytes);
}

} // namespace meter::sim::live
