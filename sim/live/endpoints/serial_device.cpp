// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/serial_device.hpp"

#include "sim/live/base/system_error.hpp"

#include <modbus/modbus.h>

#include <cerrno>
#include <fcntl.h>
#include <linux/serial.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr char kParityLetters[] = "OEN"; // In the order of Parity.

Error refusal(const std::string& path, int reason) {
    Error error = systemError("cannot serve on " + path, reason);
    if (reason == ENOENT || reason == ENODEV || reason == ENXIO) {
        error.text += "; is the adapter plugged in? `ls /dev/serial/by-id` shows those that are";
    } else if (reason == EACCES || reason == EPERM) {
        error.text += "; join the group that owns it (often `sudo adduser $USER dialout`) and "
                      "log in again";
    } else if (reason == EBUSY || reason == EWOULDBLOCK) {
        error.text = path + " is used by another program; end that one, or choose another device";
    } else if (reason == ENOTTY) {
        error.text = path + " is not a serial port; name a device as in /dev/ttyUSB0";
    } else if (reason == EINVAL) {
        error.text = path + " cannot be set to the meter's baud rate and parity; change them at "
                            "the meter, or use another adapter";
    }
    return error;
}

/// Opened for a look only: a file, a directory or somebody else's port is left as it is.
Result<void> inspect(const std::string& path) {
    const FileDescriptor fd(::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!fd.isOpen()) {
        return std::unexpected(refusal(path, errno == EISDIR ? ENOTTY : errno));
    }
    if (::isatty(fd.get()) == 0) {
        return std::unexpected(refusal(path, ENOTTY));
    }
    if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        return std::unexpected(refusal(path, errno));
    }
    return {};
}

/// Adapters on USB collect bytes for 16 ms unless told not to. Where there is nothing to tell,
/// nothing is lost.
void askForLowLatency(int fd) {
    serial_struct state{};
    if (::ioctl(fd, TIOCGSERIAL, &state) == 0) {
        state.flags = static_cast<int>(static_cast<unsigned>(state.flags) |
                                       static_cast<unsigned>(ASYNC_LOW_LATENCY));
        static_cast<void>(::ioctl(fd, TIOCSSERIAL, &state));
    }
}

/// The other side of a pseudo-terminal (/dev/pts/N), by the numbers that Linux keeps for them
/// (Documentation/admin-guide/devices.txt: 136 to 143).
bool isPseudoTerminal(int fd) {
    constexpr unsigned kFirstMajor = 136;
    constexpr unsigned kLastMajor = 143;

    struct stat state {};

    if (::fstat(fd, &state) != 0) {
        return false;
    }
    const unsigned number = major(state.st_rdev);
    return number >= kFirstMajor && number <= kLastMajor;
}

} // namespace

struct SerialDevice::Context {
    explicit Context(modbus_t* given) : modbus(given) {}

    ~Context() {
        modbus_close(modbus); // Sets the port back to what it was.
        modbus_free(modbus);
    }

    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    modbus_t* modbus;
};

SerialDevice::SerialDevice(std::unique_ptr<Context> context) : m_context(std::move(context)) {}

SerialDevice::~SerialDevice() = default;
SerialDevice::SerialDevice(SerialDevice&&) noexcept = default;
SerialDevice& SerialDevice::operator=(SerialDevice&&) noexcept = default;

Result<SerialDevice> SerialDevice::open(const std::string& path, const Settings& meter) {
    if (const Result<void> looked = inspect(path); !looked) {
        return std::unexpected(looked.error());
    }
    const char parity = kParityLetters[static_cast<std::size_t>(meter.parity)];
    modbus_t* const modbus = modbus_new_rtu(path.c_str(), meter.baudRate, parity, 8, 1);
    if (modbus == nullptr) {
        return std::unexpected(refusal(path, errno));
    }
    SerialDevice device(std::make_unique<Context>(modbus));
    if (modbus_connect(modbus) != 0) {
        return std::unexpected(refusal(path, errno));
    }
    const int fd = modbus_get_socket(modbus);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        return std::unexpected(refusal(path, errno));
    }
    static_cast<void>(::ioctl(fd, TIOCEXCL)); // Those who do not look for locks.
    static_cast<void>(::fcntl(fd, F_SETFD, FD_CLOEXEC));
    static_cast<void>(::fcntl(fd, F_SETFL, O_NONBLOCK));
    device.m_isDriverSwitched = modbus_rtu_set_serial_mode(modbus, MODBUS_RTU_RS485) == 0;
    device.m_isVirtual = isPseudoTerminal(fd);
    askForLowLatency(fd);
    return device;
}

int SerialDevice::fd() const {
    return modbus_get_socket(m_context->modbus);
}

} // namespace meter::sim::live
