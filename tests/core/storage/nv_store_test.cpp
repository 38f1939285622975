// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/nv_store.hpp"

#include "core/base/crc32.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/faulty_nv_memory.hpp"

#include <algorithm>
#include <cstring>

using namespace meter;

namespace {

/// Contents that differ in every field from the defaults and, by the number, from each other.
NvContents contentsNumber(std::uint16_t number) {
    NvContents contents;
    contents.settings.systemType = SystemType::Delta;
    contents.settings.displayUnits = DisplayUnits::Iec;
    contents.settings.parity = Parity::Odd;
    contents.settings.modbusAddress = 247;
    contents.settings.baudRate = 38400;
    contents.settings.ctPrimaryA = 5000;
    contents.settings.ptRatioHundredths = 32000;
    contents.settings.systemVoltageV = 26240;
    contents.settings.phaseLossVoltagePercent = 11;
    contents.settings.phaseLossImbalancePercent = 26;
    contents.settings.pulseEnergyWh = 10000;
    contents.settings.demandSubintervals = 6;
    contents.settings.demandSubintervalLengthS = 32767;
    contents.settings.logConfiguration = 3;
    contents.settings.logPointers = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    contents.settings.setupPassword = 99999;
    contents.settings.resetPassword = 70000;
    contents.energy.real.units = 0x0123456789ABCDEF;
    contents.energy.realOfPhase[0].units = 0x1111111111111111;
    contents.energy.realOfPhase[1].units = 0x2222222222222222;
    contents.energy.realOfPhase[2].units = 0x3333333333333333;
    contents.energy.apparent.units = 0xFEDCBA9876543210;
    contents.energy.reactive.units = 0x4444444444444444;
    contents.demandMax = {1.5, -0.0, 2.7e8};
    contents.pulses = {0xFFFFFFFF, 0x80000001};
    contents.energyResetCount = 32767;
    contents.powerUpCount = number;
    contents.logStatus = 0x003F;
    contents.logEntryCount = 70000U + number;
    return contents;
}

bool isSame(const NvContents& left, const NvContents& right) {
    const auto units = [](const NvContents& contents) {
        return std::array{
            contents.energy.real.units,           contents.energy.realOfPhase[0].units,
            contents.energy.realOfPhase[1].units, contents.energy.realOfPhase[2].units,
            contents.energy.apparent.units,       contents.energy.reactive.units};
    };
    return left.settings == right.settings && units(left) == units(right) &&
           left.demandMax == right.demandMax && left.pulses.real == right.pulses.real &&
           left.pulses.reactive == right.pulses.reactive &&
           left.energyResetCount == right.energyResetCount &&
           left.powerUpCount == right.powerUpCount && left.logStatus == right.logStatus &&
           left.logEntryCount == right.logEntryCount;
}

struct Loaded {
    Status status;
    NvContents contents;
    NvStore store;
};

Loaded loadFrom(FaultyNvMemory& memory) {
    Loaded loaded{};
    loaded.status = loaded.store.load(memory, loaded.contents);
    return loaded;
}

/// Two saves, so that both images are whole: number 1 in image 0, number 2 in image 1.
FaultyNvMemory aMemoryWithTwoImages() {
    FaultyNvMemory memory;
    Loaded fresh = loadFrom(memory);
    REQUIRE(fresh.store.save(memory, contentsNumber(1)) == Status::Ok);
    REQUIRE(fresh.store.save(memory, contentsNumber(2)) == Status::Ok);
    return memory;
}

constexpr std::size_t kUsedBits = std::size_t{kNvUsedSize} * 8U;

} // namespace

TEST_CASE("memory that was never written is blank and leaves the contents alone") {
    FaultyNvMemory memory;
    NvContents contents = contentsNumber(7);
    NvStore store;
    CHECK(store.load(memory, contents) == Status::Blank);
    CHECK(isSame(contents, contentsNumber(7)));
    CHECK(store.imageState(0) == NvImageState::Blank);
}

TEST_CASE("everything that was saved comes back") {
    FaultyNvMemory memory;
    Loaded fresh = loadFrom(memory);
    REQUIRE(fresh.store.save(memory, contentsNumber(1)) == Status::Ok);
    const Loaded again = loadFrom(memory);
    CHECK(again.status == Status::Ok);
    CHECK(isSame(again.contents, contentsNumber(1)));
}

