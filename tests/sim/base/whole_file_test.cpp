// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/whole_file.hpp"

#include "sim/bundle/zip_file.hpp"
#include "tests/support/catch.hpp"

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>

using namespace meter::sim;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void put(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::size_t countIn(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

TEST_CASE("a file is there whole or as it was") {
    const auto folder = TemporaryFolder::create();
    REQUIRE(folder.has_value());
    const fs::path file = folder->path() / "a.csv";
    put(file, "old");
    {
        auto whole = WholeFile::begin(file);
        REQUIRE(whole.has_value());
        whole->stream() << "new";
        CHECK(contentOf(file) == "old");
    }
    CHECK(contentOf(file) == "old");
    CHECK(countIn(folder->path()) == 1);
    REQUIRE(writeWhole(file, "new").has_value());
    CHECK(contentOf(file) == "new");
    CHECK(countIn(folder->path()) == 1);
}

TEST_CASE("links and folders and what cannot be written are refused and left alone") {
    const auto folder = TemporaryFolder::create();
    REQUIRE(folder.has_value());
    const fs::path other = folder->path() / "other";
    put(other, "precious");
    const fs::path link = folder->path() / "link";
    fs::create_symlink(other, link);
    const fs::path hanging = folder->path() / "hanging";
    fs::create_symlink(folder->path() / "nothing", hanging);
    for (const fs::path& target :
         {link, hanging, folder->path(), folder->path() / "none" / "a", fs::path("/dev/null"),
          fs::path()}) {
        INFO(target.string());
        const auto written = writeWhole(target, "new");
        REQUIRE_FALSE(written.has_value());
        CHECK_FALSE(written.error().text.empty());
    }
    CHECK(fs::is_symlink(link));
    CHECK(fs::is_symlink(hanging));
    CHECK(contentOf(other) == "precious");
    CHECK(countIn(folder->path()) == 3);
}

TEST_CASE("a link that waits beside the file is not written through") {
    const auto folder = TemporaryFolder::create();
    REQUIRE(folder.has_value());
    const fs::path other = folder->path() / "other";
    put(other, "precious");
    fs::create_symlink(other, folder->path() / "a.csv.part");
    REQUIRE(writeWhole(folder->path() / "a.csv", "new").has_value());
    CHECK(contentOf(other) == "precious");
    CHECK(contentOf(folder->path() / "a.csv") == "new");
    CHECK(fs::is_symlink(folder->path() / "a.csv.part"));
}

TEST_CASE("a file keeps who may read it") {
    const auto folder = TemporaryFolder::create();
    REQUIRE(folder.has_value());
    const fs::path file = folder->path() / "a.csv";
    put(file, "old");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(writeWhole(file, "new").has_value());
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a full disk is told and the old file stays") {
    // The device answers every write as a full disk does.
    const auto folder = TemporaryFolder::create();
    REQUIRE(folder.has_value());
    const fs::path file = folder->path() / "a.csv";
    put(file, "old");
    auto whole = WholeFile::begin(file);
    REQUIRE(whole.has_value());
    whole->stream().close();
    whole->stream().open("/dev/full", std::ios::binary | std::ios::out);
    whole->stream() << std::string(1U << 20U, 'x');
    const auto done = whole->commit();
    REQUIRE_FALSE(done.has_value());
    CHECK(contentOf(file) == "old");
    CHECK(countIn(folder->path()) == 1);
}
