// A text as the learned search for attributions sees it: tags, stems, segments between marks, and what the
// rules' drafts say of each word. Made once a document; the models' features are read off it.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/drafts.hpp"
#include "syntax/tagger.hpp"

namespace muster::extract {

class AttributionView {
 public:
  static constexpr std::uint32_t kNoDraft = UINT32_MAX;

  // A stretch between marks: "who lost the vote in 2016" of "Kerry, who lost the vote in 2016, said".
  struct Segment {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // the mark that ends it, or where the next begins
    bool finite = false;     // has a finite verb
  };

  AttributionView(const SpeechText& text, const std::vector<Draft>& drafts);

  [[nodiscard]] const SpeechText& text() const { return text_; }
  [[nodiscard]] const std::vector<Draft>& drafts() const { return drafts_; }
  [[nodiscard]] std::uint32_t size() const { return text_.size(); }
  [[nodiscard]] syntax::Tag tag(std::uint32_t i) const {
    return i < tags_.size() ? tags_[i] : syntax::Tag::kNone;
  }
  [[nodiscard]] std::uint32_t hash(std::uint32_t i) const { return i < words_.size() ? words_[i] : 7U; }
  // Of the word without its ending; one for all forms of a verb that says.
  [[nodiscard]] std::uint32_t stem(std::uint32_t i) const { return i < stems_.size() ? stems_[i] : 7U; }
  [[nodiscard]] bool is_finite(std::uint32_t i) const;
  // How deep in quotation marks, 0 to 3; the marks themselves outside.
  [[nodiscard]] std::uint32_t depth(std::uint32_t i) const { return i < depths_.size() ? depths_[i] : 0U; }
  [[nodiscard]] std::uint32_t segment_of(std::uint32_t i) const { return segment_of_[i]; }
  [[nodiscard]] const Segment& segment(std::uint32_t s) const { return segments_[s]; }
  // The noun phrase without what hangs on it: "the former chief engineer" of "... of the port".
  static constexpr std::uint32_t kNoChunk = UINT32_MAX;
  [[nodiscard]] std::uint32_t chunk_of(std::uint32_t i) const {
    return i < chunk_of_.size() ? chunk_of_[i] : kNoChunk;
  }
  [[nodiscard]] Range chunk(std::uint32_t c) const { return chunks_[c]; }
  // Indices into drafts(): the one whose cue holds the word, whose content or source does.
  [[nodiscard]] std::uint32_t cue_draft(std::uint32_t i) const { return cue_of_[i]; }
  [[nodiscard]] std::uint32_t content_draft(std::uint32_t i) const { return content_of_[i]; }
  [[nodiscard]] std::uint32_t source_draft(std::uint32_t i) const { return source_of_[i]; }

 private:
  void read_stems();
  void read_segments();
  void read_chunks();
  void read_drafts();

  const SpeechText& text_;
  const std::vector<Draft>& drafts_;
  std::vector<syntax::Tag> tags_;
  std::vector<std::uint32_t> words_, stems_;
  std::vector<std::uint8_t> depths_;
  std::vector<Segment> segments_;
  std::vector<std::uint32_t> segment_of_;
  std::vector<Range> chunks_;
  std::vector<std::uint32_t> chunk_of_;
  std::vector<std::uint32_t> cue_of_, content_of_, source_of_;
};

}  // namespace muster::extract
