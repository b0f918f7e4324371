#include "names/name_list.hpp"

#include <gtest/gtest.h>

namespace muster::names {
namespace {

struct Read {
  std::vector<std::string> names;  // "name|id"
  ListCounts counts;
};

Read read(std::string_view bytes, ListKind kind, const ListOptions& options = {}) {
  Read out;
  const auto counts =
      read_names(bytes, kind, options, [&](std::string_view name, std::string_view id, std::size_t) {
        out.names.push_back(std::string(name) + "|" + std::string(id));
      });
  out.counts = counts.value();
  return out;
}

using Strings = std::vector<std::string>;

TEST(NameList, ReadsANameALine) {
  const Read list = read("\xEF\xBB\xBFRenata Holm\r\n\n  Lindqvist  \nRenata Holm", ListKind::kText);
  EXPECT_EQ(list.names, (Strings{"Renata Holm|", "Lindqvist|", "Renata Holm|"}));
  EXPECT_EQ(list.counts.rows, 4U);
  EXPECT_EQ(list.counts.empty, 1U);
}

TEST(NameList, FindsTheColumnsByTheirHeadings) {
  EXPECT_EQ(read("ID,Full Name,born\r\n7,\"Holm, Renata\"\"R\"\"\",1970\r\n8,,\r\n", ListKind::kCsv).names,
            (Strings{"Holm, Renata\"R\"|7"}));
  EXPECT_EQ(read("id\tname\taliases\nx\tRenata Holm\tR. Holm;Renate Holm\n", ListKind::kTsv).names,
            (Strings{"Renata Holm|x", "R. Holm|x", "Renate Holm|x"}));
  EXPECT_EQ(read("Renata Holm,1970\nLindqvist,1971\n", ListKind::kCsv).names,
            (Strings{"Renata Holm|", "Lindqvist|"}));
}

TEST(NameList, ReadsCellsWithLineBreaksAndAnOpenQuotationMark) {
  EXPECT_EQ(read("name,id\n\"Renata\nHolm\",1\n\"Lindqvist,2\n", ListKind::kCsv).names,
            (Strings{"Renata\nHolm|1", "Lindqvist,2|"}));
}

TEST(NameList, ReadsEntitiesOfFollowTheMoney) {
  const std::string_view lines =
      "{\"id\":\"a\",\"caption\":\"R. Holm\",\"properties\":{\"name\":[\"Renata "
      "Holm\"],\"alias\":[\"Renate\"]}}\n"
      "{\"id\":\"b\",\"caption\":\"Lindqvist\",\"properties\":{}}\n"
      "not json\n{\"id\":\"c\"}\n";
  const Read list = read(lines, ListKind::kJson);
  EXPECT_EQ(list.names, (Strings{"Renata Holm|a", "Renate|a", "Lindqvist|b"}));
  EXPECT_EQ(list.counts.broken, 1U);
  EXPECT_EQ(list.counts.empty, 1U);
  EXPECT_EQ(read("[{\"name\":\"Renata Holm\"}]", ListKind::kJson).names, (Strings{"Renata Holm|"}));
}

TEST(NameList, RefusesWhatIsNoList) {
  const ListVisitor ignore = [](std::string_view, std::string_view, std::size_t) {};
  EXPECT_FALSE(read_names(std::string_view("a\0b", 3), ListKind::kText, {}, ignore));
  EXPECT_FALSE(read_names("Renata Holm\n", ListKind::kJson, {}, ignore));
  EXPECT_FALSE(read_names("[{", ListKind::kJson, {}, ignore));
}

TEST(NameList, RepairsBrokenText) {
  EXPECT_EQ(read("Ren\xFF"
                 "ata",
                 ListKind::kText)
                .names,
            (Strings{"Ren\xEF\xBF\xBD"
                     "ata|"}));
}

TEST(NameList, KnowsTheKindByEndingOrContent) {
  EXPECT_EQ(list_kind("a.CSV", ""), ListKind::kCsv);
  EXPECT_EQ(list_kind("entities.ftm.json", ""), ListKind::kJson);
  EXPECT_EQ(list_kind("-", "{\"id\":1}\n"), ListKind::kJson);
  EXPECT_EQ(list_kind("list", "a\tb\n"), ListKind::kTsv);
  EXPECT_EQ(list_kind("list", "Renata Holm\n"), ListKind::kText);
}

}  // namespace
}  // namespace muster::names
