// What the words of `muster dedupe` and `muster link` ask for.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "model/finding.hpp"
#include "resolve/link_columns.hpp"
#include "resolve/link_model.hpp"

namespace muster::cli {

[[nodiscard]] base::Result<resolve::ColumnWishes> wishes_of(
    const Arguments& arguments);  // --id --truth --map --ignore
[[nodiscard]] base::Result<double> share_of(const Arguments& arguments, std::string_view flag,
                                            std::string_view otherwise);
[[nodiscard]] base::Result<std::size_t> threads_of(const Arguments& arguments);
[[nodiscard]] base::Result<std::uint64_t> memory_of(const Arguments& arguments);  // --memory, in bytes

// Nothing is overwritten unasked, and that is said before the work, not after it.
[[nodiscard]] base::Result<void> check_outputs(const Arguments& arguments);

struct Inputs {
  std::vector<model::Judgement> judgements;
  std::map<std::string, std::string> known;
  std::unique_ptr<resolve::LinkModel> model;
};

[[nodiscard]] base::Result<Inputs> read_inputs(const Arguments& arguments);  // --judgements --known --model

// A saved model fits the list when it knows the same fields in the same order.
[[nodiscard]] base::Result<void> check_model(const resolve::LinkModel& model, const resolve::LinkRows& rows,
                                             const std::string& file);

}  // namespace muster::cli
