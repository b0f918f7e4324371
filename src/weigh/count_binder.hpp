// Binds the numbers of one document to what happened, where and when, and to lists, before any two are
// compared.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "weigh/counts.hpp"

namespace muster::weigh {

template <class T>
void sort_unique(std::vector<T>& items) {
  std::ranges::sort(items);
  items.erase(std::ranges::unique(items).begin(), items.end());
}

[[nodiscard]] inline bool covers(model::Span outer, model::Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

// Words [first, last) of one sentence.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

class CountBinder {
 public:
  CountBinder(const Case& whole, std::uint32_t index)
      : whole_(whole), index_(index), reading_(whole.readings[index]) {
    for (const model::Quantity& quantity : extraction().quantities) {
      const auto [first, last] = reading_.words_in(quantity.span);
      for (std::uint32_t i = first; i < last; ++i) numbers_.push_back(i);
    }
    std::ranges::sort(numbers_);
  }

  void bind_all(std::vector<Count>& counts);

 private:
  // counts.cpp
  const model::Extraction& extraction() const { return *reading_.source->extraction; }
  const Word& word(std::uint32_t i) const { return reading_.words[i]; }
  const Sentence& sentence_of(const WordRange& range) const;
  Count bind(const model::Quantity& quantity, model::Span words, WordRange range) const;
  void bind_head(Count& count, WordRange range) const;
  std::string speaker_of(const model::Claim& claim) const;
  void bind_claim(Count& count) const;
  bool is_number(std::uint32_t i) const { return std::ranges::binary_search(numbers_, i); }
  const Concept* event(std::uint32_t i) const;
  // count_scene.cpp
  bool opens_clause(std::uint32_t i) const;
  std::vector<const Concept*> events_near(WordRange range) const;
  bool is_relative(std::uint32_t i) const;
  void add_nearest(std::vector<const Concept*>& events, WordRange range, const Sentence& sentence) const;
  void bind_sentence(Count& count, WordRange range) const;
  void add_scene(Count& count, const Found& found) const;
  bool attributes(std::uint32_t sentence, std::uint32_t i) const;
  void take_over_scene(Count& count) const;
  [[nodiscard]] bool crosses_paragraph(const Sentence& before, const Sentence& after) const;
  // count_lists.cpp
  bool named(std::uint32_t i, std::string_view concept_name) const;
  bool is_part(WordRange range) const;
  std::string_view bytes(std::uint32_t i) const;
  bool list_in(std::uint32_t first, std::uint32_t last) const;
  bool is_of_list(const Count& count, WordRange range) const;
  bool list_in_sentence_before(std::uint32_t sentence) const;
  bool is_held_by_list(WordRange range, const Sentence& sentence) const;
  bool stands_on_list(WordRange range, const Sentence& sentence) const;

  const Case& whole_;
  std::uint32_t index_;
  const Reading& reading_;
  std::vector<std::uint32_t> numbers_;  // words of quantities, sorted
};

}  // namespace muster::weigh
