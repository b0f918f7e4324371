// How it works: at each token that a word of time or a number may begin, every rule that fits is tried and
// the one that reaches furthest wins. Then the match takes in what stands before it ("the", "early", "the end
// of").
#include "extract/date_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/embedded.hpp"
#include "extract/date_numeric.hpp"

MUSTER_EMBEDDED(extract_date_words_tsv)

namespace muster::extract {
namespace {

using Form = RawDate::Form;
using model::DateType;

enum Kind : std::uint8_t {
  kMonth,
  kWeekday,
  kShortday,
  kWeekdays,
  kSeason,
  kUnit,
  kDeictic,
  kNight,
  kDirection,
  kCurrent,
  kAgo,
  kBack,
  kForth,
  kPart,
  kOrdinal,
  kEdge,
  kHalf,
  kEach,
  kOften,
  kPresent,
  kPast,
  kPastAdjective,
  kPresentAdjective,
  kFutureRef,
  kLasting,
  kDecadeWord,
  kInTime,
  kYearWord,
  kWillBe,
  kWasDone,
  kHoliday,
};

const WordTable& table() {
  static const WordTable words(MUSTER_BYTES(extract_date_words_tsv), {"month",
                                                                      "weekday",
                                                                      "shortday",
                                                                      "weekdays",
                                                                      "season",
                                                                      "unit",
                                                                      "deictic",
                                                                      "night",
                                                                      "direction",
                                                                      "current",
                                                                      "ago",
                                                                      "back",
                                                                      "forth",
                                                                      "part",
                                                                      "ordinal",
                                                                      "edge",
                                                                      "half",
                                                                      "each",
                                                                      "often",
                                                                      "present",
                                                                      "past",
                                                                      "pastadjective",
                                                                      "presentadjective",
                                                                      "futureref",
                                                                      "lasting",
                                                                      "decadeword",
                                                                      "intime",
                                                                      "yearword",
                                                                      "willbe",
                                                                      "wasdone",
                                                                      "holiday"});
  return words;
}

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string duration(double amount, std::string_view unit) {
  const bool vague = std::isnan(amount);
  if (unit == "DE" && !vague) return fmt::format("P{}Y", amount * 10);
  if (unit == "CE" && !vague) return fmt::format("P{}Y", amount * 100);
  const std::string count = vague ? "X" : fmt::format("{}", amount);
  if (unit.starts_with('T')) return fmt::format("PT{}{}", count, unit.substr(1));
  return fmt::format("P{}{}", count, unit);
}

using Match = std::optional<RawDate>;

class Scanner {
 public:
  explicit Scanner(const Analysis& analysis)
      : a_(analysis), entries_(table().find_all(analysis.words)), numbers_(analysis) {}

  std::vector<RawDate> scan() {
    order_ = document_order();
    std::vector<RawDate> found;
    for (std::size_t i = 0; i < a_.tokens.size();) {
      Match match = longest(i);
      if (!match) {
        ++i;
        continue;
      }
      const std::size_t floor = found.empty() ? 0 : found.back().last + 1;
      extend_back(*match, floor);
      match->tense = tense_at(*match);
      i = match->last + 1;
      found.push_back(std::move(*match));
    }
    return found;
  }

