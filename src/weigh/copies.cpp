#include "weigh/copies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "weigh/likeness.hpp"
#include "weigh/shared_runs.hpp"

namespace muster::weigh {
namespace {

constexpr double kMostOfIt = 0.5;           // share of the shorter text: a copy
constexpr double kEnoughForRewrite = 0.12;  // with several runs in order
constexpr std::size_t kFewestRuns = 3;
constexpr std::size_t kFewestAligned = 4;
constexpr double kAlignedShare = 0.4;     // of the shorter text's sentences
constexpr std::size_t kFewestWords = 30;  // of a text that can be called copied
constexpr std::uint32_t kFewestSharedWords = 20;
constexpr std::uint32_t kLongQuotation = 9;            // words that two speakers do not say alike by chance
constexpr std::size_t kMostSentencePairs = 4'000'000;  // two books are compared by shared text alone
constexpr std::size_t kMostAnchors = 12;               // of each document

struct Evidence {
  std::vector<Run> telling;  // runs that are no quotation, title or stock phrase
  std::vector<Run> quoted;
  std::uint32_t covered = 0;   // words of all unquoted runs
  std::uint32_t shorter = 0;   // unquoted words of the shorter document
  std::uint32_t in_order = 0;  // telling runs that stand in the same order
  std::vector<AlignedSentences> aligned;

