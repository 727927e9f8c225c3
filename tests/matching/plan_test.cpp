// SPDX-License-Identifier: EUPL-1.2
// Shows what a plan may and may not depend on: no wish, no voorstel; a "no" takes away one pair and nothing else; rows,
// ids, threads and facts about a household change nothing; an extra place never hurts.
#include "matching/plan.hpp"

#include <gtest/gtest.h>

#include <set>

#include "small_municipality.hpp"
#include "work/gates.hpp"

namespace passend::testing {
namespace {

constexpr Shape kAll{.people = 14, .works = 9, .budgets = true, .floor = true, .statutory = true};

std::int64_t placed_in(const Made& made, std::size_t round) {
  std::int64_t placed = 0;
  for (const std::int64_t e : made.plan.rounds[round].candidate_of_person) placed += e >= 0;
  return placed;
}

std::pair<std::string, std::string> pair_of(const Made& made, std::size_t person, std::size_t round) {
  const auto proposal = proposal_of(made.plan, made.plan.rounds[round], person);
  return {id_of(made, made.snapshot.people[person].id), id_of(made, made.snapshot.works[proposal->work].id)};
}

TEST(Plan, WithoutALiveConfirmedWishThereIsNeverAVoorstel) {
  int without = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Tables tables = random_tables(seed, kAll);
    const auto made = planned(tables, rules_of(kAll));
    std::set<std::string> live;
    for (const Row& wish : tables.at("wishes")) {
      const std::string& confirmed = wish.at("confirmed");
      const std::string& expires = wish.at("expires");
      if (!confirmed.empty() && confirmed <= "2026-11-03" && (expires.empty() || expires >= "2026-11-03"))
        live.insert(wish.at("person"));
    }
    for (std::size_t i = 0; i < made->snapshot.people.size(); ++i) {
      if (live.contains(id_of(*made, made->snapshot.people[i].id))) continue;
      ++without;
      for (const PlanRound& round : made->plan.rounds) EXPECT_FALSE(proposal_of(made->plan, round, i).has_value());
    }
  }
  EXPECT_GT(without, 100);
}

// A "no" rests the pair. The same pair taken away by the person's own exclusion gives the same folder: nothing but gate
// `resting` reads the event.
TEST(Plan, AfterANoThePlanIsThatOfTheSameFilesWithoutThatOnePair) {
  int tried = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Tables tables = random_tables(seed, kAll);
    const auto before = planned(tables, rules_of(kAll));
    for (std::size_t i = 0; i < before->snapshot.people.size(); i += 3) {
      if (!proposal_of(before->plan, before->plan.rounds[0], i)) continue;
      const auto [person, work] = pair_of(*before, i, 0);
      Tables said_no = tables;
      said_no["resting"].push_back({{"person", person}, {"work", work}, {"until", "2026-11-03"}});
      Tables without = tables;
      without["exclusions"].push_back({{"person", person}, {"kind", "work"}, {"code", work}});
      const auto rested = planned(said_no, rules_of(kAll));
      auto expected = pairs_of(*before);
      std::erase(expected, std::pair{person, work});
      EXPECT_EQ(pairs_of(*rested), expected) << "seed " << seed;
      EXPECT_EQ(rested->files, planned(without, rules_of(kAll))->files) << "seed " << seed << ' ' << person;
      ++tried;
    }
  }
  EXPECT_GT(tried, 40);
}

TEST(Plan, ARestThatHasEndedLeavesNoTrace) {
  const Tables tables = random_tables(3, kAll);
  const auto before = planned(tables, rules_of(kAll));
  Tables ended = tables;
  for (const auto& [person, work] : pairs_of(*before))
    ended["resting"].push_back({{"person", person}, {"work", work}, {"until", "2026-11-02"}});
  EXPECT_EQ(planned(ended, rules_of(kAll))->files, before->files);
}

TEST(Plan, TheOrderOfRowsNeverMatters) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    Tables tables = random_tables(seed, kAll);
    const auto made = planned(tables, rules_of(kAll));
    Dice dice(seed);
    for (auto& [name, rows] : tables) dice.shuffle(rows);
    EXPECT_EQ(planned(tables, rules_of(kAll))->files, made->files) << "seed " << seed;
  }
}

