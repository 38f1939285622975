// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/device/virtual_meter.hpp"

#include "core/registers/data_log_ring.hpp"
#include "core/storage/nv_store.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>
#include <vector>

using namespace meter;
using namespace meter::sim;

namespace {

/// A folder of its own that is gone when the test ends.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "metertwin-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_path = name;
    }

    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

std::vector<std::byte> bytesOf(std::size_t size, int value) {
    return std::vector<std::byte>(size, static_cast<std::byte>(value));
}

/// Two saves: both images are whole.
void saveTwice(NvMemory& memory) {
    NvStore store;
    NvContents contents;
    REQUIRE(store.load(memory, contents) != Status::Ok);
    contents.powerUpCount = 1;
    REQUIRE(store.save(memory, contents) == Status::Ok);
    contents.powerUpCount = 2;
    REQUIRE(store.save(memory, contents) == Status::Ok);
}

int storedPowerUps(NvMemory& memory) {
    NvStore store;
    NvContents contents;
    return store.load(memory, contents) == Status::Ok ? contents.powerUpCount : -1;
}

} // namespace

TEST_CASE("erased memory reads FF and keeps what is written") {
    NvMemory memory;
    std::vector<std::byte> read = bytesOf(4, 0);
    REQUIRE(memory.read(100, read) == Status::Ok);
    CHECK(read == bytesOf(4, 0xFF));
    REQUIRE(memory.write(102, bytesOf(2, 0x5A)) == Status::Ok);
    REQUIRE(memory.read(100, read) == Status::Ok);
    CHECK(read == std::vector<std::byte>{std::byte{0xFF}, std::byte{0xFF}, std::byte{0x5A},
                                         std::byte{0x5A}});
}

TEST_CASE("memory has an end") {
    NvMemory memory;
    std::vector<std::byte> two = bytesOf(2, 0);
    CHECK(memory.read(kNvSizeMax - 1, two) == Status::ReadFailed);
    CHECK(memory.write(kNvSizeMax - 1, two) == Status::WriteFailed);
    CHECK(memory.write(0xFFFFFFFF, two) == Status::WriteFailed);
    CHECK(memory.write(kNvSizeMax - 2, two) == Status::Ok);
    CHECK(memory.write(1023, two) == Status::WriteFailed); // Half image, half log.
    CHECK(memory.write(1022, two) == Status::Ok);
}

TEST_CASE("a meter's memory lives in two files under its serial number") {
    const TemporaryFolder folder;
    {
        NvMemory memory;
        REQUIRE(memory.attach(folder.path() / "state", 0x4E36C14C, false));
        saveTwice(memory);
    }
    const std::filesystem::path own = folder.path() / "state" / "4E36C14C";
    CHECK(std::filesystem::file_size(own / "a.nv") == kNvImageSize);
    CHECK(std::filesystem::file_size(own / "b.nv") == kNvImageSize);
    NvMemory again;
    REQUIRE(again.attach(folder.path() / "state", 0x4E36C14C, false));
    CHECK(storedPowerUps(again) == 2);
    CHECK(again.messages().empty());
    NvMemory other;
    REQUIRE(other.attach(folder.path() / "state", 0x00000001, false));
    CHECK(storedPowerUps(other) == -1);
}

TEST_CASE("the log has a file of its own that grows entry by entry") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "00000001" / "log.nv";
    NvMemory memory;
    REQUIRE(memory.attach(folder.path(), 1, false));
    saveTwice(memory);
    CHECK_FALSE(std::filesystem::exists(file));
    REQUIRE(writeLogEntry(memory, 0, {1, 2, 3}) == Status::Ok);
    REQUIRE(writeLogEntry(memory, 1, {4, 5, 6}) == Status::Ok);
    CHECK(std::filesystem::file_size(file) == kNvLogSlotSize + 28); // 28 bytes are used.
    CHECK(memory.bytes().size() == kNvLogOffset + kNvLogSlotSize + 28);
    {
        NvMemory again;
        REQUIRE(again.attach(folder.path(), 1, false));
        CHECK(readLogEntry(again, 1) == LogEntry{4, 5, 6});
        CHECK(readLogEntry(again, 0) == LogEntry{1, 2, 3});
        CHECK_FALSE(readLogEntry(again, 2));
        CHECK(storedPowerUps(again) == 2);
        CHECK(again.messages().empty());
    }
    SECTION("an entry that was cut is absent") {
        std::filesystem::resize_file(file, kNvLogSlotSize + 27);
        NvMemory again;
        REQUIRE(again.attach(folder.path(), 1, false));
        CHECK(readLogEntry(again, 0) == LogEntry{1, 2, 3});
        CHECK_FALSE(readLogEntry(again, 1));
    }
    SECTION("a rewind takes the file along") {
        const std::vector<std::byte> then = memory.bytes();
        REQUIRE(writeLogEntry(memory, 1, {7, 8, 9}) == Status::Ok);
        REQUIRE(writeLogEntry(memory, 2, {10, 11, 12}) == Status::Ok);
        REQUIRE(memory.setBytes(then) == Status::Ok);
        NvMemory again;
        REQUIRE(again.attach(folder.path(), 1, false));
        CHECK(again.bytes() == then);
        CHECK(readLogEntry(again, 1) == LogEntry{4, 5, 6});
    }
    SECTION("a reset forgets it") {
        NvMemory again;
        REQUIRE(again.attach(folder.path(), 1, true));
        CHECK_FALSE(readLogEntry(again, 0));
        CHECK_FALSE(std::filesystem::exists(file));
    }
    SECTION("what cannot be read is told") {
        std::filesystem::remove(file);
        std::filesystem::create_directory(file);
        NvMemory again;
        REQUIRE(again.attach(folder.path(), 1, false));
        REQUIRE(again.messages().size() == 1);
        CHECK(again.messages()[0].find("log.nv") != std::string::npos);
        CHECK(storedPowerUps(again) == 2);
        CHECK(writeLogEntry(again, 2, {}) == Status::WriteFailed);
        CHECK(again.messages().size() == 2);
    }
}

