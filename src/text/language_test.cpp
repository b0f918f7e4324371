#include "text/language.hpp"

#include <gtest/gtest.h>

namespace muster::text {
namespace {

TEST(Language, IsToldByScriptLettersAndWords) {
  EXPECT_EQ(detect_language("The men were seen near the bridge, and it is not known who they are."), "en");
  EXPECT_EQ(detect_language("Мужчины были замечены у моста, кто они, пока не известно."), "ru");
  EXPECT_EQ(detect_language("Чоловіків бачили біля мосту, хто вони, поки що не відомо."), "uk");
  EXPECT_EQ(detect_language("有人在桥边看见了他们，但不知道他们是谁。"), "zh");
  EXPECT_EQ(detect_language("彼らは橋の近くで目撃されたが、誰なのかはわからない。"), "ja");
  EXPECT_EQ(detect_language("그들은 다리 근처에서 목격되었다."), "ko");
  EXPECT_EQ(
      detect_language("Die Männer wurden an der Brücke gesehen, und es ist nicht bekannt, wer sie sind."),
      "de");
  EXPECT_EQ(detect_language("Les hommes ont été vus près du pont et on ne sait pas qui ils sont."), "fr");
  EXPECT_EQ(detect_language("شوهد الرجال بالقرب من الجسر ولا يعرف من هم."), "ar");
}

TEST(Language, IsUnknownForNamesAndNumbers) {
  EXPECT_EQ(detect_language(""), "");
  EXPECT_EQ(detect_language("Zhang San 1990-01-02\nLi Si 1991-02-03"), "");
  EXPECT_EQ(detect_language("12345 67.8"), "");
}

TEST(Language, OfARussianTextIsNotChangedByAForeignName) {
  EXPECT_EQ(detect_language("Об этом сообщил Володимир Зеленський, а также были опубликованы новые "
                            "документы, которые подтверждают эти слова."),
            "ru");
}

}  // namespace
}  // namespace muster::text
