#include "extract/attribution_features.hpp"

#include <algorithm>
#include <array>

namespace muster::extract {
namespace {

using syntax::Feature;
using syntax::mix;
using syntax::Tag;
using namespace word_class;

std::uint32_t id(Tag tag) {
  return static_cast<std::uint32_t>(tag);
}

std::uint32_t bucket(std::uint32_t n) {
  if (n <= 4) return n;
  if (n <= 7) return 5;
  if (n <= 12) return 6;
  if (n <= 20) return 7;
  return n <= 40 ? 8 : 9;
}

// What sort of thing a word names, where a list says so.
std::uint32_t sort_of(const SpeechText& text, std::uint32_t i) {
  constexpr std::array kBits{
      kPronoun,      kPossessive, kObject,      kTitle,       kFirstName,    kPersonNoun, kOfficeNoun,
      kArtifactNoun, kGroupNoun,  kNationality, kMediaName,   kTime,         kNumber,     kCueNoun,
      kRelative,     kThat,       kNegation,    kCoordinator, kSubordinator, kDeterminer, kPreposition};
  for (std::uint32_t b = 0; b < kBits.size(); ++b) {
    if (text.is(i, kBits[b])) return b + 1;
  }
  return 0;
}

bool is_auxiliary(const AttributionView& view, std::uint32_t i) {
  return view.text().is(i, kAuxiliary | kBe);
}

// The form of the verb group before a word: be, have, modal, negated, to.
std::uint32_t group_before(const AttributionView& view, std::uint32_t i) {
  std::uint32_t bits = 0;
  for (std::uint32_t k = 1; k <= 4 && k <= i; ++k) {
    const std::uint32_t at = i - k;
    const SpeechText& text = view.text();
    if (text.is(at, kNegation)) bits |= 1;
    if (text.is(at, kBe))
      bits |= 2;
    else if (view.tag(at) == Tag::kMd)
      bits |= 4;
    else if (text.is(at, kAuxiliary))
      bits |= 8;
    else if (view.tag(at) == Tag::kTo)
      bits |= 16;
    else if (view.tag(at) != Tag::kRb && !text.is(at, kAdverb | kNegation))
      break;
  }
  return bits;
}

// The nearest thing before that may be a subject: its last word.
std::uint32_t subject_before(const AttributionView& view, std::uint32_t i, std::uint32_t floor) {
  for (std::uint32_t k = i; k > floor && i - k < 12;) {
    --k;
    const Tag t = view.tag(k);
    if (syntax::is_noun(t) || t == Tag::kPrp || t == Tag::kWp || t == Tag::kWdt) return k;
  }
  return UINT32_MAX;
}

struct Ahead {
  std::uint32_t that = 0;    // how far "that", "whether", "how" ... stands; 0: not near
  std::uint32_t finite = 0;  // the next finite verb
  std::uint32_t quote = 0;
  std::uint32_t mark = 0;
};

Ahead look_ahead(const AttributionView& view, std::uint32_t i, std::uint32_t limit) {
  Ahead ahead;
  const SpeechText& text = view.text();
  const std::uint32_t end = std::min(limit, i + 12);
  for (std::uint32_t k = i + 1; k < end; ++k) {
    const std::uint32_t far = k - i;
    if (ahead.that == 0 && text.is(k, kThat | kQuestion)) ahead.that = far;
    if (ahead.quote == 0 && text.quote_opened_at(k) >= 0) ahead.quote = far;
    if (ahead.finite == 0 && ahead.mark == 0 && view.is_finite(k)) ahead.finite = far;
    if (ahead.mark == 0 && !text.is_word(k) && text.token(k).kind == text::TokenKind::kMark) ahead.mark = far;
  }
  return ahead;
}

std::uint32_t lexicon_bits(const SpeechText& text, std::uint32_t i) {
  const auto cues = SpeechLexicon::get().cues(text.entry(i));
  std::uint32_t bits = text.is(i, kCueNoun) ? 1U : 0U;
  if (text.is(i, kPhraseStart)) bits |= 2;
  if (cues.empty()) return bits;
  const CueVerb& verb = SpeechLexicon::get().verb(cues.front().verb);
  bits |=
      4U | static_cast<std::uint32_t>(verb.stance) << 8 | static_cast<std::uint32_t>(cues.front().form) << 12;
  if (verb.speech) bits |= 16;
  if (verb.frames.that) bits |= 32;
  if (verb.frames.object) bits |= 64;
  if (verb.frames.infinitive) bits |= 128;
  return bits;
}

enum CueTemplate : std::uint32_t {
  kBias = 1000,
  kCWord,
  kCStem,
  kCTag,
  kCStemTag,
  kCStemTagAfter,
  kCStemWordAfter,
  kCWord1,
  kCWord2,
  kCWordM1,
  kCWordM2,
  kCTags3,
  kCTagsAfter,
  kCTagsBefore,
  kCStemGroup,
  kCGroupTag,
  kCLexicon,
  kCLexiconTag,
  kCStemThat,
  kCThatFinite,
  kCStemQuote,
  kCQuoteBefore,
  kCDepth,
  kCStemDepth,
  kCSubject,
  kCSubjectSort,
  kCStemSubject,
  kCSubjectTag,
  kCRule,
  kCRuleStem,
  kCRuleInside,
  kCStemInside,
  kCRuleSource,
  kCPosition,
  kCStemPosition,
  kCWordAfter2,
  kCStemMark,
  kCPrefix,
  kCEnding,
  kCFinite,
  kCLine,
  kCStemBefore,
  kCOtherCues,
  kCStemRule,
  kCStop,
  kCBeforeStem,
  kCAfterStem,
  kCueTemplatesEnd
};

// The features of one word: each template from kFirst on gives at most one.
template <std::uint32_t kFirst, std::uint32_t kEnd>
class Made {
 public:
  void put(std::uint32_t name, std::uint32_t value) { features_[size_++] = mix(name, value); }
  void move_to(std::vector<Feature>& out) const {
    out.assign(features_.begin(), features_.begin() + static_cast<std::ptrdiff_t>(size_));
  }

