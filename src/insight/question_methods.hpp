// SPDX-License-Identifier: EUPL-1.2
// How each question is computed, by its id. docs/questions.md is the definition. Inside src/insight only.
#pragma once

#include <set>

#include "insight/ask.hpp"
#include "insight/row_table.hpp"

namespace passend::insight {

struct Asked {
  const AskInput& input;
  const Question& question;
  const Variant& variant;
};
using Method = Result<Computed> (*)(const Asked&);

Result<Computed> no_offer(const Asked& asked);
Result<Computed> long_in_bijstand(const Asked& asked);
Result<Computed> placements_last(const Asked& asked);
Result<Computed> minimum_wage(const Asked& asked);
Result<Computed> cost_of_place(const Asked& asked);
Result<Computed> displacement(const Asked& asked);
Result<Computed> fair_share(const Asked& asked);
Result<Computed> unpaid_trials(const Asked& asked);
Result<Computed> fund_used(const Asked& asked);
Result<Computed> in_time(const Asked& asked);
Result<Computed> contractors(const Asked& asked);
Result<Computed> in_bijstand(const Asked& asked);

// Years in which a placement began, up to the day: question 3 can be asked for each, and for all of them together.
Result<std::set<int>> years_of_placements(const AskInput& input);
// Whether the variant of question 3 counts one calendar year.
inline bool is_by_year(const Variant& variant) { return variant.id.ends_with("_year"); }

// A figure that is the number of rows of a filter, or of different values of `column` in them.
Figure counted(const RowTable& table, std::string id, Label label, Unit unit, const Filter& filter,
               const std::string& column = {});
// part / whole, half up; unknown where either is not known or the whole is 0.
Figure share(const Computed& computed, std::string id, Label label, std::size_t part, std::size_t whole);

Filter with(Filter filter, std::initializer_list<Condition> more);

// voorstellen of plan.json as rows: person, work, round; and the day of the plan.
struct PlanRows {
  Date date{};
  RowTable proposals{};
  bool of_snapshot = true;  // made from the people.csv of input.snapshot, where one is given
};
Result<PlanRows> read_plan_rows(const AskInput& input);

}  // namespace passend::insight
