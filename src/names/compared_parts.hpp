// Why two names agree or not, part against part and reading against reading: compare() as data.
//
//   for (const ComparedPart& part : compared_parts(prepare("Чжан Жэньбо"), prepare("ZHANG RENBO")))
//     ...   // family: Чжан / Zhang, the same reading, Zhang / Zhang, 4.1 bits
#pragma once

#include <string>
#include <vector>

#include "names/compare.hpp"

namespace muster::names {

struct ComparedPart {
  std::string left;  // as written, lower case; empty where that side lacks it
  std::string right;
  std::string_view part;  // "family", "given", "patronymic", "particle", "title", "generation", "legal form",
                          // "place", "number", "word"
  std::string_view relation;  // "same", "same reading", "same meaning", "near", "joined", "short form",
                              // "initial", "acronym", "missing", "contradicts"
  std::string reading_left;   // in Latin letters; empty where it is as written
  std::string reading_right;
  double bits = 0;  // what it tells; agreement that stands beside doubts counts for less in the whole
};

[[nodiscard]] std::vector<ComparedPart> compared_parts(const Name& a, const Name& b);

}  // namespace muster::names
