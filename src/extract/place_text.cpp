#include "extract/place_text.hpp"

#include "base/embedded.hpp"
#include "extract/word_table.hpp"

MUSTER_EMBEDDED(extract_place_context_tsv)

namespace muster::extract {
namespace {

const WordTable& table() {
  static const WordTable words(MUSTER_BYTES(extract_place_context_tsv),
                               {"before", "of", "kind", "second", "person", "never"});
  return words;
}

}  // namespace

PlaceText::PlaceText(const Analysis& analysis) : a_(analysis), entries_(table().find_all(analysis.words)) {}

bool PlaceText::as(std::size_t i, Kind kind) const {
  return i < entries_.size() && entries_[i] >= 0 && table().of_kind(entries_[i], kind);
}

bool PlaceText::in_reach(std::size_t i) const {
  return i < a_.tokens.size() && !a_.tokens[i].paragraph_before;
}

bool PlaceText::is(std::size_t i, std::string_view text) const {
  return in_reach(i) && a_.words[i] == text;
}

bool PlaceText::was(std::size_t i, std::string_view text) const {
  return i < a_.words.size() && a_.words[i] == text;
}

bool PlaceText::is_capital(std::size_t i) const {
  return i < a_.tokens.size() && a_.tokens[i].kind == text::TokenKind::kWord && a_.tokens[i].capital;
}

bool PlaceText::follows_capital(std::size_t i) const {
  return is_capital(i) && in_reach(i) && !a_.tokens[i].line_before;
}

std::string_view PlaceText::stem(std::size_t i) const {
  std::string_view w = a_.words[i];
  if (w.ends_with("'s"))
    w.remove_suffix(2);
  else if (w.ends_with("s'"))
    w.remove_suffix(1);
  return w;
}

std::string PlaceText::joined(std::size_t first, std::size_t last) const {
  std::string out;
  for (std::size_t i = first; i <= last; ++i) {
    const bool mark = a_.words[i] == ".";
    if (!out.empty() && !mark && a_.words[i - 1] != ".") out.push_back(' ');
    out += i == last ? stem(i) : a_.words[i];
  }
  while (!out.empty() && out.back() == '.') out.pop_back();
  return out;
}

bool PlaceText::goes_on(std::size_t i) const {
  if (follows_capital(i)) return true;
  if (!in_reach(i) || !follows_capital(i + 1)) return false;
  return was(i, "of") || was(i, "the") || was(i, "and") || was(i, "de") || was(i, "upon") || was(i, "on") ||
         was(i, "la");
}

std::size_t PlaceText::dotted_end(std::size_t i) const {
  std::size_t last = i;
  while (a_.raw(last).size() == 1 && is(last + 1, ".") && !a_.tokens[last + 1].space_before &&
         is_capital(last + 2) && !a_.tokens[last + 2].space_before && a_.raw(last + 2).size() == 1 &&
         last < i + 6)
    last += 2;
  if (last > i && is(last + 1, ".") && !a_.tokens[last + 1].space_before) ++last;
  return last;
}

bool PlaceText::is_second_level(std::size_t last) const {
  return in_reach(last + 1) && as(last + 1, kSecondLevel);
}

bool PlaceText::is_dateline(std::size_t first, std::size_t last) const {
  if (!a_.tokens[first].paragraph_before && first != 0) return false;
  for (std::size_t i = last + 1; i < last + 10 && in_reach(i); ++i) {
    if (was(i, "—") || was(i, "–") || was(i, "--") || (was(i, "-") && a_.tokens[i].space_before))
      return a_.tokens[first].all_capitals || i <= last + 5;
    if (was(i, ".") && !a_.tokens[i].space_before && a_.raw(i - 1).size() > 4) return false;
  }
  return false;
}

bool PlaceText::starts_sentence(std::size_t i) const {
  return i == 0 || a_.tokens[i].line_before || was(i - 1, ".") || was(i - 1, "”") || was(i - 1, "\"") ||
         was(i - 1, "“");
}

}  // namespace muster::extract
