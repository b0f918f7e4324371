// UTF-8 as bytes. All text inside Muster is valid UTF-8; spans are byte ranges; the outside sees code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::text {

constexpr char32_t kReplacement = 0xFFFD;

// The code point at `at`, which must lie inside `text`; moves `at` past it. Broken bytes give kReplacement,
// one byte at a time.
[[nodiscard]] char32_t next_codepoint(std::string_view text, std::size_t& at);

// The code point that ends at `at` (at > 0); moves `at` to its first byte.
[[nodiscard]] char32_t previous_codepoint(std::string_view text, std::size_t& at);

void append_utf8(std::string& to, char32_t codepoint);

[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);

[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

// Replaces each broken byte with U+FFFD; `broken` counts them.
[[nodiscard]] std::string repair_utf8(std::string_view bytes, std::size_t& broken);

// Byte offset to code point offset for one text, built once, then O(1) a query for ASCII text and a short
// scan otherwise.
class CodepointIndex {
 public:
  explicit CodepointIndex(std::string_view text);
  [[nodiscard]] std::size_t codepoint_at(std::size_t byte_offset) const;

 private:
  static constexpr std::size_t kStride = 256;
  std::string_view text_;
  bool ascii_;
  std::vector<std::uint32_t> marks_;  // code points before byte i * kStride
};

}  // namespace muster::text
