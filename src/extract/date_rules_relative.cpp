// "last", "this", "next"; quarters, halves, seasons; today and its neighbours.
#include <fmt/format.h>

#include <cmath>

#include "extract/date_scanner.hpp"

namespace muster::extract {

DateScanner::Match DateScanner::directed(std::size_t i) const {
  const auto* entry = as(i, kDirection);
  const int direction = entry ? static_cast<int>(entry->number) : 0;
  const std::size_t next = i + 1;
  if (!in_reach(next)) return {};
  if (!entry && !as(next, kUnit)) return {};
  Match raw;
  if (as(next, kDirection) && !as(next + 1, kDirection)) {  // "this past spring", "this coming Sunday"
    raw = directed(next);
    if (raw) raw->first = i;
    return raw;
  }
  if (as(next, kDirection)) return {};
  if (as(next, kUnit)) raw = directed_unit(i, next, direction);
  if (as(next, kWeekday)) keep_longer(raw, directed_as(weekday(next), i, direction));
  if (as(next, kMonth)) keep_longer(raw, directed_as(directed_month(next), i, direction));
  if (as(next, kSeason)) keep_longer(raw, season(i, next, direction));
  if (as(next, kPart) && a_.tokens[next].script == text::Script::kLatin)
    keep_longer(raw, directed_part(i, next, direction));
  if (as(next, kOrdinal) || as(next, kLasting) || is_number(next) || parse_number_word(word(next)))
    keep_longer(raw, directed_count(i, next, direction));
  if (!raw && was(i, "past") && i > 0 && was(i - 1, "the") && !in_reach(next))
    return fixed(i, i, "PAST_REF", DateType::kDate);
  return raw;
}

DateScanner::Match DateScanner::directed_month(std::size_t i) const {
  if (a_.tokens[i].script == text::Script::kLatin && !a_.tokens[i].capital) return {};
  return month_first(i);
}

DateScanner::Match DateScanner::directed_as(Match raw, std::size_t first, int direction) {
  if (!raw) return raw;
  raw->first = first;
  if (!raw->direction) raw->direction = direction;
  return raw;
}

DateScanner::Match DateScanner::directed_unit(std::size_t first, std::size_t at, int direction) const {
  const std::string_view unit = as(at, kUnit)->value;
  const std::string_view w = word(at);
  if (unit.starts_with('T')) return {};
  const bool plural = w.ends_with('s') && a_.tokens[at].script == text::Script::kLatin && !w.ends_with("'s");
  if (plural)
    return fixed(first, at,
                 direction < 0   ? "PAST_REF"
                 : direction > 0 ? "FUTURE_REF"
                                 : "PRESENT_REF",
                 DateType::kDate);
  if (unit == "D") {
    if (is(first, "this") || is(first, "past")) return {};
    RawDate raw = make(first, at, Form::kOffset);
    raw.amount = direction;
    raw.unit = "D";
    raw.from_context = true;
    return raw;
  }
  RawDate raw = make(first, at, unit == "Q" ? Form::kQuarter : Form::kUnit);
  raw.unit = unit;
  raw.direction = direction;
  if (word(first) == "latest") {
    if (unit != "Q") return {};
    raw.direction.reset();
  }
  if (unit == "Y" && is(at + 1, "'s")) ++raw.last;
  return possessed_quarter(raw);
}

// "this year's third quarter".
DateScanner::Match DateScanner::possessed_quarter(RawDate raw) const {
  if (raw.unit != "Y" || !word(raw.last).ends_with("'s")) return raw;
  const auto* which = as(raw.last + 1, kOrdinal);
  const auto* unit = as(raw.last + 2, kUnit);
  if (!which || !unit || unit->value != "Q" || which->number > 4) return raw;
  raw.form = Form::kQuarter;
  raw.number = static_cast<int>(which->number);
  raw.direction = raw.direction.value_or(0) * 10;  // by years
  raw.last += 2;
  return raw;
}

DateScanner::Match DateScanner::directed_part(std::size_t first, std::size_t at, int direction) const {
  const std::string_view value = as(at, kPart)->value;
  if (value == "24" || value == "MI" || direction > 0) return {};
  RawDate raw = make(first, at, Form::kDeictic, DateType::kTime);
  raw.number = direction < 0 && value == "NI" ? -1 : direction;
  raw.clock = fmt::format("T{}", value);
  return raw;
}

// "the past two years", "the next few days", "last 24 hours".
DateScanner::Match DateScanner::directed_count(std::size_t first, std::size_t at, int direction) const {
  Match counted = counted_unit(at);
  if (!counted && as(at, kLasting)) counted = vague_unit(at);
  if (!counted || counted->type != DateType::kDuration || counted->form != Form::kFixed) return {};
  (void)direction;
  counted->first = first;
  return counted;
}

DateScanner::Match DateScanner::vague_unit(std::size_t at) const {
  std::size_t next = at + 1;
  if (is(next, "of")) ++next;
  const auto* unit = as(next, kUnit);
  if (!unit || !in_reach(next)) return {};
  return fixed(at, next, duration(std::nan(""), unit->value), DateType::kDuration);
}

DateScanner::Match DateScanner::ordinal(std::size_t i) const {
  const int number = static_cast<int>(as(i, kOrdinal)->number);
  std::size_t at = i + 1;
  if (is(at, "fiscal")) ++at;
  if (is(at, "-") && glued(at)) ++at;
  if (!in_reach(at)) return {};
  if (is(at, "century")) {
    RawDate raw = make(i, at, Form::kCentury);
    raw.number = number - 1;
    return raw;
  }
  if (as(at, kHalf) && number <= 2) return with_quarter_year(ranked(i, at, Form::kHalf, number));
  const auto* unit = as(at, kUnit);
  if (unit && unit->value == "Q" && number <= 4)
    return with_quarter_year(ranked(i, at, Form::kQuarter, number));
  if (Match day = day_month_in_words(i)) return day;
  if (number == 1) {  // "the first nine months"
    Match counted = counted_unit(at);
    if (counted && counted->form == Form::kFixed && counted->type == DateType::kDuration) {
      counted->first = i;
      return counted;
    }
  }
  return {};
}

DateScanner::Match DateScanner::day_month_in_words(std::size_t i) const {
  if (!is(i + 1, "of")) return {};
  return day_month(i);
}

RawDate DateScanner::ranked(std::size_t first, std::size_t last, Form form, int number) {
  RawDate raw = make(first, last, form);
  raw.number = number;
  return raw;
}

DateScanner::Match DateScanner::with_quarter_year(RawDate raw) const {
  std::size_t at = raw.last + 1;
  if (is(at, "of") || is(at, ",")) ++at;
  if (is(at, "fiscal")) ++at;
  if (is_number(at) && is_year(a_.raw(at))) {
    raw.date.year = to_int(a_.raw(at));
    raw.last = at;
    return with_year_word(raw);
  }
  if (const auto* which = as(at, kDirection);
      which && in_reach(at + 1) && as(at + 1, kUnit) && as(at + 1, kUnit)->value == "Y") {
    raw.direction = static_cast<int>(which->number) * 10;
    raw.last = at + 1;
  }
  return raw;
}

DateScanner::Match DateScanner::fiscal(std::size_t i) const {
  if (is_number(i + 1) && is_year(a_.raw(i + 1))) {
    RawDate raw = make(i, i + 1, Form::kCalendar);
    raw.date.year = to_int(a_.raw(i + 1));
    return raw;
  }
  if (!in_reach(i + 1) || !as(i + 1, kOrdinal)) return {};
  Match raw = ordinal(i + 1);
  if (raw) raw->first = i;
  return raw;
}

DateScanner::Match DateScanner::season(std::size_t first, std::size_t at,
                                       std::optional<int> direction) const {
  RawDate raw = make(first, at, Form::kSeason);
  raw.fixed = as(at, kSeason)->value;
  raw.direction = direction;
  raw = with_year(raw);
  if (first > 0 && !direction && is_number(first - 1) && is_year(a_.raw(first - 1))) {
    raw.date.year = to_int(a_.raw(first - 1));
    raw.first = first - 1;
  }
  if (direction || raw.date.year > 0) return raw;
  const bool the = first > 0 && was(first - 1, "the") && first > 1 && as(first - 2, kInTime);
  const bool led =
      first > 0 && as(first - 1, kInTime) && word(first - 1) != "to" && word(first - 1) != "from";
  const std::string_view w = word(at);
  const bool adverb = w == "весной" || w == "летом" || w == "осенью" || w == "зимой" || w == "навесні" ||
                      w == "влітку" || w == "восени" || w == "взимку";
  return the || led || adverb ? Match(raw) : Match();
}

DateScanner::Match DateScanner::deictic(std::size_t i) const {
  RawDate raw = make(i, i, Form::kDeictic);
  if (as(i, kNight)) {
    raw.type = DateType::kTime;
    raw.clock = "TNI";
    return raw;
  }
  raw.number = static_cast<int>(as(i, kDeictic)->number);
  return with_clock(raw);
}

DateScanner::Match DateScanner::whole_year(std::size_t i) const {  // "торік"
  RawDate raw = make(i, i, Form::kUnit);
  raw.unit = "Y";
  raw.direction = static_cast<int>(as(i, kWholeYear)->number);
  return raw;
}

}  // namespace muster::extract
