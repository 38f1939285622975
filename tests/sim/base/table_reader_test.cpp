// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/table_reader.hpp"

#include "sim/base/time_text.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <string>
#include <vector>

using namespace meter::sim;

namespace {

/// What is found in a table: names and units, then every cell, written out.
std::string read(const std::string& text) {
    Result<TableReader> table = TableReader::open(ByteSource(text), "t.csv");
    if (!table) {
        return "error: " + table.error().text;
    }
    std::string seen;
    for (const TableColumn& column : table->columns()) {
        seen += column.name + (column.unit.empty() ? "" : "[" + column.unit + "]") + " ";
    }
    while (true) {
        const Result<bool> hasRow = table->next();
        if (!hasRow) {
            return seen + "| error in line " + std::to_string(hasRow.error().place.line);
        }
        if (!*hasRow) {
            return seen;
        }
        seen += "|";
        for (const std::string_view cell : table->cells()) {
            const std::optional<double> number = table->number(cell);
            seen += number ? std::to_string(static_cast<int>(*number * 1000.0)) : std::string(cell);
            seen += ' ';
        }
    }
}

std::string utf16(const std::string& ascii, bool isLittle) {
    std::string bytes = isLittle ? "\xFF\xFE" : "\xFE\xFF";
    for (const char letter : ascii) {
        bytes += isLittle ? letter : '\0';
        bytes += isLittle ? '\0' : letter;
    }
    return bytes;
}

} // namespace

TEST_CASE("separators, decimal signs, quotes and encodings are found out") {
    const std::string wanted = "t va |0 1500 |1000 -2500 |2000 3250 ";
    CHECK(read("t,va\n0,1.5\n1,-2.5\n2,3.25\n") == wanted);
    CHECK(read("t;va\n0;1.5\n1;-2.5\n2;3.25\n") == wanted);
    CHECK(read("t\tva\n0\t1.5\n1\t-2.5\n2\t3.25\n") == wanted);
    CHECK(read("t;va\n0;1,5\n1;-2,5\n2;3,25\n") == wanted);
    CHECK(read("t\tva\r\n0\t1,5\r\n1\t-2,5\r\n2\t3,25\r\n") == wanted);
    CHECK(read("\"t\",\"va\"\n\"0\",\"1,5\"\n\"1\",\"-2,5\"\n\"2\",\"3,25\"\n") == wanted);
    CHECK(read("\xEF\xBB\xBFt,va\n0,1.5\n1,-2.5\n2,+3.25\n") == wanted);
    CHECK(read("# from a logger\n\nt,va\n# half way\n0,1.5\n1,-2.5\n2,3.25\n\x1A") == wanted);
    CHECK(read("sep=;\nt;va\n0;1,5\n1;-2,5\n2;3,25\n") == wanted);
    // Whole numbers in its second half: a solar logger's night.
    CHECK(read("t;va\n0;1,5\n1;0\n2;0\n3;0\n") == "t va |0 1500 |1000 0 |2000 0 |3000 0 ");
    for (const bool isLittle : {true, false}) {
        CHECK(read(utf16("t\tva\r\n0\t1,5\r\n1\t-2,5\r\n2\t3,25\r\n", isLittle)) == wanted);
    }
}

TEST_CASE("the heads of instruments are passed over and their units are taken") {
    // Keysight: names, then units.
    CHECK(read("x-axis,1,2\nsecond,Volt,Volt\n0,1,2\n1,2,3\n2,3,4\n") ==
          "x-axis[second] 1[Volt] 2[Volt] |0 1000 2000 |1000 2000 3000 |2000 3000 4000 ");
    // PicoScope: units in brackets, a blank line.
    CHECK(read("Time,Channel A\n(ms),(V)\n\n0,1\n1,2\n2,3\n") ==
          "Time[ms] Channel A[V] |0 1000 |1000 2000 |2000 3000 ");
    // Tektronix: lines of description above the names.
    CHECK(read("Model,MSO4034\nFirmware Version,2.48\n\nPoint Format,Y\nHorizontal Units,S\n"
               "Sample Interval,4e-08\nRecord Length,10000\nProbe Attenuation,1\n\nLabel,,\n"
               "TIME,CH1\n-2e-3,1\n-1e-3,2\n0,3\n1e-3,4\n2e-3,5\n3e-3,6\n4e-3,7\n5e-3,8\n") ==
          "TIME CH1 |-2 1000 |-1 2000 |0 3000 |1 4000 |2 5000 |3 6000 |4 7000 |5 8000 ");
    // Older Tektronix: the description stands beside the values.
    CHECK(read("Record Length,2.5e+03,,-0.001,1,\nSample Interval,4e-06,,0.000,2,\n"
               "Vertical Units,V,,0.001,3,\nSource,CH2,,0.002,4,\n,,,0.003,5,\n,,,0.004,6,\n") ==
          "time[s] CH2[V] |-1 1000 |0 2000 |1 3000 |2 4000 |3 5000 |4 6000 ");
    // Siglent.
    CHECK(read("Record Length,Analog:70\nSample Interval,Analog:2.0E-07\nVertical Units,V\n"
               "Vertical Scale,CH1:1.00\nSource,CH1\nSecond,Volt\n0.001,1\n0.002,2\n0.003,3\n"
               "0.004,4\n0.005,5\n0.006,6\n0.007,7\n") ==
          "Source[Second] CH1[Volt] |1 1000 |2 2000 |3 3000 |4 4000 |5 5000 |6 6000 |7 7000 ");
}

