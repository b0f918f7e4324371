#include "readers/decode.hpp"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "readers/parts.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::readers {
namespace {

constexpr std::size_t kSample = 64 << 10;
// So few broken bytes tell no encoding: they are damage.
constexpr std::size_t kFewBytes = 5;

base::Result<Decoded> no_text() {
  return base::fail("the file holds binary data, not text", "",
                    "if it is a document, give it its right extension");
}

// ICU's converters take and give chunks of at most 2^31 bytes; files here are at most 2^30.
base::Result<Decoded> convert(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding.c_str(), &status),
                                                                ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status), ucnv_close);
  if (U_FAILURE(status))
    return base::fail("the encoding " + encoding + " is not known", "", "save the file as UTF-8");
  Decoded decoded{std::string(bytes.size() * 3 + 16, '\0'), encoding};
  char* target = decoded.text.data();
  const char* source = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &target, decoded.text.data() + decoded.text.size(), &source,
                 bytes.data() + bytes.size(), nullptr, nullptr, nullptr, nullptr, true, true, &status);
  if (U_FAILURE(status))
    return base::fail("the text cannot be read as " + encoding, "", "save the file as UTF-8");
  decoded.text.resize(static_cast<std::size_t>(target - decoded.text.data()));
  return decoded;
}

// "LE" or "BE" where every other byte of the sample is mostly NUL, as in UTF-16 of European languages.
std::string utf16_order(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  const std::string_view sample = bytes.substr(0, kSample);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < sample.size(); ++i) nuls[i % 2] += sample[i] == '\0';
  const std::size_t half = sample.size() / 2;
  if (nuls[1] * 2 > half && nuls[0] * 20 < half) return "UTF-16LE";
  if (nuls[0] * 2 > half && nuls[1] * 20 < half) return "UTF-16BE";
  return {};
}

bool has_binary_controls(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  const auto controls = std::ranges::count_if(sample, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B;
  });
  return static_cast<std::size_t>(controls) * 50 > sample.size();
}

struct Damage {
  std::size_t broken = 0;
  std::size_t multibyte = 0;   // well-formed sequences of two bytes or more
  std::size_t first_line = 0;  // of the first broken byte, from 1
};

Damage assess(std::string_view bytes) {
  Damage damage;
  std::size_t lines = 1;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const char32_t codepoint = text::next_codepoint(bytes, at);
    lines += codepoint == '\n';
    if (codepoint == text::kReplacement && at == begin + 1) {
      if (damage.broken++ == 0) damage.first_line = lines;
    } else {
      damage.multibyte += at > begin + 1;
    }
  }
  return damage;
}

Decoded repair(std::string_view bytes, const Damage& damage, model::Document& document) {
  std::size_t broken = 0;
  Decoded decoded{text::repair_utf8(bytes, broken), "UTF-8"};
  note(document,
       std::to_string(broken) + (broken == 1 ? " byte is" : " bytes are") +
           " no valid UTF-8 and shown as U+FFFD",
       "first in line " + std::to_string(damage.first_line), "save the file as UTF-8");
  return decoded;
}

std::string detected_by_uchardet(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
  const std::string_view sample = bytes.substr(0, std::size_t{1} << 20);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// How well the text reads as a Slavic language: common small letters count for, capitals inside words and
// other signs against. Means anything only between readings of the same bytes.
double cyrillic_fit(std::string_view text) {
  constexpr std::u32string_view kCommon = U"оеаинтсрвлкмдпуяіы";
  constexpr std::u32string_view kBeyondBasic = U"ёіїєґЁІЇЄҐ";
  double score = 0;
  bool after_small = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_codepoint(text, at);
    const bool beyond = kBeyondBasic.find(c) != std::u32string_view::npos;
    const bool small = (c >= 0x430 && c <= 0x44F) || (beyond && text::to_lower(c) == c);
    const bool capital = (c >= 0x410 && c <= 0x42F) || (beyond && !small);
    if (kCommon.find(c) != std::u32string_view::npos) {
      score += 2;
    } else if (small) {
      score += 0.5;
    } else if (capital) {
      score += after_small ? -3 : 0.25;
    } else if (c >= 0x80) {
      score -= c < 0x2000 ? 1.5 : c >= 0x2190 ? 3 : 0;
    }
    after_small = small;
  }
  return score;
}

