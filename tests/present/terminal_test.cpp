// SPDX-License-Identifier: EUPL-1.2
// Shows: the summary after `passend plan` has the figures of the report, within 80 columns, plain unless asked.
#include "present/terminal.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "present/plain_text.hpp"
#include "present/report_sample.hpp"

namespace passend::present {
namespace {

TEST(PlanSummary, HasTheFiguresOfTheReport) {
  const auto text = plan_summary(sample_report(), messages(Language::kDutch), "plan/report.html");
  EXPECT_TRUE(text.starts_with("Demo. "));
  for (const auto* line :
       {"7 van de 10 mensen kregen een voorstel\n", "Plan van 8 september 2026, loting 1\n",
        "kregen een voorstel               1.687\n", "Te weinig plekken          werkgever", "minder dan 10\n",
        "Zelf narekenen: passend verify plan-2026-37 voorbeeldstad\n", "Meer staat in plan/report.html.\n"})
    EXPECT_NE(text.find(line), std::string::npos) << line << "\nin\n" << text;
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find("Eigen keuze"), std::string::npos);
}

TEST(PlanSummary, FitsEightyColumns) {
  for (const auto language : {Language::kDutch, Language::kEnglish}) {
    std::istringstream lines(plan_summary(sample_report(), messages(language), "plan/report.html"));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(width_of(line), 80U) << line;
  }
}

TEST(PlanSummary, IsBoldOnlyWhenAsked) {
  const auto text = plan_summary(sample_report(), messages(Language::kDutch), "", TerminalStyle::kBold);
  EXPECT_NE(text.find("\x1b[1m7 van de 10"), std::string::npos);
}

TEST(Wrapped, BreaksAtSpaces) {
  EXPECT_EQ(wrapped("een twee drie", 8), "een twee\ndrie\n");
  EXPECT_EQ(wrapped("", 8), "");
}

}  // namespace
}  // namespace passend::present
