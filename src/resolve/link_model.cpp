#include "resolve/link_model.hpp"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace muster::resolve {
namespace {

constexpr int kVersion = 1;

// From a house to a country; a given name tells the sex. -1: of no such chain.
int width_of(const LinkField& field) {
  if (field.kind == FieldKind::kStreet) return 0;
  if (field.kind == FieldKind::kPostcode) return 1;
  if (field.kind == FieldKind::kTown) return 2;
  if (field.property == "state") return 3;
  return field.property == "country" ? 4 : -1;
}

bool is_narrower(const LinkField& one, const LinkField& other) {
  if (other.property == "gender") return one.kind == FieldKind::kGivenName;
  return width_of(one) >= 0 && width_of(other) > width_of(one);
}

std::unexpected<base::Error> refuse(std::string what, std::string_view where) {
  return base::fail(std::move(what), std::string(where), "write a new one with --save-model");
}

base::Result<FieldWeights> field_from(const nlohmann::json& entry, std::string_view where) {
  FieldWeights field;
  field.name = entry.at("name").get<std::string>();
  field.chance = entry.at("chance").get<double>();
  if (!(field.chance >= 0 && field.chance <= 1))
    return refuse(fmt::format("'chance' of the field '{}' is no share from 0 to 1", field.name), where);
  const auto kind = entry.at("kind").get<std::string>();
  bool known = false;
  for (int k = 0; k <= static_cast<int>(FieldKind::kText); ++k) {
    if (kind != to_string(static_cast<FieldKind>(k))) continue;
    field.kind = static_cast<FieldKind>(k);
    known = true;
  }
  if (!known)
    return refuse(fmt::format("the field '{}' is of a kind that is not known: '{}'", field.name, kind),
                  where);
  const auto& levels = entry.at("levels");
  const auto expected = levels_of(field.kind);
  if (levels.size() + 1 != expected.size())
    return refuse(fmt::format("the field '{}' has {} levels, this version knows {}", field.name,
                              levels.size(), expected.size() - 1),
                  where);
  const bool nested = !levels.empty() && levels[0].contains("nested_m");
  std::vector<std::pair<const char*, std::vector<double>*>> tables = {{"m", &field.m}, {"u", &field.u}};
  if (nested) tables.insert(tables.end(), {{"nested_m", &field.nested_m}, {"nested_u", &field.nested_u}});
  for (const auto& [key, to] : tables) to->push_back(0);
  for (const auto& level : levels) {
    for (const auto& [key, to] : tables) {
      const auto share = level.at(key).get<double>();
      if (!(share > 0 && share <= 1))
        return refuse(fmt::format("'{}' of '{}' in the field '{}' is no share above 0 and up to 1", key,
                                  level.value("label", ""), field.name),
                      where);
      to->push_back(share);
    }
  }
  return field;
}

}  // namespace

double LinkModel::bits(std::size_t field, Level level, bool nested) const {
  if (level == kMissing) return 0;
  const FieldWeights& weights = fields[field];
  const bool within = nested && !weights.nested_m.empty();
  return std::log2((within ? weights.nested_m : weights.m)[level] /
                   (within ? weights.nested_u : weights.u)[level]);
}

bool is_shared_by_household(const LinkField& field) {
  switch (field.kind) {
    case FieldKind::kFamilyName:
    case FieldKind::kStreet:
    case FieldKind::kNumber:
    case FieldKind::kPostcode:
    case FieldKind::kPhone:
    case FieldKind::kEmail:
      return true;
    case FieldKind::kTown:
      return field.property != "birthPlace";
    case FieldKind::kFullName:  // in a list that names families alone
      return field.property == "lastName";
    default:
      return field.property == "state" || field.property == "country";
  }
}

std::vector<std::uint32_t> narrower_fields(std::span<const LinkField> fields) {
  std::vector<std::uint32_t> narrower(fields.size());
  for (std::size_t f = 0; f < fields.size(); ++f) {
    for (std::size_t g = 0; g < fields.size(); ++g) {
      if (is_narrower(fields[g], fields[f])) narrower[f] |= 1U << g;
    }
  }
  return narrower;
}

bool is_nested(Pattern pattern, std::uint32_t narrower, std::span<const LinkField> fields) {
  for (; narrower != 0; narrower &= narrower - 1) {
    const auto field = static_cast<std::size_t>(std::countr_zero(narrower));
    const std::size_t levels = levels_of(fields[field].kind).size();
    if (pattern.level(field) + 2U >= levels) return true;
  }
  return false;
}

std::string to_json(const LinkModel& model) {
  nlohmann::ordered_json fields = nlohmann::ordered_json::array();
  for (const FieldWeights& field : model.fields) {
    nlohmann::ordered_json levels = nlohmann::ordered_json::array();
    const auto named = levels_of(field.kind);
    for (std::size_t l = 1; l < field.m.size(); ++l) {
      nlohmann::ordered_json level = {{"label", named[l].label},
                                      {"m", field.m[l]},
                                      {"u", field.u[l]},
                                      {"bits", std::log2(field.m[l] / field.u[l])}};
      if (!field.nested_m.empty()) {
        level["nested_m"] = field.nested_m[l];
        level["nested_u"] = field.nested_u[l];
      }
      levels.push_back(std::move(level));
    }
    fields.push_back({{"name", field.name},
                      {"kind", to_string(field.kind)},
                      {"chance", field.chance},
                      {"levels", levels}});
  }
  const nlohmann::ordered_json whole = {{"muster_linkage_model", kVersion},
                                        {"match_share", model.match_share},
                                        {"match_share_across", model.match_share_across},
                                        {"household_share", model.household_share},
                                        {"fields", fields}};
  return whole.dump(2) + "\n";
}

base::Result<LinkModel> model_from_json(std::string_view json, std::string_view where) {
  try {
    const auto whole = nlohmann::json::parse(json);
    if (!whole.is_object() || !whole.contains("muster_linkage_model"))
      return refuse("is no linkage model of Muster", where);
    if (whole.at("muster_linkage_model") != kVersion)
      return refuse(fmt::format("is a linkage model of version {}, this program reads version {}",
                                whole.at("muster_linkage_model").dump(), kVersion),
                    where);
    LinkModel model;
    for (const auto& [key, to] : {std::pair("match_share", &model.match_share),
                                  std::pair("match_share_across", &model.match_share_across),
                                  std::pair("household_share", &model.household_share)}) {
      *to = whole.at(key).get<double>();
      if (!(*to > 0 && *to < 1)) return refuse(fmt::format("'{}' is no share between 0 and 1", key), where);
    }
    for (const auto& entry : whole.at("fields")) {
      auto field = field_from(entry, where);
      if (!field) return std::unexpected(field.error());
      model.fields.push_back(std::move(*field));
    }
    return model;
  } catch (const nlohmann::json::exception& error) {
    std::size_t broken = 0;  // it quotes the bytes that it stumbles over
    return refuse(
        fmt::format("cannot be read as a linkage model: {}", text::repair_utf8(error.what(), broken)), where);
  }
}

}  // namespace muster::resolve
