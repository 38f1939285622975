// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The register table against resources/registers.csv, which is the guide's point map in order.
#include "sim/registers/register_names.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace meter;

std::string fileText() {
    std::ifstream file(METERTWIN_REGISTERS_CSV, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Fields of one line; quotes as in RFC 4180 (the file has no doubled quotes).
std::vector<std::string> fieldsOf(const std::string& line) {
    std::vector<std::string> fields(1);
    bool isQuoted = false;
    for (const char character : line) {
        if (character == '"') {
            isQuoted = !isQuoted;
        } else if (character == ',' && !isQuoted) {
            fields.emplace_back();
        } else if (character != '\r') {
            fields.back() += character;
        }
    }
    return fields;
}

std::vector<std::vector<std::string>> fileRows() {
    std::vector<std::vector<std::string>> rows;
    std::istringstream text(fileText());
    std::string line;
    std::getline(text, line); // header
    while (std::getline(text, line)) {
        rows.push_back(fieldsOf(line));
    }
    return rows;
}

bool isListed(const std::string& list, SystemType type) {
    std::istringstream words(list);
    for (int number = 0; words >> number;) {
        if (number == static_cast<int>(type)) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("The register table equals the point map file row by row") {
    const auto rows = fileRows();
    REQUIRE(rows.size() == kRegisterMap.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::vector<std::string>& fields = rows[i];
        const RegisterRow& row = kRegisterMap[i];
        INFO("row of register " << fields.at(0));
        REQUIRE(fields.size() == 12);
        CHECK(std::to_string(row.number) == fields[0]);
        CHECK(std::to_string(row.words) == fields[1]);
        CHECK(row.isWritable() == (fields[2] == "R/W"));
        CHECK(row.isNonVolatile() == (fields[3] == "NV"));
        CHECK(formatText(row.format) == fields[4]);
        CHECK(scaleText(row.scale) == fields[6]);
        CHECK((row.variant() == Variant::Logging) == (fields[10] == "log"));
        for (const SystemTypeTraits& traits : kSystemTypes) {
            CHECK(row.isValidIn(traits) == isListed(fields[9], traits.type));
        }
        CHECK(registerTexts()[i].name == fields[8]);
        CHECK(registerTexts()[i].unit == fields[5]);
        CHECK(registerTexts()[i].range == fields[7]);
        CHECK(registerTexts()[i].description == fields[11]);
    }
}

TEST_CASE("The listing is the point map file byte for byte") {
    CHECK(registersCsv() == fileText());
}

TEST_CASE("Every register number is found in the row that holds it and no other") {
    std::vector<const RegisterRow*> expected(65'537, nullptr);
    for (const RegisterRow& row : kRegisterMap) {
        for (std::uint32_t number = row.number; number < row.number + std::uint32_t{row.words};
             ++number) {
            CHECK(expected[number] == nullptr); // rows do not overlap
            expected[number] = &row;
        }
    }
    for (std::uint32_t number = 0; number <= 65'536; ++number) {
        if (registerRowAt(number) != expected[number]) {
            FAIL("register " << number);
        }
    }
    CHECK(registerRowAt(8000 + 5760) == nullptr);
    CHECK(registerRowAt(0xFFFF'FFFFU) == nullptr);
}

TEST_CASE("The masks of phase quantities follow from the system types") {
    // The same facts stand in two tables: the point map and the system types.
    for (const RegisterRow& row : kRegisterMap) {
        INFO("register " << row.number);
        for (const SystemTypeTraits& traits : kSystemTypes) {
            if (row.quantity == Quantity::VoltageLn) {
                CHECK(row.isValidIn(traits) == traits.hasVoltageLn[row.index]);
            } else if (row.quantity == Quantity::VoltageLl) {
                CHECK(row.isValidIn(traits) == traits.hasVoltageLl[row.index]);
            } else if (row.quantity == Quantity::Current || row.quantity == Quantity::RealPower ||
                       row.quantity == Quantity::RealEnergyOfPhase) {
                CHECK(row.isValidIn(traits) == traits.hasPhase[row.index]);
            }
        }
    }
}

TEST_CASE("A name finds its integer and its float") {
    const auto found = registersNamed("real_power_b");
    REQUIRE(found.size() == 2);
    CHECK(found[0].row->number == 11);
    CHECK(found[1].row->number == 277);

    const RegisterPair energy = registerPairNamed("real_energy");
    REQUIRE(energy.integer);
    REQUIRE(energy.floating);
    CHECK(energy.integer->row->number == 1);
    CHECK(energy.floating->row->number == 257); // the guide lists the float twice

    CHECK(registersNamed("real_power").empty());
    CHECK_FALSE(registerPairNamed("ct_primary").floating);
    REQUIRE(namedRegisterAt(2));
    CHECK(namedRegisterAt(2)->text->name == "real_energy");
    CHECK_FALSE(namedRegisterAt(53));
}

TEST_CASE("A misspelt name brings the nearest known one") {
    CHECK(nearestRegisterName("frequncy") == "frequency");
    CHECK(nearestRegisterName("curent_a") == "current_a");
    CHECK(nearestRegisterName("real_power_totl") == "real_power_total");
    CHECK(nearestRegisterName("zzzzzzzzzzzz").empty());
}

TEST_CASE("The document names every register once") {
    const std::string page = registersMarkdown();
    for (const RegisterRow& row : kRegisterMap) {
        std::string cell = "\n| " + std::to_string(row.number);
        cell += row.words == 1 ? " |" : "–";
        const std::size_t first = page.find(cell);
        INFO("register " << row.number);
        CHECK(first != std::string::npos);
        CHECK(page.find(cell, first + 1) == std::string::npos);
    }
}
