// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/pseudo_terminal.hpp"

#include "sim/live/base/system_error.hpp"

#include <array>
#include <charconv>
#include <cstdlib>

// termios2 carries any baud rate as a number. Its header excludes <termios.h>.
#include <asm/termbits.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace meter::sim::live {
namespace {

struct Parking {
    tcflag_t inputFlags = 0;
    tcflag_t controlFlags = 0;
    speed_t baudRate = 0;
};

Parking parkingFor(const Settings& meter) {
    Parking parking;
    parking.inputFlags = IXANY;
    parking.controlFlags = CS8 | CREAD | CLOCAL | BOTHER;
    if (meter.parity == Parity::Odd) {
        parking.controlFlags |= PARODD;
    }
    parking.baudRate = meter.baudRate;
    return parking;
}

/// By its name or its number.
Result<gid_t> groupNumberOf(const std::string& group) {
    unsigned number = 0;
    const char* const end = group.data() + group.size();
    if (const auto read = std::from_chars(group.data(), end, number);
        read.ec == std::errc{} && read.ptr == end) {
        return static_cast<gid_t>(number);
    }
    std::array<char, 4096> buffer{};

    struct group entry {};
    struct group* found = nullptr;
    ::getgrnam_r(group.c_str(), &entry, buffer.data(), buffer.size(), &found);
    if (found == nullptr) {
        return std::unexpected(Error{
            "there is no group '" + group + "' here; `getent group` lists those that are", {}});
    }
    return found->gr_gid;
}

} // namespace

Result<PseudoTerminal> PseudoTerminal::open(const Settings& meter) {
    PseudoTerminal terminal;
    terminal.m_master = FileDescriptor(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    const int master = terminal.m_master.get();
    std::array<char, 64> name{};
    if (!terminal.m_master.isOpen() || ::grantpt(master) != 0 || ::unlockpt(master) != 0 ||
        ::ptsname_r(master, name.data(), name.size()) != 0) {
        return std::unexpected(systemError("cannot make a pseudo-terminal"));
    }
    terminal.m_path = name.data();
    // A fresh pair tells no hang-up until it was opened once.
    const FileDescriptor once(::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!once.isOpen()) {
        return std::unexpected(systemError("cannot open " + terminal.m_path));
    }
    if (const Result<void> parked = terminal.park(meter); !parked) {
        return std::unexpected(parked.error());
    }
    return terminal;
}

PseudoTerminal::Condition PseudoTerminal::condition() const {
    pollfd state{m_master.get(), POLLIN, 0};
    ::poll(&state, 1, 0);
    return {(state.revents & POLLHUP) == 0, (state.revents & POLLIN) != 0};
}

MasterSetting PseudoTerminal::setting() const {
    termios2 state{};
    ::ioctl(m_master.get(), TCGETS2, &state);
    return {state.c_ospeed, (state.c_cflag & PARODD) != 0, (state.c_iflag & INPCK) != 0, {}};
}

void PseudoTerminal::setHarmlessFlag() const {
    termios2 state{};
    if (::ioctl(m_master.get(), TCGETS2, &state) == 0 && (state.c_iflag & IXANY) == 0) {
        state.c_iflag |= IXANY;
        // Should it fail, one later program may have to open the port twice.
        static_cast<void>(::ioctl(m_master.get(), TCSETS2, &state));
    }
}

bool PseudoTerminal::isParkedFor(const Settings& meter) const {
    const Parking parking = parkingFor(meter);
    termios2 state{};
    ::ioctl(m_master.get(), TCGETS2, &state);
    return state.c_iflag == parking.inputFlags && state.c_oflag == 0 && state.c_lflag == 0 &&
           (state.c_cflag & PARODD) == (parking.controlFlags & PARODD) &&
           state.c_ospeed == parking.baudRate;
}

Result<void> PseudoTerminal::park(const Settings& meter) {
    const Parking parking = parkingFor(meter);
    termios2 state{};
    bool isDone = ::ioctl(m_master.get(), TCGETS2, &state) == 0;
    state.c_iflag = parking.inputFlags;
    state.c_oflag = 0;
    state.c_lflag = 0;
    state.c_cflag = parking.controlFlags;
    state.c_ispeed = state.c_ospeed = parking.baudRate;
    state.c_cc[VMIN] = 1;
    state.c_cc[VTIME] = 0;
    isDone = isDone && ::ioctl(m_master.get(), TCSETS2, &state) == 0;
    if (!isDone) {
        return std::unexpected(systemError("cannot set up " + m_path));
    }
    return {};
}

void PseudoTerminal::forgetUnfetched() const {
    // What is on its way, and what lies at the other end unread. From that end, because flushing
    // it from here means setting it up, under the hands of a program that has just opened it.
    // Should it fail, the next program finds an old answer, as it does on a real line.
    static_cast<void>(::ioctl(m_master.get(), TCFLSH, TCOFLUSH));
    const FileDescriptor other(::open(m_path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (other.isOpen()) {
        static_cast<void>(::ioctl(other.get(), TCFLSH, TCIFLUSH));
    }
}

void PseudoTerminal::releaseOutput() const {
    // Only that end can undo it. Should it fail, the port stays as that program has left it.
    const FileDescriptor other(::open(m_path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (other.isOpen()) {
        static_cast<void>(::ioctl(other.get(), TCXONC, TCOON));
    }
}

Result<void> PseudoTerminal::allow(std::optional<unsigned> mode,
                                   const std::optional<std::string>& group) const {
    if (group) {
        const auto number = groupNumberOf(*group);
        if (!number) {
            return std::unexpected(number.error());
        }
        if (::chown(m_path.c_str(), static_cast<uid_t>(-1), *number) != 0) {
            Error error = systemError("cannot give " + m_path + " to the group " + *group);
            error.text += "; you have to be a member of it";
            return std::unexpected(error);
        }
    }
    if (mode && ::chmod(m_path.c_str(), *mode) != 0) {
        return std::unexpected(systemError("cannot set the rights of " + m_path));
    }
    return {};
}

} // namespace meter::sim::live
