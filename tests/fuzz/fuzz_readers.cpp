// Any bytes, as any format: the first byte chooses the extension. No child programs.
#include <array>
#include <cstdint>
#include <string_view>

#include "base/error.hpp"
#include "extract/extract.hpp"
#include "readers/reader.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace muster;
  constexpr std::array kNames = {"a.txt", "a.html", "a.csv", "a.xlsx", "a.docx", "a.png", "a.jpg", "a.tsv"};
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("%PDF")) return 0;
  const char* name = kNames[size == 0 ? 0 : size % kNames.size()];
  const auto document = readers::read_bytes(bytes, name, {.published = "", .publisher = "", .ocr = false});
  base::require(text::is_valid_utf8(document.text), "a document's text is valid UTF-8");
  std::uint32_t end = 0;
  for (const auto& part : document.parts) {
    base::require(
        part.span.begin >= end && part.span.end >= part.span.begin && part.span.end <= document.text.size(),
        "parts are in order");
    end = part.span.end;
  }
  (void)extract::extract(document);
  return 0;
}