TEST_CASE("an image has the same bytes on every machine") {
    // Expected values: written out with Python's struct and zlib.crc32.
    FaultyNvMemory memory;
    Loaded fresh = loadFrom(memory);
    REQUIRE(fresh.store.save(memory, NvContents{}) == Status::Ok);
    constexpr std::array<unsigned char, 24> kStart = {
        'S', '4', 'K', 'R', 1,   0, 159, 0, 1, 0, 0, 0, // magic, version, size, sequence
        40,  1,   2,   1,                               // wye, IEEE, no parity, address 1
        0,   75,  100, 0,   100, 0, 88,  2,             // 19200, 100 A, 1.00, 600 V
    };
    CHECK(std::memcmp(memory.image(0).data(), kStart.data(), kStart.size()) == 0);
    CHECK(crc32(memory.image(0).first(kNvUsedSize)) == 0x4D9C4FF7);
}

TEST_CASE("saves alternate between the two images") {
    FaultyNvMemory memory;
    Loaded loaded = loadFrom(memory);
    for (std::uint16_t number = 1; number <= 5; ++number) {
        const FaultyNvMemory before = memory;
        REQUIRE(loaded.store.save(memory, contentsNumber(number)) == Status::Ok);
        FaultyNvMemory old = before;
        const std::size_t untouched = number % 2U;
        CHECK(std::ranges::equal(memory.image(untouched), old.image(untouched)));
        CHECK_FALSE(std::ranges::equal(memory.image(1 - untouched), old.image(1 - untouched)));
    }
}

TEST_CASE("a power cut at any byte of a long sequence of saves loses at most the save that ran") {
    constexpr std::uint16_t kSaveCount = 6;
    constexpr std::uint64_t kByteCount = std::uint64_t{kSaveCount} * kNvUsedSize;
    for (std::uint64_t cut = 0; cut <= kByteCount; ++cut) {
        FaultyNvMemory memory;
        Loaded loaded = loadFrom(memory);
        memory.cutAfterBytes(cut);
        for (std::uint16_t number = 1; number <= kSaveCount; ++number) {
            const bool fits = cut >= std::uint64_t{number} * kNvUsedSize;
            const Status expected = fits ? Status::Ok : Status::WriteFailed;
            REQUIRE(loaded.store.save(memory, contentsNumber(number)) == expected);
        }
        memory.restorePower();
        const auto wholeCount = static_cast<std::uint16_t>(cut / kNvUsedSize);
        Loaded again = loadFrom(memory);
        INFO("power cut after byte " << cut);
        if (wholeCount == 0) {
            REQUIRE(again.status == Status::Blank);
        } else {
            REQUIRE(again.status == Status::Ok);
            // The end mark of the image before is the last byte of the new one, too.
            const bool hasAllButEndMark = cut % kNvUsedSize == kNvUsedSize - 1;
            const bool isOverwritten = hasAllButEndMark && wholeCount >= kNvImageCount;
            const int newest = wholeCount + (isOverwritten ? 1 : 0);
            REQUIRE(isSame(again.contents, contentsNumber(static_cast<std::uint16_t>(newest))));
        }
        REQUIRE(again.store.save(memory, contentsNumber(100)) == Status::Ok);
        REQUIRE(isSame(loadFrom(memory).contents, contentsNumber(100)));
    }
}

TEST_CASE("a second power cut while recovering from the first loses nothing more") {
    for (std::uint64_t first = 0; first < kNvUsedSize; first += 3) {
        for (std::uint64_t second = 0; second < kNvUsedSize; second += 7) {
            FaultyNvMemory memory = aMemoryWithTwoImages();
            for (const std::uint64_t cut : {first, second}) {
                Loaded loaded = loadFrom(memory);
                REQUIRE(isSame(loaded.contents, contentsNumber(2)));
                memory.cutAfterBytes(cut);
                REQUIRE(loaded.store.save(memory, contentsNumber(3)) == Status::WriteFailed);
                memory.restorePower();
            }
            const Loaded again = loadFrom(memory);
            REQUIRE(again.status == Status::Ok);
            REQUIRE(isSame(again.contents, contentsNumber(2)));
        }
    }
}

TEST_CASE("a first save that is cut again and again leaves the memory as good as blank") {
    FaultyNvMemory memory;
    for (std::uint64_t cut = kNvUsedSize; cut-- > 0;) {
        Loaded loaded = loadFrom(memory);
        REQUIRE(loaded.status == Status::Blank);
        memory.cutAfterBytes(cut);
        REQUIRE(loaded.store.save(memory, contentsNumber(1)) == Status::WriteFailed);
        memory.restorePower();
    }
    CHECK(loadFrom(memory).status == Status::Blank);
}

TEST_CASE("a refused write at any place leaves the newest stored contents") {
    for (std::uint64_t refused = 1; refused <= 8; ++refused) {
        FaultyNvMemory memory;
        Loaded loaded = loadFrom(memory);
        memory.refuseWrite(refused);
        std::uint16_t stored = 0;
        for (std::uint16_t number = 1; number <= 8; ++number) {
            const Status status = loaded.store.save(memory, contentsNumber(number));
            REQUIRE((status == Status::Ok) == (number != refused));
            stored = status == Status::Ok ? number : stored;
            const Loaded now = loadFrom(memory);
            REQUIRE(now.status == (stored == 0 ? Status::Blank : Status::Ok));
            REQUIRE((stored == 0 || isSame(now.contents, contentsNumber(stored))));
        }
    }
}

