#include "readers/json_rows.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/table_lines.hpp"
#include "readers/row_builder.hpp"
#include "readers/row_layout.hpp"

namespace muster::readers {
namespace {

// A number is kept as it is written: 0012 of an identifier or 19 digits must not change. Deep nesting costs
// no stack.
constexpr unsigned kParsing = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag;
constexpr int kMostLevels = 4;
constexpr std::size_t kMostColumns = 16384;
constexpr std::size_t kMostCells = std::size_t{1} << 30;

using rapidjson::Value;

std::string_view text_of(const Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

class JsonFiller {
 public:
  // False where the value is no object.
  bool add(const Value& value) {
    if (!value.IsObject()) return false;
    cells_.clear();
    const auto schema = value.FindMember("schema");
    const auto properties = value.FindMember("properties");
    if (schema != value.MemberEnd() && schema->value.IsString() && properties != value.MemberEnd() &&
        properties->value.IsObject())
      gather_entity(value, schema->value, properties->value);
    else
      gather("", value, 0);
    write_row();
    return true;
  }

  [[nodiscard]] bool too_large() const { return builder_.rows() * builder_.columns() > kMostCells; }
  [[nodiscard]] std::size_t rows() const { return builder_.rows(); }

  model::RowTable finish() {
    model::RowTable table = builder_.finish();
    if (left_out_ > 0)
      table.problems.push_back(
          {fmt::format("{} values are lists of objects, or nested deeper than {} levels; "
                       "left out",
                       left_out_, kMostLevels),
           "", "give one object a row", false});
    return table;
  }

 private:
  struct Cell {
    std::size_t column;
    std::string value;
  };

  void gather_entity(const Value& entity, const Value& schema, const Value& properties) {
    if (const auto id = entity.FindMember("id"); id != entity.MemberEnd()) gather("id", id->value, 1);
    gather("schema", schema, 1);
    for (const auto& property : properties.GetObject()) gather(text_of(property.name), property.value, 1);
  }

  void gather(std::string_view name, const Value& value, int level) {
    if (value.IsObject() && level < kMostLevels) {
      const std::string prefix = level == 0 ? "" : std::string(name) + ".";
      for (const auto& member : value.GetObject())
        gather(prefix + std::string(text_of(member.name)), member.value, level + 1);
    } else if (value.IsArray()) {
      for (const Value& one : value.GetArray()) put(name, one);
    } else {
      put(name, value);
    }
  }

  void put(std::string_view name, const Value& value) {
    if (value.IsString()) return put_text(name, text_of(value));
    if (value.IsBool()) return put_text(name, value.GetBool() ? "true" : "false");
    // An entity within an entity stands for itself by its id.
    const auto id = value.IsObject() ? value.FindMember("id") : Value::ConstMemberIterator();
    if (value.IsObject() && id != value.MemberEnd() && id->value.IsString())
      return put_text(name, text_of(id->value));
    if (!value.IsNull()) ++left_out_;
  }

  void put_text(std::string_view name, std::string_view text) {
    text = trimmed(text);
    const auto column = column_of(trimmed(name));
    if (!column || text.empty()) return;
    std::size_t& place = place_of_[*column];
    if (place < cells_.size() && cells_[place].column == *column) {
      cells_[place].value.append(model::kValueSeparator).append(text);
      return;
    }
    place = cells_.size();
    cells_.push_back({*column, std::string(text)});
  }

  std::optional<std::size_t> column_of(std::string_view name) {
    const auto found = columns_.find(name);
    if (found != columns_.end()) return found->second;
    if (columns_.size() == kMostColumns) return ++left_out_, std::nullopt;
    const std::size_t column =
        builder_.add_column(name.empty() ? fmt::format("column {}", columns_.size() + 1) : std::string(name));
    place_of_.push_back(0);
    return columns_.emplace(name, column).first->second;
  }

  void write_row() {
    builder_.begin_row();
    for (const Cell& cell : cells_) builder_.set(cell.column, cell.value);
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  RowBuilder builder_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> columns_;
  std::vector<Cell> cells_;            // of the row being read
  std::vector<std::size_t> place_of_;  // by column: where in cells_ its value was put last
  std::size_t left_out_ = 0;
};

std::unexpected<base::Error> too_large() {
  return base::fail(fmt::format("the list has more than {} cells", kMostCells), "",
                    "split the list, or leave out fields");
}

base::Result<model::RowTable> array_rows(std::string_view text) {
  rapidjson::Document all;
  all.Parse<kParsing>(text.data(), text.size());
  if (all.HasParseError() || !all.IsArray())
    return base::fail("the file is no JSON", fmt::format("byte {}", all.GetErrorOffset()),
                      "give an array of objects, or one object a line");
  JsonFiller filler;
  std::size_t broken = 0;
  for (const Value& value : all.GetArray()) {
    broken += filler.add(value) ? 0 : 1;
    if (filler.too_large()) return too_large();
  }
  model::RowTable table = filler.finish();
  if (broken > 0)
    table.problems.push_back({fmt::format("{} entries of the array are no objects; left out", broken), "",
                              "give an array of objects", false});
  return table;
}

base::Result<model::RowTable> line_rows(std::string_view text) {
  JsonFiller filler;
  std::size_t broken = 0;
  std::size_t first_broken = 0;
  for (std::size_t line_number = 1; !text.empty(); ++line_number) {
    const std::string_view line = trimmed(base::cut(text, '\n'));
    if (line.empty()) continue;
    rapidjson::Document object;
    object.Parse<kParsing>(line.data(), line.size());
    if (object.HasParseError() || !filler.add(object)) {
      if (broken++ == 0) first_broken = line_number;
    }
    if (filler.too_large()) return too_large();
  }
  if (filler.rows() == 0 && broken > 0)
    return base::fail("no line of the file is a JSON object", "",
                      "give one object a line, or an array of them");
  model::RowTable table = filler.finish();
  if (broken > 0)
    table.problems.push_back({fmt::format("{} no JSON object; left out",
                                          broken == 1 ? "1 line is" : fmt::format("{} lines are", broken)),
                              fmt::format("first in line {}", first_broken), "give one object a line",
                              false});
  return table;
}

}  // namespace

base::Result<model::RowTable> json_rows(std::string_view text) {
  const std::string_view start = trimmed(text.substr(0, 1024));
  if (start.starts_with('[')) return array_rows(text);
  return line_rows(text);
}

}  // namespace muster::readers
