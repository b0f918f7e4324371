// From gathered names to the bytes of an index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "names/index.hpp"
#include "names/index_words.hpp"

namespace muster::names {

constexpr std::size_t kMostNames = 400'000'000;
constexpr std::size_t kMostNumbers = 0xFFFF'FF00;

struct GatheredName {
  std::uint64_t opening = 0;  // the text's first eight bytes, for sorting
  std::uint64_t text = 0;     // offset
  std::uint32_t numbers = 0;  // offset of its words' numbers
  std::uint32_t size = 0;     // bytes of text
  std::uint32_t id = 0;       // number plus one; 0: none
  std::uint32_t count = 0;    // of words, 1 to kMostWords
};

struct GatheredNames {
  std::string text;
  std::vector<std::uint32_t> word_numbers;
  std::vector<GatheredName> names;
  std::vector<IndexWord> words;
  std::vector<std::string> ids;

  [[nodiscard]] std::string_view text_of(const GatheredName& name) const {
    return std::string_view(text).substr(name.text, name.size);
  }
  [[nodiscard]] std::string_view id_of(const GatheredName& name) const {
    return name.id == 0 ? std::string_view() : std::string_view(ids[name.id - 1]);
  }
};

// `names` are in their final order. `frequent` 0: by the number of names.
[[nodiscard]] std::string lay_out(GatheredNames gathered, const std::vector<IndexSource>& sources,
                                  std::uint32_t frequent);

}  // namespace muster::names
