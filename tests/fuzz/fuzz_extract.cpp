// Any bytes, as a plain text: reading and extraction end, and every span lies inside the text.
#include <cstdint>
#include <string_view>

#include "base/error.hpp"
#include "extract/extract.hpp"
#include "readers/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace muster;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document =
      readers::read_bytes(bytes, "input.txt", {.published = "2025-04-12", .publisher = "", .ocr = false});
  const auto found = extract::extract(document);
  const auto inside = [&](model::Span span) {
    base::require(span.begin <= span.end && span.end <= document.text.size(), "a span lies in the text");
  };
  for (const auto& m : found.mentions) inside(m.span);
  for (const auto& d : found.dates) inside(d.span);
  for (const auto& q : found.quantities) inside(q.span);
  for (const auto& p : found.places) inside(p.span);
  for (const auto& c : found.claims) {
    for (const auto* spans : {&c.source, &c.cue, &c.content, &c.hedge}) {
      for (const auto span : *spans) inside(span);
    }
  }
  return 0;
}
