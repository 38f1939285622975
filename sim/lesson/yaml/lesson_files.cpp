// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/yaml/lesson_files.hpp"

#include "sim/keys/value_rule.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"

#include <algorithm>
#include <system_error>

namespace meter::sim {

namespace {

constexpr int kParentCountMax = 5;

std::vector<std::filesystem::path> lessonFilesOf(const std::filesystem::path& folder,
                                                 Errors& errors) {
    std::vector<std::filesystem::path> files;
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
        if (entry.path().filename().string().ends_with(kLessonEnding)) {
            files.push_back(entry.path());
        }
    }
    if (code) {
        errors.push_back({folder.string() + " is not a folder that can be read", {}});
    }
    std::ranges::sort(files);
    return files;
}

void addLesson(const std::filesystem::path& file, LessonListing& listing) {
    auto lesson = readLesson(file);
    if (!lesson) {
        listing.errors.insert(listing.errors.end(), lesson.error().begin(), lesson.error().end());
        return;
    }
    const auto same = std::ranges::find(listing.lessons, lesson->id, &Lesson::id);
    if (same != listing.lessons.end()) {
        listing.errors.push_back(
            {"the id `" + lesson->id + "` is that of " + same->file + ", too; change one of them",
             {.file = lesson->file, .line = 1, .column = 1}});
    }
    listing.lessons.push_back(std::move(*lesson));
}

} // namespace

std::optional<std::filesystem::path> shippedLessons() {
    std::error_code code;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", code);
    if (code) {
        return std::nullopt;
    }
    std::filesystem::path folder = program.parent_path();
    for (int parent = 0; parent < kParentCountMax && !folder.empty(); ++parent) {
        for (const char* const place : {"share/metertwin/lessons", "resources/lessons"}) {
            if (std::filesystem::is_directory(folder / place, code)) {
                return folder / place;
            }
        }
        folder = folder.parent_path();
    }
    return std::nullopt;
}

LessonListing lessonsIn(const std::vector<std::string>& folders) {
    LessonListing listing;
    std::vector<std::filesystem::path> places(folders.begin(), folders.end());
    if (places.empty()) {
        if (const auto shipped = shippedLessons()) {
            places.push_back(*shipped);
        } else {
            listing.errors.push_back(
                {"no lessons are installed with this program; name a folder", {}});
        }
    }
    for (const std::filesystem::path& place : places) {
        for (const std::filesystem::path& file : lessonFilesOf(place, listing.errors)) {
            addLesson(file, listing);
        }
    }
    return listing;
}

Result<std::filesystem::path> lessonFileOf(const std::string& nameOrFile) {
    std::error_code code;
    if (std::filesystem::exists(nameOrFile, code)) {
        return std::filesystem::path(nameOrFile);
    }
    const LessonListing shipped = lessonsIn({});
    const auto found = std::ranges::find(shipped.lessons, nameOrFile, &Lesson::id);
    if (found != shipped.lessons.end()) {
        return std::filesystem::path(found->file);
    }
    std::vector<std::string_view> ids;
    for (const Lesson& lesson : shipped.lessons) {
        ids.emplace_back(lesson.id);
    }
    return std::unexpected(Error{"`" + nameOrFile +
                                     "` is neither a file nor a lesson that ships; " +
                                     didYouMean(nameOrFile, ids),
                                 {}});
}

const Lesson* lessonOf(const ResultHead& head, const std::vector<Lesson>& lessons) {
    const Lesson* found = nullptr;
    for (const Lesson& lesson : lessons) {
        if (lesson.id != head.lessonId) {
            continue;
        }
        if (lesson.digest == head.lessonDigest) {
            return &lesson;
        }
        found = found != nullptr ? found : &lesson;
    }
    return found;
}

} // namespace meter::sim
