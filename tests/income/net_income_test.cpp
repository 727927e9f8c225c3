// SPDX-License-Identifier: EUPL-1.2
// Shows what an answer may and may not depend on: parts add up, order of persons changes nothing, more pay never lowers
// tax, a known answer for a known household, and that impossible input is refused by name.
#include "income/net_income.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "income/answer.hpp"
#include "income/calendar_year.hpp"
#include "income/known_rules.hpp"
#include "income/rests_on.hpp"
#include "income/sweep.hpp"
#include "income/trace.hpp"
#include "law_folder.hpp"
#include "random_household.hpp"

namespace passend::income {
namespace {

constexpr int kTimes = 4000;

Result<State> evaluated(const Household& household) {
  static std::map<Date, RuleBook> books;
  auto [book, is_new] = books.try_emplace(household.date);
  if (is_new) book->second = read_rule_book(shipped_law(), household.date);
  return evaluate(book->second, shipped_law(), household);
}

Household household_of(const std::string& toml) { return read_household(toml, "household.toml").value(); }

State state_of(const std::string& toml) { return evaluated(household_of(toml)).value(); }

FaultCode code_of(const std::string& toml) {
  const auto household = read_household(toml, "household.toml");
  if (!household) return household.error().front().code;
  const auto state = evaluated(*household);
  return state ? FaultCode::kCount : state.error().front().code;
}

template <class Check>
void for_random_households(Check check) {
  std::mt19937_64 draw(11);
  int answered = 0;
  for (int n = 0; n < kTimes; ++n) {
    const Household household = random_household(draw, make_date(2024 + n % 3, 1 + n % 12, 1 + n % 28));
    const auto state = evaluated(household);
    if (!state) continue;
    check(household, *state);
    ++answered;
  }
  EXPECT_GT(answered, kTimes / 2);
}

TEST(NetIncome, PartsAddUpToNet) {
  for_random_households([](const Household&, const State& state) {
    std::int64_t sum = 0;
    for (std::size_t p = 0; p < kParts; ++p) sum += state.part(static_cast<Part>(p));
    EXPECT_EQ(sum, state.net());
    EXPECT_LE(std::abs(state.part(Part::kRounding)), 6);
  });
}

TEST(NetIncome, TheOrderOfPersonsDoesNotMatter) {
  int couples = 0;
  for_random_households([&](const Household& household, const State& state) {
    if (!is_couple(household) || household.adults[0].birth == household.adults[1].birth) return;
    Household turned = household;
    std::swap(turned.adults[0], turned.adults[1]);
    std::ranges::reverse(turned.children);
    const auto other = evaluated(turned);
    ASSERT_TRUE(other.has_value());
    for (std::size_t p = 0; p < kParts; ++p)
      EXPECT_EQ(other->part(static_cast<Part>(p)), state.part(static_cast<Part>(p))) << kPartNames[p];
    ++couples;
  });
  EXPECT_GT(couples, 500);
}

TEST(NetIncome, MorePayNeverLowersTax) {
  for (const char* on : {"2024-03-01", "2025-03-01", "2026-08-01"}) {
    const RuleBook rules = read_rule_book(shipped_law(), day(on));
    const WithholdingRules& w = rules.withholding.rules;
    for (const bool aow : {false, true}) {
      double tax = 0;
      for (double income = 0; income < 150'000; income += 1) {
        const double next = tariff(w.box1, income, aow, false);
        ASSERT_GE(next, tax) << on << ' ' << income;
        tax = next;
      }
    }
    double withheld_before = 0;
    for (double month = 0; month < 1'200'000; month += 113) {
      const double next = withheld(w, month, TaxPayer<bool>{false, false}, true, true, 0.0);
      ASSERT_GE(next, withheld_before) << on << ' ' << month;
      withheld_before = next;
    }
  }
}

// Bijstand of one person from 21: the norm itself is what is left, within the euros that tax is cut to.
TEST(NetIncome, WhoeverLivesOnBijstandKeepsTheNorm) {
  const State state =
      state_of("date = 2026-07-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-05-05\nbenefit = 'bijstand'\n");
  EXPECT_EQ(state.settled.columns.norm, 141946);
  EXPECT_EQ(state.income.top_up, 141946);
  EXPECT_NEAR(static_cast<double>(state.net() - state.part(Part::kZorgtoeslag)), 141946, 20);
}

// Statutory ages: the day before, on and after.
TEST(NetIncome, TheNormOfAnAdultStartsOnTheTwentyFirstBirthday) {
  const auto norm_on = [](const std::string& birth) {
    return state_of("date = 2026-09-15\n[[adult]]\nid = 'a'\nbirth_date = " + birth + "\nbenefit = 'bijstand'\n")
        .settled.columns.norm;
  };
  EXPECT_EQ(norm_on("2005-09-16"), 35042);
  EXPECT_EQ(norm_on("2005-09-15"), 141946);
  EXPECT_EQ(norm_on("2005-09-14"), 141946);
}

TEST(NetIncome, AssetsOneCentAboveTheLimitEndTheRight) {
  const auto top_up_with = [](const std::string& assets) {
    return state_of(
               "date = 2026-09-15\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\nbenefit = 'bijstand'\n[assets]\n"
               "total_eurocent = " +
               assets + "\n")
        .income.top_up;
  };
  EXPECT_EQ(top_up_with("799999"), 141946);
  EXPECT_EQ(top_up_with("800000"), 141946);
  EXPECT_EQ(top_up_with("800001"), 0);
}

TEST(NetIncome, WhatCannotBeIsRefusedAndWhatIsNotCoveredIsNamed) {
  const std::string one = "date = 2026-09-15\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\n";
  EXPECT_EQ(code_of(one + "hours_week = 200\nhourly_eurocent = 1500\n"), FaultCode::kOutOfRange);
  EXPECT_EQ(code_of(one + "hours_week = 20\n"), FaultCode::kTomlKeyMissing);
  EXPECT_EQ(code_of(one + "[[child]]\nbirth_date = 1979-01-01\n"), FaultCode::kCannotBe);
  EXPECT_EQ(code_of(one + "[[child]]\nbirth_date = 2026-09-16\n"), FaultCode::kCannotBe);
  EXPECT_EQ(code_of(one + "benefit = 'bijstant'\n"), FaultCode::kNotInList);
  EXPECT_EQ(code_of(one + "benefit = 'aow'\n"), FaultCode::kCannotBe);
  EXPECT_EQ(code_of(one + "name = 'x'\n"), FaultCode::kTomlKeyUnknown);
  EXPECT_EQ(code_of(one + "[[adult]]\nid = 'b'\nbirth_date = 1980-01-01\n"), FaultCode::kCannotBe);
  for (const char* benefit : {"wia", "wao", "zw", "anw", "bbz", "ioaz"})
    EXPECT_EQ(code_of(one + "benefit = '" + benefit + "'\n"), FaultCode::kNotCovered) << benefit;
  EXPECT_EQ(code_of("date = 2027-02-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\n"), FaultCode::kNoValue);
}

// The day asked for may be another than that of the file.
TEST(NetIncome, NobodyIsCountedBeforeTheirBirth) {
  Household household = household_of(
      "date = 2026-09-15\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\n[[child]]\nbirth_date = 2025-06-01\n");
  EXPECT_TRUE(evaluated(household).has_value());
  household.date = day("2025-05-31");
  EXPECT_EQ(evaluated(household).error().front().code, FaultCode::kCannotBe);
}

TEST(Answer, WithDebtsOrWithoutKnowingNoGainIsNamed) {
  const std::string text =
      "date = 2026-09-15\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\nbenefit = 'bijstand'\n[debt]\n";
  const Offer offer{.adult = "a", .centihours = 2400, .hourly = 1600, .from = {}, .care_centihours = {}, .travel = {}};
  for (const char* debt : {"garnishment = true", "debt_scheme = true", "garnishment = 'unknown'"}) {
    const Household household = household_of(text + debt + "\n");
    const auto found = answer_on_date(shipped_law(), household, offer, "offer.toml");
    EXPECT_TRUE(found->answer.debt_warning);
    EXPECT_EQ(found->answer.participation_tax, std::nullopt);
    EXPECT_EQ(found->answer.marginal_hour, std::nullopt);
  }
  const auto free = answer_on_date(shipped_law(), household_of(text + "garnishment = false\n"), offer, "offer.toml");
  EXPECT_TRUE(free->answer.participation_tax.has_value());
}

TEST(Answer, KnownRulesNameTheDayTheyAreOf) {
  Household household =
      household_of("date = 2027-03-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\nbenefit = 'bijstand'\n");
  EXPECT_EQ(answer_on_date(shipped_law(), household, {}, "").error().front().code, FaultCode::kNoValue);
  const auto known = answer_with_known_rules(shipped_law(), household, {}, "");
  ASSERT_TRUE(known.has_value());
  EXPECT_EQ(to_string(known->rules.date), "2026-12-31");
  household.date = day("2026-12-31");
  EXPECT_EQ(answer_on_date(shipped_law(), household, {}, "")->answer.before.net(), known->answer.before.net());
}

// Ages are those of the household's own day, also under older rules.
TEST(Answer, KnownRulesKeepTheAgesOfTheDay) {
  const auto known = answer_with_known_rules(
      shipped_law(),
      household_of("date = 2027-03-01\n[[adult]]\nid = 'a'\nbirth_date = 2006-02-01\nbenefit = 'bijstand'\n"), {}, "");
  EXPECT_EQ(known->answer.before.settled.columns.norm, 141946);
}

TEST(Trace, EveryPartNamesItsParametersAndTheWeakest) {
  for_random_households([](const Household& household, const State& state) {
    const RuleBook rules = read_rule_book(shipped_law(), household.date);
    Confidence weakest = Confidence::kConfirmed;
    for (const TraceNode& node : trace_of(state, rules, shipped_law())) {
      EXPECT_EQ(node.eurocent, state.part(node.part));
      const bool is_given = node.part == Part::kWage || node.part == Part::kOwnBenefit ||
                            node.part == Part::kOtherIncome || node.part == Part::kChildcareCost ||
                            node.part == Part::kTravelCost;
      EXPECT_TRUE(is_given || !node.parameters.empty()) << kPartNames[static_cast<std::size_t>(node.part)];
      for (const TraceParameter& parameter : node.parameters) {
        const auto parts = parts_resting_on(parameter.origin.id);
        EXPECT_NE(std::ranges::find(parts, node.part), parts.end()) << parameter.origin.id;
        EXPECT_FALSE(parameter.origin.article.empty());
        weakest = std::max(weakest, parameter.origin.confidence);
      }
    }
    EXPECT_EQ(weakest_of(trace_of(state, rules, shipped_law())), weakest);
  });
}

TEST(CalendarYear, PaymentsAddUpToTheYear) {
  int answered = 0;
  for_random_households([&](const Household& household, const State&) {
    if (answered > 300) return;
    const Offer offer{.adult = "a",
                      .centihours = 2400,
                      .hourly = 1700,
                      .from = household.date + 20,
                      .care_centihours = {},
                      .travel = {}};
    const auto found = calendar_year(shipped_law(), household, offer, "offer.toml");
    if (!found) return;
    ++answered;
    std::int64_t sum = 0;
    for (const Payment& payment : found->payments) {
      sum += payment.eurocent;
      EXPECT_TRUE(payment.month >= 1 && payment.month <= kYearAfter);
    }
    EXPECT_EQ(sum, found->net);
  });
  EXPECT_GT(answered, 100);
}

// A whole year of one wage: gross less tax by the year, plus zorgtoeslag; whatever is withheld on the way.
TEST(CalendarYear, AYearOfOneWageIsTaxedByTheYear) {
  const Household household =
      household_of("date = 2025-01-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\ngross_month_eurocent = 250000\n");
  const auto found = calendar_year(shipped_law(), household, std::nullopt, "");
  // 12 x (2,500 + 200) = 32,400. Tax 35.82 %: 11,605. AHK 3,068 - 6.337 % of 3,994 = 2,814.9 -> 2,815.
  // AK 5,220 + 2.258 % of 6,112 = 5,358.01 -> 5,359. Zorgtoeslag 32,400: 2,112 - (1.896 % x 28,406 + 13.7 % x
  // 3,994) = 1,026.2 -> 1,026, a month 85.
  EXPECT_EQ(found->net, (3'240'000 - 1'160'500 + 281'500 + 535'900) + 12 * 8'500);
}

// Each cent an hour is looked at: the cliffs found are those that two neighbouring wages show by themselves.
TEST(Sweep, OverAWageFindsTheCliffsThatNeighboursShow) {
  Household household = household_of(
      "date = 2025-06-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\nhours_week = 36\nhourly_eurocent = 1500\n"
      "[[child]]\nbirth_date = 2022-01-01\ncare = 'dagopvang'\ncare_hours_month = 160\ncare_rate_eurocent = 1000\n");
  const RuleBook rules = read_rule_book(shipped_law(), household.date);
  const SweepRange range{.axis = SweepAxis::kHourly, .first = 1406, .last = 4000, .fixed = 3600};
  std::vector<std::pair<std::int64_t, std::int64_t>> expected, found;
  std::int64_t before = 0;
  for (std::int64_t hourly = range.first; hourly <= range.last; ++hourly) {
    household.adults.front().hourly = hourly;
    const std::int64_t net = evaluated(household)->net();
    if (hourly > range.first && net - before <= -kCliffEurocent) expected.emplace_back(hourly, net - before);
    before = net;
  }
  const Sweep sweep = income::sweep(rules, shipped_law(), household, 0, range);
  for (const SweepBreak& at : sweep.breaks)
    if (at.kind == SweepBreak::Kind::kCliff) {
      found.emplace_back(at.at, at.eurocent);
      EXPECT_EQ(at.part, Part::kKinderopvangtoeslag);
    }
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(found, expected);
  EXPECT_EQ(sweep.points.front().at, 1406);
  EXPECT_EQ(sweep.points[1].at, 1425);
  EXPECT_EQ(sweep.points.back().at, 4000);
}

TEST(Sweep, NamesTheCliffWhereAnAllowanceEnds) {
  const Household household = household_of(
      "date = 2025-06-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\nhours_week = 36\nhourly_eurocent = "
      "1950\n[rent]\nbare_eurocent = 60000\n");
  const RuleBook rules = read_rule_book(shipped_law(), household.date);
  const Sweep sweep = income::sweep(rules, shipped_law(), household, 0,
                                    {.axis = SweepAxis::kHours, .first = 1600, .last = 4000, .fixed = 1950});
  EXPECT_EQ(sweep.points.size(), 25U);
  for (const SweepBreak& found : sweep.breaks) {
    EXPECT_GE(found.at, 1600);
    EXPECT_LE(found.at, 4000);
    EXPECT_TRUE(found.kind == SweepBreak::Kind::kKink || found.eurocent <= -kCliffEurocent);
  }
  EXPECT_FALSE(sweep.breaks.empty());
}

}  // namespace
}  // namespace passend::income
