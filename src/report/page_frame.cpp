#include "report/page_frame.hpp"

#include <fmt/format.h>

#include "base/sha256.hpp"

namespace muster::report {
namespace {

unsigned hex_value(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

// "sha256-<base64>", as a content security policy wants it.
std::string policy_hash(std::string_view bytes) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string hash = "sha256-";
  unsigned held = 0;
  int bits = 0;
  for (const char digit : base::sha256_hex(bytes)) {
    held = held << 4U | hex_value(digit);
    bits += 4;
    if (bits < 6) continue;
    bits -= 6;
    hash += kAlphabet[held >> static_cast<unsigned>(bits) & 63U];
  }
  if (bits > 0) hash += kAlphabet[held << static_cast<unsigned>(6 - bits) & 63U];
  return hash + '=';
}

}  // namespace

std::string filled(std::string_view frame,
                   std::span<const std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  while (true) {
    const std::size_t open = frame.find("{{");
    out += frame.substr(0, open);
    if (open == frame.npos) return out;
    const std::size_t close = frame.find("}}", open);
    const std::string_view name = frame.substr(open + 2, close - open - 2);
    for (const auto& [key, value] : values) {
      if (key == name) out += value;
    }
    frame.remove_prefix(close + 2);
  }
}

std::string content_policy(std::string_view style, std::string_view script) {
  return fmt::format(
      "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
      policy_hash(script), policy_hash(style));
}

}  // namespace muster::report
