// Precision and recall against plain twins, and rows that fit two people.
#include "resolve/link_measures.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

#include "resolve/link_rivals.hpp"
#include "resolve/link_test_lists.hpp"

namespace muster::resolve {
namespace {

using Clusters = std::vector<std::uint32_t>;

// Rows in clusters called by their first row.
Clusters as_clusters(const std::vector<std::uint32_t>& labels) {
  Clusters out;
  for (const std::uint32_t label : labels)
    out.push_back(static_cast<std::uint32_t>(std::ranges::find(labels, label) - labels.begin()));
  return out;
}

double share(double part, double whole) {
  return whole == 0 ? 0 : part / whole;
}

TEST(LinkMeasures, PairsAndBCubedAreThoseOfAPlainTwin) {
  RC_ASSERT(rc::check([] {
    const auto rows = *rc::gen::inRange<std::size_t>(1, 12);
    const auto labels = [&] {
      return *rc::gen::container<Clusters>(rows, rc::gen::inRange<std::uint32_t>(0, 5));
    };
    const Clusters truth = labels();
    Linkage linkage;
    linkage.cluster = as_clusters(labels());
    double right = 0;
    double made = 0;
    double all = 0;
    double b_precision = 0;
    double b_recall = 0;
    for (std::size_t a = 0; a < rows; ++a) {
      double both = 0;
      double here = 0;
      double there = 0;
      for (std::size_t b = 0; b < rows; ++b) {
        const bool one = linkage.cluster[a] == linkage.cluster[b];
        const bool same = truth[a] == truth[b];
        both += one && same ? 1 : 0;
        here += one ? 1 : 0;
        there += same ? 1 : 0;
        if (b <= a) continue;
        right += one && same ? 1 : 0;
        made += one ? 1 : 0;
        all += same ? 1 : 0;
      }
      b_precision += both / here / static_cast<double>(rows);
      b_recall += both / there / static_cast<double>(rows);
    }
    const LinkMeasures found = measure(linkage, truth);
    RC_ASSERT(static_cast<double>(found.made_pairs) == made);
    RC_ASSERT(static_cast<double>(found.true_pairs) == all);
    if (made > 0) RC_ASSERT(std::abs(found.precision - share(right, made)) < 1e-9);
    if (all > 0) RC_ASSERT(std::abs(found.recall - share(right, all)) < 1e-9);
    RC_ASSERT(std::abs(found.b_precision - b_precision) < 1e-9);
    RC_ASSERT(std::abs(found.b_recall - b_recall) < 1e-9);
    for (const double figure : {found.f1, found.b_f1, found.compared_share, found.calibration_error})
      RC_ASSERT(std::isfinite(figure));
  }));
}

TEST(LinkMeasures, ProbabilitiesThatComeTrueAreCalibrated) {
  Linkage linkage;
  Clusters truth;
  for (std::uint32_t pair = 0; pair < 100;
       ++pair) {  // of pairs of probability 0.7, seven in ten are one person
    linkage.cluster.insert(linkage.cluster.end(), {2 * pair, 2 * pair + 1});
    truth.insert(truth.end(), {pair, pair % 10 < 7 ? pair : 1000 + pair});
    linkage.pairs.push_back({{2 * pair, 2 * pair + 1}, 1.2F, 0.7F});
  }
  EXPECT_NEAR(measure(linkage, truth).calibration_error, 0, 1e-6);
  for (LinkedPair& pair : linkage.pairs) pair.probability = 0.95F;
  EXPECT_NEAR(measure(linkage, truth).calibration_error, 0.25, 1e-6);
}

// b has no birth date and fits a and c, who are born far apart.
TEST(LinkRivals, ARowThatFitsTwoPeopleIsNeithers) {
  std::vector<Cells> cells = invented_people(2, 60);
  cells.push_back({"xa", "Wilhelmina", "Oxenbould", "1944-02-17", "", "Saltford"});
  cells.push_back({"xb", "Wilhelmina", "Oxenbould", "", "", "Saltford"});
  cells.push_back({"xc", "Wilhelmina", "Oxenbould", "1985-11-20", "", "Saltford"});
  const LinkRows rows = rows_of(person_headers(), cells);
  const Linkage linkage = link(rows, {}).value();
  for (const char* id : {"xa", "xc"}) EXPECT_FALSE(are_one(rows, linkage, id, "xb"));
  for (const LinkedPair& pair : linkage.pairs) {
    EXPECT_TRUE(rows.ids[pair.rows.left][0] != 'x' || pair.probability <= 0.51F);
  }
}

}  // namespace
}  // namespace muster::resolve
