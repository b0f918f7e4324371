#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.hpp"

namespace muster::text {
namespace {

struct Scanner {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] bool done() const { return at >= text.size(); }
  [[nodiscard]] char32_t peek() const {
    std::size_t next = at;
    return next_codepoint(text, next);
  }
  char32_t take() { return next_codepoint(text, at); }
};

bool joins_word(char32_t codepoint) {
  return is_apostrophe(codepoint) || codepoint == '-' || codepoint == 0x2010 || codepoint == 0x2011 ||
         codepoint == 0x5F3;
}
bool joins_number(char32_t codepoint) {
  return codepoint == '.' || codepoint == ',' || codepoint == ':' || codepoint == '/';
}

// Is there, after the joining character at scanner.at, a code point for which `belongs` holds?
template <class Belongs>
bool followed_by(const Scanner& scanner, Belongs belongs) {
  Scanner ahead = scanner;
  ahead.take();
  return !ahead.done() && belongs(ahead.peek());
}

void scan_word(Scanner& scanner, Token& token, char32_t first) {
  token.kind = TokenKind::kWord;
  token.script = script_of(first);
  token.capital = is_upper(first);
  bool all_capitals = token.capital;
  std::size_t letters = 1;
  while (!scanner.done()) {
    const char32_t c = scanner.peek();
    if (is_letter(c)) {
      all_capitals = all_capitals && is_upper(c);
      ++letters;
      scanner.take();
    } else if (is_digit(c) || (joins_word(c) && followed_by(scanner, is_letter))) {
      scanner.take();
    } else if (c == '-' && followed_by(scanner, is_digit)) {  // Su-27
      scanner.take();
    } else {
      break;
    }
  }
  token.all_capitals = all_capitals && letters > 1;
}

void scan_number(Scanner& scanner, Token& token) {
  token.kind = TokenKind::kNumber;
  while (!scanner.done()) {
    const char32_t c = scanner.peek();
    if (!is_digit(c) && !(joins_number(c) && followed_by(scanner, is_digit))) break;
    scanner.take();
  }
}

constexpr std::array<std::string_view, 78> kAbbreviations = {
    "adm",  "al",  "apr", "aug",  "brig", "capt", "cmdr", "co",  "col", "corp", "cpl", "dec", "dr",
    "e.g",  "etc", "feb", "fig",  "fr",   "gen",  "gov",  "hon", "i.e", "inc",  "jan", "jr",  "jul",
    "jun",  "lt",  "ltd", "maj",  "mar",  "mr",   "mrs",  "ms",  "mt",  "no",   "nov", "oct", "prof",
    "rep",  "rev", "sen", "sept", "sep",  "sgt",  "sr",   "st",  "u.k", "u.n",  "u.s", "vs",  "акад",
    "в",    "вул", "г",   "гг",   "ген",  "гор",  "гр",   "д",   "др",  "им",   "кв",  "м",   "млн",
    "млрд", "обл", "п",   "полк", "проф", "р",    "рр",   "с",   "см",  "ст",   "т",   "тис", "тыс"};

// Does the full stop at `stop` end an abbreviation or an initial?
bool is_abbreviation(std::string_view text, const std::vector<Token>& tokens, std::size_t stop) {
  if (stop == 0 || text.substr(tokens[stop].begin, 1) != "." || tokens[stop].space_before) return false;
  const Token& word = tokens[stop - 1];
  if (word.kind != TokenKind::kWord) return false;
  const std::string_view bytes = text.substr(word.begin, word.end - word.begin);
  const bool initial = word.capital && bytes.size() <= 2;  // one Latin or Cyrillic letter
  const bool dotted =
      bytes.size() <= 2 && stop >= 2 && text.substr(tokens[stop - 2].begin, 1) == "." && !word.space_before;
  return initial || dotted || std::ranges::binary_search(kAbbreviations, std::string_view(lower(bytes)));
}

bool is_end_mark(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == "…" || mark == "。" || mark == "！" ||
         mark == "？" || mark == "؟" || mark == "।";
}
bool closes(std::string_view mark) {
  return mark == "\"" || mark == "”" || mark == "»" || mark == ")" || mark == "]" || mark == "’" ||
         mark == "'" || mark == "」" || mark == "』";
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::vector<Sentence> split() {
    std::size_t first = 0;
    for (std::size_t i = 0; i < tokens_.size();) {
      const std::size_t end = end_of_sentence(i);
      if (end == 0) {
        ++i;
        continue;
      }
      add(first, end);
      first = i = end;
    }
    add(first, tokens_.size());
    return std::move(sentences_);
  }

 private:
  std::string_view bytes(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

  void add(std::size_t first, std::size_t last) {
    if (first >= last) return;
    sentences_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last),
                          tokens_[first].begin, tokens_[last - 1].end});
  }

  // The index after the last token of the sentence that ends with token i, or 0.
  std::size_t end_of_sentence(std::size_t i) const {
    const bool ends = tokens_[i].kind == TokenKind::kMark && is_end_mark(bytes(i));
    if (!ends) return next_opens_block(i) ? i + 1 : 0;
    if (next_opens_block(i)) return i + 1;
    std::size_t end = i + 1;
    while (end < tokens_.size() && !tokens_[end].paragraph_before && tokens_[end].kind == TokenKind::kMark &&
           (is_end_mark(bytes(end)) || (closes(bytes(end)) && !tokens_[end].space_before))) {
      ++end;
    }
    if (end == tokens_.size() || tokens_[end].paragraph_before) return end;
    if (end == i + 1 && is_inside_letters(i)) return 0;
    if (is_abbreviation(text_, tokens_, i) && end == i + 1) return ends_despite_abbreviation(i) ? end : 0;
    return starts_sentence(end) ? end : 0;
  }

  // "D-S.C.", "R-N.Y.": a stop with a single letter and another stop right behind it.
  bool is_inside_letters(std::size_t stop) const {
    if (stop + 2 >= tokens_.size() || bytes(stop) != "." || bytes(stop + 2) != ".") return false;
    const Token& letter = tokens_[stop + 1];
    return letter.kind == TokenKind::kWord && !letter.space_before && !tokens_[stop + 2].space_before &&
           bytes(stop + 1).size() <= 2;
  }

  bool next_opens_block(std::size_t i) const {
    if (i + 1 >= tokens_.size()) return false;
    return tokens_[i + 1].paragraph_before || (tokens_[i + 1].line_before && is_short_line(i));
  }

  // A line of under 60 bytes with no end mark, followed by a capital: a headline, a table row.
  bool is_short_line(std::size_t i) const {
    const auto line = text_.rfind('\n', tokens_[i].begin);
    const std::size_t start = line == std::string_view::npos ? 0 : line + 1;
    const Token& next = tokens_[i + 1];
    return tokens_[i].end - start < 60 && (next.capital || next.kind != TokenKind::kWord);
  }

  // "5 млн. Он" ends, "Gen. Smith" and "J. Smith" never do; "г." is a year's only after a number.
  bool ends_despite_abbreviation(std::size_t i) const {
    if (i + 1 >= tokens_.size() || !tokens_[i + 1].capital || !tokens_[i + 1].space_before) return false;
    static constexpr std::array<std::string_view, 6> kCanEnd = {"corp", "etc", "inc", "jr", "ltd", "млн"};
    static constexpr std::array<std::string_view, 4> kYears = {"г", "гг", "р", "рр"};
    const std::string word = lower(bytes(i - 1));
    if (std::ranges::find(kCanEnd, word) != kCanEnd.end()) return true;
    return i >= 2 && tokens_[i - 2].kind == TokenKind::kNumber &&
           std::ranges::find(kYears, word) != kYears.end();
  }

  bool starts_sentence(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::kWord) {
      const bool caseless = token.script != Script::kLatin && token.script != Script::kCyrillic &&
                            token.script != Script::kGreek;
      return token.capital || caseless;
    }
    return token.space_before;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Sentence> sentences_;
};

}  // namespace

std::vector<Token> tokenise(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5);
  Scanner scanner{text};
  bool space = false;
  int lines = 0;
  while (!scanner.done()) {
    Token token;
    token.begin = static_cast<std::uint32_t>(scanner.at);
    const char32_t c = scanner.take();
    if (is_space(c)) {
      space = true;
      lines += c == '\n' || c == 0x2029;
      continue;
    }
    if (c == 0x200C || c == 0x200D || c == 0xAD) continue;  // joiners and soft hyphens stand inside words
    if (is_letter(c)) {
      scan_word(scanner, token, c);
    } else if (is_digit(c)) {
      scan_number(scanner, token);
    }
    token.end = static_cast<std::uint32_t>(scanner.at);
    token.space_before = space || tokens.empty();
    token.line_before = lines > 0 || tokens.empty();
    token.paragraph_before = lines > 1 || tokens.empty();
    tokens.push_back(token);
    space = false;
    lines = 0;
  }
  return tokens;
}

std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens) {
  return Splitter(text, tokens).split();
}

}  // namespace muster::text
