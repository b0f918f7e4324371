// A written name cut into words and numbers, before anything is read in them: what stands between them
// (commas, full stops, ampersands) and how they are written (capitals) says what part they may play.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/letters.hpp"

namespace muster::names {

struct Token {
  std::u32string letters;   // lower case; or digits
  bool after_and = false;   // "&" stands before it
  bool after_stop = false;  // a full stop stands before it, without a space
  bool number = false;
  bool capitals = false;  // letters, and all of them capitals
  bool before_comma = false;
};

// The first kMostCodepoints code points, compatibility forms (full-width letters, ligatures, a letter and its
// mark apart) as the plain ones.
[[nodiscard]] std::u32string plain_text(std::string_view utf8);

// Words are letters with inner apostrophes, numbers are digits; everything else parts them. kMostWords at
// most.
[[nodiscard]] std::vector<Token> split_name(std::u32string_view text);

// 华为技术有限公司: the legal form as a word of its own.
void cut_attached_forms(std::vector<Token>& tokens);

// The script of all words; kOther for several, kNone for none.
[[nodiscard]] text::Script one_script(const std::vector<Token>& tokens);

// Which words the comma, or else capitals, mark as the family name.
[[nodiscard]] std::vector<bool> family_marks(const std::vector<Token>& tokens);

[[nodiscard]] std::vector<std::u32string> letters_of(const std::vector<Token>& tokens);

// "2nd" was cut in two: is this its ending?
[[nodiscard]] bool is_ordinal_ending(const std::vector<Token>& tokens, std::size_t at);

}  // namespace muster::names
