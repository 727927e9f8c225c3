// SPDX-License-Identifier: EUPL-1.2
// Shows: jobs are built of tasks that passed every displacement test and suit the wish, within hours and money, and are
// the best against every other way; and what to split off from work is counted right.
#include "matching/basisbaan_builder.hpp"

#include <gtest/gtest.h>

#include "matching/job_carving.hpp"
#include "scheme/scheme_file.hpp"
#include "small_municipality.hpp"

namespace passend::testing {
namespace {

Tables civic() {
  Tables out;
  for (const char* id : {"e1", "h1", "h2"}) out["employers"].push_back({{"employer", id}, {"name", id}});
  out["work"] = {{{"work", "w1"}, {"employer", "e1"}, {"kind", "regulier"}, {"closed", "ja"}}};
  const auto person = [&](const char* id, const char* least, const char* most, const char* occupation) {
    out["people"].push_back(
        {{"person", id}, {"birth_date", "1990-01-01"}, {"pc4", "6511"}, {"hours_min", least}, {"hours_max", most}});
    out["wishes"].push_back({{"person", id},
                             {"rank", "1"},
                             {"kind", "basisbaan"},
                             {"occupation", occupation},
                             {"confirmed", "2026-10-01"},
                             {"mode", "fiets"}});
  };
  person("p1", "16", "24", "");
  person("p2", "12", "20", "9");
  person("p3", "", "", "2");  // wants another kind of work
  const auto task = [&](const char* id, const char* host, const char* occupation, const char* hours,
                        const char* value) {
    out["tasks"].push_back({{"task", id},
                            {"host", host},
                            {"occupation", occupation},
                            {"pc4", "6511"},
                            {"hours_week", hours},
                            {"value", value},
                            {"non_displacement", "2026-09-01"}});
  };
  task("t1", "h1", "9622", "10", "3");
  task("t2", "h1", "9622", "8", "1");
  task("t3", "h1", "5", "6", "2");
  task("t4", "h2", "9622", "14", "2");
  for (const char* host : {"h1", "h2"})
    out["host_opinions"].push_back({{"host", host},
                                    {"works_council", "positief"},
                                    {"works_council_date", "2026-08-01"},
                                    {"decided_by", "directeur"},
                                    {"decided", "2026-09-15"}});
  return out;
}

BuilderOptions options(std::int64_t money = 10'000'000) {
  return {.money = {money},
          .place_year = {3'000'000},
          .place_hours = 3000,
          .least_hours = 1200,
          .most_hours = 3600,
          .nodes = 1000};
}

Building built(const Tables& tables, const BuilderOptions& with = options()) {
  const auto made = prepared(tables, shipped_rules());
  return build_basisbanen(made->context, made->snapshot, with);
}

TEST(BasisbaanBuilder, BuildsTheBestJobsAndSaysWhyNot) {
  const Building building = built(civic());
  ASSERT_EQ(building.jobs.size(), 2u);
  EXPECT_TRUE(building.is_proven);
  // p1 can have at most 24 hours at h1 (10 + 8 + 6); p2 takes the 14 hours at h2.
  EXPECT_EQ(building.jobs[0].hours, 2400);
  EXPECT_EQ(building.jobs[0].value, 1000 * 3 + 800 * 1 + 600 * 2);
  EXPECT_EQ(building.jobs[1].hours, 1400);
  EXPECT_EQ(building.cost.value, 38 * 100'000);
  EXPECT_EQ(to_string(building.jobs[0].recheck), "2027-08-01");
  ASSERT_EQ(building.without.size(), 1u);
  EXPECT_EQ(building.without[0].why, Without::kNoTaskSuits);
}

TEST(BasisbaanBuilder, WhoIsOutsideTheTargetGroupGetsNoJob) {
  const auto made = prepared(civic(), shipped_rules());
  const scheme::Scheme anw = scheme::read_scheme(
                                 "id = \"x\"\ntitle = \"x\"\nmunicipality = \"x\"\n[[version]]\nname = \"v\"\nfrom = "
                                 "2020-01-01\nlegal_basis = \"x\"\n"
                                 "source = \"x\"\nconfidence = \"single\"\nvoluntary = true\nhardship = "
                                 "\"x\"\n[[version.target]]\npredicate = \"age\"\n"
                                 "below = 27\nground = \"x\"\n[[version.offer]]\nkind = \"advice\"\n",
                                 "x.toml")
                                 .value();
  BuilderOptions with = options();
  with.scheme = &anw.versions[0];
  EXPECT_TRUE(build_basisbanen(made->context, made->snapshot, with).jobs.empty());
}

TEST(BasisbaanBuilder, ATaskCostsItsShareOfThePlace) {
  BuilderOptions exact = options(14 * 100'000);
  EXPECT_EQ(built(civic(), exact).cost.value, 14 * 100'000);
  exact.place_year = {3'100'000};
  exact.money = {1'446'667};  // 14 of 30 hours, rounded up once
  EXPECT_EQ(built(civic(), exact).cost.value, 1'446'667);
}

TEST(BasisbaanBuilder, MoneyHoursAndPlanLimitWhatIsBuilt) {
  EXPECT_EQ(built(civic(), options(1'600'000)).jobs.size(), 1u);
  EXPECT_EQ(built(civic(), options(100)).jobs.size(), 0u);
  Tables busy = civic();
  for (auto& row : busy["people"]) row["hours_min"] = row["hours_max"] = "40";
  for (const PersonWithout& row : built(busy).without) EXPECT_NE(row.why, Without::kOthersChosen);
  BuilderOptions placed = options();
  placed.placed = {0};
  EXPECT_EQ(built(civic(), placed).jobs.size(), 1u);
}

struct Spoiled {
  const char* table;
  Row row;
  TaskTest test;
};

TEST(BasisbaanBuilder, NoJobIsBuiltOfATaskThatFailsATest) {
  const std::vector<Spoiled> all{
      {"host_history",
       {{"host", "h2"}, {"kind", "vacature"}, {"occupation", "9622"}, {"date", "2026-01-01"}},
       TaskTest::kVacancy},
      {"host_history",
       {{"host", "h2"}, {"kind", "vacature"}, {"occupation", ""}, {"date", "2026-01-01"}},
       TaskTest::kVacancy},
      {"host_history",
       {{"host", "h2"}, {"kind", "ontslag"}, {"occupation", "96"}, {"date", "2026-01-01"}},
       TaskTest::kDismissal},
      {"host_history",
       {{"host", "h2"}, {"kind", "minder_vrijwilligers"}, {"occupation", "9622"}, {"date", "2026-01-01"}},
       TaskTest::kFewerVolunteers},
      {"host_history",
       {{"host", "h2"}, {"kind", "vacature"}, {"occupation", "9622"}, {"date", "2025-11-03"}},
       TaskTest::kPassed},  // a year ago
      {"host_history",
       {{"host", "h2"}, {"kind", "vacature"}, {"occupation", "2411"}, {"date", "2026-01-01"}},
       TaskTest::kPassed},
      {"host_history",
       {{"host", "h1"}, {"kind", "vacature"}, {"occupation", "9622"}, {"date", "2026-01-01"}},
       TaskTest::kPassed}};
  for (const Spoiled& one : all) {
    Tables tables = civic();
    tables[one.table].push_back(one.row);
    const Building building = built(tables);
    EXPECT_EQ(building.tests[3], one.test);
    for (const BuiltJob& job : building.jobs)
      for (const std::uint32_t task : job.tasks) EXPECT_EQ(building.tests[task], TaskTest::kPassed);
  }
}

TEST(BasisbaanBuilder, OpinionDeclarationAndDecisionAreNeededAndLastAYear) {
  const auto test_with = [](const char* column, const char* cell) {
    Tables tables = civic();
    tables["host_opinions"][1][column] = cell;
    return built(tables).tests[3];
  };
  EXPECT_EQ(test_with("works_council", "negatief"), TaskTest::kNegativeOpinion);
  EXPECT_EQ(test_with("works_council", ""), TaskTest::kNoOpinion);
  EXPECT_EQ(test_with("works_council", "geen_raad"), TaskTest::kPassed);
  EXPECT_EQ(test_with("works_council_date", ""), TaskTest::kNoOpinion);
  EXPECT_EQ(test_with("works_council_date", "2025-11-03"), TaskTest::kRecheckDue);
  EXPECT_EQ(test_with("works_council_date", "2025-11-04"), TaskTest::kPassed);
  EXPECT_EQ(test_with("decided_by", ""), TaskTest::kNoDecision);
  EXPECT_EQ(test_with("decided", "2026-11-04"), TaskTest::kNoDecision);
  Tables tables = civic();
  tables["tasks"][3]["non_displacement"] = "";
  tables["tasks"][2]["hours_week"] = "";
  const Building building = built(tables);
  EXPECT_EQ(building.tests[3], TaskTest::kNoDeclaration);
  EXPECT_EQ(building.tests[2], TaskTest::kIncomplete);
}

// A demand that a person cannot meet, an excluded host, too far away: the task does not suit.
TEST(BasisbaanBuilder, AWishIsNeverPassedOver) {
  Tables tables = civic();
  tables["exclusions"] = {{{"person", "p2"}, {"kind", "employer"}, {"code", "h2"}}};
  const Building building = built(tables);
  for (const BuiltJob& job : building.jobs)
    for (const std::uint32_t task : job.tasks) EXPECT_FALSE(job.person == 1 && task == 3);
  EXPECT_FALSE(building.jobs.empty());
  Tables unconfirmed = civic();
  for (auto& row : unconfirmed["wishes"]) row["confirmed"] = "";
  EXPECT_TRUE(built(unconfirmed).jobs.empty());
  EXPECT_TRUE(built(unconfirmed).without.empty());
}

TEST(JobCarving, CountsWhomTheWorkWouldFit) {
  Tables tables;
  tables["employers"] = {{{"employer", "e1"}, {"name", "Een"}}};
  tables["work"] = {{{"work", "w1"},
                     {"employer", "e1"},
                     {"kind", "regulier"},
                     {"occupation", "9622"},
                     {"pc4", "6511"},
                     {"places", "3"},
                     {"closed", "nee"},
                     {"hours_min", "8"},
                     {"hours_max", "24"},
                     {"day_parts", "ma-o"},
                     {"hourly_eurocent", "1700"}}};
  tables["demands"] = {{{"work", "w1"}, {"item", "IV.13"}, {"level", "15"}, {"adaptable", "nee"}, {"assumed", "nee"}},
                       {{"work", "w1"}, {"item", "IV.10"}, {"level", "150"}, {"adaptable", "nee"}, {"assumed", "nee"}}};
  const auto person = [&](const char* id, const char* lift, const char* stand) {
    tables["people"].push_back({{"person", id},
                                {"birth_date", "1990-01-01"},
                                {"pc4", "6511"},
                                {"hours_min", "8"},
                                {"hours_max", "24"},
                                {"day_parts", "ma-o"}});
    tables["wishes"].push_back(
        {{"person", id}, {"rank", "1"}, {"kind", "regulier"}, {"confirmed", "2026-10-01"}, {"mode", "fiets"}});
    tables["conditions"].push_back({{"person", id}, {"item", "IV.13"}, {"level", lift}});
    tables["conditions"].push_back({{"person", id}, {"item", "IV.10"}, {"level", stand}});
  };
  person("p1", "5", "geen");
  person("p2", "5", "geen");
  person("p3", "5", "50");
  person("p4", "geen", "geen");
  tables["tasks"] = {{{"task", "t1"}, {"host", "e1"}, {"hours_week", "4"}},
                     {{"task", "t2"}, {"host", "e1"}, {"hours_week", "4"}}};
  tables["task_demands"] = {{{"task", "t2"}, {"item", "IV.13"}, {"level", "15"}}};
  const auto made = prepared(tables, shipped_rules());
  const auto ways = carvings(made->context, made->snapshot, {}, 3, 1);
  ASSERT_EQ(ways.size(), 2u);
  EXPECT_EQ(ways[0].people, 3);
  EXPECT_EQ(ways[0].items.size(), 2u);
  EXPECT_EQ(ways[1].people, 2);
  EXPECT_EQ(made->context.reference->items[ways[1].items[0]].code, "IV.13");
  EXPECT_EQ(ways[1].tasks, std::vector<std::uint32_t>{1});
  EXPECT_EQ(carvings(made->context, made->snapshot, {0, 1}, 3, 1).size(), 1u);
}

}  // namespace
}  // namespace passend::testing
