// SPDX-License-Identifier: EUPL-1.2
#include "matching/questions.hpp"

#include <algorithm>
#include <map>

#include "matching/parallel_blocks.hpp"
#include "work/gates.hpp"

namespace passend {
namespace {

using Counts = std::map<Question, std::int64_t>;

Counts single_questions(const PlanContext& context, const Snapshot& snapshot, std::size_t person,
                        std::span<const Candidate> candidates) {
  Counts counts;
  for (const Candidate& candidate : candidates) {
    if (!candidate.conditional) continue;
    const Work& work = snapshot.works[candidate.work];
    PairNotes notes;
    evaluate_gates(context, snapshot.people[person], work, choose_wish(context, snapshot.people[person], work), &notes);
    if (notes.questions.size() == 1) ++counts[notes.questions.front()];
  }
  return counts;
}

void sort_by_worth(const PlanContext& context, std::vector<QuestionWorth>& rows) {
  std::vector<std::pair<std::string, QuestionWorth>> keyed;
  for (const QuestionWorth& row : rows) keyed.emplace_back(code_of(row.question, context), row);
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    return std::tie(b.second.pairs, b.second.people, a.first) < std::tie(a.second.pairs, a.second.people, b.first);
  });
  rows.clear();
  for (auto& [code, row] : keyed) rows.push_back(row);
}

}  // namespace

std::vector<QuestionWorth> questions_worth_asking(const PlanContext& context, const Snapshot& snapshot,
                                                  const Candidates& candidates, int threads) {
  std::vector<Counts> of_person(snapshot.people.size());
  for_each_parallel(snapshot.people.size(), threads,
                    [&](std::size_t i) { of_person[i] = single_questions(context, snapshot, i, candidates.of(i)); });
  std::map<Question, QuestionWorth> sum;
  for (const Counts& counts : of_person) {
    for (const auto& [question, pairs] : counts) {
      QuestionWorth& row = sum[question];
      row.question = question;
      row.pairs += pairs;
      ++row.people;
    }
  }
  std::vector<QuestionWorth> rows;
  for (const auto& [question, row] : sum) rows.push_back(row);
  sort_by_worth(context, rows);
  return rows;
}

std::vector<QuestionWorth> questions_of_person(const PlanContext& context, const Snapshot& snapshot, std::size_t person,
                                               std::span<const Candidate> candidates) {
  std::vector<QuestionWorth> rows;
  for (const auto& [question, pairs] : single_questions(context, snapshot, person, candidates)) rows.push_back({question, 1, pairs});
  sort_by_worth(context, rows);
  return rows;
}

}  // namespace passend
