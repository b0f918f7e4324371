// Building a Document: text grows part by part, so that parts come in order and never overlap.
#pragma once

#include <string>
#include <string_view>

#include "model/document.hpp"

namespace muster::readers {

// Appends `text` to the document as `part`, with `separator` before it where the document already has text.
void append_part(model::Document& document, std::string_view text, model::Part part,
                 std::string_view separator);

// Nothing of the file was read.
void refuse(model::Document& document, std::string what, std::string where, std::string remedy);

// The file was read, but the user must know this.
void note(model::Document& document, std::string what, std::string where, std::string remedy);

// One space for each run of white space, none at the ends; line breaks too.
[[nodiscard]] std::string squeeze(std::string_view text);

}  // namespace muster::readers
