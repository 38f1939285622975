// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One request and what came back for it, in the framing of a link. A dialogue never takes an
// old answer, one of another unit or one of another shape for the answer; what it cannot believe
// it waits out and names.

#include "app/master/master_link.hpp"
#include "sim/line/master_pdu.hpp"

#include <functional>
#include <memory>
#include <string>

namespace meter::app {

/// What a master did with bytes, for people who want to see them.
enum class MasterByteUse : std::uint8_t { Sent, Received, Discarded };

struct MasterBytes {
    MasterByteUse use = MasterByteUse::Sent;
    bool isTcp = false; ///< With the header of Modbus TCP; RTU otherwise.
    std::span<const std::byte> bytes;
};

using MasterObserver = std::function<void(const MasterBytes&)>;

struct DialogueRequest {
    std::uint8_t unit = 1;
    std::span<const std::byte> pdu;
    std::chrono::milliseconds timeout{1000};
    bool isRetry = false; ///< Of the request before it.
};

struct DialogueOutcome {
    sim::JudgedAnswer answer;
    std::string loss; ///< The link is gone, and how; empty: it is there.
};

class MasterDialogue {
public:
    virtual ~MasterDialogue() = default;
    MasterDialogue() = default;
    MasterDialogue(const MasterDialogue&) = delete;
    MasterDialogue& operator=(const MasterDialogue&) = delete;

    /// The link was opened: nothing of before belongs to it.
    virtual void onOpened() = 0;
    /// One try, on an open link.
    virtual DialogueOutcome ask(const DialogueRequest& request) = 0;
    /// After the last try: whether one of them was left without its answer, which may still come.
    virtual void onSettled(const DialogueRequest& request, bool isAnswerOpen) = 0;
    /// Whether unit 0 means all of them, and none answers.
    [[nodiscard]] virtual bool hasBroadcast() const = 0;
};

/// Modbus TCP: the transaction tells an answer from an older one.
[[nodiscard]] std::unique_ptr<MasterDialogue> makeTcpDialogue(MasterLink& link,
                                                              const MasterObserver& observer);

/// RTU frames, on a serial line or over TCP.
[[nodiscard]] std::unique_ptr<MasterDialogue>
makeRtuDialogue(MasterLink& link, const LinkTiming& timing, const MasterObserver& observer);

} // namespace meter::app
