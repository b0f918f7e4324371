// The three writers on one invented brief, against golden files in tests/corpus/report/. MUSTER_APPROVE=1
// rewrites them.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/file.hpp"
#include "report/brief_html.hpp"
#include "report/brief_json.hpp"
#include "report/brief_text.hpp"
#include "report/invented_brief_test.hpp"

namespace muster::report {
namespace {

void expect_golden(const std::string& name, const std::string& got) {
  const std::string path = std::string(MUSTER_SOURCE_DIR) + "/tests/corpus/report/" + name;
  if (std::getenv("MUSTER_APPROVE")) {
    ASSERT_TRUE(base::write_file(path, got));
    return;
  }
  const auto wanted = base::read_file(path);
  ASSERT_TRUE(wanted) << path;
  EXPECT_EQ(got, *wanted) << "MUSTER_APPROVE=1 rewrites " << path;
}

std::size_t occurrences(const std::string& text, std::string_view of) {
  std::size_t count = 0;
  for (std::size_t at = text.find(of); at != std::string::npos; at = text.find(of, at + of.size())) ++count;
  return count;
}

TEST(BriefGolden, json) {
  expect_golden("quarry.json", brief_json(invented_brief()));
}
TEST(BriefGolden, html) {
  expect_golden("quarry.html", brief_html_main(invented_brief()));
}
TEST(BriefGolden, text) {
  expect_golden("quarry.txt", brief_text(invented_brief(), {80, false}));
}

TEST(BriefJson, parses_back_to_the_same_fields) {
  const Brief brief = invented_brief();
  const auto json = nlohmann::json::parse(brief_json(brief));
  ASSERT_EQ(json["claims"].size(), brief.claims.size());
  for (std::size_t i = 0; i < brief.claims.size(); ++i) {
    const BriefClaim& claim = brief.claims[i];
    const auto& got = json["claims"][i];
    EXPECT_EQ(got["content"], claim.content);
    EXPECT_EQ(got["speaker"], claim.speaker);
    EXPECT_EQ(got["stance"], model::to_string(claim.stance));
    EXPECT_EQ(got["parent"].is_null(), claim.parent == 0);
    EXPECT_EQ(got["quotes"][0]["start"], claim.quotes[0].start);
    EXPECT_EQ(got["quotes"][0]["text"], claim.quotes[0].text);
  }
  EXPECT_EQ(json["documents"][6]["name"], brief.documents[6].name);
  EXPECT_EQ(json["people"]["lists"][0]["people"], 61);
}

TEST(BriefJson, links_only_what_is_decided) {
  const auto papers = nlohmann::json::parse(brief_json(invented_brief()))["people"]["papers"];
  EXPECT_EQ(papers[0]["verdict"], "same");
  EXPECT_EQ(papers[0]["link"]["row"], 5);
  EXPECT_EQ(papers[1]["verdict"], "unsure");
  EXPECT_TRUE(papers[1]["link"].is_null());
  EXPECT_EQ(papers[1]["candidates"].size(), 2u);
  EXPECT_EQ(papers[2]["verdict"], "none");
}

TEST(BriefJson, prints_no_nan_and_survives_broken_bytes) {
  Brief brief = invented_brief();
  brief.doubles[0].probability = std::numeric_limits<double>::quiet_NaN();
  brief.places[0].candidates[0].latitude = std::numeric_limits<double>::infinity();
  brief.case_name = "broken \xff";
  const auto json = nlohmann::json::parse(brief_json(brief));
  EXPECT_TRUE(json["people"]["doubles"][0]["probability"].is_null());
  EXPECT_TRUE(json["places"][0]["candidates"][0]["lat"].is_null());
  EXPECT_EQ(json["case"], "broken \uFFFD");
}

TEST(BriefHtml, lets_no_markup_of_a_document_through) {
  const std::string html = brief_html(invented_brief());
  EXPECT_EQ(occurrences(html, "<script"), 1u);
  EXPECT_EQ(occurrences(html, "</script"), 1u);
  EXPECT_EQ(occurrences(html, "<img"), 0u);
  EXPECT_EQ(html.find("<b>TARO"), std::string::npos);
  EXPECT_EQ(html.find("\"onmouseover"), std::string::npos);
  EXPECT_NE(html.find("[U+202E]txt.exe"), std::string::npos);
  EXPECT_EQ(html.find("href=\"javascript"), std::string::npos);
}

TEST(BriefHtml, fetches_nothing) {
  const std::string html = brief_html(invented_brief());
  EXPECT_NE(html.find("default-src 'none'; script-src 'sha256-"), std::string::npos);
  for (const char* reaching : {" src=\"", "url(", "@import", "<link", "<iframe", "fetch("}) {
    EXPECT_EQ(html.find(reaching), std::string::npos) << reaching;
  }
}

TEST(BriefHtml, marks_something_wherever_it_opens_a_source) {
  const std::string html = brief_html_main(invented_brief());
  for (std::size_t at = html.find("<details class=\"evidence\""); at != std::string::npos;
       at = html.find("<details class=\"evidence\"", at + 1)) {
    EXPECT_LT(html.find("<mark>", at), html.find("</details>", at));
  }
}

TEST(BriefHtml, keeps_all_of_a_large_case_and_is_written_at_once) {
  const Brief brief = large_brief(5000);
  const auto before = std::chrono::steady_clock::now();
  const std::string html = brief_html(brief);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(2));
  EXPECT_EQ(occurrences(html, "<article class=\"item claim"), 5000u);
  EXPECT_EQ(occurrences(html, "<details"), occurrences(html, "</details>"));
  EXPECT_EQ(occurrences(html, "<div"), occurrences(html, "</div>"));
}

TEST(BriefHtml, writes_an_empty_brief) {
  const std::string html = brief_html({});
  EXPECT_NE(html.find("How to read this"), std::string::npos);
  EXPECT_EQ(html.find("Look at these first"), std::string::npos);
}

TEST(BriefText, keeps_to_the_width_with_wide_characters) {
  for (const int width : {40, 60, 80, 120}) {
    std::istringstream lines(brief_text(invented_brief(), {width, false}));
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(columns_of(line), static_cast<std::size_t>(width)) << line;
  }
}

TEST(BriefText, says_how_much_it_leaves_out) {
  const std::string text = brief_text(large_brief(5000), {80, false});
  EXPECT_LT(std::ranges::count(text, '\n'), 110);
  EXPECT_NE(text.find("4,990 more claims"), std::string::npos);
}

TEST(BriefText, colours_only_when_asked) {
  EXPECT_EQ(brief_text(invented_brief(), {80, false}).find('\x1b'), std::string::npos);
  EXPECT_NE(brief_text(invented_brief(), {80, true}).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace muster::report
