// SPDX-License-Identifier: EUPL-1.2
#include "scheme/scheme.hpp"

#include <algorithm>

namespace passend::scheme {
namespace {

int not_stated_in(const Condition& condition) {
  if (condition.join == Condition::Join::kOne)
    return condition.predicate.row->form == PredicateForm::kNotStated ? 1 : 0;
  int count = 0;
  for (const Condition& part : condition.parts) count += not_stated_in(part);
  return count;
}

}  // namespace

const Ceiling* SchemeVersion::ceiling_in(int year) const {
  for (const int asked : {year, 0}) {
    const auto found = std::ranges::find(ceilings, asked, &Ceiling::year);
    if (found != ceilings.end()) return &*found;
  }
  return nullptr;
}

const SchemeVersion* Scheme::version_on(Date on) const {
  const auto found = std::ranges::find_if(versions, [&](const auto& version) { return version.holds_on(on); });
  return found == versions.end() ? nullptr : &*found;
}

const SchemeVersion* Scheme::version_named(std::string_view name) const {
  const auto found = std::ranges::find(versions, name, &SchemeVersion::name);
  return found == versions.end() ? nullptr : &*found;
}

Fault not_stated(const Scheme& scheme, const SchemeVersion& version, std::string column, int line) {
  return {.code = FaultCode::kNotStated,
          .file = scheme.file,
          .line = line,
          .column = std::move(column),
          .args = {{"scheme", scheme.title}, {"version", version.name}, {"source", version.source}}};
}

int unknowns_in(const SchemeVersion& version) {
  int count = 0;
  const auto add = [&](const Stated& stated) { count += stated.known() ? 0 : 1; };
  for (const Offer& offer : version.offers) {
    std::ranges::for_each(offer.figures, add);
    add(offer.full_week);
    if (offer.kind == OfferKind::kEmployerSubsidy && !offer.de_minimis) ++count;
  }
  for (const Condition& condition : version.target) count += not_stated_in(condition);
  for (const Ceiling& ceiling : version.ceilings) {
    add(ceiling.eurocent);
    add(ceiling.places);
  }
  for (const Pledge& pledge : version.pledges) add(pledge.number);
  for (const Aim& aim : version.aims) add(aim.number);
  if (version.decision) {
    add(version.decision->weeks);
    add(version.decision->extension_weeks);
  }
  add(version.commitment_years);
  for (const std::string* text : {&version.legal_basis, &version.hardship}) count += *text == "unknown" ? 1 : 0;
  if (version.division && version.division->rule == DivisionRule::kUnknown) ++count;
  return count;
}

}  // namespace passend::scheme
