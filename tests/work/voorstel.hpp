// SPDX-License-Identifier: EUPL-1.2
// The voorstel, the Instemming and the wage check of the scene.
#pragma once

#include "scene.hpp"
#include "work/placement.hpp"

namespace passend::testing {

inline Proposal voorstel_of(Scene& scene) {
  PairNotes notes;
  const GateOutcomes outcomes = scene.all(&notes);
  const PlanContext& context = scene.context();
  const PairWish wish = choose_wish(context, scene.person(), scene.work());
  return std::get<Proposal>(propose(context, scene.person(), scene.work(), wish, outcomes, notes));
}

inline const Date kStart = parse_date("2026-12-01").value();

inline AgreedTerms terms(std::int64_t wage, Date start = kStart) {
  return {.start = start, .pay = {Eurocent{wage}, {}}};
}

inline PersonConfirmation logged_in(std::string person = "p1", std::string_view on = "2026-11-10") {
  return PersonConfirmation::by_login(std::move(person), day(on));
}

inline Instemming instemming_of(const Proposal& proposal, const AgreedTerms& agreed) {
  return std::get<Instemming>(agree(proposal, agreed, RecordedByPerson{}, logged_in()));
}

inline PassedWageCheck passed(const AgreedTerms& agreed, std::string_view birth = "1990-05-05", bool bbl = false) {
  const auto check = check_hourly_wage(shipped_law(), {day(birth), bbl}, agreed.pay, agreed.start);
  return std::get<PassedWageCheck>(check.value());
}

}  // namespace passend::testing
