// SPDX-License-Identifier: EUPL-1.2
// Shows: the three stages of a pact count each person once, on the day that counts, recounted here by hand; a target by
// age without a ground and a group that is not there are refused; faults of a file are all found.
#include "insight/pact.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>

#include "base/text_file.hpp"

namespace passend::insight {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHead = "title = \"Pact\"\nsource = \"verzonnen\"\nfrom = 2026-01-01\nuntil = 2026-12-31\n";

class Pact : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    folder_ = ::mkdtemp(name);
    put("work.csv", "work,employer,kind,until\nw1,e1,regulier,\nw2,e2,proefplaatsing,\nw3,e2,regulier,2026-05-31\n");
    std::string rows = "person,work,from,until,agreed,confirmed_by\n";
    for (int i = 0; i < 20; ++i) rows += fmt::format("p{},w2,2026-01-10,2026-02-09,,\n", i);
    for (int i = 0; i < 12; ++i) rows += fmt::format("p{},w1,2026-03-01,,,\n", i);
    for (int i = 0; i < 12; ++i) rows += fmt::format("p{},w1,2026-09-01,,,\n", i);  // again: no second person
    for (int i = 30; i < 45; ++i) rows += fmt::format("p{},w3,2026-02-01,,,\n", i);
    put("placements.csv", rows);
    std::string groups = "person,group,kind\n";
    for (int i = 0; i < 15; ++i) groups += fmt::format("p{},jong,age\np{},zonder,education\n", i, i);
    put("groups.csv", groups);
  }
  void TearDown() override { fs::remove_all(folder_); }
  void put(const std::string& file, const std::string& text) { EXPECT_TRUE(replace_file(folder_ / file, text)); }

  Result<AgreementAnswer> asked(const std::string& target, const char* on = "2026-10-01") {
    const auto agreement = read_agreement(kHead + target, "pact.toml");
    if (!agreement) return fail(agreement.error());
    return follow(*agreement, folder_, *parse_date(on), "pact.toml");
  }
  std::int64_t so_far(const std::string& target, const char* on = "2026-10-01") {
    const auto answer = asked(target, on);
    if (!answer) return -1;
    const Figure& figure = answer->computed.figures[answer->progress[0].so_far];
    return figure.is_shown() ? *figure.value : -2;
  }
  fs::path folder_;
};

std::string target(const std::string& rest) { return "[[target]]\nid = \"t\"\npeople = 10\n" + rest; }

TEST_F(Pact, BegunCountsPeopleInPaidWorkOnce) {
  EXPECT_EQ(so_far(target("stage = \"begun\"\n")), 12 + 15);
  EXPECT_EQ(so_far(target("stage = \"begun\"\nkinds = [\"proefplaatsing\"]\n")), 20);
  EXPECT_EQ(so_far(target("stage = \"begun\"\nemployers = [\"e2\"]\n")), 15);
  EXPECT_EQ(so_far(target("stage = \"begun\"\ngroup = \"zonder\"\n")), 12);
}

TEST_F(Pact, RhythmCountsWhoStayedThatLong) {
  EXPECT_EQ(so_far(target("stage = \"rhythm\"\nmonths = 3\n")), 12 + 15) << "1 May is before the end of w3";
  EXPECT_EQ(so_far(target("stage = \"rhythm\"\nmonths = 4\n")), 12) << "w3 ended on 31 May, 1 June is too late";
  EXPECT_EQ(so_far(target("stage = \"rhythm\"\nmonths = 3\n"), "2026-05-31"), 15) << "p0 … p11 get there on 1 June";
}

TEST_F(Pact, OnwardCountsWhoBeganAfterEarlierWork) { EXPECT_EQ(so_far(target("stage = \"onward\"\n")), 12); }

TEST_F(Pact, MonthsAddUpAndTheForecastHoldsWhatWasReached) {
  const auto answer = asked(target("stage = \"begun\"\n"));
  ASSERT_TRUE(answer.has_value());
  const PactProgress& progress = answer->progress[0];
  ASSERT_EQ(progress.months.size(), 10U);
  std::int64_t sum = 0;
  for (const PactMonth& month : progress.months) sum += answer->computed.figures[month.figure].value.value();
  EXPECT_EQ(sum, 27);
  ASSERT_TRUE(progress.at_end.has_value());
  EXPECT_GE(progress.at_end->low, 27);
  EXPECT_GT(progress.at_end->high, progress.at_end->low);
  const auto after = asked(target("stage = \"begun\"\n"), "2027-06-01");
  EXPECT_EQ(after->progress[0].at_end->low, 27);
  EXPECT_EQ(after->progress[0].at_end->high, 27);
}

