// Is this word the head of a cue? What the model sees of it.
#include <algorithm>

#include "extract/attribution_features.hpp"
#include "extract/attribution_pieces.hpp"

namespace muster::extract {
namespace {

using syntax::Feature;
using syntax::mix;
using syntax::Tag;
using namespace word_class;

bool is_auxiliary(const AttributionView& view, std::uint32_t i) {
  return view.text().is(i, kAuxiliary | kBe);
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
  kCueTemplatesEnd,
  kKnownHead
};

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

bool may_be_cue(const AttributionView& view, std::uint32_t i) {
  const SpeechText& text = view.text();
  if (text.is_cyrillic(i)) return false;  // left to rules
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

syntax::Feature known_head(const AttributionView& view, std::uint32_t i) {
  return mix(kKnownHead, view.stem(i));
}

bool must_be_known(const AttributionView& view, std::uint32_t i) {
  return view.text().is_word(i) && !syntax::is_verb(view.tag(i)) &&
         view.cue_draft(i) == AttributionView::kNoDraft;
}

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

}  // namespace muster::extract
