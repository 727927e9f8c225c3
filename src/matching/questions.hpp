// SPDX-License-Identifier: EUPL-1.2
// The questions worth asking: unknown facts whose answer alone would settle a candidate, most work first.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "matching/candidates.hpp"
#include "matching/snapshot.hpp"
#include "work/question.hpp"

namespace passend {

struct QuestionWorth {
  Question question;
  std::int64_t people = 0;  // for whom the answer would settle at least one candidate
  std::int64_t pairs = 0;   // candidates that wait for nothing but this answer
};

// Over everybody; by pairs, then people, most first, then by code.
std::vector<QuestionWorth> questions_worth_asking(const PlanContext& context, const Snapshot& snapshot,
                                                  const Candidates& candidates, int threads);

// Of one person: by pairs, most first, then by code. Only questions that settle a candidate by themselves.
std::vector<QuestionWorth> questions_of_person(const PlanContext& context, const Snapshot& snapshot, std::size_t person,
                                               std::span<const Candidate> candidates);

}  // namespace passend
