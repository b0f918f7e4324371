// Source, cue, content or none of them? What the model sees of a word beside a head.
#include <algorithm>

#include "extract/attribution_features.hpp"
#include "extract/attribution_pieces.hpp"

namespace muster::extract {
namespace {

using syntax::Feature;
using syntax::mix;
using syntax::Tag;
using namespace word_class;

enum RoleTemplate : std::uint32_t {
  kRBias = 2000,
  kRRule,
  kRRuleNear,
  kRRuleAfter,
  kRRuleSide,
  kROther,
  kRSide,
  kRWord,
  kRTag,
  kRTagBefore,
  kRTagAfter,
  kRTags,
  kRWordSide,
  kRHeadSide,
  kRHeadDistance,
  kRHeadTagWord,
  kRBetween,
  kRHeadBetween,
  kRBetweenTag,
  kRQuote,
  kRQuoteHead,
  kRSegment,
  kRSegmentFirst,
  kRSegmentHead,
  kRSegmentHeadFirst,
  kRSegmentFinite,
  kRSegmentEdge,
  kRHeadNext,
  kRHeadNextSide,
  kRSort,
  kRSortSide,
  kRWordBefore,
  kRWordAfter,
  kRAdjacent,
  kRSegmentMark,
  kRThat,
  kRThatSide,
  kRHeadWord,
  kRPassive,
  kRSegmentTag,
  kRSegmentSort,
  kRLine,
  kRNearStop,
  kRFinites,
  kRHeadFirstOf,
  kRSegmentLength,
  kREarlier,
  kREarlierHead,
  kREarlierStem,
  kREarlierTag,
  kRCoordinated,
  kRCoordinatedHead,
  kRResumed,
  kRPath,
  kRPathHead,
  kRChunk,
  kRChunkTrail,
  kRChunkSort,
  kRChunkHead,
  kRChunkLead,
  kRChunkStart,
  kRoleTemplatesEnd
};

}  // namespace

Range role_window(const AttributionView& view, std::uint32_t head) {
  constexpr std::uint32_t kSide = 90;
  Range window = view.text().window(head);
  if (head - window.first > kSide) window.first = head - kSide;
  if (window.last - head > kSide) window.last = head + kSide;
  return window;
}

RoleFeatures::RoleFeatures(const AttributionView& view, std::uint32_t head, const Relation* before)
    : view_(view),
      head_(head),
      window_(role_window(view, head)),
      draft_(view.cue_draft(head)),
      group_(group_before(view, head)) {
  count_marks();
  find_coordination();
  before_.assign(window_.last - window_.first, 0);
  if (before == nullptr || before->head < window_.first) return;
  const auto fill = [&](Range range, std::uint8_t role) {
    for (std::uint32_t i = std::max(range.first, window_.first); i < std::min(range.last, window_.last); ++i)
      before_[i - window_.first] = role;
  };
  fill(before->cue, 2);
  for (const Range& range : before->content) fill(range, 3);
  for (const Range& range : before->source) fill(range, 1);
  inside_before_ = before_[head - window_.first] == 3;
}

void RoleFeatures::count_marks() {
  std::uint32_t commas = 0, quotes = 0, finites = 0, stops = 0, chunks = 0;
  for (std::uint32_t i = window_.first; i < window_.last; ++i) {
    const SpeechText& text = view_.text();
    const std::uint32_t chunk = view_.chunk_of(i);
    if (chunk != AttributionView::kNoChunk && view_.chunk(chunk).first == i) ++chunks;
    chunks_.push_back(chunks);
    commas_.push_back(commas);
    quotes_.push_back(quotes);
    finites_.push_back(finites);
    stops_.push_back(stops);
    commas += text.is_mark(i, ",") ? 1 : 0;
    quotes += text.quote_opened_at(i) >= 0 || text.quote_closed_at(i) >= 0 ? 1 : 0;
    finites += view_.is_finite(i) ? 1 : 0;
    stops += text.is_stop(i) ? 1 : 0;
    quote_before_ |= i < head_ && text.quote_closed_at(i) >= 0;
  }
}

// "X praised A and left B": what follows "and" is no longer what was praised.
void RoleFeatures::find_coordination() {
  const SpeechText& text = view_.text();
  bool finite = false;
  for (std::uint32_t i = head_ + 1; i + 1 < window_.last && coordinated_ == UINT32_MAX; ++i) {
    finite |= view_.is_finite(i);
    if (!text.is(i, kCoordinator)) continue;
    std::uint32_t next = i + 1;
    while (next + 1 < window_.last && (view_.tag(next) == Tag::kRb || text.is(next, kAdverb))) ++next;
    const bool same = view_.tag(next) == view_.tag(head_) && syntax::is_verb(view_.tag(next));
    if (!same && !view_.is_finite(next)) continue;
    coordinated_ = i;
    coordinated_how_ = (same ? 1U : 0U) | (finite ? 2U : 0U) | (text.is_mark(i - 1, ",") ? 4U : 0U);
  }
}

std::uint32_t RoleFeatures::rule_role(std::uint32_t i) const {
  if (i < window_.first || i >= window_.last) return 9;
  const auto own = [&](std::uint32_t draft) { return draft != AttributionView::kNoDraft && draft == draft_; };
  if (own(view_.cue_draft(i))) return 1;
  if (own(view_.source_draft(i))) return 2;
  if (own(view_.content_draft(i))) return 3;
  return draft_ == AttributionView::kNoDraft ? 0 : 4;
}

// One word of the window, and the features made of it.
class RoleFeatures::Word {
 public:
  Word(const RoleFeatures& of, std::uint32_t i)
      : of_(of),
        view_(of.view_),
        text_(of.view_.text()),
        i_(i),
        side_(i < of.head_    ? 1U
              : i == of.head_ ? 0U
                              : 2U),
        far_(i < of.head_ ? of.head_ - i : i - of.head_),
        near_(side_ << 4 | bucket(far_)),
        tag_(id(view_.tag(i))),
        head_(view_.stem(of.head_)),
        head_tag_(id(view_.tag(of.head_))),
        commas_(between(of.commas_)),
        quotes_(between(of.quotes_)),
        finites_(between(of.finites_)),
        stops_(between(of.stops_)),
        path_(side_ << 8 | commas_ << 6 | quotes_ << 4 | std::min(finites_, 2U) << 2 | std::min(stops_, 2U)),
        sort_(sort_of(text_, i)),
        marks_((text_.quote_opened_at(i) >= 0 ? 1U : 0U) | (text_.quote_closed_at(i) >= 0 ? 2U : 0U)) {}

