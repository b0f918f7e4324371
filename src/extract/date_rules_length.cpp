// Durations and what is counted from them ("two weeks ago"), repeated times, "now" and "recently".
#include <fmt/format.h>

#include <cmath>

#include "extract/date_scanner.hpp"

namespace muster::extract {

DateScanner::Match DateScanner::repeated(std::size_t i) const {
  if (const auto* often = as(i, kOften)) {
    if (a_.tokens[i].capital && i > 0 && !a_.tokens[i].line_before &&
        a_.tokens[i].script == text::Script::kLatin && !starts_sentence(i))
      return {};
    return fixed(i, i, std::string(often->value), DateType::kSet);
  }
  std::size_t at = i + 1;
  double amount = 1;
  if (const auto number = in_reach(at) ? numbers_.read(at) : std::nullopt; number && !as(at, kUnit)) {
    amount = number->value;
    at = number->last + 1;
  }
  if (is(at, "other")) {
    amount = 2;
    ++at;
  }
  if (!in_reach(at)) return {};
  if (const auto* unit = as(at, kUnit)) return fixed(i, at, duration(amount, unit->value), DateType::kSet);
  if (const auto* day = as(at, kWeekday))
    return fixed(i, at, fmt::format("XXXX-WXX-{}", day->value), DateType::kSet);
  if (const auto* month = as(at, kMonth))
    return fixed(i, at, fmt::format("XXXX-{:02}", static_cast<int>(month->number)), DateType::kSet);
  if (const auto* part = as(at, kPart))
    return fixed(i, at, fmt::format("XXXX-XX-XXT{}", part->value), DateType::kSet);
  if (const auto* which = as(at, kSeason))
    return fixed(i, at, fmt::format("XXXX-{}", which->value), DateType::kSet);
  return {};
}

DateScanner::Match DateScanner::counted_unit(std::size_t i) const {
  const auto number = numbers_.read(i);
  if (!number || number->sort == Number::Sort::kAtLeast || number->sort == Number::Sort::kPart) return {};
  std::size_t at = number->last + 1;
  bool hyphen = false;
  if (is_dash(at) && glued(at) && glued(at + 1)) {
    ++at;
    hyphen = true;
  }
  double amount = number->value;
  if (number->sort == Number::Sort::kVague) amount = std::nan("");
  while (is(at, "more") || is(at, "of") || is(at, "full") || is(at, "straight") || is(at, "consecutive") ||
         is(at, "long") || is(at, "and") || is(at, "half") || is(at, "a")) {
    if (is(at, "and") && !is(at + 1, "a")) return {};
    ++at;
  }
  const auto* unit = in_reach(at) ? as(at, kUnit) : nullptr;
  if (!unit && in_reach(at)) unit = unit_before_hyphen(at);
  if (!unit || (amount > 3000 && unit->value != "TH")) return {};
  if (hyphen && word(at).ends_with("s") && a_.tokens[at].script == text::Script::kLatin && number->digits)
    return {};
  return offset_or_duration(i, at, amount, std::string(unit->value));
}

// "27-year-old": the token "year-old".
const WordTable::Entry* DateScanner::unit_before_hyphen(std::size_t at) const {
  const std::string_view w = word(at);
  const std::size_t hyphen = w.find('-');
  return hyphen == std::string_view::npos ? nullptr : date_words().find(w.substr(0, hyphen), kUnit);
}

RawDate DateScanner::offset(std::size_t first, std::size_t last, double amount, std::string unit,
                            bool from_context) const {
  RawDate raw = make(first, last, Form::kOffset);
  raw.amount = amount;
  raw.unit = std::move(unit);
  raw.from_context = from_context;
  return raw;
}

// Looks behind the unit for "ago", "earlier", "later", "from now".
DateScanner::Match DateScanner::offset_or_duration(std::size_t first, std::size_t at, double amount,
                                                   std::string unit) const {
  std::size_t next = at + 1;
  if (in_reach(next)) {
    if (as(next, kAgo)) return offset(first, next, -amount, std::move(unit), false);
    if (as(next, kBack) && word(next) != "before") return offset(first, next, -amount, std::move(unit), true);
    if (is(next, "before") && !in_reach(next + 1)) return offset(first, next, -amount, std::move(unit), true);
    if (as(next, kForth) && word(next) != "after") return offset(first, next, amount, std::move(unit), true);
    if (is(next, "from") && is(next + 1, "now"))
      return offset(first, next + 1, amount, std::move(unit), false);
  }
  const bool age = is(next, "old") || (is(next, "of") && is(next + 1, "age")) || word(at).ends_with("-old") ||
                   (is_dash(next) && is(next + 1, "old"));
  if (age) return {};  // an age is a quantity
  return fixed(first, at, duration(amount, unit), DateType::kDuration);
}

// "a year", "a year ago", "the year", "the quarter", "the year-earlier quarter" begins in hyphenated().
DateScanner::Match DateScanner::article_unit(std::size_t i) const {
  const bool the = was(i, "the");
  const auto* unit = in_reach(i + 1) ? as(i + 1, kUnit) : nullptr;
  if (the) return unit ? definite_unit(i, *unit) : Match();
  std::size_t at = i + 1;
  if (!unit && (is(at, "full") || is(at, "whole"))) unit = as(++at, kUnit);
  if (!unit || word(at).ends_with("s")) return {};
  Match raw = offset_or_duration(i, at, 1, std::string(unit->value));
  if (!raw || raw->form != Form::kFixed || was(i, "one")) return raw;
  if (const bool rate = is_rate(i); rate) raw = fixed(i, at, duration(1, unit->value), DateType::kSet);
  return raw;
}

// "$50 a year", "twice a week".
bool DateScanner::is_rate(std::size_t i) const {
  if (i == 0) return false;
  const std::string_view before = word(i - 1);
  return is_number(i - 1) || before == "times" || before == "twice" || before == "once" ||
         before == "million" || before == "billion" || before == "thousand" || before == "percent" ||
         before == "%" || before == "cents" || before == "dollars" || before == "people";
}

DateScanner::Match DateScanner::definite_unit(std::size_t i, const WordTable::Entry& unit) const {
  if (word(i + 1).ends_with("s") || (in_reach(i + 2) && is_number(i + 2))) return {};
  if (unit.value == "Q") return with_quarter_year(ranked(i, i + 1, Form::kQuarter, 0));
  if (unit.value == "WE") {
    RawDate raw = make(i, i + 1, Form::kUnit);
    raw.unit = "WE";
    return raw;
  }
  if (unit.value == "Y" && i > 0 && !is(i + 2, "of") &&
      (was(i - 1, "of") || was(i - 1, "for") || as(i - 1, kInTime) || was(i - 1, "later"))) {
    RawDate raw = make(i, i + 1, Form::kUnit);
    raw.unit = "Y";
    raw.direction = 0;
    return raw;
  }
  return {};
}

// "years" alone: "for years", "within weeks".
DateScanner::Match DateScanner::bare_unit(std::size_t i) const {
  const auto* unit = as(i, kUnit);
  if (const Match end = unit_end(i)) return end;
  if (a_.tokens[i].script != text::Script::kLatin || !word(i).ends_with("s") || unit->value == "WE" ||
      unit->value == "TS")
    return {};
  if (in_reach(i + 1) && as(i + 1, kAgo))
    return offset(i, i + 1, -std::nan(""), std::string(unit->value), false);
  if (in_reach(i + 1) && (as(i + 1, kForth) || as(i + 1, kBack)) && word(i + 1) != "before" &&
      word(i + 1) != "after") {
    return offset(i, i + 1, as(i + 1, kForth) ? std::nan("") : -std::nan(""), std::string(unit->value), true);
  }
  if (i == 0 || !(was(i - 1, "for") || was(i - 1, "within") || was(i - 1, "in") || was(i - 1, "over") ||
                  was(i - 1, "many") || was(i - 1, "of") || was(i - 1, "after") || was(i - 1, "take") ||
                  was(i - 1, "took")))
    return {};
  const bool many = was(i - 1, "many");
  return fixed(many ? i - 1 : i, i, duration(std::nan(""), unit->value), DateType::kDuration);
}

DateScanner::Match DateScanner::unit_end(std::size_t i) const {  // "year end"
  if (!was(i, "year") || !is(i + 1, "end")) return {};
  RawDate raw = make(i, i + 1, Form::kUnit);
  raw.unit = "Y";
  raw.direction = 0;
  return raw;
}

DateScanner::Match DateScanner::half_unit(std::size_t i) const {  // "half an hour", "half a year"
  if (!is(i + 1, "an") && !is(i + 1, "a")) return {};
  const auto* unit = in_reach(i + 2) ? as(i + 2, kUnit) : nullptr;
  if (!unit) return {};
  const std::string value = unit->value == "TH"  ? "PT30M"
                            : unit->value == "Y" ? "P6M"
                                                 : fmt::format("P0.5{}", unit->value);
  return fixed(i, i + 2, value, DateType::kDuration);
}

DateScanner::Match DateScanner::hyphenated(std::size_t i) const {
  const std::string_view w = word(i);
  const std::size_t hyphen = w.find('-');
  const std::string_view left = w.substr(0, hyphen);
  const std::string_view right = w.substr(hyphen + 1);
  if (date_words().find(left, kEdge)) return edge_hyphen(i, right);
  if (const auto* unit = date_words().find(left, kUnit)) return unit_hyphen(i, *unit, right);
  const std::string_view head = right.substr(0, right.find('-'));
  const auto* unit = date_words().find(head, kUnit);
  if (!unit || head.empty()) return {};
  if (const auto* which = date_words().find(left, kOrdinal);
      which && unit->value == "Q" && which->number <= 4) {
    return with_quarter_year(ranked(i, i, Form::kQuarter, static_cast<int>(which->number)));
  }
  const auto amount = parse_number_word(left);
  if (!amount || right.ends_with("-old")) return {};
  return fixed(i, i, duration(*amount, unit->value), DateType::kDuration);
}

DateScanner::Match DateScanner::unit_hyphen(std::size_t i, const WordTable::Entry& unit,
                                            std::string_view right) const {
  if (right == "earlier" || right == "ago") {
    std::size_t last = i;
    RawDate raw = offset(i, last, -1, std::string(unit.value), true);
    const auto* which = in_reach(last + 1) ? as(last + 1, kOrdinal) : nullptr;
    if (which && as(last + 2, kUnit)) {
      raw = ranked(i, last + 2, Form::kQuarter, static_cast<int>(which->number));
      raw.direction = -10;
    } else if (is(last + 1, "quarter") || is(last + 1, "period")) {
      raw.last = last + 1;
    }
    return raw;
  }
  if (right == "end" || right == "round") {
    RawDate raw = make(i, i, Form::kUnit);
    raw.unit = unit.value;
    raw.direction = 0;
    return raw;
  }
  if (right == "long") return fixed(i, i, duration(1, unit.value), DateType::kDuration);
  return {};
}

DateScanner::Match DateScanner::edge_hyphen(std::size_t i, std::string_view right) const {
  if (right.size() == 5 && right.ends_with('s') && is_year(right.substr(0, 4)))
    return decade_of(i, i, to_int(right.substr(0, 3)));
  if (is_year(right)) {
    if (right[3] == '0' && is(i + 1, "s") && glued(i + 1))
      return decade_of(i, i + 1, to_int(right.substr(0, 3)));
    RawDate raw = make(i, i, Form::kCalendar);
    raw.date.year = to_int(right);
    return raw;
  }
  if (const auto* month = date_words().find(right, kMonth)) {
    RawDate raw = make(i, i, Form::kCalendar);
    raw.date.month = static_cast<int>(month->number);
    return with_year(raw);
  }
  if (const auto* part = date_words().find(right, kPart)) {
    RawDate raw = make(i, i, Form::kClock, DateType::kTime);
    raw.clock = fmt::format("T{}", part->value);
    return with_day(raw);
  }
  return {};
}

// now, recently, the future
DateScanner::Match DateScanner::reference(std::size_t i) const {
  if (const auto* now = as(i, kPresent)) return fixed(i, i, std::string(now->value), DateType::kDate);
  if (const auto* past = as(i, kPast)) return fixed(i, i, std::string(past->value), DateType::kDate);
  if (as(i, kPresentAdjective) && a_.tokens[i].script == text::Script::kLatin)
    return fixed(i, i, "PRESENT_REF", DateType::kDate);
  if (as(i, kPastAdjective)) {
    const bool unit = in_reach(i + 1) && as(i + 1, kUnit);
    return fixed(i, unit ? i + 1 : i, "PAST_REF", DateType::kDate);
  }
  if (as(i, kFutureRef) && !a_.tokens[i].capital) return fixed(i, i, "FUTURE_REF", DateType::kDate);
  return {};
}

}  // namespace muster::extract
