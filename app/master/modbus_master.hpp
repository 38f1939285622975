// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A Modbus master on a link: asks, asks again what can pass (time-outs, lost connections, damaged
// answers), and tells what was tried. It gives no value and confirms no write that its own answer
// does not prove. Registers are numbered as in the guide (protocol address + 1).

#include "app/master/master_dialogue.hpp"
#include "app/master/master_link.hpp"
#include "sim/base/result.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace meter::app {

struct MasterError {
    enum class Kind : std::uint8_t {
        Timeout,   ///< Nothing came.
        Garbled,   ///< What came is no answer, or a damaged one.
        OtherUnit, ///< What came was of somebody else.
        WrongEcho, ///< A write was confirmed otherwise than it was sent.
        Exception, ///< The other side refuses.
        Lost,      ///< There is no connection.
    };
    Kind kind = Kind::Timeout;
    int exception = 0;
    std::string text;

    /// As an error of the program.
    [[nodiscard]] sim::Error error() const { return {.text = text, .place = {}}; }
};

template <typename T>
using Answer = std::expected<T, MasterError>;

/// Answer to function 17.
struct ReportedId {
    std::uint8_t id = 0;
    bool isRunning = false; ///< 0xFF: the operating system runs; 0x00: the reset system.
    std::string text;
};

/// Answer to function 43/14: objects in the order of the answer, number and text.
using IdentityObjects = std::vector<std::pair<std::uint8_t, std::string>>;

/// How a master speaks over its link.
struct MasterManner {
    bool isTcp = true; ///< Modbus TCP; RTU frames otherwise.
    LinkTiming timing; ///< Of an RTU line.
    int unit = 1;
    std::chrono::milliseconds timeout{1000};
    int retries = 2;
    int readFunction = 3; ///< 3 or 4.
    MasterObserver observer;
};

class ModbusMaster final {
public:
    /// Opens the link; one that cannot be opened is an error at once.
    static sim::Result<ModbusMaster> connect(std::unique_ptr<MasterLink> link, MasterManner manner);
    ~ModbusMaster();
    ModbusMaster(ModbusMaster&&) noexcept;
    ModbusMaster& operator=(ModbusMaster&&) noexcept;

    /// Whom the next requests are for, on the same link.
    void setUnit(int unit) { m_manner.unit = unit; }

    /// Gives the link up and opens it once more.
    sim::Result<void> reconnect();

    /// Up to 125 registers.
    Answer<std::vector<std::uint16_t>> read(std::uint16_t firstNumber, int count);
    /// One register by function 6.
    Answer<void> writeSingle(std::uint16_t number, std::uint16_t word);
    /// Up to 123 registers by function 16.
    Answer<void> writeMultiple(std::uint16_t firstNumber, std::span<const std::uint16_t> words);
    Answer<ReportedId> reportId();
    Answer<IdentityObjects> deviceIdentification();

    /// Any request; the PDU that fits it.
    Answer<sim::PduBytes> ask(std::span<const std::byte> pdu);

private:
    ModbusMaster(std::unique_ptr<MasterLink> link, MasterManner manner);

    /// One try, the link opened before where need be.
    DialogueOutcome tryOnce(const DialogueRequest& request);
    [[nodiscard]] std::string peer() const;
    [[nodiscard]] MasterError failure(const std::vector<std::string>& reasons,
                                      MasterError::Kind kind) const;

    std::unique_ptr<MasterLink> m_link;
    MasterManner m_manner;
    std::unique_ptr<MasterDialogue> m_dialogue;
};

} // namespace meter::app
