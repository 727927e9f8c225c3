// SPDX-License-Identifier: EUPL-1.2
// Shows: which clause holds, every reason a bid can fail or lack something, and that an internship below it earns none.
#include "fairwork/tender.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/text_file.hpp"
#include "scheme/scheme_file.hpp"

namespace passend::fairwork {
namespace {

const std::filesystem::path kData = std::filesystem::path(PASSEND_SOURCE_DIR) / "data";

TenderWords words() { return *read_tender_words(*read_file(kData / "fairwork/tender.toml"), "tender.toml"); }

constexpr const char* kClause = R"(
[[clause]]
id = "c"
from = 2027-01-01
lots = ["groen"]
kinds = ["bpv_bol", "stage_verplicht"]
full_week_hours = 36
equal_levels = true
evidence = ["stageovereenkomst"]
check_every_months = 12
level = [{name = "mbo", month_eurocent = 50000}, {name = "hbo", month_eurocent = 50000}]
social_return = {scheme = "social_return_utrecht", bpv_bol = "leerling bol"}
)";

std::vector<InternshipClause> clauses(const std::string& text = kClause) { return *read_clauses(text, "c", words()); }

std::string bid(const std::string& internships, const std::string& head = "agrees = true") {
  return "[[bid]]\nid = \"b\"\nlot = \"groen\"\nannounced = 2027-03-01\n" + head + "\n" + internships;
}

std::string stage(const std::string& level, const std::string& hours, const std::string& month,
                  const std::string& kind = "bpv_bol") {
  return "[[bid.internship]]\nlevel = \"" + level + "\"\nkind = \"" + kind + "\"\nhours_week = " + hours +
         "\nmonth_eurocent = " + month + "\nmonths = 6\nevidence = [\"stageovereenkomst\"]\n";
}

TenderAnswer judged(const std::string& file, const std::vector<InternshipClause>& rules,
                    Date on = make_date(2027, 4, 1)) {
  const auto all = read_undertakings(file, "b", words());
  EXPECT_TRUE(all.has_value());
  const auto scheme = scheme::load_schemes(kData / "schemes");
  const auto* one = scheme::find_scheme(*scheme, "social_return_utrecht");
  const auto answer = judge(rules, all->front(), on, {one, one->version_on(all->front().announced)});
  EXPECT_TRUE(answer.has_value());
  return answer ? *answer : TenderAnswer{};
}

std::string reasons(const TenderAnswer& answer) {
  std::string all;
  for (const TenderFinding& finding : answer.findings) {
    all += std::string(row_of(finding.reason).name);
    if (finding.internship) all += std::to_string(*finding.internship);
    all += ' ';
  }
  return all;
}

TEST(Tender, AnAllowanceIsProRataRoundedUpAndNoMoreThanAFullWeek) {
  const auto rules = clauses();
  // 500 euro * 32 / 36 = 444.4444…
  EXPECT_EQ(judged(bid(stage("mbo", "32", "44445")), rules).verdict, TenderVerdict::kMeets);
  const auto below = judged(bid(stage("mbo", "32", "44444")), rules);
  EXPECT_EQ(below.verdict, TenderVerdict::kFails);
  EXPECT_EQ(reasons(below), "below0 ");
  EXPECT_EQ(below.findings[0].due.value, 44445);
  EXPECT_EQ(below.findings[0].short_by.value, 1);
  EXPECT_EQ(judged(bid(stage("mbo", "40", "50000")), rules).verdict, TenderVerdict::kMeets);
}

TEST(Tender, LevelsGetTheSameEvenAboveTheClause) {
  const auto rules = clauses();
  const auto answer = judged(bid(stage("mbo", "36", "50000") + stage("hbo", "36", "60000")), rules);
  EXPECT_EQ(reasons(answer), "unequal0 ");
  EXPECT_EQ(answer.findings[0].short_by.value, 10000);
  // The same pay an hour, in other hours and cents.
  EXPECT_EQ(judged(bid(stage("mbo", "36", "60000") + stage("hbo", "32", "53333")), rules).verdict,
            TenderVerdict::kMeets);
  // One of a level may get more, as long as the lowest of each level is the same.
  EXPECT_EQ(judged(bid(stage("mbo", "36", "60000") + stage("hbo", "36", "60000") + stage("hbo", "36", "70000")), rules)
                .verdict,
            TenderVerdict::kMeets);
  std::string free_text = kClause;
  free_text.replace(free_text.find("equal_levels = true"), 19, "equal_levels = false");
  EXPECT_EQ(judged(bid(stage("mbo", "36", "50000") + stage("hbo", "36", "60000")), clauses(free_text)).verdict,
            TenderVerdict::kMeets);
}

TEST(Tender, WhatIsMissingIsNamedAndDoesNotFail) {
  const auto rules = clauses();
  const auto answer = judged(bid("[[bid.internship]]\nlevel = \"mbo\"\nkind = \"bpv_bol\"\n", ""), rules);
  EXPECT_EQ(answer.verdict, TenderVerdict::kIncomplete);
  EXPECT_EQ(reasons(answer), "agreement_unknown hours_unknown0 amount_unknown0 evidence_missing0 ");
  EXPECT_EQ(answer.findings.back().missing, std::vector<std::string>{"stageovereenkomst"});
  EXPECT_EQ(reasons(judged(bid(stage("wo", "36", "90000")), rules)), "level_open0 ");
}

TEST(Tender, AgreeingIsEnoughWithoutInternsAndRefusingFails) {
  EXPECT_EQ(judged(bid(""), clauses()).verdict, TenderVerdict::kMeets);
  EXPECT_EQ(judged(bid("", "agrees = false"), clauses()).verdict, TenderVerdict::kFails);
}

TEST(Tender, InternshipsOfAnotherKindDoNotFallUnderIt) {
  EXPECT_EQ(judged(bid(stage("mbo", "36", "0", "stage_vrijwillig")), clauses()).verdict, TenderVerdict::kMeets);
}

TEST(Tender, TheDayOfTheAnnouncementDecides) {
  const auto rules = clauses();
  std::string earlier = bid(stage("mbo", "36", "0"));
  earlier.replace(earlier.find("2027-03-01"), 10, "2026-12-31");
  EXPECT_EQ(judged(earlier, rules).verdict, TenderVerdict::kNotCovered);
  earlier.replace(earlier.find("2026-12-31"), 10, "2027-01-01");
  EXPECT_EQ(judged(earlier, rules).verdict, TenderVerdict::kFails);
  std::string other = bid(stage("mbo", "36", "0"));
  other.replace(other.find("groen"), 5, "bouw ");
  EXPECT_EQ(judged(other, rules).verdict, TenderVerdict::kNotCovered);
}

TEST(Tender, ARunningContractBringsNewEvidenceInTime) {
  const auto contract = [](const std::string& more) {
    return "[[contract]]\nid = \"k\"\nlot = \"groen\"\nannounced = 2027-03-01\nagrees = true\nfrom = 2027-05-01\n" +
           more;
  };
  const auto rules = clauses();
  EXPECT_EQ(reasons(judged(contract(""), rules, make_date(2028, 5, 1))), "");
  EXPECT_EQ(reasons(judged(contract(""), rules, make_date(2028, 5, 2))), "check_late ");
  EXPECT_EQ(reasons(judged(contract("checked = 2028-04-01\n"), rules, make_date(2028, 5, 2))), "");
  EXPECT_EQ(reasons(judged(contract("until = 2028-04-30\n"), rules, make_date(2028, 5, 2))), "");
}

TEST(Tender, OnlyInternshipsWithoutAFindingEarnSocialReturn) {
  const auto answer = judged(
      bid(stage("mbo", "36", "50000") + stage("mbo", "36", "49999") + stage("hbo", "36", "50000", "stage_verplicht")),
      clauses());
  ASSERT_EQ(answer.points.size(), 3U);
  EXPECT_EQ(answer.points[0]->value, 500000);  // 10,000 euro a year, six months
  EXPECT_FALSE(answer.points[1].has_value());
  EXPECT_FALSE(answer.points[2].has_value());  // the clause names no block for this kind
  EXPECT_EQ(answer.total_points().value, 500000);
}

TEST(TenderFiles, EachFaultIsNamed) {
  const auto code = [](const std::string& text) {
    const auto read = read_clauses(text, "c", words());
    return read ? FaultCode::kCount : read.error().front().code;
  };
  std::string text = kClause;
  EXPECT_EQ(code(""), FaultCode::kTomlKeyMissing);
  EXPECT_EQ(code(text + text), FaultCode::kKeyTwice);
  std::string second = text;
  second.replace(second.find("\"c\""), 3, "\"d\"");
  EXPECT_EQ(code(text + second), FaultCode::kOverlap);
  std::string unequal = text;
  unequal.replace(unequal.find("\"hbo\", month_eurocent = 50000"), 29, "\"hbo\", month_eurocent = 60000");
  EXPECT_EQ(code(unequal), FaultCode::kRuleRefused);
  std::string unknown = text;
  unknown.replace(unknown.find("bpv_bol"), 7, "bpv_bbl");
  EXPECT_EQ(code(unknown), FaultCode::kNotInList);
  EXPECT_EQ(read_undertakings(bid("name = \"x\""), "b", words()).error().front().code, FaultCode::kTomlKeyUnknown);
  EXPECT_EQ(read_undertakings(bid("") + bid(""), "b", words()).error().front().code, FaultCode::kKeyTwice);
  EXPECT_EQ(read_undertakings("", "b", words()).error().front().code, FaultCode::kTomlKeyMissing);
}

}  // namespace
}  // namespace passend::fairwork
