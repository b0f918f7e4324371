#include "report/reading_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <ranges>
#include <string_view>

#include "text/utf8.hpp"

namespace muster::report {
namespace {

using model::Span;

// Writes straight to text: a tree of values for a long document would cost more than all of extraction.
class Writer {
 public:
  Writer(const model::Document& document, const model::Extraction& extraction)
      : document_(document), extraction_(extraction), codepoints_(document.text) {}

  std::string write() {
    json_.StartObject();
    head();
    field("text", document_.text);
    list("mentions", extraction_.mentions, [this](const auto& m) { mention(m); });
    list("dates", extraction_.dates, [this](const auto& d) { date(d); });
    list("quantities", extraction_.quantities, [this](const auto& q) { quantity(q); });
    list("places", extraction_.places, [this](const auto& p) { place(p); });
    list("claims", extraction_.claims, [this](const auto& c) { claim(c); });
    // The document's own, as annotated corpora mark them: those inside another's content stand in "claims".
    const auto is_own = [](const model::Claim& c) { return c.parent < 0; };
    list("attributions", extraction_.claims | std::views::filter(is_own),
         [this](const auto& c) { attribution(c); });
    list("statements", extraction_.statements, [this](const auto& s) { statement(s); });
    json_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void text(std::string_view value) {
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void field(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void field(std::string_view name, double value) {
    key(name);
    if (std::isfinite(value))
      json_.Double(value);
    else
      json_.Null();
  }
  // An array of objects, each with the members that `members` writes.
  template <class Items, class Members>
  void list(std::string_view name, Items&& items, Members members) {
    key(name);
    json_.StartArray();
    for (const auto& item : items) {
      json_.StartObject();
      members(item);
      json_.EndObject();
    }
    json_.EndArray();
  }
  void texts(std::string_view name, const std::vector<std::string>& values) {
    key(name);
    json_.StartArray();
    for (const auto& value : values) text(value);
    json_.EndArray();
  }

  void at(Span span) {
    key("start");
    json_.Uint64(codepoints_.codepoint_at(span.begin));
    key("end");
    json_.Uint64(codepoints_.codepoint_at(span.end));
  }
  void quoted(Span span) {
    at(span);
    field("text", text_at(document_, span));
  }
  void spans(std::string_view name, const std::vector<Span>& all) {
    list(name, all, [this](Span span) { at(span); });
  }

  void head() {
    key("document");
    json_.StartObject();
    field("name", document_.name);
    field("sha256", document_.sha256);
    field("media_type", document_.media_type);
    field("title", document_.title);
    field("publisher", document_.publisher);
    field("published", document_.published);
    field("language", document_.language);
    auto problems = document_.problems;
    problems.insert(problems.end(), extraction_.problems.begin(), extraction_.problems.end());
    list("problems", problems, [this](const model::Problem& p) {
      field("what", p.what);
      field("where", p.where);
      field("remedy", p.remedy);
    });
    json_.EndObject();
  }
  void mention(const model::Mention& m) {
    quoted(m.span);
    field("type", to_string(m.type));
    field("name", m.name);
  }
  void date(const model::DateExpression& d) {
    quoted(d.span);
    field("type", to_string(d.type));
    field("value", d.value);
    field("anchor", d.anchor);
  }
  void quantity(const model::Quantity& q) {
    quoted(q.span);
    field("value", q.value);
    field("low", q.low);
    field("high", q.high);
    field("relation", to_string(q.relation));
    field("unit", q.unit);
    field("currency", q.currency);
    field("counted", q.counted);
    key("same_as");
    if (q.same_as < 0)
      json_.Null();
    else
      json_.Int(q.same_as);
  }
  void candidate(const model::PlaceCandidate& c) {
    field("id", c.id);
    field("name", c.name);
    field("country", c.country);
    field("region", c.region);
    field("lat", c.latitude);
    field("lon", c.longitude);
    field("probability", c.probability);
  }
  void place(const model::PlaceMention& p) {
    quoted(p.span);
    list("candidates", p.candidates, [this](const auto& c) { candidate(c); });
    key("chosen");
    if (p.chosen < 0) {
      json_.Null();
    } else {
      json_.StartObject();
      candidate(p.candidates.at(static_cast<std::size_t>(p.chosen)));
      json_.EndObject();
    }
    field("why", p.why);
  }
  void attribution(const model::Claim& c) {
    spans("source", c.source);
    spans("cue", c.cue);
    spans("content", c.content);
    field("stance", to_string(c.stance));
    field("kind", to_string(c.kind));
    key("parent");
    if (c.parent < 0)
      json_.Null();
    else
      json_.Int(c.parent);
    field("speaker", c.speaker);
  }
  void claim(const model::Claim& c) {
    attribution(c);
    std::string words;
    for (const Span span : c.content)
      words.append(words.empty() ? "" : " … ").append(text_at(document_, span));
    field("text", words);
    spans("hedge", c.hedge);
    field("speaker_why", c.speaker_why);
    key("probability");
    json_.Double(std::round(static_cast<double>(c.probability) * 1000) / 1000);
    if (!c.cue_why.empty()) field("cue_why", c.cue_why);
    texts("on_word_of", c.on_word_of);
    field("said_on", c.said_on);
  }
  void statement(const model::Statement& s) {
    quoted(s.span);
    field("entity", s.entity);
    field("schema", s.schema);
    field("property", s.property);
    field("value", s.value);
    field("original", s.original);
    field("language", s.language);
    field("origin", s.origin);
  }

  const model::Document& document_;
  const model::Extraction& extraction_;
  text::CodepointIndex codepoints_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace

std::string reading_json(const model::Document& document, const model::Extraction& extraction) {
  return Writer(document, extraction).write();
}

}  // namespace muster::report