TEST_CASE("a write that is reported but does not happen is noticed") {
    FaultyNvMemory memory = aMemoryWithTwoImages();
    Loaded loaded = loadFrom(memory);
    memory.loseWrites(true);
    CHECK(loaded.store.save(memory, contentsNumber(3)) == Status::WriteFailed);
    memory.loseWrites(false);
    CHECK(isSame(loadFrom(memory).contents, contentsNumber(2)));
}

TEST_CASE("any single wrong bit in the newer image makes the older one count") {
    const FaultyNvMemory whole = aMemoryWithTwoImages();
    for (std::size_t bit = 0; bit < kUsedBits; ++bit) {
        FaultyNvMemory memory = whole;
        memory.flipBit(1, bit);
        const Loaded loaded = loadFrom(memory);
        INFO("bit " << bit);
        REQUIRE(loaded.status == Status::Ok);
        REQUIRE(isSame(loaded.contents, contentsNumber(1)));
        REQUIRE(loaded.store.imageState(1) != NvImageState::Whole);
    }
}

TEST_CASE("with both images damaged nothing is used and it is told") {
    const FaultyNvMemory whole = aMemoryWithTwoImages();
    for (std::size_t bit = 0; bit < kUsedBits; bit += 5) {
        FaultyNvMemory memory = whole;
        memory.flipBit(0, bit);
        memory.flipBit(1, kUsedBits - 1 - bit);
        Loaded loaded = loadFrom(memory);
        INFO("bit " << bit);
        REQUIRE(loaded.status == Status::Damaged);
        REQUIRE(isSame(loaded.contents, NvContents{}));
        REQUIRE(loaded.store.save(memory, contentsNumber(9)) == Status::Ok);
        REQUIRE(isSame(loadFrom(memory).contents, contentsNumber(9)));
    }
}

TEST_CASE("a damaged image beside an erased one is damage") {
    FaultyNvMemory memory = aMemoryWithTwoImages();
    memory.erase(1);
    memory.flipBit(0, 200);
    CHECK(loadFrom(memory).status == Status::Damaged);

    FaultyNvMemory other = aMemoryWithTwoImages();
    other.erase(0);
    other.flipBit(1, 200);
    CHECK(loadFrom(other).status == Status::Damaged);
}

TEST_CASE("an unreadable image is passed over and two of them are a read failure") {
    FaultyNvMemory memory = aMemoryWithTwoImages();
    memory.makeUnreadable(1, true);
    const Loaded loaded = loadFrom(memory);
    CHECK(loaded.status == Status::Ok);
    CHECK(isSame(loaded.contents, contentsNumber(1)));
    CHECK(loaded.store.imageState(1) == NvImageState::Unreadable);

    memory.makeUnreadable(0, true);
    CHECK(loadFrom(memory).status == Status::ReadFailed);
}

TEST_CASE("an image with settings that the meter would refuse is not used") {
    FaultyNvMemory memory = aMemoryWithTwoImages();
    Loaded loaded = loadFrom(memory);
    NvContents refused = contentsNumber(3);
    refused.settings.ctPrimaryA = 19;
    REQUIRE(loaded.store.save(memory, refused) == Status::Ok);
    CHECK(isSame(loadFrom(memory).contents, contentsNumber(2)));
}

TEST_CASE("the newer image is found across the roll-over of the sequence number") {
    FaultyNvMemory memory = aMemoryWithTwoImages();
    // Image 1 becomes the last before the roll-over (sequence 0xFFFFFFFF), image 0 number 0.
    const std::array<std::byte, 2> sequenceByte = {std::byte{0x00}, std::byte{0xFF}};
    for (std::size_t index = 0; index < kNvImageCount; ++index) {
        const std::span<std::byte> image = memory.image(index);
        std::ranges::fill(image.subspan(8, 4), sequenceByte[index]);
        std::uint32_t crc = crc32(image.first(kNvUsedSize - 5));
        for (std::byte& byte : image.subspan(kNvUsedSize - 5, 4)) {
            byte = static_cast<std::byte>(crc);
            crc >>= 8U;
        }
    }
    Loaded loaded = loadFrom(memory);
    CHECK(isSame(loaded.contents, contentsNumber(1)));
    REQUIRE(loaded.store.save(memory, contentsNumber(3)) == Status::Ok);
    CHECK(isSame(loadFrom(memory).contents, contentsNumber(3)));
}
