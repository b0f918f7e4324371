// Words of names as sounds in Latin letters: folded so that schemes of romanisation fall together, and
// compared by their edits (see edits.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::names {

struct Word;

// What the learned readings say where they are silent (cross_script.hpp).
constexpr float kNotLearned = -1000;

// Folds lower-case ASCII: zh -> z, kh -> h, ts and tz -> c, ph -> f, w -> v, y and j -> i, double letters
// once: "yeltsin", "jelcin" -> "ielcin".
[[nodiscard]] std::string fold_sound(std::string_view reading);

enum class Relation : std::uint8_t {
  kSame,         // the same letters, or the same best reading
  kSameReading,  // one sound in another spelling
  kSameMeaning,  // bank, banco
  kShortForm,    // Bill, William
  kNear,         // some letters differ: `cost` says how much
  kJoined,       // one word on one side is two or three on the other
  kInitial,
  kAcronym,     // BMW, Bayerische Motoren Werke
  kMissing,     // on one side only
  kContradicts  // on both sides, and different
};

// How two words of names agree. kContradicts where they are too far apart to be one name.
struct WordMatch {
  Relation relation = Relation::kContradicts;
  double cost = 0;              // edits, see edits.hpp; 0 unless near
  std::uint8_t left_sound = 0;  // which of the words' sounds it was that agreed
  std::uint8_t right_sound = 0;
  float learned = kNotLearned;  // bits of the learned readings
  float learned_share = 0;      // of what a good spelling gets
};
[[nodiscard]] WordMatch match_words(const Word& a, const Word& b);

// Adds a reading or a sound that is neither empty nor there.
void add_new(std::vector<std::string>& to, std::string_view reading);

// Slavic, and folded: petrovic, ivanovna.
[[nodiscard]] bool is_patronymic(std::string_view sound);

// The English names that a word is or is short for: "bill" and "william" share a number. Sorted.
[[nodiscard]] std::vector<std::uint16_t> nickname_lines(std::string_view reading);

// The usual spelling of a name that is spelled in many ways (mohd: muhammad); empty for others.
[[nodiscard]] std::string_view usual_spelling(std::string_view reading);

// -log2 of the share of people in the world's parliaments whose name holds this word; 4 to 12.
[[nodiscard]] float rarity_bits(std::string_view reading);

// Consonants by class, for blocking: "muhammad" -> "MMT"; a vowel counts only in front.
[[nodiscard]] std::string skeleton(std::string_view reading);

}  // namespace muster::names