  [[nodiscard]] double share() const { return shorter == 0 ? 0 : static_cast<double>(covered) / shorter; }
};

std::uint32_t own_words(const Reading& reading) {
  return static_cast<std::uint32_t>(std::ranges::count_if(reading.words, [&](const Word& word) {
    return !word.quoted && !reading.sentences[word.sentence].furniture;
  }));
}

// Three different words that are neither names, numbers nor function words: "Deputy Minister of Defence Ivan
// Petrov" falls short, "found six boxes of unmarked uniforms behind" does not.
bool is_telling(const Reading& reading, const Run& run) {
  std::unordered_set<Key> telling;
  for (std::uint32_t k = 0; k < run.length; ++k) {
    const Word& word = reading.words[run.left + k];
    if (word.telling()) telling.insert(word.stem);
  }
  return telling.size() >= 3;
}

std::uint32_t longest_in_order(const std::vector<Run>& runs) {
  std::vector<std::uint32_t> tails;
  for (const Run& run : runs) {
    const auto place = std::ranges::lower_bound(tails, run.right);
    if (place == tails.end()) {
      tails.push_back(run.right);
    } else {
      *place = run.right;
    }
  }
  return static_cast<std::uint32_t>(tails.size());
}

Evidence evidence_of(const Reading& left, const Reading& right, const std::vector<Run>& runs) {
  Evidence evidence;
  evidence.shorter = std::min(own_words(left), own_words(right));
  for (const Run& run : runs) {
    if (run.quoted) {
      if (run.length >= kLongQuotation || is_telling(left, run)) evidence.quoted.push_back(run);
      continue;
    }
    evidence.covered += run.length;
    if (is_telling(left, run)) evidence.telling.push_back(run);
  }
  evidence.in_order = longest_in_order(evidence.telling);
  return evidence;
}

bool is_copy(const Evidence& evidence) {
  std::uint32_t telling = 0;
  for (const Run& run : evidence.telling) telling += run.length;
  return evidence.shorter >= kFewestWords && telling >= kFewestSharedWords && evidence.share() >= kMostOfIt;
}

bool is_rewrite(const Evidence& evidence, std::size_t shorter_sentences) {
  if (evidence.shorter < kFewestWords) return false;
  if (evidence.in_order >= kFewestRuns && evidence.share() >= kEnoughForRewrite) return true;
  return evidence.aligned.size() >= kFewestAligned &&
         static_cast<double>(evidence.aligned.size()) >=
             kAlignedShare * static_cast<double>(shorter_sentences);
}

model::Span span_of(const Reading& reading, std::uint32_t first, std::uint32_t length) {
  return {reading.words[first].begin, reading.words[first + length - 1].end};
}

void anchor_runs(model::Finding& finding, const Reading& left, const Reading& right, std::vector<Run> runs) {
  std::ranges::stable_sort(runs, std::greater{}, &Run::length);
  if (runs.size() > kMostAnchors) runs.resize(kMostAnchors);
  std::ranges::sort(runs, {}, &Run::left);
  for (const Run& run : runs) {
    finding.anchors.push_back(left.anchor(span_of(left, run.left, run.length)));
    finding.anchors.push_back(right.anchor(span_of(right, run.right, run.length)));
  }
}

void anchor_aligned(model::Finding& finding, const Reading& left, const Reading& right,
                    const std::vector<AlignedSentences>& aligned) {
  for (std::size_t i = 0; i < std::min(aligned.size(), kMostAnchors); ++i) {
    finding.anchors.push_back(left.anchor(left.sentences[aligned[i].left].span));
    finding.anchors.push_back(right.anchor(right.sentences[aligned[i].right].span));
  }
}

std::string dates_of(const Reading& left, const Reading& right) {
  const model::Document& a = left.document();
  const model::Document& b = right.document();
  if (a.published.empty() || b.published.empty() || a.published == b.published) return "";
  const bool left_first = a.published < b.published;
  return fmt::format("; {} is dated {}, {} {}", (left_first ? a : b).name, (left_first ? a : b).published,
                     (left_first ? b : a).name, (left_first ? b : a).published);
}

model::Finding copy_finding(const Reading& left, const Reading& right, const Evidence& evidence,
                            bool credited) {
  model::Finding finding;
  finding.kind = is_copy(evidence) ? model::FindingKind::kCopy : model::FindingKind::kRewrite;
  finding.rule = "shared text";
  finding.not_checked = {"which of the two came first, and whether both used a text that is not in the case"};
  const std::string_view credit = credited ? "credit is given" : "no credit found";
  const std::string names = fmt::format("{} and {}", left.document().name, right.document().name);
  if (finding.kind == model::FindingKind::kCopy) {
    finding.summary = fmt::format("{} share {} of the shorter text's {} words, word for word; {}{}.", names,
                                  evidence.covered, evidence.shorter, credit, dates_of(left, right));
  } else if (evidence.in_order >= kFewestRuns) {
    finding.summary = fmt::format("{} share {} stretches of words in the same order, {} words in all; {}{}.",
                                  names, evidence.in_order, evidence.covered, credit, dates_of(left, right));
  } else {
    finding.summary = fmt::format("{} say the same in {} sentences, in the same order; {}{}.", names,
                                  evidence.aligned.size(), credit, dates_of(left, right));
  }
  anchor_runs(finding, left, right, evidence.telling);
  if (evidence.telling.size() < kFewestRuns) anchor_aligned(finding, left, right, evidence.aligned);
  return finding;
}

model::Finding quotation_finding(const Reading& left, const Reading& right, const Evidence& evidence) {
  model::Finding finding;
  finding.kind = model::FindingKind::kSharedQuotation;
  finding.rule = "shared quotation";
  finding.summary = fmt::format("{} and {} quote the same words of a speaker; that alone is no copying.",
                                left.document().name, right.document().name);
  finding.not_checked = {"whether both heard the speaker or one took the quotation from the other"};
  anchor_runs(finding, left, right, evidence.quoted);
  return finding;
}

using PairKey = std::pair<std::uint32_t, std::uint32_t>;

}  // namespace

Copies find_copies(const Case& whole, const Credited& credited) {
  std::map<PairKey, std::vector<Run>> pairs;
  for (PairRuns& pair : shared_runs(whole)) pairs[{pair.left, pair.right}] = std::move(pair.runs);
  const std::vector<PairKey> look_closer = phrase_sharing_pairs(whole);
  for (const PairKey& key : look_closer) pairs.try_emplace(key);
  std::vector<std::vector<PreparedSentence>> ready(whole.readings.size());
  const auto prepared = [&](std::uint32_t reading) -> const std::vector<PreparedSentence>& {
    if (ready[reading].empty()) ready[reading] = prepare_sentences(whole.readings[reading]);
    return ready[reading];
  };
  Copies copies;
  for (const auto& [key, runs] : pairs) {
    const Reading& left = whole.readings[key.first];
    const Reading& right = whole.readings[key.second];
    Evidence evidence = evidence_of(left, right, runs);
    const bool alignable = left.sentences.size() * right.sentences.size() <= kMostSentencePairs;
    if (!is_copy(evidence) && alignable && std::ranges::binary_search(look_closer, key)) {
      evidence.aligned = aligned_in_order(whole, prepared(key.first), prepared(key.second));
    }
    if (!evidence.quoted.empty()) copies.findings.push_back(quotation_finding(left, right, evidence));
    if (!is_copy(evidence) && !is_rewrite(evidence, std::min(left.sentences.size(), right.sentences.size())))
      continue;
    copies.findings.push_back(copy_finding(left, right, evidence, credited.contains(key)));
    copies.pairs.insert(std::minmax(left.source->id, right.source->id));
  }
  return copies;
}

}  // namespace muster::weigh
