#include "weigh/stem.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "text/utf8.hpp"

namespace muster::weigh {
namespace {

TEST(Stem, EnglishFormsMeet) {
  EXPECT_EQ(stem("stopped"), stem("stop"));
  EXPECT_EQ(stem("seized"), stem("seizing"));
  EXPECT_EQ(stem("boxes"), stem("box"));
  EXPECT_EQ(stem("passports"), stem("passport"));
  EXPECT_EQ(stem("officer's"), stem("officers"));
}

TEST(Stem, RussianFormsMeet) {
  EXPECT_EQ(stem("задержали"), stem("задержаны"));
  EXPECT_EQ(stem("пограничник"), stem("пограничников"));
  EXPECT_EQ(stem("паспорта"), stem("паспортами"));
  EXPECT_EQ(stem("лесная"), stem("лесной"));
}

TEST(Stem, UkrainianFormsMeet) {
  EXPECT_EQ(stem("затримали"), stem("затримано"));
  EXPECT_EQ(stem("прикордонник"), stem("прикордонників"));
  EXPECT_EQ(stem("громадян"), stem("громадяни"));
}

TEST(Stem, KeepsThreeLetters) {
  EXPECT_EQ(stem("sky"), "sky");
  EXPECT_EQ(stem("дом"), "дом");
  EXPECT_EQ(stem("press"), "press");
}

TEST(NameKey, MeetsAcrossScripts) {
  EXPECT_EQ(name_key("иваневка"), name_key("ivanevka"));
  EXPECT_EQ(name_key("шебекино"), name_key("shebekino"));
  EXPECT_EQ(name_key("купянск"), name_key("kupiansk"));
  EXPECT_NE(name_key("лиман"), name_key("сумы"));
}

TEST(Stem, AnyBytesGiveValidText) {
  RC_ASSERT(rc::check([](const std::string& bytes) {
    std::size_t broken = 0;
    const std::string word = text::repair_utf8(bytes, broken);
    RC_ASSERT(text::is_valid_utf8(stem(word)));
    RC_ASSERT(text::is_valid_utf8(name_key(word)));
  }));
}

}  // namespace
}  // namespace muster::weigh
