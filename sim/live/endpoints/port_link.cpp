// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/port_link.hpp"

#include "sim/live/base/system_error.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace meter::sim::live {
namespace {

namespace fs = std::filesystem;

constexpr int kNameCountMax = 64;

/// $XDG_RUNTIME_DIR/metertwin, which only its user can enter; else one of ours under /tmp.
fs::path runtimeDirectory() {
    const char* const runtime = std::getenv("XDG_RUNTIME_DIR"); // NOLINT(concurrency-mt-unsafe)
    std::error_code error;
    if (runtime != nullptr && *runtime == '/' && fs::is_directory(runtime, error)) {
        return fs::path(runtime) / "metertwin";
    }
    return fs::path("/tmp") / ("metertwin-" + std::to_string(::getuid()));
}

/// Under /tmp anybody could have made it first and would then decide where our names lead.
Result<void> makePrivateDirectory(const fs::path& directory) {
    struct stat state {};

    const bool isMade = ::mkdir(directory.c_str(), S_IRWXU) == 0 || errno == EEXIST;
    if (!isMade || ::lstat(directory.c_str(), &state) != 0) {
        return std::unexpected(systemError("cannot make " + directory.string()));
    }
    if (!S_ISDIR(state.st_mode) || state.st_uid != ::getuid()) {
        return std::unexpected(
            Error{directory.string() + " belongs to another user; name the link with --pty"});
    }
    return {};
}

/// True if a dead program left the link: it leads to a pseudo-terminal that is gone, or to the
/// number that is now ours.
bool isStale(const fs::path& link, const std::string& ourTarget) {
    std::error_code error;
    const fs::path target = fs::read_symlink(link, error);
    if (error) {
        return false;
    }
    return target == ourTarget ||
           (target.parent_path() == "/dev/pts" && !fs::exists(target, error));
}

/// What the file of a claim holds: the link and where it led.
std::string claimText(const std::string& path, const std::string& target) {
    return path + '\n' + target + '\n';
}

/// A dead program of ours has made this link, and it still leads where it led then.
bool isClaimed(const FileDescriptor& file, const std::string& path) {
    std::error_code error;
    const fs::path target = fs::read_symlink(path, error);
    if (!file.isOpen() || error) {
        return false;
    }
    std::array<char, 4096> buffer{};
    const ssize_t size = ::pread(file.get(), buffer.data(), buffer.size(), 0);
    return size > 0 && std::string_view(buffer.data(), static_cast<std::size_t>(size)) ==
                           claimText(path, target.string());
}

void noteClaim(const FileDescriptor& file, const std::string& path, const std::string& target) {
    const std::string text = claimText(path, target);
    // Should it fail, a link that is left behind has to be removed by hand.
    if (file.isOpen() && ::ftruncate(file.get(), 0) == 0) {
        static_cast<void>(::pwrite(file.get(), text.data(), text.size(), 0));
    }
}

} // namespace

/// Without a private directory links are told from others by where they lead only.
Result<PortLink::Claim> PortLink::claim(const std::string& path) {
    const fs::path directory = runtimeDirectory();
    if (!makePrivateDirectory(directory)) {
        return Claim{};
    }
    const std::string name = "link-" + std::to_string(std::hash<std::string>{}(path));
    Claim claim{FileDescriptor{}, (directory / name).string()};
    claim.file = FileDescriptor(
        ::open(claim.path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!claim.file.isOpen()) {
        return Claim{};
    }
    if (::flock(claim.file.get(), LOCK_EX | LOCK_NB) != 0) {
        return std::unexpected(Error{"another metertwin serves at " + path +
                                     "; end that one, or choose another name"});
    }
    return claim;
}

Result<PortLink>
PortLink::make(const std::string& path, const std::string& target, std::uint32_t serialNumber) {
    if (path == "auto") {
        return makeAuto(target, serialNumber);
    }
    std::error_code error;
    const std::string whole = fs::absolute(path, error).lexically_normal().string();
    Result<Claim> ours = claim(whole);
    if (!ours) {
        return std::unexpected(ours.error());
    }
    if (isStale(path, target) || isClaimed(ours->file, whole)) {
        ::unlink(path.c_str());
    }
    if (::symlink(target.c_str(), path.c_str()) != 0) {
        Error refused = systemError("cannot make the link " + path);
        if (errno == EEXIST) {
            refused.text +=
                "; it is not ours: remove it if nothing uses it, or choose another name";
        }
        return std::unexpected(refused);
    }
    noteClaim(ours->file, whole, target);
    return PortLink(path, target, std::move(*ours));
}

Result<PortLink> PortLink::makeAuto(const std::string& target, std::uint32_t serialNumber) {
    const fs::path directory = runtimeDirectory();
    if (const Result<void> made = makePrivateDirectory(directory); !made) {
        return std::unexpected(made.error());
    }
    std::array<char, 16> serial{};
    std::snprintf(serial.data(), serial.size(), "%08X", static_cast<unsigned>(serialNumber));
    Error last;
    for (int i = 1; i <= kNameCountMax; ++i) {
        // A second program with the same meter gets a name of its own.
        const std::string name =
            std::string(serial.data()) + (i == 1 ? std::string{} : "-" + std::to_string(i));
        Result<PortLink> link = make((directory / name).string(), target, serialNumber);
        if (link) {
            return link;
        }
        last = link.error();
    }
    return std::unexpected(last);
}

PortLink::PortLink(PortLink&& other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_target(std::move(other.m_target))
    , m_claim(std::move(other.m_claim)) {}

PortLink::~PortLink() {
    if (m_path.empty()) {
        return;
    }
    std::error_code error;
    if (fs::read_symlink(m_path, error) == m_target && !error) {
        fs::remove(m_path, error);
    }
    if (m_claim.file.isOpen()) {
        ::unlink(m_claim.path.c_str());
    }
}

} // namespace meter::sim::live
