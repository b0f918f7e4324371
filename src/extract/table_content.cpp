#include "extract/table_content.hpp"

#include <algorithm>

#include "extract/name_shapes.hpp"
#include "extract/speech_lexicon.hpp"
#include "extract/table_dates.hpp"
#include "extract/table_headers.hpp"
#include "names/compare.hpp"
#include "names/parts.hpp"
#include "text/letters.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace muster::extract {
namespace {

constexpr std::size_t kSampledRows = 60;

std::size_t letters_of(std::string_view text, text::Script script) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();)
    count += text::script_of(text::next_codepoint(text, at)) == script;
  return count;
}

bool looks_like_passport(std::string_view cell) {
  std::size_t letters = 0;
  std::size_t digits = 0;
  for (const char c : cell) {
    if (c >= '0' && c <= '9')
      ++digits;
    else if (c >= 'A' && c <= 'Z' && digits == 0)
      ++letters;
    else if (c != ' ')
      return false;
  }
  return letters >= 1 && letters <= 2 && digits >= 6 && digits <= 8;
}

bool is_persons_word(const names::Word& word) {
  if (word.patronymic || looks_like_cyrillic_surname(text::to_utf8(word.written))) return true;
  return std::ranges::any_of(word.readings, [](const std::string& reading) {
    return (SpeechLexicon::get().find(reading).classes & word_class::kFirstName) != 0;
  });
}

}  // namespace

bool looks_like_name(std::string_view cell) {
  if (cell.size() > 80) return false;
  const std::size_t hanzi = letters_of(cell, text::Script::kHan);
  if (hanzi > 0) return hanzi >= 2 && hanzi <= 4 && cell.size() == hanzi * 3;
  std::size_t words = 0;
  for (const text::Token& token : text::tokenise(cell)) {
    if (token.kind != text::TokenKind::kWord || !token.capital) return false;
    ++words;
  }
  return words >= 2 && words <= 4;
}

bool looks_like_person(std::string_view cell) {
  if (!looks_like_name(cell) || names_a_body(cell)) return false;
  const names::Name name = names::prepare(cell);
  return !name.parts().chinese.empty() || std::ranges::any_of(name.parts().words, is_persons_word);
}

ColumnContent content_of(const Sheet& sheet, std::size_t first, std::uint32_t column) {
  ColumnContent content;
  for (std::size_t i = first; i < std::min(sheet.rows.size(), first + kSampledRows); ++i) {
    const Cell* cell = sheet.rows[i].at(column);
    if (!cell) continue;
    ++content.cells;
    content.names += looks_like_name(cell->text);
    content.people += looks_like_person(cell->text);
    content.passports += looks_like_passport(cell->text);
    content.genders += !gender_of(cell->text).empty();
    const CellDate date = read_cell_date(cell->text, DateOrder::kDayFirst, 2099);
    if (date.date.month == 0) continue;
    ++content.dates;
    content.earliest = std::min(content.earliest, date.date.year);
    content.latest = std::max(content.latest, date.date.year);
  }
  return content;
}

}  // namespace muster::extract