TEST(Plan, OneTwoAndThreeThreadsGiveTheSameBytes) {
  const Shape shape{.people = 600, .works = 90, .budgets = true, .floor = true, .statutory = true};
  const Tables tables = random_tables(5, shape);
  const auto one = planned(tables, rules_of(shape), 1);
  EXPECT_EQ(planned(tables, rules_of(shape), 2)->files, one->files);
  EXPECT_EQ(planned(tables, rules_of(shape), 3)->files, one->files);
  EXPECT_GT(placed_in(*one, 0), 20);
}

Tables renamed(Tables tables, std::uint64_t seed) {
  Dice dice(seed);
  std::map<std::string, std::string> fresh;
  for (const auto& [file, column] : {std::pair{"people", "person"}, std::pair{"work", "work"}}) {
    std::vector<std::string> ids;
    for (const Row& row : tables[file]) ids.push_back(row.at(column));
    auto mixed = ids;
    dice.shuffle(mixed);
    for (std::size_t i = 0; i < ids.size(); ++i) fresh[ids[i]] = mixed[i] + "x";
  }
  for (auto& [name, rows] : tables)
    for (Row& row : rows)
      for (const char* column : {"person", "work"})
        if (row.contains(column)) row[column] = fresh.at(row[column]);
  return tables;
}

// In round 1: later rounds start from other pairs once the lottery differs. Everybody has an indication of another day:
// where two are of one day the statutory order draws lots too.
void expect_same_levels_after_renaming(const Shape& shape, std::uint64_t seed) {
  Tables tables = random_tables(seed, shape);
  tables["indications"].clear();
  for (int i = 0; i < shape.people; ++i)
    tables["indications"].push_back(
        {{"person", numbered("p", i)}, {"kind", "beschut"}, {"since", to_string(Date{kPlanDay - 1000 + i})}});
  const auto made = planned(tables, rules_of(shape));
  const auto other = planned(renamed(tables, seed), rules_of(shape));
  const auto& levels = made->plan.rounds[0].levels;
  ASSERT_EQ(levels.size(), other->plan.rounds[0].levels.size());
  for (std::size_t l = 0; l < levels.size(); ++l) {
    if (levels[l].name == assign::LevelName::kLottery || levels[l].name == assign::LevelName::kLottery2) continue;
    EXPECT_EQ(levels[l].value, other->plan.rounds[0].levels[l].value)
        << "seed " << seed << ' ' << assign::name_of(levels[l].name);
  }
}

TEST(Plan, OtherIdsChangeTheDrawAndNoLevelBeforeIt) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed)
    expect_same_levels_after_renaming({.people = 14, .works = 9, .statutory = seed % 2 == 0}, seed);
}

TEST(Plan, OtherIdsChangeNoEarlierLevelWhereBudgetsAndFloorsBind) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed)
    expect_same_levels_after_renaming({.people = 14, .works = 9, .budgets = true, .floor = true}, seed);
}

TEST(Plan, AnExtraPlaceNeverPlacesFewerPeople) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Tables tables = random_tables(seed, {.people = 14, .works = 7});
    const std::int64_t placed = placed_in(*planned(tables, rules_of({})), 0);
    for (std::size_t j = 0; j < tables.at("work").size(); ++j) {
      Tables more = tables;
      std::string& places = more["work"][j]["places"];
      if (places.empty()) continue;
      places = std::to_string(std::stoi(places) + 1);
      EXPECT_GE(placed_in(*planned(more, rules_of({})), 0), placed) << "seed " << seed << " work " << j;
    }
  }
}

TEST(Plan, FactsAboutAHouseholdSkillOrderAndGroupsWithoutAFloorChangeNothing) {
  const Shape shape{.people = 14, .works = 9, .budgets = true, .statutory = true};
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    Tables tables = random_tables(seed, shape);
    const auto made = planned(tables, rules_of(shape));
    for (Row& row : tables["people"]) {
      row["status"] = "werkend";
      row["benefit"] = "wia";
      row["benefit_since"] = "2019-01-01";
      row["waiting_since"] = "2018-01-01";
    }
    std::reverse(tables["skills"].begin(), tables["skills"].end());
    tables["groups"].clear();
    for (const Row& row : tables["people"])
      tables["groups"].push_back({{"person", row.at("person")}, {"group", "iedereen"}, {"kind", "support"}});
    const auto other = planned(tables, rules_of(shape));
    for (const char* file : {"plan.json", "places.csv", "waiting.csv"})
      EXPECT_EQ(other->files.at(file), made->files.at(file)) << "seed " << seed << ' ' << file;
  }
}

