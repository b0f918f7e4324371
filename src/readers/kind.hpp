// What kind of file is this? The bytes decide first, then the extension.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace muster::readers {

enum class Kind : std::uint8_t {
  kUnknown,
  kText,
  kMarkdown,
  kHtml,
  kDelimited,
  kXlsx,
  kDocx,
  kPdf,
  kPng,
  kJpeg
};

struct Sniffed {
  Kind kind = Kind::kUnknown;
  std::string media_type;
  std::string what;    // for kUnknown: why Muster does not read it
  std::string remedy;  // and what the user can do
};

[[nodiscard]] Sniffed sniff(std::string_view bytes, const std::filesystem::path& path);

}  // namespace muster::readers
