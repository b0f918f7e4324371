#include "names/chinese_dialects.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/syllables.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(names_surnames_zh_forms_tsv)

namespace muster::names {
namespace {

constexpr std::size_t kMostExtraWords = 2;
constexpr float kExtraWord = 9;  // a forename is about so rare; a reading that explains it is likelier
constexpr float kGivenFirst = 1.5F;
constexpr float kLaterForm = 0.7F;    // the second, third.. spelling of a surname
constexpr float kMandarinGiven = 2;   // a family name in Cantonese, a given name in pinyin
constexpr float kCantoneseGiven = 4;  // a family name in Hokkien, a given name that reads as Cantonese
constexpr float kMostCost = 32;

struct FamilyForm {
  std::vector<SyllableId> reading;
  Origin origin = Origin::kCantonese;
  float cost = 0;
};

constexpr float cost_of(Origin origin) {
  return origin == Origin::kCantonese ? 1.5F : origin == Origin::kHokkien ? 3.5F : 6.0F;
}

std::vector<SyllableId> syllables_of(std::string_view pinyin) {
  std::vector<SyllableId> out;
  for (const std::string_view syllable : base::cells_of(pinyin, ' ')) {
    const auto options = chinese_tables().lookup(Spelling::kPinyin, syllable);
    if (options.empty()) return {};
    out.push_back(options[0].syllable);
  }
  return out;
}

using FamilyForms = std::unordered_map<std::string, std::vector<FamilyForm>>;

void add_form(FamilyForms& forms, std::string_view spelling, FamilyForm form) {
  std::vector<FamilyForm>& known = forms[std::string(spelling)];
  const bool repeated = std::ranges::any_of(
      known, [&](const FamilyForm& f) { return f.reading == form.reading && f.origin == form.origin; });
  if (!repeated) known.push_back(std::move(form));
}

const FamilyForms& family_forms() {
  static const FamilyForms table = [] {
    FamilyForms forms;
    constexpr Origin kColumns[] = {Origin::kCantonese, Origin::kHokkien, Origin::kVietnamese,
                                   Origin::kKorean};
    base::for_each_row(MUSTER_BYTES(names_surnames_zh_forms_tsv),
                       [&](const std::vector<std::string_view>& cells) {
                         const std::vector<SyllableId> reading = syllables_of(cells[1]);
                         for (std::size_t column = 0; column < 4 && !reading.empty(); ++column) {
                           float cost = cost_of(kColumns[column]);
                           for (const std::string_view spelling : base::cells_of(cells[column + 2], ' ')) {
                             if (!spelling.empty())
                               add_form(forms, spelling, {reading, kColumns[column], cost});
                             cost += kLaterForm;
                           }
                         }
                       });
    return forms;
  }();
  return table;
}

const SpellingTrie<FamilyForm>& spelled_families() {
  static const SpellingTrie<FamilyForm> trie(family_forms());
  return trie;
}

// All that a word of one syllable may be; the cheapest ways to cut a longer one.
std::vector<Segmentation> syllables_in(const std::u32string& word, Spelling system) {
  std::vector<Segmentation> out;
  for (const SyllableOption& option : chinese_tables().lookup(system, text::to_utf8(word)))
    out.push_back({{option.syllable}, option.cost});
  return out.empty() ? segment(word, system) : out;
}

// A given name of one or two syllables.
std::vector<Segmentation> read_given(std::span<const std::u32string> words, Spelling system, float cost) {
  std::vector<Segmentation> out{{{}, cost}};
  for (const std::u32string& word : words) {
    std::vector<Segmentation> longer;
    for (const Segmentation& tail : syllables_in(word, system)) {
      for (const Segmentation& head : out) {
        if (head.syllables.size() + tail.syllables.size() > 2) continue;
        longer.push_back(head);
        longer.back().syllables.insert(longer.back().syllables.end(), tail.syllables.begin(),
                                       tail.syllables.end());
        longer.back().cost += tail.cost;
      }
    }
    out = std::move(longer);
  }
  return out;
}

class DialectReader {
 public:
  DialectReader(std::vector<ChineseReading>& out, std::span<const std::u32string> words)
      : out_(out), words_(words) {}

  void read() {
    const SpellingTrie<FamilyForm>& families = spelled_families();
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const std::uint32_t one = families.walk(families.kRoot, words_[at]);
      if (one == families.kNowhere) continue;
      if (!families.options(one).empty()) read_family(families.options(one), at, at + 1);
      if (at + 1 == words_.size()) break;
      const std::uint32_t two = families.walk(one, words_[at + 1]);  // "Au Yeung"
      if (two != families.kNowhere && !families.options(two).empty())
        read_family(families.options(two), at, at + 2);
    }
  }

 private:
  // The given name stands after the family name, or before it.
  void read_family(std::span<const FamilyForm> forms, std::size_t from, std::size_t to) {
    for (std::size_t size = 1; size <= 2; ++size) {
      const std::size_t extra = words_.size() - (to - from) - std::min(size, words_.size() - (to - from));
      if (extra > kMostExtraWords) continue;
      const float cost = kExtraWord * static_cast<float>(extra);
      if (to + size <= words_.size()) add(forms, words_.subspan(to, size), cost, true);
      if (size <= from) add(forms, words_.subspan(from - size, size), cost + kGivenFirst, false);
    }
  }

  void add(std::span<const FamilyForm> forms, std::span<const std::u32string> given, float cost,
           bool family_first) {
    const auto cantonese = read_given(given, Spelling::kCantonese, 0);
    const auto mandarin = read_given(given, Spelling::kPinyin, 0);
    for (const FamilyForm& form : forms) {
      const bool spoken = form.origin == Origin::kCantonese;
      if (spoken || form.origin == Origin::kHokkien)
        add_readings(form, cantonese, cost + (spoken ? 0 : kCantoneseGiven), family_first);
      add_readings(form, mandarin, cost + (spoken ? kMandarinGiven : 0), family_first);
    }
  }

  void add_readings(const FamilyForm& form, const std::vector<Segmentation>& given, float cost,
                    bool family_first) {
    for (const Segmentation& way : given) {
      const float total = form.cost + way.cost + cost;
      if (total <= kMostCost)
        out_.push_back({form.reading, way.syllables, {}, {}, form.origin, family_first, total, 0});
    }
  }

  std::vector<ChineseReading>& out_;
  std::span<const std::u32string> words_;
};

}  // namespace

void read_dialects(std::vector<ChineseReading>& out, std::span<const std::u32string> words) {
  if (words.size() > 1) DialectReader(out, words).read();
}

void read_sino_korean(std::vector<ChineseReading>& out, std::span<const std::u32string> words) {
  if (words.size() != 1 || words[0].size() < 2 || words[0].size() > 4) return;
  const std::u32string_view name = words[0];
  for (std::size_t size = 1; size <= 2 && size < name.size() && name.size() - size <= 2; ++size) {
    const std::u32string given(name.substr(size));
    for (const Segmentation& family : segment(name.substr(0, size), Spelling::kHangul)) {
      if (family.syllables.size() != size || chinese_tables().surname_per_10000(family.syllables) <= 0)
        continue;
      for (const Segmentation& way : read_given(std::span(&given, 1), Spelling::kHangul, family.cost))
        out.push_back({family.syllables, way.syllables, {}, {}, Origin::kKorean, true, way.cost, 0});
    }
  }
}

bool is_dialect(std::span<const ChineseReading> readings) {
  return !readings.empty() && readings[0].origin >= Origin::kCantonese;
}

}  // namespace muster::names
