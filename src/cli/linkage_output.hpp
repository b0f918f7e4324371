// What `muster dedupe` and `muster link` tell and write.
#pragma once

#include <optional>
#include <string>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "engine/lists.hpp"
#include "resolve/link_measures.hpp"

namespace muster::cli {

// What there is to write about.
struct Work {
  const engine::Lists& lists;
  const resolve::LinkRows& rows;
  const resolve::Linkage& linkage;
  double threshold = 0;
  std::optional<resolve::LinkMeasures> measures = {};
};

// What was made of each column; how pairs were found; what a person should look at: to stderr.
void tell_columns(const engine::Lists& lists);
void tell_rules(const resolve::Linkage& linkage);
void tell_doubts(const resolve::Linkage& linkage);
void tell_measures(const resolve::LinkMeasures& measures);

// Where the truth was asked for.
[[nodiscard]] std::optional<resolve::LinkMeasures> measures_of(const engine::Lists& lists,
                                                               const resolve::LinkRows& rows,
                                                               const resolve::Linkage& linkage, bool asked);

[[nodiscard]] std::size_t count_clusters(const resolve::Linkage& linkage);  // of two rows and more
[[nodiscard]] std::string grouped(std::uint64_t number);                    // 1,234,567

// All files that were asked for.
[[nodiscard]] base::Result<void> write_files(const Arguments& arguments, const Work& work);

}  // namespace muster::cli
