#include "extract/attribution_pieces.hpp"

namespace muster::extract {

using syntax::Tag;
using namespace word_class;

std::uint32_t bucket(std::uint32_t n) {
  if (n <= 4) return n;
  if (n <= 7) return 5;
  if (n <= 12) return 6;
  if (n <= 20) return 7;
  return n <= 40 ? 8 : 9;
}

std::uint32_t sort_of(const SpeechText& text, std::uint32_t i) {
  constexpr std::array kBits{
      kPronoun,      kPossessive, kObject,      kTitle,       kFirstName,    kPersonNoun, kOfficeNoun,
      kArtifactNoun, kGroupNoun,  kNationality, kMediaName,   kTime,         kNumber,     kCueNoun,
      kRelative,     kThat,       kNegation,    kCoordinator, kSubordinator, kDeterminer, kPreposition};
  for (std::uint32_t b = 0; b < kBits.size(); ++b) {
    if (text.is(i, kBits[b])) return b + 1;
  }
  return 0;
}

std::uint32_t group_before(const AttributionView& view, std::uint32_t i) {
  std::uint32_t bits = 0;
  for (std::uint32_t k = 1; k <= 4 && k <= i; ++k) {
    const std::uint32_t at = i - k;
    const SpeechText& text = view.text();
    if (text.is(at, kNegation)) bits |= 1;
    if (text.is(at, kBe))
      bits |= 2;
    else if (view.tag(at) == Tag::kMd)
      bits |= 4;
    else if (text.is(at, kAuxiliary))
      bits |= 8;
    else if (view.tag(at) == Tag::kTo)
      bits |= 16;
    else if (view.tag(at) != Tag::kRb && !text.is(at, kAdverb | kNegation))
      break;
  }
  return bits;
}

}  // namespace muster::extract
