#include "weigh/denials.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "weigh/likeness.hpp"

namespace muster::weigh {
namespace {

constexpr double kOneContent = 0.5;
constexpr std::uint32_t kFewestShared = 3;

struct Stated {
  std::uint32_t reading = 0;
  const model::Claim* claim = nullptr;
  std::vector<Key> keys;
  std::vector<Key> events;
  std::vector<Key> speaker;  // sounds of the speaker's words, sorted
};

void sort_unique(std::vector<Key>& keys) {
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
}

Stated stated(const Reading& reading, std::uint32_t index, const model::Claim& claim) {
  Stated made{index, &claim, {}, {}, {}};
  for (const model::Span span : claim.content) {
    const auto [first, last] = reading.words_in(span);
    for (std::uint32_t i = first; i < last; ++i) {
      const Word& word = reading.words[i];
      if (!word.function && !word.number) made.keys.push_back(word.meaning);
      if (word.concept_of(ConceptKind::kEvent) != nullptr) made.events.push_back(word.meaning);
    }
  }
  for (const model::Span span : claim.source) {
    const auto [first, last] = reading.words_in(span);
    for (std::uint32_t i = first; i < last; ++i) {
      if (!reading.words[i].function) made.speaker.push_back(reading.words[i].sound);
    }
  }
  sort_unique(made.keys);
  sort_unique(made.events);
  sort_unique(made.speaker);
  return made;
}

bool same_speaker(const Stated& a, const Stated& b) {
  if (!a.claim->speaker.empty() && a.claim->speaker == b.claim->speaker) return true;
  return std::ranges::any_of(a.speaker, [&](Key key) { return std::ranges::binary_search(b.speaker, key); });
}

bool opposed(const Case& whole, const Stated& asserted, const Stated& denied) {
  if (same_speaker(asserted, denied)) return false;
  const Likeness like = likeness(whole, asserted.keys, denied.keys);
  return like.words >= kFewestShared && like.share >= kOneContent;
}

std::string speaker_of(const Case& whole, const Stated& stated) {
  if (!stated.claim->speaker.empty()) return stated.claim->speaker;
  if (stated.claim->source.empty()) return "somebody unnamed";
  return std::string(model::text_at(whole.readings[stated.reading].document(), stated.claim->source.front()));
}

model::Finding finding_of(const Case& whole, const Stated& asserted, const Stated& denied) {
  model::Finding finding;
  finding.kind = model::FindingKind::kConflict;
  finding.rule = "asserted and denied";
  finding.summary = fmt::format("{} asserts in {} what {} denies in {}.", speaker_of(whole, asserted),
                                whole.readings[asserted.reading].document().name, speaker_of(whole, denied),
                                whole.readings[denied.reading].document().name);
  finding.not_checked = {"whether the denial covers all of what is asserted"};
  for (const Stated* side : {&asserted, &denied}) {
    for (const model::Span span : side->claim->content) {
      finding.anchors.push_back(whole.readings[side->reading].anchor(span));
    }
  }
  for (const model::Span span : denied.claim->cue)
    finding.anchors.push_back(whole.readings[denied.reading].anchor(span));
  return finding;
}

}  // namespace

std::vector<model::Finding> denials(const Case& whole) {
  std::vector<Stated> denied;
  std::map<Key, std::vector<Stated>> asserted;  // by event
  for (std::uint32_t r = 0; r < whole.readings.size(); ++r) {
    const Reading& reading = whole.readings[r];
    for (const model::Claim& claim : reading.source->extraction->claims) {
      if (claim.source.empty() && claim.speaker.empty()) continue;
      Stated made = stated(reading, r, claim);
      if (claim.stance == model::Stance::kDenied) denied.push_back(made);
      if (claim.stance != model::Stance::kAsserted && claim.stance != model::Stance::kHedged) continue;
      for (const Key event : made.events) asserted[event].push_back(made);
    }
  }
  std::vector<model::Finding> findings;
  for (const Stated& denial : denied) {
    std::vector<const model::Claim*> told;
    for (const Key event : denial.events) {
      for (const Stated& assertion : asserted[event]) {
        const bool seen = std::ranges::find(told, assertion.claim) != told.end();
        if (seen || !opposed(whole, assertion, denial)) continue;
        told.push_back(assertion.claim);
        findings.push_back(finding_of(whole, assertion, denial));
      }
    }
  }
  return findings;
}

}  // namespace muster::weigh
