#include "extract/attribution_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <numbers>

#include "base/embedded.hpp"

MUSTER_EMBEDDED(extract_attribution_weights)

namespace muster::extract {
namespace {

constexpr std::uint32_t kMagic = 0x3154414DU;  // "MAT1"

struct Header {
  std::uint32_t magic = kMagic;
  float threshold = 0.5F;
  Transitions transitions{};
};
static_assert(sizeof(Header) % 8 == 0);

std::vector<Range> ranges_of(const std::vector<Role>& roles, std::uint32_t first, Role role) {
  std::vector<Range> out;
  for (std::uint32_t i = 0; i < roles.size(); ++i) {
    if (roles[i] != role) continue;
    if (!out.empty() && out.back().last == first + i) {
      ++out.back().last;
    } else {
      out.push_back({first + i, first + i + 1});
    }
  }
  return out;
}

// An attribution inside another's content has its source there too: "Y notes that [the reports] suggest".
void keep_inside(const Relation& outer, Relation& inner) {
  if (!holds(outer.content, inner.head)) return;
  for (Range& source : inner.source) {
    if (source.first > outer.head || outer.head >= source.last) continue;
    source.first = outer.head + 1;
    while (!source.empty() && !holds(outer.content, source.first)) ++source.first;
  }
  std::erase_if(inner.source, [](Range r) { return r.empty(); });
}

// Pieces of one role on one side of the head with a few plain words between them are one: a reading that
// leaves out the middle is a slip.
void join_near(const SpeechText& text, std::uint32_t head, std::vector<Range>& pieces) {
  constexpr std::uint32_t kMost = 10;
  const auto plain = [&](std::uint32_t first, std::uint32_t last) {
    if (first > last || last - first > kMost) return false;
    for (std::uint32_t i = first - 1; i <= last; ++i) {
      if (text.is_stop(i) || text.quote_opened_at(i) >= 0 || text.quote_closed_at(i) >= 0) return false;
    }
    return true;
  };
  for (std::size_t i = 1; i < pieces.size();) {
    const bool across = pieces[i - 1].last <= head && head < pieces[i].first;
    if (across || !plain(pieces[i - 1].last, pieces[i].first)) {
      ++i;
      continue;
    }
    pieces[i - 1].last = pieces[i].last;
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

bool opens_adjunct(const AttributionView& view, std::uint32_t i) {
  using syntax::Tag;
  const Tag tag = view.tag(i);
  return tag == Tag::kIn || tag == Tag::kTo || tag == Tag::kWrb || tag == Tag::kUh || tag == Tag::kRb ||
         tag == Tag::kVbg || tag == Tag::kVbn || tag == Tag::kCc;
}

// Where a source before its cue begins as a subject does: behind "In reply to the letter," and behind a
// clause with a verb of its own.
std::uint32_t subject_start(const AttributionView& view, Range source) {
  const SpeechText& text = view.text();
  std::uint32_t first = source.first;
  bool relative = false;
  bool verb = false;
  for (std::uint32_t i = source.first; i < source.last; ++i) {
    relative |= text.is(i, word_class::kRelative);
    verb |= !relative && view.is_finite(i);
    const bool joins =
        text.is_mark(i, ",") || text.is(i, word_class::kSubordinator | word_class::kCoordinator);
    const bool adjunct = text.is_mark(i, ",") && opens_adjunct(view, first);
    if (i + 1 >= source.last || !((verb && joins) || adjunct)) continue;
    first = i + 1;
    verb = false;
  }
  return first;
}

// The comma behind a source belongs to it only where it closes an apposition before the cue.
void trim_commas(const SpeechText& text, std::uint32_t head, std::vector<Range>& pieces) {
  for (Range& piece : pieces) {
    while (!piece.empty() && text.is_mark(piece.first, ",")) ++piece.first;
    if (piece.empty() || !text.is_mark(piece.last - 1, ",")) continue;
    bool apposition = false;
    for (std::uint32_t i = piece.first; i + 1 < piece.last; ++i) apposition |= text.is_mark(i, ",");
    if (!apposition || piece.first > head) --piece.last;
  }
  std::erase_if(pieces, [](Range piece) { return piece.empty(); });
}

// Pieces without a word say nothing.
void drop_marks(const SpeechText& text, std::vector<Range>& pieces) {
  std::erase_if(pieces, [&](Range piece) {
    for (std::uint32_t i = piece.first; i < piece.last; ++i) {
      if (text.token(i).kind != text::TokenKind::kMark) return false;
    }
    return true;
  });
}

// "was cited as saying that A": the second cue is the first one's, and has the content.
bool is_same_saying(const Relation& outer, const Relation& inner) {
  constexpr std::uint32_t kNear = 3;
  return !outer.content.empty() && !inner.content.empty() && !inner.source.empty() && !outer.source.empty() &&
         outer.source.front().first == inner.source.front().first &&
         outer.content.front().first <= inner.head && inner.head < outer.content.front().first + kNear;
}

Range around(const std::vector<Role>& roles, std::uint32_t first, std::uint32_t head) {
  Range range{head, head + 1};
  while (range.first > first && roles[range.first - 1 - first] == Role::kCue) --range.first;
  while (range.last - first < roles.size() && roles[range.last - first] == Role::kCue) ++range.last;
  return range;
}

}  // namespace

std::size_t boundary_at(const AttributionView& view, std::uint32_t i) {
  const SpeechText& text = view.text();
  if (i == 0) return 0;
  if (text.quote_opened_at(i) >= 0) return 1;
  if (text.quote_closed_at(i - 1) >= 0) return 2;
  if (text.is_mark(i, ",")) return 3;
  if (text.is_mark(i - 1, ",")) return 4;
  if (text.is_stop(i) || text.is_stop(i - 1)) return 5;
  if (!text.is_word(i) || !text.is_word(i - 1)) return 6;
  return 7;
}

const AttributionModel& AttributionModel::get() {
  static const AttributionModel model([] {
    auto opened = open(MUSTER_BYTES(extract_attribution_weights));
    base::require(opened.has_value(), "the weights of attribution are broken");
    return *opened;
  }());
  return model;
}

base::Result<AttributionModel> AttributionModel::open(std::string_view bytes) {
  Header header;
  if (bytes.size() < sizeof header) return base::fail("the weights are cut short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic) return base::fail("not weights of attribution, or of another version");
  bytes.remove_prefix(sizeof header);
  AttributionModel model;
  const auto cues = syntax::FeatureTable::open(bytes, 2);
  if (!cues) return std::unexpected(cues.error());
  const auto roles = syntax::FeatureTable::open(bytes.substr(cues->size()), kRoles);
  if (!roles) return std::unexpected(roles.error());
  model.cues_ = *cues;
  model.roles_ = *roles;
  model.transitions_ = header.transitions;
  model.threshold_ = header.threshold;
  return model;
}

std::string write_model(std::string_view cues, std::string_view roles, const Transitions& transitions,
                        float threshold) {
  Header header;
  header.threshold = threshold;
  header.transitions = transitions;
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  out += cues;
  out += roles;
  return out;
}

float AttributionModel::probability(const AttributionView& view, std::uint32_t head) const {
  std::vector<syntax::Feature> features;
  features.reserve(64);
  cue_features(view, head, features);
  std::array<std::int32_t, 2> scores{};
  cues_.add(features, scores);
  return 1 / (1 + std::exp(-static_cast<float>(scores[1]) / cues_.scale()));
}

std::string AttributionModel::why(const AttributionView& view, std::uint32_t head) const {
  std::map<std::string_view, double> bits;
  for (const CueAspect& aspect : cue_aspects(view, head)) {
    std::array<std::int32_t, 2> scores{};
    cues_.add(aspect.feature, scores);
    bits[aspect.aspect] += static_cast<double>(scores[1]) / cues_.scale() / std::numbers::ln2;
  }
  std::vector<std::pair<double, std::string_view>> order;
  for (const auto& [aspect, worth] : bits) order.emplace_back(worth, aspect);
  std::ranges::sort(order,
                    [](const auto& a, const auto& b) { return std::abs(a.first) > std::abs(b.first); });
  std::string out;
  for (const auto& [worth, aspect] : order) {
    if (std::abs(worth) < 0.05) continue;
    out += fmt::format("{}{} {:+.1f}", out.empty() ? "" : ", ", aspect, worth);
  }
  return out;
}

std::vector<Role> AttributionModel::roles(const RoleFeatures& features, const AttributionView& view,
                                          std::uint32_t head) const {
  const Range window = features.window();
  const std::size_t size = window.last - window.first;
  std::vector<std::array<std::uint8_t, kRoles>> from(size);
  std::array<float, kRoles> best{};
  std::vector<syntax::Feature> active;
  active.reserve(96);
  for (std::size_t k = 0; k < size; ++k) {
    const std::uint32_t i = window.first + static_cast<std::uint32_t>(k);
    features.of(i, active);
    std::array<std::int32_t, kRoles> scores{};
    roles_.add(active, scores);
    const auto& cost = transitions_[boundary_at(view, i)];
    std::array<float, kRoles> now{};
    for (std::size_t to = 0; to < kRoles; ++to) {
      std::size_t chosen = 0;
      float most = best[0] + cost[0][to];
      for (std::size_t was = 1; k > 0 && was < kRoles; ++was) {
        if (best[was] + cost[was][to] > most) {
          most = best[was] + cost[was][to];
          chosen = was;
        }
      }
      from[k][to] = static_cast<std::uint8_t>(chosen);
      now[to] = most + static_cast<float>(scores[to]) / roles_.scale();
      if (i == head && to != static_cast<std::size_t>(Role::kCue)) now[to] -= 1e6F;
    }
    best = now;
  }
  std::vector<Role> out(size);
  auto at = static_cast<std::size_t>(std::ranges::max_element(best) - best.begin());
  for (std::size_t k = size; k-- > 0;) {
    out[k] = static_cast<Role>(at);
    at = from[k][at];
  }
  return out;
}

Attribution AttributionModel::at(const AttributionView& view, std::uint32_t head,
                                 const Relation* before) const {
  const RoleFeatures features(view, head, before);
  const std::vector<Role> found = roles(features, view, head);
  const std::uint32_t first = features.window().first;
  Attribution out{{ranges_of(found, first, Role::kSource), around(found, first, head),
                   ranges_of(found, first, Role::kContent), head},
                  1};
  for (Range& source : out.source) {
    if (source.last <= head) source.first = subject_start(view, source);
  }
  trim_commas(view.text(), head, out.source);
  drop_marks(view.text(), out.source);
  drop_marks(view.text(), out.content);
  join_near(view.text(), head, out.source);
  join_near(view.text(), head, out.content);
  return out;
}

std::vector<Attribution> AttributionModel::find(const AttributionView& view) const {
  constexpr float kForRules = 0.4F;     // of the threshold
  constexpr std::size_t kMostNear = 8;  // cues within kNear words: more is no prose
  constexpr std::uint32_t kNear = 60;
  std::vector<Attribution> out;
  for (std::uint32_t i = 0; i < view.size(); ++i) {
    if (!may_be_cue(view, i)) continue;
    if (must_be_known(view, i) && !cues_.has(known_head(view, i))) continue;
    const float p = probability(view, i);
    const bool rule = view.cue_draft(i) != AttributionView::kNoDraft;
    if (p < (rule ? kForRules * threshold_ : threshold_)) continue;
    if (out.size() >= kMostNear && i - out[out.size() - kMostNear].head < kNear) continue;
    Attribution one = at(view, i, out.empty() ? nullptr : &out.back());
    one.probability = p;
    if (!out.empty()) keep_inside(out.back(), one);
    if (!out.empty() && is_same_saying(out.back(), one)) {
      one.cue.first = out.back().cue.first;
      one.probability = std::max(one.probability, out.back().probability);
      out.pop_back();
    }
    if (!out.empty() && out.back().cue.last > one.cue.first) {  // two words of one cue
      if (out.back().probability >= one.probability) continue;
      out.pop_back();
    }
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace muster::extract
