#include "report/linkage_ftm.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace muster::report {
namespace {

using resolve::ColumnRole;
using resolve::ColumnUse;
using resolve::FieldKind;

struct Value {
  std::string text;
  std::size_t rows = 0;
};
using Values = std::vector<Value>;  // distinct, in the order first met

void add(Values& values, std::string_view text) {
  if (text.empty()) return;
  const auto found = std::ranges::find(values, text, &Value::text);
  if (found == values.end())
    values.push_back({std::string(text), 1});
  else
    ++found->rows;
}

// Properties that FollowTheMoney gives its people and organisations, of those that columns are recognised as.
constexpr std::array<std::string_view, 22> kProperties{"name",
                                                       "alias",
                                                       "firstName",
                                                       "lastName",
                                                       "middleName",
                                                       "birthDate",
                                                       "deathDate",
                                                       "birthPlace",
                                                       "email",
                                                       "phone",
                                                       "passportNumber",
                                                       "idNumber",
                                                       "taxNumber",
                                                       "registrationNumber",
                                                       "socialSecurityNumber",
                                                       "address",
                                                       "country",
                                                       "nationality",
                                                       "gender",
                                                       "position",
                                                       "notes",
                                                       "incorporationDate"};

// Parts of an address, in the order in which they are written.
constexpr std::array<std::string_view, 5> kAddress{"streetNumber", "address", "city", "postalCode", "state"};

std::string_view property_of(const ColumnRole& role) {
  if (role.use == ColumnUse::kSource || role.use == ColumnUse::kIgnored) return {};
  if (role.property == "occupation") return "position";
  if (role.property == "registrationDate") return "incorporationDate";
  return std::ranges::find(kProperties, role.property) == kProperties.end() ? std::string_view()
                                                                            : std::string_view(role.property);
}

std::string iso_date(resolve::WrittenDate date) {
  if (date.year == 0 || date.month > 12 || date.day > 31) return {};
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

class Merger {
 public:
  explicit Merger(const LinkageEntities& all) : all_(all), field_of_(all.table.columns.size(), nullptr) {
    for (std::size_t i = 0; i < all.table.columns.size(); ++i) {
      const auto field =
          std::ranges::find(all.rows.fields, all.table.columns[i].header, &resolve::LinkField::name);
      if (field != all.rows.fields.end() && field->kind == FieldKind::kDate) field_of_[i] = &*field;
    }
  }

  // `rows` of one cluster, the first by id first.
  std::string_view entity(std::span<const std::uint32_t> rows) {
    properties_.clear();
    schemas_.clear();
    for (const std::uint32_t row : rows) gather(row);
    buffer_.Clear();
    json_.Reset(buffer_);
    write(rows);
    buffer_.Put('\n');
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void gather(std::uint32_t row) {
    bool named = false;
    parts_.clear();
    for (std::size_t i = 0; i < all_.roles.size(); ++i) {
      const ColumnRole& role = all_.roles[i];
      const std::string& cell = all_.table.columns[i].at(all_.rows.table_row[row]);
      if (cell.empty() || role.use == ColumnUse::kId || role.use == ColumnUse::kTruth) continue;
      if (role.use == ColumnUse::kSchema) {
        ++schemas_[cell];
        continue;
      }
      if (role.use == ColumnUse::kOrganisation) ++schemas_["Organization"];
      named = named || role.property == "name";
      put_cell(row, i, role, cell);
    }
    if (!named) add(properties_["name"], joined({"firstName", "lastName"}, " "));
    add(properties_["address"], joined(kAddress, ", "));
  }

  // Cells of one row that make one value together.
  std::string joined(std::span<const std::string_view> properties, std::string_view between) {
    std::string whole;
    for (const std::string_view property : properties) {
      for (const std::string& part : parts_[property]) {
        const bool street = property == "address" && !parts_["streetNumber"].empty();
        if (!whole.empty()) whole += street && &part == &parts_[property].front() ? " " : between;
        whole += part;
      }
    }
    return whole;
  }
  std::string joined(std::initializer_list<std::string_view> properties, std::string_view between) {
    return joined(std::span(properties.begin(), properties.size()), between);
  }

  void put_cell(std::uint32_t row, std::size_t column, const ColumnRole& role, std::string_view cell) {
    const bool of_address = std::ranges::find(kAddress, role.property) != kAddress.end();
    if (of_address || role.property == "firstName" || role.property == "lastName")
      parts_[role.property].emplace_back(cell);
    if (of_address) return;
    const std::string_view property = property_of(role);
    if (property.empty())
      return add(properties_["notes"], fmt::format("{}: {}", all_.table.columns[column].header, cell));
    Values& values = properties_[std::string(property)];
    if (const resolve::LinkField* field = field_of_[column]) {
      const std::string iso = iso_date(field->values[field->value_of[row]].date);
      return add(values, iso.empty() ? cell : std::string_view(iso));
    }
    while (!cell.empty()) {
      const std::size_t end = cell.find(model::kValueSeparator);
      add(values, cell.substr(0, end));
      cell = end == cell.npos ? std::string_view() : cell.substr(end + model::kValueSeparator.size());
    }
  }

  // The name that most rows have; of several the longest.
  [[nodiscard]] std::string_view caption(std::string_view otherwise) const {
    const auto names = properties_.find("name");
    if (names == properties_.end() || names->second.empty()) return otherwise;
    return std::ranges::max_element(names->second, {},
                                    [](const Value& v) { return std::pair(v.rows, v.text.size()); })
        ->text;
  }

  // What most rows say; Person where none says.
  [[nodiscard]] std::string_view schema() const {
    const auto most = std::ranges::max_element(schemas_, {}, [](const auto& entry) { return entry.second; });
    return most == schemas_.end() ? std::string_view("Person") : std::string_view(most->first);
  }

  void text(std::string_view value) {
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  void write(std::span<const std::uint32_t> rows) {
    const std::string& id = all_.linkage.cluster_id[rows.front()];
    json_.StartObject();
    json_.Key("id");
    text(id);
    json_.Key("schema");
    text(schema());
    json_.Key("caption");
    text(caption(id));
    json_.Key("referents");
    json_.StartArray();
    for (const std::uint32_t row : rows) {
      if (all_.rows.ids[row] != id) text(all_.rows.ids[row]);
    }
    json_.EndArray();
    json_.Key("properties");
    json_.StartObject();
    for (const auto& [property, values] : properties_) {
      if (values.empty()) continue;
      json_.Key(property.c_str(), static_cast<rapidjson::SizeType>(property.size()));
      json_.StartArray();
      for (const Value& value : values) text(value.text);
      json_.EndArray();
    }
    json_.EndObject();
    json_.EndObject();
  }

  const LinkageEntities& all_;
  std::vector<const resolve::LinkField*> field_of_;  // by column, of dates
  std::map<std::string, Values> properties_;
  std::map<std::string_view, std::vector<std::string>>
      parts_;  // of the row: by property, of names and addresses
  std::map<std::string, std::size_t> schemas_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace

void write_linkage_ftm(const LinkageEntities& entities, const std::function<void(std::string_view)>& write) {
  const auto& cluster = entities.linkage.cluster;
  // Rows by cluster, in one array: begin[c] .. begin[c + 1] of those of cluster c.
  std::vector<std::uint32_t> begin(cluster.size() + 1);
  for (const std::uint32_t c : cluster) ++begin[c + 1];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  std::vector<std::uint32_t> rows(cluster.size());
  for (std::uint32_t row = 0; row < cluster.size(); ++row) rows[next[cluster[row]]++] = row;
  Merger merger(entities);
  for (std::size_t c = 0; c + 1 < begin.size(); ++c) {
    if (begin[c] < begin[c + 1])
      write(merger.entity(std::span(rows).subspan(begin[c], begin[c + 1] - begin[c])));
  }
}

}  // namespace muster::report
