#include "extract/attribution_view.hpp"

#include <algorithm>

namespace muster::extract {
namespace {

using syntax::Tag;

std::string_view without_ending(std::string_view word) {
  const auto cut = [&](std::string_view ending, std::size_t least) {
    if (word.size() < least + ending.size() || !word.ends_with(ending)) return false;
    word.remove_suffix(ending.size());
    return true;
  };
  cut("'s", 2);
  if (cut("ing", 3) || cut("ied", 3) || cut("ies", 3) || cut("ed", 3) || cut("es", 3) ||
      (!word.ends_with("ss") && cut("s", 3))) {
    if (word.size() > 3 && word.back() == word[word.size() - 2]) word.remove_suffix(1);
  }
  cut("e", 3);
  cut("y", 3);
  return word;
}

}  // namespace

AttributionView::AttributionView(const SpeechText& text, const std::vector<Draft>& drafts)
    : text_(text), drafts_(drafts) {
  const Analysis& analysis = text.analysis();
  tags_ = syntax::Tagger::get().tag({analysis.document.text, analysis.tokens, analysis.words},
                                    analysis.sentences);
  read_stems();
  read_segments();
  read_chunks();
  read_drafts();
}

bool AttributionView::is_finite(std::uint32_t i) const {
  const Tag t = tag(i);
  return t == Tag::kVbd || t == Tag::kVbz || t == Tag::kVbp || t == Tag::kMd;
}

void AttributionView::read_stems() {
  words_.reserve(size());
  stems_.reserve(size());
  depths_.reserve(size());
  for (std::uint32_t i = 0; i < size(); ++i) {
    words_.push_back(syntax::hash_text(text_.word(i)));
    const auto cues = SpeechLexicon::get().cues(text_.entry(i));
    const bool english = text_.token(i).script == text::Script::kLatin;
    stems_.push_back(!cues.empty() && english ? syntax::mix(17, cues.front().verb)
                                              : syntax::hash_text(without_ending(text_.word(i))));
    std::uint8_t depth = 0;
    for (std::int32_t q = text_.quote_of(i); q >= 0 && depth < 3; q = text_.quote(q).parent) ++depth;
    depths_.push_back(depth);
  }
}

void AttributionView::read_segments() {
  segment_of_.resize(size());
  bool open = false;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const bool mark = !text_.is_word(i) && text_.token(i).kind == text::TokenKind::kMark &&
                      !(text_.word(i) == "'" || text_.word(i) == "$" || text_.word(i) == "%");
    if (!open || text_.token(i).paragraph_before || (i > 0 && depth(i) != depth(i - 1))) {
      segments_.push_back({i, i, false});
      open = true;
    }
    Segment& segment = segments_.back();
    segment_of_[i] = static_cast<std::uint32_t>(segments_.size() - 1);
    segment.last = i;
    segment.finite |= is_finite(i);
    if (mark) open = false;
  }
}

void AttributionView::read_chunks() {
  chunk_of_.assign(size(), kNoChunk);
  const auto belongs = [&](std::uint32_t i) {
    const Tag t = tag(i);
    return syntax::is_noun(t) || t == Tag::kDt || t == Tag::kPdt || t == Tag::kPrps || t == Tag::kJj ||
           t == Tag::kJjr || t == Tag::kJjs || t == Tag::kCd || t == Tag::kPos || t == Tag::kWps ||
           t == Tag::kFw;
  };
  const auto alone = [&](std::uint32_t i) {
    const Tag t = tag(i);
    return t == Tag::kPrp || t == Tag::kWp || t == Tag::kWdt || t == Tag::kEx;
  };
  for (std::uint32_t i = 0; i < size();) {
    std::uint32_t end = i;
    if (alone(i)) {
      end = i + 1;
    } else {
      while (
          end < size() && belongs(end) &&
          !(end > i && (text_.token(end).paragraph_before || depth(end) != depth(i) ||
                        ((tag(end) == Tag::kDt || tag(end) == Tag::kPrps) && syntax::is_noun(tag(end - 1))))))
        ++end;
    }
    if (end == i) {
      ++i;
      continue;
    }
    std::fill(chunk_of_.begin() + i, chunk_of_.begin() + end, static_cast<std::uint32_t>(chunks_.size()));
    chunks_.push_back({i, end});
    i = end;
  }
}

void AttributionView::read_drafts() {
  cue_of_.assign(size(), kNoDraft);
  content_of_.assign(size(), kNoDraft);
  source_of_.assign(size(), kNoDraft);
  for (std::uint32_t d = 0; d < drafts_.size(); ++d) {
    const auto fill = [&](std::vector<std::uint32_t>& of, Range range) {
      std::fill(of.begin() + range.first, of.begin() + std::min(range.last, size()), d);
    };
    fill(cue_of_, drafts_[d].cue);
    for (const Range& range : drafts_[d].source) fill(source_of_, range);
    for (const Range& range : drafts_[d].content) fill(content_of_, range);
  }
}

}  // namespace muster::extract
