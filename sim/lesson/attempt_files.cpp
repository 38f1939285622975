// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/attempt_files.hpp"

#include "sim/base/file_text.hpp"
#include "sim/base/sha256.hpp"

#include <algorithm>
#include <system_error>

namespace meter::sim {

namespace {

constexpr std::size_t kNameMax = 60;    ///< Bytes of a learner's name in a file name.
constexpr std::size_t kDigestShown = 8; ///< Hexadecimal digits.

bool isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
}

} // namespace

std::vector<AttemptRecord> attemptsIn(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    std::vector<AttemptRecord> records;
    for (const std::filesystem::path& file : files) {
        const Result<std::string> text = textOfFile(file);
        Result<ResultHead> head = text ? readResultHead(*text) : std::unexpected(text.error());
        if (head && head->isWhole) {
            records.push_back({.file = file, .head = std::move(*head)});
        }
    }
    return records;
}

std::string attemptFileName(const std::string& learner, const std::string& lessonId, int number) {
    std::string name;
    for (const char letter : learner.substr(0, kNameMax)) {
        name += isPlain(letter) ? letter : '_';
    }
    if (name != learner) {
        name += "-" + hexText(sha256(learner)).substr(0, kDigestShown);
    }
    return name + "-" + lessonId + "-" + std::to_string(number) + ".json";
}

LessonProgress progressOf(const std::vector<AttemptRecord>& records,
                          const std::string& learner,
                          const Lesson& lesson) {
    LessonProgress progress;
    for (const AttemptRecord& record : records) {
        const ResultHead& head = record.head;
        if (head.learner != learner || head.lessonId != lesson.id) {
            continue;
        }
        progress.next = std::max(progress.next, head.attempt + 1);
        if (!head.isFinished) {
            if (head.lessonDigest == lesson.digest) {
                progress.open = record.file;
                progress.openNumber = head.attempt;
            }
            continue;
        }
        ++progress.attempts;
        progress.isPassed = progress.isPassed || head.isPassed;
        if (progress.of == 0 || head.points > progress.bestPoints) {
            progress.bestPoints = head.points;
            progress.of = head.of;
        }
    }
    return progress;
}

} // namespace meter::sim
