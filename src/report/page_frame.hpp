// The frame of a page that stands by itself: a template from data/report with values put in, and the policy
// that keeps a browser from running or fetching anything else.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace muster::report {

// Puts values at {{name}} in the template, in one pass: what is put in is not searched again.
[[nodiscard]] std::string filled(std::string_view frame,
                                 std::span<const std::pair<std::string_view, std::string_view>> values);

// For the http-equiv of Content-Security-Policy: this style and this script alone, nothing from outside.
[[nodiscard]] std::string content_policy(std::string_view style, std::string_view script);

}  // namespace muster::report
