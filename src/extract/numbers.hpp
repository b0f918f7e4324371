// Numbers as they are written: digits with any thousands mark, or words in English, Russian and Ukrainian.
// Used by the scanners for dates and quantities.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/analysis.hpp"
#include "extract/word_table.hpp"

namespace muster::extract {

struct Number {
  enum class Sort : std::uint8_t {
    kExact,
    kAtLeast,  // "hundreds of": value is the least that it can mean
    kAbout,    // "a couple"
    kVague,    // "a few", "several": value is NaN
    kPart,     // "two thirds": the value is the fraction
  };
  double value = 0;
  Sort sort = Sort::kExact;
  bool digits = false;   // begins with digits
  std::size_t last = 0;  // the number's last token
  double scale = 1;      // of the word behind the digits: 1000 for "5 thousand"
};

// Finds numbers in one analysis. Reading at a token is constant time but for the number's own length.
class NumberReader {
 public:
  explicit NumberReader(const Analysis& analysis);

  // The number that begins at this token, as long as it goes; ordinals are none.
  [[nodiscard]] std::optional<Number> read(std::size_t token) const;

 private:
  [[nodiscard]] const WordTable::Entry* as(std::size_t token, std::uint8_t kind) const;
  [[nodiscard]] std::optional<Number> read_digits(std::size_t token) const;
  [[nodiscard]] std::optional<Number> read_words(std::size_t token) const;
  [[nodiscard]] std::optional<Number> read_lot(std::size_t token) const;
  [[nodiscard]] std::optional<Number> read_half(std::size_t token) const;
  [[nodiscard]] Number with_half(Number number) const;
  [[nodiscard]] std::optional<Number> read_part(std::size_t token, const Number& upper) const;
  [[nodiscard]] Number with_scale(Number number) const;
  [[nodiscard]] std::size_t after_abbreviation(std::size_t token) const;
  [[nodiscard]] bool continues_after_and(std::size_t token) const;
  [[nodiscard]] bool adjoins(std::size_t token) const;

  const Analysis& analysis_;
  std::vector<std::int32_t> entries_;
};

// "1,250.50" 1250.5; "1.250,50" 1250.5; "3,5" 3.5; "12.03.1994", "10:30" and "1/2" are none.
[[nodiscard]] std::optional<double> parse_digits(std::string_view digits);

// "sixty-eight", "twelve": the value of one number word, hyphens allowed; none for anything else.
[[nodiscard]] std::optional<double> parse_number_word(std::string_view word);

}  // namespace muster::extract
