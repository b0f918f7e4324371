#include "extract/date_resolve.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

namespace muster::extract {
namespace {

using Form = RawDate::Form;
using std::chrono::days;

// The sign of a vague amount ("several years ago", NaN) counts too.
std::string reference(double amount) {
  return std::signbit(amount) ? "PAST_REF" : "FUTURE_REF";
}

// The span of a decade or a century as TIMEX3 writes it: 199, 19.
std::string shortened(int number) {
  return fmt::format("{}", number);
}

// Days. In a report of the past a date that comes round again this soon is more often ahead than a year back.
constexpr int kSoon = 62;

int season_month(std::string_view season) {
  return season == "SP" ? 4 : season == "SU" ? 7 : season == "FA" ? 10 : 12;
}

}  // namespace

DateResolver::DateResolver(std::optional<PartialDate> published)
    : published_(published.value_or(PartialDate{})) {}

model::DateExpression DateResolver::resolve(const RawDate& raw, model::Span span) {
  Value value = value_of(raw);
  model::DateExpression out;
  out.span = span;
  out.type = raw.type;
  out.value = value.text + (raw.form == Form::kClock ? "" : raw.clock);
  if (value.anchored) out.anchor = to_timex(published_);
  if (!value.anchor.empty()) out.anchor = value.anchor;
  if (value.date.year > 0) {
    last_ = value.date;
    last_quarter_ = value.quarter;
    if (value.date.day > 0) last_day_ = value.date;
  }
  return out;
}

DateResolver::Value DateResolver::value_of(const RawDate& raw) const {
  switch (raw.form) {
    case Form::kCalendar:
      return calendar(raw);
    case Form::kWeekday:
      return weekday(raw);
    case Form::kDeictic:
      return deictic(raw);
    case Form::kUnit:
      return unit(raw);
    case Form::kOffset:
      return offset(raw);
    case Form::kQuarter:
    case Form::kHalf:
      return quarter(raw);
    case Form::kSeason:
      return season(raw);
    case Form::kHoliday:
      return holiday(raw);
    case Form::kDecade:
    case Form::kCentury:
      return {shortened(raw.number), false, {}, {}, 0};
    case Form::kClock:
      break;
    case Form::kFixed:
      return {raw.fixed, false, {}, {}, 0};
  }
  // A time alone belongs to the day named last, or to the day of writing.
  if (last_day_.day > 0) return {to_timex(last_day_) + raw.clock, false, to_timex(last_day_), last_day_, 0};
  if (knows_day()) return {to_timex(published_) + raw.clock, true, {}, {}, 0};
  return {"XXXX-XX-XX" + raw.clock, false, {}, {}, 0};
}

// The year for a month (and day) without one: last past in a report of the past, next in a forecast, nearest
// else.
PartialDate DateResolver::nearest_year(const RawDate& raw) const {
  PartialDate date = raw.date;
  date.year = published_.year;
  const int ahead =
      (date.month - published_.month) * 31 + (date.day > 0 && knows_day() ? date.day - published_.day : 0);
  if (raw.direction && std::abs(*raw.direction) == 10) {
    date.year += *raw.direction / 10;
  } else if (raw.direction == -1) {
    date.year -= ahead >= 0;
  } else if (raw.direction == 1) {
    date.year += ahead <= 0;
  } else if (raw.direction == 0) {
    return date;
  } else if (raw.tense == Tense::kPast) {
    date.year -= ahead > kSoon;
  } else if (raw.tense == Tense::kFuture) {
    date.year += ahead < 0;
  } else {
    date.year += ahead > 186 ? -1 : ahead < -186 ? 1 : 0;
  }
  return date;
}

DateResolver::Value DateResolver::calendar(const RawDate& raw) const {
  if (raw.two_readings) return {fmt::format("{}-XX-XX", raw.date.year), false, {}, {raw.date.year, 0, 0}, 0};
  if (raw.date.year > 0) return {to_timex(raw.date), false, {}, raw.date, 0};
  if (!knows_month()) return {to_timex(raw.date), false, {}, {}, 0};
  const PartialDate date = nearest_year(raw);
  if (!is_possible(date)) return {to_timex(raw.date), false, {}, {}, 0};
  return {to_timex(date), true, {}, date, 0};
}

DateResolver::Value DateResolver::weekday(const RawDate& raw) const {
  if (!knows_day()) return {fmt::format("XXXX-WXX-{}", raw.number), false, {}, {}, 0};
  const Day today = to_day(published_);
  const int back = (weekday_of(today) - raw.number + 7) % 7;
  int shift = -back;
  const bool next = raw.direction == 1;
  const bool coming = raw.direction == 0 || (!raw.direction && raw.tense == Tense::kFuture);
  if (raw.direction == -1 && back == 0) shift = -7;
  if (next) shift = 7 - back;
  if (coming && back != 0) shift = 7 - back;
  const PartialDate date = to_date(today + days(shift));
  return {to_timex(date), true, {}, date, 0};
}

DateResolver::Value DateResolver::deictic(const RawDate& raw) const {
  if (!knows_day()) return {"XXXX-XX-XX", false, {}, {}, 0};
  const PartialDate date = to_date(to_day(published_) + days(raw.number));
  return {to_timex(date), true, {}, date, 0};
}

DateResolver::Value DateResolver::unit(const RawDate& raw) const {
  const int direction = raw.direction.value_or(0);
  const std::string& unit = raw.unit;
  if (unit == "WE") {
    if (!knows_day()) return {"XXXX-WXX-WE", false, {}, {}, 0};
    const Day today = to_day(published_);
    const int week = raw.direction.value_or(raw.tense == Tense::kFuture || weekday_of(today) >= 6 ? 0 : -1);
    return {iso_week(today + days(7 * week)) + "-WE", true, {}, {}, 0};
  }
  if (unit == "DE" && knows_year()) return {shortened(published_.year / 10 + direction), true, {}, {}, 0};
  if (unit == "CE" && knows_year()) return {shortened(published_.year / 100 + direction), true, {}, {}, 0};
  return moved(published_, direction, unit);
}

// `from` moved by so many units, told as exactly as the unit is.
DateResolver::Value DateResolver::moved(const PartialDate& from, double amount,
                                        const std::string& unit) const {
  const int whole = static_cast<int>(std::lround(amount));
  if (unit == "Y") {
    if (from.year == 0) return {"XXXX", false, {}, {}, 0};
    const PartialDate date{from.year + whole, 0, 0};
    return {to_timex(date), true, {}, date, 0};
  }
  if (unit == "M") {
    if (from.month == 0) return {"XXXX-XX", false, {}, {}, 0};
    const PartialDate date = add_months({from.year, from.month, 1}, whole);
    return {to_timex({date.year, date.month, 0}), true, {}, {date.year, date.month, 0}, 0};
  }
  if (unit == "W") {
    if (from.day == 0) return {"XXXX-WXX", false, {}, {}, 0};
    const Day day = to_day(from) + days(7 * whole);
    return {iso_week(day), true, {}, {}, 0};
  }
  if (from.day == 0) return {"XXXX-XX-XX", false, {}, {}, 0};
  const PartialDate date = to_date(to_day(from) + days(whole));
  return {to_timex(date), true, {}, date, 0};
}

DateResolver::Value DateResolver::offset(const RawDate& raw) const {
  if (std::isnan(raw.amount) || std::abs(raw.amount) > 5000) return {reference(raw.amount), false, {}, {}, 0};
  const bool small = raw.unit.starts_with('T') || raw.unit == "CE" || raw.unit == "WE";
  if (small) return {reference(raw.amount), false, {}, {}, 0};
  const bool quarter_before = raw.unit == "Y" && last_quarter_ > 0 && last_.year > 0;
  if (quarter_before) {
    Value value;
    value.date = {last_.year + static_cast<int>(raw.amount), 0, 0};
    value.quarter = last_quarter_;
    value.text = fmt::format("{}-Q{}", value.date.year, last_quarter_);
    value.anchor = fmt::format("{}-Q{}", last_.year, last_quarter_);
    value.date.year -=
        static_cast<int>(raw.amount);  // the comparison does not move the talk away from its quarter
    return value;
  }
  if (raw.unit == "DE")
    return knows_year()
               ? Value{shortened(published_.year / 10 + static_cast<int>(raw.amount)), true, {}, {}, 0}
               : Value{reference(raw.amount), false, {}, {}, 0};
  const std::string unit = raw.unit == "Q" ? "M" : raw.unit;
  const double amount = raw.unit == "Q" ? raw.amount * 3 : raw.amount;
  const bool fine = unit == "D" || unit == "W";
  const PartialDate& context = fine ? last_day_ : last_;
  if (!raw.from_context || context.year == 0) return moved(published_, amount, unit);
  Value value = moved(context, amount, unit);
  value.anchored = false;
  value.anchor = to_timex(context);
  return value;
}

DateResolver::Value DateResolver::quarter(const RawDate& raw) const {
  const char mark = raw.form == Form::kHalf ? 'H' : 'Q';
  const int parts = raw.form == Form::kHalf ? 2 : 4;
  const int now = knows_month() ? (published_.month - 1) * parts / 12 + 1 : 0;
  Value value;
  int year = raw.date.year;
  int number = raw.number;
  if (number == 0 && !raw.direction && last_quarter_ > 0) {  // "the quarter": the one spoken of
    number = last_quarter_;
    year = last_.year;
    value.anchor = fmt::format("{}-{}{}", year, mark, number);
  } else if (number == 0) {
    if (now == 0) return {fmt::format("XXXX-{}X", mark), false, {}, {}, 0};
    const int index = published_.year * parts + now - 1 + raw.direction.value_or(-1);
    year = index / parts;
    number = index % parts + 1;
    value.anchored = true;
  } else if (year == 0) {
    if (now == 0) return {fmt::format("XXXX-{}{}", mark, number), false, {}, {}, 0};
    const int shift = raw.direction                                                     ? *raw.direction / 10
                      : number > now && raw.tense != Tense::kFuture && number - now > 1 ? -1
                                                                                        : 0;
    year = published_.year + shift;
    value.anchored = true;
  }
  value.text = fmt::format("{}-{}{}", year, mark, number);
  value.date.year = year;
  value.quarter = mark == 'Q' ? number : 0;
  return value;
}

DateResolver::Value DateResolver::season(const RawDate& raw) const {
  if (raw.date.year > 0)
    return {fmt::format("{}-{}", raw.date.year, raw.fixed), false, {}, {raw.date.year, 0, 0}, 0};
  if (!knows_month()) return {"XXXX-" + raw.fixed, false, {}, {}, 0};
  RawDate month = raw;
  month.date.month = season_month(raw.fixed);
  if (raw.direction == 0 && raw.tense == Tense::kPast) month.direction.reset();
  const int year = nearest_year(month).year;
  return {fmt::format("{}-{}", year, raw.fixed), true, {}, {}, 0};
}

DateResolver::Value DateResolver::holiday(const RawDate& raw) const {
  RawDate day = raw;
  if (raw.fixed == "T") day.date = {raw.date.year, 11, 25};
  if (day.date.year == 0 && !knows_month()) {
    return {raw.fixed == "T" ? "XXXX-11-XX" : to_timex(day.date), false, {}, {}, 0};
  }
  PartialDate date = day.date.year > 0 ? day.date : nearest_year(day);
  if (raw.fixed == "T") date = thanksgiving(date.year);
  return {to_timex(date), raw.date.year == 0, {}, date, 0};
}

}  // namespace muster::extract
