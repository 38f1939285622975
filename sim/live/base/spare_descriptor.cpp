// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/base/spare_descriptor.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>

namespace meter::sim::live {
namespace {

FileDescriptor openSpare() {
    return FileDescriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
}

} // namespace

SpareDescriptor::SpareDescriptor() : m_spare(openSpare()) {}

bool SpareDescriptor::isNeededFor(int error) {
    return error == EMFILE || error == ENFILE;
}

void SpareDescriptor::refuseOneAt(int listener) {
    m_spare.reset();
    FileDescriptor refused(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC));
    refused.reset(); // The reserve needs its place.
    m_spare = openSpare();
}

} // namespace meter::sim::live
