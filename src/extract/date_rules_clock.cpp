// Times of day and weekdays.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "extract/date_scanner.hpp"

namespace muster::extract {

// "p.m." from token i: its last token, or 0; sets `afternoon`.
std::size_t DateScanner::half_of_day(std::size_t i, bool& afternoon) const {
  const std::string_view w = word(i);
  if (!in_reach(i) || w.empty()) return 0;
  afternoon = w[0] == 'p';
  if (w == "am" || w == "pm") return i;
  if ((w == "a" || w == "p") && is(i + 1, ".") && is(i + 2, "m") && glued(i + 1) && glued(i + 2))
    return after_stop(i + 2);
  return 0;
}

DateScanner::Match DateScanner::clock(std::size_t i) const {
  const std::string_view digits = a_.raw(i);
  const std::size_t colon = digits.find(':');
  const int hour = to_int(digits.substr(0, colon));
  const int minute = colon == std::string_view::npos ? 0 : to_int(digits.substr(colon + 1));
  const std::size_t hour_size = std::min(colon, digits.size());
  if (!is_digits(digits.substr(0, hour_size)) || hour_size > 2 || hour > 24 || minute > 59) return {};
  if (colon != std::string_view::npos && digits.size() != colon + 3) return {};
  bool afternoon = false;
  std::size_t last = half_of_day(i + 1, afternoon);
  if (last == 0 && is(i + 1, "o'clock")) last = i + 1;
  if (last == 0 && (colon == std::string_view::npos ||
                    !(i > 0 && (as(i - 1, kInTime) || was(i - 1, "at") || was(i - 1, "о")))))
    return {};
  RawDate raw = make(i, std::max(last, i), Form::kClock, DateType::kTime);
  const bool twelve = last > 0 && !is(i + 1, "o'clock");
  const int shown = twelve && afternoon && hour < 12     ? hour + 12
                    : twelve && !afternoon && hour == 12 ? 0
                                                         : hour;
  raw.clock = fmt::format("T{:02}:{:02}", shown, minute);
  return with_day(with_zone(raw));
}

RawDate DateScanner::with_zone(RawDate raw) const {
  static constexpr std::array<std::string_view, 14> kZones = {
      "est", "edt", "cst", "cdt", "pst", "pdt", "gmt", "utc", "cet", "eet", "msk", "et", "mst", "bst"};
  const std::size_t next = raw.last + 1;
  if (in_reach(next) && std::ranges::find(kZones, word(next)) != kZones.end()) raw.last = next;
  if (is(raw.last + 1, "local") && is(raw.last + 2, "time")) raw.last += 2;
  return raw;
}

// A time followed by its day: "10 p.m. Wednesday", "noon on April 8".
DateScanner::Match DateScanner::with_day(RawDate raw) const {
  std::size_t at = raw.last + 1;
  if (is(at, ",") || is(at, "on")) ++at;
  if (!in_reach(at)) return raw;
  Match day;
  if (as(at, kWeekday)) day = weekday(at);
  if (as(at, kMonth)) keep_longer(day, month_first(at));
  if (as(at, kDeictic)) keep_longer(day, deictic(at));
  if (is_number(at)) keep_longer(day, day_month(at));
  if (!day || !day->clock.empty() || day->type != DateType::kDate) return raw;
  if (day->form == Form::kCalendar && day->date.day == 0) return raw;
  day->first = raw.first;
  day->clock = raw.clock;
  day->type = DateType::kTime;
  return day;
}

// A day followed by its time: "Monday night", "April 8 at 10 a.m.".
RawDate DateScanner::with_clock(RawDate raw) const {
  std::size_t at = raw.last + 1;
  if (!in_reach(at)) return raw;
  if (const auto* part = as(at, kPart);
      part && part->value != "24" && part->value != "MI" && word(at) != "утра") {
    raw.clock = fmt::format("T{}", part->value);
    raw.type = DateType::kTime;
    raw.last = at;
    return raw;
  }
  if (is(at, "at")) ++at;
  if (!is_number(at) || at == raw.last + 1) return raw;
  bool afternoon = false;
  const Match time = half_of_day(at + 1, afternoon) > 0 || a_.raw(at).find(':') != std::string_view::npos
                         ? clock_alone(at)
                         : Match();
  if (!time) return raw;
  raw.clock = time->clock;
  raw.last = time->last;
  raw.type = DateType::kTime;
  return raw;
}

DateScanner::Match DateScanner::clock_alone(std::size_t i) const {
  Match time = clock(i);
  return time && time->form == Form::kClock ? time : Match();
}

DateScanner::Match DateScanner::part_of_day(std::size_t i) const {
  const std::string_view value = as(i, kPart)->value;
  const bool named_hour = value == "24" || value == "MI";
  const bool slavic = a_.tokens[i].script == text::Script::kCyrillic;
  RawDate raw = make(i, i, Form::kClock, DateType::kTime);
  raw.clock = value == "24" ? "T24:00" : value == "MI" ? "T12:00" : fmt::format("T{}", value);
  if (named_hour || slavic) {
    const Match day = with_day(raw);
    if (day->last > i) return day;
    if (slavic && !(word(i).ends_with("ом") || word(i).ends_with("ью") || word(i).ends_with("ці") ||
                    word(i).ends_with("рі")))
      return {};
    return named_hour && i > 0 && !as(i - 1, kInTime) && !was(i - 1, "at") ? Match() : Match(raw);
  }
  if (word(i) == "overnight") return raw;
  return {};
}

DateScanner::Match DateScanner::weekday(std::size_t i) const {
  const text::Token& token = a_.tokens[i];
  if (token.script == text::Script::kLatin && !token.capital) return {};
  if (const auto* many = as(i, kWeekdays)) {
    return fixed(i, i, fmt::format("XXXX-WXX-{}", many->value), DateType::kSet);
  }
  const auto* entry = as(i, kWeekday);
  std::size_t name_end = i;
  if (!entry) {
    entry = as(i, kShortday);
    name_end = after_stop(i);
    if (name_end == i) return {};
  }
  if (token.script == text::Script::kCyrillic && !introduced(i) && !(i > 0 && was(i - 1, ","))) return {};
  RawDate raw = make(i, name_end, Form::kWeekday);
  raw.number = static_cast<int>(entry->number);
  if (const Match named = weekday_with_date(raw)) return named;
  return with_clock(raw);
}

// "Thursday, April 6, 2000": the date tells more than the weekday.
DateScanner::Match DateScanner::weekday_with_date(const RawDate& raw) const {
  std::size_t at = raw.last + 1;
  if (is(at, ",") || is(at, "the")) ++at;
  if (!in_reach(at)) return {};
  Match date;
  if (as(at, kMonth)) date = month_first(at);
  if (!date && is_number(at)) date = day_month(at);
  if (!date || date->date.day == 0) return {};
  date->first = raw.first;
  return date;
}

}  // namespace muster::extract
