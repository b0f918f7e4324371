#include "names/index.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/file.hpp"
#include "base/table_lines.hpp"
#include "names/index_format.hpp"

namespace muster::names {
namespace {

using Listed = std::pair<std::string, std::string>;  // name, id

std::string bytes_of(const std::vector<Listed>& names, std::uint32_t frequent = 0) {
  IndexBuilder builder;
  builder.set_frequent(frequent);
  for (const auto& [name, id] : names) builder.add(name, id);
  return builder.bytes().value();
}

NameIndex index_of(const std::vector<Listed>& names, std::uint32_t frequent = 0) {
  return NameIndex::from_bytes(bytes_of(names, frequent)).value();
}

std::vector<std::string> answers(const NameIndex& index, std::string_view query, std::size_t most = 10) {
  std::vector<std::string> out;
  for (const Match& match : index.look_up(query, most)) out.push_back(match.name);
  return out;
}

std::string first(const NameIndex& index, std::string_view query) {
  const auto found = index.look_up(query, 1);
  return found.empty() ? "" : found[0].name;
}

// Invented people.
const std::vector<Listed>& people() {
  static const std::vector<Listed> kPeople = {
      {"Чжан Жэньбо", "p1"},      {"张仁波", "p1"},         {"Oksana Hrynko", "p2"},
      {"Оксана Гринько", "p2"},   {"Yusuf al-Wadi", "p3"},  {"Abdulrahman Karim Wadi", "p4"},
      {"Abdul Rahman Saleh", ""}, {"J. Ashcombe", ""},      {"William Ashcombe", ""},
      {"Ouyang Zhenhua", ""},     {"Zhang Renbin", ""},     {"Lindqvist", ""},
      {"Renata Holm", ""},        {"Renate Holmström", ""}, {"Jürgen Müller", ""},
      {"Holm Renata", ""}};
  return kPeople;
}

TEST(NameIndex, FindsNamesAcrossScriptsOrdersAndTypos) {
  const NameIndex index = index_of(people());
  EXPECT_EQ(first(index, "ZHANG RENBO"), "张仁波");
  EXPECT_EQ(first(index, "Renbo Zhang"), "张仁波");
  EXPECT_EQ(first(index, "Oksana Grynko"), "Оксана Гринько");
  EXPECT_EQ(first(index, "Juergen Mueller"), "Jürgen Müller");
  EXPECT_EQ(first(index, "Renata Hlom"), "Holm Renata");
  EXPECT_EQ(first(index, "欧阳震华"), "Ouyang Zhenhua");
}

TEST(NameIndex, FindsJoinedSplitShortAndInitialNames) {
  const NameIndex index = index_of(people());
  EXPECT_EQ(first(index, "Abdul Rahman Karim Wadi"), "Abdulrahman Karim Wadi");
  EXPECT_EQ(first(index, "Abdulrahman Saleh"), "Abdul Rahman Saleh");
  EXPECT_EQ(first(index, "Bill Ashcombe"), "William Ashcombe");
  EXPECT_EQ(first(index, "John Ashcombe"), "J. Ashcombe");
  EXPECT_EQ(first(index, "W. Ashcombe"), "William Ashcombe");
  EXPECT_EQ(first(index, "Lindquist"), "Lindqvist");
}

// The spelling is an unusual one of its syllables, in Western order.
TEST(NameIndex, FindsKoreanNamesByTheClassesOfTheirSounds) {
  const NameIndex index =
      index_of({{"Gihyeon Paeg", ""}, {"Baek Ji-won", ""}, {"Kim Hyun-ki", ""}, {"Renata Holm", ""}});
  EXPECT_EQ(first(index, "백기현"), "Gihyeon Paeg");
}

TEST(NameIndex, GivesEachIdOnceByItsBestName) {
  const NameIndex index = index_of(people());
  const auto found = index.look_up("Гринько Оксана");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].id, "p2");
  EXPECT_EQ(found[0].name, "Оксана Гринько");
  EXPECT_EQ(std::ranges::count(found, "p2", &Match::id), 1);
}

