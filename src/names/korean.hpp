// A name read as a Korean one: family name and given name in syllables. In Hangul the syllables are certain;
// in Latin and Cyrillic letters each stands for several (Jung: 정, 중, 종), and all of them are kept, with
// their chances, so that Park Jung-hee, Pak Chŏng-hŭi, Пак Чон Хи and 박정희 agree without a choice being
// made.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "names/korean_tables.hpp"
#include "text/letters.hpp"

namespace muster::names {

enum class KoreanOrigin : std::uint8_t { kHangul, kLatin, kKontsevich };

struct KoreanPart {
  KoreanPlace place = KoreanPlace::kFamily;
  std::span<const KoreanOption> options;  // of the tables, which outlive all names
  float bits = 0;                         // -log2 of how often a part in this place is spelled so
  char initial = 0;                       // classes of sounds of the likeliest syllable, as in hangul.hpp
  char final = 0;
};

struct KoreanReading {
  KoreanPart family;
  std::vector<KoreanPart> given;  // one to three
  KoreanOrigin origin = KoreanOrigin::kHangul;
  bool family_first = true;
  float cost = 0;   // bits, of the layout: Western order, more given syllables than two
  float doubt = 0;  // -log2 of how probable this reading is among all of the name, foreign ones too
};

constexpr std::size_t kMostKoreanReadings = 6;

// `words`: lower case, all of one script. Likeliest first; empty when the name cannot be Korean.
[[nodiscard]] std::vector<KoreanReading> read_as_korean(std::span<const std::u32string> words,
                                                        text::Script script);

// -log2 of how often a Korean is named and spelled so: what another system must beat.
[[nodiscard]] float spelling_bits(const KoreanReading& reading);

struct KoreanAgreement {
  double bits = 0;
  double given_bits = 0;  // of them, what the given names tell
  bool family_agrees = false;
  bool contradicts = false;
  const KoreanReading* left = nullptr;
  const KoreanReading* right = nullptr;
};

// The best pair of readings. Both lists must have a reading.
[[nodiscard]] KoreanAgreement agree(std::span<const KoreanReading> left,
                                    std::span<const KoreanReading> right);

// What the part stands for most likely.
[[nodiscard]] const KoreanOption& likeliest(KoreanPlace place, std::span<const KoreanOption> options);

// The likeliest Hangul that both readings may stand for, "박정희"; of one alone with itself.
[[nodiscard]] std::string display(const KoreanReading& reading, const KoreanReading& other);
// The same, family name and given name apart.
[[nodiscard]] std::pair<std::string, std::string> display_parts(const KoreanReading& reading,
                                                                const KoreanReading& other);

// Latin forms of the family and the given name, the usual first: for the words of a name in Hangul.
[[nodiscard]] std::vector<std::string> latin_family(const KoreanReading& reading);
[[nodiscard]] std::vector<std::string> latin_given(const KoreanReading& reading);

[[nodiscard]] const char* to_string(KoreanOrigin origin);  // "Hangul", "romanised", "Kontsevich"

}  // namespace muster::names
