// Russian and Ukrainian attributions, a family of grammar each.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/claims.hpp"
#include "extract/mentions.hpp"
#include "extract/slavic_nominative.hpp"

namespace muster::extract {
namespace {

// "speaker | stance | content / content" of every claim.
std::vector<std::string> told(std::string text) {
  static constexpr const char* kStances[] = {"asserted",   "denied",   "hedged",
                                             "questioned", "demanded", "no comment"};
  model::Document document;
  document.text = std::move(text);
  const Analysis analysis(document);
  std::vector<std::string> lines;
  for (const model::Claim& claim : find_claims(analysis, find_mentions(analysis), {})) {
    std::string line = claim.speaker + " | " + kStances[static_cast<std::size_t>(claim.stance)] + " |";
    for (const model::Span& span : claim.content)
      line.append(&span == &claim.content.front() ? " " : " / ").append(model::text_at(document, span));
    lines.push_back(std::move(line));
  }
  return lines;
}

void expect_told(const std::string& text, const std::string& line) {
  const std::vector<std::string> lines = told(text);
  EXPECT_TRUE(std::ranges::find(lines, line) != lines.end())
      << line << "\n  of: " << ::testing::PrintToString(lines);
}

TEST(SlavicClaims, AuthorsWordsStandInsideTheMarks) {
  expect_told("«Насос сломался ещё в мае, — сказала Вера Лунёва. — Запчастей нет».",
              "Вера Лунёва | asserted | «Насос сломался ещё в мае / Запчастей нет»");
  expect_told("«Хто платитиме? — запитав Ілько Гай на сході. — Ми вже платили».",
              "Ілько Гай | questioned | «Хто платитиме? / Ми вже платили»");
}

TEST(SlavicClaims, BodiesSpeakFromBehindAPreposition) {
  expect_told("В краевом управлении отрицают, что склад пуст.",
              "краевое управление | denied | что склад пуст");
  expect_told("У компанії «Липа» пообіцяли повернути гроші.", "компанія «Липа» | asserted | повернути гроші");
}

TEST(SlavicClaims, TheSentenceBeforeIsTold) {
  expect_told("Плотину размыло ночью. Об этом на совещании сообщил Пётр Дятлов.",
              "Пётр Дятлов | asserted | Плотину размыло ночью");
  expect_told("Греблю розмило вночі. Про це у вівторок повідомила Марта Лозова.",
              "Марта Лозова | asserted | Греблю розмило вночі");
}

TEST(SlavicClaims, InfinitivesAndObjects) {
  expect_told("Пётр Дятлов намерен обжаловать штраф.", "Пётр Дятлов | asserted | обжаловать штраф");
  expect_told("Марта Лозова розкритикувала угоду.", "Марта Лозова | asserted | угоду");
  expect_told("Суд постановив стягнути борг.", "Суд | asserted | стягнути борг");
  expect_told("Пётр Дятлов отрицает вину и требует вернуть лодку.", "Пётр Дятлов | denied | вину");
  expect_told("Пётр Дятлов отрицает вину и требует вернуть лодку.", "Пётр Дятлов | demanded | вернуть лодку");
}

TEST(SlavicClaims, GerundsShareTheSubject) {
  expect_told("Марта Лозова залишила зал, додавши, що рішення оскаржить.",
              "Марта Лозова | asserted | що рішення оскаржить");
  expect_told("Пётр Дятлов покинул зал, заявив, что решение куплено.",
              "Пётр Дятлов | asserted | что решение куплено");
}

TEST(SlavicClaims, NobodyIsNamed) {
  expect_told("Считается, что мост построили монахи.", " | hedged | что мост построили монахи");
  expect_told("По неподтверждённым данным, груз пропал.", " | hedged | груз пропал");
}

TEST(SlavicClaims, DoubtAloneIsNobodys) {
  expect_told("Нібито кран зварили вдень.", " | hedged | кран зварили вдень");
  expect_told("Як повідомляє видання «Доля», рятувальники працювали до ранку.",
              "видання «Доля» | asserted | рятувальники працювали до ранку");
}

TEST(SlavicClaims, OnTheWordOfAnother) {
  expect_told("Газета «Заря» пишет со ссылкой на прокуратуру, что склад сгорел.",
              "прокуратура | asserted | что склад сгорел");
}

TEST(SlavicClaims, HeadlinesSpeak) {
  expect_told("Рыбаки: озеро умирает\n\nВода ушла на метр.", "рыбаки | asserted | озеро умирает");
  EXPECT_TRUE(told("Дача для брата: что нашли соседи\n\nЗабор стоит в лесу.").empty());
}

TEST(SlavicClaims, SilenceWithAndWithoutATopic) {
  expect_told("Марта Лозова відмовилася коментувати обшук.", "Марта Лозова | no comment | обшук");
  expect_told("Пётр Дятлов не ответил на вопрос, кому принадлежит баржа.",
              "Пётр Дятлов | no comment | кому принадлежит баржа");
  expect_told("Марта Лозова не підтвердила і не спростувала зустріч.", "Марта Лозова | no comment | зустріч");
}

TEST(SlavicClaims, SourcesInOtherCasesAreNamedInTheNominative) {
  expect_told("По словам Марата Озерова, кран не работал.", "Марат Озеров | asserted | кран не работал");
  expect_told("За словами Оксани Лозової, кран не працював.", "Оксана Лозова | asserted | кран не працював");
  EXPECT_EQ(nominative_description("областном суде", false), "областной суд");
  EXPECT_EQ(nominative_description("обласної прокуратури", true), "обласна прокуратура");
  EXPECT_EQ(nominative_description("двух источников", false), "двух источников");
}

TEST(SlavicClaims, RoleWordsTakeUpWhoWasNamed) {
  const std::string text = "Пётр Дятлов приехал на склад. Потом Анна Рощина закрыла ворота. ";
  expect_told(text + "Женщина уверена, что замок сменили.", "Анна Рощина | asserted | что замок сменили");
  expect_told(text + "Он добавил, что ключа нет.", "Пётр Дятлов | asserted | что ключа нет");
  expect_told(text + "Водитель добавил, что ключа нет.", "водитель | asserted | что ключа нет");
}

}  // namespace
}  // namespace muster::extract
