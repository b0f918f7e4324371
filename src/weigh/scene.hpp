// Small invented cases for the tests of weighing: texts in, with the extraction that the tests name by its
// words.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "weigh/weigh.hpp"

namespace muster::weigh {

class Scene {
 public:
  // Opens a document; what follows is found in its text.
  Scene& document(std::string name, std::string text, std::string publisher = {},
                  std::string published = {}) {
    model::Document& made = documents_.emplace_back();
    made.name = std::move(name);
    made.text = std::move(text);
    made.publisher = std::move(publisher);
    made.published = std::move(published);
    made.parts = {{{0, static_cast<std::uint32_t>(made.text.size())}, model::PartKind::kParagraph}};
    extractions_.emplace_back();
    return *this;
  }

  Scene& number(std::string_view words, double value, std::string_view counted,
                model::Relation relation = model::Relation::kEqual) {
    model::Quantity quantity;
    quantity.span = find(words);
    quantity.value = value;
    quantity.relation = relation;
    const bool open = relation == model::Relation::kMore || relation == model::Relation::kAtLeast;
    quantity.low = relation == model::Relation::kLess || relation == model::Relation::kAtMost ? 0 : value;
    quantity.high = open ? model::kUnbounded : value;
    const auto space = counted.rfind(' ');
    quantity.counted = counted.substr(space == std::string_view::npos ? 0 : space + 1);
    if (!counted.empty()) quantity.counted_span = find(counted, quantity.span.begin);
    extractions_.back().quantities.push_back(quantity);
    return *this;
  }
  Scene& money(std::string_view words, double value, std::string currency, std::int32_t same_as = -1) {
    number(words, value, "");
    extractions_.back().quantities.back().currency = std::move(currency);
    extractions_.back().quantities.back().same_as = same_as;
    return *this;
  }
  Scene& date(std::string_view words, std::string value, model::DateType type = model::DateType::kDate) {
    extractions_.back().dates.push_back({find(words), type, std::move(value), ""});
    return *this;
  }
  Scene& place(std::string_view words) {
    extractions_.back().mentions.push_back({find(words), model::MentionType::kPlace, std::string(words)});
    return *this;
  }
  Scene& claim(std::string_view source, std::string_view cue, std::string_view content,
               model::Stance stance = model::Stance::kAsserted, std::string said_on = {}) {
    model::Claim made;
    made.content = {find(content)};
    if (!source.empty()) made.source = {find(source)};
    made.cue = {find(cue)};
    made.speaker = source;
    made.stance = stance;
    made.said_on = std::move(said_on);
    extractions_.back().claims.push_back(std::move(made));
    return *this;
  }
  Scene& speaker_why(std::string_view why) {
    extractions_.back().claims.back().speaker_why = why;
    return *this;
  }
  Scene& on_word_of(std::string other) {
    extractions_.back().claims.back().on_word_of.push_back(std::move(other));
    return *this;
  }

  [[nodiscard]] model::Document& last_document() { return documents_.back(); }
  [[nodiscard]] model::Extraction& last_extraction() { return extractions_.back(); }

  [[nodiscard]] std::vector<Source> sources() const {
    std::vector<Source> made;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      made.push_back({static_cast<model::DocumentId>(i + 1), &documents_[i], &extractions_[i]});
    }
    return made;
  }
  [[nodiscard]] std::vector<model::Finding> weigh(std::vector<CountedList> lists = {}) const {
    return muster::weigh::weigh(sources(), lists);
  }
  // Findings of one kind.
  [[nodiscard]] std::vector<model::Finding> weigh(model::FindingKind kind,
                                                  std::vector<CountedList> lists = {}) const {
    std::vector<model::Finding> findings = weigh(std::move(lists));
    std::erase_if(findings, [&](const model::Finding& finding) { return finding.kind != kind; });
    return findings;
  }
  // The words of an anchor.
  [[nodiscard]] std::string words(const model::Anchor& anchor) const {
    return std::string(
        model::text_at(documents_[static_cast<std::size_t>(anchor.document - 1)], anchor.span));
  }

 private:
  model::Span find(std::string_view words, std::size_t from = 0) const {
    const auto at = documents_.back().text.find(words, from);
    EXPECT_NE(at, std::string::npos) << words;
    if (at == std::string::npos) return {};
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  std::deque<model::Document> documents_;
  std::deque<model::Extraction> extractions_;
};

}  // namespace muster::weigh
