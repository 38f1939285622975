// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What trainer and learners of a class say to each other: JSON objects, one a line. Both prove
// that they know the code of the class by HMAC-SHA-256 over fresh numbers of both sides; the code
// itself never goes over the wire.

#include "sim/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace meter::sim::live {

inline constexpr int kClassVersion = 1;
/// A lesson or a result is one line.
inline constexpr std::size_t kClassLineMax = std::size_t{4} << 20U;
/// Before somebody has proved that he knows the code.
inline constexpr std::size_t kClassGreetingMax = 1024;
inline constexpr std::size_t kClassNameMax = 80; ///< Bytes of a learner's name.

/// What the board shows of a learner.
struct SeatReport {
    std::string lesson{}; ///< Its id; empty: none runs.
    std::string task{};   ///< The one that is open.
    int points = 0;
    int of = 0;
    int seconds = 0; ///< Of meter time.
    bool isFinished = false;
    std::string keys{};  ///< The last presses: "+ - <".
    std::string glass{}; ///< "KWH 1284.6".

    friend bool operator==(const SeatReport&, const SeatReport&) = default;
};

// Trainer to learner.
struct ClassHello {
    std::string nonce;
};

struct ClassWelcome {
    std::string name; ///< As it stands on the board: a second Ada is "Ada 2".
    std::string proof;
};

struct ClassRefusal {
    std::string why;
};

struct ClassLesson {
    std::string name; ///< Of its file, for messages.
    std::string text;
};

struct ClassMessage {
    std::string text;
};

struct ClassFault {
    std::string name; ///< Of the fault library.
};

struct ClassReceived {
    std::string digest; ///< Of a result that is kept now.
};

// Learner to trainer.
struct ClassJoin {
    std::string name;
    std::string nonce;
    std::string proof;
};

struct ClassResult {
    std::string lesson; ///< Its id.
    std::string text;   ///< The result file.
};

using ClassWord = std::variant<ClassHello,
                               ClassWelcome,
                               ClassRefusal,
                               ClassLesson,
                               ClassMessage,
                               ClassFault,
                               ClassReceived,
                               ClassJoin,
                               ClassResult,
                               SeatReport>;

/// One line, without its end.
[[nodiscard]] std::string classLine(const ClassWord& word);
/// An error: not a word of this version.
[[nodiscard]] Result<ClassWord> classWord(std::string_view line);

enum class ClassSide : std::uint8_t { Trainer, Learner };

/// 64 hexadecimal digits.
[[nodiscard]] std::string classProof(const std::string& code,
                                     ClassSide side,
                                     const std::string& trainerNonce,
                                     const ClassJoin& join);
/// Takes as long for a wrong one, wherever it differs.
[[nodiscard]] bool isSameProof(std::string_view left, std::string_view right);
/// 32 hexadecimal digits that nobody can foresee.
[[nodiscard]] std::string freshNonce();

} // namespace meter::sim::live
