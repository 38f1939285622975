// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A two-wire RS-485 line in virtual time: everyone on it hears every character that another
// one sends, requests and answers alike, while not sending itself. Characters take their time;
// what another baud rate or parity makes of them, two senders at once, or damage, is a
// character with a line error. Times are microseconds from the start of the line. Nothing here
// depends on a clock: the same calls give the same characters at the same microseconds.

#include "core/settings/settings.hpp"
#include "sim/base/random.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace meter::sim {

using LineUs = std::uint64_t;

/// How a transmitter and a receiver are set: one start bit, 8 data bits, and these.
struct LineFormat {
    std::uint32_t baudRate = 19200;
    Parity parity = Parity::None;
    std::uint8_t stopBits = 1;

    friend bool operator==(const LineFormat&, const LineFormat&) = default;
};

[[nodiscard]] LineFormat lineFormatOf(const Settings& settings);

/// Whether a receiver takes a sender's characters: the same baud rate and parity. A second stop
/// bit is a short silence to a receiver that expects one.
[[nodiscard]] bool isUnderstood(const LineFormat& sender, const LineFormat& receiver);

/// How long so many characters take back to back, the last one's second stop bit included.
[[nodiscard]] LineUs durationUs(const LineFormat& format, std::size_t characterCount);

/// Whoever hangs on the line.
class LineStation {
public:
    [[nodiscard]] virtual LineFormat format() const = 0;
    /// A character ended now; hasLineError: parity, framing or collision.
    virtual void onCharacter(std::byte received, LineUs nowUs, bool hasLineError) = 0;
    /// 3.5 characters of silence passed since the last character that it heard.
    virtual void onSilence(LineUs nowUs) = 0;

protected:
    ~LineStation() = default;
};

struct LineTransmission {
    LineUs beginUs = 0; ///< Not before now, nor before the sender's transmission before ended.
    LineFormat format{};
    std::vector<std::byte> bytes;
    std::optional<std::size_t> damagedIndex; ///< This character arrives with a line error.
};

/// Single characters out of nothing, as on a line without bias resistors.
struct LineNoise {
    LineUs beginUs = 0;
    LineUs endUs = 0;
    LineUs pauseMeanUs = 100'000; ///< Pauses are uniform from 0 to twice this.
    LineFormat format{};
    std::uint64_t seed = 1;
};

class SerialLine final {
public:
    using StationIndex = std::size_t;
    static constexpr StationIndex kNoise = std::numeric_limits<StationIndex>::max();

    /// What a listener gets for each character.
    struct Character {
        StationIndex sender = kNoise;
        LineUs beginUs = 0;
        LineUs endUs = 0;
        std::byte byte{};
        bool isGarbled = false; ///< By a collision, or sent damaged.
    };

    SerialLine() = default;
    /// Pinned: stations refer to their line.
    SerialLine(const SerialLine&) = delete;
    SerialLine& operator=(const SerialLine&) = delete;

    /// The station outlives the line.
    StationIndex attach(LineStation& station);
    /// Gives the end of the transmission.
    LineUs transmit(StationIndex sender, LineTransmission transmission);
    void addNoise(const LineNoise& noise);
    void onCharacter(std::function<void(const Character&)> listener);

    [[nodiscard]] LineUs now() const { return m_nowUs; }

    /// Going on, or still to begin.
    [[nodiscard]] std::size_t transmissionCount() const { return m_transmissions.size(); }

    void runUntil(LineUs timeUs);
    /// Carries out the next thing that happens until then; false: nothing did, and it is then.
    bool runOneUntil(LineUs timeUs);

private:
    struct Station {
        LineStation* station = nullptr;
        std::optional<LineUs> silenceAtUs; ///< When the silence it waits for has lasted.
        LineUs sendEndUs = 0;              ///< Of its latest transmission that began.
    };

    struct Transmission {
        StationIndex sender = kNoise;
        LineTransmission what;
        std::size_t next = 0;        ///< The character that is being sent or will be.
        bool isNextGarbled = false;  ///< It overlapped another sender's.
        std::byte collision{0xFF};   ///< Bits that the others left standing.
        std::size_t noiseSource = 0; ///< Of kNoise.

        [[nodiscard]] LineUs nextBeginUs() const;
        [[nodiscard]] LineUs nextEndUs() const;
        [[nodiscard]] LineUs endUs() const;
    };

    struct Noise {
        LineNoise what;
        Random random;
    };

    [[nodiscard]] std::size_t nextTransmission() const;
    [[nodiscard]] StationIndex nextSilence() const;
    [[nodiscard]] bool isInterrupted(StationIndex station) const;
    void endCharacter(std::size_t index);
    void collide(std::size_t index);
    void deliver(const Transmission& transmission);
    [[nodiscard]] bool isDeaf(StationIndex station, const Transmission& transmission) const;
    void startNoise(std::size_t source, LineUs fromUs);

    LineUs m_nowUs = 0;
    std::vector<Station> m_stations;
    std::vector<Transmission> m_transmissions; ///< Going on, or still to begin.
    std::vector<Noise> m_noise;
    std::function<void(const Character&)> m_listener;
};

} // namespace meter::sim