TEST(Plan, APairComesOnceAndAWorkIsOfferedAtMostSoManyTimesAPlace) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const auto made = planned(random_tables(seed, kAll), rules_of(kAll));
    std::set<std::int64_t> pairs;
    std::vector<std::int64_t> offers(made->snapshot.works.size());
    for (const PlanRound& round : made->plan.rounds) {
      std::vector<std::int64_t> now(offers.size());
      for (const std::int64_t e : round.candidate_of_person) {
        if (e < 0) continue;
        EXPECT_TRUE(pairs.insert(e).second);
        ++now[made->plan.candidates.rows[static_cast<std::size_t>(e)].work];
      }
      for (std::size_t j = 0; j < offers.size(); ++j) {
        EXPECT_LE(now[j], made->snapshot.works[j].free);
        offers[j] += now[j];
        EXPECT_LE(offers[j], made->rules.offers_per_place * made->snapshot.works[j].free);
      }
    }
  }
}

bool can_place_all(const Made& made, const PlanRound& round, const std::vector<std::vector<std::uint32_t>>& works,
                   std::size_t next, std::vector<std::int32_t>& used) {
  if (next == works.size()) return true;
  for (const std::uint32_t work : works[next]) {
    if (used[work] == round.capacity[work]) continue;
    ++used[work];
    if (can_place_all(made, round, works, next + 1, used)) return true;
    --used[work];
  }
  return false;
}

std::vector<std::uint32_t> sheltered_works(const Made& made, const PlanRound& round, std::size_t person, bool lost) {
  std::vector<std::uint32_t> works;
  for (std::size_t e = made.plan.candidates.row_begin[person]; e < made.plan.candidates.row_begin[person + 1]; ++e) {
    const std::uint32_t work = made.plan.candidates.rows[e].work;
    if (made.snapshot.works[work].kind == WorkKind::kBeschut && (lost ? round.lost_to_order[e] : round.available[e]))
      works.push_back(work);
  }
  return works;
}

// Indications of these people rise with their number; people without one come last, by lottery.
TEST(Plan, ShelteredPlacesGoInTheOrderOfTheIndication) {
  int lost_pairs = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto made = planned(random_tables(seed, kAll), rules_of(kAll));
    for (const PlanRound& round : made->plan.rounds) {
      std::vector<std::size_t> order;
      for (std::size_t i = 0; i < made->snapshot.people.size(); ++i)
        if (!sheltered_works(*made, round, i, false).empty() || !sheltered_works(*made, round, i, true).empty())
          order.push_back(i);
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [&](std::size_t i) {
          const Person& person = made->snapshot.people[i];
          const auto since = person.indications.empty() ? Date{1 << 30} : *person.indications[0].since;
          return std::pair{since, ~lottery_of(made->plan.seed, id_of(*made, person.id))};
        };
        return key(a) < key(b);
      });
      std::vector<std::vector<std::uint32_t>> admitted;
      for (const std::size_t i : order) {
        const auto lost = sheltered_works(*made, round, i, true);
        admitted.push_back(lost.empty() ? sheltered_works(*made, round, i, false) : lost);
        std::vector<std::int32_t> used(made->snapshot.works.size());
        const bool fits = can_place_all(*made, round, admitted, 0, used);
        EXPECT_EQ(fits, lost.empty()) << "seed " << seed << " person " << i;
        if (!fits) admitted.pop_back();
        lost_pairs += !lost.empty();
      }
    }
  }
  EXPECT_GT(lost_pairs, 10);
}

// Every assignment of a tiny problem, for the best on the levels in order.
class BruteForce {
 public:
  BruteForce(const Made& made, const PlanRound& round) : made_(made), round_(round) {
    for (const assign::Level& level : round.levels) names_.push_back(level.name);
    used_.resize(made.snapshot.works.size());
    for (const Resource& resource : made.snapshot.resources) left_.push_back(resource.amount);
    chosen_.assign(made.snapshot.people.size(), -1);
    visit(0);
  }
  const std::vector<std::int64_t>& best() const { return best_; }

 private:
  void visit(std::size_t person) {
    if (person == chosen_.size()) {
      const auto found = merit();
      if (best_.empty() || found > best_) best_ = found;
      return;
    }
    visit(person + 1);
    const Candidates& all = made_.plan.candidates;
    for (std::size_t e = all.row_begin[person]; e < all.row_begin[person + 1]; ++e) {
      const std::uint32_t work = all.rows[e].work;
      if (!round_.available[e] || used_[work] == round_.capacity[work] || !pay(person, work, 1)) continue;
      ++used_[work];
      chosen_[person] = static_cast<std::int64_t>(e);
      visit(person + 1);
      chosen_[person] = -1;
      --used_[work];
      pay(person, work, -1);
    }
  }

