// SPDX-License-Identifier: EUPL-1.2
// Work that starts. A Placement needs a voorstel, the person's own Instemming to it and a passed wage check on the same
// birth date, pay and start. Lawful work without a wage is an UnpaidActivity: it ends on a day and is no placement.
#pragma once

#include <variant>
#include <vector>

#include "work/agreement.hpp"
#include "work/proposal.hpp"

namespace passend {

class Placement;
class UnpaidActivity;

enum class PlacementRefusal {
  kOtherPerson,
  kOtherWork,
  kNotAPlacement,     // a kind without a wage: only an activity
  kNotAnActivity,     // a kind with a wage: only a placement
  kBirthDateMissing,  // the wage floor depends on it
  kOtherBirthDate,
  kOtherPay,
  kOtherStart,
  kOtherScale,  // checked on the BBL scale, and the work is not known to be BBL
  kBelowFloor,  // below the collective agreement or the municipality's floor
  kPaid,        // an unpaid activity with pay agreed
  kNoEnd,       // the activity does not end between its start and its limit
};

using PlacementAnswer = std::variant<Placement, PlacementRefusal>;
using ActivityAnswer = std::variant<UnpaidActivity, PlacementRefusal>;

// The Instemming is taken only by a Placement; on a refusal it stays as it was.
PlacementAnswer place(const Proposal& proposal, Instemming&& instemming, const PassedWageCheck& check);

// `last_day` is the latest end that law or rules allow for this kind.
ActivityAnswer begin_activity(const Proposal& proposal, Instemming&& instemming, Date until, Date last_day);

class Placement {
 public:
  const Instemming& instemming() const { return instemming_; }
  const PassedWageCheck& wage_check() const { return check_; }
  const std::vector<std::string>& open_questions() const { return open_questions_; }
  friend std::variant<Withdrawal, Placement> withdraw(Placement placement, Date on);

 private:
  Placement(const Proposal& proposal, Instemming&& instemming, const PassedWageCheck& check);
  friend PlacementAnswer place(const Proposal&, Instemming&&, const PassedWageCheck&);

  Instemming instemming_;
  PassedWageCheck check_;
  std::vector<std::string> open_questions_;
};

class UnpaidActivity {
 public:
  const Instemming& instemming() const { return instemming_; }
  WorkKind kind() const { return kind_; }
  Date until() const { return until_; }

 private:
  UnpaidActivity(WorkKind kind, Instemming&& instemming, Date until);
  friend ActivityAnswer begin_activity(const Proposal&, Instemming&&, Date, Date);

  WorkKind kind_;
  Instemming instemming_;
  Date until_;
};

}  // namespace passend
