// What the columns of a list hold: by their headers, by their cells, as the user said.
#include "resolve/link_columns.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "resolve/link_test_lists.hpp"

namespace muster::resolve {
namespace {

std::vector<ColumnRole> roles_of(const Cells& headers, const std::vector<Cells>& rows,
                                 const ColumnWishes& wishes = {}) {
  return recognise_columns(table_of(headers, rows), wishes).value();
}

// The role of a column whose cells tell nothing.
ColumnRole role_of(const std::string& header) {
  return roles_of({header}, {{"a"}, {"b"}})[0];
}

TEST(LinkColumns, HeadersInManyLanguagesAreKnown) {
  const std::vector<std::pair<std::string, FieldKind>> known = {
      {"First name", FieldKind::kGivenName},
      {"Vorname", FieldKind::kGivenName},
      {"prénom", FieldKind::kGivenName},
      {"Имя", FieldKind::kGivenName},
      {"Ім’я", FieldKind::kGivenName},
      {"surname", FieldKind::kFamilyName},
      {"Фамилия", FieldKind::kFamilyName},
      {"apellidos", FieldKind::kFamilyName},
      {"姓名", FieldKind::kFullName},
      {"ФИО", FieldKind::kFullName},
      {"Date of Birth", FieldKind::kDate},
      {"Geburtsdatum", FieldKind::kDate},
      {"Дата рождения", FieldKind::kDate},
      {"出生日期", FieldKind::kDate},
      {"né le", FieldKind::kDate},
      {"E-mail", FieldKind::kEmail},
      {"Telefon", FieldKind::kPhone},
      {"номер телефона", FieldKind::kPhone},
      {"Passport No.", FieldKind::kIdentifier},
      {"паспорт", FieldKind::kIdentifier},
      {"PLZ", FieldKind::kPostcode},
      {"Wohnort", FieldKind::kTown},
      {"calle", FieldKind::kStreet},
      {"Geschlecht", FieldKind::kCategory},
      {"国籍", FieldKind::kCategory},
  };
  for (const auto& [header, kind] : known) {
    EXPECT_EQ(role_of(header).use, ColumnUse::kField) << header;
    EXPECT_EQ(role_of(header).kind, kind) << header;
    EXPECT_EQ(role_of(header).why, "header") << header;
  }
}

TEST(LinkColumns, ALongerHeaderIsKnownByItsLongestKnownPart) {
  EXPECT_EQ(role_of("Applicant's date of birth (as stated)").kind, FieldKind::kDate);
  EXPECT_EQ(role_of("home phone number").kind, FieldKind::kPhone);
  EXPECT_EQ(role_of("surname (2)").kind, FieldKind::kFamilyName);
}

TEST(LinkColumns, CellsTellWhereAHeaderDoesNot) {
  std::vector<Cells> rows;
  for (int i = 0; i < 40; ++i)
    rows.push_back({fmt::format("0{}.0{}.19{}", i % 9 + 1, i % 8 + 1, 40 + i),
                    fmt::format("reader{}@post.example", i), fmt::format("4{}77", i % 7),
                    fmt::format("Renata Holm{}", std::string(1 + static_cast<std::size_t>(i) / 2, 'a')),
                    i % 2 == 0 ? "x" : "y", fmt::format("{}", i), "same",
                    fmt::format("kept at the gate {}", i)});
  const auto roles = roles_of({"c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"}, rows);
  EXPECT_EQ(roles[0].kind, FieldKind::kDate);
  EXPECT_EQ(roles[1].kind, FieldKind::kEmail);
  EXPECT_EQ(roles[2].kind, FieldKind::kIdentifier);
  EXPECT_EQ(roles[3].kind, FieldKind::kFullName);
  EXPECT_EQ(roles[4].kind, FieldKind::kCategory);
  EXPECT_EQ(roles[5].use, ColumnUse::kIgnored) << "a number a row tells nothing";
  EXPECT_EQ(roles[6].use, ColumnUse::kIgnored) << "one value everywhere tells nothing";
  EXPECT_EQ(roles[7].kind, FieldKind::kText);
  for (const std::size_t field : {0U, 1U, 2U, 3U, 4U, 7U}) EXPECT_EQ(roles[field].why, "cells");
}

TEST(LinkColumns, WhatTheUserSaysGoesBeforeAll) {
  const auto roles =
      roles_of({"a", "name", "b", "c", "d"}, {{"1", "x", "p", "q", "1"}, {"2", "y", "p", "r", "2"}},
               {"a", "d", {{"b", "birthDate"}}, {"name"}});
  EXPECT_EQ(roles[0].use, ColumnUse::kId);
  EXPECT_EQ(roles[1].use, ColumnUse::kIgnored);
  EXPECT_EQ(roles[2].kind, FieldKind::kDate);
  EXPECT_EQ(roles[4].use, ColumnUse::kTruth);
  for (const std::size_t told : {0U, 1U, 2U, 4U}) EXPECT_EQ(roles[told].why, "told");
}

TEST(LinkColumns, AColumnOrPropertyThatIsNotThereIsRefusedWithThoseThatAre) {
  const auto table = table_of({"id", "Wer"}, {{"1", "x"}, {"2", "y"}});
  const std::vector<ColumnWishes> wrong = {
      {"nr", "", {}, {}}, {"", "nr", {}, {}}, {"", "", {{"nr", "name"}}, {}}, {"", "", {}, {"nr"}}};
  for (const ColumnWishes& wishes : wrong) {
    const auto roles = recognise_columns(table, wishes);
    ASSERT_FALSE(roles);
    EXPECT_NE(roles.error().what.find("'nr'"), std::string::npos);
    EXPECT_NE(roles.error().remedy.find("id, Wer"), std::string::npos);
  }
  const auto roles = recognise_columns(table, {"", "", {{"Wer", "shoeSize"}}, {}});
  ASSERT_FALSE(roles);
  EXPECT_NE(roles.error().what.find("shoeSize"), std::string::npos);
  EXPECT_NE(roles.error().remedy.find("birthDate"), std::string::npos);
}

TEST(LinkColumns, OneColumnAloneIsTheId) {
  const auto roles = roles_of({"no", "ref", "name"}, {{"7", "a", "x"}, {"7", "b", "y"}, {"8", "c", "z"}});
  EXPECT_EQ(roles[0].use, ColumnUse::kIgnored);
  EXPECT_EQ(roles[1].use, ColumnUse::kId);
}

TEST(LinkColumns, AnIdThatStandsTwiceIsAnIdStill) {
  const auto roles = roles_of({"id", "name"}, {{"a", "x"}, {"b", "y"}, {"b", "z"}, {"c", "v"}, {"", "w"}});
  EXPECT_EQ(roles[0].use, ColumnUse::kId);
}

TEST(LinkColumns, AnyHeaderAndCellsGetARole) {
  RC_ASSERT(rc::check([](const std::string& header, const std::vector<std::string>& cells) {
    std::vector<Cells> rows;
    for (const std::string& cell : cells) rows.push_back({cell});
    RC_ASSERT(recognise_columns(table_of({header}, rows), {})->size() == 1U);
  }));
}

}  // namespace
}  // namespace muster::resolve
