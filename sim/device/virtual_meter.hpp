// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is behind the four ports of a meter in a simulation: memory that survives power cuts, a
// record of the contacts, whatever listens on the line. The glass is read from the meter.

#include "core/ports/contacts_out.hpp"
#include "core/ports/display_out.hpp"
#include "core/ports/nv_storage.hpp"
#include "core/ports/serial_out.hpp"
#include "sim/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace meter::sim {

/// Non-volatile memory in RAM, kept in files as well once a directory is attached: one for each
/// image, one for the log of the logging variant. The log takes RAM as far as it was written.
class NvMemory final : public NvStorage {
public:
    NvMemory(); ///< Erased.
    Status read(std::uint32_t offset, std::span<std::byte> into) override;
    /// A write lies within the images or within the log. With a directory, the file of an image
    /// is replaced as a whole (written beside it, synced, renamed) before the memory changes: a
    /// failure leaves both as they were. The log's file is written in place, entry by entry; an
    /// entry that was cut knows that it is not whole.
    Status write(std::uint32_t offset, std::span<const std::byte> bytes) override;

    /// DIR/<serial>/a.nv, b.nv and log.nv: makes the folder, reads what is there now, writes each
    /// later change. `isReset` forgets what is there. An error leaves the memory detached.
    Result<void>
    attach(const std::filesystem::path& directory, std::uint32_t serialNumber, bool isReset);

    /// Another meter's memory in the place of this one: erased, or what its own folder beside
    /// this one's holds.
    Result<void> exchange(std::uint32_t serialNumber);

    /// What a person should know: files that are damaged, or could not be read or written.
    [[nodiscard]] const std::vector<std::string>& messages() const { return m_messages; }

    /// True with a directory: other meters have folders beside this one's.
    [[nodiscard]] bool isAttached() const { return m_directory.has_value(); }

    [[nodiscard]] const std::vector<std::byte>& bytes() const { return *m_bytes; }

    /// The memory as it is now, which later writes leave as it is.
    [[nodiscard]] std::shared_ptr<const std::vector<std::byte>> share() const { return m_bytes; }

    /// What the files held when a directory was attached first; empty: there were none.
    [[nodiscard]] const std::vector<std::byte>& bytesFound() const { return m_bytesFound; }

    /// Replaces the whole memory (rewinding); the files follow.
    Status setBytes(std::vector<std::byte> bytes);

private:
    [[nodiscard]] std::vector<std::byte>& own();
    void load(std::uint32_t image);
    void loadLog();
    Status save(std::uint32_t image, std::span<const std::byte> content);
    Status saveLog(std::span<const std::byte> log);
    /// `offset` counts from the log's beginning.
    Status saveLogPart(std::uint32_t offset, std::span<const std::byte> bytes);
    Status writeLog(std::uint32_t offset, std::span<const std::byte> bytes);
    /// A failure is reported and returned.
    Status reported(const std::optional<std::string>& failure);
    [[nodiscard]] std::filesystem::path fileOf(std::uint32_t image) const;

    [[nodiscard]] std::filesystem::path logFile() const { return *m_directory / "log.nv"; }

    void report(std::string message);

    /// The images, and as much of the log as was written. Never changed while it is shared.
    std::shared_ptr<std::vector<std::byte>> m_bytes;
    std::vector<std::byte> m_bytesFound;
    std::optional<std::filesystem::path> m_directory;
    std::vector<std::string> m_messages;
};

/// The name of a meter's state folder: "4E36C14C".
[[nodiscard]] std::string serialText(std::uint32_t serialNumber);

/// What the two contacts did.
class ContactLog final : public ContactsOut {
public:
    void setEnergyPulse(bool isClosed, SampleTime at) override;
    void setAlarm(bool isClosed, SampleTime at) override;

    struct Values {
        bool isEnergyPulseClosed = false;
        bool isAlarmClosed = true;      ///< N.C.: closed without power.
        std::uint64_t energyPulses = 0; ///< Closures since the start.
        SampleTime lastPulseEdge = 0;
        SampleTime lastAlarmEdge = 0;
    };

    [[nodiscard]] const Values& values() const { return m_values; }

private:
    Values m_values;
};

/// The display's port; what is shown is read from the meter (Meter::glass).
class UnwatchedDisplay final : public DisplayOut {
public:
    void show(const Glass& glass) override;
};

/// The transmitter: frames go to whoever listens, or nowhere.
class LineOut final : public SerialOut {
public:
    using Listener = std::function<void(std::span<const std::byte>)>;

    void send(std::span<const std::byte> frame) override;

    void setListener(Listener listener) { m_listener = std::move(listener); }

private:
    Listener m_listener;
};

} // namespace meter::sim
