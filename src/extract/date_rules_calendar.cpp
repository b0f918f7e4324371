// Dates in digits and by month, years, decades, centuries, holidays.
#include "extract/date_scanner.hpp"

namespace muster::extract {

DateScanner::Match DateScanner::from_digits(std::size_t i) const {
  Match best;
  keep_longer(best, iso(i));
  keep_longer(best, separated(i));
  keep_longer(best, day_month(i));
  keep_longer(best, decade_digits(i));
  keep_longer(best, clock(i));
  keep_longer(best, year(i));
  keep_longer(best, counted_unit(i));
  keep_longer(best, century(i));
  return best;
}

bool DateScanner::is_year(std::string_view digits) {
  return digits.size() == 4 && is_digits(digits) && (digits[0] == '1' || digits.starts_with("20")) &&
         digits > "1000";
}

// 2025-04-08, with T10:30 behind it.
DateScanner::Match DateScanner::iso(std::size_t i) const {
  if (!is_year(a_.raw(i)) || !is(i + 1, "-") || !glued(i + 1) || !is_number(i + 2) || !glued(i + 2))
    return {};
  RawDate raw = make(i, i + 2, Form::kCalendar);
  raw.date = {to_int(a_.raw(i)), to_int(a_.raw(i + 2)), 0};
  if (a_.raw(i + 2).size() != 2 || raw.date.month > 12 || raw.date.month == 0) return {};
  if (is(i + 3, "-") && glued(i + 3) && is_number(i + 4) && glued(i + 4)) {
    raw.date.day = to_int(a_.raw(i + 4));
    raw.last = i + 4;
    if (raw.date.day == 0 || !is_possible(raw.date)) return {};
  }
  return raw;
}

DateScanner::Match DateScanner::separated(std::size_t i) const {
  const auto parsed = parse_numeric_date(a_.raw(i), order_, kLatestShortYear);
  if (!parsed || parsed->impossible) return {};
  RawDate raw = make(i, i, Form::kCalendar);
  raw.date = parsed->date;
  raw.two_readings = parsed->two_readings;
  return with_year_word(raw);
}

RawDate DateScanner::with_year_word(RawDate raw) const {
  if (!as(raw.last + 1, kYearWord) || !in_reach(raw.last + 1) || is(raw.last + 1, "year")) return raw;
  ++raw.last;
  const std::string_view mark = word(raw.last);
  if (mark == "г" || mark == "гг" || mark == "р" || mark == "рр") raw.last = after_stop(raw.last);
  return raw;
}

int DateScanner::day_at(std::size_t i) const {
  if (i >= a_.tokens.size()) return 0;
  if (a_.raw(i).size() <= 2 && is_digits(a_.raw(i))) return to_int(a_.raw(i));
  const auto* entry = as(i, kOrdinal);
  return entry ? static_cast<int>(entry->number) : 0;
}

bool DateScanner::is_suffix(std::size_t i) const {
  return glued(i) && (was(i, "th") || was(i, "st") || was(i, "nd") || was(i, "rd"));
}

// "8 April", "8th of April, 2025", "8 апреля 2025 года".
DateScanner::Match DateScanner::day_month(std::size_t i) const {
  const int day = day_at(i);
  if (day < 1 || day > 31) return {};
  std::size_t at = is_suffix(i + 1) ? i + 2 : i + 1;
  if (is(at, "of")) ++at;
  if (!in_reach(at) || !as(at, kMonth) ||
      (a_.tokens[at].script == text::Script::kLatin && !a_.tokens[at].capital))
    return {};
  RawDate raw = make(i, at, Form::kCalendar);
  raw.date = {0, static_cast<int>(as(at, kMonth)->number), day};
  if (!is_possible(raw.date)) return {};
  return with_clock(with_year(raw));
}

// The year behind a month or day: "2025", ", 2025", "of 2025", "2025 года".
RawDate DateScanner::with_year(RawDate raw) const {
  std::size_t at = raw.last + 1;
  if (is(at, ".") && glued(at)) ++at;
  if (is(at, ",") || is(at, "of")) ++at;
  if (is(at, "last") && is(at + 1, "year")) {
    raw.last = at + 1;
    raw.direction = -10;
    return raw;
  }
  if (!is_number(at) || !is_year(a_.raw(at))) return raw;
  raw.date.year = to_int(a_.raw(at));
  if (!is_possible(raw.date)) {
    raw.date.year = 0;
    return raw;
  }
  raw.last = at;
  return with_year_word(raw);
}

// "April 8", "Apr. 8, 2025", "April 2025", "April".
DateScanner::Match DateScanner::month_first(std::size_t i) const {
  const text::Token& token = a_.tokens[i];
  const bool latin = token.script == text::Script::kLatin;
  if (latin && !token.capital) return {};
  const std::size_t name_end = a_.raw(i).size() <= 8 && latin ? after_stop(i) : i;
  RawDate raw = make(i, i, Form::kCalendar);
  raw.date.month = static_cast<int>(as(i, kMonth)->number);
  const std::size_t at = is(name_end + 1, "the") ? name_end + 2 : name_end + 1;
  const int day = latin && in_reach(at) ? day_at(at) : 0;
  if (day >= 1 && day <= 31 && is_possible({0, raw.date.month, day}) && !is_unit_after(at)) {
    raw.date.day = day;
    raw.last = is_suffix(at + 1) ? at + 1 : at;
    return with_clock(with_year(raw));
  }
  raw = with_year(raw);
  if (raw.last > i) return raw;
  const bool short_form =
      latin && a_.raw(i).size() <= 4 && raw.date.month != 5 && raw.date.month != 6 && raw.date.month != 7;
  if (short_form && name_end == i) return {};
  const bool doubtful = latin && (raw.date.month == 5 || raw.date.month == 3 || raw.date.month == 8);
  if ((doubtful || short_form) && !introduced(i)) return {};
  if (a_.tokens[i].script == text::Script::kCyrillic && !introduced(i)) return {};
  raw.last = short_form ? name_end : i;
  return raw;
}

bool DateScanner::introduced(std::size_t i) const {
  return i > 0 && (as(i - 1, kInTime) || as(i - 1, kDirection) || as(i - 1, kEdge) || as(i - 1, kEach));
}

DateScanner::Match DateScanner::year(std::size_t i) const {
  const std::string_view raw_text = a_.raw(i);
  if (!is_year(raw_text)) return {};
  RawDate raw = make(i, i, Form::kCalendar);
  raw.date.year = to_int(raw_text);
  const RawDate worded = with_year_word(raw);
  if (worded.last > i) return worded;
  if (is(i + 1, "fiscal") && is(i + 2, "year")) raw.last = i + 2;
  if (as(i + 1, kSeason) && in_reach(i + 1)) return {};
  return year_is_plain(i) ? Match(raw) : Match();
}

// A bare year, and not a count of something or part of a code.
bool DateScanner::year_is_plain(std::size_t i) const {
  const int value = to_int(a_.raw(i));
  const bool led =
      i > 0 && (as(i - 1, kInTime) || as(i - 1, kEdge) || was(i - 1, "fiscal") || as(i - 1, kSeason));
  if (i > 0 && glued(i) && !was(i - 1, "(") && !is_dash(i - 1) && !was(i - 1, "'") && !was(i - 1, "/"))
    return false;
  if (is(i + 1, "%") || is(i + 1, "$") || (is(i + 1, "-") && glued(i + 1) && !is_number(i + 2))) return false;
  if (i > 0 && (was(i - 1, "$") || was(i - 1, "#") || was(i - 1, "№") || was(i - 1, "£") || was(i - 1, "€")))
    return false;
  if (value < 1900 || value > 2050) return led && value >= 1400 && value < 2100 && !plural_after(i);
  return !unit_or_plural(i) && (led || !plural_after(i));
}

bool DateScanner::plural_after(std::size_t i) const {
  if (!in_reach(i + 1) || a_.tokens[i + 1].kind != text::TokenKind::kWord) return false;
  const std::string_view next = word(i + 1);
  if (as(i + 1, kUnit) || a_.tokens[i + 1].script == text::Script::kCyrillic) return !as(i + 1, kInTime);
  return next.size() > 3 && next.ends_with('s') && !next.ends_with("ss") && next != "was" && next != "this";
}

bool DateScanner::unit_or_plural(std::size_t i) const {
  const std::string_view next = word(i + 1);
  return in_reach(i + 1) &&
         ((as(i + 1, kUnit) && next != "quarter") || next == "people" || next == "men" || next == "troops" ||
          next == "soldiers" || next == "miles" || next == "meters" || next == "metres");
}

// "nineteen ninety-six", "two thousand" is left to the numbers.
DateScanner::Match DateScanner::spoken_year(std::size_t i) const {
  const std::string_view century_word = word(i);
  const int hundred = century_word == "nineteen"   ? 1900
                      : century_word == "eighteen" ? 1800
                      : century_word == "twenty"   ? 2000
                                                   : 0;
  if (hundred == 0 || !in_reach(i + 1)) return {};
  const auto rest = parse_number_word(word(i + 1));
  if (!rest || *rest < 10 || *rest > 99) return {};
  double value = *rest;
  std::size_t last = i + 1;
  if (static_cast<int>(value) % 10 == 0 && value >= 20 && in_reach(i + 2)) {
    const auto ones = parse_number_word(word(i + 2));
    if (ones && *ones > 0 && *ones < 10) {
      value += *ones;
      ++last;
    }
  }
  if (as(last + 1, kUnit) && in_reach(last + 1)) return {};
  RawDate raw = make(i, last, Form::kCalendar);
  raw.date.year = hundred + static_cast<int>(value);
  return raw;
}

DateScanner::Match DateScanner::decade_of(std::size_t first, std::size_t last, int number) const {
  RawDate raw = make(first, last, Form::kDecade);
  raw.number = number;
  return raw;
}

// "1990s", "1990-х годов".
DateScanner::Match DateScanner::decade_digits(std::size_t i) const {
  const std::string_view raw = a_.raw(i);
  if (!is_year(raw) || raw[3] != '0') return {};
  if (is(i + 1, "s") && glued(i + 1)) return decade_of(i, i + 1, to_int(raw) / 10);
  if (is(i + 1, "'s") || (is(i + 1, "'") && is(i + 2, "s") && glued(i + 2)))
    return decade_of(i, is(i + 1, "'s") ? i + 1 : i + 2, to_int(raw) / 10);
  if (!is(i + 1, "-") || !glued(i + 1) ||
      !(is(i + 2, "х") || is(i + 2, "е") || is(i + 2, "ті") || is(i + 2, "их") || is(i + 2, "і")))
    return {};
  const bool worded = as(i + 3, kYearWord) && in_reach(i + 3);
  return decade_of(i, worded ? i + 3 : i + 2, to_int(raw) / 10);
}

// "the '90s".
DateScanner::Match DateScanner::decade_with_apostrophe(std::size_t i) const {
  if (word(i) != "'" || !is_number(i + 1) || !glued(i + 1)) return {};
  const std::string_view digits = a_.raw(i + 1);
  if (digits.size() != 2 || !is_digits(digits) || !is(i + 2, "s") || !glued(i + 2) || digits[1] != '0')
    return {};
  const int tens = to_int(digits) / 10;
  return decade_of(i, i + 2, tens <= 2 ? 200 + tens : 190 + tens);
}

DateScanner::Match DateScanner::decade_word(std::size_t i) const {
  if (i == 0 || !(was(i - 1, "the") || as(i - 1, kEdge))) return {};
  return decade_of(i, i, 190 + static_cast<int>(as(i, kDecadeWord)->number) / 10);
}

DateScanner::Match DateScanner::century(std::size_t i) const {
  if (!is_suffix(i + 1) || !is(i + 2, "century")) return {};
  RawDate raw = make(i, i + 2, Form::kCentury);
  raw.number = to_int(a_.raw(i)) - 1;
  if (raw.number < 0 || raw.number > 20) return {};
  return raw;
}

DateScanner::Match DateScanner::holiday(std::size_t i) const {
  if (!a_.tokens[i].capital) return {};
  const std::string_view value = as(i, kHoliday)->value;
  RawDate raw = make(i, i, Form::kHoliday);
  if (value == "T") {
    raw.fixed = "T";
  } else {
    raw.date = {0, to_int(value.substr(0, 2)), to_int(value.substr(3))};
  }
  if (is(i + 1, "Eve") || is(i + 1, "eve")) {
    if (raw.date.day > 1) --raw.date.day;
    ++raw.last;
  } else if (is(i + 1, "day")) {
    ++raw.last;
  }
  return with_year(raw);
}

}  // namespace muster::extract