 private:
  std::array<Feature, kEnd - kFirst> features_;
  std::size_t size_ = 0;
};

}  // namespace

bool may_be_cue(const AttributionView& view, std::uint32_t i) {
  const SpeechText& text = view.text();
  if (view.cue_draft(i) != AttributionView::kNoDraft) return true;
  if (text.is_mark(i, ":") || text.is_dash(i)) return true;
  if (!text.is_word(i)) return false;
  const Tag t = view.tag(i);
  if (syntax::is_verb(t))
    return !(text.is(i, kBe) ||
             (is_auxiliary(view, i) && (syntax::is_verb(view.tag(i + 1)) || view.tag(i + 1) == Tag::kRb)));
  if (t == Tag::kNn || t == Tag::kNns || t == Tag::kJj || t == Tag::kRb || t == Tag::kIn || t == Tag::kRp)
    return true;
  return text.is(i, kPhraseStart | kCueNoun) || !SpeechLexicon::get().cues(text.entry(i)).empty();
}

namespace {

// What a feature looks at, for people.
std::string_view aspect_of(std::uint32_t name) {
  switch (name) {
    case kCWord:
    case kCStem:
    case kCEnding:
    case kCPrefix:
    case kCLexicon:
      return "the word";
    case kCRule:
    case kCRuleStem:
    case kCRuleSource:
    case kCStemRule:
      return "what the rules say";
    case kCRuleInside:
    case kCStemInside:
    case kCOtherCues:
    case kCDepth:
    case kCStemDepth:
      return "what it stands inside";
    case kCSubject:
    case kCSubjectSort:
    case kCStemSubject:
    case kCSubjectTag:
      return "who stands before it";
    case kCStemThat:
    case kCThatFinite:
    case kCFinite:
    case kCStemQuote:
    case kCQuoteBefore:
      return "the clause or quotation beside it";
    case kCPosition:
    case kCStemPosition:
    case kCLine:
      return "its place in the sentence";
    case kCTag:
    case kCStemTag:
    case kCStemGroup:
    case kCGroupTag:
    case kCLexiconTag:
      return "its form";
    case kBias:
      return "how rare cues are";
    default:
      return "the words around it";
  }
}

template <class Put>
void each_cue_feature(const AttributionView& view, std::uint32_t i, Put put) {
  const SpeechText& text = view.text();
  const auto at = [&](std::int32_t by) {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(i) + by);
  };  // wraps to nothing
  const Range window = text.sentence(i);
  const std::uint32_t stem = view.stem(i);
  const std::uint32_t tag = id(view.tag(i));
  const std::uint32_t t1 = id(view.tag(at(1))), t2 = id(view.tag(at(2))), tm1 = id(view.tag(at(-1))),
                      tm2 = id(view.tag(at(-2)));
  put(kBias, 0);
  put(kCWord, view.hash(i));
  put(kCStem, stem);
  put(kCTag, tag);
  put(kCStemTag, mix(stem, tag));
  put(kCStemTagAfter, mix(stem, t1));
  put(kCStemWordAfter, mix(stem, view.hash(at(1))));
  put(kCWord1, view.hash(at(1)));
  put(kCWord2, view.hash(at(2)));
  put(kCWordM1, view.hash(at(-1)));
  put(kCWordM2, view.hash(at(-2)));
  put(kCTags3, tm1 << 16 | tag << 8 | t1);
  put(kCTagsAfter, tag << 16 | t1 << 8 | t2);
  put(kCTagsBefore, tm2 << 16 | tm1 << 8 | tag);
  const std::uint32_t group = group_before(view, i);
  put(kCStemGroup, mix(stem, group));
  put(kCGroupTag, group << 8 | tag);
  const std::uint32_t lexicon = lexicon_bits(text, i);
  put(kCLexicon, lexicon);
  put(kCLexiconTag, mix(lexicon, tag << 8 | t1));
  const Ahead ahead = look_ahead(view, i, window.last);
  put(kCStemThat, mix(stem, ahead.that));
  put(kCThatFinite, mix(tag, std::min(ahead.that, 4U) << 8 | bucket(ahead.finite)));
  put(kCFinite, mix(lexicon & 0xFFU, bucket(ahead.finite) << 8 | std::min(ahead.mark, 3U)));
  put(kCStemQuote, mix(stem, std::min(ahead.quote, 4U)));
  std::uint32_t closed = 0;  // a quotation that ended right before, over a comma
  for (std::uint32_t k = 1; k <= 8 && k <= i && closed == 0; ++k) {
    if (text.quote_closed_at(i - k) >= 0) closed = k;
  }
  put(kCQuoteBefore, closed << 8 | tag);
  put(kCDepth, view.depth(i) << 8 | tag);
  put(kCStemDepth, mix(stem, view.depth(i)));
  const std::uint32_t subject = subject_before(view, i, window.first);
  if (subject != UINT32_MAX) {
    const std::uint32_t far = std::min(i - subject, 4U);
    put(kCSubject, mix(view.hash(subject), far));
    put(kCSubjectSort, mix(sort_of(text, subject) << 8 | far, lexicon));
    put(kCStemSubject, mix(stem, sort_of(text, subject) << 3 | far));
    put(kCSubjectTag, mix(id(view.tag(subject)) << 8 | far, tag));
  } else {
    put(kCStemSubject, mix(stem, 0xFFFF));
  }
  const std::uint32_t rule = view.cue_draft(i);
  if (rule != AttributionView::kNoDraft) {
    const Draft& draft = view.drafts()[rule];
    const std::uint32_t what = (draft.head == i ? 1U : 0U) | (draft.source.empty() ? 2U : 0U) |
                               (draft.speech ? 4U : 0U) | static_cast<std::uint32_t>(draft.stance) << 4 |
                               (draft.from_before ? 8U : 0U);
    put(kCRule, what);
    put(kCRuleStem, mix(what, stem));
    put(kCRuleSource,
        mix(what & 1U,
            bucket(draft.content.empty() ? 0 : draft.content.front().last - draft.content.front().first)));
  } else {
    put(kCRule, 0xFF);
    put(kCStemRule, stem);
  }
  const std::uint32_t inside = view.content_draft(i);
  std::uint32_t held = 0;
  if (inside != AttributionView::kNoDraft) {
    const Draft& outer = view.drafts()[inside];
    held = 1U | (outer.head < i ? 2U : 0U) | (outer.speech ? 4U : 0U);
  }
  put(kCRuleInside, mix(held, view.depth(i)));
  put(kCStemInside, mix(stem, held));
  put(kCOtherCues, mix(held, tag << 8 | (rule != AttributionView::kNoDraft ? 1U : 0U)));
  const std::uint32_t position = std::min(i - window.first, 3U) << 1 | (window.last - i < 4 ? 1U : 0U);
  put(kCPosition, position << 8 | tag);
  put(kCStemPosition, mix(stem, position));
  put(kCWordAfter2, mix(view.hash(at(1)), view.hash(at(2))));
  put(kCStemBefore, mix(stem, view.hash(at(-1))));
  put(kCBeforeStem, mix(view.stem(at(-1)), tag));
  put(kCAfterStem, mix(view.stem(at(1)), tag));
  put(kCLine,
      (text.token(window.first).paragraph_before ? 1U : 0U) | (window.first == 0 ? 2U : 0U) | tag << 8);
  const std::string_view word = text.word(i);
  put(kCEnding, syntax::hash_text(word.size() > 3 ? word.substr(word.size() - 3) : word));
  put(kCPrefix, mix(syntax::hash_text(word.substr(0, 4)), tag));
}

}  // namespace

