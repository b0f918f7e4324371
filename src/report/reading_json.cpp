#include "report/reading_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace muster::report {
namespace {

using Json = nlohmann::ordered_json;
using model::Span;

class Writer {
 public:
  Writer(const model::Document& document, const model::Extraction& extraction)
      : document_(document), extraction_(extraction), codepoints_(document.text) {}

  [[nodiscard]] Json write() const {
    Json out;
    out["document"] = head();
    out["text"] = document_.text;
    out["mentions"] = list(extraction_.mentions, [this](const auto& m) { return mention(m); });
    out["dates"] = list(extraction_.dates, [this](const auto& d) { return date(d); });
    out["quantities"] = list(extraction_.quantities, [this](const auto& q) { return quantity(q); });
    out["places"] = list(extraction_.places, [this](const auto& p) { return place(p); });
    out["claims"] = list(extraction_.claims, [this](const auto& c) { return claim(c); });
    out["attributions"] = list(extraction_.claims, [this](const auto& c) { return attribution(c); });
    out["statements"] = list(extraction_.statements, [this](const auto& s) { return statement(s); });
    return out;
  }

 private:
  template <class Items, class Write>
  static Json list(const Items& items, Write write) {
    Json array = Json::array();
    for (const auto& item : items) array.push_back(write(item));
    return array;
  }

  [[nodiscard]] Json at(Span span) const {
    return {{"start", codepoints_.codepoint_at(span.begin)}, {"end", codepoints_.codepoint_at(span.end)}};
  }
  [[nodiscard]] Json quoted(Span span) const {
    Json out = at(span);
    out["text"] = text_at(document_, span);
    return out;
  }
  [[nodiscard]] Json spans(const std::vector<Span>& all) const {
    return list(all, [this](Span span) { return at(span); });
  }
  static Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

  [[nodiscard]] Json head() const {
    const auto problem = [](const model::Problem& p) { return Json{{"what", p.what}, {"where", p.where}, {"remedy", p.remedy}}; };
    Json problems = list(document_.problems, problem);
    for (const auto& p : extraction_.problems) problems.push_back(problem(p));
    return {{"name", document_.name},           {"sha256", document_.sha256},       {"media_type", document_.media_type},
            {"title", document_.title},         {"publisher", document_.publisher}, {"published", document_.published},
            {"language", document_.language}, {"problems", problems}};
  }
  [[nodiscard]] Json mention(const model::Mention& m) const {
    Json out = quoted(m.span);
    out["type"] = to_string(m.type);
    out["name"] = m.name;
    return out;
  }
  [[nodiscard]] Json date(const model::DateExpression& d) const {
    Json out = quoted(d.span);
    out["type"] = to_string(d.type);
    out["value"] = d.value;
    out["anchor"] = d.anchor;
    return out;
  }
  [[nodiscard]] Json quantity(const model::Quantity& q) const {
    Json out = quoted(q.span);
    out["value"] = number(q.value);
    out["low"] = number(q.low);
    out["high"] = number(q.high);
    out["relation"] = to_string(q.relation);
    out["unit"] = q.unit;
    out["currency"] = q.currency;
    out["counted"] = q.counted;
    return out;
  }
  static Json candidate(const model::PlaceCandidate& c) {
    return {{"id", c.id},         {"name", c.name},     {"country", c.country},        {"region", c.region},
            {"lat", c.latitude}, {"lon", c.longitude}, {"probability", c.probability}};
  }
  [[nodiscard]] Json place(const model::PlaceMention& p) const {
    Json out = quoted(p.span);
    out["candidates"] = list(p.candidates, candidate);
    out["chosen"] = p.chosen < 0 ? Json(nullptr) : candidate(p.candidates.at(static_cast<std::size_t>(p.chosen)));
    out["why"] = p.why;
    return out;
  }
  [[nodiscard]] Json attribution(const model::Claim& c) const {
    return {{"source", spans(c.source)},
            {"cue", spans(c.cue)},
            {"content", spans(c.content)},
            {"stance", to_string(c.stance)},
            {"kind", to_string(c.kind)},
            {"parent", c.parent < 0 ? Json(nullptr) : Json(c.parent)},
            {"speaker", c.speaker}};
  }
  [[nodiscard]] Json claim(const model::Claim& c) const {
    Json out = attribution(c);
    std::string words;
    for (const Span span : c.content) words += (words.empty() ? "" : " … ") + std::string(text_at(document_, span));
    out["text"] = words;
    out["hedge"] = spans(c.hedge);
    out["speaker_why"] = c.speaker_why;
    out["on_word_of"] = c.on_word_of;
    out["said_on"] = c.said_on;
    return out;
  }
  [[nodiscard]] Json statement(const model::Statement& s) const {
    Json out = quoted(s.span);
    for (const auto& [key, value] : {std::pair("entity", &s.entity), std::pair("schema", &s.schema), std::pair("property", &s.property),
                                     std::pair("value", &s.value), std::pair("original", &s.original), std::pair("language", &s.language),
                                     std::pair("origin", &s.origin)}) {
      out[key] = *value;
    }
    return out;
  }

  const model::Document& document_;
  const model::Extraction& extraction_;
  text::CodepointIndex codepoints_;
};

}  // namespace

std::string reading_json(const model::Document& document, const model::Extraction& extraction) {
  return Writer(document, extraction).write().dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace muster::report
