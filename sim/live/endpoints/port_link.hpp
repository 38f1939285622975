// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The stable name of a virtual port: a symbolic link to /dev/pts/N. A link that a dead program
// left behind is taken over; anything that may be somebody else's is left alone and an error. A
// file in a private directory tells which links are ours, even if their /dev/pts/N is long used
// by another program; a lock on it tells whether the one who made the link is alive.

#include "sim/base/result.hpp"
#include "sim/live/base/file_descriptor.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

namespace meter::sim::live {

class PortLink final {
public:
    /// `path` "auto": defaultPath, or the next free name beside it.
    [[nodiscard]] static Result<PortLink>
    make(const std::string& path, const std::string& target, std::uint32_t serialNumber);
    ~PortLink(); ///< Removes the link if it is still ours.
    PortLink(PortLink&& other) noexcept;
    PortLink& operator=(PortLink&&) = delete;
    PortLink(const PortLink&) = delete;
    PortLink& operator=(const PortLink&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    /// That the link is ours, as long as the file is locked.
    struct Claim {
        FileDescriptor file;
        std::string path;
    };

    PortLink(std::string path, std::string target, Claim claim)
        : m_path(std::move(path)), m_target(std::move(target)), m_claim(std::move(claim)) {}

    [[nodiscard]] static Result<Claim> claim(const std::string& path);

    [[nodiscard]] static Result<PortLink> makeAuto(const std::string& target,
                                                   std::uint32_t serialNumber);

    std::string m_path;
    std::string m_target;
    Claim m_claim;
};

} // namespace meter::sim::live
