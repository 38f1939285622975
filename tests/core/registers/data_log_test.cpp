// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The data log without a meter: what its registers say after sequences worked out by hand from
// the meaning of registers 155–161 and 8000–13759.

#include "core/registers/data_log.hpp"

#include "core/registers/data_log_recorder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/roomy_nv_memory.hpp"

#include <vector>

using namespace meter;
using meter::test::RoomyNvMemory;

namespace {

using Words = std::vector<std::uint16_t>;

constexpr std::uint16_t kNothing = 0x8000;

/// A log whose entries count up: entry n holds n in column 1, n + 1000 in column 2.
struct Log {
    Log() { recorder.powerUp(0, {}, Status::Blank); }

    void endSubinterval() {
        LogEntry entry{};
        entry[0] = next;
        entry[1] = static_cast<std::uint16_t>(next + 1000);
        ++next;
        recorder.record(memory, entry, settings);
    }

    void endSubintervals(int count) {
        for (int i = 0; i < count; ++i) {
            endSubinterval();
        }
    }

    void setPage(std::uint16_t page) {
        const Words words{page};
        REQUIRE(recorder.accepts(kLogPage, words, 0));
        recorder.write(kLogPage, words, 0);
    }

    void restart() {
        recorder.restart();
        recorder.noteStored();
    }

    void cyclePower() { recorder.powerUp(0, recorder.stored(settings), Status::Ok); }

    /// The newest entries of column 1, without holding back what comes.
    [[nodiscard]] Words newest(std::uint16_t count) {
        const std::uint16_t page = recorder.word(kLogPage, 0, settings);
        setPage(page == 0 ? 1 : page);
        Words words;
        for (std::uint16_t i = 0; i < count; ++i) {
            words.push_back(
                recorder.bufferWord(memory, static_cast<std::uint16_t>(kLogBufferFirst + i)));
        }
        setPage(page);
        return words;
    }

    [[nodiscard]] std::uint16_t status() const { return recorder.word(kLogStatus, 0, settings); }

    [[nodiscard]] std::uint16_t count() const { return recorder.word(kLogEntryCount, 0, settings); }

    RoomyNvMemory memory;
    LogRecorder recorder;
    Settings settings;
    std::uint16_t next = 0;
};

} // namespace

TEST_CASE("A log shows the newest entry first and nothing behind the oldest") {
    Log log;
    CHECK(log.newest(2) == Words{kNothing, kNothing});
    CHECK(log.count() == 0);
    log.endSubintervals(3);
    CHECK(log.newest(4) == Words{2, 1, 0, kNothing});
    CHECK(log.count() == 3);
    CHECK(log.status() == 0);
    CHECK(log.recorder.bufferWord(log.memory, kLogBufferFirst) == kNothing); // no page selected
    log.setPage(2);
    CHECK(log.newest(4) == Words{1002, 1001, 1000, kNothing});
    log.setPage(3);
    CHECK(log.newest(1) == Words{0});
}

TEST_CASE("Continuous logging overwrites the oldest of 5760 entries") {
    Log log;
    log.endSubintervals(5760);
    Words all = log.newest(5760);
    CHECK(all.front() == 5759);
    CHECK(all.back() == 0);
    log.endSubintervals(5761 + 40); // Once around the memory and beyond.
    all = log.newest(5760);
    CHECK(log.count() == 11561);
    CHECK(log.status() == 0);
    for (std::uint16_t age = 0; age < 5760; ++age) {
        REQUIRE(all[age] == 11560 - age);
    }
}

TEST_CASE("The entry count shows its low sixteen bits") {
    Log log;
    log.recorder.powerUp(0, {.entryCount = 0xFFFF, .status = 0}, Status::Ok);
    CHECK(log.count() == 0xFFFF);
    log.endSubinterval();
    CHECK(log.count() == 0);
    CHECK(log.recorder.stored(log.settings).entryCount == 0x10000);
    CHECK(log.newest(2) == Words{0, kNothing});
}

TEST_CASE("Single shot stops when the buffer is full until a restart") {
    Log log;
    log.settings.logConfiguration = kLogSingleShot;
    log.endSubintervals(5759);
    CHECK(log.status() == 0);
    log.endSubinterval();
    CHECK(log.status() == kLogIsFull);
    log.endSubintervals(2);
    CHECK(log.count() == 5760);
    CHECK(log.newest(1) == Words{5759});
    log.restart();
    CHECK(log.status() == kLogWasReset);
    CHECK(log.count() == 0);
    CHECK(log.newest(1) == Words{kNothing});
    log.endSubinterval();
    CHECK(log.newest(2) == Words{5762, kNothing});
}