TEST_CASE("a reset forgets what was stored") {
    const TemporaryFolder folder;
    NvMemory memory;
    REQUIRE(memory.attach(folder.path(), 1, false));
    saveTwice(memory);
    NvMemory again;
    REQUIRE(again.attach(folder.path(), 1, true));
    CHECK(storedPowerUps(again) == -1);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "00000001" / "a.nv"));
}

TEST_CASE("an image of erased memory is as one that was never written") {
    const TemporaryFolder folder;
    {
        NvMemory memory;
        REQUIRE(memory.attach(folder.path(), 1, false));
        saveTwice(memory);
    }
    const std::string erased(kNvImageSize, '\xFF');
    std::ofstream(folder.path() / "00000001" / "b.nv", std::ios::binary) << erased;
    NvMemory memory;
    REQUIRE(memory.attach(folder.path(), 1, false));
    CHECK(memory.messages().empty());
    CHECK(storedPowerUps(memory) == 1); // What image a holds.
}

TEST_CASE("a damaged file is named and the other image is used") {
    const TemporaryFolder folder;
    {
        NvMemory memory;
        REQUIRE(memory.attach(folder.path(), 1, false));
        saveTwice(memory);
    }
    const std::filesystem::path second = folder.path() / "00000001" / "b.nv";
    SECTION("one byte changed") {
        std::fstream file(second, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(20);
        file.put('\x77');
    }
    SECTION("cut short") {
        std::filesystem::resize_file(second, 30);
    }
    SECTION("empty") {
        std::filesystem::resize_file(second, 0);
    }
    SECTION("not a file") {
        std::filesystem::remove(second);
        std::filesystem::create_directory(second);
    }
    NvMemory memory;
    REQUIRE(memory.attach(folder.path(), 1, false));
    REQUIRE(memory.messages().size() == 1);
    CHECK(memory.messages()[0].find("b.nv") != std::string::npos);
    CHECK(storedPowerUps(memory) == 1);
}

TEST_CASE("a folder that cannot be made is an error with its name") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "file";
    std::ofstream(file) << "not a folder";
    NvMemory memory;
    const Result<void> result = memory.attach(file, 1, false);
    REQUIRE_FALSE(result);
    CHECK(result.error().message().find(file.string()) != std::string::npos);
}

TEST_CASE("a write that cannot be stored fails and changes nothing") {
    const TemporaryFolder folder;
    NvMemory memory;
    REQUIRE(memory.attach(folder.path(), 1, false));
    REQUIRE(memory.write(0, bytesOf(8, 0x11)) == Status::Ok);
    std::filesystem::remove_all(folder.path() / "00000001");
    CHECK(memory.write(0, bytesOf(8, 0x22)) == Status::WriteFailed);
    CHECK(memory.bytes()[0] == std::byte{0x11});
    REQUIRE_FALSE(memory.messages().empty());
    CHECK(memory.messages()[0].find("a.nv") != std::string::npos);
}

TEST_CASE("contacts count closures and remember the last edge") {
    ContactLog contacts;
    CHECK(contacts.values().isAlarmClosed);
    contacts.setEnergyPulse(true, 10);
    contacts.setEnergyPulse(true, 11);
    contacts.setEnergyPulse(false, 20);
    contacts.setEnergyPulse(true, 30);
    CHECK(contacts.values().energyPulses == 2);
    CHECK(contacts.values().lastPulseEdge == 30);
    contacts.setAlarm(false, 40);
    CHECK_FALSE(contacts.values().isAlarmClosed);
    CHECK(contacts.values().lastAlarmEdge == 40);
}

TEST_CASE("frames reach whoever listens on the line") {
    LineOut line;
    line.send(bytesOf(3, 1)); // Nobody there: nothing happens.
    std::size_t heard = 0;
    line.setListener([&heard](std::span<const std::byte> frame) { heard = frame.size(); });
    line.send(bytesOf(3, 1));
    CHECK(heard == 3);
}
