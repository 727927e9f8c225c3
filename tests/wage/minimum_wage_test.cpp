// SPDX-License-Identifier: EUPL-1.2
// Shows: every published amount from 2024 to 2026 comes out to the cent, for every age and both scales; the amount
// changes on the birthday and on 1 January and 1 July, not a day earlier or later; what is not known is said.
#include "wage/minimum_wage.hpp"

#include <gtest/gtest.h>

#include "law_folder.hpp"

namespace passend {
namespace {

std::int64_t hourly(std::string_view birth, std::string_view on, bool bbl = false) {
  const auto answer = minimum_wage_on(shipped_law(), {day(birth), bbl}, day(on));
  const auto* wage = answer ? std::get_if<MinimumWage>(&*answer) : nullptr;
  return wage == nullptr ? -1 : wage->hourly.value;
}

// Someone who is `age` on that day, having had the birthday the day before.
Worker aged(int age, Date on, bool bbl = false) {
  const auto today = calendar_of(on + -1);
  return {make_date(static_cast<int>(today.year()) - age, static_cast<int>(static_cast<unsigned>(today.month())),
                    static_cast<int>(static_cast<unsigned>(today.day()))),
          bbl};
}

std::int64_t hourly_at(int age, std::string_view on, bool bbl = false) {
  const auto answer = minimum_wage_on(shipped_law(), aged(age, day(on), bbl), day(on));
  const auto* wage = answer ? std::get_if<MinimumWage>(&*answer) : nullptr;
  return wage == nullptr ? -1 : wage->hourly.value;
}

struct Published {
  const char* from;
  const char* last;                  // last day it holds
  std::array<std::int64_t, 7> cent;  // 21, 20, … 15
};

constexpr std::array<Published, 6> kPublished{{
    {"2024-01-01", "2024-06-30", {1327, 1062, 796, 664, 524, 458, 398}},
    {"2024-07-01", "2024-12-31", {1368, 1094, 821, 684, 540, 472, 410}},
    {"2025-01-01", "2025-06-30", {1406, 1125, 844, 703, 555, 485, 422}},
    {"2025-07-01", "2025-12-31", {1440, 1152, 864, 720, 569, 497, 432}},
    {"2026-01-01", "2026-06-30", {1471, 1177, 883, 736, 581, 507, 441}},
    {"2026-07-01", "2026-12-31", {1499, 1199, 899, 750, 592, 517, 450}},
}};

TEST(MinimumWage, EqualsEveryPublishedAmountForEveryAgeOnTheFirstAndLastDay) {
  for (const auto& row : kPublished)
    for (int i = 0; i < 7; ++i)
      for (const auto* on : {row.from, row.last}) {
        EXPECT_EQ(hourly_at(21 - i, on), row.cent[static_cast<std::size_t>(i)]) << on << " age " << 21 - i;
        EXPECT_EQ(hourly_at(40, on), row.cent[0]);
      }
}

TEST(MinimumWage, AgreesWithTheTableByAgeOfTheLawFiles) {
  for (const auto& row : kPublished) {
    const auto table = shipped_law().table_at("minimum_wage_hourly_by_age", day(row.from));
    ASSERT_TRUE(table.has_value());
    for (const CellRow& cells : table->rows)
      EXPECT_EQ(hourly_at(static_cast<int>(cells[0].number.units), row.from), eurocent_of(cells[1].number)->value);
  }
}

TEST(MinimumWage, TakesTheTraineeScaleAtItsAgesAndTheOrdinaryScaleElsewhere) {
  EXPECT_EQ(hourly_at(20, "2026-01-01", true), 905);
  EXPECT_EQ(hourly_at(19, "2026-01-01", true), 772);
  EXPECT_EQ(hourly_at(18, "2026-01-01", true), 669);
  EXPECT_EQ(hourly_at(17, "2026-01-01", true), 581);
  EXPECT_EQ(hourly_at(21, "2026-01-01", true), 1471);
}

TEST(MinimumWage, RisesOnTheBirthdayItself) {
  const std::array<std::int64_t, 7> cent = kPublished[4].cent;
  for (int age = 16; age <= 21; ++age) {
    const std::string birth = std::to_string(2026 - age) + "-03-15";
    const auto at = [&](int i) { return cent[static_cast<std::size_t>(21 - i)]; };
    EXPECT_EQ(hourly(birth, "2026-03-14"), at(age - 1)) << age;
    EXPECT_EQ(hourly(birth, "2026-03-15"), at(age)) << age;
    EXPECT_EQ(hourly(birth, "2026-03-16"), at(age)) << age;
  }
}

TEST(MinimumWage, TakesFirstMarchAsTheBirthdayOfSomeoneBornOnALeapDay) {
  EXPECT_EQ(hourly("2004-02-29", "2025-02-28"), 1125);
  EXPECT_EQ(hourly("2004-02-29", "2025-03-01"), 1406);
  EXPECT_EQ(hourly("2004-02-29", "2024-02-28"), 796);
  EXPECT_EQ(hourly("2004-02-29", "2024-02-29"), 1062);
}

TEST(MinimumWage, HasNoAmountBelowTheLowestAge) {
  const auto before = minimum_wage_on(shipped_law(), {day("2011-03-15"), false}, day("2026-03-14"));
  ASSERT_TRUE(before.has_value());
  ASSERT_TRUE(std::holds_alternative<NoMinimum>(*before));
  EXPECT_EQ(std::get<NoMinimum>(*before).age, 14);
  EXPECT_EQ(std::get<NoMinimum>(*before).lowest_age, 15);
  EXPECT_EQ(hourly("2011-03-15", "2026-03-15"), 441);
}

TEST(MinimumWage, NamesParameterArticleAndLastValueWhereTheAmountIsNotKnown) {
  const auto answer = minimum_wage_on(shipped_law(), {day("1990-01-01"), false}, day("2027-01-01"));
  ASSERT_FALSE(answer.has_value());
  const Fault& fault = answer.error().front();
  EXPECT_EQ(fault.code, FaultCode::kNoValue);
  EXPECT_EQ(exit_of(fault.code), Exit::kNoValue);
  EXPECT_EQ(fault.column, "minimum_wage_hourly_adult");
  EXPECT_EQ(fault.value, "2027-01-01");
  EXPECT_EQ(fault.args.at("article"), "WML art. 7, 8 lid 1 onder a, 14");
  EXPECT_EQ(fault.args.at("last_value"), "14.99");
  EXPECT_EQ(fault.args.at("last_from"), "2026-07-01");
  EXPECT_EQ(minimum_wage_on(shipped_law(), {day("1990-01-01"), false}, day("2023-12-31")).error().front().code,
            FaultCode::kNoValue);
}

TEST(MinimumWage, NamesTheArticleOfEachStep) {
  const auto answer = minimum_wage_on(shipped_law(), {day("2008-01-01"), true}, day("2026-02-01"));
  const auto& wage = std::get<MinimumWage>(*answer);
  EXPECT_EQ(wage.scale, WageScale::kBbl);
  EXPECT_EQ(wage.share, (Rate{455, 3}));
  EXPECT_EQ(wage.adult_origin.article, "WML art. 7, 8 lid 1 onder a, 14");
  EXPECT_EQ(wage.share_origin.article, "WML art. 8 lid 4; Besluit minimumjeugdloon");
  EXPECT_EQ(wage.adult_origin.confidence, Confidence::kConfirmed);
}

}  // namespace
}  // namespace passend
