// SPDX-License-Identifier: EUPL-1.2
// Shows: outcomes by group carry exact intervals and tests; small groups are hidden, also from subtraction in a
// partition and between groups that lie in one another; a planted difference is a question and an even hand is not.
#include "fairwork/outcome_monitor.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "base/text_file.hpp"
#include "fairwork/outcome_groups.hpp"

namespace passend::fairwork {
namespace {

const std::string kRoot = PASSEND_SOURCE_DIR;

const MonitorRules& shipped() {
  static const MonitorRules rules =
      *read_monitor_rules(*read_file(kRoot + "/data/fairwork/outcome_monitor.toml"), "rules");
  return rules;
}

std::vector<OutcomeFamily> totals(const std::string& rows) {
  const auto read = read_outcome_totals("group_kind,group,people,placed\n" + rows, "totals.csv");
  EXPECT_TRUE(read.has_value());
  return *read;
}

FaultCode fault_of(const std::string& csv) {
  const auto read = read_outcome_totals(csv, "totals.csv");
  EXPECT_FALSE(read.has_value()) << csv;
  if (read) return FaultCode::kCount;
  EXPECT_EQ(read.error().size(), 1U) << csv;
  return read.error().front().code;
}

std::vector<bool> hidden(const std::string& rows) { return hidden_groups(totals(rows), 10).front(); }

TEST(OutcomeMonitor, ALargeAndCertainDifferenceIsAQuestionAndAnEvenHandIsNot) {
  const auto biased = monitor_outcomes(totals("sex,a,400,200\nsex,b,400,120\n"), shipped());
  const auto& rows = biased.kinds.front().rows;
  EXPECT_TRUE(biased.asks());
  EXPECT_FALSE(rows[0].figures->question);
  EXPECT_TRUE(rows[1].figures->question);
  EXPECT_NEAR(*rows[1].figures->ratio, 0.6, 1e-12);
  EXPECT_NEAR(rows[1].figures->p, fisher_exact(120, 280, 200, 200), 1e-15);
  EXPECT_NEAR(rows[1].figures->p_adjusted, 2 * rows[1].figures->p, 1e-15);
  EXPECT_NEAR(rows[1].figures->interval.low, clopper_pearson(120, 400, 0.95).low, 1e-15);
  EXPECT_FALSE(monitor_outcomes(totals("sex,a,400,200\nsex,b,400,196\n"), shipped()).asks());
  // Ahead of everyone else is no question, and the rate of a handful is not the best.
  const auto handful = monitor_outcomes(totals("sex,a,1240,310\nsex,b,1310,420\nsex,c,24,11\n"), shipped());
  EXPECT_EQ(*handful.kinds.front().rows[1].figures->ratio, 1);
  EXPECT_TRUE(handful.kinds.front().rows[0].figures->question);
  EXPECT_FALSE(handful.kinds.front().rows[1].figures->question);
  // The rest may be the best where it is everyone else, and not where it is unknown.
  std::vector<OutcomeFamily> rest{{.kind = "support",
                                   .total = {800, 320},
                                   .groups = {{.name = "needed", .cell = {400, 120}}, {.cell = {400, 200}}}}};
  EXPECT_FALSE(monitor_outcomes(rest, shipped()).asks());
  rest.front().rest_is_unknown = false;
  EXPECT_TRUE(monitor_outcomes(rest, shipped()).asks());
  // Certain but small: above four fifths. Large but uncertain: few people.
  EXPECT_FALSE(monitor_outcomes(totals("sex,a,90000,45000\nsex,b,90000,40000\n"), shipped()).asks());
  EXPECT_FALSE(monitor_outcomes(totals("sex,a,40,20\nsex,b,40,14\n"), shipped()).asks());
}

TEST(OutcomeMonitor, AnEvenHandIsRarelyAQuestion) {
  std::mt19937_64 engine(9);
  int asked = 0;
  for (int i = 0; i < 1000; ++i) {
    std::string rows;
    for (const char* group : {"a", "b", "c", "d"}) {
      int placed = 0;
      for (int p = 0; p < 120; ++p) placed += engine() % 10 < 3;
      rows += std::string("area,") + group + ",120," + std::to_string(placed) + "\n";
    }
    asked += monitor_outcomes(totals(rows), shipped()).asks();
  }
  EXPECT_LE(asked, 50);
}

TEST(OutcomeMonitor, NothingSmallIsShownOrCanBeSubtracted) {
  EXPECT_EQ(hidden("k,a,100,50\nk,b,100,40\n"), (std::vector{false, false}));
  EXPECT_EQ(hidden("k,a,100,50\nk,b,9,0\nk,c,200,80\n"), (std::vector{true, true, false}));    // few people
  EXPECT_EQ(hidden("k,a,100,50\nk,b,60,9\nk,c,200,80\n"), (std::vector{true, true, false}));   // few placed
  EXPECT_EQ(hidden("k,a,100,50\nk,b,60,51\nk,c,200,80\n"), (std::vector{true, true, false}));  // few not placed
  EXPECT_EQ(hidden("k,a,9,4\nk,b,8,4\nk,c,200,80\n"), (std::vector{true, true, true}));        // together 8 placed
  EXPECT_EQ(hidden("k,a,100,50\nk,b,60,0\nk,c,0,0\n"), (std::vector{false, false, false}));  // none is no small number
  EXPECT_FALSE(monitor_outcomes(totals("k,a,9,4\nk,b,8,4\nk,c,200,80\n"), shipped()).kinds.front().total.has_value());
}

// Whoever sees the answer and knows the total cannot tell a small number of a hidden union.
TEST(OutcomeMonitor, NoUnionOfWhatIsHiddenIsSmall) {
  std::mt19937_64 engine(4);
  for (int i = 0; i < 3000; ++i) {
    std::string rows;
    const auto groups = 2 + engine() % 5;
    for (std::size_t g = 0; g < groups; ++g) {
      const auto people = engine() % 60, placed = people == 0 ? 0 : engine() % (people + 1);
      rows += "k,g" + std::to_string(g) + "," + std::to_string(people) + "," + std::to_string(placed) + "\n";
    }
    const auto families = totals(rows);
    const auto is_hidden = hidden_groups(families, 10).front();
    OutcomeCell left = families.front().total;
    bool any_shown = false;
    for (std::size_t g = 0; g < is_hidden.size(); ++g) {
      const OutcomeCell& cell = families.front().groups[g].cell;
      if (is_hidden[g]) continue;
      any_shown = any_shown || cell.people > 0;
      for (const Count count : {cell.people, cell.placed, cell.other()}) EXPECT_TRUE(count == 0 || count >= 10) << rows;
      left = {left.people - cell.people, left.placed - cell.placed};
    }
    if (!any_shown) continue;
    for (const Count count : {left.people, left.placed, left.other()}) EXPECT_TRUE(count == 0 || count >= 10) << rows;
  }
}

OutcomeGroup group_of(const std::string& name, std::uint32_t from, std::uint32_t until) {
  OutcomeGroup group{.name = name};
  for (std::uint32_t p = from; p < until; ++p) {
    group.members.push_back(p);
    ++group.cell.people;
    group.cell.placed += p % 2;
  }
  return group;
}

TEST(OutcomeMonitor, GroupsThatLieInOneAnotherCannotBeSubtracted) {
  const auto families = [](std::uint32_t inner) {
    return std::vector<OutcomeFamily>{{.kind = "waiting",
                                       .partition = false,
                                       .total = {400, 200},
                                       .groups = {group_of("long", 0, 100), group_of("longer", 0, inner)}}};
  };
  EXPECT_EQ(hidden_groups(families(50), 10).front(), (std::vector{false, false}));
  EXPECT_EQ(hidden_groups(families(96), 10).front(), (std::vector{false, true}));
  // Two that overlap, and the rest: who is in any of them, less the one, is small.
  const std::vector<OutcomeFamily> overlap{
      {.kind = "support",
       .partition = false,
       .total = {400, 200},
       .groups = {group_of("one", 0, 100), group_of("two", 50, 106), group_of("", 106, 400)}}};
  EXPECT_EQ(hidden_groups(overlap, 10).front(), (std::vector{false, false, true}));
  // The same people under another name give away what is hidden.
  std::vector<OutcomeFamily> same{
      {.kind = "a",
       .partition = true,
       .total = {88, 44},
       .groups = {group_of("small", 0, 8), group_of("next", 8, 38), group_of("rest", 38, 88)}},
      {.kind = "b", .partition = false, .total = {88, 44}, .groups = {group_of("alias", 8, 38)}}};
  const auto is_hidden = hidden_groups(same, 10);
  EXPECT_EQ(is_hidden[0], (std::vector{true, true, false}));
  EXPECT_EQ(is_hidden[1], (std::vector{true}));
}

TEST(OutcomeMonitor, GroupsOfASnapshotAreCounted) {
  Snapshot snapshot;
  const auto word = [&](const char* text) { return snapshot.symbols.intern(text); };
  snapshot.groups = {{word("noord"), word("area")}, {word("zuid"), word("area")}};
  for (std::uint32_t p = 0; p < 90; ++p) {
    Person person;
    person.birth = p < 80 ? std::optional(make_date(p < 30 ? 2004 : 1980, 5, 1)) : std::nullopt;
    person.benefit = word(p % 3 == 0 ? "ww" : "bijstand");
    if (p < 60) person.groups = {p % 2};
    snapshot.people.push_back(person);
  }
  const OutcomeOf of{[](std::uint32_t p) { return p != 89; }, [](std::uint32_t p) { return p % 2 == 0; }};
  const auto families = outcome_families(snapshot, make_date(2026, 12, 1), shipped(), {}, of);
  ASSERT_EQ(families.size(), 3U);
  EXPECT_EQ(families[0].kind, "age_band");
  ASSERT_EQ(families[0].groups.size(), 3U);
  EXPECT_EQ(families[0].groups[0].name, "0–26");
  EXPECT_EQ(families[0].groups[0].cell.people, 30);
  EXPECT_EQ(families[0].groups[1].name, "45–54");
  EXPECT_EQ(families[0].groups[2].name, "");
  EXPECT_EQ(families[0].groups[2].cell.people, 9);
  EXPECT_EQ(families[0].total.people, 89);
  EXPECT_EQ(families[2].kind, "area");
  EXPECT_EQ(families[2].groups[0].cell.placed, 30);
  EXPECT_TRUE(families[2].partition);
  EXPECT_FALSE(families[2].rest_is_unknown);
  EXPECT_TRUE(families[0].rest_is_unknown);
  EXPECT_EQ(outcome_families(snapshot, make_date(2026, 12, 1), shipped(), {"benefit"}, of).size(), 1U);
}

TEST(OutcomeMonitor, EachFaultOfAFileIsOneFault) {
  const std::string head = "group_kind,group,people,placed\n";
  EXPECT_EQ(fault_of("group_kind,group,people\nsex,a,1\n"), FaultCode::kColumnMissing);
  EXPECT_EQ(fault_of(head + "sex,a,100\n"), FaultCode::kCellCount);
  EXPECT_EQ(fault_of(head + "sex,,100,10\n"), FaultCode::kCellEmpty);
  EXPECT_EQ(fault_of(head), FaultCode::kCellEmpty);
  EXPECT_EQ(fault_of(head + "sex,a,many,10\n"), FaultCode::kNotANumber);
  EXPECT_EQ(fault_of(head + "sex,a,-1,0\n"), FaultCode::kOutOfRange);
  EXPECT_EQ(fault_of(head + "sex,a,100,101\n"), FaultCode::kOutOfRange);
  EXPECT_EQ(fault_of(head + "sex,a,100,10\nsex,a,100,10\n"), FaultCode::kKeyTwice);
}

}  // namespace
}  // namespace passend::fairwork
