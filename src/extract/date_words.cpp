#include "extract/date_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/embedded.hpp"

MUSTER_EMBEDDED(extract_date_words_tsv)

namespace muster::extract {

const WordTable& date_words() {
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
                                                                      "holiday",
                                                                      "wholeyear"});
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

}  // namespace muster::extract