void cue_features(const AttributionView& view, std::uint32_t i, std::vector<Feature>& out) {
  Made<kBias, kCueTemplatesEnd> made;
  each_cue_feature(view, i, [&](std::uint32_t name, std::uint32_t value) { made.put(name, value); });
  made.move_to(out);
}

std::vector<CueAspect> cue_aspects(const AttributionView& view, std::uint32_t i) {
  std::vector<CueAspect> out;
  each_cue_feature(view, i, [&](std::uint32_t name, std::uint32_t value) {
    out.push_back({aspect_of(name), mix(name, value)});
  });
  return out;
}

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
  std::uint32_t other = 4;
  if (draft_ == AttributionView::kNoDraft) other = 0;
  return other;
}

namespace {

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

void RoleFeatures::of(std::uint32_t i, std::vector<Feature>& out) const {
  const AttributionView& view = view_;
  const SpeechText& text = view.text();
  Made<kRBias, kRoleTemplatesEnd> made;
  const auto put = [&](std::uint32_t name, std::uint32_t value) { made.put(name, value); };
  const std::uint32_t side = i < head_ ? 1U : i == head_ ? 0U : 2U;
  const std::uint32_t far = i < head_ ? head_ - i : i - head_;
  const std::uint32_t near = side << 4 | bucket(far);
  const std::uint32_t tag = id(view.tag(i));
  const std::uint32_t before = id(view.tag(i - 1)), after = id(view.tag(i + 1));
  const std::uint32_t head = view.stem(head_);
  const std::uint32_t head_tag = id(view.tag(head_));
  const auto between = [&](const std::vector<std::uint32_t>& counts) {
    const std::uint32_t a = counts[std::min(i, head_) - window_.first],
                        b = counts[std::max(i, head_) - window_.first];
    return std::min(b - a, 3U);
  };
  const std::uint32_t commas = between(commas_), quotes = between(quotes_), finites = between(finites_),
                      stops = between(stops_);
  const std::uint32_t path =
      side << 8 | commas << 6 | quotes << 4 | std::min(finites, 2U) << 2 | std::min(stops, 2U);
  const std::uint32_t rule = rule_role(i);
  const std::uint32_t sort = sort_of(text, i);
  put(kRBias, side);
  put(kRRule, rule);
  put(kRRuleNear, rule << 8 | rule_role(i - 1));
  put(kRRuleAfter, rule << 8 | rule_role(i + 1));
  put(kRRuleSide, mix(rule, path));
  const std::uint32_t others = (view.cue_draft(i) != AttributionView::kNoDraft ? 1U : 0U) |
                               (view.content_draft(i) != AttributionView::kNoDraft ? 2U : 0U) |
                               (view.source_draft(i) != AttributionView::kNoDraft ? 4U : 0U) |
                               (draft_ != AttributionView::kNoDraft ? 8U : 0U);
  put(kROther, mix(others, side));
  put(kRSide, mix(near, tag));
  put(kRWord, mix(view.hash(i), side));
  put(kRTags, mix(before << 16 | tag << 8 | after, side));
  put(kRTagBefore, mix(before << 8 | tag, near));
  put(kRTagAfter, mix(tag << 8 | after, near));
  put(kRWordSide, mix(view.hash(i), near));
  put(kRHeadSide, mix(head, path));
  put(kRHeadDistance, mix(head, near));
  put(kRHeadTagWord, mix(head_tag << 8 | near, view.hash(i)));
  put(kRBetween, path << 8 | tag);
  put(kRHeadBetween, mix(path, head_tag));
  put(kRBetweenTag, mix(path, sort));
  const std::uint32_t depth = view.depth(i) << 2 | std::min(view.depth(head_), 3U);
  const std::uint32_t marks =
      (text.quote_opened_at(i) >= 0 ? 1U : 0U) | (text.quote_closed_at(i) >= 0 ? 2U : 0U);
  put(kRQuote, depth << 12 | marks << 10 | side << 8 | quotes);
  put(kRQuoteHead, mix(head, depth << 4 | marks << 2 | side));
  const std::uint32_t own = view.segment_of(i), heads = view.segment_of(head_);
  const std::uint32_t apart = std::min(own < heads ? heads - own : own - heads, 4U);
  const AttributionView::Segment& segment = view.segment(own);
  const std::uint32_t place = side << 3 | apart;
  const std::uint32_t first_tag = id(view.tag(segment.first));
  const std::uint32_t first_word = view.hash(segment.first);
  const std::uint32_t shape =
      place << 4 | (segment.finite ? 1U : 0U) | (view.segment(heads).finite ? 2U : 0U);
  put(kRSegment, shape);
  put(kRSegmentFirst, mix(shape, first_word));
  put(kRSegmentHead, mix(shape, head));
  put(kRSegmentHeadFirst, mix(mix(place, first_tag), head));
  put(kRSegmentFinite, mix(shape, first_tag << 8 | tag));
  put(kRSegmentTag, mix(mix(shape, first_tag), id(view.tag(segment.first + 1))));
  put(kRSegmentEdge, mix(place, std::min(i - segment.first, 3U) << 2 | std::min(segment.last - i, 2U)));
  put(kRSegmentMark, mix(view.hash(segment.last), place));
  put(kRSegmentLength, mix(bucket(segment.last - segment.first), place << 8 | first_tag));
  put(kRSegmentSort, mix(place << 8 | sort_of(text, segment.first), sort));
  const std::uint32_t next = view.hash(head_ + 1);
  put(kRHeadNext, mix(head, mix(next, near)));
  put(kRHeadNextSide, mix(next, path << 2 | side));
  put(kRHeadFirstOf, mix(mix(id(view.tag(head_ + 1)), id(view.tag(head_ - 1))), path));
  put(kRSort, mix(sort, near));
  put(kRSortSide, mix(sort, mix(head, side)));
  put(kRWordBefore, mix(view.hash(i - 1), side << 8 | tag));
  put(kRWordAfter, mix(view.hash(i + 1), side << 8 | tag));
  if (far <= 3) put(kRAdjacent, mix(near << 8 | tag, mix(head_tag, view.hash(i))));
  put(kRPassive, mix(group_ << 8 | head_tag, path));
  put(kRHeadWord, mix(view.hash(head_), path << 8 | tag));
  put(kRFinites, mix(finites << 8 | bucket(far), side << 8 | tag));
  const std::uint32_t earlier = before_[i - window_.first];
  const std::uint32_t earlier_near =
      earlier | (i > window_.first ? before_[i - 1 - window_.first] : 4U) << 3 | (inside_before_ ? 64U : 0U);
  put(kREarlier, earlier_near << 2 | side);
  put(kREarlierHead, mix(earlier_near << 2 | side, mix(head_tag, id(view.tag(head_ - 1)))));
  put(kREarlierStem, mix(earlier_near << 2 | side, head));
  put(kREarlierTag, mix(earlier_near << 2 | side, tag << 8 | commas));
  const std::uint32_t joined = i >= coordinated_ ? 8U | coordinated_how_ : 0U;
  put(kRCoordinated, mix(joined, head_tag));
  put(kRCoordinatedHead, mix(joined, head));
  const std::uint32_t resumed =
      (quote_before_ ? 1U : 0U) | (view.depth(i) > view.depth(head_) ? 2U : 0U) | side << 2;
  put(kRResumed, mix(resumed, marks << 8 | std::min(stops, 2U) << 4 | quotes));
  if (far > 1 && far <= 7) {
    std::uint32_t between_tags = side;
    for (std::uint32_t k = std::min(i, head_) + 1; k < std::max(i, head_); ++k)
      between_tags = mix(between_tags, id(view.tag(k)));
    put(kRPath, mix(between_tags, tag));
    put(kRPathHead, mix(between_tags, head_tag));
  }
  if (const std::uint32_t c = view.chunk_of(i); c != AttributionView::kNoChunk) {
    const Range chunk = view.chunk(c);
    const std::uint32_t hops = between(chunks_) + (side == 2 ? 4U : 0U);
    const std::uint32_t lead = chunk.first == window_.first ? 1U : id(view.tag(chunk.first - 1)) + 2;
    const std::uint32_t trail = id(view.tag(chunk.last));
    const std::uint32_t where = hops << 4 | std::min(finites, 2U) << 2 | std::min(commas, 2U);
    put(kRChunk, mix(where, lead));
    put(kRChunkTrail, mix(where, trail << 8 | lead));
    put(kRChunkSort, mix(where, sort_of(text, chunk.last - 1) << 8 | id(view.tag(chunk.last - 1))));
    put(kRChunkHead, mix(mix(where, head), id(view.tag(chunk.last - 1))));
    put(kRChunkLead, mix(mix(where, view.hash(chunk.first - 1)), head_tag));
    put(kRChunkStart, mix(mix(where, head_tag), sort_of(text, chunk.first)));
  } else {
    put(kRChunk, mix(path, tag));
    put(kRChunkHead, mix(path << 1, mix(head, tag)));
  }
  put(kRLine,
      (text.token(window_.first).paragraph_before ? 1U : 0U) | side << 1 | (window_.first == 0 ? 8U : 0U));
  made.move_to(out);
}

}  // namespace muster::extract
