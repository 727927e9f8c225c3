// SPDX-License-Identifier: EUPL-1.2
// Shows: bands are nearest ranks and cover as often as is said, files come back as they were, wrong parts are refused
// by name, and rank regression gives known coefficients.
#include "insight/simulation_results.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/sha256.hpp"
#include "insight/sensitivity.hpp"

namespace passend::insight {
namespace {

Results made(int first, int last, const std::string& hash = "h") {
  Results results{.scenario = hash, .indicators = {"a", "b.c"}, .years = 2, .replications = {}};
  for (int number = first; number < last; ++number)
    results.replications.push_back({.number = number, .value = {{number, -number}, {10 * number, 7}}});
  return results;
}

FaultCode code_of(const Result<Results>& results) { return results ? FaultCode::kCount : results.error().front().code; }

TEST(Bands, AreNearestRanks) {
  std::vector<std::int64_t> values;
  for (int i = 1; i <= 20; ++i) values.push_back(i);
  EXPECT_EQ(band_of(values), (ResultBand{1, 10, 19}));
  EXPECT_EQ(band_of({5}), (ResultBand{5, 5, 5}));
  values.clear();
  for (int i = 100; i >= 1; --i) values.push_back(i);
  EXPECT_EQ(band_of(values), (ResultBand{5, 50, 95}));
}

// Of twenty draws the band lies between ranks 1 and 19: the next draw is in it with chance 18/21.
TEST(Bands, CoverTheNextReplicationAsOftenAsIsSaid) {
  std::mt19937_64 dice(11);
  std::normal_distribution<double> normal(1000, 300);
  int inside = 0;
  constexpr int kStudies = 20'000;
  for (int study = 0; study < kStudies; ++study) {
    std::vector<std::int64_t> values;
    for (int i = 0; i < 20; ++i) values.push_back(static_cast<std::int64_t>(1000 * normal(dice)));
    const auto next = static_cast<std::int64_t>(1000 * normal(dice));
    const ResultBand band = band_of(values);
    inside += band.low < next && next <= band.high;
  }
  // Four standard errors of 18/21 over 20,000 studies are 0.0099.
  EXPECT_NEAR(inside / static_cast<double>(kStudies), 18.0 / 21, 0.0099);
}

TEST(ResultFiles, ComeBackAsTheyWere) {
  const Results results = made(0, 3);
  const auto read = read_results(results_file(results), "f");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(results_file(*read), results_file(results));
  EXPECT_EQ(read->scenario, "h");
}

// The file with other rows, as if they had been written so.
std::string with_rows(const std::string& rows) { return "# scenario h " + sha256_hex(rows) + "\n" + rows; }

TEST(ResultFiles, EachFaultIsNamed) {
  const std::string file = results_file(made(0, 2));
  const std::string good = rows_csv(made(0, 2));
  EXPECT_EQ(with_rows(good), file);
  EXPECT_EQ(code_of(read_results(file + "3,1,a,5\n", "f")), FaultCode::kContradiction);
  EXPECT_EQ(code_of(read_results("", "f")), FaultCode::kColumnMissing);
  EXPECT_EQ(code_of(read_results(good, "f")), FaultCode::kColumnMissing);
  EXPECT_EQ(code_of(read_results(with_rows(good + "1,1,a,5\n"), "f")), FaultCode::kKeyTwice);
  EXPECT_EQ(code_of(read_results(with_rows(good + "1,1,z,5\n"), "f")), FaultCode::kContradiction);
  EXPECT_EQ(code_of(read_results(with_rows(good + "x,1,a,5\n"), "f")), FaultCode::kNotANumber);
  EXPECT_EQ(code_of(read_results(with_rows(good + "3,1,a\n"), "f")), FaultCode::kCellCount);
  EXPECT_EQ(code_of(read_results(with_rows(good + "3,1,a,5\n"), "f")), FaultCode::kContradiction);
}

TEST(Merging, GivesTheWholeInAnyOrderAndCut) {
  const std::string whole = results_file(made(0, 5));
  for (int cut = 1; cut < 5; ++cut) {
    const auto merged = merge({{"2", made(cut, 5)}, {"1", made(0, cut)}}, 5);
    ASSERT_TRUE(merged.has_value());
    EXPECT_EQ(results_file(*merged), whole);
  }
}

TEST(Merging, RefusesMissingDoubledAndMixedPartsByName) {
  EXPECT_EQ(code_of(merge({{"1", made(0, 2)}}, 3)), FaultCode::kReferenceMissing);
  EXPECT_EQ(merge({{"1", made(0, 2)}}, 3).error().front().value, "3");
  const auto doubled = merge({{"1", made(0, 2)}, {"2", made(1, 3)}}, 3);
  EXPECT_EQ(code_of(doubled), FaultCode::kKeyTwice);
  EXPECT_EQ(doubled.error().front().file, "2");
  const auto mixed = merge({{"1", made(0, 2)}, {"2", made(2, 3, "other")}}, 3);
  EXPECT_EQ(code_of(mixed), FaultCode::kContradiction);
}

TEST(Differences, AreOfEachReplicationAndNoughtForTheSame) {
  const auto same = difference(made(0, 4), made(0, 4));
  ASSERT_TRUE(same.has_value());
  for (const Replication& one : same->replications)
    for (const auto& row : one.value)
      for (const std::int64_t value : row) EXPECT_EQ(value, 0);
  EXPECT_EQ(code_of(difference(made(0, 4), made(0, 3))), FaultCode::kContradiction);
}

TEST(RankRegressions, GiveOneForTheOnlyDriverAndShareForTwo) {
  std::vector<double> x, y, sum;
  std::mt19937 dice(5);
  for (int i = 0; i < 400; ++i) {
    x.push_back(static_cast<double>(dice() % 100'000));
    y.push_back(static_cast<double>(dice() % 100'000));
    sum.push_back(3 * x.back() - 4 * y.back());
  }
  std::vector<double> cubes;
  for (const double value : x) cubes.push_back(value * value * value);  // only the order counts
  const auto alone = rank_regression({x, y}, cubes);
  EXPECT_NEAR(alone.coefficient[0], 1, 1e-9);
  EXPECT_NEAR(alone.coefficient[1], 0, 1e-9);
  EXPECT_NEAR(alone.r2, 1, 1e-9);
  const auto both = rank_regression({x, y}, sum);
  EXPECT_NEAR(both.coefficient[0], 0.6, 0.05);
  EXPECT_NEAR(both.coefficient[1], -0.8, 0.05);
  const std::vector<double> constant(x.size(), 5);
  EXPECT_EQ(rank_regression({constant}, x).coefficient[0], 0);
}

}  // namespace
}  // namespace passend::insight
