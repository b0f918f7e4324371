// Sentences of a treebank in CoNLL-U on the program's own tokens; for training and measuring.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace muster::syntax {

struct TreeWord {
  std::uint32_t begin = 0;  // bytes in the sentence's text
  std::uint32_t end = 0;
  std::string tag;         // the language's own (XPOS)
  std::string relation;    // to its head
  std::uint32_t head = 0;  // 1 is the first word, 0 the root
};

struct TreeSentence {
  std::string text;
  std::vector<TreeWord> words;
};

// Reads a file's bytes; lines that are no words are passed over.
[[nodiscard]] std::vector<TreeSentence> read_treebank(std::string_view conllu);

}  // namespace muster::syntax
