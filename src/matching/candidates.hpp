// SPDX-License-Identifier: EUPL-1.2
// All candidates of all people: every pair on which no gate is `no`. Found through an index over place and occupation,
// so the work done grows with what is found, not with people times works; nothing is left out.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

#include "matching/asked_rows.hpp"
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

  // Scratch space for one person after the other.
  struct Scratch {
    explicit Scratch(const CandidateIndex& index)
        : seen(index.limits_.size(), 0), answers(index.context_, index.asked_) {}

    std::int32_t point = -2;
    std::vector<std::int32_t> straight;  // from `point` to each place
    std::vector<std::uint32_t> seen;     // per work: stamp of the last person that met it
    std::uint32_t stamp = 0;
    std::vector<std::uint32_t> met;
    AskedRows::Answers answers;
  };
  void find(const Person& person, Scratch& scratch, std::vector<Candidate>& out) const;

 private:
  // What a work asks that whole numbers decide; a side that is not known lets everybody pass.
  struct WorkLimits {
    Centihours hours_min, hours_max;
    DayParts day_parts;
    Date from, until;
    std::int32_t place;  // into places_, -1 without a point
  };
  struct PersonLimits {
    Centihours hours_min, hours_max;
    DayParts never;  // day parts that do not suit
    Date start, start_last;

    // False only where gate hours, day_parts, start or permit is `no`.
    bool meet(const WorkLimits& work) const;
  };
  struct Place {
    std::int32_t place = -1;  // into places_, -1 for works without a point
    std::vector<std::uint32_t> works;
  };
  using Reach = std::tuple<std::int32_t, std::int64_t, std::int64_t>;  // mode (-1: any), metres, minutes

  void add_works();
  void add_wish(const Wish& wish);
  Reach reach_of(const Wish& wish) const;
  std::int32_t straight_most(const Reach& reach) const;
  PersonLimits limits_of(const Person& person) const;
  void meet_open(const Wish& wish, const PersonLimits& limits, Scratch& scratch) const;
  void meet_listed(const Wish& wish, const PersonLimits& limits, Scratch& scratch) const;
  void meet(std::uint32_t work, const PersonLimits& limits, Scratch& scratch) const;
  void measure(const Person& person, Scratch& scratch) const;
  std::optional<std::int64_t> straight_of(std::uint32_t work, const Scratch& scratch) const;
  void fetch_ahead(std::uint32_t work) const;
  void settle(const Person& person, std::uint32_t work, Scratch& scratch, std::vector<Candidate>& out) const;

  const PlanContext& context_;
  const Snapshot& snapshot_;
  AskedRows asked_;
  std::vector<WorkLimits> limits_;                                                // per work
  std::vector<std::int32_t> places_;                                              // distinct points of works
  std::vector<std::vector<Place>> places_by_kind_;                                // per kind: places with their works
  std::vector<std::map<Occupation, std::vector<std::uint32_t>>> by_occupation_;   // per kind: works that take part
  std::map<Reach, std::int32_t> straight_most_;                                   // -1: nothing fits
  std::map<std::pair<WorkKind, Occupation>, std::vector<std::uint32_t>> listed_;  // admitted, or perhaps
};

// Identical for any number of threads.
Candidates find_candidates(const PlanContext& context, const Snapshot& snapshot, int threads);

}  // namespace passend
