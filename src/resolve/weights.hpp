// The match weights of data/resolve/weights.tsv by name. What each means and how it was chosen stands there.
#pragma once

#include <string_view>

namespace muster::resolve {

struct Weight {
  double bits = 0;     // or a share or probability, where the file says so
  double ceiling = 1;  // the probability that other evidence may not lift a pair above
};

// `name` must be in the file.
[[nodiscard]] const Weight& weight(std::string_view name);

}  // namespace muster::resolve