std::string best_cyrillic(std::string_view bytes) {
  std::string best;
  double best_fit = -std::numeric_limits<double>::infinity();
  for (const char* encoding : {"windows-1251", "KOI8-U", "IBM866", "ISO-8859-5", "x-mac-cyrillic"}) {
    const auto reading = convert(bytes.substr(0, kSample), encoding);
    const double fit = reading ? cyrillic_fit(reading->text) : best_fit;
    if (fit > best_fit) best = encoding;
    best_fit = std::max(fit, best_fit);
  }
  return best;
}

bool is_cyrillic_guess(const std::string& encoding) {
  constexpr std::array<std::string_view, 6> kNames{"WINDOWS-1251", "KOI8-R",     "KOI8-U",
                                                   "IBM866",       "ISO-8859-5", "MAC-CYRILLIC"};
  return std::ranges::find(kNames, encoding) != kNames.end() || encoding == "IBM855";
}

// High bytes stand in runs in Cyrillic words, and singly between ASCII letters in Western ones.
bool high_bytes_run(std::string_view bytes) {
  std::size_t pairs = 0;
  std::size_t high = 0;
  bool before = false;
  for (const char c : bytes.substr(0, kSample)) {
    const bool now = static_cast<unsigned char>(c) >= 0x80;
    high += now;
    pairs += now && before;
    before = now;
  }
  return pairs * 2 > high;
}

base::Result<Decoded> decode_legacy(std::string_view bytes, std::string_view declared,
                                    model::Document& document) {
  if (!declared.empty()) {
    if (auto decoded = convert(bytes, std::string(declared))) return decoded;
  }
  std::string guess = detected_by_uchardet(bytes);
  std::string upper = guess;
  std::ranges::transform(upper, upper.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  const bool east = upper.starts_with("GB") || upper.starts_with("BIG5") || upper.starts_with("EUC") ||
                    upper.starts_with("SHIFT") || upper == "UHC";
  if (is_cyrillic_guess(upper) || (!east && high_bytes_run(bytes))) guess = best_cyrillic(bytes);
  if (guess.empty() || upper == "ASCII" || upper == "UTF-8") guess = "windows-1252";
  auto decoded = convert(bytes, guess);
  if (!decoded) decoded = convert(bytes, "windows-1252");
  if (decoded)
    note(document, "the file does not name its encoding; it was read as " + decoded->encoding, "",
         "check some names; save the file as UTF-8 where they look wrong");
  return decoded;
}

base::Result<Decoded> decode_bytes(std::string_view bytes, std::string_view declared,
                                   model::Document& document) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (const std::string order = utf16_order(bytes); !order.empty()) {
    const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    return convert(bytes.substr(marked ? 2 : 0), order);
  }
  if (bytes.find('\0') != std::string_view::npos) return no_text();
  if (text::is_valid_utf8(bytes)) return Decoded{std::string(bytes), "UTF-8"};
  const Damage damage = assess(bytes);
  if (damage.multibyte > damage.broken) return repair(bytes, damage, document);
  if (has_binary_controls(bytes)) return no_text();
  if (declared == "utf-8" || declared == "utf8") declared = {};
  if (declared.empty() && damage.broken + damage.multibyte < kFewBytes)
    return repair(bytes, damage, document);
  return decode_legacy(bytes, declared, document);
}

}  // namespace

base::Result<Decoded> decode(std::string_view bytes, std::string_view declared, model::Document& document) {
  auto decoded = decode_bytes(bytes, declared, document);
  if (decoded && decoded->text.find('\0') != std::string::npos) return no_text();
  if (decoded && !text::is_valid_utf8(decoded->text)) {
    std::size_t broken = 0;
    decoded->text = text::repair_utf8(decoded->text, broken);
  }
  return decoded;
}

}  // namespace muster::readers
