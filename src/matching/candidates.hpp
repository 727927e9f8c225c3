// SPDX-License-Identifier: EUPL-1.2
// All candidates of all people: every pair on which no gate is `no`. Found through an index over place and occupation,
// so the work done grows with what is found, not with people times works; nothing is left out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "matching/snapshot.hpp"
#include "work/context.hpp"

namespace passend {

struct Candidate {
  std::uint32_t work = 0;
  std::int16_t score = 0;
  bool conditional = false;  // at least one gate is unknown
};

struct Candidates {
  std::vector<std::uint32_t> row_begin;  // people + 1
  std::vector<Candidate> rows;           // of a person: by work

  std::span<const Candidate> of(std::size_t person) const {
    return {rows.data() + row_begin[person], rows.data() + row_begin[person + 1]};
  }
};

class CandidateIndex {
 public:
  CandidateIndex(const PlanContext& context, const Snapshot& snapshot);

  // Of one person; `straight` is scratch space, kept between calls.
  struct Scratch {
    std::int32_t point = -2;
    std::vector<std::int32_t> straight;  // from `point` to each work point
    std::vector<std::uint32_t> seen;     // per work: stamp of the last person that met it
    std::uint32_t stamp = 0;
    std::vector<std::uint32_t> met;
  };
  void find(const Person& person, Scratch& scratch, std::vector<Candidate>& out) const;

 private:
  struct Place {
    std::int32_t point = kNoPoint;  // kNoPoint: works without a known point
    std::vector<std::uint32_t> works;
  };

  void meet_open(const Person& person, const Wish& wish, Scratch& scratch) const;
  void meet_listed(const Person& person, const Wish& wish, Scratch& scratch) const;
  void meet(std::uint32_t work, Scratch& scratch) const;
  void measure(const Person& person, Scratch& scratch) const;
  std::int64_t straight_limit(const Wish& wish) const;  // -1: nothing fits

  const PlanContext& context_;
  const Snapshot& snapshot_;
  std::vector<std::int32_t> work_points_;           // distinct points of works
  std::vector<std::int32_t> place_of_work_;         // into work_points_, -1 without a point
  std::vector<std::vector<Place>> places_by_kind_;  // per kind: places with their works
  std::vector<std::int32_t> listed_index_;          // per kind and occupation: into listed_, -1
  std::vector<std::vector<std::uint32_t>> listed_;  // works of a kind that a wished occupation admits or may admit
};

// Identical for any number of threads.
Candidates find_candidates(const PlanContext& context, const Snapshot& snapshot, int threads);

}  // namespace passend
