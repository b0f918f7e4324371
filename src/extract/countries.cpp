#include "extract/countries.hpp"

#include <charconv>
#include <unordered_map>
#include <vector>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "extract/slavic_endings.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(extract_countries_tsv)
MUSTER_EMBEDDED(extract_country_words_tsv)

namespace muster::extract {
namespace {

class Countries {
 public:
  Countries() {
    read_countries(MUSTER_BYTES(extract_countries_tsv));
    read_words(MUSTER_BYTES(extract_country_words_tsv));
  }
  const Country* by_code(std::string_view code) const {
    const auto found = codes_.find(code);
    return found == codes_.end() ? nullptr : &all_[found->second];
  }
  std::vector<std::string_view> words(CountryWord kind) const {
    std::vector<std::string_view> words;
    for (const auto& [form, country] : kind == CountryWord::kName ? names_ : adjectives_)
      words.push_back(form);
    return words;
  }
  const Country* by_word(std::string_view word, CountryWord kind) const {
    const auto& words = kind == CountryWord::kName ? names_ : adjectives_;
    const auto found = words.find(word);
    return found == words.end() ? nullptr : &all_[found->second];
  }

 private:
  void read_countries(std::string_view table) {
    while (!table.empty()) {
      std::string_view line = base::cut(table, '\n');
      if (line.empty() || line.front() == '#') continue;
      Country country;
      country.code = base::cut(line, '\t');
      country.name = base::cut(line, '\t');
      country.latitude = base::number_in(base::cut(line, '\t'));
      country.longitude = base::number_in(base::cut(line, '\t'));
      country.capital = base::cut(line, '\t');
      codes_.emplace(country.code, all_.size());
      while (!line.empty()) add_name(base::cut(line, ' '), all_.size());
      all_.push_back(country);
    }
  }
  void add_name(std::string_view form, std::size_t country) { names_.insert_or_assign(form, country); }
  void read_words(std::string_view table) {
    while (!table.empty()) {
      std::string_view line = base::cut(table, '\n');
      if (line.empty() || line.front() == '#') continue;
      const auto code = codes_.find(base::cut(line, '\t'));
      if (code == codes_.end()) continue;
      const bool name = base::cut(line, '\t') == "name";
      while (!line.empty()) {
        if (name)
          add_name(base::cut(line, ' '), code->second);
        else
          adjectives_.insert_or_assign(base::cut(line, ' '), code->second);
      }
    }
  }

  std::vector<Country> all_;
  std::unordered_map<std::string_view, std::size_t> codes_, names_, adjectives_;
};

const Countries& countries() {
  static const Countries all;
  return all;
}

// Lower case, one apostrophe, "_" for white space.
std::string key_of(std::string_view words) {
  std::string key;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = text::next_codepoint(words, at);
    if (text::is_space(c)) {
      if (!key.empty() && key.back() != '_') key.push_back('_');
    } else {
      text::append_utf8(key, text::is_apostrophe(c) ? U'\'' : text::to_lower(c));
    }
  }
  while (!key.empty() && (key.back() == '_' || key.back() == '.')) key.pop_back();
  return key;
}

}  // namespace

const Country* find_country(std::string_view words, CountryWord kind) {
  if (words.size() > 100) return nullptr;
  const std::string key = key_of(words);
  for (const std::string& form : nominatives(key)) {
    if (const Country* country = countries().by_word(form, kind)) return country;
  }
  return nullptr;
}

const Country* find_country(std::string_view words) {
  const Country* country = find_country(words, CountryWord::kName);
  if (!country) country = find_country(words, CountryWord::kAdjective);
  const bool code = !country && words.size() == 2 && words[0] >= 'A' && words[0] <= 'Z';
  return code ? country_of_code(words) : country;
}

std::vector<std::string_view> country_words(CountryWord kind) {
  return countries().words(kind);
}

const Country* country_of_code(std::string_view code) {
  return countries().by_code(code);
}

}  // namespace muster::extract
