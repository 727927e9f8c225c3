// SPDX-License-Identifier: EUPL-1.2
// Shows: a value holds from its first day to its last; the answer says where it comes from; a day without a value names
// the parameter, its article and the last value.
#include "law/parameter_store.hpp"

#include <gtest/gtest.h>

#include "law/parameter_file.hpp"
#include "law_folder.hpp"

namespace passend {
namespace {

ParameterStore good() { return load_parameters(std::filesystem::path(PASSEND_SOURCE_DIR) / "tests/law/good").value(); }

template <class T>
Fault fault_of(const Result<T>& result) {
  return result ? Fault{.code = FaultCode::kCount} : result.error().front();
}

TEST(ParameterStore, ChangesOnTheFirstDayOfAValueNotADayEarlier) {
  const ParameterStore law = good();
  EXPECT_EQ(law.amount_at("a", day("2024-12-31"))->amount, Eurocent{150});
  EXPECT_EQ(law.amount_at("a", day("2025-01-01"))->amount, Eurocent{200});
  EXPECT_EQ(law.amount_at("a", day("2199-01-01"))->amount, Eurocent{200});
}

TEST(ParameterStore, GivesTheValueTogetherWithItsSource) {
  const ParameterStore law = good();
  const Origin origin = law.table_at("table", day("2024-06-01"))->origin;
  EXPECT_EQ(origin.id, "table");
  EXPECT_EQ(origin.title, "staffel");
  EXPECT_EQ(origin.article, "Wet art. 2");
  EXPECT_EQ(origin.source, "Stcrt");
  EXPECT_EQ(origin.note, "bij de parameter");
  EXPECT_EQ(origin.confidence, Confidence::kSingle);
  EXPECT_EQ(origin.state, LawState::kVastgesteld);
  EXPECT_EQ(origin.from, day("2024-01-01"));
}

TEST(ParameterStore, HoldsToTheLastDayIncluded) {
  const ParameterStore law = good();
  EXPECT_TRUE(law.table_at("table", day("2024-12-31")).has_value());
  const Fault fault = fault_of(law.table_at("table", day("2025-01-01")));
  EXPECT_EQ(fault.code, FaultCode::kNoValue);
  EXPECT_EQ(fault.column, "table");
  EXPECT_EQ(fault.value, "2025-01-01");
  EXPECT_EQ(fault.args.at("article"), "Wet art. 2");
  EXPECT_EQ(fault.args.at("last_from"), "2024-01-01");
  EXPECT_EQ(fault.args.at("last_until"), "2024-12-31");
}

TEST(ParameterStore, HasNoValueBeforeTheFirstAndWhereItIsNotKnown) {
  const ParameterStore law = good();
  const Fault early = fault_of(law.amount_at("a", day("2023-12-31")));
  EXPECT_EQ(early.code, FaultCode::kNoValue);
  EXPECT_FALSE(early.args.contains("last_value"));
  const Fault unknown = fault_of(law.table_at("table", day("2026-01-01")));
  EXPECT_EQ(unknown.code, FaultCode::kNoValue);
  EXPECT_EQ(unknown.args.at("last_value"), "[[100, 0.0651], [inf, 0.00000041337], [0.5]]");
  EXPECT_TRUE(law.table_at("table", day("2027-01-01"))->rows.empty());
}

TEST(ParameterStore, KeepsSeriesApart) {
  const ParameterStore law = good();
  EXPECT_EQ(law.table_at("series", day("2024-12-31"), "Aa")->rows[0][0].number, (Rate{100, 0}));
  EXPECT_EQ(law.table_at("series", day("2025-01-01"), "Aa")->rows[0][0].number, (Rate{110, 0}));
  EXPECT_EQ(fault_of(law.table_at("series", day("2025-01-01"), "Bee")).args.at("series"), "Bee");
  EXPECT_EQ(fault_of(law.table_at("series", day("2025-01-01"), "Cee")).code, FaultCode::kNoValue);
}

TEST(ParameterStore, SaysWhenAParameterIsMissingOrOfAnotherShape) {
  const ParameterStore law = good();
  EXPECT_EQ(fault_of(law.number_at("nothing", day("2024-01-01"))).code, FaultCode::kUnknownParameter);
  EXPECT_EQ(fault_of(law.number_at("row", day("2024-01-01"))).code, FaultCode::kTomlType);
  EXPECT_EQ(fault_of(law.table_at("a", day("2024-01-01"))).code, FaultCode::kTomlType);
  EXPECT_EQ(fault_of(law.amount_at("truth", day("2024-01-01"))).code, FaultCode::kTomlType);
  EXPECT_EQ(law.number_at("truth", day("2025-01-01"))->number, (Rate{1, 0}));
}

TEST(ParameterStore, SaysWhenOneCellIsNotKnown) {
  const ParameterStore law = good();
  const auto row = law.table_at("row", day("2024-01-01"));
  EXPECT_EQ(number_in(row->rows[0], 0, row->origin, day("2024-01-01")), (Rate{-5, 1}));
  EXPECT_EQ(fault_of(number_in(row->rows[0], 1, row->origin, day("2024-01-01"))).code, FaultCode::kNoValue);
  EXPECT_EQ(fault_of(number_in(row->rows[0], 2, row->origin, day("2024-01-01"))).column, "row");
}

TEST(ParameterStore, ReplacesAndAddsParametersInACopy) {
  const ParameterStore law = good();
  Parameter other = *law.find("a");
  other.values.resize(1);
  Parameter added = other;
  added.id = "b";
  const ParameterStore changed = law.with({other, added});
  EXPECT_EQ(changed.amount_at("a", day("2025-01-01"))->amount, Eurocent{150});
  EXPECT_EQ(changed.amount_at("b", day("2025-01-01"))->amount, Eurocent{150});
  EXPECT_EQ(law.amount_at("a", day("2025-01-01"))->amount, Eurocent{200});
  EXPECT_EQ(changed.all().size(), law.all().size() + 1);
}

TEST(ParameterStore, ReportsEveryFileOfAFolderAndAMissingFolder) {
  const auto bad = load_parameters(std::filesystem::path(PASSEND_SOURCE_DIR) / "tests/law/bad");
  ASSERT_FALSE(bad.has_value());
  EXPECT_GT(bad.error().size(), 40U);
  EXPECT_EQ(fault_of(load_parameters("no/such/folder")).code, FaultCode::kFileMissing);
}

TEST(ParameterStore, LoadsTheShippedLaw) {
  EXPECT_EQ(shipped_law().all().size(), 194U);
  EXPECT_EQ(shipped_law().amount_at("minimum_wage_hourly_adult", day("2026-06-30"))->amount, Eurocent{1471});
  EXPECT_EQ(shipped_law().number_at("rent_allowance_factor_a_single", day("2024-01-01"))->number, (Rate{41337, 11}));
  EXPECT_EQ(shipped_law().table_at("wage_cost_benefit", day("2026-01-01"), "disabled")->rows[0].size(), 3U);
}

TEST(ParameterStore, LetsNoYearlyAmountStandForAYearThatIsNotKnown) {
  for (const auto* id : {"assistance_norm_single_21_to_aow", "young_disabled_tax_credit", "maximum_premium_wage",
                         "health_allowance_standard_premium", "rent_allowance_max_rent"})
    EXPECT_EQ(fault_of(shipped_law().amount_at(id, day("2027-01-01"))).code, FaultCode::kNoValue) << id;
  EXPECT_TRUE(shipped_law().number_at("holiday_allowance_rate", day("2027-01-01")).has_value());
}

}  // namespace
}  // namespace passend
