// Lists from files and cases, laid over one another.
#include "engine/lists.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "engine/add.hpp"
#include "engine/case_rows.hpp"
#include "engine/intake.hpp"
#include "resolve/link_fields.hpp"

namespace muster::engine {
namespace {

namespace fs = std::filesystem;

class ListsTest : public ::testing::Test {
 protected:
  ListsTest()
      : folder_(fs::temp_directory_path() /
                fmt::format("muster-lists-{}-{}", ::getpid(),
                            ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~ListsTest() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return (folder_ / name).string();
  }

  // A case with a list of each text.
  [[nodiscard]] std::string make_case(const std::vector<std::string>& texts) const {
    for (std::size_t i = 0; i < texts.size(); ++i) (void)write(fmt::format("in/{}.csv", i), texts[i]);
    auto opened = store::Case::create_or_open(folder_ / "c.case").value();
    EXPECT_TRUE(add_files(opened, find_inputs({folder_ / "in"}), {}, {}));
    return (folder_ / "c.case").string();
  }

  fs::path folder_;
};

const model::RowColumn* column(const model::RowTable& table, const std::string& header) {
  const auto found = std::ranges::find(table.columns, header, &model::RowColumn::header);
  return found == table.columns.end() ? nullptr : &*found;
}

bool has_note(const Lists& lists, const std::string& part) {
  return std::ranges::any_of(lists.notes,
                             [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

TEST_F(ListsTest, ListsOfOtherHeadersAndOrdersOfTheDateAreLaidOverOneAnother) {
  const std::string roster =
      write("roster.csv", "nr,Имя,Фамилия,Дата рождения\n1,Мира,Врба,24.06.1971\n2,Оскар,Тамм,03.04.1980\n");
  const std::string members =
      write("members.tsv",
            "ref\tsurname\tgiven name\tdob\nm1\tVrba\tMira\t06/24/1971\nm2\tQuist\tInes\t12/30/1964\n");
  const auto lists = read_lists({roster, members}, {});
  ASSERT_TRUE(lists) << lists.error().what;
  EXPECT_EQ(lists->table.rows, 4U);
  EXPECT_EQ(lists->sources, (std::vector<std::string>{"roster.csv", "members.tsv"}));
  EXPECT_EQ(lists->source_of, (std::vector<std::uint16_t>{0, 0, 1, 1}));
  EXPECT_EQ(lists->table.columns.size(), 4U) << "each property once";
  EXPECT_EQ(column(lists->table, "Фамилия")->at(2), "Vrba");
  EXPECT_EQ(column(lists->table, "nr")->at(3), "m2") << "ids do not clash: as written";
  const auto rows = resolve::make_link_rows(lists->table, lists->roles, lists->source_of);
  const auto date = std::ranges::find(rows.fields, resolve::FieldKind::kDate, &resolve::LinkField::kind);
  ASSERT_NE(date, rows.fields.end());
  const auto value = [&](const std::string& id) {
    return date->value_of[static_cast<std::size_t>(std::ranges::find(rows.ids, id) - rows.ids.begin())];
  };
  EXPECT_EQ(value("1"), value("m1")) << "24 June in both";
  EXPECT_EQ(date->values[value("m2")].text, "1964-12-30");
  EXPECT_EQ(date->values[value("2")].text, "1980-4-3");
}

TEST_F(ListsTest, IdsThatClashGetTheirListsName) {
  const auto lists = read_lists({write("a.csv", "id,name\n1,Mira Vrba\n2,Ines Quist\n"),
                                 write("b.csv", "id,name\n2,Oskar Tamm\n3,Jana Holm\n")},
                                {});
  ASSERT_TRUE(lists);
  const auto& ids = *column(lists->table, "id");
  EXPECT_EQ(ids.at(1), "a.csv:2");
  EXPECT_EQ(ids.at(2), "b.csv:2");
  EXPECT_TRUE(has_note(*lists, "share ids"));
}

TEST_F(ListsTest, FilesOfOneNameInTwoFoldersAreToldApart) {
  const auto lists = read_lists({write("old/a.csv", "id,name\n1,Mira Vrba\n2,Ines Quist\n"),
                                 write("new/a.csv", "id,name\n2,Oskar Tamm\n3,Jana Holm\n")},
                                {});
  ASSERT_TRUE(lists);
  EXPECT_NE(lists->sources[0], lists->sources[1]);
  EXPECT_NE(column(lists->table, "id")->at(1), column(lists->table, "id")->at(2));
}

TEST_F(ListsTest, RowsWithoutAnIdGetTheirNumber) {
  const auto lists = read_lists({write("a.csv", "name,dob\nMira Vrba,1971-06-24\nInes Quist,1964-12-30\n"),
                                 write("b.csv", "name,dob\nOskar Tamm,1980-04-03\nJana Holm,1990-01-02\n")},
                                {});
  ASSERT_TRUE(lists);
  const auto rows = resolve::make_link_rows(lists->table, lists->roles, lists->source_of);
  EXPECT_EQ(rows.ids, (std::vector<std::string>{"a.csv:row 2", "a.csv:row 3", "b.csv:row 2", "b.csv:row 3"}));
}

TEST_F(ListsTest, AColumnThatOneOfTheListsHasMayBeNamed) {
  const std::string a = write("a.csv", "key,Wer,seit\na1,Mira Vrba,x\na2,Ines Quist,y\n");
  const std::string b = write("b.csv", "number,name\nb1,Oskar Tamm\nb2,Jana Holm\n");
  const auto lists = read_lists({a, b}, {"number", "", {{"Wer", "name"}}, {"seit"}});
  ASSERT_TRUE(lists) << lists.error().what;
  EXPECT_EQ(column(lists->table, "Wer")->at(2), "Oskar Tamm");
  const auto refused = read_lists({a, b}, {"", "", {{"Was", "name"}}, {}});
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().what.find("'Was'"), std::string::npos);
}

TEST_F(ListsTest, AColumnOfSourcesMakesSeveralListsOfOne) {
  const auto lists = read_lists(
      {write("a.csv", "id,name,source\n1,Mira Vrba,old\n2,Ines Quist,new\n3,Oskar Tamm,old\n")}, {});
  ASSERT_TRUE(lists);
  EXPECT_EQ(lists->source_of[0], lists->source_of[2]);
  EXPECT_NE(lists->source_of[0], lists->source_of[1]);
  EXPECT_EQ(lists->sources[lists->source_of[1]], "new");
}

TEST_F(ListsTest, AFileThatCannotBeReadIsNamed) {
  const std::string good = write("a.csv", "id,name\n1,Mira Vrba\n");
  for (const std::string& bad : {(folder_ / "nowhere.csv").string(), write("empty.csv", ""),
                                 write("only.csv", "id,name\n"), folder_.string()}) {
    const auto lists = read_lists({good, bad}, {});
    ASSERT_FALSE(lists) << bad;
    EXPECT_NE(lists.error().where.find(fs::path(bad).filename().string()), std::string::npos)
        << lists.error().where;
  }
}

TEST_F(ListsTest, ThePeopleOfACaseAreRowsAPropertyAColumn) {
  const std::string folder = make_case(
      {"name,date of birth,citizenship\nMira Vrba,24.06.1971,Nigeria; Niger\nInes Quist,30.12.1964,Kenya\n"});
  const auto table = rows_of_case(folder);
  ASSERT_TRUE(table) << table.error().what;
  EXPECT_EQ(table->rows, 2U);
  for (const auto& each : table->columns) EXPECT_EQ(each.value_of.size(), 2U) << each.header;
  ASSERT_NE(column(*table, "id"), nullptr);
  ASSERT_NE(column(*table, "source"), nullptr);
  ASSERT_NE(column(*table, "name"), nullptr);
  EXPECT_EQ(column(*table, "name")->at(0), "Mira Vrba");
  EXPECT_NE(column(*table, "id")->at(0), column(*table, "id")->at(1));
  EXPECT_TRUE(read_lists({folder + "/"}, {}));
}

TEST_F(ListsTest, AValueThatIsPartOfAnotherIsKept) {
  const auto table = rows_of_case(make_case(
      {"name,full name,date of birth\nAnnette Vrba,Annette,24.06.1971\nInes Quist,Ines Quist,30.12.1964\n"}));
  ASSERT_TRUE(table) << table.error().what;
  EXPECT_EQ(column(*table, "name")->at(0), "Annette Vrba ; Annette");
  EXPECT_EQ(column(*table, "name")->at(1), "Ines Quist") << "but what is said twice stands once";
}

TEST_F(ListsTest, AFolderThatIsNoCaseOrHoldsNobodyIsRefused) {
  fs::create_directories(folder_ / "plain");
  EXPECT_FALSE(rows_of_case(folder_ / "plain"));
  EXPECT_FALSE(rows_of_case(folder_ / "nowhere"));
  (void)store::Case::create_or_open(folder_ / "empty.case");
  const auto table = rows_of_case(folder_ / "empty.case");
  ASSERT_FALSE(table);
  EXPECT_NE(table.error().what.find("no statements"), std::string::npos);
}

}  // namespace
}  // namespace muster::engine
