#include "weigh/lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "base/table_lines.hpp"

MUSTER_EMBEDDED(weigh_concepts_tsv)
MUSTER_EMBEDDED(weigh_function_words_tsv)

namespace muster::weigh {
namespace {

ConceptKind kind_of(std::string_view name) {
  constexpr std::array<std::string_view, 12> kNames = {"counted", "event",  "nation",     "list",
                                                       "holds",   "partof", "total",      "speech",
                                                       "credit",  "denial", "correction", "furniture"};
  const auto found = std::ranges::find(kNames, name);
  base::require(found != kNames.end(), "data/weigh/concepts.tsv: unknown kind");
  return static_cast<ConceptKind>(found - kNames.begin());
}

}  // namespace

const Lexicon& Lexicon::built_in() {
  static const Lexicon lexicon =
      parse(MUSTER_BYTES(weigh_concepts_tsv), MUSTER_BYTES(weigh_function_words_tsv));
  return lexicon;
}

Lexicon Lexicon::parse(std::string_view concepts, std::string_view function_words) {
  Lexicon lexicon;
  while (!concepts.empty()) lexicon.add_line(base::cut(concepts, '\n'));
  while (!function_words.empty()) {
    std::string_view line = base::cut(function_words, '\n');
    if (line.starts_with('#')) continue;
    while (!line.empty()) lexicon.function_words_.emplace(base::cut(line, ' '));
  }
  return lexicon;
}

void Lexicon::add_line(std::string_view line) {
  if (line.empty() || line.starts_with('#')) return;
  const ConceptKind kind = kind_of(base::cut(line, '\t'));
  const std::string_view name = base::cut(line, '\t');
  const std::string_view scope = base::cut(line, '\t');
  const auto index = static_cast<std::uint32_t>(concepts_.size());
  concepts_.push_back({kind, std::string(name), scope == "-" ? "" : std::string(scope)});
  while (!line.empty()) {
    std::string_view word = base::cut(line, ' ');
    if (word.empty()) continue;
    const bool open = word.ends_with('*');
    if (open) word.remove_suffix(1);
    (open ? prefix_ : whole_)[std::string(word)].push_back(index);
  }
}

std::vector<const Concept*> Lexicon::concepts_of(std::string_view word) const {
  std::vector<const Concept*> found;
  const auto add = [&](const std::vector<std::uint32_t>& indices) {
    for (const std::uint32_t index : indices) {
      const Concept& item = concepts_[index];
      const bool has =
          std::ranges::any_of(found, [&](const Concept* other) { return other->kind == item.kind; });
      if (!has) found.push_back(&item);
    }
  };
  if (const auto exact = whole_.find(std::string(word)); exact != whole_.end()) add(exact->second);
  for (std::size_t length = word.size(); length >= 3; --length) {  // the longest prefix speaks first
    if (const auto open = prefix_.find(std::string(word.substr(0, length))); open != prefix_.end())
      add(open->second);
  }
  return found;
}

bool Lexicon::is_function_word(std::string_view word) const {
  return function_words_.contains(std::string(word));
}

}  // namespace muster::weigh
