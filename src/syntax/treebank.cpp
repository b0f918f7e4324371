#include "syntax/treebank.hpp"

#include <charconv>

#include "base/table_lines.hpp"

namespace muster::syntax {
namespace {

std::uint32_t number_of(std::string_view cell) {
  std::uint32_t value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace

std::vector<TreeSentence> read_treebank(std::string_view conllu) {
  std::vector<TreeSentence> sentences(1);
  std::uint32_t joined_to = 0;  // the last part of a word written together, as "8-9" says
  bool space_after_joined = true;
  while (!conllu.empty()) {
    const std::size_t end = conllu.find('\n');
    const std::string_view line = conllu.substr(0, end);
    conllu.remove_prefix(end == std::string_view::npos ? conllu.size() : end + 1);
    TreeSentence& sentence = sentences.back();
    if (line.empty()) {
      if (!sentence.words.empty()) sentences.emplace_back();
      continue;
    }
    if (line.front() == '#') continue;
    const auto cells = base::cells_of(line);
    if (cells.size() < 10 || cells[0].find('.') != std::string_view::npos) continue;  // not written
    const bool space = cells[9].find("SpaceAfter=No") == std::string_view::npos;
    if (const std::size_t dash = cells[0].find('-'); dash != std::string_view::npos) {
      joined_to = number_of(cells[0].substr(dash + 1));
      space_after_joined = space;
      continue;
    }
    TreeWord word;
    word.begin = static_cast<std::uint32_t>(sentence.text.size());
    sentence.text += cells[1];
    word.end = static_cast<std::uint32_t>(sentence.text.size());
    word.tag = cells[4];
    word.relation = cells[7];
    word.head = number_of(cells[6]);
    const std::uint32_t number = number_of(cells[0]);
    const bool inside = number < joined_to;
    if (number == joined_to ? space_after_joined : space && !inside) sentence.text += ' ';
    if (number >= joined_to) joined_to = 0;
    sentence.words.push_back(std::move(word));
  }
  if (sentences.back().words.empty()) sentences.pop_back();
  return sentences;
}

}  // namespace muster::syntax
