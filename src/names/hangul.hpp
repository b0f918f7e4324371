// Hangul syllables and the jamo that they are built of, by the arithmetic of Unicode chapter 3.12.
#pragma once

#include <string_view>

namespace muster::names {

struct Jamo {
  char32_t initial = 0;  // compatibility jamo: ㄱ
  char32_t vowel = 0;
  char32_t final = 0;  // 0: none
};

[[nodiscard]] constexpr bool is_hangul_syllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

// `syllable` must be one.
[[nodiscard]] constexpr Jamo jamo_of(char32_t syllable) {
  constexpr std::u32string_view kInitials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  constexpr std::u32string_view kFinals = U"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
  const char32_t index = syllable - 0xAC00;
  const char32_t final = index % 28;
  return {kInitials[index / 588], U'ㅏ' + index / 28 % 21, final == 0 ? U'\0' : kFinals[final - 1]};
}

// Sounds that romanisations tell apart from each other, by one letter: k, t, p, c for all stops of a place, r
// for ㄹ. A final that is none of names' is t.
[[nodiscard]] constexpr char class_of_initial(char32_t initial) {
  constexpr std::u32string_view kJamo = U"ㄱㄲㅋㄷㄸㅌㅂㅃㅍㅈㅉㅊㅅㅆㄴㄹㅁㅎㅇ";
  constexpr std::string_view kClasses = "kkktttpppcccssnrmh-";
  return kClasses[kJamo.find(initial)];
}

[[nodiscard]] constexpr char class_of_final(char32_t final) {
  constexpr std::u32string_view kJamo = U"ㄱㄲㅋㄴㅇㄹㅁㅂㅍ";
  constexpr std::string_view kClasses = "kkknnrmpp";
  const std::size_t at = kJamo.find(final);
  return final == 0 ? '-' : at == kJamo.npos ? 't' : kClasses[at];
}

}  // namespace muster::names