TEST_CASE("a head tells the distance of samples that are only numbered") {
    const std::string text("X,CH1,Start,Increment,\nSequence,Volt,-6.0e-03,1.0e-04\n"
                           "0,1.5,,\n1,2.5,,\n2,3.5,,\n3,4.5,,\n");
    const Result<TableReader> table = TableReader::open(ByteSource(text), "rigol.csv");
    REQUIRE(table.has_value());
    CHECK(table->columns()[0].unit == "Sequence");
    CHECK(table->columns()[1].unit == "Volt");
    CHECK(table->note("increment") == 1.0e-4);
}

TEST_CASE("rows keep their places, empty cells and their length") {
    CHECK(read("t,va,note\n0,1.5,ok\n1,,bad\n2,3.25,ok\n") ==
          "t va note |0 1500 ok |1000  bad |2000 3250 ok ");
    CHECK(read("t,va\n0,1\n1,2\n2,3,4\n3,4\n4,5\n") == "t va |0 1000 |1000 2000 | error in line 4");
    CHECK(read("0,1\n1,2\n2,3\n") == "1 2 |0 1000 |1000 2000 |2000 3000 "); // No header.
    CHECK(read("va\n1\n2\n3\n") == "va |1000 |2000 |3000 ");
    CHECK(read("").starts_with("error: the file is empty"));
}

TEST_CASE("times are read in every notation") {
    const auto at = [](std::string_view text, DateOrder order = DateOrder::DayFirst) {
        const std::optional<ClockTime> time = clockTimeOf(text, order);
        return time ? time->seconds : -1.0;
    };
    // Seconds since 1970 of 2024-12-31 23:45:00 UTC, from `date -u -d '2024-12-31 23:45' +%s`.
    constexpr double kEvening = 1735688700.0;
    CHECK(at("2024-12-31T23:45:00Z") == kEvening);
    CHECK(at("2024-12-31 23:45") == kEvening);
    CHECK(at("2025-01-01T00:45:00+01:00") == kEvening);
    CHECK(at("2024-12-31T18:15:00-0530") == kEvening);
    CHECK(at("31.12.2024 23:45:00") == kEvening);
    CHECK(at("31/12/2024 23:45") == kEvening);
    CHECK(at("12/31/2024 11:45 PM", DateOrder::MonthFirst) == kEvening);
    CHECK(at("2024/12/31, 23:45:00.25") == kEvening + 0.25);
    CHECK(at("06:30") == 23400.0);
    CHECK(at("00:00:01.5") == 1.5);
    CHECK(at("12:05 AM") == 300.0);
    CHECK(at("2024-02-29") == 1709164800.0); // A leap day, from the same program.
    for (const std::string_view wrong : {"2023-02-29", "25:00", "12:60", "31/31/2024", "yesterday",
                                         "12", "2024-12-31 noon", "257/01/2024", ""}) {
        INFO(wrong);
        CHECK_FALSE(clockTimeOf(wrong, DateOrder::DayFirst).has_value());
    }
    constexpr std::array<std::string_view, 2> kAmerican = {"01/12/2024", "01/13/2024"};
    CHECK(dateOrderOf(kAmerican) == DateOrder::MonthFirst);
    constexpr std::array<std::string_view, 2> kNeighbours = {"01/02/2024", "02/02/2024"};
    CHECK(dateOrderOf(kNeighbours) == DateOrder::DayFirst); // A day apart, not a month.
    CHECK(secondsOfUnit("Minutes") == 60.0);
    CHECK(secondsOfUnit("ms") == 1e-3);
    CHECK_FALSE(secondsOfUnit("furlong").has_value());
}