  void make(std::vector<Feature>& out) {
    say_rules();
    say_words();
    say_quotes();
    say_segment();
    say_head();
    say_earlier();
    say_path();
    say_chunk();
    say_line();
    made_.move_to(out);
  }

 private:
  // How many there are between the word and the head, 3 for more.
  [[nodiscard]] std::uint32_t between(const std::vector<std::uint32_t>& counts) const {
    const std::uint32_t a = counts[std::min(i_, of_.head_) - of_.window_.first];
    const std::uint32_t b = counts[std::max(i_, of_.head_) - of_.window_.first];
    return std::min(b - a, 3U);
  }
  void say_rules();
  void say_words();
  void say_quotes();
  void say_segment();
  void say_head();
  void say_earlier();
  void say_path();
  void say_chunk();
  void say_line();

  const RoleFeatures& of_;
  const AttributionView& view_;
  const SpeechText& text_;
  std::uint32_t i_;
  std::uint32_t side_;  // 0: the head itself, 1: before it, 2: behind it
  std::uint32_t far_, near_, tag_, head_, head_tag_;
  std::uint32_t commas_, quotes_, finites_, stops_, path_, sort_, marks_;
  Made<kRBias, kRoleTemplatesEnd> made_;
};

void RoleFeatures::Word::say_rules() {
  const std::uint32_t rule = of_.rule_role(i_);
  made_.put(kRBias, side_);
  made_.put(kRRule, rule);
  made_.put(kRRuleNear, rule << 8 | of_.rule_role(i_ - 1));
  made_.put(kRRuleAfter, rule << 8 | of_.rule_role(i_ + 1));
  made_.put(kRRuleSide, mix(rule, path_));
  const std::uint32_t others = (view_.cue_draft(i_) != AttributionView::kNoDraft ? 1U : 0U) |
                               (view_.content_draft(i_) != AttributionView::kNoDraft ? 2U : 0U) |
                               (view_.source_draft(i_) != AttributionView::kNoDraft ? 4U : 0U) |
                               (of_.draft_ != AttributionView::kNoDraft ? 8U : 0U);
  made_.put(kROther, mix(others, side_));
}

void RoleFeatures::Word::say_words() {
  const std::uint32_t before = id(view_.tag(i_ - 1));
  const std::uint32_t after = id(view_.tag(i_ + 1));
  made_.put(kRSide, mix(near_, tag_));
  made_.put(kRWord, mix(view_.hash(i_), side_));
  made_.put(kRTags, mix(before << 16 | tag_ << 8 | after, side_));
  made_.put(kRTagBefore, mix(before << 8 | tag_, near_));
  made_.put(kRTagAfter, mix(tag_ << 8 | after, near_));
  made_.put(kRWordSide, mix(view_.hash(i_), near_));
  made_.put(kRHeadSide, mix(head_, path_));
  made_.put(kRHeadDistance, mix(head_, near_));
  made_.put(kRHeadTagWord, mix(head_tag_ << 8 | near_, view_.hash(i_)));
  made_.put(kRBetween, path_ << 8 | tag_);
  made_.put(kRHeadBetween, mix(path_, head_tag_));
  made_.put(kRBetweenTag, mix(path_, sort_));
}

void RoleFeatures::Word::say_quotes() {
  const std::uint32_t depth = view_.depth(i_) << 2 | std::min(view_.depth(of_.head_), 3U);
  made_.put(kRQuote, depth << 12 | marks_ << 10 | side_ << 8 | quotes_);
  made_.put(kRQuoteHead, mix(head_, depth << 4 | marks_ << 2 | side_));
  const std::uint32_t resumed =
      (of_.quote_before_ ? 1U : 0U) | (view_.depth(i_) > view_.depth(of_.head_) ? 2U : 0U) | side_ << 2;
  made_.put(kRResumed, mix(resumed, marks_ << 8 | std::min(stops_, 2U) << 4 | quotes_));
}

void RoleFeatures::Word::say_segment() {
  const std::uint32_t own = view_.segment_of(i_), heads = view_.segment_of(of_.head_);
  const std::uint32_t apart = std::min(own < heads ? heads - own : own - heads, 4U);
  const AttributionView::Segment& segment = view_.segment(own);
  const std::uint32_t place = side_ << 3 | apart;
  const std::uint32_t first_tag = id(view_.tag(segment.first));
  const std::uint32_t first_word = view_.hash(segment.first);
  const std::uint32_t shape =
      place << 4 | (segment.finite ? 1U : 0U) | (view_.segment(heads).finite ? 2U : 0U);
  made_.put(kRSegment, shape);
  made_.put(kRSegmentFirst, mix(shape, first_word));
  made_.put(kRSegmentHead, mix(shape, head_));
  made_.put(kRSegmentHeadFirst, mix(mix(place, first_tag), head_));
  made_.put(kRSegmentFinite, mix(shape, first_tag << 8 | tag_));
  made_.put(kRSegmentTag, mix(mix(shape, first_tag), id(view_.tag(segment.first + 1))));
  made_.put(kRSegmentEdge,
            mix(place, std::min(i_ - segment.first, 3U) << 2 | std::min(segment.last - i_, 2U)));
  made_.put(kRSegmentMark, mix(view_.hash(segment.last), place));
  made_.put(kRSegmentLength, mix(bucket(segment.last - segment.first), place << 8 | first_tag));
  made_.put(kRSegmentSort, mix(place << 8 | sort_of(text_, segment.first), sort_));
}

void RoleFeatures::Word::say_head() {
  const std::uint32_t next = view_.hash(of_.head_ + 1);
  made_.put(kRHeadNext, mix(head_, mix(next, near_)));
  made_.put(kRHeadNextSide, mix(next, path_ << 2 | side_));
  made_.put(kRHeadFirstOf, mix(mix(id(view_.tag(of_.head_ + 1)), id(view_.tag(of_.head_ - 1))), path_));
  made_.put(kRSort, mix(sort_, near_));
  made_.put(kRSortSide, mix(sort_, mix(head_, side_)));
  made_.put(kRWordBefore, mix(view_.hash(i_ - 1), side_ << 8 | tag_));
  made_.put(kRWordAfter, mix(view_.hash(i_ + 1), side_ << 8 | tag_));
  if (far_ <= 3) made_.put(kRAdjacent, mix(near_ << 8 | tag_, mix(head_tag_, view_.hash(i_))));
  made_.put(kRPassive, mix(of_.group_ << 8 | head_tag_, path_));
  made_.put(kRHeadWord, mix(view_.hash(of_.head_), path_ << 8 | tag_));
  made_.put(kRFinites, mix(finites_ << 8 | bucket(far_), side_ << 8 | tag_));
}

void RoleFeatures::Word::say_earlier() {
  const std::uint32_t earlier = of_.before_[i_ - of_.window_.first];
  const std::uint32_t earlier_near =
      earlier | (i_ > of_.window_.first ? of_.before_[i_ - 1 - of_.window_.first] : 4U) << 3 |
      (of_.inside_before_ ? 64U : 0U);
  made_.put(kREarlier, earlier_near << 2 | side_);
  made_.put(kREarlierHead, mix(earlier_near << 2 | side_, mix(head_tag_, id(view_.tag(of_.head_ - 1)))));
  made_.put(kREarlierStem, mix(earlier_near << 2 | side_, head_));
  made_.put(kREarlierTag, mix(earlier_near << 2 | side_, tag_ << 8 | commas_));
  const std::uint32_t joined = i_ >= of_.coordinated_ ? 8U | of_.coordinated_how_ : 0U;
  made_.put(kRCoordinated, mix(joined, head_tag_));
  made_.put(kRCoordinatedHead, mix(joined, head_));
}

void RoleFeatures::Word::say_path() {
  if (far_ > 1 && far_ <= 7) {
    std::uint32_t between_tags = side_;
    for (std::uint32_t k = std::min(i_, of_.head_) + 1; k < std::max(i_, of_.head_); ++k)
      between_tags = mix(between_tags, id(view_.tag(k)));
    made_.put(kRPath, mix(between_tags, tag_));
    made_.put(kRPathHead, mix(between_tags, head_tag_));
  }
}

void RoleFeatures::Word::say_chunk() {
  if (const std::uint32_t c = view_.chunk_of(i_); c != AttributionView::kNoChunk) {
    const Range chunk = view_.chunk(c);
    const std::uint32_t hops = between(of_.chunks_) + (side_ == 2 ? 4U : 0U);
    const std::uint32_t lead = chunk.first == of_.window_.first ? 1U : id(view_.tag(chunk.first - 1)) + 2;
    const std::uint32_t trail = id(view_.tag(chunk.last));
    const std::uint32_t where = hops << 4 | std::min(finites_, 2U) << 2 | std::min(commas_, 2U);
    made_.put(kRChunk, mix(where, lead));
    made_.put(kRChunkTrail, mix(where, trail << 8 | lead));
    made_.put(kRChunkSort, mix(where, sort_of(text_, chunk.last - 1) << 8 | id(view_.tag(chunk.last - 1))));
    made_.put(kRChunkHead, mix(mix(where, head_), id(view_.tag(chunk.last - 1))));
    made_.put(kRChunkLead, mix(mix(where, view_.hash(chunk.first - 1)), head_tag_));
    made_.put(kRChunkStart, mix(mix(where, head_tag_), sort_of(text_, chunk.first)));
  } else {
    made_.put(kRChunk, mix(path_, tag_));
    made_.put(kRChunkHead, mix(path_ << 1, mix(head_, tag_)));
  }
}

void RoleFeatures::Word::say_line() {
  made_.put(kRLine, (text_.token(of_.window_.first).paragraph_before ? 1U : 0U) | side_ << 1 |
                        (of_.window_.first == 0 ? 8U : 0U));
}

void RoleFeatures::of(std::uint32_t i, std::vector<Feature>& out) const {
  Word(*this, i).make(out);
}

}  // namespace muster::extract