TEST_CASE("Continuous logging goes on where single shot had stopped") {
    Log log;
    log.settings.logConfiguration = kLogSingleShot;
    log.endSubintervals(5761);
    log.settings.logConfiguration = 0;
    CHECK(log.status() == 0);
    log.endSubinterval();
    CHECK(log.newest(2) == Words{5761, 5759});
}

TEST_CASE("A halted log writes nothing and collides with nothing") {
    Log log;
    log.endSubinterval();
    log.settings.logConfiguration = kLogHalt;
    log.setPage(1);
    log.endSubintervals(3);
    CHECK(log.newest(2) == Words{0, kNothing});
    CHECK(log.status() == 0);
    log.settings.logConfiguration = 0;
    log.setPage(0);
    log.endSubinterval();
    CHECK(log.newest(3) == Words{4, 0, kNothing});
}

TEST_CASE("An entry that comes while a page is read is held and shown the next time") {
    Log log;
    log.endSubintervals(2);
    log.setPage(1);
    log.endSubinterval(); // Entry 2: held.
    CHECK(log.status() == kLogFirstCollision);
    CHECK(log.count() == 2);
    CHECK(log.newest(3) == Words{1, 0, kNothing});
    log.setPage(0);
    CHECK(log.newest(3) == Words{1, 0, kNothing}); // Not before the next time.
    CHECK(log.status() == kLogFirstCollision);
    log.endSubinterval(); // Both.
    CHECK(log.newest(5) == Words{3, 2, 1, 0, kNothing});
    CHECK(log.count() == 4);
    CHECK(log.status() == 0);
}

TEST_CASE("Entries after the held one are lost and the loss is told") {
    Log log;
    log.setPage(4);
    log.endSubintervals(3); // 0 held, 1 and 2 lost.
    CHECK(log.status() == (kLogFirstCollision | kLogSecondCollision));
    CHECK(log.count() == 0);
    log.setPage(0);
    log.endSubinterval();
    CHECK(log.newest(3) == Words{3, 0, kNothing});
    CHECK(log.status() == 0);
}

TEST_CASE("A page that is selected again before the next time still holds the entry") {
    Log log;
    log.setPage(1);
    log.endSubinterval(); // 0 held.
    log.setPage(0);
    log.setPage(2);
    log.endSubinterval(); // 1 lost.
    CHECK(log.status() == (kLogFirstCollision | kLogSecondCollision));
    log.setPage(0);
    log.endSubinterval();
    CHECK(log.newest(3) == Words{2, 0, kNothing});
}

TEST_CASE("A full ring shows all its entries while one is held") {
    Log log;
    log.endSubintervals(6000);
    log.setPage(1);
    log.endSubinterval();
    Words all = log.newest(5760);
    CHECK(all.front() == 5999);
    CHECK(all.back() == 240);
    log.setPage(0);
    log.endSubinterval();
    all = log.newest(5760);
    CHECK(all.front() == 6001);
    CHECK(all.back() == 242);
}

TEST_CASE("A power loss ends the page and the holding without a loss") {
    Log log;
    log.endSubinterval();
    log.setPage(1);
    log.endSubinterval();
    log.cyclePower();
    CHECK(log.recorder.word(kLogPage, 0, log.settings) == 0);
    CHECK(log.newest(3) == Words{1, 0, kNothing});
    CHECK(log.status() == (kLogFirstCollision | kLogWasInterrupted));
    log.endSubinterval();
    CHECK(log.newest(4) == Words{2, 1, 0, kNothing});
    CHECK(log.status() == kLogWasInterrupted);
}

TEST_CASE("Events are told at once and through the next whole sub-interval") {
    Log log;
    std::uint16_t bit = 0;
    SECTION("log reset") {
        log.restart();
        bit = kLogWasReset;
    }
    SECTION("logging interrupted by a change") {
        log.recorder.noteInterruption();
        bit = kLogWasInterrupted;
    }
    SECTION("logging interrupted by a power loss") {
        log.cyclePower();
        bit = kLogWasInterrupted;
    }
    SECTION("clock changed") {
        log.recorder.write(kLogClockFirst, Words{0x0203}, 0);
        bit = kLogClockWasChanged;
    }
    CHECK(log.status() == bit);
    log.endSubinterval(); // Of the running one.
    CHECK(log.status() == bit);
    log.endSubinterval();
    CHECK(log.status() == 0);
}

