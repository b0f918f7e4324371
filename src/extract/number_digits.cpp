// Numbers in figures, with any thousands mark and either decimal mark.
#include <algorithm>
#include <charconv>
#include <string>

#include "extract/numbers.hpp"

namespace muster::extract {
namespace {

constexpr std::size_t kMostGroups = 5;  // 300 000 000 000 000: longer rows of digits are no number

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

double to_number(std::string_view plain) {
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

// Do marks part the digits into groups of three, as in 1,250,000?
bool is_grouped(std::string_view digits, char mark) {
  const std::size_t first = digits.find(mark);
  if (first == 0 || first > 3 || digits.front() == '0') return false;
  std::size_t at = first;
  while (at < digits.size()) {
    if (digits[at] != mark || at + 4 > digits.size() || !is_digits(digits.substr(at + 1, 3))) return false;
    at += 4;
  }
  return true;
}

std::string without(std::string_view digits, char mark) {
  std::string out;
  std::ranges::copy_if(digits, std::back_inserter(out), [mark](char c) { return c != mark; });
  return out;
}

std::optional<double> parse_two_marks(std::string_view digits) {
  const char decimal = digits[digits.find_last_of(".,")];
  const char group = decimal == '.' ? ',' : '.';
  const std::size_t at = digits.find_last_of(decimal);
  if (digits.find(decimal) != at || !is_grouped(digits.substr(0, at), group)) return std::nullopt;
  return to_number(without(digits.substr(0, at), group) + "." + std::string(digits.substr(at + 1)));
}

}  // namespace

std::optional<double> parse_digits(std::string_view digits) {
  if (digits.empty() || digits.find_first_not_of("0123456789.,") != std::string_view::npos)
    return std::nullopt;
  const bool dot = digits.find('.') != std::string_view::npos;
  const bool comma = digits.find(',') != std::string_view::npos;
  if (!dot && !comma) return to_number(digits);
  if (dot && comma) return parse_two_marks(digits);
  const char mark = dot ? '.' : ',';
  const auto marks = std::ranges::count(digits, mark);
  // One mark before three digits parts thousands when it is a comma; 1.250 alone is left a decimal.
  if (is_grouped(digits, mark) && (marks > 1 || mark == ',')) return to_number(without(digits, mark));
  if (marks > 1) return std::nullopt;
  std::string plain(digits);
  std::ranges::replace(plain, ',', '.');
  return to_number(plain);
}

std::optional<Number> NumberReader::read_digits(std::size_t token) const {
  const std::string_view first = analysis_.raw(token);
  Number number;
  number.digits = true;
  number.last = token;
  std::string joined(first);
  if (is_digits(first) && first.size() <= 3 && first.front() != '0') {  // 300 000
    const std::size_t end = std::min(analysis_.tokens.size(), token + kMostGroups);
    for (std::size_t next = token + 1; next < end; ++next) {
      const text::Token& group = analysis_.tokens[next];
      const std::string_view digits = analysis_.raw(next);
      const bool plain = is_digits(digits) && digits.size() == 3;
      const bool last = !plain && digits.size() > 4 && (digits[3] == ',' || digits[3] == '.') &&
                        is_digits(digits.substr(0, 3)) && is_digits(digits.substr(4));
      const bool one_space = group.begin - analysis_.tokens[next - 1].end <= 3;
      if ((!plain && !last) || !group.space_before || group.line_before || !one_space) break;
      joined.append(digits);
      number.last = next;
      if (last) break;
    }
  }
  if (number.last > token) std::ranges::replace(joined, ',', '.');
  const auto value = number.last > token ? std::optional(to_number(joined)) : parse_digits(joined);
  if (!value) return std::nullopt;
  number.value = *value;
  return with_half(with_scale(number));
}

}  // namespace muster::extract
