#include "weigh/dates.hpp"

#include <algorithm>
#include <chrono>

#include "weigh/lexicon.hpp"

namespace muster::weigh {
namespace {

constexpr std::uint32_t kBylineSentences = 5;
constexpr std::uint32_t kBylineWords = 8;
constexpr std::uint32_t kDatelineWords = 4;

bool digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits_only) {
  int value = 0;
  for (const char c : digits_only) value = value * 10 + (c - '0');
  return value;
}

bool covers(model::Span outer, model::Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

bool inside_content(const Reading& reading, model::Span date) {
  return std::ranges::any_of(
      reading.found[reading.sentence_at(date.begin)].claims, [&](const model::Claim* claim) {
        return std::ranges::any_of(claim->content, [&](model::Span span) { return covers(span, date); });
      });
}

bool is_said_on(const Reading& reading, const model::DateExpression& date) {
  const std::uint32_t sentence = reading.sentence_at(date.span.begin);
  return std::ranges::any_of(reading.found[sentence].claims, [&](const model::Claim* claim) {
    if (claim->said_on.empty() || claim->said_on != date.value || claim->cue.empty()) return false;
    const bool inside =
        std::ranges::any_of(claim->content, [&](model::Span span) { return covers(span, date.span); });
    return !inside && reading.sentence_at(claim->cue.front().begin) == sentence;
  });
}

// The nearest word before or after the date that is no function word is a verb of saying.
bool stands_by_speech(const Reading& reading, std::uint32_t first, std::uint32_t last) {
  const Sentence& sentence = reading.sentences[reading.words[first].sentence];
  const auto speaks = [&](std::uint32_t i) {
    return reading.words[i].concept_of(ConceptKind::kSpeech) != nullptr;
  };
  std::uint32_t before = first;
  while (before > sentence.first && reading.words[before - 1].function) --before;
  if (before > sentence.first && speaks(before - 1)) return true;
  return last < sentence.last && speaks(last);
}

// "captured by soldiers on April 8, said ...": the clause before the date tells of an event and of no
// speaking.
bool dates_what_stands_before(const Reading& reading, std::uint32_t first) {
  const std::uint32_t start = reading.sentences[reading.words[first].sentence].first;
  for (std::uint32_t i = first; i > start && !reading.words[i].breaks; --i) {
    const Word& word = reading.words[i - 1];
    if (word.concept_of(ConceptKind::kSpeech) != nullptr) return false;
    if (word.concept_of(ConceptKind::kEvent) != nullptr) return true;
  }
  return false;
}

bool has_event(const Reading& reading, const Sentence& sentence) {
  return std::any_of(reading.words.begin() + sentence.first, reading.words.begin() + sentence.last,
                     [](const Word& word) { return word.concept_of(ConceptKind::kEvent) != nullptr; });
}

// "KHARKIV, March 20 (Northern Wire) -", "News desk, 21 March 2025": the publication day, near the top. A
// short line that holds a day and no event is one too where the publication day is not known.
bool is_byline(const Reading& reading, const model::DateExpression& date, std::uint32_t first) {
  const std::string& published = reading.document().published;
  const std::uint32_t index = reading.words[first].sentence;
  const Sentence& sentence = reading.sentences[index];
  if (index >= kBylineSentences) return false;
  if (!is_full_day(published)) {
    return is_full_day(date.value) && sentence.last - sentence.first <= kBylineWords &&
           !has_event(reading, sentence);
  }
  if (date.value.substr(0, 10) != published.substr(0, 10)) return false;
  const std::string_view after = std::string_view(reading.document().text).substr(date.span.end);
  const bool dateline =
      first < sentence.first + kDatelineWords && (after.starts_with(" (") || after.starts_with(". "));
  return dateline || !has_event(reading, sentence);
}

}  // namespace

bool is_full_day(std::string_view value) {
  return value.size() >= 10 && value[4] == '-' && value[7] == '-' && digits(value.substr(0, 4)) &&
         digits(value.substr(5, 2)) && digits(value.substr(8, 2)) && (value.size() == 10 || value[10] == 'T');
}

long day_number(std::string_view value) {
  using namespace std::chrono;
  const year_month_day day{year{number(value.substr(0, 4))},
                           month{static_cast<unsigned>(number(value.substr(5, 2)))},
                           std::chrono::day{static_cast<unsigned>(number(value.substr(8, 2)))}};
  return static_cast<long>(sys_days{day}.time_since_epoch().count());
}

bool dates_the_report(const Reading& reading, const model::DateExpression& date) {
  const auto [first, last] = reading.words_in(date.span);
  if (first >= last) return false;
  if (is_byline(reading, date, first)) return true;
  if (dates_what_stands_before(reading, first)) return false;
  if (is_said_on(reading, date)) return true;
  return stands_by_speech(reading, first, last) && !inside_content(reading, date.span);
}

}  // namespace muster::weigh
