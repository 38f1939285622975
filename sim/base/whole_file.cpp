// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/whole_file.hpp"

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace meter::sim {

namespace {

namespace fs = std::filesystem;

/// Names to try, for what a killed program or another one that runs has left or holds.
constexpr int kPartCountMax = 100;

std::unexpected<Error> refused(const fs::path& file, const std::string& why) {
    return std::unexpected(Error{file.string() + " " + why});
}

std::unexpected<Error> unwritable(const fs::path& file, const std::error_code& reason) {
    return refused(file, "cannot be written: " + reason.message() +
                             "; does the folder exist, is it writable, and is the disk full?");
}

std::error_code lastError() {
    return {errno == 0 ? EIO : errno, std::generic_category()};
}

const char* kindOf(const fs::file_status& status) {
    switch (status.type()) {
    case fs::file_type::symlink:
        return "is a link; name the file itself";
    case fs::file_type::directory:
        return "is a folder; name a file in it";
    case fs::file_type::fifo:
        return "is a pipe, not a file; name a plain file";
    default:
        return "is a device or a socket; name a plain file";
    }
}

} // namespace

Result<void> judgeTarget(const fs::path& target) {
    if (target.empty() || !target.has_filename()) {
        return std::unexpected(Error{"'" + target.string() + "' names no file"});
    }
    std::error_code reason;
    const fs::file_status status = fs::symlink_status(target, reason);
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        return refused(target, kindOf(status));
    }
    return {};
}

Result<WholeFile> WholeFile::begin(const fs::path& target) {
    if (const Result<void> judged = judgeTarget(target); !judged) {
        return std::unexpected(judged.error());
    }
    WholeFile file;
    file.m_target = target;
    for (int i = 0; i < kPartCountMax && !file.m_stream.is_open(); ++i) {
        fs::path part = target;
        part += i == 0 ? ".part" : ".part" + std::to_string(i + 1);
        errno = 0;
        // Only if there is nothing of that name, not even a link: no file of anybody is touched.
        file.m_stream.open(part, std::ios::binary | std::ios::out | std::ios::noreplace);
        if (file.m_stream.is_open()) {
            file.m_part = part;
        } else if (errno != EEXIST) {
            return unwritable(target, lastError());
        }
    }
    if (!file.m_stream.is_open()) {
        return refused(target, "cannot be written: files from " + target.filename().string() +
                                   ".part on are in the way; remove them");
    }
    return file;
}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_part(std::exchange(other.m_part, {}))
    , m_stream(std::move(other.m_stream)) {}

WholeFile::~WholeFile() {
    discard();
}

void WholeFile::discard() {
    if (!m_part.empty()) {
        m_stream.close();
        std::error_code ignored; // It is not there any more, or cannot be helped.
        fs::remove(std::exchange(m_part, {}), ignored);
    }
}

Result<void> WholeFile::moveIntoPlace() {
    if (const Result<void> judged = judgeTarget(m_target); !judged) {
        discard();
        return judged;
    }
    std::error_code reason;
    // Who could write the old one and nobody else may do so with the new one.
    if (const fs::file_status old = fs::status(m_target, reason); fs::is_regular_file(old)) {
        fs::permissions(m_part, old.permissions(), reason);
    }
    fs::rename(m_part, m_target, reason);
    if (reason) {
        discard();
        return unwritable(m_target, reason);
    }
    m_part.clear();
    return {};
}

Result<void> WholeFile::publish() {
    errno = 0;
    if (!m_stream.flush()) {
        const std::error_code reason = lastError();
        discard();
        return unwritable(m_target, reason);
    }
    return moveIntoPlace();
}

Result<void> WholeFile::commit() {
    errno = 0;
    m_stream.close();
    if (!m_stream) {
        const std::error_code reason = lastError();
        discard();
        return unwritable(m_target, reason);
    }
    return m_part.empty() ? Result<void>{} : moveIntoPlace();
}

Result<void> writeWhole(const fs::path& target, std::string_view content) {
    Result<WholeFile> file = WholeFile::begin(target);
    if (!file) {
        return std::unexpected(file.error());
    }
    file->stream().write(content.data(), static_cast<std::streamsize>(content.size()));
    return file->commit();
}

} // namespace meter::sim