TEST(NameIndex, AnswersNothingToNoLetters) {
  const NameIndex index = index_of(people());
  for (const char* query : {"", " ", "123", "\x01\x02", "...", "\xFF\xFE"})
    EXPECT_TRUE(index.look_up(query).empty()) << query;
  EXPECT_TRUE(index_of({}).look_up("Renata Holm").empty());
}

TEST(NameIndex, SurvivesLongAndStrangeNames) {
  std::string words;
  for (int i = 0; i < 4000; ++i) words += "Holm-" + std::to_string(i) + "a ";
  const std::vector<Listed> names = {{std::string(10'000, 'a'), ""}, {words, ""}, {"Renata Holm", ""}};
  const NameIndex index = index_of(names);
  EXPECT_EQ(index.size(), 3U);
  EXPECT_EQ(first(index, "Renata Holm"), "Renata Holm");
  EXPECT_EQ(first(index, names[0].first), names[0].first);
  (void)index.look_up(words);
}

TEST(IndexBuilder, KeepsOutWhatHasNoLettersAndCountsRepeats) {
  IndexBuilder builder;
  for (const char* name : {"Renata Holm", "Renata Holm", "123", "", "Lindqvist"}) builder.add(name);
  const auto bytes = builder.bytes();
  ASSERT_TRUE(bytes);
  EXPECT_EQ(builder.without_letters(), 2U);
  EXPECT_EQ(builder.repeats(), 1U);
  EXPECT_EQ(NameIndex::from_bytes(*bytes)->size(), 2U);
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> kPieces = {
      "Renata",   "Renate",  "Holm",   "Holmes",  "Abdul",   "Rahman",  "Abdulrahman", "Karim",  "Wadi",
      "John",     "J.",      "Чжан",   "Жэньбо",  "Zhang",   "Renbo",   "张仁波",      "Оксана", "Oksana",
      "Hrynko",   "Гринько", "Müller", "Mueller", "William", "Bill",    "Ashcombe",    "al",     "Petrovich",
      "Петрович", "Ivanov",  "Иванов", "Ivanova", "Ouyang",  "欧阳震华"};
  return kPieces;
}

// Words stand once in a name: what a repeated one tells is no business of an index.
void add_word(std::string& name, const std::string& word) {
  if (name.find(word.substr(0, 4)) == std::string::npos) name += (name.empty() ? "" : " ") + word;
}

std::vector<Listed> some_names(const std::vector<std::vector<std::uint8_t>>& picks) {
  std::vector<Listed> names;
  for (const auto& pick : picks) {
    std::string name;
    for (std::size_t i = 0; i < std::min<std::size_t>(pick.size(), 4); ++i)
      add_word(name, pieces()[pick[i] % pieces().size()]);
    if (!name.empty()) names.emplace_back(name, pick.size() > 3 ? std::to_string(pick[3] % 4) : "");
  }
  return names;
}

using Picks = std::vector<std::vector<std::uint8_t>>;

TEST(IndexBuilder, GivesTheSameBytesInAnyOrderAndInTwoSteps) {
  RC_ASSERT(rc::check([](const Picks& picks, std::uint32_t seed, std::uint8_t cut) {
    std::vector<Listed> names = some_names(picks);
    const std::string once = bytes_of(names, 2);
    std::shuffle(names.begin(), names.end(), std::mt19937(seed));
    RC_ASSERT(bytes_of(names, 2) == once);
    const auto part = names.begin() + static_cast<std::ptrdiff_t>(names.empty() ? 0 : cut % names.size());
    IndexBuilder builder;
    builder.set_frequent(2);
    builder.add_all(NameIndex::from_bytes(bytes_of({names.begin(), part})).value());
    for (auto listed = part; listed != names.end(); ++listed) builder.add(listed->first, listed->second);
    RC_ASSERT(builder.bytes().value() == once);
  }));
}

bool repeats_a_word(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) words.push_back(base::cut(name, ' '));
  std::ranges::sort(words);
  return std::ranges::adjacent_find(words) != words.end();
}

// The plain twin: compare with every name. What it finds probable, the index finds, with the same score.
// Where one word is the same and the other only resembles, a name may be passed over; so may one that an
// initial and a word in very many names should find.
TEST(NameIndex, FindsWhateverComparingAllFindsProbable) {
  RC_ASSERT(rc::check([](const Picks& picks, const std::vector<std::uint8_t>& asked, bool all_frequent) {
    std::vector<Listed> names = some_names(picks);
    for (Listed& listed : names) listed.second.clear();
    const auto queries = some_names({asked});
    RC_PRE(!queries.empty());
    RC_PRE(!repeats_a_word(queries[0].first));
    RC_PRE(!all_frequent || queries[0].first.find("J.") == std::string::npos);
    const std::string& query = queries[0].first;
    const auto found = index_of(names, all_frequent ? 1 : 1000).look_up(query, 1000);
    for (const Listed& listed : names) {
      const Comparison plain = compare(prepare(query), prepare(listed.first));
      if (plain.probability < (all_frequent ? 0.95 : 0.9) || repeats_a_word(listed.first)) continue;
      const auto same = std::ranges::find(found, listed.first, &Match::name);
      if (same == found.end()) RC_LOG() << query << " / " << listed.first << " " << plain.probability << "\n";
      RC_ASSERT(same != found.end());
      RC_ASSERT(same->comparison.bits == plain.bits);
    }
  }));
}

class IndexFile : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("muster-index-" + std::to_string(::getpid()));
};

TEST_F(IndexFile, AnswersAsTheSameIndexInMemory) {
  IndexBuilder builder;
  for (const auto& [name, id] : people()) builder.add(name, id);
  builder.add_source({12, std::string(64, 'a')});
  ASSERT_TRUE(builder.write(path_));
  const auto opened = NameIndex::open(path_);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->sources(), (std::vector<IndexSource>{{12, std::string(64, 'a')}}));
  const NameIndex memory = index_of(people());
  for (const char* query : {"Zhang Renbo", "Wadi", "Holm", "Oksana"})
    EXPECT_EQ(answers(*opened, query), answers(memory, query));
}

