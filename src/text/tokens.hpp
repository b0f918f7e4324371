// Words and sentences with exact byte offsets; the one tokeniser of the program. Linear in the text, no
// allocation a token.
//
// A token is a word (letters, with inner apostrophes, and hyphens between letters), a number (digits with
// inner , . : / as in 1,250.50 or 12.03.1994 or 14:30), or one other visible character. White space makes no
// token.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/letters.hpp"

namespace muster::text {

enum class TokenKind : std::uint8_t { kWord, kNumber, kMark };

struct Token {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kMark;
  Script script = Script::kNone;  // of a word's first letter
  bool capital = false;           // a word that starts with a capital
  bool all_capitals = false;      // a word of two or more letters, all capital
  bool space_before = false;
  bool line_before = false;       // a line break stands before it
  bool paragraph_before = false;  // an empty line stands before it
};

// Token indices [first, last) and the bytes from the first token's begin to the last token's end.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

[[nodiscard]] std::vector<Token> tokenise(std::string_view text);

// Sentences end at . ! ? … and their CJK kin, outside abbreviations ("Gen.", "т. е.", initials), with closing
// quotes and brackets taken along; at an empty line; and at a line break after a short line without an end
// mark (a headline).
[[nodiscard]] std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens);

}  // namespace muster::text
