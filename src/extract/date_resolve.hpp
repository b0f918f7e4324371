// Second half of finding dates: what the words mean on the day the text was published.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/date_scan.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

class DateResolver {
 public:
  // `published`: none when not known; a month or a year alone anchors only what it can.
  explicit DateResolver(std::optional<PartialDate> published);

  // To be called in text order: "two days later" counts from the date named before it.
  [[nodiscard]] model::DateExpression resolve(const RawDate& raw, model::Span span);

 private:
  struct Value {
    std::string text;
    bool anchored = false;  // the publication date was used
    std::string anchor;     // another date was used
    PartialDate date;       // when the value is a calendar date
    int quarter = 0;
  };

  [[nodiscard]] Value value_of(const RawDate& raw) const;
  [[nodiscard]] Value calendar(const RawDate& raw) const;
  [[nodiscard]] Value weekday(const RawDate& raw) const;
  [[nodiscard]] Value deictic(const RawDate& raw) const;
  [[nodiscard]] Value unit(const RawDate& raw) const;
  [[nodiscard]] Value offset(const RawDate& raw) const;
  [[nodiscard]] Value quarter(const RawDate& raw) const;
  [[nodiscard]] Value season(const RawDate& raw) const;
  [[nodiscard]] Value holiday(const RawDate& raw) const;
  [[nodiscard]] Value moved(const PartialDate& from, double amount, const std::string& unit) const;
  [[nodiscard]] PartialDate nearest_year(const RawDate& raw) const;
  [[nodiscard]] bool knows_day() const { return published_.day > 0; }
  [[nodiscard]] bool knows_month() const { return published_.month > 0; }
  [[nodiscard]] bool knows_year() const { return published_.year > 0; }

  PartialDate published_;
  PartialDate last_;      // the date named last, as far as it goes
  PartialDate last_day_;  // the whole date named last
  int last_quarter_ = 0;  // the quarter named last, with last_.year; 0: the last date was none
};

}  // namespace muster::extract
