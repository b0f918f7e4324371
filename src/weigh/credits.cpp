#include "weigh/credits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "text/letters.hpp"
#include "text/utf8.hpp"
#include "weigh/likeness.hpp"

namespace muster::weigh {
namespace {

constexpr std::uint32_t kCreditReach = 5;  // words between a name and its verb
constexpr std::uint32_t kFewestTitleWords = 4;
constexpr double kAlikeClaims = 0.55;
constexpr std::uint32_t kFewestSharedWords = 3;  // names apart

struct Named {
  std::uint32_t reading = 0;
  std::vector<Word> words;
};

bool same_word(const Word& left, const Word& right) {
  // Consonants alone tell names apart only across scripts: "August" and "Hosted" share theirs.
  return left.stem == right.stem || (left.script != right.script && left.sound == right.sound);
}

// Also at the start of a sentence, where Word::name is unsure.
bool has_capital(const Reading& reading, const Word& word) {
  std::size_t at = word.begin;
  return text::is_upper(text::next_codepoint(reading.document().text, at));
}

// Index after the name if it stands at word `at`, else 0.
std::uint32_t end_of_name(const Reading& reading, std::uint32_t at, const std::vector<Word>& name) {
  std::uint32_t i = at;
  for (const Word& part : name) {
    while (i < reading.words.size() && reading.words[i].function && i > at) ++i;
    if (i >= reading.words.size() || !same_word(reading.words[i], part)) return 0;
    ++i;
  }
  const bool capital = std::any_of(reading.words.begin() + at, reading.words.begin() + i,
                                   [&](const Word& word) { return has_capital(reading, word); });
  return capital && reading.words[i - 1].sentence == reading.words[at].sentence ? i : 0;
}

bool overlap(model::Span a, model::Span b) {
  return a.begin < b.end && b.begin < a.end;
}

// The name is the source, give or take a word: "reporters of Coast Wire", and not "the document that Coast
// Wire has described".
bool is_claims_source(const Reading& reading, model::Span name, std::size_t name_words) {
  return std::ranges::any_of(reading.found[reading.sentence_at(name.begin)].claims,
                             [&](const model::Claim* claim) {
                               return std::ranges::any_of(claim->source, [&](model::Span source) {
                                 if (!overlap(source, name)) return false;
                                 const auto [first, last] = reading.words_in(source);
                                 std::size_t telling = 0;
                                 for (std::uint32_t i = first; i < last; ++i)
                                   telling += !reading.words[i].function;
                                 return telling <= name_words + 1;
                               });
                             });
}

bool stands_in_brackets(std::string_view text, model::Span name) {
  return name.begin > 0 && name.end < text.size() && text[name.begin - 1] == '(' && text[name.end] == ')';
}

bool has_credit_word_near(const Reading& reading, std::uint32_t first, std::uint32_t last) {
  const Sentence& sentence = reading.sentences[reading.words[first].sentence];
  const std::uint32_t from = std::max(sentence.first, first > kCreditReach ? first - kCreditReach : 0);
  const std::uint32_t to = std::min(sentence.last, last + kCreditReach);
  for (std::uint32_t i = from; i < to; ++i) {
    const bool inside = i >= first && i < last;
    if (!inside && reading.words[i].concept_of(ConceptKind::kCredit) != nullptr) return true;
  }
  return false;
}

bool is_credited(const Reading& reading, std::uint32_t first, std::uint32_t last) {
  const model::Span name{reading.words[first].begin, reading.words[last - 1].end};
  return is_claims_source(reading, name, last - first) || stands_in_brackets(reading.document().text, name) ||
         has_credit_word_near(reading, first, last);
}

bool same_publisher(const Reading& left, const Reading& right) {
  return !left.document().publisher.empty() && left.document().publisher == right.document().publisher;
}

bool came_before(const Reading& left, const Reading& right) {
  const std::string& a = left.document().published;
  const std::string& b = right.document().published;
  return !a.empty() && !b.empty() && a.substr(0, 10) < b.substr(0, 10);
}

std::vector<Named> names_of(Case& whole) {
  std::vector<Named> names;
  for (std::uint32_t r = 0; r < whole.readings.size(); ++r) {
    const model::Document& document = whole.readings[r].document();
    if (auto words = whole.words_of(document.publisher); !words.empty())
      names.push_back({r, std::move(words)});
    if (auto words = whole.words_of(document.title); words.size() >= kFewestTitleWords)
      names.push_back({r, std::move(words)});
  }
  return names;
}

std::string said_by(const model::Claim& claim, const Reading& reading) {
  if (!claim.speaker.empty()) return claim.speaker;
  return claim.source.empty() ? "" : std::string(model::text_at(reading.document(), claim.source.front()));
}

// A claim under one of its sources: the speaker, or on whose word the speaker has it.
struct Sourced {
  std::uint32_t reading = 0;
  const model::Claim* claim = nullptr;
  std::string source;
  std::vector<Key> keys;  // meanings of the content
};

// The sounds of a source's capitalised words, in order; empty for "he", "a driver".
std::vector<Key> signature(Case& whole, std::string_view source) {
  std::vector<Key> sounds;
  for (const Word& word : whole.words_of(source)) {
    if (word.name) sounds.push_back(word.sound);
  }
  return sounds;
}

std::vector<Key> content_keys(const Reading& reading, const model::Claim& claim) {
  std::vector<Key> keys;
  for (const model::Span span : claim.content) {
    const auto [first, last] = reading.words_in(span);
    for (std::uint32_t i = first; i < last; ++i) {
      if (!reading.words[i].function) keys.push_back(reading.words[i].meaning);
    }
  }
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  return keys;
}

std::map<std::vector<Key>, std::vector<Sourced>> by_source(Case& whole) {
  std::map<std::vector<Key>, std::vector<Sourced>> sources;
  for (std::uint32_t r = 0; r < whole.readings.size(); ++r) {
    const Reading& reading = whole.readings[r];
    for (const model::Claim& claim : reading.source->extraction->claims) {
      std::vector<std::string> named = claim.on_word_of;
      if (!model::is_described(claim.speaker_why)) named.push_back(said_by(claim, reading));
      for (std::string& name : named) {
        std::vector<Key> key = signature(whole, name);
        if (!key.empty())
          sources[std::move(key)].push_back({r, &claim, std::move(name), content_keys(reading, claim)});
      }
    }
  }
  return sources;
}

model::Finding root_finding(const Reading& left, const Reading& right, std::string_view source) {
  model::Finding finding;
  finding.kind = model::FindingKind::kSameRoot;
  finding.rule = "same named source";
  finding.summary = fmt::format("{} and {} both take this from {}: one root, not two.", left.document().name,
                                right.document().name, source);
  finding.not_checked = {"whether each also has a source of its own"};
  return finding;
}

std::vector<model::Finding> roots_by_credit(const Case& whole, const std::vector<Credit>& credits,
                                            const Copies& copies) {
  std::vector<model::Finding> findings;
  for (std::size_t i = 0; i < credits.size(); ++i) {
    for (std::size_t j = i + 1; j < credits.size() && credits[j].to == credits[i].to; ++j) {
      const Reading& left = whole.readings[credits[i].from];
      const Reading& right = whole.readings[credits[j].from];
      if (copies.holds(left.source->id, right.source->id)) continue;
      const model::Document& root = whole.readings[credits[i].to].document();
      findings.push_back(root_finding(left, right, root.publisher.empty() ? root.title : root.publisher));
      findings.back().anchors = {left.anchor(credits[i].sentence), right.anchor(credits[j].sentence)};
    }
  }
  return findings;
}

}  // namespace

std::vector<Credit> find_credits(Case& whole) {
  const std::vector<Named> names = names_of(whole);
  std::unordered_multimap<Key, const Named*> by_first;
  for (const Named& named : names) {
    by_first.emplace(named.words.front().stem, &named);
    if (named.words.front().sound != named.words.front().stem)
      by_first.emplace(named.words.front().sound, &named);
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, Credit> found;  // to, from
  for (std::uint32_t r = 0; r < whole.readings.size(); ++r) {
    const Reading& reading = whole.readings[r];
    for (std::uint32_t i = 0; i < reading.words.size(); ++i) {
      const Word& word = reading.words[i];
      const auto try_names = [&](auto range) {
        for (auto at = range.first; at != range.second; ++at) {
          const Named& named = *at->second;
          const Reading& other = whole.readings[named.reading];
          if (named.reading == r || same_publisher(reading, other) || came_before(reading, other)) continue;
          const std::uint32_t end = end_of_name(reading, i, named.words);
          if (end == 0 || !is_credited(reading, i, end)) continue;
          found.try_emplace({named.reading, r}, Credit{r,
                                                       named.reading,
                                                       {word.begin, reading.words[end - 1].end},
                                                       reading.sentences[word.sentence].span});
        }
      };
      try_names(by_first.equal_range(word.stem));
      try_names(by_first.equal_range(word.sound));
    }
  }
  std::vector<Credit> credits;
  for (const auto& [key, credit] : found) credits.push_back(credit);
  return credits;
}

// What a document as a whole is shown by: its first sentence.
model::Span opening_of(const Reading& reading) {
  return reading.sentences.empty() ? model::Span{} : reading.sentences.front().span;
}

std::vector<model::Finding> cites(const Case& whole, const std::vector<Credit>& credits) {
  std::vector<model::Finding> findings;
  for (const Credit& credit : credits) {
    const Reading& from = whole.readings[credit.from];
    const Reading& to = whole.readings[credit.to];
    model::Finding& finding = findings.emplace_back();
    finding.kind = model::FindingKind::kCites;
    finding.rule = "credit to a publisher";
    finding.summary = fmt::format("{} names {} as a source: \"{}\".", from.document().name,
                                  to.document().name, model::text_at(from.document(), credit.name));
    finding.anchors = {from.anchor(credit.name), from.anchor(credit.sentence), to.anchor(opening_of(to))};
    finding.not_checked = {
        "which parts of the text rest on that source, and whether the credit means this very document"};
  }
  return findings;
}

std::vector<model::Finding> same_roots(Case& whole, const std::vector<Credit>& credits,
                                       const Copies& copies) {
  std::vector<model::Finding> findings = roots_by_credit(whole, credits, copies);
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::vector<Key>>> told;
  for (const auto& [key, claims] : by_source(whole)) {
    for (std::size_t i = 0; i < claims.size(); ++i) {
      for (std::size_t j = i + 1; j < claims.size(); ++j) {
        const Sourced& a = claims[i];
        const Sourced& b = claims[j];
        if (a.reading == b.reading || told.contains({a.reading, b.reading, key})) continue;
        const Reading& left = whole.readings[a.reading];
        const Reading& right = whole.readings[b.reading];
        if (copies.holds(left.source->id, right.source->id)) continue;
        const Likeness like = likeness(whole, a.keys, b.keys);
        if (like.words - like.names < kFewestSharedWords || like.share < kAlikeClaims) continue;
        told.emplace(a.reading, b.reading, key);
        findings.push_back(root_finding(left, right, a.source));
        for (const model::Span span : a.claim->content) findings.back().anchors.push_back(left.anchor(span));
        for (const model::Span span : b.claim->content) findings.back().anchors.push_back(right.anchor(span));
      }
    }
  }
  return findings;
}

}  // namespace muster::weigh
