#include "resolve/spelling.hpp"

#include <algorithm>
#include <map>

#include "text/letters.hpp"
#include "text/tokens.hpp"

namespace muster::resolve {
namespace {

using Words = std::vector<std::string>;

bool starts_with_digit(const std::string& word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

// Lower-case words and numbers; the ending of an ordinal ("2-я", "2nd") is dropped.
Words words_of(const std::string& value) {
  Words words;
  bool after_number = false;
  for (const auto& token : text::tokenise(value)) {
    const std::string word =
        text::lower(std::string_view(value).substr(token.begin, token.end - token.begin));
    if (token.kind == text::TokenKind::kMark) {
      after_number = after_number && word == "-" && !token.space_before;
      continue;
    }
    const bool ending =
        after_number && !token.space_before && token.kind == text::TokenKind::kWord && word.size() <= 6;
    if (!ending) words.push_back(word);
    after_number = token.kind == text::TokenKind::kNumber;
  }
  return words;
}

bool abbreviates(const std::string& shorter, const std::string& longer) {
  return shorter.size() >= 2 && shorter.size() < longer.size() && longer.starts_with(shorter);
}

bool same_word(const std::string& a, const std::string& b) {
  return a == b || abbreviates(a, b) || abbreviates(b, a);
}

bool same_thing(const Words& a, const Words& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool numbers = starts_with_digit(a[i]) || starts_with_digit(b[i]);
    if (numbers ? a[i] != b[i] : !same_word(a[i], b[i])) return false;
  }
  return !a.empty();
}

}  // namespace

std::vector<std::vector<CountedValue>> group_spellings(const std::vector<std::string>& values) {
  std::map<std::string, std::size_t> at;
  std::vector<CountedValue> distinct;
  for (const auto& value : values) {
    const auto [where, fresh] = at.emplace(value, distinct.size());
    if (fresh) distinct.push_back({value, 0});
    ++distinct[where->second].count;
  }
  std::vector<std::vector<CountedValue>> groups;
  std::vector<Words> heads;
  for (auto& value : distinct) {
    const Words words = words_of(value.value);
    const auto found =
        std::ranges::find_if(heads, [&](const Words& head) { return same_thing(head, words); });
    if (found == heads.end()) {
      heads.push_back(words);
      groups.push_back({std::move(value)});
    } else {
      groups[static_cast<std::size_t>(found - heads.begin())].push_back(std::move(value));
    }
  }
  for (auto& group : groups) std::ranges::stable_sort(group, std::greater{}, &CountedValue::count);
  return groups;
}

}  // namespace muster::resolve
