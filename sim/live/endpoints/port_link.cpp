// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/port_link.hpp"

#include "sim/live/base/system_error.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
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

} // namespace

Result<PortLink>
PortLink::make(const std::string& path, const std::string& target, std::uint32_t serialNumber) {
    if (path == "auto") {
        return makeAuto(target, serialNumber);
    }
    if (isStale(path, target)) {
        ::unlink(path.c_str());
    }
    if (::symlink(target.c_str(), path.c_str()) != 0) {
        Error error = systemError("cannot make the link " + path);
        if (errno == EEXIST) {
            error.text += "; it is not ours: remove it if nothing uses it, or choose another name";
        }
        return std::unexpected(error);
    }
    return PortLink(path, target);
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
    : m_path(std::exchange(other.m_path, {})), m_target(std::move(other.m_target)) {}

PortLink::~PortLink() {
    if (m_path.empty()) {
        return;
    }
    std::error_code error;
    if (fs::read_symlink(m_path, error) == m_target && !error) {
        fs::remove(m_path, error);
    }
}

} // namespace meter::sim::live
