// SPDX-License-Identifier: EUPL-1.2
// Shows: when a decision on an operator's licence is due, with completion and delay, by the model and by one's own APV;
// and that a file has no place for a person.
#include "fairwork/operator_licence.hpp"

#include <gtest/gtest.h>

#include "base/text_file.hpp"
#include "law/parameter_store.hpp"

namespace passend::fairwork {
namespace {

const std::string kRoot = PASSEND_SOURCE_DIR;

const LicenceBook& book() {
  static const LicenceBook one = *read_licence_book(*read_file(kRoot + "/data/fairwork/operator_licence.toml"), "book");
  return one;
}

LicenceAnswer answer_to(const std::string& text, const char* on) {
  static const auto law = *load_parameters(kRoot + "/data/law");
  static const auto rules = *scheme::TermRules::read(law, 2026, 2040);
  const auto licence = read_licence_file(book(), text, "file");
  EXPECT_TRUE(licence.has_value());
  return answer_licence(book(), *licence, rules, 6, *parse_date(on));
}

Faults faults_of(const std::string& text) {
  const auto licence = read_licence_file(book(), text, "file");
  return licence ? Faults() : licence.error();
}

TEST(OperatorLicence, TermOfTheApvEndsByTheCalendar) {
  const std::string apv = "received = 2026-09-01\n[apv]\ndecision_weeks = 12\nextension_weeks = 12\n";
  auto answer = answer_to(apv, "2026-11-24");
  EXPECT_EQ(to_string(answer.end.last), "2026-11-24");  // 84 days
  EXPECT_EQ(answer.state, scheme::TermState::kRunning);
  EXPECT_FALSE(answer.from_model);
  EXPECT_EQ(answer_to(apv, "2026-11-25").state, scheme::TermState::kLate);
  answer = answer_to(apv + "[[extension]]\nannounced = 2026-11-20\nweeks = 12\n", "2026-12-01");
  EXPECT_EQ(to_string(answer.end.last), "2027-02-16");
  answer =
      answer_to(apv + "[[completion]]\nasked = 2026-09-10\nuntil = 2026-09-24\ncompleted = 2026-09-20\n", "2026-09-15");
  EXPECT_EQ(to_string(answer.end.last), "2026-12-03");  // nine days, 11 to 19 September
  EXPECT_EQ(answer.state, scheme::TermState::kSuspended);
}

TEST(OperatorLicence, AnApvWithoutTermMeansTheReasonableOne) {
  const auto answer = answer_to("received = 2026-09-01\n[apv]\ndecision_weeks = 0\n", "2026-12-01");
  EXPECT_EQ(to_string(answer.end.last), "2026-10-27");
  EXPECT_EQ(answer.state, scheme::TermState::kPresumedLate);
}

TEST(OperatorLicence, WithoutAnApvTheModelSpeaksAndSilenceIsNotKnown) {
  const auto answer = answer_to("received = 2026-09-01\n", "2026-09-02");
  EXPECT_TRUE(answer.from_model);
  EXPECT_EQ(answer.silence, std::nullopt);
  EXPECT_EQ(answer.checks, std::vector<Met>(book().checks.size(), Met::kNotKnown));
}

TEST(OperatorLicence, ADelayThatTheApvDoesNotAllowDoesNotCount) {
  const auto answer = answer_to(
      "received = 2026-09-01\n[apv]\ndecision_weeks = 12\nextension_weeks = 0\n[[extension]]\nannounced = "
      "2026-11-01\nweeks = 4\n",
      "2026-11-02");
  EXPECT_EQ(to_string(answer.end.last), "2026-11-24");
  EXPECT_EQ(answer.end.ignored, std::vector{scheme::Ignored::kNoExtension});
}

TEST(OperatorLicence, NotCompletedInTimeMayBeLeftAside) {
  const std::string asked = "received = 2026-09-01\n[[completion]]\nasked = 2026-09-10\nuntil = 2026-09-24\n";
  EXPECT_FALSE(answer_to(asked, "2026-09-24").may_be_left_aside);
  EXPECT_TRUE(answer_to(asked, "2026-09-25").may_be_left_aside);
  EXPECT_FALSE(answer_to(asked + "completed = 2026-09-24\n", "2026-09-25").may_be_left_aside);
  EXPECT_TRUE(answer_to(asked + "completed = 2026-09-28\n", "2026-10-01").may_be_left_aside);
}

TEST(OperatorLicence, ADecisionOpensTheTermForAnObjection) {
  const auto answer = answer_to("received = 2026-09-01\ndecided = 2026-11-13\n", "2026-11-20");
  EXPECT_EQ(answer.state, scheme::TermState::kDecided);
  EXPECT_EQ(to_string(answer.objection_until.value()), "2026-12-28");  // 25 and 26 December are free, then a weekend
}

TEST(OperatorLicence, ThereIsNoPlaceForAPerson) {
  for (const char* key : {"name", "naam", "worker", "sekswerker", "bsn", "nationality", "phone", "remarks"}) {
    const auto top = faults_of("received = 2026-09-01\n" + std::string(key) + " = \"Somebody\"\n");
    ASSERT_EQ(top.size(), 1U) << key;
    EXPECT_EQ(top.front().code, FaultCode::kTomlKeyUnknown);
    EXPECT_EQ(top.front().column, key);
    EXPECT_EQ(top.front().value, "…");
    for (const char* group : {"apv", "papers", "premises", "plan"}) {
      const auto inside =
          faults_of("received = 2026-09-01\n[" + std::string(group) + "]\n" + key + " = \"Somebody\"\n");
      ASSERT_EQ(inside.size(), 1U) << group;
      EXPECT_EQ(inside.front().column, key);
      EXPECT_EQ(inside.front().value, "…");
    }
  }
  const auto text = faults_of("received = 2026-09-01\n[premises]\nlocker = \"Somebody\"\n");
  ASSERT_EQ(text.size(), 1U);
  EXPECT_EQ(text.front().code, FaultCode::kTomlType);
  EXPECT_EQ(text.front().value, "…");
}

TEST(OperatorLicence, EachMistakeIsOneFault) {
  const auto code_of = [](const std::string& text) {
    const auto faults = faults_of(text);
    EXPECT_EQ(faults.size(), 1U) << text;
    return faults.empty() ? FaultCode::kCount : faults.front().code;
  };
  EXPECT_EQ(code_of("decided = 2026-09-01\n"), FaultCode::kTomlKeyMissing);
  EXPECT_EQ(code_of("received = 2026-09-01\ndecided = 2026-08-31\n"), FaultCode::kIntervalReversed);
  EXPECT_EQ(code_of("received = \"soon\"\n"), FaultCode::kNotADate);
  EXPECT_EQ(code_of("received = 2026-09-01\n[apv]\ndecision_weeks = 101\n"), FaultCode::kOutOfRange);
  EXPECT_EQ(code_of("received = 2026-09-01\npapers = 3\n"), FaultCode::kTomlType);
  EXPECT_EQ(code_of("received = 2026-09-01\n[[completion]]\nasked = 2026-09-10\nuntil = 2026-09-10\n"),
            FaultCode::kIntervalReversed);
  EXPECT_EQ(code_of("received = 2026-09-01\n[[completion]]\nuntil = 2026-09-10\n"), FaultCode::kTomlKeyMissing);
  EXPECT_EQ(code_of("received = \n"), FaultCode::kTomlSyntax);
}

}  // namespace
}  // namespace passend::fairwork
