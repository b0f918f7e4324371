#include "report/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace muster::report {
namespace {

struct KindWords {
  int urgency;
  std::string_view heading;
  std::string_view meaning;
};

// In the order of model::FindingKind.
constexpr std::array<KindWords, 12> kKinds{{
    {6, "Agreements",
     "The documents say the same. Agreement is not proof: look at where each of them has it from."},
    {5, "Narrower statements", "One statement lies within the other: both can be right."},
    {0, "Conflicts", "Both cannot be right as they are written. Which one is, the documents do not say."},
    {2, "Updates", "A later document says in writing that it replaces an earlier figure."},
    {1, "Corrections", "A document says in writing that an earlier statement was wrong."},
    {7, "Copies", "One text repeats the other. Two copies are one source."},
    {8, "Rewrites", "One text retells the other closely. Count them as one source."},
    {9, "Shared quotations", "The documents print the same quoted words."},
    {10, "Named sources", "One document names the other as its source."},
    {11, "Same root", "The documents name one and the same further source."},
    {3, "Counts checked", "A reported number beside what the lists in this case hold."},
    {4, "Gaps", "What no document in this case says."},
}};

const KindWords& words_of(model::FindingKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string grouped(std::size_t count) {
  const std::string digits = fmt::format("{}", count);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  if (count == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", grouped(count), one)
                      : fmt::format("{} {}", grouped(count), many);
}

std::string percent(double probability) {
  if (!std::isfinite(probability)) return "not known";
  if (probability >= 0.9995) return ">99.9%";
  if (probability < 0.0005) return "<0.1%";
  return fmt::format("{:.1f}%", probability * 100);
}

std::string people_of(const BriefList& list) {
  std::string words =
      fmt::format("{}, {}", count_of(list.rows, "row"), count_of(list.people, "person", "people"));
  if (list.undecided_pairs == 0) return words;
  return words + fmt::format("; {} undecided, so there may be fewer", count_of(list.undecided_pairs, "pair"));
}

std::string_view manner(model::ClaimKind kind) {
  constexpr std::array<std::string_view, 3> kManners{"direct quotation", "partly quoted",
                                                     "in the reporter’s words"};
  return kManners[static_cast<std::size_t>(kind)];
}

std::string_view heading_of(model::FindingKind kind) {
  return words_of(kind).heading;
}
std::string_view meaning_of(model::FindingKind kind) {
  return words_of(kind).meaning;
}
int urgency(model::FindingKind kind) {
  return words_of(kind).urgency;
}
bool is_urgent(model::FindingKind kind) {
  return urgency(kind) <= urgency(model::FindingKind::kGap);
}

std::vector<const BriefFinding*> by_urgency(const std::vector<BriefFinding>& findings) {
  std::vector<const BriefFinding*> ordered;
  ordered.reserve(findings.size());
  for (const BriefFinding& finding : findings) ordered.push_back(&finding);
  std::ranges::stable_sort(ordered, {}, [](const BriefFinding* finding) { return urgency(finding->kind); });
  return ordered;
}

Reason split_reason(std::string_view why) {
  const std::size_t colon = why.rfind(": ");
  if (colon == why.npos || !(why.ends_with(" bits") || why.ends_with(" bit"))) return {why, {}};
  const std::string_view bits = why.substr(colon + 2);
  const bool is_number = bits.find_first_not_of("+-−.0123456789") == bits.find(" bit");
  return is_number ? Reason{why.substr(0, colon), bits} : Reason{why, {}};
}

const model::PlaceCandidate* chosen_of(const BriefPlace& place) {
  const auto index = static_cast<std::size_t>(place.chosen);
  return place.chosen >= 0 && index < place.candidates.size() ? &place.candidates[index] : nullptr;
}

Figures figures_of(const Brief& brief) {
  Figures f;
  for (const BriefList& list : brief.lists) {
    f.rows += list.rows;
    f.people += list.people;
  }
  // A person who stands on two lists is one person.
  const auto listed =
      std::ranges::count_if(brief.persons, [](const BriefPerson& p) { return !p.rows.empty(); });
  if (brief.lists.size() > 1 && listed > 0) f.people = static_cast<std::size_t>(listed);
  for (const BriefDouble& pair : brief.doubles) {
    f.sure_pairs += pair.verdict == model::Verdict::kSame;
    f.undecided_pairs += pair.verdict == model::Verdict::kUnsure;
  }
  for (const BriefPaper& paper : brief.papers) {
    f.linked_papers += paper.verdict == model::Verdict::kSame;
    f.undecided_papers += paper.verdict == model::Verdict::kUnsure;
    f.unlisted_papers += paper.verdict == model::Verdict::kDifferent;
  }
  for (const BriefDate& date : brief.dates) ++(date.impossible ? f.impossible_dates : f.doubtful_dates);
  for (const BriefFinding& finding : brief.findings)
    f.conflicts += finding.kind == model::FindingKind::kConflict;
  for (const BriefPlace& place : brief.places) ++(chosen_of(place) ? f.decided_places : f.undecided_places);
  f.problems = brief.problems.size();
  return f;
}

Documents::Documents(const Brief& brief) {
  for (const BriefDocument& document : brief.documents) by_id_.emplace(document.id, &document);
}

const BriefDocument* Documents::find(model::DocumentId id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

std::string_view Documents::name(model::DocumentId id) const {
  const BriefDocument* document = find(id);
  return document ? std::string_view(document->name) : "unknown file";
}

std::string_view Documents::language(model::DocumentId id) const {
  const BriefDocument* document = find(id);
  return document ? std::string_view(document->language) : "";
}

}  // namespace muster::report
