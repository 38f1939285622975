// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/device/virtual_meter.hpp"

#include "core/storage/nv_store.hpp"

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

constexpr std::size_t kImagesSize = std::size_t{kNvImageSize} * kNvImageCount;
static_assert(kImagesSize == kNvLogOffset);
constexpr std::size_t kMessageCountMax = 100; ///< A full disk must not fill the memory as well.

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

std::string serialText(std::uint32_t serialNumber) {
    constexpr const char* kDigits = "0123456789ABCDEF";
    std::string text;
    for (int shift = 28; shift >= 0; shift -= 4) {
        text += kDigits[(serialNumber >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return text;
}

NvMemory::NvMemory()
    : m_bytes(std::make_shared<std::vector<std::byte>>(kImagesSize, std::byte{0xFF})) {}

Status NvMemory::read(std::uint32_t offset, std::span<std::byte> into) {
    if (offset > kNvSizeMax || into.size() > kNvSizeMax - offset) {
        return Status::ReadFailed;
    }
    std::ranges::fill(into, std::byte{0xFF}); // What was never written is erased.
    const std::span<const std::byte> there =
        std::span(*m_bytes).subspan(std::min(std::size_t{offset}, m_bytes->size()));
    std::ranges::copy(there.first(std::min(there.size(), into.size())), into.begin());
    return Status::Ok;
}

Status NvMemory::write(std::uint32_t offset, std::span<const std::byte> bytes) {
    if (offset > kNvSizeMax || bytes.size() > kNvSizeMax - offset) {
        return Status::WriteFailed;
    }
    if (offset >= kNvLogOffset) {
        return writeLog(offset, bytes);
    }
    if (offset + bytes.size() > kNvLogOffset) {
        return Status::WriteFailed;
    }
    if (!m_directory) { // Every 15 s of a run: nothing is allocated.
        std::ranges::copy(bytes, own().begin() + static_cast<std::ptrdiff_t>(offset));
        return Status::Ok;
    }
    std::vector<std::byte> changed = *m_bytes;
    std::ranges::copy(bytes, changed.begin() + static_cast<std::ptrdiff_t>(offset));
    return setBytes(std::move(changed));
}

Status NvMemory::writeLog(std::uint32_t offset, std::span<const std::byte> bytes) {
    if (m_directory) {
        const Status status = reported(overwriteFile(logFile(), offset - kNvLogOffset, bytes));
        if (status != Status::Ok) {
            return status;
        }
    }
    std::vector<std::byte>& memory = own();
    memory.resize(std::max(memory.size(), offset + bytes.size()), std::byte{0xFF});
    std::ranges::copy(bytes, memory.begin() + static_cast<std::ptrdiff_t>(offset));
    return Status::Ok;
}

/// The bytes, to be changed: a snapshot that shares them keeps what they were.
std::vector<std::byte>& NvMemory::own() {
    if (m_bytes.use_count() > 1) {
        m_bytes = std::make_shared<std::vector<std::byte>>(*m_bytes);
    }
    return *m_bytes;
}

Status NvMemory::setBytes(std::vector<std::byte> bytes) {
    bytes.resize(std::clamp(bytes.size(), kImagesSize, std::size_t{kNvSizeMax}), std::byte{0xFF});
    const std::span<const std::byte> log = std::span(bytes).subspan(kImagesSize);
    if (m_directory && !std::ranges::equal(log, std::span(*m_bytes).subspan(kImagesSize)) &&
        reported(replaceFile(logFile(), log)) != Status::Ok) {
        return Status::WriteFailed;
    }
    for (std::uint32_t image = 0; m_directory && image < kNvImageCount; ++image) {
        const std::size_t begin = std::size_t{image} * kNvImageSize;
        const std::span<const std::byte> content = std::span(bytes).subspan(begin, kNvImageSize);
        if (std::ranges::equal(content, std::span(*m_bytes).subspan(begin, kNvImageSize))) {
            continue;
        }
        if (save(image, content) != Status::Ok) {
            return Status::WriteFailed;
        }
        std::ranges::copy(content, own().begin() + static_cast<std::ptrdiff_t>(begin));
    }
    m_bytes = std::make_shared<std::vector<std::byte>>(std::move(bytes));
    return Status::Ok;
}

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
    m_bytes = std::make_shared<std::vector<std::byte>>(kImagesSize, std::byte{0xFF});
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

Result<void> NvMemory::exchange(std::uint32_t serialNumber) {
    m_bytes = std::make_shared<std::vector<std::byte>>(kImagesSize, std::byte{0xFF});
    return m_directory ? attach(m_directory->parent_path(), serialNumber, false) : Result<void>{};
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
    own().resize(kImagesSize + size, std::byte{0xFF});
    std::memcpy(m_bytes->data() + kImagesSize, content.data(), size);
}

Status NvMemory::save(std::uint32_t image, std::span<const std::byte> content) {
    return reported(replaceFile(fileOf(image), content));
}

Status NvMemory::reported(const std::optional<std::string>& failure) {
    if (!failure) {
        return Status::Ok;
    }
    report("the meter's memory cannot be stored: " + *failure);
    return Status::WriteFailed;
}

std::filesystem::path NvMemory::fileOf(std::uint32_t image) const {
    return *m_directory / (image == 0 ? "a.nv" : "b.nv");
}

void NvMemory::report(std::string message) {
    if (m_messages.size() < kMessageCountMax) {
        m_messages.push_back(std::move(message));
    }
}

void ContactLog::setEnergyPulse(bool isClosed, SampleTime at) {
    if (isClosed == m_values.isEnergyPulseClosed) {
        return;
    }
    m_values.isEnergyPulseClosed = isClosed;
    m_values.energyPulses += isClosed ? 1U : 0U;
    m_values.lastPulseEdge = at;
}

void ContactLog::setAlarm(bool isClosed, SampleTime at) {
    if (isClosed == m_values.isAlarmClosed) {
        return;
    }
    m_values.isAlarmClosed = isClosed;
    m_values.lastAlarmEdge = at;
}

void UnwatchedDisplay::show(const Glass&) {}

void LineOut::send(std::span<const std::byte> frame) {
    if (m_listener) {
        m_listener(frame);
    }
}

} // namespace meter::sim