TEST_F(Pact, FewPeopleGiveNoNumberAndNoForecast) {
  const auto answer = asked(target("stage = \"begun\"\n"), "2026-01-05");
  EXPECT_TRUE(answer.has_value());
  put("placements.csv", "person,work,from\np1,w1,2026-01-03\n");
  const auto few = asked(target("stage = \"begun\"\n"));
  ASSERT_TRUE(few.has_value());
  EXPECT_EQ(few->computed.figures[few->progress[0].so_far].shown, Shown::kSmall);
  EXPECT_FALSE(few->progress[0].at_end.has_value());
}

TEST_F(Pact, TargetsThatLieInOneAnotherAreNotSubtracted) {
  std::string rows = "person,work,from\n";
  for (int i = 0; i < 41; ++i) rows += fmt::format("p{},w1,2026-0{}-01\n", i, 1 + i % 2);
  for (int i = 41; i < 49; ++i) rows += fmt::format("p{},w3,2026-02-01\n", i);
  put("placements.csv", rows);
  const std::string all = "[[target]]\nid = \"all\"\npeople = 10\nstage = \"begun\"\n";
  const auto answer = asked(all + target("stage = \"begun\"\nemployers = [\"e1\"]\n"));
  ASSERT_TRUE(answer.has_value());
  const auto& figures = answer->computed.figures;
  EXPECT_EQ(figures[answer->progress[0].so_far].value, 49);
  EXPECT_EQ(figures[answer->progress[1].so_far].value, 41);
  EXPECT_TRUE(figures[answer->progress[0].so_far].is_shown());
  EXPECT_FALSE(figures[answer->progress[1].so_far].is_shown()) << "49 - 41 = 8";
  const auto is_shown = [&](const PactMonth& month) { return figures[month.figure].is_shown(); };
  EXPECT_FALSE(std::ranges::all_of(answer->progress[1].months, is_shown)) << "months would add up to 41";
  const auto alone = asked(target("stage = \"begun\"\nemployers = [\"e1\"]\n"));
  EXPECT_TRUE(alone->computed.figures[alone->progress[0].so_far].is_shown());
}

TEST_F(Pact, OneSmallMonthBesideNoughtsIsNotTheRestOfTheTotal) {
  std::string rows = "person,work,from\n";
  for (int i = 0; i < 28; ++i) rows += fmt::format("p{},w1,2026-0{}-01\n", i, i < 20 ? 1 : i < 24 ? 2 : 3);
  put("placements.csv", rows);
  const auto answer = asked(target("stage = \"begun\"\n"));
  ASSERT_TRUE(answer.has_value());
  const auto& figures = answer->computed.figures;
  std::int64_t shown = 0;
  for (const PactMonth& month : answer->progress[0].months)
    if (figures[month.figure].is_shown()) shown += *figures[month.figure].value;
  EXPECT_TRUE(!figures[answer->progress[0].so_far].is_shown() || shown == 0) << "28 - 20 = 8 = 4 + 4";
}

TEST_F(Pact, AGroupByAgeNeedsAGround) {
  const auto refused = asked(target("stage = \"begun\"\ngroup = \"jong\"\n"));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error()[0].code, FaultCode::kRuleRefused);
  EXPECT_EQ(so_far(target("stage = \"begun\"\ngroup = \"jong\"\nstatutory_ground = \"WGBL art. 7\"\n")), 12);
}

TEST_F(Pact, FaultsOfAFile) {
  const auto code = [&](const std::string& text) {
    const auto answer = asked(text);
    return answer ? FaultCode::kCount : answer.error()[0].code;
  };
  EXPECT_EQ(code(target("stage = \"begun\"\ngroup = \"nergens\"\n")), FaultCode::kReferenceMissing);
  EXPECT_EQ(code(target("stage = \"later\"\n")), FaultCode::kNotInList);
  EXPECT_EQ(code(target("stage = \"begun\"\nkinds = [\"klus\"]\n")), FaultCode::kNotInList);
  EXPECT_EQ(code(target("stage = \"rhythm\"\n")), FaultCode::kTomlKeyMissing);
  EXPECT_EQ(code(target("stage = \"begun\"\norigin = \"x\"\n")), FaultCode::kTomlKeyUnknown);
  EXPECT_EQ(code(""), FaultCode::kTomlKeyMissing);
  EXPECT_EQ(code(target("stage = \"begun\"\n") + target("stage = \"begun\"\n")), FaultCode::kKeyTwice);
}

}  // namespace
}  // namespace passend::insight
