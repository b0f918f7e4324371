// The rules that read dates, one method each; date_scan.hpp is the door. A rule gets the token that it begins
// at and gives what it read, or nothing; it never looks further than its own words need. Files: date_scan.cpp
// (which rules are tried where), date_rules_calendar.cpp (digits, months, years, holidays),
// date_rules_clock.cpp (times of day, weekdays), date_rules_relative.cpp ("last", quarters, seasons),
// date_rules_length.cpp (durations, sets, references).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/date_numeric.hpp"
#include "extract/date_scan.hpp"
#include "extract/date_words.hpp"

namespace muster::extract {

class DateScanner {
 public:
  explicit DateScanner(const Analysis& analysis)
      : a_(analysis), entries_(date_words().find_all(analysis.words)), numbers_(analysis) {}

  [[nodiscard]] std::vector<RawDate> scan();

 private:
  using Match = std::optional<RawDate>;
  using Form = RawDate::Form;
  using DateType = model::DateType;
  using Kind = DateWord;

  const WordTable::Entry* as(std::size_t i, Kind kind) const {
    return i < entries_.size() && entries_[i] >= 0 ? date_words().of_kind(entries_[i], kind) : nullptr;
  }
  bool in_reach(std::size_t i) const { return i < a_.tokens.size() && !a_.tokens[i].paragraph_before; }
  std::string_view word(std::size_t i) const {
    return i < a_.words.size() ? a_.words[i] : std::string_view();
  }
  bool is(std::size_t i, std::string_view text) const { return in_reach(i) && a_.words[i] == text; }
  // The same without asking whether the token is in reach of the one before it: for looking back.
  bool was(std::size_t i, std::string_view text) const { return i < a_.words.size() && a_.words[i] == text; }
  bool glued(std::size_t i) const { return in_reach(i) && !a_.tokens[i].space_before; }
  bool is_number(std::size_t i) const { return in_reach(i) && a_.tokens[i].kind == text::TokenKind::kNumber; }
  bool is_dash(std::size_t i) const { return was(i, "-") || was(i, "–") || was(i, "—"); }
  std::size_t after_stop(std::size_t last) const {
    return is(last + 1, ".") && glued(last + 1) ? last + 1 : last;
  }
  static RawDate make(std::size_t first, std::size_t last, Form form, DateType type = DateType::kDate) {
    RawDate raw;
    raw.first = first;
    raw.last = last;
    raw.form = form;
    raw.type = type;
    return raw;
  }
  static RawDate fixed(std::size_t first, std::size_t last, std::string value, DateType type) {
    RawDate raw = make(first, last, Form::kFixed, type);
    raw.fixed = std::move(value);
    return raw;
  }
  static void keep_longer(Match& best, Match other) {
    if (other && (!best || other->last > best->last)) best = std::move(other);
  }
  [[nodiscard]] Match longest(std::size_t i) const;
  [[nodiscard]] Match from_time_word(std::size_t i) const;
  bool is_unit_after(std::size_t i) const { return in_reach(i + 1) && as(i + 1, kUnit); }
  bool starts_sentence(std::size_t i) const { return i == 0 || was(i - 1, ".") || a_.tokens[i].line_before; }
  // date_scan.cpp
  [[nodiscard]] DateOrder document_order() const;
  void extend_back(RawDate& raw, std::size_t floor) const;
  [[nodiscard]] bool crosses_paragraph(std::size_t from, std::size_t to) const;
  [[nodiscard]] Tense tense_at(const RawDate& raw) const;
  [[nodiscard]] Tense tense_of(std::size_t i) const;
  // date_rules_calendar.cpp
  [[nodiscard]] Match from_digits(std::size_t i) const;
  [[nodiscard]] static bool is_year(std::string_view digits);
  [[nodiscard]] Match iso(std::size_t i) const;
  [[nodiscard]] Match separated(std::size_t i) const;
  [[nodiscard]] RawDate with_year_word(RawDate raw) const;
  [[nodiscard]] int day_at(std::size_t i) const;
  [[nodiscard]] bool is_suffix(std::size_t i) const;
  [[nodiscard]] Match day_month(std::size_t i) const;
  [[nodiscard]] RawDate with_year(RawDate raw) const;
  [[nodiscard]] Match month_first(std::size_t i) const;
  [[nodiscard]] bool introduced(std::size_t i) const;
  [[nodiscard]] Match year(std::size_t i) const;
  [[nodiscard]] bool year_is_plain(std::size_t i) const;
  [[nodiscard]] bool plural_after(std::size_t i) const;
  [[nodiscard]] bool unit_or_plural(std::size_t i) const;
  [[nodiscard]] Match spoken_year(std::size_t i) const;
  [[nodiscard]] Match decade_of(std::size_t first, std::size_t last, int number) const;
  [[nodiscard]] Match decade_digits(std::size_t i) const;
  [[nodiscard]] Match decade_with_apostrophe(std::size_t i) const;
  [[nodiscard]] Match decade_word(std::size_t i) const;
  [[nodiscard]] Match century(std::size_t i) const;
  [[nodiscard]] Match holiday(std::size_t i) const;
  // date_rules_clock.cpp
  [[nodiscard]] std::size_t half_of_day(std::size_t i, bool& afternoon) const;
  [[nodiscard]] Match clock(std::size_t i) const;
  [[nodiscard]] RawDate with_zone(RawDate raw) const;
  [[nodiscard]] Match with_day(RawDate raw) const;
  [[nodiscard]] RawDate with_clock(RawDate raw) const;
  [[nodiscard]] Match clock_alone(std::size_t i) const;
  [[nodiscard]] Match part_of_day(std::size_t i) const;
  [[nodiscard]] Match weekday(std::size_t i) const;
  [[nodiscard]] Match weekday_with_date(const RawDate& raw) const;
  // date_rules_relative.cpp
  [[nodiscard]] Match directed(std::size_t i) const;
  [[nodiscard]] Match directed_month(std::size_t i) const;
  [[nodiscard]] static Match directed_as(Match raw, std::size_t first, int direction);
  [[nodiscard]] Match directed_unit(std::size_t first, std::size_t at, int direction) const;
  [[nodiscard]] Match possessed_quarter(RawDate raw) const;
  [[nodiscard]] Match directed_part(std::size_t first, std::size_t at, int direction) const;
  [[nodiscard]] Match directed_count(std::size_t first, std::size_t at, int direction) const;
  [[nodiscard]] Match vague_unit(std::size_t at) const;
  [[nodiscard]] Match ordinal(std::size_t i) const;
  [[nodiscard]] Match day_month_in_words(std::size_t i) const;
  [[nodiscard]] static RawDate ranked(std::size_t first, std::size_t last, Form form, int number);
  [[nodiscard]] Match with_quarter_year(RawDate raw) const;
  [[nodiscard]] Match fiscal(std::size_t i) const;
  [[nodiscard]] Match season(std::size_t first, std::size_t at, std::optional<int> direction) const;
  [[nodiscard]] Match deictic(std::size_t i) const;
  [[nodiscard]] Match whole_year(std::size_t i) const;
  // date_rules_length.cpp
  [[nodiscard]] Match repeated(std::size_t i) const;
  [[nodiscard]] Match counted_unit(std::size_t i) const;
  [[nodiscard]] const WordTable::Entry* unit_before_hyphen(std::size_t at) const;
  [[nodiscard]] RawDate offset(std::size_t first, std::size_t last, double amount, std::string unit,
                               bool from_context) const;
  [[nodiscard]] Match offset_or_duration(std::size_t first, std::size_t at, double amount,
                                         std::string unit) const;
  [[nodiscard]] Match article_unit(std::size_t i) const;
  [[nodiscard]] bool is_rate(std::size_t i) const;
  [[nodiscard]] Match definite_unit(std::size_t i, const WordTable::Entry& unit) const;
  [[nodiscard]] Match bare_unit(std::size_t i) const;
  [[nodiscard]] Match unit_end(std::size_t i) const;
  [[nodiscard]] Match half_unit(std::size_t i) const;
  [[nodiscard]] Match hyphenated(std::size_t i) const;
  [[nodiscard]] Match unit_hyphen(std::size_t i, const WordTable::Entry& unit, std::string_view right) const;
  [[nodiscard]] Match edge_hyphen(std::size_t i, std::string_view right) const;
  [[nodiscard]] Match reference(std::size_t i) const;

  static constexpr int kLatestShortYear = 2029;
  const Analysis& a_;
  std::vector<std::int32_t> entries_;
  NumberReader numbers_;
  DateOrder order_ = DateOrder::kUnknown;
};

}  // namespace muster::extract
