// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A report as text, JSON, JUnit XML and a page; whatever a master sent cannot break them.
#include "sim/report/judge_reports.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace meter::sim;

namespace {

JudgeReport report() {
    return {.score = 87,
            .requests = 3,
            .findings = {{.rule = "J03",
                          .severity = JudgeSeverity::Error,
                          .title = "no \"scales\" <read>",
                          .count = 4,
                          .frames = {"01 03"},
                          .shown = {7},
                          .cost = "digits",
                          .advice = "read & scale"},
                         {.rule = "J14",
                          .severity = JudgeSeverity::Advice,
                          .title = "no alerts",
                          .count = 1,
                          .frames = {},
                          .shown = {},
                          .cost = "c",
                          .advice = "a"}},
            .good = {"keeps its connection"}};
}

} // namespace

TEST_CASE("a report of the judge as JSON", "[judge]") {
    const auto json = nlohmann::json::parse(judgeJson(report()));
    CHECK(json["score"] == 87);
    CHECK(json["requests"] == 3);
    REQUIRE(json["findings"].size() == 2);
    CHECK(json["findings"][0]["rule"] == "J03");
    CHECK(json["findings"][0]["severity"] == "error");
    CHECK(json["findings"][0]["title"] == "no \"scales\" <read>");
    CHECK(json["findings"][0]["count"] == 4);
    CHECK(json["findings"][0]["frames"][0] == "01 03");
    CHECK(json["findings"][0]["cost"] == "digits");
    CHECK(json["findings"][0]["advice"] == "read & scale");
    CHECK(json["good"][0] == "keeps its connection");
    CHECK(nlohmann::json::parse(judgeJson({}))["findings"].empty());
}

TEST_CASE("a report of the judge as text", "[judge]") {
    CHECK(judgeText(report()) == "score 87 of 100, 3 requests\n"
                                 "J03 error, 4 times: no \"scales\" <read>\n"
                                 "    cost: digits\n"
                                 "    advice: read & scale\n"
                                 "    frame: 01 03\n"
                                 "J14 advice, once: no alerts\n"
                                 "    cost: c\n"
                                 "    advice: a\n"
                                 "good: keeps its connection\n");
}

TEST_CASE("only findings of severity error fail in JUnit", "[judge]") {
    const std::string xml = judgeJunit(report());
    CHECK(xml.find("tests=\"22\" failures=\"1\"") != std::string::npos);
    CHECK(xml.find("<failure message=\"no &quot;scales&quot; &lt;read&gt;\"") != std::string::npos);
    CHECK(xml.find("<system-out>advice, once") != std::string::npos);
}

TEST_CASE("the page escapes what it shows", "[judge]") {
    const std::string html = judgeHtml(report());
    CHECK(html.find("no &quot;scales&quot; &lt;read&gt;") != std::string::npos);
    CHECK(html.find("<read>") == std::string::npos);
    CHECK(html.find("read &amp; scale") != std::string::npos);
    CHECK(html.ends_with("</html>\n"));
}
