// SPDX-License-Identifier: EUPL-1.2
// Does someone belong to the target group of a scheme, and by which predicates and articles? And how much may be
// granted? Passend prepares such an answer; a named person decides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fault.hpp"
#include "base/quantity.hpp"
#include "law/parameter_store.hpp"
#include "scheme/scheme.hpp"

namespace passend::scheme {

struct Eligibility {
  Outcome outcome{};
  std::vector<Outcome> conditions;         // of the version's target, in its order
  std::vector<PredicateOutcome> each;      // every predicate, in the order of the file
  std::vector<std::size_t> begin_of_each;  // conditions + 1: where the predicates of each begin
};

// On the day of the facts. Points into version, which outlives the answer.
Eligibility eligible(const SchemeVersion& version, const Facts& facts, const std::optional<AowAge>& aow);

// The same without the predicates one by one.
Outcome eligibility_of(const SchemeVersion& version, const Facts& facts, const std::optional<AowAge>& aow);

struct Grant {
  Eurocent amount{};
  Eurocent own_part{};                 // of the cost
  Figure limited_by = Figure::kCount;  // which cap; kCount: none
};

// What was granted to this person before under the offer.
struct EarlierGrants {
  Eurocent this_year{};
  Eurocent ever{};
};

// What an offer of training or adaptation pays of a cost. kNotStated where a cap that matters is not known: it refuses
// to compute. A cap per year or person that is not known matters only after an earlier grant.
Result<Grant> grant_of(const Scheme& scheme, const SchemeVersion& version, const Offer& offer, Eurocent cost,
                       const EarlierGrants& earlier = {});

// Whether money for an employer stays within de-minimis aid: (EU) 2023/2831 art. 3 lid 2, before 2024 1407/2013.
struct DeMinimis {
  Eurocent ceiling{};
  Eurocent left{};  // after this grant; below 0: too much
  bool fits() const { return left.value >= 0; }
  Origin origin{};
};

// `received` in the three years up to the day, all aid together. kNoValue.
Result<DeMinimis> de_minimis_check(const ParameterStore& law, Date on, Eurocent received, Eurocent grant);

// The facts that are not known and would settle a condition that stands open: worth asking, in the order of the file.
std::vector<Fact> unknown_facts(const Eligibility& answer, const Facts& facts);

}  // namespace passend::scheme
