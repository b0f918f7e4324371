#include "report/linkage_page.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "readers/rows.hpp"
#include "report/linkage_ftm.hpp"
#include "report/linkage_sections.hpp"

namespace muster::report {
namespace {

// A list, linked; all that the page points to.
struct Linked {
  model::RowTable table;
  std::vector<resolve::ColumnRole> roles;
  resolve::LinkRows rows;
  resolve::Linkage linkage;

  explicit Linked(const std::string& csv, const std::string& id = "id") {
    auto read = readers::rows_of(csv, "people.csv", {readers::HeaderRow::kFirst, ""});
    EXPECT_TRUE(read);
    table = std::move(*read);
    roles = *resolve::recognise_columns(table, {.id = id, .truth = ""});
    rows = resolve::make_link_rows(table, roles, {});
    linkage = resolve::link(rows, {}).value();
  }
  [[nodiscard]] LinkagePage page() const { return {.table = table, .rows = rows, .linkage = linkage}; }
  [[nodiscard]] std::vector<nlohmann::json> entities() const {
    std::vector<nlohmann::json> lines;
    write_linkage_ftm({table, roles, rows, linkage},
                      [&](std::string_view line) { lines.push_back(nlohmann::json::parse(line)); });
    return lines;
  }
};

const std::string kHeader = "id,given_name,surname,date_of_birth,street_number,address,city,occupation\n";

// Thirty people, a third of them twice with a slip of the hand.
std::string invented_people() {
  constexpr std::array kGiven{"anna",   "petro",  "olha",  "maksym", "iryna",
                              "danylo", "sofiia", "taras", "lidia",  "roman"};
  constexpr std::array kFamily{"hrynko", "testova", "vymysel", "kazka",
                               "nihto",  "zahadka", "mriia",   "tyniuk"};
  std::string csv = kHeader;
  for (int i = 0; i < 30; ++i) {
    const auto date = fmt::format("19{:02}-{:02}-{:02}", 50 + i, 1 + i % 12, 1 + (i * 7) % 28);
    const std::string family = kFamily[static_cast<std::size_t>(i * 3 % 8)];
    csv += fmt::format("a{},{},{},{},{},oak lane,sumy,clerk\n", i, kGiven[static_cast<std::size_t>(i % 10)],
                       family, date, i + 1);
    if (i % 3 == 0)
      csv += fmt::format("b{},{},{}x,{},{},oak lane,sumy,\n", i, kGiven[static_cast<std::size_t>(i % 10)],
                         family, date, i + 1);
  }
  return csv;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(LinkagePage, tells_counts_rules_model_and_pairs) {
  const Linked linked(invented_people());
  const std::string html = linkage_html(linked.page());
  EXPECT_TRUE(html.starts_with("<!doctype html>"));
  EXPECT_TRUE(holds(html, "people.csv"));
  for (const char* section : {"review", "clusters", "probabilities", "model", "rules"})
    EXPECT_TRUE(holds(html, fmt::format("<section id=\"{}\"", section))) << section;
  EXPECT_TRUE(holds(html, "before comparing"));
  EXPECT_FALSE(holds(html, "{{"));
  EXPECT_FALSE(holds(html, "http://"));
}

TEST(LinkagePage, the_least_decided_pair_comes_first) {
  const Linked linked(invented_people());
  const auto pairs = review_order(linked.page());
  ASSERT_FALSE(pairs.empty());
  EXPECT_TRUE(
      std::ranges::is_sorted(pairs, {}, [](const auto* pair) { return std::abs(pair->probability - 0.5F); }));
  LinkagePage few = linked.page();
  few.most_pairs = 1;
  EXPECT_EQ(review_order(few).size(), 1U);
}

TEST(LinkagePage, letters_that_differ_are_marked) {
  const std::string html = linkage_html_main(Linked(invented_people()).page());
  EXPECT_TRUE(holds(html, "<mark>x</mark>"));
  EXPECT_FALSE(holds(html, "<mark></mark>"));
}

TEST(LinkagePage, doubts_are_told_with_their_pair) {
  Linked linked(invented_people());
  linked.linkage.doubts.push_back({resolve::DoubtKind::kContradiction, {0, 1}, "they cannot be one"});
  const std::string html = linkage_html_main(linked.page());
  EXPECT_TRUE(holds(html, "contradiction: they cannot be one"));
  for (const auto* pair : review_order(linked.page())) EXPECT_NE(pair->rows, (resolve::RowPair{0, 1}));
}

TEST(LinkagePage, a_list_in_which_nobody_stands_twice_gives_a_page) {
  const Linked linked(
      kHeader +
      "1,anna,hrynko,1950-01-02,1,oak lane,sumy,clerk\n2,petro,kazka,1961-07-30,9,elm road,lviv,\n");
  EXPECT_TRUE(holds(linkage_html_main(linked.page()), "How large the clusters are"));
}

// Whatever the cells hold, every tag of the page is one of its own.
TEST(LinkagePage, words_of_the_list_bring_no_tags) {
  constexpr std::array<std::string_view, 34> kTags{
      "article",  "bdi",   "div",  "h1",      "h2",   "h3",      "header",  "li",    "line",
      "mark",     "p",     "rect", "section", "span", "svg",     "table",   "tbody", "td",
      "th",       "thead", "tr",   "ul",      "wbr",  "details", "summary", "a",     "col",
      "colgroup", "b",     "dl",   "dt",      "dd",   "ol",      "main"};
  RC_ASSERT(rc::check([&] {
    const auto signs = *rc::gen::container<std::string>(
        rc::gen::element('<', '>', '/', 'a', 'b', '"', '\'', '&', '=', ' ', ';', '!', '-', '_', '1'));
    const std::string words = "<script>\"'&" + signs;
    std::string quoted;
    for (const char c : words) quoted.append(c == '"' ? 2 : 1, c);
    std::string csv = "id,\"" + quoted + "\",surname\n";
    for (int i = 0; i < 4; ++i) csv += fmt::format("{},\"{}\",\"{}{}\"\n", i, quoted, quoted, i % 2);
    const std::string html = linkage_html_main(Linked(csv).page());
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
      std::string_view name = std::string_view(html).substr(at + (html[at + 1] == '/' ? 2 : 1));
      name = name.substr(0, name.find_first_of(" >/"));
      RC_ASSERT(std::ranges::find(kTags, name) != kTags.end());
    }
  }));
}

TEST(LinkageFtm, rows_of_a_cluster_become_one_entity) {
  const Linked linked(invented_people());
  const auto entities = linked.entities();
  std::size_t rows = 0;
  for (const auto& entity : entities) rows += 1 + entity["referents"].size();
  EXPECT_EQ(rows, linked.rows.size());
  const auto merged =
      std::ranges::find_if(entities, [](const auto& e) { return e["referents"].size() == 1; });
  ASSERT_NE(merged, entities.end());
  EXPECT_EQ((*merged)["schema"], "Person");
  EXPECT_EQ((*merged)["properties"]["lastName"].size(), 2U);
  EXPECT_EQ((*merged)["properties"]["birthDate"].size(), 1U);
  EXPECT_EQ((*merged)["properties"]["position"][0], "clerk");
}

TEST(LinkageFtm, addresses_are_whole_dates_are_iso_and_nothing_is_lost) {
  const Linked linked(
      "id,name,date_of_birth,street_number,address,city,shoe\n"
      "1,Anna Hrynko,19500102,7,Oak Lane,Sumy,blue\n2,Petro Kazka,19610730,,,Lviv,\n");
  const auto entities = linked.entities();
  ASSERT_EQ(entities.size(), 2U);
  EXPECT_EQ(entities[0]["id"], "1");
  EXPECT_EQ(entities[0]["caption"], "Anna Hrynko");
  EXPECT_EQ(entities[0]["properties"]["address"][0], "7 Oak Lane, Sumy");
  EXPECT_EQ(entities[0]["properties"]["birthDate"][0], "1950-01-02");
  EXPECT_EQ(entities[0]["properties"]["notes"][0], "shoe: blue");
  EXPECT_FALSE(entities[1]["properties"].contains("notes"));
}

}  // namespace
}  // namespace muster::report
