// How it works: at each token that a word of time or a number may begin, every rule that fits is tried and
// the one that reaches furthest wins. Then the match takes in what stands before it ("the", "early", "the end
// of").
#include "extract/date_scanner.hpp"

namespace muster::extract {

std::vector<RawDate> DateScanner::scan() {
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

DateScanner::Match DateScanner::longest(std::size_t i) const {
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

DateScanner::Match DateScanner::from_time_word(std::size_t i) const {
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
  if (as(i, kWholeYear)) keep_longer(best, whole_year(i));
  if (as(i, kHoliday)) keep_longer(best, holiday(i));
  if (as(i, kHalf)) keep_longer(best, half_unit(i));
  if (as(i, kDecadeWord)) keep_longer(best, decade_word(i));
  keep_longer(best, reference(i));
  return best;
}

DateOrder DateScanner::document_order() const {
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

// Takes in "the", "early", "the end of", "later" before a match, down to token `floor`.
void DateScanner::extend_back(RawDate& raw, std::size_t floor) const {
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

bool DateScanner::crosses_paragraph(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i <= to; ++i) {
    if (a_.tokens[i].paragraph_before) return true;
  }
  return false;
}

// Which tense do the words around speak in? The nearest verb that tells, within twelve tokens and the
// sentence.
Tense DateScanner::tense_at(const RawDate& raw) const {
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

Tense DateScanner::tense_of(std::size_t i) const {
  if (as(i, kWillBe)) return Tense::kFuture;
  if (as(i, kWasDone)) return Tense::kPast;
  const std::string_view w = word(i);
  const bool lower = a_.tokens[i].kind == text::TokenKind::kWord && !a_.tokens[i].capital;
  const bool participle = i > 0 && (was(i - 1, "be") || was(i - 1, "is") || was(i - 1, "are"));
  return lower && !participle && w.size() > 4 && w.ends_with("ed") ? Tense::kPast : Tense::kUnknown;
}

std::vector<RawDate> scan_dates(const Analysis& analysis) {
  return DateScanner(analysis).scan();
}

}  // namespace muster::extract
