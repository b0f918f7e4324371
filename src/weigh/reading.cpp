#include "weigh/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "text/letters.hpp"
#include "weigh/stem.hpp"

namespace muster::weigh {
namespace {

constexpr std::size_t kShortestNameKey = 3;
constexpr std::size_t kFewestQuotedWords = 4;

bool opens_quote(std::string_view mark) {
  return mark == "“" || mark == "«" || mark == "„";
}
bool closes_quote(std::string_view mark) {
  return mark == "”" || mark == "»" || mark == "“";
}

// Finds stretches between quotation marks; none crosses a paragraph.
class QuoteMarker {
 public:
  explicit QuoteMarker(std::vector<Word>& words) : words_(words) {}

  void mark(std::string_view bytes) {
    if (bytes == "\"" ? open_ : open_ && closes_quote(bytes)) return close();
    if (bytes == "\"" || opens_quote(bytes)) open_at();
  }
  void paragraph() { open_ = false; }

 private:
  void open_at() {
    open_ = true;
    first_ = words_.size();
  }
  void close() {
    open_ = false;
    if (words_.size() - first_ < kFewestQuotedWords) return;
    for (std::size_t i = first_; i < words_.size(); ++i) words_[i].quoted = true;
  }

  std::vector<Word>& words_;
  std::size_t first_ = 0;
  bool open_ = false;
};

std::string number_key(double value) {
  return fmt::format("#{:.15g}", value);
}

// "fourteen", "десять": a quantity's words before what it counts, and no "more than".
bool is_number_word(const Word& word, const model::Quantity& quantity) {
  const bool counts = quantity.counted_span.end > quantity.counted_span.begin;
  const bool before = !counts || word.end <= quantity.counted_span.begin;
  return before && !word.function && word.concepts->empty() && quantity.currency.empty() &&
         quantity.unit.empty();
}

std::string digits_key(std::string_view bytes) {
  std::string key = "#";
  for (const char c : bytes) {
    if (c != ',') key += c;
  }
  return key;
}

}  // namespace

const Concept* Word::concept_of(ConceptKind kind) const {
  const auto found = std::ranges::find_if(*concepts, [&](const Concept* item) { return item->kind == kind; });
  return found == concepts->end() ? nullptr : *found;
}

std::uint32_t Reading::sentence_at(std::uint32_t byte) const {
  const auto after =
      std::ranges::upper_bound(sentences, byte, {}, [](const Sentence& s) { return s.span.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::uint32_t>(after - sentences.begin() - 1);
}

std::pair<std::uint32_t, std::uint32_t> Reading::words_in(model::Span span) const {
  const auto first = std::ranges::lower_bound(words, span.begin, {}, &Word::begin);
  auto last = first;
  while (last != words.end() && last->end <= span.end) ++last;
  return {static_cast<std::uint32_t>(first - words.begin()),
          static_cast<std::uint32_t>(last - words.begin())};
}

bool is_prose(const model::Document& document) {
  return std::ranges::none_of(document.parts, [](const model::Part& part) {
    return part.kind == model::PartKind::kCell || part.kind == model::PartKind::kMachineReadable;
  });
}

Case::Case(std::span<const Source> sources) {
  keys_.emplace("", 0);
  for (const Source& source : sources) {
    if (is_prose(*source.document)) read(source);
  }
  decide_names();
  count();
}

Key Case::intern(std::string text) {
  return keys_.emplace(std::move(text), static_cast<Key>(keys_.size())).first->second;
}

const Case::Form& Case::form(std::string_view lowered) {
  const auto [place, is_new] = forms_.try_emplace(std::string(lowered));
  Form& made = place->second;
  if (!is_new) return made;
  const Lexicon& lexicon = Lexicon::built_in();
  const std::string stemmed = stem(lowered);
  made.stem = intern(stemmed);
  made.function = lexicon.is_function_word(lowered);
  made.concepts = lexicon.concepts_of(lowered);
  for (const Concept* item : made.concepts) {
    if (item->kind == ConceptKind::kEvent || item->kind == ConceptKind::kNation) {
      made.concept_key = intern(fmt::format("={}", item->name));
      break;
    }
    if (item->kind == ConceptKind::kCounted)
      made.concept_key = intern(fmt::format("={}/{}", item->name, item->scope));
  }
  const std::string name = name_key(lowered);
  made.name = intern(fmt::format("~{}", name.size() >= kShortestNameKey ? name : stemmed));
  return made;
}

Word Case::make_word(std::string_view bytes, const text::Token& token, bool first) {
  const Form& known = form(text::lower(bytes));
  Word word;
  word.begin = token.begin;
  word.end = token.end;
  word.stem = word.meaning = known.stem;
  word.sound = known.name;
  word.script = token.script;
  word.concepts = &known.concepts;
  word.function = known.function;
  word.number = token.kind == text::TokenKind::kNumber;
  word.name = token.capital && !known.function && !first;
  if (word.number) word.meaning = intern(digits_key(bytes));
  if (word.name) word.meaning = known.name;
  if (known.concept_key != 0) word.meaning = known.concept_key;
  return word;
}

void Case::read(const Source& source) {
  Reading& reading = readings.emplace_back();
  reading.source = &source;
  const std::string_view text = source.document->text;
  const std::vector<text::Token> tokens = text::tokenise(text);
  const std::vector<text::Sentence> sentences = text::split_sentences(text, tokens);
  QuoteMarker quotes(reading.words);
  for (const text::Sentence& cut : sentences) {
    Sentence sentence{static_cast<std::uint32_t>(reading.words.size()), 0, {cut.begin, cut.end}, false};
    bool breaks = false;
    for (std::uint32_t i = cut.first; i < cut.last; ++i) {
      const text::Token& token = tokens[i];
      const std::string_view bytes = text.substr(token.begin, token.end - token.begin);
      if (token.paragraph_before) quotes.paragraph();
      if (token.kind == text::TokenKind::kMark) {
        quotes.mark(bytes);
        breaks = breaks || bytes == "," || bytes == ";" || bytes == ":" || bytes == "(" || bytes == "—" ||
                 bytes == "–";
        continue;
      }
      Word word = make_word(bytes, token, i == cut.first);
      word.sentence = static_cast<std::uint32_t>(reading.sentences.size());
      word.breaks = std::exchange(breaks, false);
      sentence.furniture = sentence.furniture || word.concept_of(ConceptKind::kFurniture) != nullptr;
      reading.words.push_back(word);
    }
    sentence.last = static_cast<std::uint32_t>(reading.words.size());
    reading.sentences.push_back(sentence);
  }
  mark_dates(reading);
  name_numbers(reading);
  sort_into_sentences(reading);
}

void Case::sort_into_sentences(Reading& reading) {
  reading.found.resize(reading.sentences.size());
  if (reading.sentences.empty()) return;
  const model::Extraction& extraction = *reading.source->extraction;
  const auto add_claim = [&](const model::Claim& claim, model::Span span) {
    const std::uint32_t last = reading.sentence_at(span.end > span.begin ? span.end - 1 : span.begin);
    for (std::uint32_t s = reading.sentence_at(span.begin); s <= last; ++s) {
      auto& claims = reading.found[s].claims;
      if (claims.empty() || claims.back() != &claim) claims.push_back(&claim);
    }
  };
  for (const model::Claim& claim : extraction.claims) {
    for (const auto* spans : {&claim.source, &claim.cue, &claim.content}) {
      for (const model::Span span : *spans) add_claim(claim, span);
    }
  }
  for (const model::DateExpression& date : extraction.dates) {
    reading.found[reading.sentence_at(date.span.begin)].dates.push_back(&date);
  }
  for (const model::Mention& mention : extraction.mentions) {
    if (mention.type != model::MentionType::kPlace) continue;
    reading.found[reading.sentence_at(mention.span.begin)].places.push_back(mention.span);
  }
  for (const model::PlaceMention& place : extraction.places) {
    reading.found[reading.sentence_at(place.span.begin)].places.push_back(place.span);
  }
}

// "March" is no name that two texts share.
void Case::mark_dates(Reading& reading) {
  for (const model::DateExpression& date : reading.source->extraction->dates) {
    const auto [first, last] = reading.words_in(date.span);
    for (std::uint32_t i = first; i < last; ++i) {
      Word& word = reading.words[i];
      word.dated = true;
      if (std::exchange(word.name, false)) word.meaning = word.stem;
    }
  }
}

// "14" and "fourteen" meet where extraction read a number.
void Case::name_numbers(Reading& reading) {
  for (const model::Quantity& quantity : reading.source->extraction->quantities) {
    if (!std::isfinite(quantity.value)) continue;
    const auto [first, last] = reading.words_in(quantity.span);
    for (std::uint32_t i = first; i < last; ++i) {
      Word& word = reading.words[i];
      if (!word.number && !is_number_word(word, quantity)) continue;
      word.number = true;
      word.meaning = intern(number_key(quantity.value));
    }
  }
}

// A sentence's first word is a name when the case writes it with a capital elsewhere inside a sentence.
void Case::decide_names() {
  std::unordered_set<Key> inside;
  for (const Reading& reading : readings) {
    for (const Word& word : reading.words) {
      if (word.name) inside.insert(word.stem);
    }
  }
  names_.assign(keys_.size(), false);
  for (Reading& reading : readings) {
    for (const Sentence& sentence : reading.sentences) {
      if (sentence.first == sentence.last) continue;
      Word& word = reading.words[sentence.first];
      if (word.function || word.number || word.dated || !inside.contains(word.stem)) continue;
      word.name = true;
      if (word.meaning == word.stem) word.meaning = word.sound;
    }
    std::vector<Key>& names = names_in_.emplace_back();
    for (const Word& word : reading.words) {
      if (!word.name || !word.concepts->empty()) continue;
      names_[word.meaning] = true;
      names.push_back(word.meaning);
    }
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
  }
}

void Case::count() {
  sentences_with_.assign(keys_.size(), 0);
  std::vector<std::size_t> last_seen(keys_.size(), SIZE_MAX);
  for (const Reading& reading : readings) {
    for (const Word& word : reading.words) {
      const std::size_t sentence = sentences_ + word.sentence;
      if (std::exchange(last_seen[word.meaning], sentence) != sentence) ++sentences_with_[word.meaning];
    }
    sentences_ += reading.sentences.size();
  }
}

std::size_t Case::shared_names(std::uint32_t left, std::uint32_t right) const {
  std::vector<Key> both;
  std::ranges::set_intersection(names_in_[left], names_in_[right], std::back_inserter(both));
  return both.size();
}

std::vector<Word> Case::words_of(std::string_view name) {
  std::vector<Word> words;
  for (const text::Token& token : text::tokenise(name)) {
    if (token.kind == text::TokenKind::kMark) continue;
    const Word word = make_word(name.substr(token.begin, token.end - token.begin), token, false);
    if (!word.function) words.push_back(word);
  }
  return words;
}

// A small case knows little of what is rare: it counts as if it had fifty sentences more.
double Case::weight(Key meaning) const {
  constexpr double kBackground = 50;
  const double with = std::max<double>(1, meaning < sentences_with_.size() ? sentences_with_[meaning] : 0);
  return std::log2(1 + (kBackground + static_cast<double>(sentences_)) / with);
}

bool Case::is_name(Key meaning) const {
  return meaning < names_.size() && names_[meaning];
}

}  // namespace muster::weigh
