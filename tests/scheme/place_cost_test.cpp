// SPDX-License-Identifier: EUPL-1.2
// Shows: the cost of a place adds up from the law, checked by hand for 2026; loonkostensubsidie follows art. 10d; what
// a scheme does not state leaves no total; and no reported figure plays a part.
#include "scheme/place_cost.hpp"

#include "shipped_schemes.hpp"

namespace passend::scheme {
namespace {

const char* const kBasis =
    "[[version.offer]]\nkind = \"work\"\nwork = \"basisbaan\"\nhours_week = 30\nwage_per_mille_of_floor = 1000\n"
    "host_share_year_eurocent = 500000\n"
    "[[version.offer]]\nkind = \"coaching\"\ncoaching_hours_week = 1.5\nhourly_rate_eurocent = 8000\n";

PlaceQuestion on(const char* date, std::int64_t wage_value = 1000) {
  const std::string text =
      "date = " + std::string(date) + "\n[[adult]]\nid = \"a\"\nbirth_date = 1991-05-20\nbenefit = \"bijstand\"\n";
  return {.household = income::read_household(text, "household.toml").value(), .wage_value = wage_value};
}

PlaceCost cost_of(const Scheme& scheme, const PlaceQuestion& question) {
  return place_cost(shipped_law(), scheme, scheme.versions[0], question).value();
}

TEST(PlaceCost, AddsUpFromTheLaw) {
  const PlaceCost cost = cost_of(scheme_of("", kBasis), on("2026-03-01"));
  EXPECT_EQ(cost.hourly, 1471);
  EXPECT_EQ(cost.of(CostLine::kWage), 12 * 191230);             // 14.71 x 30 x 52 / 12, a month
  EXPECT_EQ(cost.of(CostLine::kHolidayAllowance), 12 * 15299);  // 8%, rounded up
  EXPECT_EQ(cost.of(CostLine::kCoaching), 52 * 12000);          // 1.5 hours at 80 euro
  EXPECT_EQ(cost.of(CostLine::kHostShare), 500000);
  EXPECT_EQ(cost.of(CostLine::kLks), 0);
  std::int64_t sum = 0;
  for (std::size_t l = 0; l < kCostLines; ++l)
    sum += comes_off(static_cast<CostLine>(l)) ? -cost.line[l].value() : cost.line[l].value();
  EXPECT_EQ(cost.gap, sum);
}

TEST(PlaceCost, SubsidyIsWhatTheMinimumIsAboveTheWageValueWithChargesOnTop) {
  const Scheme scheme = scheme_of("", kBasis);
  // 2026: minimum with holiday allowance a month 2,065.29; 60% of it, and 23.5% on that.
  const std::int64_t minimum = 206529;
  EXPECT_NEAR(static_cast<double>(*cost_of(scheme, on("2026-03-01", 400)).of(CostLine::kLks)),
              static_cast<double>(minimum) * 0.6 * 1.235 * 12, 100);
  // At most 70%: the same at a wage value of 30% and of 10%.
  EXPECT_EQ(cost_of(scheme, on("2026-03-01", 300)).of(CostLine::kLks),
            cost_of(scheme, on("2026-03-01", 100)).of(CostLine::kLks));
}

TEST(PlaceCost, WhatIsNotStatedLeavesNoTotal) {
  std::string text = kBasis;
  text.replace(text.find("500000"), 6, "\"unknown\"");
  const PlaceCost cost = cost_of(scheme_of("", text), on("2026-03-01"));
  EXPECT_FALSE(cost.of(CostLine::kHostShare));
  EXPECT_FALSE(cost.gap);
  const PlaceCost known = cost_of(scheme_of("", kBasis), on("2026-03-01"));
  EXPECT_EQ(cost.known_gap, *known.gap + 500000);
}

TEST(PlaceCost, WithoutHoursOrLawThereIsNoAnswer) {
  std::string text = kBasis;
  text.replace(text.find("hours_week = 30"), 15, "hours_week = \"unknown\"");
  const Scheme scheme = scheme_of("", text);
  const auto answer = place_cost(shipped_law(), scheme, scheme.versions[0], on("2026-03-01"));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error()[0].code, FaultCode::kNotStated);
  PlaceQuestion asked = on("2026-03-01");
  asked.centihours = 2800;
  EXPECT_TRUE(place_cost(shipped_law(), scheme, scheme.versions[0], asked));
  const auto later = place_cost(shipped_law(), scheme, scheme.versions[0], on("2027-03-01"));
  EXPECT_FALSE(later);
}

TEST(PlaceCost, ReportedFiguresPlayNoPart) {
  const std::string reported =
      "[[version.reported]]\nwhat = \"kosten\"\nvalue = \"32.000\"\nsource = \"x\"\nconfidence = \"single\"\n";
  EXPECT_EQ(cost_of(scheme_of("", kBasis), on("2026-03-01")).gap,
            cost_of(scheme_of("", kBasis + reported), on("2026-03-01")).gap);
}

}  // namespace
}  // namespace passend::scheme
