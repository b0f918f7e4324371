// A document's words, made once and shared by every extractor: tokens, sentences, and each token's lower-case
// form for look-ups in lexicons. Refers to the document, which must outlive it; neither copied nor moved,
// since the words are views into it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "text/tokens.hpp"

namespace muster::extract {

struct Analysis {
  explicit Analysis(const model::Document& of);
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  const model::Document& document;
  std::vector<text::Token> tokens;
  std::vector<text::Sentence> sentences;
  std::string lowered;                  // owns the words
  std::vector<std::string_view> words;  // one a token: lower case, every apostrophe as '

  // The token as it stands in the text.
  [[nodiscard]] std::string_view raw(std::size_t token) const {
    return std::string_view(document.text)
        .substr(tokens[token].begin, tokens[token].end - tokens[token].begin);
  }
  // The text from the first byte of `first` to the last byte of `last`, both inclusive.
  [[nodiscard]] model::Span span(std::size_t first, std::size_t last) const {
    return {tokens[first].begin, tokens[last].end};
  }
};

}  // namespace muster::extract
