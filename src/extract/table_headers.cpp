#include "extract/table_headers.hpp"

#include <algorithm>
#include <vector>

#include "base/embedded.hpp"
#include "extract/word_table.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(extract_columns_tsv)

namespace muster::extract {
namespace {

enum Kind : std::uint8_t { kColumn, kPerson, kThing, kTotal, kMale, kFemale, kBody };

constexpr std::size_t kMostHeaderWords = 12;
constexpr std::size_t kMostHeaderBytes = 200;

const WordTable& table() {
  static const WordTable words(MUSTER_BYTES(extract_columns_tsv),
                               {"column", "person", "thing", "total", "male", "female", "body"});
  return words;
}

// Lower case, one apostrophe, every run of other characters one "_": "В/Ч  №" is "в_ч_№".
std::vector<std::string> header_words(std::string_view header) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < header.size();) {
    const char32_t c = text::next_codepoint(header, at);
    const bool keep =
        text::is_letter(c) || text::is_digit(c) || text::is_apostrophe(c) || c == U'№' || c == '#';
    if (!keep) {
      if (!words.back().empty()) words.emplace_back();
      continue;
    }
    text::append_utf8(words.back(), text::is_apostrophe(c) ? U'\'' : text::to_lower(c));
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::vector<std::string> words_if_short(std::string_view header) {
  if (header.size() > kMostHeaderBytes) return {};
  std::vector<std::string> words = header_words(header);
  if (words.size() > kMostHeaderWords) words.clear();
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t count) {
  std::string out = words[first];
  for (std::size_t i = first + 1; i < first + count; ++i) out.append("_").append(words[i]);
  return out;
}

// The longest run of words that the table has as this kind, the first of several.
const WordTable::Entry* longest(const std::vector<std::string>& words, std::uint8_t kind) {
  for (std::size_t count = words.size(); count >= 1; --count) {
    for (std::size_t first = 0; first + count <= words.size(); ++first) {
      if (const auto* entry = table().find(joined(words, first, count), kind)) return entry;
    }
  }
  return nullptr;
}

bool is_part_of_name(std::string_view property) {
  return property == "lastName" || property == "firstName" || property == "fatherName";
}

// "Surname, given name": more than one part of a name.
bool holds_parts_of_name(const std::vector<std::string>& words) {
  std::string_view seen;
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (std::size_t count = std::min<std::size_t>(2, words.size() - first); count >= 1; --count) {
      const auto* entry = table().find(joined(words, first, count), kColumn);
      if (!entry || !is_part_of_name(entry->value)) continue;
      if (!seen.empty() && seen != entry->value) return true;
      seen = entry->value;
      first += count - 1;
      break;
    }
  }
  return false;
}

// "Name" alone: of a man, a firm or a ship.
bool is_open_name(const WordTable::Entry* entry) {
  return entry == table().find("name", kColumn) || entry == table().find("names", kColumn) ||
         entry == table().find("имя", kColumn);
}

}  // namespace

std::string property_of_header(std::string_view header) {
  const std::vector<std::string> words = words_if_short(header);
  const auto* entry = longest(words, kColumn);
  if (!entry) return {};
  if (is_part_of_name(entry->value) && holds_parts_of_name(words)) return "name";
  if (is_open_name(entry) && longest(words, kThing)) return {};  // "vessel name"
  return std::string(entry->value);
}

Subject subject_of_header(std::string_view header) {
  const std::vector<std::string> words = words_if_short(header);
  if (longest(words, kPerson)) return Subject::kPeople;
  static constexpr std::string_view kOfPeople[] = {"name",       "lastName",  "firstName",   "fatherName",
                                                   "birthDate",  "gender",    "rank",        "passportNumber",
                                                   "birthPlace", "deathDate", "contractDate"};
  const std::string property = property_of_header(header);
  const bool told = std::ranges::find(kOfPeople, property) != std::end(kOfPeople);
  if (told && !is_open_name(longest(words, kColumn))) return Subject::kPeople;
  return longest(words, kThing) ? Subject::kThings : Subject::kOpen;
}

bool is_open_name_header(std::string_view header) {
  const auto* entry = longest(words_if_short(header), kColumn);
  return entry && is_open_name(entry);
}

DateOrder order_of_header(std::string_view header) {
  const std::vector<std::string> words = words_if_short(header);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto is_day = [](const std::string& w) { return w == "dd" || w == "дд" || w == "day"; };
    const auto is_month = [](const std::string& w) { return w == "mm" || w == "мм" || w == "month"; };
    if (is_day(words[i]) && is_month(words[i + 1])) return DateOrder::kDayFirst;
    if (is_month(words[i]) && is_day(words[i + 1])) return DateOrder::kMonthFirst;
  }
  return DateOrder::kUnknown;
}

bool is_total(const Row& row) {
  for (std::size_t i = 0; i < std::min<std::size_t>(row.cells.size(), 3); ++i) {
    const std::vector<std::string> words = header_words(row.cells[i].text);
    if (!words.empty() && words.size() <= 4 && table().find(words.front(), kTotal)) return true;
  }
  return false;
}

bool names_a_body(std::string_view cell) {
  return std::ranges::any_of(words_if_short(cell),
                             [](const std::string& word) { return table().find(word, kBody) != nullptr; });
}

std::string gender_of(std::string_view cell) {
  if (cell.size() > 40) return {};
  const std::vector<std::string> words = header_words(cell);
  if (words.size() != 1) return {};
  if (table().find(words[0], kMale)) return "male";
  return table().find(words[0], kFemale) ? "female" : "";
}

}  // namespace muster::extract
