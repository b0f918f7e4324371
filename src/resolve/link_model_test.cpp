// The model: what expectation-maximisation recovers, and what a saved one may hold.
#include "resolve/link_model.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "resolve/link_estimate.hpp"
#include "resolve/link_test_lists.hpp"

namespace muster::resolve {
namespace {

struct Known {
  FieldKind kind;
  std::vector<double> m;  // by level, from 1
  std::vector<double> u;
};

// Four fields that agree independently of one another; more agreement tells more, as of real ones.
const std::vector<Known>& known_model() {
  static const std::vector<Known> kModel = {
      {FieldKind::kEmail, {0.2, 0.1, 0.1, 0.6}, {0.97, 0.02, 0.005, 0.005}},
      {FieldKind::kPhone, {0.3, 0.05, 0.05, 0.6}, {0.96, 0.02, 0.01, 0.01}},
      {FieldKind::kIdentifier, {0.15, 0.1, 0.15, 0.6}, {0.95, 0.03, 0.01, 0.01}},
      {FieldKind::kText, {0.4, 0.1, 0.1, 0.4}, {0.9, 0.05, 0.025, 0.025}},
  };
  return kModel;
}

std::vector<LinkField> known_fields() {
  std::vector<LinkField> fields;
  for (const Known& known : known_model()) {
    LinkField field;
    field.kind = known.kind;
    field.name = to_string(known.kind);
    field.values.resize(1);
    field.count = {0};
    fields.push_back(std::move(field));
  }
  return fields;
}

Stratum drawn(std::mt19937& random, double share, std::size_t pairs, std::int32_t blocked_by) {
  std::map<Pattern, double> counts;
  for (std::size_t i = 0; i < pairs; ++i) {
    const bool match = std::bernoulli_distribution(share)(random);
    Pattern pattern;
    for (std::size_t f = 0; f < known_model().size(); ++f) {
      const auto& shares = match ? known_model()[f].m : known_model()[f].u;
      const auto level =
          static_cast<std::int32_t>(f) == blocked_by
              ? shares.size()
              : 1 + std::discrete_distribution<std::size_t>(shares.begin(), shares.end())(random);
      pattern.set(f, static_cast<Level>(level));
    }
    counts[pattern] += 1;
  }
  Stratum stratum;
  stratum.by_chance = blocked_by < 0;
  stratum.left_out = blocked_by < 0 ? 0 : 1U << blocked_by;
  stratum.counts.assign(counts.begin(), counts.end());
  return stratum;
}

TEST(LinkEstimate, TheModelThatPairsWereDrawnFromIsFoundAgain) {
  std::mt19937 random(20260401);
  std::vector<Stratum> strata{drawn(random, 0.002, 200'000, -1)};
  for (std::int32_t field = 0; field < 4; ++field) strata.push_back(drawn(random, 0.3, 30'000, field));
  const LinkModel found = estimate(known_fields(), strata);
  EXPECT_NEAR(found.match_share, 0.002, 0.0007);
  for (std::size_t f = 0; f < known_model().size(); ++f) {
    for (std::size_t l = 1; l <= known_model()[f].m.size(); ++l) {
      EXPECT_NEAR(found.fields[f].m[l], known_model()[f].m[l - 1], 0.04) << f << " level " << l;
      EXPECT_NEAR(found.fields[f].u[l], known_model()[f].u[l - 1], 0.01) << f << " level " << l;
    }
  }
}

TEST(LinkEstimate, MoreAgreementNeverTellsLessAndDifferingIsNeverEvidenceFor) {
  RC_ASSERT(rc::check([](unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Stratum> strata{drawn(random, 0.01, 300, -1), drawn(random, 0.3, 100, 1)};
    const LinkModel model = estimate(known_fields(), strata);
    for (std::size_t f = 0; f < model.fields.size(); ++f) {
      RC_ASSERT(model.bits(f, kMissing) == 0.0);
      RC_ASSERT(model.bits(f, kDiffers) <= 1e-9);
      for (Level l = 2; l < model.fields[f].m.size(); ++l)
        RC_ASSERT(model.bits(f, l) >= model.bits(f, static_cast<Level>(l - 1)) - 1e-9);
    }
  }));
}

TEST(LinkEstimate, WithoutAPairTheUsualSharesHold) {
  const LinkModel model = estimate(known_fields(), {});
  ASSERT_EQ(model.fields.size(), 4U);
  for (const FieldWeights& field : model.fields) EXPECT_EQ(field.m.size(), levels_of(field.kind).size());
}

LinkModel model_of_people() {
  static const LinkModel kModel = [] {
    std::vector<Cells> cells;
    for (Cells& person : invented_people(3, 60))
      cells.push_back({person[0], person[1] + " " + person[2], person[3], person[5], person[4].substr(0, 4)});
    return link(rows_of({"id", "name", "dob", "suburb", "postcode"}, cells), {})->model;
  }();
  return kModel;
}

TEST(LinkModel, WhatIsSavedIsReadAgain) {
  const LinkModel model = model_of_people();
  const auto again = model_from_json(to_json(model), "model.json");
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(to_json(*again), to_json(model));
  EXPECT_EQ(again->match_share, model.match_share);
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    EXPECT_EQ(again->fields[f].m, model.fields[f].m);
    EXPECT_EQ(again->fields[f].u, model.fields[f].u);
    EXPECT_EQ(again->fields[f].nested_u, model.fields[f].nested_u);
  }
}

// What it says when `edit` has changed the saved model; empty where it is read.
template <class Edit>
std::string refusal(Edit edit) {
  auto json = nlohmann::ordered_json::parse(to_json(model_of_people()));
  edit(json);
  const auto model = model_from_json(json.dump(), "model.json");
  if (model) return "";
  EXPECT_EQ(model.error().where, "model.json");
  EXPECT_FALSE(model.error().remedy.empty());
  return model.error().what;
}

TEST(LinkModel, AModelThatCannotBeUsedIsRefusedWithAWord) {
  using Json = nlohmann::ordered_json;
  EXPECT_EQ(refusal([](Json&) {}), "");
  EXPECT_NE(refusal([](Json& j) { j["muster_linkage_model"] = 2; }).find("version 2"), std::string::npos);
  EXPECT_NE(refusal([](Json& j) { j["muster_linkage_model"] = "1"; }), "");
  EXPECT_NE(refusal([](Json& j) { j.erase("muster_linkage_model"); }).find("no linkage model"),
            std::string::npos);
  for (const double share : {0.0, 1.0, -0.5, 2.0})
    EXPECT_NE(refusal([&](Json& j) { j["match_share"] = share; }).find("match_share"), std::string::npos)
        << share;
  EXPECT_NE(refusal([](Json& j) { j["match_share"] = "much"; }), "");
  for (const char* key : {"m", "u"}) {
    EXPECT_NE(refusal([&](Json& j) { j["fields"][1]["levels"][0][key] = 0; }), "");
    EXPECT_NE(refusal([&](Json& j) { j["fields"][1]["levels"][0][key] = -0.2; }), "");
    EXPECT_NE(refusal([&](Json& j) { j["fields"][1]["levels"][0][key] = nullptr; }), "");
  }
  EXPECT_NE(refusal([](Json& j) { j["fields"][1]["levels"].erase(0); }).find("levels"), std::string::npos);
  EXPECT_NE(refusal([](Json& j) { j["fields"][1]["levels"] = 3; }), "");
  EXPECT_NE(refusal([](Json& j) { j["fields"][1]["levels"][0] = "different"; }), "");
  EXPECT_NE(refusal([](Json& j) { j["fields"][0]["kind"] = "shoe size"; }).find("shoe size"),
            std::string::npos);
  EXPECT_NE(refusal([](Json& j) { j["fields"][0]["chance"] = -1; }), "");
  EXPECT_NE(refusal([](Json& j) { j["fields"][0].erase("name"); }), "");
  EXPECT_NE(refusal([](Json& j) { j["fields"] = 1; }), "");
}

TEST(LinkModel, BytesThatAreNoModelAreRefused) {
  for (const char* bytes : {"", "{", "[]", "null", "\xff\xfe", "{\"muster_linkage_model\": 1}"})
    EXPECT_FALSE(model_from_json(bytes, "x")) << bytes;
  const std::string whole = to_json(model_of_people());
  for (std::size_t cut = 1; cut < whole.size() - 1; cut += 97)
    EXPECT_FALSE(model_from_json(whole.substr(0, cut), "x"));
}

TEST(LinkModel, AnEditedShareIsTheOneThatIsUsed) {
  auto json = nlohmann::ordered_json::parse(to_json(model_of_people()));
  json["fields"][1]["levels"][0]["m"] = 0.25;
  json["fields"][1]["levels"][0]["u"] = 0.5;
  const auto model = model_from_json(json.dump(), "x");
  ASSERT_TRUE(model) << model.error().what;
  EXPECT_EQ(model->bits(1, kDiffers), -1.0);
}

}  // namespace
}  // namespace muster::resolve
