// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One call of a control method: what it acts on and its parameters, already checked against
// the method's list. Values are taken as people write them: 3, "3", "3 s", true and "on".

#include "sim/base/result.hpp"
#include "sim/live/control/controlled_twin.hpp"
#include "sim/live/control/json_rpc.hpp"
#include "sim/twin/simulation.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim::live {

class ControlCall final {
public:
    /// Who waits for an outcome that comes later.
    struct Asker {
        std::function<void(RpcOutcome)> done;
        std::function<bool()> isThere; ///< False: nobody waits any more. Empty: always there.
    };
    using Later = std::function<void(Asker)>;

    /// `named` are parameters that the method lists, `free` what its free keys said.
    ControlCall(ControlledTwin& twin, Simulation& meter, Json named, Json free);

    [[nodiscard]] ControlledTwin& twin() const { return m_twin; }

    [[nodiscard]] Simulation& meter() const { return m_meter; }

    [[nodiscard]] bool has(std::string_view name) const;
    /// As given; null if it is absent.
    [[nodiscard]] const Json& value(std::string_view name) const;
    /// A text, number or switch as text; none if it is absent or a list or map.
    [[nodiscard]] std::optional<std::string> text(std::string_view name) const;
    /// A list, or a text of words parted by commas or blanks.
    [[nodiscard]] std::vector<std::string> words(std::string_view name) const;
    /// "10 s", "3 cycles", 0.5: at least one sample.
    [[nodiscard]] Result<SampleTime> duration(std::string_view name) const;
    /// Likewise, from 0 on.
    [[nodiscard]] Result<SampleTime> time(std::string_view name) const;
    [[nodiscard]] Result<double> number(std::string_view name) const;
    /// true, on, yes, 1 and their opposites; `defaultValue` if it is absent.
    [[nodiscard]] Result<bool> isOn(std::string_view name, bool defaultValue) const;

    /// What the free keys said; an object.
    [[nodiscard]] const Json& free() const { return m_free; }

    /// The outcome comes later: `work` is called with what takes it.
    RpcOutcome answerLater(Later work);

    [[nodiscard]] Later takeLater() { return std::exchange(m_later, {}); }

private:
    ControlledTwin& m_twin;
    Simulation& m_meter;
    Json m_named;
    Json m_free;
    Later m_later;
};

/// "70 %", 70 and true as the text that a scenario would hold; none for lists and maps.
[[nodiscard]] std::optional<std::string> plainText(const Json& value);

[[nodiscard]] RpcOutcome wrongParameter(std::string text);
/// All mistakes: the first one as the message, all of them as data.
[[nodiscard]] RpcOutcome wrongParameters(const Errors& mistakes);
[[nodiscard]] RpcOutcome refused(std::string text);

/// {"time": 12.5}: every answer that belongs to a moment begins with it, in seconds.
[[nodiscard]] Json timed(const ControlCall& call);

} // namespace meter::sim::live