TEST_CASE("An entry that storage refuses is lost and told as an interruption") {
    Log log;
    log.endSubinterval();
    log.memory.refusesLog = true;
    log.endSubinterval();
    CHECK(log.status() == kLogWasInterrupted);
    CHECK(log.newest(2) == Words{0, kNothing});
    log.memory.refusesLog = false;
    log.endSubinterval();
    CHECK(log.newest(3) == Words{2, 0, kNothing});
    CHECK(log.status() == 0);
}

TEST_CASE("Nothing is logged until storage knows of a restart") {
    Log log;
    log.endSubintervals(2);
    log.recorder.restart(); // The images could not be written.
    log.endSubinterval();
    CHECK(log.status() == (kLogWasReset | kLogWasInterrupted));
    CHECK(log.count() == 0);
    log.recorder.noteStored();
    log.endSubinterval();
    CHECK(log.newest(2) == Words{3, kNothing});
}

TEST_CASE("A cut within an entry leaves every older one of a full ring") {
    Log full;
    full.endSubintervals(5800);
    for (std::uint64_t cut = 0; cut < 28; ++cut) {
        Log log = full;
        log.memory.bytesUntilCut = cut;
        log.endSubinterval();
        log.memory.restorePower();
        log.cyclePower();
        CHECK(log.count() == 5800);
        Words all = log.newest(5760);
        CHECK(all.front() == 5799);
        CHECK(all.back() == 40);
        CHECK(std::ranges::count(all, kNothing) == 0);
        log.endSubinterval();
        CHECK(log.newest(2) == Words{5801, 5799});
    }
}

TEST_CASE("A damaged entry is absent and never wrong") {
    Log log;
    log.endSubintervals(3);
    for (std::uint32_t byte = 0; byte < 28; ++byte) {
        std::byte& aged = log.memory.bytes[kNvLogOffset + kNvLogSlotSize + byte];
        aged ^= std::byte{0x10};
        CHECK(log.newest(3) == Words{2, kNothing, 0});
        aged ^= std::byte{0x10};
    }
    CHECK(log.newest(3) == Words{2, 1, 0});
}

TEST_CASE("A slot that holds a later entry does not pass for the earlier one") {
    RoomyNvMemory memory;
    REQUIRE(writeLogEntry(memory, 0, {1}) == Status::Ok);
    REQUIRE(writeLogEntry(memory, kNvLogSlotCount, {2}) == Status::Ok); // Once around.
    CHECK(readLogEntry(memory, kNvLogSlotCount) == LogEntry{2});
    CHECK_FALSE(readLogEntry(memory, 0));
}

TEST_CASE("A count that is behind its entries shows those it knows and goes on from there") {
    Log log;
    log.endSubintervals(6000);
    log.recorder.powerUp(0, {.entryCount = 5997, .status = 0}, Status::Ok);
    const Words all = log.newest(5760);
    CHECK(all[0] == 5996);
    CHECK(all[5757] == 239);
    CHECK(all[5758] == kNothing); // 238 and 237 gave their slots to 5999 and 5998.
    CHECK(all[5759] == kNothing);
    log.endSubinterval();
    CHECK(log.newest(2) == Words{6000, 5996});
}

TEST_CASE("Images that were lost start the log anew") {
    Log log;
    log.endSubintervals(3);
    log.recorder.powerUp(0, {}, Status::Damaged);
    CHECK(log.status() == (kLogWasReset | kLogWasInterrupted));
    CHECK(log.count() == 0);
    CHECK(log.newest(1) == Words{kNothing});
}

TEST_CASE("Pages are 0 to 10") {
    const Log log;
    for (std::uint16_t page = 0; page <= 10; ++page) {
        CHECK(log.recorder.accepts(kLogPage, Words{page}, 0));
    }
    CHECK_FALSE(log.recorder.accepts(kLogPage, Words{11}, 0));
    CHECK_FALSE(log.recorder.accepts(kLogPage, Words{0xFFFF}, 0));
    // One word that does not fit refuses all.
    CHECK_FALSE(log.recorder.accepts(157, Words{0x0000, 11}, 0));
    CHECK_FALSE(log.recorder.accepts(157, Words{0x003C, 10}, 0));
    CHECK(log.recorder.accepts(155, Words{0x1D02, 0x0000, 0x0000, 10}, 0));
}
