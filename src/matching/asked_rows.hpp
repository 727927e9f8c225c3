// SPDX-License-Identifier: EUPL-1.2
// What work asks of a person, row by row: languages, licences, diplomas, demands and skills, each different row of the
// whole snapshot once. Whether a person meets a row depends on nothing but the two, so it is tested once per person, at
// the first work that asks it.
#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "matching/score.hpp"
#include "matching/snapshot.hpp"
#include "work/gates.hpp"

namespace passend {

class AskedRows {
 public:
  explicit AskedRows(const Snapshot& snapshot);

  // Fetches what `pass` will read of this work into the cache.
  void fetch_ahead(std::uint32_t work) const;

  void prefetch(std::uint32_t work) const { __builtin_prefetch(&of_work_[begin_[work]]); }

  // Of one person; kept between people as scratch space.
  class Answers {
   public:
    Answers(const PlanContext& context, const AskedRows& asked);
    void begin(const Person& person);

    // The gates language, licence, diploma and conditions, and the skills; false at the first `no`.
    bool pass(std::uint32_t work, GateOutcomes& outcomes, SkillCount& skills);

   private:
    Outcome test(std::uint32_t row) const;
    Outcome outcome_of(std::uint32_t row);

    const PlanContext& context_;
    const AskedRows& asked_;
    const Person* person_ = nullptr;
    std::vector<std::uint8_t> known_;  // per row: an Outcome, or kNotTested
  };

 private:
  using Row = std::variant<Requirement, WorkDemand>;

  std::vector<Row> rows_;
  std::vector<std::uint32_t> begin_;    // per work and slot, and the end: where in of_work_
  std::vector<std::uint32_t> of_work_;  // into rows_
};

}  // namespace passend