TEST_F(IndexFile, IsRefusedWhenItIsCutOff) {
  const std::string whole = bytes_of(people());
  for (std::size_t part = 0; part < 64; ++part) {
    ASSERT_TRUE(base::write_file(path_, std::string_view(whole).substr(0, whole.size() * part / 64)));
    const auto opened = NameIndex::open(path_);
    ASSERT_FALSE(opened) << part;
    EXPECT_FALSE(opened.error().what.empty());
    EXPECT_FALSE(opened.error().remedy.empty());
  }
}

TEST_F(IndexFile, IsRefusedWhenItIsNone) {
  EXPECT_FALSE(NameIndex::open(path_));
  EXPECT_FALSE(NameIndex::open(std::filesystem::temp_directory_path()));
  ASSERT_TRUE(base::write_file(path_, "name\nRenata Holm\n"));
  EXPECT_EQ(NameIndex::open(path_).error().what, "is no name index");
}

void ask_all(const NameIndex& index) {
  for (const char* query :
       {"Zhang Renbo", "张仁波", "Abdul Rahman", "Abdulrahman", "J. Holm", "Bill Ashcombe"}) {
    for (const Match& match : index.look_up(query, 5)) EXPECT_LE(match.comparison.probability, 1);
  }
  for (std::size_t i = 0; i < std::min<std::size_t>(index.size(), 100); ++i) (void)index.id(i);
}

// The header's checksum is made right again, so that the damage reaches those who read the sections.
TEST(NameIndex, SurvivesDamagedSections) {
  const std::string whole = bytes_of(people(), 1);
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string damaged = whole;
    for (int i = 0; i < 1 + round % 5; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
    if (const auto index = NameIndex::from_bytes(damaged)) ask_all(*index);
    IndexHeader header;
    std::memcpy(&header, damaged.data(), sizeof header);
    header.checksum = checksum_of(header);
    std::memcpy(damaged.data(), &header, sizeof header);
    if (const auto index = NameIndex::from_bytes(damaged)) ask_all(*index);
  }
}

TEST(NameIndex, RefusesAChangedHeader) {
  const std::string whole = bytes_of(people());
  for (std::size_t at = 0; at < sizeof(IndexHeader); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    EXPECT_FALSE(NameIndex::from_bytes(damaged)) << at;
  }
}

}  // namespace
}  // namespace muster::names
