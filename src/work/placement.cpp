// SPDX-License-Identifier: EUPL-1.2
#include "work/placement.hpp"

#include <optional>
#include <utility>

namespace passend {
namespace {

std::optional<PlacementRefusal> refusal_of_pair(const Proposal& proposal, const Instemming& instemming) {
  if (instemming.person() != proposal.person()) return PlacementRefusal::kOtherPerson;
  if (instemming.work() != proposal.work()) return PlacementRefusal::kOtherWork;
  return std::nullopt;
}

bool below_other_floors(const Proposal& proposal, const PassedWageCheck& check) {
  const OtherFloors& floors = proposal.other_floors();
  const Eurocent total = check.pay().total();
  const int age = age_on(check.worker().birth_date, check.on());
  return (floors.agreement_hourly && total < *floors.agreement_hourly) ||
         (floors.municipal && age >= floors.municipal->from_age && total < floors.municipal->hourly);
}

std::optional<PlacementRefusal> refusal_of_wage(const Proposal& proposal, const AgreedTerms& terms,
                                                const PassedWageCheck& check) {
  if (!proposal.birth_date()) return PlacementRefusal::kBirthDateMissing;
  if (check.worker().birth_date != *proposal.birth_date()) return PlacementRefusal::kOtherBirthDate;
  if (check.worker().bbl && !proposal.bbl()) return PlacementRefusal::kOtherScale;
  if (check.pay() != terms.pay) return PlacementRefusal::kOtherPay;
  if (check.on() != terms.start) return PlacementRefusal::kOtherStart;
  if (below_other_floors(proposal, check)) return PlacementRefusal::kBelowFloor;
  return std::nullopt;
}

}  // namespace

Placement::Placement(const Proposal& proposal, Instemming&& instemming, const PassedWageCheck& check)
    : instemming_(std::move(instemming)), check_(check), open_questions_(proposal.questions()) {}

UnpaidActivity::UnpaidActivity(WorkKind kind, Instemming&& instemming, Date until)
    : kind_(kind), instemming_(std::move(instemming)), until_(until) {}

PlacementAnswer place(const Proposal& proposal, Instemming&& instemming, const PassedWageCheck& check) {
  if (const auto refusal = refusal_of_pair(proposal, instemming)) return *refusal;
  if (row_of(proposal.kind()).counts_as_placement == CountsAsPlacement::kNo) return PlacementRefusal::kNotAPlacement;
  if (const auto refusal = refusal_of_wage(proposal, instemming.terms(), check)) return *refusal;
  return Placement(proposal, std::move(instemming), check);
}

ActivityAnswer begin_activity(const Proposal& proposal, Instemming&& instemming, Date until, Date last_day) {
  if (const auto refusal = refusal_of_pair(proposal, instemming)) return *refusal;
  if (row_of(proposal.kind()).counts_as_placement != CountsAsPlacement::kNo) return PlacementRefusal::kNotAnActivity;
  if (instemming.terms().pay != HourlyPay{}) return PlacementRefusal::kPaid;
  if (until < instemming.terms().start || until > last_day) return PlacementRefusal::kNoEnd;
  return UnpaidActivity(proposal.kind(), std::move(instemming), until);
}

std::variant<Withdrawal, Placement> withdraw(Placement placement, Date on) {
  if (!placement.instemming_.withdrawable(on)) return {std::move(placement)};
  return Withdrawal{placement.instemming_.person(), placement.instemming_.work(), on};
}

}  // namespace passend
