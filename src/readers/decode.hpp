// Bytes of unknown encoding into valid UTF-8. UTF-8 and UTF-16 are recognised by themselves; legacy encodings
// by what the file declares, then by uchardet, with the Cyrillic ones told apart by how their letters fall.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "model/document.hpp"

namespace muster::readers {

struct Decoded {
  std::string text;      // no byte order mark; line breaks as they are
  std::string encoding;  // "UTF-8", "windows-1251", ...
};

// Adds a Problem to the document where bytes had to be repaired or the encoding was guessed. Fails, with a
// remedy, where the bytes are no text. `declared` is the encoding that the file names itself, or empty.
[[nodiscard]] base::Result<Decoded> decode(std::string_view bytes, std::string_view declared,
                                           model::Document& document);

}  // namespace muster::readers
