#include "text/language.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <vector>

#include "base/embedded.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(text_language_words_tsv)

namespace muster::text {
namespace {

constexpr std::size_t kLook = 64 << 10;

struct Words {
  std::vector<std::string> languages;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word;  // indices into languages
};

Words parse_words(std::string_view table) {
  Words words;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    words.languages.emplace_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
    while (!line.empty()) {
      const std::size_t space = std::min(line.find(' '), line.size());
      words.by_word[std::string(line.substr(0, space))].push_back(words.languages.size() - 1);
      line.remove_prefix(std::min(space + 1, line.size()));
    }
  }
  return words;
}

const Words& frequent_words() {
  static const Words words = parse_words(MUSTER_BYTES(text_language_words_tsv));
  return words;
}

using ScriptCounts = std::array<std::size_t, static_cast<std::size_t>(Script::kOther) + 1>;

std::size_t& count_of(ScriptCounts& counts, Script script) {
  return counts[static_cast<std::size_t>(script)];
}

struct Census {
  ScriptCounts scripts{};
  std::map<char32_t, std::size_t> telling;  // letters beyond ASCII
  std::vector<std::size_t> hits;            // frequent words, a language
  std::size_t words = 0;
};

void count_word(const std::string& word, Census& census) {
  ++census.words;
  const auto found = frequent_words().by_word.find(word);
  if (found == frequent_words().by_word.end()) return;
  for (const std::size_t language : found->second) ++census.hits[language];
}

Census take_census(std::string_view text) {
  Census census;
  census.hits.resize(frequent_words().languages.size());
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t codepoint = to_lower(next_codepoint(text, at));
    if (!is_letter(codepoint)) {
      if (!word.empty()) count_word(word, census);
      word.clear();
      continue;
    }
    ++count_of(census.scripts, script_of(codepoint));
    if (codepoint >= 0x80 && codepoint < 0x1000) ++census.telling[codepoint];
    if (word.size() < 64) append_utf8(word, codepoint);
  }
  if (!word.empty()) count_word(word, census);
  return census;
}

std::size_t letters_of(const Census& census, std::u32string_view letters) {
  std::size_t sum = 0;
  for (const char32_t letter : letters) {
    const auto found = census.telling.find(letter);
    if (found != census.telling.end()) sum += found->second;
  }
  return sum;
}

// The language with most frequent words, when there are enough of them and clearly more than of any other.
std::string by_words(const Census& census) {
  const auto best = std::ranges::max_element(census.hits);
  if (best == census.hits.end() || *best < 2 || *best * 20 < census.words) return {};
  for (auto other = census.hits.begin(); other != census.hits.end(); ++other) {
    if (other != best && *other * 10 > *best * 9) return {};
  }
  return frequent_words().languages[static_cast<std::size_t>(best - census.hits.begin())];
}

std::string cyrillic_language(const Census& census, std::size_t letters) {
  struct Telling {
    const char* language;
    std::u32string_view letters;
  };
  constexpr std::array<Telling, 5> kTelling{
      {{"be", U"ў"}, {"kk", U"әғқңөұүһ"}, {"sr", U"јљњћђџ"}, {"uk", U"іїєґ"}, {"ru", U"ыэё"}}};
  std::string best;
  std::size_t most = letters / 200;  // below this share, a foreign name can explain the letters
  for (const Telling& telling : kTelling) {
    const std::size_t found = letters_of(census, telling.letters) * (telling.letters == U"ў" ? 3 : 1);
    if (found > most) best = telling.language;
    most = std::max(most, found);
  }
  if (best.empty() || letters < 40) return by_words(census).empty() ? best : by_words(census);
  return best;
}

std::string arabic_language(const Census& census, std::size_t letters) {
  if (letters_of(census, U"ٹڈڑےں") * 50 > letters) return "ur";
  return letters_of(census, U"پچژگیک") * 50 > letters ? "fa" : "ar";
}

}  // namespace

std::string detect_language(std::string_view text) {
  Census census = take_census(text.substr(0, kLook));
  ScriptCounts& scripts = census.scripts;
  const auto most = std::ranges::max_element(scripts);
  if (*most == 0) return {};
  const std::size_t han = count_of(scripts, Script::kHan);
  const std::size_t kana = count_of(scripts, Script::kKana);
  // A Han sign stands for about three letters of an alphabet.
  if (kana * 5 > han && (kana + han) * 3 > *most) return "ja";
  if (han * 3 > *most && han > 0) return han >= 4 ? "zh" : "";
  switch (static_cast<Script>(most - scripts.begin())) {
    case Script::kLatin:
      return by_words(census);
    case Script::kCyrillic:
      return cyrillic_language(census, *most);
    case Script::kArabic:
      return arabic_language(census, *most);
    case Script::kHangul:
      return "ko";
    case Script::kHebrew:
      return "he";
    case Script::kGreek:
      return "el";
    case Script::kGeorgian:
      return "ka";
    case Script::kArmenian:
      return "hy";
    default:
      return {};
  }
}

}  // namespace muster::text
