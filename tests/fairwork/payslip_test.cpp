// SPDX-License-Identifier: EUPL-1.2
// Shows: a payslip one cent or one day on either side of a rule, and that the rules themselves are data.
#include "fairwork/payslip.hpp"

#include <gtest/gtest.h>

#include "base/text_file.hpp"
#include "fairwork/payslip_file.hpp"
#include "law/parameter_file.hpp"
#include "law_folder.hpp"

namespace passend::fairwork {
namespace {

const std::string kData = std::string(PASSEND_SOURCE_DIR) + "/data/";

PayslipRules rules_of(const std::string& bytes) {
  auto rules = read_payslip_rules(bytes, "payslip.toml");
  EXPECT_TRUE(rules.has_value());
  return rules ? *rules : PayslipRules{};
}

std::string shipped_rules() { return *read_file(kData + "fairwork/payslip.toml"); }

// An adult who works 10 hours in one week of May 2026, paid by bank, everything shown; `more` adds to it.
std::string slip_text(const std::string& more, const std::string& pay = "14710") {
  return "birth_date = 1990-01-01\nfrom = 2026-05-04\nuntil = 2026-05-10\nperiod = \"week\"\nhours_worked = 10\n"
         "paid_by = \"bank\"\n" +
         more + "\n[[pay]]\nkind = \"basis\"\neurocent = " + pay +
         "\n[holiday]\nmode = \"reserved\"\nreserved_eurocent = 5000\n[shown]\ngross = true\ncomposition = true\n"
         "deductions = true\nhours = true\nminimum_wage = true\nminimum_holiday_pay = true\nperiod = true\n"
         "employer_name = true\nworker_name = true\ncontract_hours = true\npermanent = true\non_call = true\n";
}

PayslipAnswer answer_of(const std::string& text, const std::string& rule_text = shipped_rules()) {
  const auto rules = rules_of(rule_text);
  const auto slip = read_payslip(text, "slip.toml", rules);
  EXPECT_TRUE(slip.has_value()) << (slip ? "" : slip.error()[0].column);
  const auto answer = check_payslip(shipped_law(), rules, *slip);
  EXPECT_TRUE(answer.has_value());
  return answer ? *answer : PayslipAnswer{};
}

std::string found(const PayslipAnswer& answer) {
  std::string words;
  for (const auto& one : answer.findings)
    words += one.name + ":" + (one.note.empty() ? one.kind : one.note) + ":" + std::to_string(one.owed.value) + ";";
  return words;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string deduction(const std::string& kind, int eurocent, const std::string& more = "") {
  return "[[deduction]]\nkind = \"" + kind + "\"\neurocent = " + std::to_string(eurocent) + "\n" + more + "\n";
}

TEST(Payslip, TheMinimumToTheCentIsFineAndOneCentLessIsOwed) {
  EXPECT_EQ(found(answer_of(slip_text(""))), "");
  EXPECT_EQ(found(answer_of(slip_text("", "14709"))), "below_minimum::1;");
}

TEST(Payslip, HousingMayTakeAQuarterOfTheMinimumAndNotOneCentMore) {
  const std::string yes = "written = true\ncertified = true";
  EXPECT_EQ(found(answer_of(slip_text("") + deduction("huisvesting", 3677, yes))), "");
  EXPECT_EQ(found(answer_of(slip_text("") + deduction("huisvesting", 3678, yes))), "deduction:huisvesting:1;");
  EXPECT_EQ(found(answer_of(slip_text("") + deduction("huisvesting", 3677, "written = true\ncertified = false"))),
            "deduction:huisvesting:3677;");
}

TEST(Payslip, WhatLiesAboveTheMinimumMayPayForTransportOnlyWithAMandate) {
  EXPECT_EQ(found(answer_of(slip_text("", "15210") + deduction("vervoer", 500, "written = true"))), "");
  EXPECT_EQ(found(answer_of(slip_text("", "15210") + deduction("vervoer", 501, "written = true"))),
            "deduction:vervoer:1;");
  EXPECT_EQ(found(answer_of(slip_text("", "15210") + deduction("vervoer", 500))), "deduction:vervoer:500;");
}

TEST(Payslip, AHigherOrLowerShareForHousingIsALineOfData) {
  const auto law = parse_parameters(
      "[[parameter]]\nid = \"housing_deduction_share\"\nterm_nl = \"t\"\nunit = \"fraction of minimum wage\"\n"
      "legal_basis = \"x\"\nsource = \"x\"\nconfidence = \"single\"\nvalues = [\n"
      "  {from = \"2024-01-01\", value = 0.25, state = \"vastgesteld\"},\n"
      "  {from = \"2026-05-10\", value = 0.2, state = \"vastgesteld\"},\n]\n",
      "law.toml");
  ASSERT_TRUE(law.has_value());
  const auto changed = shipped_law().with(*law);
  const auto rules = rules_of(shipped_rules());
  const std::string text = slip_text("") + deduction("huisvesting", 3677, "written = true\ncertified = true");
  const auto slip = read_payslip(text, "slip.toml", rules);
  ASSERT_TRUE(slip.has_value());
  EXPECT_EQ(found(*check_payslip(changed, rules, *slip)), "deduction:huisvesting:735;");
  const auto day_before = read_payslip(replaced(replaced(text, "2026-05-04", "2026-05-03"), "2026-05-10", "2026-05-09"),
                                       "slip.toml", rules);
  ASSERT_TRUE(day_before.has_value());
  EXPECT_EQ(found(*check_payslip(changed, rules, *day_before)), "");
}

TEST(Payslip, WhichPayCountsAndWhatMayComeOffAreData) {
  const std::string counts_bonus =
      replaced(shipped_rules(), "kind = \"eenmalig\"\ncounts = false", "kind = \"eenmalig\"\ncounts = true");
  const std::string text = slip_text("", "14000") + "[[pay]]\nkind = \"eenmalig\"\neurocent = 710\n";
  EXPECT_EQ(found(answer_of(text)), "below_minimum::710;");
  EXPECT_EQ(found(answer_of(text, counts_bonus)), "");
}

TEST(Payslip, AdmissionOfLendersIsAskedFromItsDayOnAndEnforcedFromAnother) {
  // The minimum wage of those days is not known yet: this law brings one.
  const auto wage = parse_parameters(
      "[[parameter]]\nid = \"minimum_wage_hourly_adult\"\nterm_nl = \"t\"\nunit = \"EUR/hour\"\nlegal_basis = \"x\"\n"
      "source = \"x\"\nconfidence = \"single\"\nvalues = [{from = \"2024-01-01\", value = 14.71, state = "
      "\"vastgesteld\"}]\n",
      "law.toml");
  ASSERT_TRUE(wage.has_value());
  const auto law = shipped_law().with(*wage);
  const auto rules = rules_of(shipped_rules());
  const auto on = [&](const std::string& until) {
    const auto slip = read_payslip(
        replaced(replaced(slip_text("[lender]\nadmitted = false"), "2026-05-04", until), "2026-05-10", until),
        "slip.toml", rules);
    EXPECT_TRUE(slip.has_value());
    const auto answer = check_payslip(law, rules, *slip);
    EXPECT_TRUE(answer.has_value());
    return answer ? found(*answer) : std::string("no value");
  };
  EXPECT_EQ(on("2026-12-31").find("lender"), std::string::npos);
  EXPECT_NE(on("2027-01-01").find("lender:not_yet_enforced"), std::string::npos);
  EXPECT_NE(on("2027-12-31").find("lender:not_yet_enforced"), std::string::npos);
  EXPECT_NE(on("2028-01-01").find("lender:enforced"), std::string::npos);
}

TEST(Payslip, EveryFaultOfAFileIsNamedAtOnceWithItsLine) {
  const auto rules = rules_of(shipped_rules());
  const auto slip = read_payslip(
      "birth_date = 1990-13-01\nfrom = 2026-05-10\nuntil = 2026-05-04\nperiod = \"jaar\"\nhours_worked = 0\n"
      "hourly_eurocent = 10.5\nmonth_eurocent = 1\ncolour = 1\n[[pay]]\nkind = \"fooi\"\neurocent = -1\n",
      "slip.toml", rules);
  ASSERT_FALSE(slip.has_value());
  EXPECT_GE(slip.error().size(), 1U);
  for (const Fault& fault : slip.error()) EXPECT_GT(fault.line, 0) << fault.column;
}

}  // namespace
}  // namespace passend::fairwork
