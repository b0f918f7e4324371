#include <algorithm>
#include <cmath>
#include <optional>

#include "names/korean.hpp"

namespace muster::names {
namespace {

constexpr double kOtherSyllable = -9;
constexpr double kSameInitial = 2;  // but in sounds that one hears and spells alike
constexpr double kSameFinal = 1.5;
constexpr double kContradicts = -3;  // a spelling so unusual that another syllable is likelier
constexpr double kMostWithContradiction = 5;

// log2 of how much likelier the two spellings are for one syllable than for two drawn by chance.
double bits_of_parts(const KoreanPart& a, const KoreanPart& b) {
  double both = 0;
  auto x = a.options.begin();
  auto y = b.options.begin();
  while (x != a.options.end() && y != b.options.end()) {
    if (x->id == y->id)
      both +=
          double{x->probability} * double{y->probability} * double{korean_tables().frequency(a.place, x->id)};
    if (x->id < y->id) {
      ++x;
    } else {
      ++y;
    }
  }
  const double least =
      kOtherSyllable + (a.initial == b.initial ? kSameInitial : 0) + (a.final == b.final ? kSameFinal : 0);
  if (both <= 0) return least;
  return std::max(std::log2(both) + double{a.bits} + double{b.bits}, least);
}

KoreanAgreement weigh(const KoreanReading& a, const KoreanReading& b) {
  const double family = bits_of_parts(a.family, b.family);
  KoreanAgreement out{0, 0, family > kContradicts, family <= kContradicts, &a, &b};
  double positive = std::max(family, 0.0);
  double against = std::min(family, 0.0);
  if (a.given.size() != b.given.size()) {
    against += kOtherSyllable;
    out.contradicts = true;
  } else {
    for (std::size_t i = 0; i < a.given.size(); ++i) {
      const double bits = bits_of_parts(a.given[i], b.given[i]);
      out.given_bits += std::max(bits, 0.0);
      positive += std::max(bits, 0.0);
      against += std::min(bits, 0.0);
      out.contradicts = out.contradicts || bits <= kContradicts;
    }
  }
  if (out.contradicts) positive = std::min(positive, kMostWithContradiction);
  out.bits = positive + against - double{a.doubt} - double{b.doubt};
  return out;
}

}  // namespace

KoreanAgreement agree(std::span<const KoreanReading> left, std::span<const KoreanReading> right) {
  std::optional<KoreanAgreement> best;
  for (const KoreanReading& a : left) {
    for (const KoreanReading& b : right) {
      const KoreanAgreement found = weigh(a, b);
      if (!best || found.bits > best->bits) best = found;
    }
  }
  return *best;
}

}  // namespace muster::names
