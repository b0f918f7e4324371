#include "resolve/link_check_digits.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace muster::resolve {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, is_digit);
}

int digit(char c) {
  return c - '0';
}

template <std::size_t N>
int weighted(std::string_view number, const std::array<int, N>& weights) {
  int sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += weights[i] * digit(number[i]);
  return sum;
}

}  // namespace

bool holds_luhn(std::string_view number) {
  if (number.size() < 8 || number.size() > 19 || !all_digits(number)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    int value = digit(number[number.size() - 1 - i]);
    if (i % 2 == 1) value = 2 * value > 9 ? 2 * value - 9 : 2 * value;
    sum += value;
  }
  return sum % 10 == 0;
}

// An IBAN is read with its first four signs last, an LEI as it stands.
bool holds_mod_97(std::string_view number) {
  if (number.size() < 15 || number.size() > 34) return false;
  const bool iban =
      !is_digit(number[0]) && !is_digit(number[1]) && is_digit(number[2]) && is_digit(number[3]);
  int rest = 0;
  const auto add = [&](std::string_view part) {
    for (const char c : part) {
      const int value = is_digit(c) ? digit(c) : c - 'a' + 10;
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
  };
  const bool letters =
      std::ranges::all_of(number, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); });
  if (!letters) return false;
  add(iban ? number.substr(4) : number);
  if (iban) add(number.substr(0, 4));
  return rest == 1;
}

bool holds_chinese_id(std::string_view number) {
  constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kLast = "10x98765432";
  if (number.size() != 18 || !all_digits(number.substr(0, 17))) return false;
  return number[17] == kLast[static_cast<std::size_t>(weighted(number, kWeights) % 11)];
}

bool holds_inn(std::string_view number) {
  constexpr std::array kTen{2, 4, 10, 3, 5, 9, 4, 6, 8};
  constexpr std::array kEleven{7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  constexpr std::array kTwelve{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  if (!all_digits(number)) return false;
  if (number.size() == 10) return weighted(number, kTen) % 11 % 10 == digit(number[9]);
  if (number.size() != 12) return false;
  return weighted(number, kEleven) % 11 % 10 == digit(number[10]) &&
         weighted(number, kTwelve) % 11 % 10 == digit(number[11]);
}

bool holds_rnokpp(std::string_view number) {
  constexpr std::array kWeights{-1, 5, 7, 9, 4, 6, 10, 5, 7};
  if (number.size() != 10 || !all_digits(number)) return false;
  const int rest = ((weighted(number, kWeights) % 11) + 11) % 11;
  return rest % 10 == digit(number[9]);
}

void mark_checked(std::span<LinkValue> values) {
  constexpr std::size_t kFewest = 10;
  constexpr std::array kSchemes{holds_mod_97, holds_chinese_id, holds_inn, holds_rnokpp, holds_luhn};
  if (values.size() <= kFewest) return;  // the first is the missing one
  for (const auto holds : kSchemes) {
    const auto held =
        std::ranges::count_if(values, [&](const LinkValue& value) { return holds(value.text); });
    if (static_cast<std::size_t>(held) * 10 < 9 * (values.size() - 1)) continue;
    for (LinkValue& value : values) value.checked = holds(value.text);
    return;
  }
}

}  // namespace muster::resolve
