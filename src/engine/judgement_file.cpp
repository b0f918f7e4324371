#include "engine/judgement_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/table_lines.hpp"
#include "readers/rows.hpp"

namespace muster::engine {
namespace {

using model::RowColumn;
using model::RowTable;

const std::vector<std::string> kColumns = {"id1",  "id2",        "judgement", "score",
                                           "user", "created_at", "reason"};

const RowColumn* column_named(const RowTable& table, std::string_view name) {
  const auto found = std::ranges::find(table.columns, name, &RowColumn::header);
  return found == table.columns.end() ? nullptr : &*found;
}

base::Result<RowTable> read_with(const std::string& file, const std::vector<std::string>& needed) {
  readers::RowOptions options;
  options.header = readers::HeaderRow::kFirst;
  auto table = readers::read_rows(file, options);
  if (!table) return table;
  for (const std::string& name : needed) {
    if (column_named(*table, name) == nullptr)
      return base::fail(fmt::format("has no column '{}'", name), file,
                        fmt::format("its first line must name: {}", fmt::join(needed, ", ")));
  }
  return table;
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of("\",\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

// A line that was cut short would swallow the next.
bool ends_in_a_line(const std::string& file) {
  std::ifstream from(file, std::ios::binary | std::ios::ate);
  if (!from || from.tellg() <= 0) return true;
  from.seekg(-1, std::ios::end);
  return from.get() == '\n';
}

base::Result<void> append(const std::string& file, const std::string& text) {
  const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (to < 0) return base::fail(fmt::format("cannot be written: {}", std::strerror(errno)), file);
  const bool whole =
      ::write(to, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(to) == 0;
  const int error = errno;
  ::close(to);
  if (!whole) return base::fail(fmt::format("cannot be written: {}", std::strerror(error)), file);
  return {};
}

}  // namespace

base::Result<std::vector<model::Judgement>> read_judgements(const std::string& file) {
  const auto table = read_with(file, {"id1", "id2", "judgement"});
  if (!table) return std::unexpected(table.error());
  const auto cell = [&](std::string_view name, std::size_t row) {
    const RowColumn* column = column_named(*table, name);
    return column == nullptr ? std::string() : column->at(row);
  };
  std::vector<model::Judgement> out;
  for (std::size_t row = 0; row < table->rows; ++row) {
    std::string left = cell("id1", row);
    std::string right = cell("id2", row);
    if (right < left) std::swap(left, right);
    const std::string word = cell("judgement", row);
    model::Judgement judgement{left,
                               right,
                               model::Verdict::kUnsure,
                               base::number_in(cell("score", row)),
                               cell("user", row),
                               cell("created_at", row),
                               cell("reason", row)};
    if (word == "undo") {
      std::erase_if(out, [&](const model::Judgement& j) { return j.left == left && j.right == right; });
      continue;
    }
    bool known = false;
    for (const auto verdict : {model::Verdict::kSame, model::Verdict::kDifferent, model::Verdict::kUnsure}) {
      if (word != to_string(verdict)) continue;
      judgement.verdict = verdict;
      known = true;
    }
    if (!known || left.empty() || left == right)
      return base::fail(known ? "does not name two rows" : fmt::format("'{}' is no judgement", word),
                        fmt::format("{}, line {}", file, row + 2),
                        "say same, different, unsure or undo of two ids");
    out.push_back(std::move(judgement));
  }
  return out;
}

base::Result<void> add_judgement(const std::string& file, const model::Judgement& judgement,
                                 const std::string& word) {
  std::string text;
  std::error_code error;
  if (!std::filesystem::exists(file, error)) text = fmt::format("{}\n", fmt::join(kColumns, ","));
  if (!ends_in_a_line(file)) text += '\n';
  text +=
      fmt::format("{},{},{},{:.6f},{},{},{}\n", quoted(judgement.left), quoted(judgement.right), word,
                  judgement.score, quoted(judgement.user), judgement.created_at, quoted(judgement.reason));
  return append(file, text);
}

base::Result<std::vector<std::pair<std::string, std::string>>> read_clusters(const std::string& file) {
  const auto table = read_with(file, {"id", "cluster"});
  if (!table) return std::unexpected(table.error());
  const RowColumn& id = *column_named(*table, "id");
  const RowColumn& cluster = *column_named(*table, "cluster");
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t row = 0; row < table->rows; ++row) out.emplace_back(id.at(row), cluster.at(row));
  return out;
}

}  // namespace muster::engine
