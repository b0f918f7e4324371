// The date that a letter or statement prints at its head: "Press service, 21 March 2025", "Kyiv, 3 March
// 2025". Taken as the day of publication where nothing better is known, and said so.
#pragma once

#include <string>

#include "model/document.hpp"

namespace muster::extract {

// EDTF of the one whole date in a short line of its own among the first lines; empty where there is none, or
// two.
[[nodiscard]] std::string printed_date(const model::Document& document);

}  // namespace muster::extract