  bool pay(std::size_t person, std::uint32_t work, int sign) {
    const auto uses = uses_of(made_.context, made_.snapshot.people[person], made_.snapshot.works[work]);
    for (const ResourceUse& use : uses)
      if (left_[use.resource] < sign * use.amount) return false;
    for (const ResourceUse& use : uses) left_[use.resource] -= sign * use.amount;
    return true;
  }

  std::vector<std::int64_t> merit() const {
    std::int64_t placed = 0, score = 0, lottery = 0, lottery2 = 0;
    std::vector<std::int64_t> members(made_.plan.floor_groups.size());
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      if (chosen_[i] < 0) continue;
      const Candidate& candidate = made_.plan.candidates.rows[static_cast<std::size_t>(chosen_[i])];
      const Person& person = made_.snapshot.people[i];
      ++placed;
      score += candidate.score;
      lottery += static_cast<std::int64_t>(lottery_of(made_.plan.seed, id_of(made_, person.id)));
      lottery2 += static_cast<std::int64_t>(
          lottery_of(made_.plan.seed, id_of(made_, person.id), id_of(made_, made_.snapshot.works[candidate.work].id)));
      for (std::size_t f = 0; f < members.size(); ++f)
        members[f] += std::count(person.groups.begin(), person.groups.end(), made_.plan.floor_groups[f]);
    }
    std::int64_t shortfall = 0;
    for (std::size_t f = 0; f < members.size(); ++f)
      shortfall += std::max<std::int64_t>(0, made_.plan.floor_rules[f]->people - members[f]);
    std::vector<std::int64_t> out;
    for (const assign::LevelName name : names_)
      out.push_back(name == assign::LevelName::kFloors    ? -shortfall
                    : name == assign::LevelName::kPlaced  ? placed
                    : name == assign::LevelName::kScore   ? score
                    : name == assign::LevelName::kLottery ? lottery
                                                          : lottery2);
    return out;
  }

  const Made& made_;
  const PlanRound& round_;
  std::vector<assign::LevelName> names_;
  std::vector<std::int32_t> used_;
  std::vector<std::int64_t> left_, chosen_, best_;
};

std::vector<std::int64_t> values_of(const PlanRound& round) {
  std::vector<std::int64_t> values;
  for (const assign::Level& level : round.levels)
    values.push_back(level.name == assign::LevelName::kFloors ? -level.value : level.value);
  return values;
}

TEST(Plan, EveryRoundIsTheBestThereIsOnEveryLevel) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto made = planned(random_tables(seed, {.people = 6, .works = 5, .statutory = seed % 2 == 0}), rules_of({}));
    for (const PlanRound& round : made->plan.rounds) {
      EXPECT_EQ(values_of(round), BruteForce(*made, round).best()) << "seed " << seed;
      for (const assign::Level& level : round.levels) EXPECT_EQ(level.value, level.bound) << "seed " << seed;
    }
  }
}

// Where a budget or floor binds the bound may lie above, never below.
TEST(Plan, WithBudgetsAndFloorsTheBestLiesBetweenValueAndBound) {
  const Shape shape{.people = 6, .works = 5, .budgets = true, .floor = true};
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto made = planned(random_tables(seed, shape), rules_of(shape));
    for (const PlanRound& round : made->plan.rounds) {
      EXPECT_EQ(values_of(round), BruteForce(*made, round).best()) << "seed " << seed;
      for (const assign::Level& level : round.levels)
        EXPECT_TRUE(level.name == assign::LevelName::kFloors ? level.value >= level.bound : level.value <= level.bound);
    }
  }
}

TEST(Plan, ThePriceOfFloorsIsThePlanOfTheSameFilesWithoutThem) {
  Shape shape{.people = 8, .works = 6, .budgets = true, .floor = true};
  Shape without = shape;
  without.floor = false;
  int dearer = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const Tables tables = random_tables(seed, shape);
    const auto with = planned(tables, rules_of(shape));
    const auto plain = planned(tables, rules_of(without));
    ASSERT_EQ(with->plan.placed_without_floors, std::optional(placed_in(*plain, 0))) << "seed " << seed;
    EXPECT_EQ(plain->plan.placed_without_floors, std::nullopt);
    dearer += *with->plan.placed_without_floors > placed_in(*with, 0);
  }
  EXPECT_GT(dearer, 0);
}

}  // namespace
}  // namespace passend::testing