 private:
  // --- words
  const WordTable::Entry* as(std::size_t i, Kind kind) const {
    return i < entries_.size() && entries_[i] >= 0 ? table().of_kind(entries_[i], kind) : nullptr;
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

  Match longest(std::size_t i) const {
    const text::Token& token = a_.tokens[i];
    if (token.kind == text::TokenKind::kNumber) return from_digits(i);
    if (token.kind != text::TokenKind::kWord) return decade_with_apostrophe(i);
    Match best;
    if (entries_[i] >= 0) best = from_time_word(i);
    const bool hyphen = a_.raw(i).find('-') != std::string_view::npos;
    if (hyphen) keep_longer(best, hyphenated(i));
    if (was(i, "a") || was(i, "an") || was(i, "the") || was(i, "one")) keep_longer(best, article_unit(i));
    if (was(i, "fiscal") || was(i, "fy")) keep_longer(best, fiscal(i));
    keep_longer(best, counted_unit(i));
    if (!best || best->last == i) keep_longer(best, spoken_year(i));
    return best;
  }

  Match from_time_word(std::size_t i) const {
    Match best;
    if (as(i, kMonth)) keep_longer(best, month_first(i));
    if (as(i, kWeekday) || as(i, kShortday) || as(i, kWeekdays)) keep_longer(best, weekday(i));
    if (as(i, kDirection) || as(i, kCurrent)) keep_longer(best, directed(i));
    if (as(i, kOrdinal)) keep_longer(best, ordinal(i));
    if (as(i, kSeason)) keep_longer(best, season(i, i, std::nullopt));
    if (as(i, kDeictic) || as(i, kNight)) keep_longer(best, deictic(i));
    if (as(i, kPart)) keep_longer(best, part_of_day(i));
    if (as(i, kEach) || as(i, kOften)) keep_longer(best, repeated(i));
    if (as(i, kUnit)) keep_longer(best, bare_unit(i));
    if (as(i, kHoliday)) keep_longer(best, holiday(i));
    if (as(i, kHalf)) keep_longer(best, half_unit(i));
    if (as(i, kDecadeWord)) keep_longer(best, decade_word(i));
    keep_longer(best, reference(i));
    return best;
  }

  // --- digits
  Match from_digits(std::size_t i) const {
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

  static bool is_year(std::string_view digits) {
    return digits.size() == 4 && is_digits(digits) && (digits[0] == '1' || digits.starts_with("20")) &&
           digits > "1000";
  }

  // 2025-04-08, with T10:30 behind it.
  Match iso(std::size_t i) const {
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

  DateOrder document_order() const {
    DateOrder order = DateOrder::kUnknown;
    for (std::size_t i = 0; i < a_.tokens.size(); ++i) {
      if (a_.tokens[i].kind != text::TokenKind::kNumber) continue;
      const std::string_view raw = a_.raw(i);
      if (raw.find('/') == std::string_view::npos) continue;
      const DateOrder told = order_of(raw);
      if (told == DateOrder::kUnknown) continue;
      if (order != DateOrder::kUnknown && order != told) return DateOrder::kUnknown;
      order = told;
    }
    const std::string& language = a_.document.language;
    if (order == DateOrder::kUnknown && (language == "ru" || language == "uk")) return DateOrder::kDayFirst;
    return order;
  }

  Match separated(std::size_t i) const {
    const auto parsed = parse_numeric_date(a_.raw(i), order_, kLatestShortYear);
    if (!parsed || parsed->impossible) return {};
    RawDate raw = make(i, i, Form::kCalendar);
    raw.date = parsed->date;
    raw.two_readings = parsed->two_readings;
    return with_year_word(raw);
  }

  RawDate with_year_word(RawDate raw) const {
    if (!as(raw.last + 1, kYearWord) || !in_reach(raw.last + 1) || is(raw.last + 1, "year")) return raw;
    ++raw.last;
    const std::string_view mark = word(raw.last);
    if (mark == "г" || mark == "гг" || mark == "р" || mark == "рр") raw.last = after_stop(raw.last);
    return raw;
  }

  int day_at(std::size_t i) const {
    if (i >= a_.tokens.size()) return 0;
    if (a_.raw(i).size() <= 2 && is_digits(a_.raw(i))) return to_int(a_.raw(i));
    const auto* entry = as(i, kOrdinal);
    return entry ? static_cast<int>(entry->number) : 0;
  }
  bool is_suffix(std::size_t i) const {
    return glued(i) && (was(i, "th") || was(i, "st") || was(i, "nd") || was(i, "rd"));
  }

  // "8 April", "8th of April, 2025", "8 апреля 2025 года".
  Match day_month(std::size_t i) const {
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
  RawDate with_year(RawDate raw) const {
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
  Match month_first(std::size_t i) const {
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

  bool is_unit_after(std::size_t i) const { return in_reach(i + 1) && as(i + 1, kUnit); }
  bool introduced(std::size_t i) const {
    return i > 0 && (as(i - 1, kInTime) || as(i - 1, kDirection) || as(i - 1, kEdge) || as(i - 1, kEach));
  }

  Match year(std::size_t i) const {
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
  bool year_is_plain(std::size_t i) const {
    const int value = to_int(a_.raw(i));
    const bool led =
        i > 0 && (as(i - 1, kInTime) || as(i - 1, kEdge) || was(i - 1, "fiscal") || as(i - 1, kSeason));
    if (i > 0 && glued(i) && !was(i - 1, "(") && !is_dash(i - 1) && !was(i - 1, "'") && !was(i - 1, "/"))
      return false;
    if (is(i + 1, "%") || is(i + 1, "$") || (is(i + 1, "-") && glued(i + 1) && !is_number(i + 2)))
      return false;
    if (i > 0 &&
        (was(i - 1, "$") || was(i - 1, "#") || was(i - 1, "№") || was(i - 1, "£") || was(i - 1, "€")))
      return false;
    if (value < 1900 || value > 2050) return led && value >= 1400 && value < 2100 && !plural_after(i);
    return !unit_or_plural(i) && (led || !plural_after(i));
  }
  bool plural_after(std::size_t i) const {
    if (!in_reach(i + 1) || a_.tokens[i + 1].kind != text::TokenKind::kWord) return false;
    const std::string_view next = word(i + 1);
    if (as(i + 1, kUnit) || a_.tokens[i + 1].script == text::Script::kCyrillic) return !as(i + 1, kInTime);
    return next.size() > 3 && next.ends_with('s') && !next.ends_with("ss") && next != "was" && next != "this";
  }
  bool unit_or_plural(std::size_t i) const {
    const std::string_view next = word(i + 1);
    return in_reach(i + 1) && ((as(i + 1, kUnit) && next != "quarter") || next == "people" || next == "men" ||
                               next == "troops" || next == "soldiers" || next == "miles" ||
                               next == "meters" || next == "metres");
  }

  // "nineteen ninety-six", "two thousand" is left to the numbers.
  Match spoken_year(std::size_t i) const {
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

  // --- decades and centuries
  Match decade_of(std::size_t first, std::size_t last, int number) const {
    RawDate raw = make(first, last, Form::kDecade);
    raw.number = number;
    return raw;
  }
  // "1990s", "1990-х годов".
  Match decade_digits(std::size_t i) const {
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
  Match decade_with_apostrophe(std::size_t i) const {
    if (word(i) != "'" || !is_number(i + 1) || !glued(i + 1)) return {};
    const std::string_view digits = a_.raw(i + 1);
    if (digits.size() != 2 || !is_digits(digits) || !is(i + 2, "s") || !glued(i + 2) || digits[1] != '0')
      return {};
    const int tens = to_int(digits) / 10;
    return decade_of(i, i + 2, tens <= 2 ? 200 + tens : 190 + tens);
  }
  Match decade_word(std::size_t i) const {
    if (i == 0 || !(was(i - 1, "the") || as(i - 1, kEdge))) return {};
    return decade_of(i, i, 190 + static_cast<int>(as(i, kDecadeWord)->number) / 10);
  }
  Match century(std::size_t i) const {
    if (!is_suffix(i + 1) || !is(i + 2, "century")) return {};
    RawDate raw = make(i, i + 2, Form::kCentury);
    raw.number = to_int(a_.raw(i)) - 1;
    if (raw.number < 0 || raw.number > 20) return {};
    return raw;
  }

  // --- clock times
  // "p.m." from token i: its last token, or 0; sets `afternoon`.
  std::size_t half_of_day(std::size_t i, bool& afternoon) const {
    const std::string_view w = word(i);
    if (!in_reach(i) || w.empty()) return 0;
    afternoon = w[0] == 'p';
    if (w == "am" || w == "pm") return i;
    if ((w == "a" || w == "p") && is(i + 1, ".") && is(i + 2, "m") && glued(i + 1) && glued(i + 2))
      return after_stop(i + 2);
    return 0;
  }

  Match clock(std::size_t i) const {
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

  RawDate with_zone(RawDate raw) const {
    static constexpr std::array<std::string_view, 14> kZones = {
        "est", "edt", "cst", "cdt", "pst", "pdt", "gmt", "utc", "cet", "eet", "msk", "et", "mst", "bst"};
    const std::size_t next = raw.last + 1;
    if (in_reach(next) && std::ranges::find(kZones, word(next)) != kZones.end()) raw.last = next;
    if (is(raw.last + 1, "local") && is(raw.last + 2, "time")) raw.last += 2;
    return raw;
  }

  // A time followed by its day: "10 p.m. Wednesday", "noon on April 8".
  Match with_day(RawDate raw) const {
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
  RawDate with_clock(RawDate raw) const {
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
  Match clock_alone(std::size_t i) const {
    Match time = clock(i);
    return time && time->form == Form::kClock ? time : Match();
  }

  Match part_of_day(std::size_t i) const {
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

  // --- weekdays
  Match weekday(std::size_t i) const {
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
  Match weekday_with_date(const RawDate& raw) const {
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

  // --- "last", "this", "next"
  Match directed(std::size_t i) const {
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
  Match directed_month(std::size_t i) const {
    if (a_.tokens[i].script == text::Script::kLatin && !a_.tokens[i].capital) return {};
    return month_first(i);
  }
  static Match directed_as(Match raw, std::size_t first, int direction) {
    if (!raw) return raw;
    raw->first = first;
    if (!raw->direction) raw->direction = direction;
    return raw;
  }
  Match directed_unit(std::size_t first, std::size_t at, int direction) const {
    const std::string_view unit = as(at, kUnit)->value;
    const std::string_view w = word(at);
    if (unit.starts_with('T')) return {};
    const bool plural =
        w.ends_with('s') && a_.tokens[at].script == text::Script::kLatin && !w.ends_with("'s");
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
  Match possessed_quarter(RawDate raw) const {
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
  Match directed_part(std::size_t first, std::size_t at, int direction) const {
    const std::string_view value = as(at, kPart)->value;
    if (value == "24" || value == "MI" || direction > 0) return {};
    RawDate raw = make(first, at, Form::kDeictic, DateType::kTime);
    raw.number = direction < 0 && value == "NI" ? -1 : direction;
    raw.clock = fmt::format("T{}", value);
    return raw;
  }
  // "the past two years", "the next few days", "last 24 hours".
  Match directed_count(std::size_t first, std::size_t at, int direction) const {
    Match counted = counted_unit(at);
    if (!counted && as(at, kLasting)) counted = vague_unit(at);
    if (!counted || counted->type != DateType::kDuration || counted->form != Form::kFixed) return {};
    (void)direction;
    counted->first = first;
    return counted;
  }
  Match vague_unit(std::size_t at) const {
    std::size_t next = at + 1;
    if (is(next, "of")) ++next;
    const auto* unit = as(next, kUnit);
    if (!unit || !in_reach(next)) return {};
    return fixed(at, next, duration(std::nan(""), unit->value), DateType::kDuration);
  }

  // --- quarters, halves, ordinals
  Match ordinal(std::size_t i) const {
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
  Match day_month_in_words(std::size_t i) const {
    if (!is(i + 1, "of")) return {};
    return day_month(i);
  }
  static RawDate ranked(std::size_t first, std::size_t last, Form form, int number) {
    RawDate raw = make(first, last, form);
    raw.number = number;
    return raw;
  }
  Match with_quarter_year(RawDate raw) const {
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
  Match fiscal(std::size_t i) const {
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

  Match season(std::size_t first, std::size_t at, std::optional<int> direction) const {
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

  // --- today, tonight
  Match deictic(std::size_t i) const {
    RawDate raw = make(i, i, Form::kDeictic);
    if (as(i, kNight)) {
      raw.type = DateType::kTime;
      raw.clock = "TNI";
      return raw;
    }
    raw.number = static_cast<int>(as(i, kDeictic)->number);
    return with_clock(raw);
  }

  // --- sets
  Match repeated(std::size_t i) const {
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
  bool starts_sentence(std::size_t i) const { return i == 0 || was(i - 1, ".") || a_.tokens[i].line_before; }

  // --- durations and offsets
  Match counted_unit(std::size_t i) const {
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
  const WordTable::Entry* unit_before_hyphen(std::size_t at) const {
    const std::string_view w = word(at);
    const std::size_t hyphen = w.find('-');
    return hyphen == std::string_view::npos ? nullptr : table().find(w.substr(0, hyphen), kUnit);
  }

  RawDate offset(std::size_t first, std::size_t last, double amount, std::string unit,
                 bool from_context) const {
    RawDate raw = make(first, last, Form::kOffset);
    raw.amount = amount;
    raw.unit = std::move(unit);
    raw.from_context = from_context;
    return raw;
  }

  // Looks behind the unit for "ago", "earlier", "later", "from now".
  Match offset_or_duration(std::size_t first, std::size_t at, double amount, std::string unit) const {
    std::size_t next = at + 1;
    if (in_reach(next)) {
      if (as(next, kAgo)) return offset(first, next, -amount, std::move(unit), false);
      if (as(next, kBack) && word(next) != "before")
        return offset(first, next, -amount, std::move(unit), true);
      if (is(next, "before") && !in_reach(next + 1))
        return offset(first, next, -amount, std::move(unit), true);
      if (as(next, kForth) && word(next) != "after")
        return offset(first, next, amount, std::move(unit), true);
      if (is(next, "from") && is(next + 1, "now"))
        return offset(first, next + 1, amount, std::move(unit), false);
    }
    const bool age = is(next, "old") || (is(next, "of") && is(next + 1, "age")) ||
                     word(at).ends_with("-old") || (is_dash(next) && is(next + 1, "old"));
    if (age) return {};  // an age is a quantity
    return fixed(first, at, duration(amount, unit), DateType::kDuration);
  }

  // "a year", "a year ago", "the year", "the quarter", "the year-earlier quarter" begins in hyphenated().
  Match article_unit(std::size_t i) const {
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
  bool is_rate(std::size_t i) const {
    if (i == 0) return false;
    const std::string_view before = word(i - 1);
    return is_number(i - 1) || before == "times" || before == "twice" || before == "once" ||
           before == "million" || before == "billion" || before == "thousand" || before == "percent" ||
           before == "%" || before == "cents" || before == "dollars" || before == "people";
  }
  Match definite_unit(std::size_t i, const WordTable::Entry& unit) const {
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
  Match bare_unit(std::size_t i) const {
    const auto* unit = as(i, kUnit);
    if (const Match end = unit_end(i)) return end;
    if (a_.tokens[i].script != text::Script::kLatin || !word(i).ends_with("s") || unit->value == "WE" ||
        unit->value == "TS")
      return {};
    if (in_reach(i + 1) && as(i + 1, kAgo))
      return offset(i, i + 1, -std::nan(""), std::string(unit->value), false);
    if (in_reach(i + 1) && (as(i + 1, kForth) || as(i + 1, kBack)) && word(i + 1) != "before" &&
        word(i + 1) != "after") {
      return offset(i, i + 1, as(i + 1, kForth) ? std::nan("") : -std::nan(""), std::string(unit->value),
                    true);
    }
    if (i == 0 || !(was(i - 1, "for") || was(i - 1, "within") || was(i - 1, "in") || was(i - 1, "over") ||
                    was(i - 1, "many") || was(i - 1, "of") || was(i - 1, "after") || was(i - 1, "take") ||
                    was(i - 1, "took")))
      return {};
    const bool many = was(i - 1, "many");
    return fixed(many ? i - 1 : i, i, duration(std::nan(""), unit->value), DateType::kDuration);
  }
  Match unit_end(std::size_t i) const {  // "year end"
    if (!was(i, "year") || !is(i + 1, "end")) return {};
    RawDate raw = make(i, i + 1, Form::kUnit);
    raw.unit = "Y";
    raw.direction = 0;
    return raw;
  }
  Match half_unit(std::size_t i) const {  // "half an hour", "half a year"
    if (!is(i + 1, "an") && !is(i + 1, "a")) return {};
    const auto* unit = in_reach(i + 2) ? as(i + 2, kUnit) : nullptr;
    if (!unit) return {};
    const std::string value = unit->value == "TH"  ? "PT30M"
                              : unit->value == "Y" ? "P6M"
                                                   : fmt::format("P0.5{}", unit->value);
    return fixed(i, i + 2, value, DateType::kDuration);
  }

  // --- one token with hyphens: "two-year", "third-quarter", "year-earlier", "mid-1990s", "mid-October",
  // "year-end"
  Match hyphenated(std::size_t i) const {
    const std::string_view w = word(i);
    const std::size_t hyphen = w.find('-');
    const std::string_view left = w.substr(0, hyphen);
    const std::string_view right = w.substr(hyphen + 1);
    if (table().find(left, kEdge)) return edge_hyphen(i, right);
    if (const auto* unit = table().find(left, kUnit)) return unit_hyphen(i, *unit, right);
    const std::string_view head = right.substr(0, right.find('-'));
    const auto* unit = table().find(head, kUnit);
    if (!unit || head.empty()) return {};
    if (const auto* which = table().find(left, kOrdinal); which && unit->value == "Q" && which->number <= 4) {
      return with_quarter_year(ranked(i, i, Form::kQuarter, static_cast<int>(which->number)));
    }
    const auto amount = parse_number_word(left);
    if (!amount || right.ends_with("-old")) return {};
    return fixed(i, i, duration(*amount, unit->value), DateType::kDuration);
  }
  Match unit_hyphen(std::size_t i, const WordTable::Entry& unit, std::string_view right) const {
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
  Match edge_hyphen(std::size_t i, std::string_view right) const {
    if (right.size() == 5 && right.ends_with('s') && is_year(right.substr(0, 4)))
      return decade_of(i, i, to_int(right.substr(0, 3)));
    if (is_year(right)) {
      if (right[3] == '0' && is(i + 1, "s") && glued(i + 1))
        return decade_of(i, i + 1, to_int(right.substr(0, 3)));
      RawDate raw = make(i, i, Form::kCalendar);
      raw.date.year = to_int(right);
      return raw;
    }
    if (const auto* month = table().find(right, kMonth)) {
      RawDate raw = make(i, i, Form::kCalendar);
      raw.date.month = static_cast<int>(month->number);
      return with_year(raw);
    }
    if (const auto* part = table().find(right, kPart)) {
      RawDate raw = make(i, i, Form::kClock, DateType::kTime);
      raw.clock = fmt::format("T{}", part->value);
      return with_day(raw);
    }
    return {};
  }

  Match holiday(std::size_t i) const {
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

  // now, recently, the future
  Match reference(std::size_t i) const {
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

  // Takes in "the", "early", "the end of", "later" before a match, down to token `floor`.
  void extend_back(RawDate& raw, std::size_t floor) const {
    if (raw.type == DateType::kSet) return;
    std::size_t first = raw.first;
    const auto before = [&](std::size_t n) {
      return first >= floor + n && !crosses_paragraph(first - n + 1, first);
    };
    if (before(2) && was(first - 1, "of") && as(first - 2, kEdge)) first -= 2;
    if (before(3) && was(first - 1, "the") && was(first - 2, "of") && as(first - 3, kEdge)) first -= 3;
    if (before(1) && (was(first - 1, "early") || was(first - 1, "late") || was(first - 1, "mid") ||
                      was(first - 1, "earlier") || was(first - 1, "later")))
      --first;
    const bool takes_the = raw.form != Form::kCalendar && raw.form != Form::kWeekday;
    if (before(1) && was(first - 1, "the") && (takes_the || first != raw.first)) --first;
    raw.first = first;
  }
  bool crosses_paragraph(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i <= to; ++i) {
      if (a_.tokens[i].paragraph_before) return true;
    }
    return false;
  }

  // Which tense do the words around speak in? The nearest verb that tells, within twelve tokens and the
  // sentence.
  Tense tense_at(const RawDate& raw) const {
    for (std::size_t distance = 1; distance <= 12; ++distance) {
      if (raw.first >= distance) {
        if (const Tense tense = tense_of(raw.first - distance); tense != Tense::kUnknown) return tense;
      }
      if (raw.last + distance < a_.tokens.size() && in_reach(raw.last + distance)) {
        if (const Tense tense = tense_of(raw.last + distance); tense != Tense::kUnknown) return tense;
      }
    }
    return Tense::kUnknown;
  }
  Tense tense_of(std::size_t i) const {
    if (as(i, kWillBe)) return Tense::kFuture;
    if (as(i, kWasDone)) return Tense::kPast;
    const std::string_view w = word(i);
    const bool lower = a_.tokens[i].kind == text::TokenKind::kWord && !a_.tokens[i].capital;
    const bool participle = i > 0 && (was(i - 1, "be") || was(i - 1, "is") || was(i - 1, "are"));
    return lower && !participle && w.size() > 4 && w.ends_with("ed") ? Tense::kPast : Tense::kUnknown;
  }

  static constexpr int kLatestShortYear = 2029;
  const Analysis& a_;
  std::vector<std::int32_t> entries_;
  NumberReader numbers_;
  DateOrder order_ = DateOrder::kUnknown;
};

}  // namespace

std::vector<RawDate> scan_dates(const Analysis& analysis) {
  return Scanner(analysis).scan();
}

}  // namespace muster::extract
