// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A core meter with its four ports filled in: memory that survives power cuts, a record of
// the contacts, what was last sent and shown.

#include "core/meter.hpp"
#include "core/ports/contacts_out.hpp"
#include "sim/result.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace meter::sim {

/// Non-volatile memory in RAM, loaded from and saved to two files where a directory is given.
class NvMemory final : public NvStorage {
public:
    NvMemory();
    Status read(std::uint32_t offset, std::span<std::byte> into) override;
    Status write(std::uint32_t offset, std::span<const std::byte> bytes) override;

    /// DIR/<serial>/a.nv and b.nv: reads what is there now, writes each change atomically.
    Result<void> attach(const std::filesystem::path& directory, std::uint32_t serialNumber,
                        bool isReset);

    [[nodiscard]] const std::vector<std::byte>& bytes() const { return m_bytes; }
    void setBytes(std::vector<std::byte> bytes) { m_bytes = std::move(bytes); }

private:
    std::vector<std::byte> m_bytes;
    std::optional<std::filesystem::path> m_directory;
};

/// What the two contacts did.
class ContactLog final : public ContactsOut {
public:
    void setEnergyPulse(bool isClosed, SampleTime at) override;
    void setAlarm(bool isClosed, SampleTime at) override;

    struct Values {
        bool isEnergyPulseClosed = false;
        bool isAlarmClosed = true; ///< N.C.: closed without power.
        std::uint64_t energyPulses = 0; ///< Closures since the start.
        SampleTime lastPulseEdge = 0;
        SampleTime lastAlarmEdge = 0;
    };
    [[nodiscard]] const Values& values() const { return m_values; }
    void restore(const Values& values) { m_values = values; }

private:
    Values m_values;
};

} // namespace meter::sim
