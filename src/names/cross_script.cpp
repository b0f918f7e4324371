#include "names/cross_script.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/native_letters.hpp"
#include "names/words.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(names_known_words_tsv)

namespace muster::names {
namespace {

constexpr std::size_t kMostKnown = 3;
constexpr std::size_t kMostLearned = 2;
constexpr std::size_t kMostPivots = 3;  // Latin readings through which two other scripts meet

using KnownWords = std::unordered_map<std::string_view, std::string_view>;

const KnownWords& known_words() {
  static const KnownWords table = [] {
    KnownWords words;
    base::for_each_row(MUSTER_BYTES(names_known_words_tsv), [&](const std::vector<std::string_view>& cells) {
      words.emplace(cells[0], cells[1]);
    });
    return words;
  }();
  return table;
}

// The best of the native word against the other's readings.
LearnedMatch through_readings(const Word& native, const Word& other) {
  double best = kNotLearned;
  for (std::size_t i = 0; i < std::min(other.readings.size(), kMostPivots); ++i)
    best = std::max(best, native.model->bits(native.native, other.readings[i]));
  return {static_cast<float>(best), static_cast<float>(best / native.model->most_bits(native.native))};
}

}  // namespace

std::vector<std::string_view> known_spellings(std::u32string_view native, text::Script script) {
  const auto found = known_words().find(text::to_utf8(native_letters(native, script)));
  return found == known_words().end() ? std::vector<std::string_view>{} : base::cells_of(found->second, ' ');
}

bool is_read_by_model_alone(text::Script script) {
  return script == text::Script::kArabic || script == text::Script::kHebrew || script == text::Script::kHan;
}

void learn_readings(Word& word) {
  word.model = transliteration_of(word.script);
  if (word.model == nullptr) return;
  word.native = word.model->encode(word.written);
  // Cyrillic is read letter by letter, by schemes that say more of it.
  if (word.script == text::Script::kCyrillic) return;
  std::vector<std::string> readings;
  for (const std::string_view known : known_spellings(word.written, word.script)) {
    if (readings.size() < kMostKnown) add_new(readings, known);
  }
  if (!is_read_by_model_alone(word.script)) {
    for (const std::string& reading : word.readings) add_new(readings, reading);
  }
  for (const LatinReading& learned : word.model->best(word.native, kMostLearned)) {
    add_new(readings, learned.latin);
  }
  word.readings = std::move(readings);
}

bool reads_as(const Word& word, std::string_view latin) {
  return word.model->bits(word.native, latin) >= double{kSameShare} * word.model->most_bits(word.native);
}

LearnedMatch learned_match(const Word& a, const Word& b) {
  if (a.script == b.script || a.readings.empty() || b.readings.empty()) return {};
  if (a.model == nullptr) return b.model != nullptr ? through_readings(b, a) : LearnedMatch{};
  const LearnedMatch left = through_readings(a, b);
  if (b.model == nullptr) return left;
  const LearnedMatch right = through_readings(b, a);
  return left.bits >= right.bits ? left : right;
}

}  // namespace muster::names
