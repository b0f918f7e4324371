// What a page says about itself: title, publisher, date of publication, address, language. From JSON-LD, Open
// Graph and other meta tags, <time>, <title> and <html lang>.
#pragma once

#include <string>
#include <string_view>

#include "model/document.hpp"
#include "readers/html_tree.hpp"

namespace muster::readers {

void read_page_metadata(const HtmlTree& tree, model::Document& document);

// The charset that <meta> tags in the first 4 kB declare; empty where none does.
[[nodiscard]] std::string declared_charset(std::string_view page);

}  // namespace muster::readers
