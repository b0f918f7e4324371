#include "cli/linkage_arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <set>
#include <thread>

#include "base/file.hpp"
#include "engine/judgement_file.hpp"
#include "resolve/linkage.hpp"
#include "text/letters.hpp"

namespace muster::cli {
namespace {

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    if (comma != 0) parts.emplace_back(rest.substr(0, comma));
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  return parts;
}

bool is_there(const std::string& file) {
  std::error_code error;  // of a name that is too long, say: writing it tells
  return std::filesystem::exists(file, error);
}

}  // namespace

using base::Result;

Result<resolve::ColumnWishes> wishes_of(const Arguments& arguments) {
  resolve::ColumnWishes wishes{arguments.value("id"), arguments.value("truth"), {}, {}};
  for (const std::string& pair : parts_of(arguments.value("map"))) {
    const std::size_t equals = pair.rfind('=');
    if (equals == std::string::npos)
      return base::fail("'" + pair + "' maps nothing", "--map", "write COLUMN=PROPERTY, several with commas");
    wishes.map[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  for (const std::string& column : parts_of(arguments.value("ignore"))) wishes.ignore.insert(column);
  return wishes;
}

Result<double> share_of(const Arguments& arguments, std::string_view flag, std::string_view otherwise) {
  const std::string given = arguments.value(flag, otherwise);
  double value = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
  if (error != std::errc{} || end != given.data() + given.size() || !(value >= 0 && value <= 1))
    return base::fail("'" + given + "' is no probability", fmt::format("--{}", flag),
                      "write a number from 0 to 1");
  return value;
}

Result<std::size_t> threads_of(const Arguments& arguments) {
  const std::string given = arguments.value("threads", "0");
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
  if (error != std::errc{} || end != given.data() + given.size() || value > 256)
    return base::fail("'" + given + "' is no number of threads", "--threads", "write a number from 1 to 256");
  return value == 0 ? std::max(1U, std::thread::hardware_concurrency()) : value;
}

// "200M", "2g", "64 KB", bytes where no unit is named.
Result<std::uint64_t> memory_of(const Arguments& arguments) {
  const std::string given = arguments.value("memory", "");
  if (given.empty()) return resolve::kPairMemory;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
  const std::string unit = text::lower(std::string_view(end, given.data() + given.size()));
  constexpr std::array<std::pair<std::string_view, unsigned>, 5> kUnits{
      {{"", 0}, {"k", 10}, {"m", 20}, {"g", 30}, {"t", 40}}};
  for (const auto& [letter, shift] : kUnits) {
    const bool named = unit == letter || (shift > 0 && (unit == std::string(letter) + "b"));
    if (error == std::errc{} && named && value <= (~std::uint64_t{0} >> shift)) return value << shift;
  }
  return base::fail("'" + given + "' is no size", "--memory", "write a number and a unit, as 200M or 2G");
}

// Nothing is overwritten unasked, and that is said before the work, not after it.
Result<void> check_outputs(const Arguments& arguments) {
  std::vector<std::string> files;
  for (const char* flag : {"clusters", "pairs", "output", "page", "doubts", "save-model"}) {
    const std::string file = arguments.value(flag);
    if (file.empty()) continue;
    if (std::ranges::find(files, file) != files.end())
      return base::fail("is to be written twice", file, "name a file of its own for each output");
    files.push_back(file);
    if (!arguments.has("force") && is_there(file))
      return base::fail("is there already", file, "name another file, or say --force to overwrite it");
  }
  return {};
}

Result<Inputs> read_inputs(const Arguments& arguments) {
  Inputs inputs;
  if (const std::string file = arguments.value("judgements"); !file.empty()) {
    auto judgements = engine::read_judgements(file);
    if (!judgements) return std::unexpected(judgements.error());
    inputs.judgements = std::move(*judgements);
  }
  if (const std::string file = arguments.value("known"); !file.empty()) {
    auto known = engine::read_clusters(file);
    if (!known) return std::unexpected(known.error());
    inputs.known = {known->begin(), known->end()};
  }
  if (const std::string file = arguments.value("model"); !file.empty()) {
    const auto bytes = base::read_file(file);
    if (!bytes) return std::unexpected(bytes.error());
    auto model = resolve::model_from_json(*bytes, file);
    if (!model) return std::unexpected(model.error());
    inputs.model = std::make_unique<resolve::LinkModel>(std::move(*model));
  }
  return inputs;
}

// A saved model fits the list when it knows the same fields in the same order.
Result<void> check_model(const resolve::LinkModel& model, const resolve::LinkRows& rows,
                         const std::string& file) {
  std::string wanted;
  std::string there;
  for (const auto& field : rows.fields)
    wanted += fmt::format("{}{} ({})", wanted.empty() ? "" : ", ", field.name, to_string(field.kind));
  for (const auto& field : model.fields)
    there += fmt::format("{}{} ({})", there.empty() ? "" : ", ", field.name, to_string(field.kind));
  if (wanted == there) return {};
  return base::fail(
      fmt::format("has other fields than the list: {}", there), file,
      fmt::format("the list has {}; save a model from a list like it, or name columns with --map", wanted));
}

}  // namespace muster::cli
