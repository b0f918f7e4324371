// The nominatives that a Russian or Ukrainian noun in another case may come from, by its ending alone:
// "Тарасівки" may be Тарасівка, "Харькове" Харьков. For look-ups in lists of names, where a wrong guess finds
// nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::extract {

// Lower-case words; the word itself comes first. Words of other scripts give only themselves.
[[nodiscard]] std::vector<std::string> nominatives(std::string_view word);

}  // namespace muster::extract
