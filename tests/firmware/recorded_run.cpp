// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/firmware/recorded_run.hpp"

namespace meter::test {

namespace {

struct RegisterBlock {
    std::uint16_t first;
    std::uint16_t count;
};

constexpr std::array<RegisterBlock, 4> kBlocks = {{{1, 52}, {129, 26}, {257, 90}, {7001, 1}}};

struct ScriptedWrite {
    int second;
    std::uint16_t number;
    std::uint16_t value;
};

/// Every system type is measured, the scales change, demand and energies are restarted.
constexpr std::array<ScriptedWrite, 8> kWrites = {{
    {2, 150, 10}, // Sub-intervals of 10 s.
    {4, 144, 10}, // The finest pulse.
    {6, 131, 200},
    {9, 130, 31},
    {12, 130, 12},
    {15, 129, 30078},
    {17, 130, 11},
    {20, 130, 10},
}};

constexpr std::array<Key, 6> kKeys = {Key::Right, Key::Minus, Key::Minus,
                                      Key::Right, Key::Right, Key::Left};

constexpr char kDigits[] = "0123456789abcdef";

void printWord(RecordedHost& host, std::uint32_t value, int digits) {
    std::array<char, 10> text{};
    for (int index = 0; index < digits; ++index) {
        text[static_cast<std::size_t>(digits - 1 - index)] = kDigits[(value >> (4 * index)) & 15U];
    }
    text[static_cast<std::size_t>(digits)] = ' ';
    host.print(text.data());
}

constexpr std::byte high(std::uint16_t word) {
    return static_cast<std::byte>(word >> 8U);
}

constexpr std::byte low(std::uint16_t word) {
    return static_cast<std::byte>(word & 0xFFU);
}

void printBlock(Meter& meter, RecordedHost& host, RegisterBlock block) {
    const auto address = static_cast<std::uint16_t>(block.first - 1);
    const std::array<std::byte, 5> request = {std::byte{3}, high(address), low(address),
                                              high(block.count), low(block.count)};
    std::array<std::byte, 256> response{};
    for (const std::byte byte : meter.servePdu(request, response)) {
        printWord(host, static_cast<std::uint32_t>(byte), 2);
    }
    host.print("\n");
}

void printGlass(const Glass& glass, RecordedHost& host) {
    for (const std::uint16_t cell : glass.label) {
        printWord(host, cell, 4);
    }
    for (const std::uint8_t cell : glass.value) {
        printWord(host, cell, 2);
    }
    printWord(host, glass.points, 2);
    printWord(host, glass.icons, 8);
    host.print("\n");
}

void writeScripted(Meter& meter, int second) {
    for (const ScriptedWrite& write : kWrites) {
        if (write.second == second) {
            const auto address = static_cast<std::uint16_t>(write.number - 1);
            const std::array<std::byte, 5> request = {std::byte{6}, high(address), low(address),
                                                      high(write.value), low(write.value)};
            std::array<std::byte, 256> response{};
            meter.servePdu(request, response);
        }
    }
}

} // namespace

void runRecorded(Meter& meter, RecordedHost& host) {
    meter.powerUp(0);
    std::array<SampleFrame, kRecordedSlice> frames{};
    for (int second = 1; second <= kRecordedSeconds; ++second) {
        for (std::size_t slice = 0; slice < kSamplesPerSecond / kRecordedSlice; ++slice) {
            host.readFrames(frames);
            meter.onSamples(frames);
        }
        for (const RegisterBlock block : kBlocks) {
            printBlock(meter, host, block);
        }
        printGlass(meter.glass(), host);
        writeScripted(meter, second);
        const Key key = kKeys[static_cast<std::size_t>(second) % kKeys.size()];
        meter.onKey(key, true);
        meter.onKey(key, false);
    }
    meter.powerFail();
}

} // namespace meter::test
