// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/device/virtual_meter.hpp"

#include "core/storage/nv_store.hpp"

#include <algorithm>

namespace meter::sim {

namespace {

constexpr std::size_t kImagesSize = std::size_t{kNvImageSize} * kNvImageCount;
static_assert(kImagesSize == kNvLogOffset);
constexpr std::size_t kMessageCountMax = 100; ///< A full disk must not fill the memory as well.

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
        const Status status = saveLogPart(offset - kNvLogOffset, bytes);
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
        saveLog(log) != Status::Ok) {
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

Result<void> NvMemory::exchange(std::uint32_t serialNumber) {
    m_bytes = std::make_shared<std::vector<std::byte>>(kImagesSize, std::byte{0xFF});
    return m_directory ? attach(m_directory->parent_path(), serialNumber, false) : Result<void>{};
}

Status NvMemory::reported(const std::optional<std::string>& failure) {
    if (!failure) {
        return Status::Ok;
    }
    report("the meter's memory cannot be stored: " + *failure);
    return Status::WriteFailed;
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
