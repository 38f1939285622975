// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The files behind a meter's memory. The page for browsers, which has no files, links
// app/web/platform/no_files.cpp instead.
#include "core/storage/nv_store.hpp"
#include "sim/device/virtual_meter.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace meter::sim {

namespace {

/// Writes and waits until the bytes are on the disk.
bool writeSynced(int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

/// Replaces a file as a whole; the reason if it could not.
std::optional<std::string> replaceFile(const std::filesystem::path& path,
                                       std::span<const std::byte> bytes) {
    std::filesystem::path temporary = path;
    temporary += ".new";
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) {
        return temporary.string() + ": " + std::strerror(errno);
    }
    const bool isWritten = writeSynced(file, bytes);
    const int error = errno;
    const bool isClosed = ::close(file) == 0;
    if (!isWritten || !isClosed) {
        std::string reason = temporary.string() + ": " + std::strerror(isWritten ? errno : error);
        static_cast<void>(::unlink(temporary.c_str())); // Only tidies up: the error is reported.
        return reason;
    }
    if (std::rename(temporary.c_str(), path.c_str()) != 0) {
        return path.string() + ": " + std::strerror(errno);
    }
    const int folder = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        static_cast<void>(::fsync(folder)); // Not every file system can sync a folder.
        static_cast<void>(::close(folder));
    }
    return std::nullopt;
}

/// Writes a part of a file in place, making the file if there is none; the reason if it could
/// not.
std::optional<std::string> overwriteFile(const std::filesystem::path& path,
                                         std::uint32_t offset,
                                         std::span<const std::byte> bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) {
        return path.string() + ": " + std::strerror(errno);
    }
    const bool isWritten =
        ::lseek(file, static_cast<off_t>(offset), SEEK_SET) >= 0 && writeSynced(file, bytes);
    const int error = errno;
    const bool isClosed = ::close(file) == 0;
    if (!isWritten || !isClosed) {
        return path.string() + ": " + std::strerror(isWritten ? errno : error);
    }
    return std::nullopt;
}

} // namespace

Result<void>
NvMemory::attach(const std::filesystem::path& directory, std::uint32_t serialNumber, bool isReset) {
    const std::filesystem::path folder = directory / serialText(serialNumber);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return std::unexpected(Error{.text = "cannot make the state folder " + folder.string() +
                                             ": " + error.message() +
                                             "; name one that can be written"});
    }
    if (::access(folder.c_str(), R_OK | W_OK | X_OK) != 0) {
        return std::unexpected(Error{.text = "cannot write in the state folder " + folder.string() +
                                             ": " + std::strerror(errno)});
    }
    const bool isFirst = !m_directory.has_value();
    m_directory = folder;
    m_bytes = std::make_shared<std::vector<std::byte>>(kNvLogOffset, std::byte{0xFF});
    if (!isReset) {
        for (std::uint32_t image = 0; image < kNvImageCount; ++image) {
            load(image);
        }
        loadLog();
        if (isFirst && *m_bytes != NvMemory().bytes()) {
            m_bytesFound = *m_bytes;
        }
        return {};
    }
    for (const std::filesystem::path& file : {fileOf(0), fileOf(1), logFile()}) {
        std::filesystem::remove(file, error);
        if (error) {
            m_directory.reset();
            return std::unexpected(
                Error{.text = "cannot remove " + file.string() + ": " + error.message()});
        }
    }
    return {};
}

void NvMemory::load(std::uint32_t image) {
    const std::filesystem::path path = fileOf(image);
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        return; // Never written: erased.
    }
    // What a file should hold and does not is zeros, not erased memory: it counts as damaged.
    const std::span<std::byte> place =
        std::span(own()).subspan(std::size_t{image} * kNvImageSize, kNvImageSize);
    std::ranges::fill(place, std::byte{0});
    std::ifstream file(path, std::ios::binary);
    std::vector<char> content(kNvImageSize);
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    std::memcpy(place.data(), content.data(), static_cast<std::size_t>(file.gcount()));
    const NvImageState state = judgeNvImage(place);
    if (state == NvImageState::Damaged || state == NvImageState::Unfinished) {
        report(path.string() + " is damaged, or cannot be read, and is not used");
    }
}

void NvMemory::loadLog() {
    std::error_code error;
    if (!std::filesystem::exists(logFile(), error)) {
        return; // No log, or never written.
    }
    std::ifstream file(logFile(), std::ios::binary);
    std::vector<char> content(kNvSizeMax - kNvLogOffset);
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (file.bad() || (file.fail() && !file.eof())) {
        report(logFile().string() + " cannot be read; the log's entries are lost");
        return;
    }
    // The file is as long as the log was written; damaged entries are left out by the meter.
    const auto size = static_cast<std::size_t>(file.gcount());
    own().resize(kNvLogOffset + size, std::byte{0xFF});
    std::memcpy(m_bytes->data() + kNvLogOffset, content.data(), size);
}

Status NvMemory::save(std::uint32_t image, std::span<const std::byte> content) {
    return reported(replaceFile(fileOf(image), content));
}

Status NvMemory::saveLog(std::span<const std::byte> log) {
    return reported(replaceFile(logFile(), log));
}

Status NvMemory::saveLogPart(std::uint32_t offset, std::span<const std::byte> bytes) {
    return reported(overwriteFile(logFile(), offset, bytes));
}

std::filesystem::path NvMemory::fileOf(std::uint32_t image) const {
    return *m_directory / (image == 0 ? "a.nv" : "b.nv");
}

} // namespace meter::sim
