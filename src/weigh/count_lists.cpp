// Is a number that of a list, or of a part of something?
#include <algorithm>

#include "weigh/count_binder.hpp"

namespace muster::weigh {

namespace {

constexpr std::uint32_t kListReach = 6;   // words between "list" and its number
constexpr std::uint32_t kAfterReach = 4;  // "64 people are on the list"

}  // namespace

bool CountBinder::named(std::uint32_t i, std::string_view concept_name) const {
  const Concept* part = word(i).concept_of(ConceptKind::kPartOf);
  return part != nullptr && part->name == concept_name;
}

// "six of the men", "nine men from the list", "six were also killed".
bool CountBinder::is_part(WordRange range) const {
  const Sentence& sentence = sentence_of(range);
  for (std::uint32_t i = range.first + 1; i < range.last; ++i) {
    if (named(i, "partof") || bytes(i) == "of") return true;
  }
  for (std::uint32_t i = std::max(sentence.first + 1, range.first) - 1;
       i < std::min(sentence.last, range.last + 2); ++i) {
    if (named(i, "further")) return true;
  }
  if (range.last >= sentence.last) return false;
  if (named(range.last, "partof") && !word(range.last).breaks) return true;
  return bytes(range.last) == "of" && list_in(range.last, std::min(range.last + kAfterReach, sentence.last));
}

bool CountBinder::list_in(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (word(i).concept_of(ConceptKind::kList) != nullptr) return true;
  }
  return false;
}

bool CountBinder::is_of_list(const Count& count, WordRange range) const {
  const Sentence& sentence = sentence_of(range);
  if (count.counted == "names")
    return list_in(sentence.first, sentence.last) || list_in_sentence_before(count.sentence);
  if (count.counted != "people") return false;
  return is_held_by_list(range, sentence) || stands_on_list(range, sentence);
}

bool CountBinder::list_in_sentence_before(std::uint32_t sentence) const {
  return sentence > 0 &&
         list_in(reading_.sentences[sentence - 1].first, reading_.sentences[sentence - 1].last);
}

// "The roster lists 64 people", "a list of 64 people": a list before, and only its verb between.
bool CountBinder::is_held_by_list(WordRange range, const Sentence& sentence) const {
  bool holds = false;
  const std::uint32_t from =
      std::max(sentence.first, range.first > kListReach ? range.first - kListReach : 0);
  for (std::uint32_t i = range.first; i > from; --i) {
    const Word& item = word(i - 1);
    if (holds && !item.name && item.concept_of(ConceptKind::kList) != nullptr) return true;
    if (item.concept_of(ConceptKind::kHolds) != nullptr) {
      holds = true;
    } else if (!item.function && item.concept_of(ConceptKind::kSpeech) == nullptr && !item.name) {
      return false;
    }
  }
  return false;
}

// "64 people are on the list", "в списке 64 человека".
bool CountBinder::stands_on_list(WordRange range, const Sentence& sentence) const {
  for (std::uint32_t i = range.last; i < std::min(sentence.last, range.last + kAfterReach); ++i) {
    if (word(i).concept_of(ConceptKind::kPartOf) != nullptr ||
        (event(i) != nullptr && event(i)->name != "listed"))
      return false;
    if (word(i).concept_of(ConceptKind::kList) != nullptr) return true;
  }
  const bool list_before =
      range.first >= sentence.first + 2 && word(range.first - 1).concept_of(ConceptKind::kList) != nullptr;
  return list_before && word(range.first - 2).function &&
         word(range.first - 2).concept_of(ConceptKind::kPartOf) == nullptr;
}

}  // namespace muster::weigh
