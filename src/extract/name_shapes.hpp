// What the letters of a word say about it: is it a Cyrillic family name, a patronymic, the genitive of an
// office's name; do these capitals abbreviate that name? Words come in lower case.
#pragma once

#include <string>
#include <string_view>

namespace muster::extract {

[[nodiscard]] bool looks_like_cyrillic_surname(
    std::string_view word);  // any case form: "петренко", "ковалем"
[[nodiscard]] bool is_patronymic(std::string_view word);
[[nodiscard]] bool looks_genitive(std::string_view word);
[[nodiscard]] bool is_cyrillic_adjective(std::string_view word);
[[nodiscard]] bool is_office_stem(std::string_view word);  // "министерств-", "генштаб-", in any case form
// A word without its case ending, so that "Коваль" and "Коваля" meet. Rough: for look-ups inside one
// document.
[[nodiscard]] std::string stem_of(std::string_view word);
[[nodiscard]] bool is_country_name(std::string_view name);  // as written, with capitals
// "WSJ" for "The Wall Street Journal": the letters stand at word starts, in order.
[[nodiscard]] bool abbreviates(std::string_view letters, std::string_view name);

}  // namespace muster::extract
