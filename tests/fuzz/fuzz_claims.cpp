// Any bytes: who says what is found in a time that grows with the text alone, and every span lies inside it.
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "extract/claims.hpp"
#include "extract/mentions.hpp"
#include "text/utf8.hpp"

namespace {

using namespace muster;

#if defined(__SANITIZE_ADDRESS__)
constexpr double kSlower = 10;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr double kSlower = 10;
#else
constexpr double kSlower = 1;
#endif
#else
constexpr double kSlower = 1;
#endif

// Seconds of the processor, so that a busy machine is no slow program. The worst texts known take 2 us a
// byte.
double allowed(std::size_t bytes) {
  return kSlower * (0.1 + 10e-6 * static_cast<double>(bytes));
}

model::Document document_of(std::string_view bytes) {
  std::size_t broken = 0;
  model::Document document;
  document.text = text::repair_utf8(bytes, broken);
  return document;
}

std::vector<model::Claim> claims_of(const model::Document& document) {
  const extract::Analysis analysis(document);
  return extract::find_claims(analysis, extract::find_mentions(analysis), {});
}

void check(const model::Document& document, const std::vector<model::Claim>& claims) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const model::Claim& claim = claims[i];
    base::require(!claim.cue.empty() && !claim.content.empty(), "a claim has a cue and a content");
    base::require(claim.parent < static_cast<std::int32_t>(claims.size()) &&
                      claim.parent != static_cast<std::int32_t>(i),
                  "a claim's parent is another");
    for (const auto* spans : {&claim.source, &claim.cue, &claim.content, &claim.hedge}) {
      for (const model::Span span : *spans) {
        base::require(span.begin < span.end && span.end <= document.text.size(), "a span lies in the text");
        base::require(text::is_valid_utf8(model::text_at(document, span)), "a span cuts no letter");
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto warm = claims_of(document_of("Ada Wolff said that the road was shut."));  // opens tables
  base::require(warm.size() == 1, "a plain sentence is read");
  const model::Document document = document_of({reinterpret_cast<const char*>(data), size});
  const std::clock_t begin = std::clock();
  const auto claims = claims_of(document);
  const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  base::require(took < allowed(document.text.size()), "claims are found in linear time");
  check(document, claims);
  return 0;
}
