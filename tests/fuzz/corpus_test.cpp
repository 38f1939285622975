// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every kept input of the fuzzers, in every build; and that the judges do complain.
#include "tests/fuzz/measuring_meter.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"
#include "tests/support/legal_answer.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

using namespace meter::test;

namespace {

std::vector<std::filesystem::path> corpusOf(std::string_view target) {
    std::vector<std::filesystem::path> files;
    const auto folder = std::filesystem::path(METERTWIN_FUZZ_CORPUS) / target;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

std::vector<std::byte> contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

} // namespace

TEST_CASE("J01 the kept inputs of the fuzzers bring no complaint") {
    for (const FuzzTarget& target : kFuzzTargets) {
        const std::vector<std::filesystem::path> files = corpusOf(target.name);
        CHECK(files.size() >= 10);
        for (const std::filesystem::path& file : files) {
            INFO(file.string());
            CHECK(target.run(contentOf(file)).value_or("") == "");
        }
    }
}

TEST_CASE("J05 every kept stream is answered alike in any pieces") {
    for (const std::filesystem::path& file : corpusOf("mbap")) {
        std::vector<std::byte> input = contentOf(file);
        if (input.empty()) {
            continue;
        }
        for (unsigned seed = 0; seed < 256; ++seed) {
            input[0] = static_cast<std::byte>(seed);
            INFO(file.string() << " cut by " << seed);
            CHECK(fuzzMbap(input).value_or("") == "");
        }
    }
}

TEST_CASE("What judges the fuzzers knows illegal answers") {
    const auto isLegal = [](std::string_view request, std::string_view answer) {
        return isLegalAnswer(fromHex(request), fromHex(answer));
    };
    CHECK(isLegal("03 00 00 00 01", "03 02 12 34"));
    CHECK_FALSE(isLegal("03 00 00 00 01", "03 04 12 34 00 00"));
    CHECK_FALSE(isLegal("03 00 00 00 01", "04 02 12 34"));
    CHECK_FALSE(isLegal("03 00 00 00 01", ""));
    CHECK_FALSE(isLegal("03 00 00 00 01", "83 05"));
    CHECK_FALSE(isLegal("03 00 00 00 00", "03 00"));
    CHECK_FALSE(isLegal("06 00 81 00 1F", "06 00 81 00 28"));
    CHECK(isLegal("10 00 94 00 01 02 00 03", "10 00 94 00 01"));
    CHECK_FALSE(isLegal("10 00 94 00 01 03 00 03", "10 00 94 00 01"));
    CHECK_FALSE(isLegal("2B 0E 01 00", "2B 0E 01 01 00 00 02 00 01 41"));
    CHECK_FALSE(isLegal("2B 0E 01 00", "2B 0E 01 01 00 00 01 00 01 41 42"));
    CHECK_FALSE(isLegal("07", "07 00"));
}

TEST_CASE("A meter set back is the same meter again") {
    theMeter().reset();
    const MeasuringMeter::Kept before = theMeter().kept();
    std::array<std::byte, 256> response{};
    static_cast<void>(theMeter().meter().servePdu(fromHex("06 00 82 00 C8"), response));
    CHECK(theMeter().kept() != before);
    theMeter().reset();
    CHECK(theMeter().kept().settings == before.settings);
}
