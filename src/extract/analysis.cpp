#include "extract/analysis.hpp"

#include <cstdint>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::extract {
namespace {

void append_lower(std::string& to, std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      ++at;
      const bool capital = byte >= 'A' && byte <= 'Z';
      to.push_back(byte == '`' ? '\'' : static_cast<char>(capital ? byte | 0x20 : byte));
      continue;
    }
    const char32_t c = text::next_codepoint(word, at);
    text::append_utf8(to, text::is_apostrophe(c) ? U'\'' : text::to_lower(c));
  }
}

}  // namespace

Analysis::Analysis(const model::Document& of)
    : document(of), tokens(text::tokenise(of.text)), sentences(text::split_sentences(of.text, tokens)) {
  lowered.reserve(of.text.size());
  std::vector<std::size_t> ends;
  ends.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    append_lower(lowered, raw(i));
    ends.push_back(lowered.size());
  }
  words.reserve(tokens.size());
  const std::string_view all = lowered;
  for (std::size_t i = 0, begin = 0; i < ends.size(); begin = ends[i++]) {
    words.push_back(all.substr(begin, ends[i] - begin));
  }
}

}  // namespace muster::extract
