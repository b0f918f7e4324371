// HTML as text, escaped unless said otherwise: put() escapes every string it is given; only Raw goes through
// as it is.
//
//   put(out, R"(<p dir="auto">{}, {} rows</p>)", document.name, 12);
//
// Raw is for markup that the program made itself, never for words from a document.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <iterator>
#include <string>
#include <string_view>

namespace muster::report {

struct Raw {
  std::string_view html;
};

// & < > " ' as entities, control characters as visible pictures (U+2400..), broken UTF-8 as U+FFFD. Fit for
// text and for quoted attributes.
[[nodiscard]] std::string escape_html(std::string_view text);

// As escape_html, and direction controls are spelled out ("[U+202E]"): for file names and addresses, where
// "invoice[U+202E]fdp.exe" must not read as "invoiceexe.pdf".
[[nodiscard]] std::string escape_file_name(std::string_view name);

template <class T>
[[nodiscard]] auto shielded(const T& value) {
  if constexpr (std::same_as<T, Raw>) {
    return value.html;
  } else if constexpr (std::convertible_to<const T&, std::string_view>) {
    return escape_html(value);
  } else {
    return value;
  }
}

template <class T>
using Shielded = decltype(shielded(std::declval<const T&>()));

template <class... Args>
void put(std::string& out, fmt::format_string<Shielded<Args>...> format, const Args&... args) {
  fmt::format_to(std::back_inserter(out), format, shielded(args)...);
}

}  // namespace muster::report
