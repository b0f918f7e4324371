#include "names/name_list.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/table_lines.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kIdColumns[] = {"id", "entity_id", "ent_num", "uid"};

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// "Full Name" is full_name.
std::string heading(std::string_view cell) {
  std::string out = text::lower(trimmed(cell));
  std::ranges::replace(out, ' ', '_');
  return out;
}

// Cuts one row off the front of `rest`. Quoted cells may hold separators, line breaks and doubled quotes.
void cut_row(std::string_view& rest, char separator, bool quotes, std::vector<std::string>& cells) {
  cells.assign(1, {});
  bool inside = false;
  std::size_t at = 0;
  for (; at < rest.size(); ++at) {
    const char c = rest[at];
    if (inside) {
      if (c != '"') {
        cells.back() += c;
      } else if (at + 1 < rest.size() && rest[at + 1] == '"') {
        cells.back() += rest[++at];
      } else {
        inside = false;
      }
    } else if (c == '"' && quotes && cells.back().empty()) {
      inside = true;
    } else if (c == separator) {
      cells.emplace_back();
    } else if (c == '\n') {
      break;
    } else {
      cells.back() += c;
    }
  }
  rest.remove_prefix(std::min(at + 1, rest.size()));
  if (!cells.back().empty() && cells.back().back() == '\r') cells.back().pop_back();
}

class Reader {
 public:
  Reader(std::string_view bytes, const ListOptions& options, const ListVisitor& visit)
      : all_(bytes), rest_(bytes), options_(options), visit_(visit) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }

  ListCounts lines() {
    while (!rest_.empty()) {
      const std::string_view line = trimmed(base::cut(rest_, '\n'));
      ++counts_.rows;
      give(line, {});
      finish_row();
    }
    return counts_;
  }

  ListCounts table(char separator) {
    const bool quotes = separator == ',' || rest_.starts_with('"');
    std::vector<std::string> cells;
    std::string_view after = rest_;
    cut_row(after, separator, quotes, cells);
    if (find_columns(cells)) rest_ = after;
    while (!rest_.empty()) {
      cut_row(rest_, separator, quotes, cells);
      ++counts_.rows;
      const std::string_view id = id_ && *id_ < cells.size() ? trimmed(cells[*id_]) : std::string_view();
      if (name_ < cells.size()) give(trimmed(cells[name_]), id);
      for (const std::size_t other : others_) {
        if (other < cells.size()) give_each(cells[other], id);
      }
      finish_row();
    }
    return counts_;
  }

  base::Result<ListCounts> json() {
    if (trimmed(rest_).starts_with('[')) return json_array();
    while (!rest_.empty()) {
      const std::string_view line = trimmed(base::cut(rest_, '\n'));
      if (line.empty()) continue;
      ++counts_.rows;
      entity(Json::parse(line, nullptr, false));
    }
    return counts_;
  }

 private:
  base::Result<ListCounts> json_array() {
    const Json all = Json::parse(rest_, nullptr, false);
    if (all.is_discarded())
      return base::fail("is no JSON", {}, "give an array of objects, or an object a line");
    rest_ = {};
    for (const Json& one : all) {
      ++counts_.rows;
      entity(one);
    }
    return counts_;
  }

  void entity(const Json& object) {
    if (!object.is_object()) {
      ++counts_.broken;
      return;
    }
    std::string id;
    if (const auto found = object.find("id"); found != object.end())
      id = found->is_string() ? found->get<std::string>() : found->dump();
    const auto properties = object.find("properties");
    if (properties != object.end() && properties->is_object()) {
      for (const char* field : {"name", "alias", "weakAlias", "previousName"})
        give_field(*properties, field, id);
    }
    for (const std::string_view field : options_.columns) {
      if (!given_) give_field(object, field, id);
    }
    finish_row();
  }

  void give_field(const Json& object, std::string_view field, const std::string& id) {
    const auto found = object.find(field);
    if (found == object.end()) return;
    if (found->is_string()) give(trimmed(found->get_ref<const std::string&>()), id);
    if (!found->is_array()) return;
    for (const Json& one : *found) {
      if (one.is_string()) give(trimmed(one.get_ref<const std::string&>()), id);
    }
  }

  bool find_columns(const std::vector<std::string>& cells) {
    std::vector<std::string> headings;
    for (const std::string& cell : cells) headings.push_back(heading(cell));
    const auto place = [&](std::string_view name) {
      return static_cast<std::size_t>(std::ranges::find(headings, name) - headings.begin());
    };
    const auto known =
        std::ranges::find_if(options_.columns, [&](auto name) { return place(name) < headings.size(); });
    if (known == options_.columns.end()) return false;
    name_ = place(*known);
    for (const std::string_view name : kIdColumns) {
      if (!id_ && place(name) < headings.size()) id_ = place(name);
    }
    for (const std::string_view name : options_.others) {
      if (place(name) < headings.size()) others_.push_back(place(name));
    }
    return true;
  }

  void give_each(std::string_view names, std::string_view id) {
    while (!names.empty()) give(trimmed(base::cut(names, ';')), id);
  }

  void give(std::string_view name, std::string_view id) {
    if (name.empty()) return;
    given_ = true;
    const std::size_t done = all_.size() - rest_.size();
    if (text::is_valid_utf8(name) && text::is_valid_utf8(id)) return visit_(name, id, done);
    std::size_t broken = 0;
    visit_(text::repair_utf8(name, broken), text::repair_utf8(id, broken), done);
  }

  void finish_row() {
    counts_.empty += given_ ? 0 : 1;
    given_ = false;
  }

  std::string_view all_;
  std::string_view rest_;
  const ListOptions& options_;
  const ListVisitor& visit_;
  ListCounts counts_;
  std::size_t name_ = 0;
  std::optional<std::size_t> id_;
  std::vector<std::size_t> others_;
  bool given_ = false;
};

}  // namespace

ListKind list_kind(std::string_view file_name, std::string_view bytes) {
  const std::string ending = text::lower(file_name.substr(std::min(file_name.rfind('.'), file_name.size())));
  if (ending == ".csv") return ListKind::kCsv;
  if (ending == ".tsv" || ending == ".tab") return ListKind::kTsv;
  if (ending == ".txt") return ListKind::kText;
  for (const std::string_view json : {".json", ".jsonl", ".ndjson", ".ftm"}) {
    if (ending == json) return ListKind::kJson;
  }
  const std::string_view start = trimmed(bytes.substr(0, bytes.find('\n')));
  if (start.starts_with('{')) return ListKind::kJson;
  return start.contains('\t') ? ListKind::kTsv : ListKind::kText;
}

base::Result<ListCounts> read_names(std::string_view bytes, ListKind kind, const ListOptions& options,
                                    const ListVisitor& visit) {
  if (bytes.substr(0, 4096).contains('\0'))
    return base::fail("is no text in UTF-8", {}, "save the list as text in UTF-8");
  Reader reader(bytes, options, visit);
  if (kind == ListKind::kText) return reader.lines();
  if (kind != ListKind::kJson) return reader.table(kind == ListKind::kCsv ? ',' : '\t');
  auto counts = reader.json();
  if (counts && counts->rows > 0 && counts->broken == counts->rows)
    return base::fail("holds no JSON objects", {}, "give one object a line, or name the file .txt or .csv");
  return counts;
}

}  // namespace muster::names
