#include "model/finding.hpp"

#include <array>

namespace muster::model {

const char* to_string(FindingKind kind) {
  constexpr std::array kNames{"agree",   "narrower",         "conflict", "update",    "correction",  "copy",
                              "rewrite", "shared quotation", "cites",    "same root", "count-check", "gap"};
  return kNames[static_cast<std::size_t>(kind)];
}

const char* to_string(Verdict verdict) {
  constexpr std::array kNames{"same", "different", "unsure"};
  return kNames[static_cast<std::size_t>(verdict)];
}

}  // namespace muster::model
