// SPDX-License-Identifier: EUPL-1.2
// A voorstel: work that fits a wish the person confirmed. It is no aanbod (Participatiewet art. 9) and binds nobody.
// One exists only where a live wish admits the work and no gate says no.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "wage/wage_floor.hpp"
#include "work/gates.hpp"

namespace passend {

class Proposal;

// Why there is no voorstel: an answer, not an error.
struct NoProposal {
  bool without_live_wish = false;
  std::vector<Gate> failed;  // in the order of the gates
};

using ProposalAnswer = std::variant<Proposal, NoProposal>;

// The outcomes, wish and notes must be those of this pair in this context.
ProposalAnswer propose(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                       const GateOutcomes& outcomes, const PairNotes& notes);

class Proposal {
 public:
  const std::string& person() const { return person_; }
  const std::string& work() const { return work_; }
  Date date() const { return date_; }
  WorkKind kind() const { return kind_; }
  // What is not known yet, as codes, sorted, once each. Empty: nothing stands open.
  const std::vector<std::string>& questions() const { return questions_; }
  bool conditional() const { return !questions_.empty(); }

  // What a wage check must match.
  const std::optional<Date>& birth_date() const { return birth_date_; }
  bool bbl() const { return bbl_; }  // false while it is not known: the ordinary scale holds
  const OtherFloors& other_floors() const { return other_floors_; }

 private:
  Proposal(const PlanContext& context, const Person& person, const Work& work, const PairNotes& notes);
  friend ProposalAnswer propose(const PlanContext&, const Person&, const Work&, const PairWish&, const GateOutcomes&,
                                const PairNotes&);

  std::string person_;
  std::string work_;
  Date date_;
  WorkKind kind_;
  std::vector<std::string> questions_;
  std::optional<Date> birth_date_;
  bool bbl_;
  OtherFloors other_floors_;
};

}  // namespace passend
