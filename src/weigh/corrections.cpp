#include "weigh/corrections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "text/letters.hpp"

namespace muster::weigh {
namespace {

bool is_asked_or_denied(const Reading& reading, model::Span span) {
  return std::ranges::any_of(
      reading.found[reading.sentence_at(span.begin)].claims, [&](const model::Claim* claim) {
        const bool wished =
            claim->stance == model::Stance::kDemanded || claim->stance == model::Stance::kDenied;
        return wished && std::ranges::any_of(claim->content, [&](model::Span content) {
                 return content.begin <= span.begin && span.end <= content.end;
               });
      });
}

bool names_version(const Reading& reading, std::uint32_t word) {
  const model::Span span{reading.words[word].begin, reading.words[word].end};
  const std::string_view bytes = model::text_at(reading.document(), span);
  return bytes.starts_with("version") || bytes.starts_with("верси") || bytes.starts_with("версі") ||
         bytes.starts_with("редакц");
}

// "Correction: ..." says that something was corrected only where it opens the sentence.
bool is_heading(const Reading& reading, std::uint32_t word) {
  const model::Span span{reading.words[word].begin, reading.words[word].end};
  const std::string bytes = text::lower(model::text_at(reading.document(), span));
  return bytes == "correction" || bytes == "clarification" || bytes == "исправление" || bytes == "поправка" ||
         bytes == "виправлення";
}

// "corrected", "an earlier version", or an earlier word beside a verb of saying: "earlier reported", "ранее
// сообщалось".
const Concept* correction_in(const Reading& reading, const Sentence& sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Word& word = reading.words[i];
    const Concept* found = word.concept_of(ConceptKind::kCorrection);
    if (found == nullptr || is_asked_or_denied(reading, {word.begin, word.end})) continue;
    if (found->name == "correction" && (i == sentence.first || !is_heading(reading, i))) return found;
    if (found->name == "correction") continue;
    if (i + 1 < sentence.last && names_version(reading, i + 1)) return found;
    for (std::uint32_t k = i + 1; k < std::min(i + 3, sentence.last); ++k) {
      const bool earlier_words = reading.words[k].concept_of(ConceptKind::kSpeech) != nullptr;
      if (earlier_words) return found;
    }
  }
  return nullptr;
}

// Another document's number that the correcting sentence names: the old figure.
const Count* old_figure(const std::vector<Count>& counts, const Count& here) {
  const auto found = std::ranges::find_if(counts, [&](const Count& other) {
    return other.reading != here.reading && same_range(*other.quantity, *here.quantity) &&
           (other.counted.empty() ? other.head == here.head : other.counted == here.counted);
  });
  return found == counts.end() ? nullptr : &*found;
}

}  // namespace

std::vector<model::Finding> stated_corrections(const Case& whole, const std::vector<Count>& counts) {
  std::vector<model::Finding> findings;
  for (std::uint32_t r = 0; r < whole.readings.size(); ++r) {
    const Reading& reading = whole.readings[r];
    for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
      const Concept* word = correction_in(reading, reading.sentences[s]);
      if (word == nullptr) continue;
      model::Finding finding;
      finding.anchors = {reading.anchor(reading.sentences[s].span)};
      std::size_t figures = 0;
      for (const Count& count : counts) {
        if (count.reading != r || count.sentence != s) continue;
        finding.anchors.push_back(reading.anchor(count.words));
        ++figures;
        const Count* old = old_figure(counts, count);
        if (old != nullptr) finding.anchors.push_back(whole.readings[old->reading].anchor(old->words));
      }
      // "They had previously announced it" beside one figure changes none.
      const bool both_figures = figures >= 2 || finding.anchors.size() > figures + 1;
      if (figures == 0 || (word->name == "earlier" && !both_figures)) continue;
      finding.kind =
          word->name == "correction" ? model::FindingKind::kCorrection : model::FindingKind::kUpdate;
      finding.rule = "stated in words";
      finding.summary = fmt::format("{} says itself that it {} a figure.", reading.document().name,
                                    finding.kind == model::FindingKind::kCorrection ? "corrects" : "updates");
      finding.not_checked = {"whether other documents took over the old figure"};
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace muster::weigh
