// SPDX-License-Identifier: EUPL-1.2
// Shows: the index finds exactly the pairs that trying all pairs finds, with the same score, and leaving facts out
// never takes work away from anybody.
#include "matching/candidates.hpp"

#include <gtest/gtest.h>

#include "matching/questions.hpp"
#include "matching/score.hpp"
#include "small_municipality.hpp"

namespace passend::testing {
namespace {

using Found = std::vector<std::tuple<std::size_t, std::uint32_t, int, bool>>;

Found by_index(const Made& made) {
  Found found;
  const Candidates candidates = find_candidates(made.context, made.snapshot, 1);
  for (std::size_t i = 0; i < made.snapshot.people.size(); ++i)
    for (const Candidate& c : candidates.of(i)) found.emplace_back(i, c.work, c.score, c.conditional);
  return found;
}

Found by_all_pairs(const Made& made) {
  Found found;
  for (std::size_t i = 0; i < made.snapshot.people.size(); ++i) {
    for (std::size_t j = 0; j < made.snapshot.works.size(); ++j) {
      const Person& person = made.snapshot.people[i];
      const Work& work = made.snapshot.works[j];
      const PairWish wish = choose_wish(made.context, person, work);
      const GateOutcomes outcomes = evaluate_gates(made.context, person, work, wish);
      if (outcomes.all() == Outcome::kNo) continue;
      const int score = score_of(made.rules.score, score_parts(made.context, person, work, wish, outcomes));
      found.emplace_back(i, static_cast<std::uint32_t>(j), score, outcomes.all() == Outcome::kUnknown);
    }
  }
  return found;
}

void blank(Tables& tables, Dice& dice, const std::string& file, const std::string& column, int percent) {
  for (Row& row : tables[file])
    if (row.contains(column) && dice.below(100) < percent) row[column].clear();
}

void fill(Tables& tables, const std::string& file, const Row& cells) {
  for (Row& row : tables[file])
    for (const auto& [column, cell] : cells)
      if (row[column].empty()) row[column] = cell;
}

// Conditions with levels and firm demands, so that some pairs fail on them, and nothing else unknown.
Tables with_firm_demands(std::uint64_t seed) {
  Tables tables = random_tables(seed, {.people = 20, .works = 20});
  fill(tables, "people",
       {{"birth_date", "1990-01-01"},
        {"pc4", "6511"},
        {"hours_min", "8"},
        {"hours_max", "32"},
        {"day_parts", "ma-o ma-m di-o"}});
  fill(tables, "wishes", {{"mode", "auto"}});
  fill(tables, "work",
       {{"occupation", "9112"},
        {"pc4", "6512"},
        {"places", "1"},
        {"closed", "nee"},
        {"hours_min", "8"},
        {"hours_max", "32"},
        {"day_parts", "ma-o"},
        {"hourly_eurocent", "1650"},
        {"non_displacement", "2026-10-01"}});
  Dice dice(seed + 1000);
  for (Row& row : tables["conditions"])
    if (row["item"] != "I.8a") row["level"] = dice.of({"10", "15", "60", "30"});
  std::erase_if(tables["conditions"], [](const Row& row) {
    const std::string& level = row.at("level");
    return row.at("item") == "IV.13" ? level == "60" || level == "30" : row.at("item") == "IV.16" && level == "10";
  });
  for (const Row& work : tables["work"])
    tables["demands"].push_back({{"work", work.at("work")},
                                 {"item", "IV.13"},
                                 {"level", dice.of({"10", "15"})},
                                 {"adaptable", dice.of({"nee", "ja"})},
                                 {"assumed", "nee"}});
  return tables;
}

TEST(Candidates, TheIndexFindsWhatAllPairsFind) {
  std::size_t pairs = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const Shape shape{.people = 15, .works = 15, .budgets = seed % 5 == 0, .statutory = seed % 2 == 0};
    const auto made = prepared(seed % 3 == 0 ? with_firm_demands(seed) : random_tables(seed, shape), rules_of({}));
    const Found all = by_all_pairs(*made);
    EXPECT_EQ(by_index(*made), all) << "seed " << seed;
    pairs += all.size();
  }
  EXPECT_GT(pairs, 1000U);
}

// Unknown never excludes: a fact left out can only add candidates.
TEST(Candidates, ManyUnknownFactsStillGiveAPlanAndQuestions) {
  std::size_t questions = 0;
  std::int64_t placed = 0;
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    Tables tables = with_firm_demands(seed);
    const auto known = planned(tables, rules_of({}));
    Dice dice(seed);
    blank(tables, dice, "conditions", "level", 60);
    blank(tables, dice, "demands", "level", 80);
    const auto unknown = planned(tables, rules_of({}));
    const auto before = pairs_of(*known);
    const auto after = pairs_of(*unknown);
    EXPECT_TRUE(std::includes(after.begin(), after.end(), before.begin(), before.end())) << "seed " << seed;
    for (const auto& worth : questions_worth_asking(unknown->context, unknown->snapshot, unknown->plan.candidates, 1))
      questions += worth.pairs > 0;
    for (const std::int64_t e : unknown->plan.rounds.front().candidate_of_person) placed += e >= 0;
  }
  EXPECT_GT(questions, 15U);
  EXPECT_GT(placed, 15);
}

}  // namespace
}  // namespace passend::testing
