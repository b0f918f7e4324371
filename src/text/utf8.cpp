#include "text/utf8.hpp"

#include <algorithm>

namespace muster::text {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

// Length of the well-formed sequence at `at` (Unicode table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte_at(text, at + i))) return 0;
  }
  const unsigned char second = byte_at(text, at + 1);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool surrogate = first == 0xED && second > 0x9F;
  const bool too_large = first == 0xF4 && second > 0x8F;
  return overlong || surrogate || too_large ? 0 : length;
}

char32_t decode(std::string_view text, std::size_t at, std::size_t length) {
  const unsigned char first = byte_at(text, at);
  if (length == 1) return first;
  char32_t codepoint = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) codepoint = codepoint << 6 | (byte_at(text, at + i) & 0x3FU);
  return codepoint;
}

}  // namespace

char32_t next_codepoint(std::string_view text, std::size_t& at) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  const std::size_t length = sequence_length(text, at);
  if (length == 0) {
    ++at;
    return kReplacement;
  }
  const char32_t codepoint = decode(text, at, length);
  at += length;
  return codepoint;
}

char32_t previous_codepoint(std::string_view text, std::size_t& at) {
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && is_continuation(byte_at(text, start))) --start;
  std::size_t end = start;
  const char32_t codepoint = next_codepoint(text, end);
  if (end == at) {
    at = start;
    return codepoint;
  }
  --at;
  return kReplacement;
}

void append_utf8(std::string& to, char32_t codepoint) {
  const auto put = [&to](char32_t value) { to += static_cast<char>(static_cast<unsigned char>(value)); };
  if (codepoint < 0x80) {
    put(codepoint);
  } else if (codepoint < 0x800) {
    put(0xC0 | codepoint >> 6);
    put(0x80 | (codepoint & 0x3F));
  } else if (codepoint < 0x10000) {
    put(0xE0 | codepoint >> 12);
    put(0x80 | (codepoint >> 6 & 0x3F));
    put(0x80 | (codepoint & 0x3F));
  } else {
    put(0xF0 | codepoint >> 18);
    put(0x80 | (codepoint >> 12 & 0x3F));
    put(0x80 | (codepoint >> 6 & 0x3F));
    put(0x80 | (codepoint & 0x3F));
  }
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out += next_codepoint(text, at);
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t codepoint : text) append_utf8(out, codepoint);
  return out;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string repair_utf8(std::string_view bytes, std::size_t& broken) {
  std::string out;
  out.reserve(bytes.size());
  broken = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) {
      append_utf8(out, kReplacement);
      ++broken;
      ++at;
    } else {
      out.append(bytes, at, length);
      at += length;
    }
  }
  return out;
}

CodepointIndex::CodepointIndex(std::string_view text) : text_(text), ascii_(is_ascii(text)) {
  if (ascii_) return;
  std::uint32_t seen = 0;
  marks_.reserve(text.size() / kStride + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStride == 0) marks_.push_back(seen);
    seen += !is_continuation(byte_at(text, i));
  }
  if (text.size() % kStride == 0) marks_.push_back(seen);
}

std::size_t CodepointIndex::codepoint_at(std::size_t byte_offset) const {
  byte_offset = std::min(byte_offset, text_.size());
  if (ascii_) return byte_offset;
  const std::size_t mark = byte_offset / kStride;
  std::size_t count = marks_[mark];
  for (std::size_t i = mark * kStride; i < byte_offset; ++i) count += !is_continuation(byte_at(text_, i));
  return count;
}

}  // namespace muster::text
