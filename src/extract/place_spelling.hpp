// One spelling for the names of places: how the gazetteer has them and how texts are looked up in it.
#pragma once

#include <string>
#include <string_view>

namespace muster::extract {

// Lower case without accents, apostrophes and marks: "Saint-Étienne" is "saint etienne".
[[nodiscard]] std::string normalise_place(std::string_view name);

}  // namespace muster::extract
