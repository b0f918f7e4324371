#include "names/word_memo.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "names/index.hpp"

namespace muster::names {
namespace {

// Invented names.
constexpr const char* kNames[] = {"Renata Holm",   "Чжан Жэньбо",       "张仁波",          "Оксана Гринько",
                                  "Чжан Жэньбин",  "Yusuf al-Wadi",     "يوسف الوادي",     "박정민",
                                  "Park Jung-min", "Bill Ashcombe 3rd", "Holm & Sons Ltd", "J. B. Ashcombe",
                                  "Zhang Renbo"};

// Twice, so that every word is read once and remembered once.
TEST(WordMemo, PreparesTheSameNames) {
  WordMemo memo;
  for (int round = 0; round < 2; ++round) {
    for (const char* name : kNames) {
      const Name alone = prepare(name);
      const NameParts& plain = alone.parts();
      const Name remembered = prepare(name, NameKind::kUnknown, &memo);
      ASSERT_EQ(remembered.parts().words.size(), plain.words.size()) << name;
      for (std::size_t i = 0; i < plain.words.size(); ++i) {
        const Word& a = remembered.parts().words[i];
        const Word& b = plain.words[i];
        EXPECT_EQ(a.written, b.written) << name;
        EXPECT_EQ(a.readings, b.readings) << name;
        EXPECT_EQ(a.sounds, b.sounds) << name;
        EXPECT_EQ(a.nicknames, b.nicknames) << name;
        EXPECT_EQ(a.role, b.role) << name;
        EXPECT_EQ(a.bits, b.bits) << name;
        EXPECT_EQ(a.read, nullptr) << name;
      }
      for (const char* other : kNames)
        EXPECT_EQ(compare_bits(remembered, prepare(other)), compare_bits(prepare(name), prepare(other)));
    }
  }
}

TEST(WordMemo, ServesLookUpsOfManyThreads) {
  IndexBuilder builder;
  for (const char* name : kNames) builder.add(name);
  const NameIndex index = NameIndex::from_bytes(builder.bytes().value()).value();
  std::vector<std::string> firsts(4);
  std::vector<std::thread> threads;
  for (std::string& first : firsts) {
    threads.emplace_back([&] {
      for (const char* name : kNames) first += index.look_up(name, 1).at(0).name + "\n";
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& first : firsts) EXPECT_EQ(first, firsts[0]);
}

}  // namespace
}  // namespace muster::names
