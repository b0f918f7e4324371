#include "names/name_tokens.hpp"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <utility>

#include "names/organisation.hpp"
#include "names/parts.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

std::u32string first_codepoints(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size() && out.size() < kMostCodepoints;)
    out += text::next_codepoint(utf8, at);
  return out;
}

// Compatibility forms (full-width letters, ligatures, a letter and its mark apart) as the plain ones.
std::u32string normalised(std::u32string text) {
  if (std::ranges::all_of(text, [](char32_t c) { return c < 0x300; })) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return text;
  const icu::UnicodeString from = icu::UnicodeString::fromUTF8(text::to_utf8(text));
  if (nfkc->isNormalized(from, status)) return text;
  std::string out;
  nfkc->normalize(from, status).toUTF8String(out);
  return U_SUCCESS(status) ? text::to_utf32(out) : text;
}

class Splitter {
 public:
  std::vector<Token> split(std::u32string_view text) {
    for (const char32_t c : text) read(c);
    finish();
    return std::move(tokens_);
  }

 private:
  void read(char32_t c) {
    const bool digit = text::is_digit(c);
    const bool letter = !digit && text::is_letter(c);
    if (!token_.letters.empty() && digit != token_.number && (digit || letter)) finish();
    if (digit || letter) return add(c, digit);
    if (text::is_apostrophe(c) && !token_.letters.empty() && !token_.number)
      return token_.letters.push_back(c);
    if (c == kNonJoiner || c == kJoiner) return;
    finish();
    after_stop_ = c == U'.';
    after_and_ = after_and_ || c == U'&' || c == U'+';
    if (c == U',' && !comma_) {
      comma_ = true;
      for (Token& token : tokens_) token.before_comma = true;
    }
  }

  void add(char32_t c, bool digit) {
    const char32_t lower = text::to_lower(c);
    token_.capitals = !digit && (token_.letters.empty() || token_.capitals) && lower != c;
    token_.letters += lower;
    token_.number = digit;
  }

  void finish() {
    while (!token_.letters.empty() && text::is_apostrophe(token_.letters.back())) token_.letters.pop_back();
    if (!token_.letters.empty() && tokens_.size() < kMostWords) {
      token_.after_and = std::exchange(after_and_, false);
      token_.after_stop = std::exchange(after_stop_, false);
      tokens_.push_back(std::move(token_));
    }
    token_ = {};
  }

  static constexpr char32_t kNonJoiner = 0x200C;
  static constexpr char32_t kJoiner = 0x200D;

  std::vector<Token> tokens_;
  Token token_;
  bool after_and_ = false;
  bool after_stop_ = false;
  bool comma_ = false;
};

}  // namespace

std::u32string plain_text(std::string_view utf8) {
  return normalised(first_codepoints(utf8));
}

std::vector<Token> split_name(std::u32string_view text) {
  return Splitter().split(text);
}

void cut_attached_forms(std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size() && tokens.size() < kMostWords; ++i) {
    const AttachedForm form = attached_legal_form(tokens[i].letters);
    const std::size_t cut = form.at_end > 0 ? tokens[i].letters.size() - form.at_end : form.at_start;
    if (cut == 0 || cut == tokens[i].letters.size()) continue;
    Token rest{tokens[i].letters.substr(cut)};
    tokens[i].letters.resize(cut);
    tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
    ++i;
  }
}

text::Script one_script(const std::vector<Token>& tokens) {
  text::Script first = text::Script::kNone;
  for (const Token& token : tokens) {
    if (token.number) continue;
    const text::Script script = text::script_of(token.letters[0]);
    if (first == text::Script::kNone) first = script;
    if (script != first) return text::Script::kOther;
  }
  return first;
}

std::vector<bool> family_marks(const std::vector<Token>& tokens) {
  const bool comma = std::ranges::any_of(tokens, &Token::before_comma);
  std::vector<bool> out;
  for (const Token& token : tokens) {
    const bool capitals = token.capitals && token.letters.size() > 1;
    out.push_back(comma ? token.before_comma : capitals);
  }
  return out;
}

std::vector<std::u32string> letters_of(const std::vector<Token>& tokens) {
  std::vector<std::u32string> out;
  for (const Token& token : tokens) {
    if (!token.number) out.push_back(token.letters);
  }
  return out;
}

bool is_ordinal_ending(const std::vector<Token>& tokens, std::size_t at) {
  if (at == 0 || !tokens[at - 1].number) return false;
  return tokens[at].letters == U"st" || tokens[at].letters == U"nd" || tokens[at].letters == U"rd" ||
         tokens[at].letters == U"th";
}

}  // namespace muster::names
